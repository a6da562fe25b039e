//! The shop's pages as somebody without script sees them.
