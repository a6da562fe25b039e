//! Who may see these pages: a browser on this machine, while the demo runs.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kit::i18n::{Lang, Tr};
use kit::{Error, Time};

use super::Play;
use crate::app::App;
use crate::desk::guard::check_origin;
use crate::desk::who::Guest;

#[derive(Clone)]
pub struct Caller {
    pub app: App,
    pub play: Arc<Play>,
    pub tr: Tr,
    pub now: Time,
    /// A language that was chosen by a link, to be remembered.
    pub chosen: Option<Lang>,
}

impl FromRequestParts<App> for Caller {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Caller, Error> {
        let guest = Guest::of(app, parts);
        let play = app.play.clone().filter(|_| guest.is_open_desk);
        let play = play.ok_or_else(|| Error::not_found("demo here; `onedoor demo` has one"))?;
        check_origin(&parts.method, &parts.headers)?;
        let chosen = guest.query("lang").as_deref().and_then(Lang::parse);
        let tr = match chosen {
            Some(lang) => Tr::new(&app.catalogue, lang, app.zone.clone()),
            None => guest.tr,
        };
        Ok(Caller { app: app.clone(), play, tr, now: guest.now, chosen })
    }
}
