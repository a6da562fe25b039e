//! What the demo adds to the shop's pages: the pictures of its goods, a chat in which somebody is always there, and the
//! account of whoever is played.

use axum::routing::get;
use customers::channels::{self, Channel};
use engage::connectors::chat::{self, ChatSettings, Presence};
use kit::Result;
use kit::i18n::{Arg, Tr};
use kit::web::{Access, Routes};
use maud::{Markup, html};

use super::play::Play;
use super::{art, shop};
use crate::app::App;

pub fn routes(app: App) -> Routes {
    Routes::of(Access::Everybody).route("/shop/art/{name}", get(art::show_picture)).with_state(app)
}

/// Opens the chat of the web shop; somebody is always there.
pub async fn open_chat(app: &App) -> Result<()> {
    let Some(web) = web_shop(app).await? else { return Ok(()) };
    let (keys, now) = (&app.engage.secrets, app.ctx.clock.now());
    let settings = ChatSettings { presence: Presence::Always };
    app.ctx.db.write(|tx| chat::open(tx, keys, &web, Some(settings.clone()), now)).await?;
    app.ctx.doors.forget();
    Ok(())
}

async fn web_shop(app: &App) -> Result<Option<Channel>> {
    let name = shop::DOORS.iter().find(|door| door.slug == shop::WEB).map(|door| door.name);
    let doors = app.ctx.db.read(channels::store::list).await?;
    Ok(doors.into_iter().find(|door| Some(door.name.as_str()) == name))
}

/// Whoever is played has an account: signing in is a click, and the shop's server vouches for it.
pub fn account(tr: &Tr, play: &Play, is_signed_in: bool) -> Markup {
    let name = play.player.name();
    html! {
        span.account data-account data-name=(name) {
            button type="button" data-sign-in hidden[is_signed_in] {
                (tr.with("demo-shop-sign-in", &[("name", Arg::Text(name.clone()))]))
            }
            span data-signed-in hidden[!is_signed_in] {
                (name) " "
                button type="button" data-sign-out { (tr.t("demo-shop-sign-out")) }
            }
        }
    }
}
