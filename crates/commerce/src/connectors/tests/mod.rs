//! Links, with the books in view.

mod rules;
mod stories;
mod vendure;
mod world;
