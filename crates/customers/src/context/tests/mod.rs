//! Stories of those who read: a till, a screen, a search box.

mod live;
mod paging;
mod search;
mod views;
