//! Letters of the shop, to the address that somebody gave: about their order, and that what they waited for is there.
//!
//! `commerce` says that there is something to tell, and `engage` has the e-mail door: here they meet. A letter and the note
//! that it was written are one transaction, so that nobody gets it twice. A shop without an e-mail door writes nothing.

pub mod orders;
#[cfg(test)]
pub mod testing;
pub mod wishes;

use customers::channels::{ChannelId, store as channels};
use kit::i18n::Lang;
use kit::{Result, Tx};

use crate::app::App;

/// The words of the letters.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../locales/letters/en.ftl")),
    (Lang::Pl, include_str!("../../locales/letters/pl.ftl")),
    (Lang::Ro, include_str!("../../locales/letters/ro.ftl")),
    (Lang::Ru, include_str!("../../locales/letters/ru.ftl")),
];

/// That of the shop's country.
fn own_language(app: &App) -> Lang {
    match app.commerce.country.as_str() {
        "PL" => Lang::Pl,
        "RO" | "MD" => Lang::Ro,
        "RU" | "BY" | "KZ" => Lang::Ru,
        _ => Lang::En,
    }
}

/// What the shop is called; where nobody said so, what the door is called.
fn shop_name(app: &App, tx: &Tx, door: ChannelId) -> Result<String> {
    let of_door = || channels::find(tx, door).map(|door| door.name);
    app.shop_name.clone().map_or_else(of_door, Ok)
}
