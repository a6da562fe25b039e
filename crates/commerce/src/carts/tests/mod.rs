//! Stories of carts, and proofs that nothing is lost.

mod codes;
mod erasing;
mod logins;
mod merging;
mod properties;
mod rules;
mod stories;
