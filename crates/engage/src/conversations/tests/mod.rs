//! Conversations: the rules as tables, and stories that go from door to door.

mod edits;
mod erasing;
mod rules;
mod sentences;
mod stories;
