//! Words that are typed, pieces that are shown, and stories of looking for something.

mod pure;
mod stories;
