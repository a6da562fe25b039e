//! Language and colours, for guests in cookies and for staff in their account too.

use axum::Form;
use customers::accounts;
use kit::Result;
use kit::i18n::Lang;
use serde::Deserialize;

use super::cookies::{self, Theme};
use super::reply::Go;
use super::who::Guest;

#[derive(Deserialize)]
pub struct Preferences {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    theme: String,
    #[serde(default)]
    back: String,
}

pub async fn set_preferences(guest: Guest, Form(form): Form<Preferences>) -> Result<Go> {
    let lang = Lang::parse(&form.lang).map(Lang::code);
    let theme = Theme::parse(&form.theme).map(Theme::code);
    let ctx = &guest.app.ctx;
    if let Some(token) = guest.token.as_ref().filter(|_| !guest.is_open_desk)
        && let Some((staff, _)) = accounts::recognise(ctx, token, &guest.visit.request_id).await?
    {
        accounts::set_preferences(ctx, &staff, lang, theme).await?;
    }
    let mut go = Go::to(&form.back);
    for (name, value) in [(cookies::LANG, lang), (cookies::THEME, theme)] {
        if let Some(value) = value {
            go = go.with_cookie(cookies::preference(name, value));
        }
    }
    Ok(go)
}
