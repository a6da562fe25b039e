//! Anna pays with what is not money, and gets back what she paid with.

mod many;
mod refused;
mod stories;
mod world;
