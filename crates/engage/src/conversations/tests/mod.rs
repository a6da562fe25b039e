//! Conversations: the rules as tables, and stories that go from door to door.

mod erasing;
mod edits;
mod rules;
mod sentences;
mod stories;
