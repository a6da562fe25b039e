//! What every handler of the product gets.

use std::sync::Arc;

use customers::Ctx;
use customers::accounts::{AccountId, Token};
use jiff::tz::TimeZone;
use kit::Result;
use kit::db::Migration;
use kit::i18n::Catalogue;
use kit::secrets::Secrets;

use crate::demo::{self, play::Play};
use crate::desk;
use crate::letters;
use crate::shopfront;
use crate::till;

#[derive(Clone)]
pub struct App {
    pub ctx: Ctx,
    pub engage: engage::Ctx,
    pub commerce: commerce::Ctx,
    /// Who listens to which talk in a browser, in this process.
    pub chat: engage::connectors::chat::Live,
    pub catalogue: Arc<Catalogue>,
    /// The zone in which the desk shows times.
    pub zone: TimeZone,
    /// People reach us by https (perhaps through a proxy): cookies and links say so.
    pub https: bool,
    /// Whoever sits at this machine is a virtual owner: `onedoor demo` only, which refuses to listen on any
    /// other address than this machine's own. See `desk/who.rs`.
    pub open_desk: bool,
    /// What the shop is called on its own pages; else they bear the name of the door.
    pub shop_name: Option<String>,
    /// In whose place they are there.
    pub open_desk_as: Option<(AccountId, String)>,
    /// The customer whom they play; `onedoor demo` only.
    pub play: Option<Arc<Play>>,
    /// Stands for a session in the open desk. New in each process.
    pub open_desk_token: Token,
}

impl App {
    /// A desk with locks, over plain http, in the machine's time zone.
    pub fn new(ctx: Ctx, secrets: Secrets) -> Result<App> {
        let ctx = ctx.with_secrets(secrets.clone());
        Ok(App {
            engage: engage::Ctx::new(ctx.clone(), secrets),
            commerce: commerce::Ctx::new(ctx.clone()),
            chat: engage::connectors::chat::Live::default(),
            ctx,
            catalogue: Arc::new(words()),
            zone: TimeZone::system(),
            https: false,
            open_desk: false,
            shop_name: None,
            open_desk_as: None,
            play: None,
            open_desk_token: Token::random()?,
        })
    }
}

/// All that the product says to people.
fn words() -> Catalogue {
    let all = [
        desk::LOCALES,
        desk::orders::LOCALES,
        desk::stock::LOCALES,
        desk::returns::LOCALES,
        desk::promotions::LOCALES,
        desk::loyalty::LOCALES,
        desk::links::LOCALES,
        till::LOCALES,
        letters::LOCALES,
        demo::LOCALES,
        demo::goods::LOCALES,
        shopfront::LOCALES,
        customers::LOCALES,
        engage::LOCALES,
        commerce::LOCALES,
    ];
    Catalogue::new(&all.concat())
}

/// All tables of the product.
pub fn migrations() -> Vec<Migration> {
    [customers::MIGRATIONS, engage::MIGRATIONS, commerce::MIGRATIONS].concat()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_word_is_there_once_and_in_every_language() {
        super::words().check().unwrap();
    }
}
