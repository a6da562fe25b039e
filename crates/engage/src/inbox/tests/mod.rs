//! The inbox: its rules as tables, its views as stories.

mod rules;
mod stories;
