//! Goods come back, with the books in view.

mod countries;
mod rules;
mod stories;
mod withdrawing;
mod world;
