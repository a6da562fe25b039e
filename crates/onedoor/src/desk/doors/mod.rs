//! The doors: which there are, whether they work, how to connect one.
//!
//! | file | holds |
//! | --- | --- |
//! | `list.rs` | all doors, live; the first one before there is any |
//! | `new.rs` | the gallery of kinds, and the making |
//! | `show.rs` | the page of one door |
//! | `arriving.rs` | what comes in by it: waiting for the first event, the newest ones, the refused calls |
//! | `connect.rs`, `snippets.rs` | its keys, and what to paste where |
//! | `connection.rs` | who carries what is said through it, and whether that works |
//! | `abilities.rs` | what its kind can carry, and how we know |
//! | `guide.rs` | how to connect it, step by step |
//! | `token.rs` | how long its access token lives |
//! | `trial.rs` | a test message by it |
//! | `reach.rs` | where customers reach it |
//! | `settings.rs` | its name, what passes through it, a new secret key, shut and open |
//! | `secret.rs` | the secret key on its one way to the one page that shows it |

mod abilities;
mod arriving;
mod connect;
mod connection;
#[cfg(test)]
mod connection_tests;
mod guide;
mod kinds;
mod list;
mod new;
mod reach;
mod secret;
mod settings;
mod show;
mod snippets;
#[cfg(test)]
mod tests;
mod token;
mod trial;

pub use connection::{connect_door, try_connection};
pub use list::{list_doors, live_doors};
pub use new::{create_door, show_new_door};
pub use settings::{change_passes, rename_door, reopen_door, replace_secret, shut_door};
pub use show::{live_door, show_door};
pub use trial::try_door;
