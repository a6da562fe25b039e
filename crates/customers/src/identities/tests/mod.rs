//! Stories of people at doors, and properties that hold for any of them: random lives, drawn from a seed, on
//! both engines.

mod kiosks;
mod lives;
mod order;
mod splitting;
mod stories;
mod together;
mod world;
