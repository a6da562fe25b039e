//! Codes and who may use them; conversations that go on elsewhere.

mod codes;
mod stories;
