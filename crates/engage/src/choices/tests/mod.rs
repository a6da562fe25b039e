//! What is offered and what is chosen.

mod pure;
mod stories;
