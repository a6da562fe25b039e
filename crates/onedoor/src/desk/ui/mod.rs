//! The pieces that every page of the desk is made of. A page is written with these and with no classes of
//! its own, so that one change here changes the whole desk.
//!
//! | module | gives |
//! | --- | --- |
//! | [`nav`] | the ways through the desk |
//! | [`layout`] | the page around: header, flash; and the door page before sign-in |
//! | [`parts`] | cards, badges, buttons, empty states, times, facts |
//! | [`forms`] | fields with labels and errors, and what is asked before something is done |
//! | [`tables`] | tables that become cards on a phone, pagination, live rows |
//! | [`icons`] | the drawings |

#[cfg(test)]
mod contrast_tests;
pub mod forms;
pub mod icons;
pub mod layout;
mod nav;
pub mod parts;
pub mod tables;

pub use forms::{Fault, Field, confirmed_form, form, lines, select};
pub use icons::{Icon, icon, icon_named, logo};
pub use nav::Nav;
pub use parts::{
    Tone, avatar, badge, button, card, copyable, empty, facts, link_button, narrow, note, time,
    title_row,
};
pub use tables::{Cell, live_rows, more, table};
