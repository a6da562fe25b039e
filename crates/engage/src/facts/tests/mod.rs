//! What is found in texts, and stories of people who have to say things twice.

mod finding;
mod stories;
