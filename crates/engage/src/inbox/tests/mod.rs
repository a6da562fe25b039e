//! The inbox: its rules as tables, its views as stories.

mod people;
mod rules;
mod stories;
