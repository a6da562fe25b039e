//! Anna orders, and what the way to her costs.

mod rules;
mod stories;
