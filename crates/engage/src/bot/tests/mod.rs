//! What the assistant understands, what it decides, and stories of talking to it.

mod deciding;
mod stories;
mod understanding;
