pub mod commerce;
pub mod sentences;
