//! Behind the link of an invitation or a reset: set a password.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, Account, Token};
use kit::{Error, Result};
use maud::html;
use serde::Deserialize;

use super::reply::Page;
use super::sign_in::go_in;
use super::ui::{Fault, Field, Tone, button};
use super::who::Guest;

#[derive(Deserialize)]
pub struct NewPassword {
    password: String,
}

pub async fn show_link(guest: Guest, Path(link): Path<String>) -> Result<Page> {
    let account = accounts::open_password_link(&guest.app.ctx, &parse(&link)?).await?;
    Ok(page(&guest, &account, &link, None))
}

pub async fn use_link(
    guest: Guest,
    Path(link): Path<String>,
    Form(new): Form<NewPassword>,
) -> Result<Response> {
    let ctx = &guest.app.ctx;
    let token = parse(&link)?;
    let account = accounts::open_password_link(ctx, &token).await?;
    match accounts::set_password_by_link(ctx, &token, new.password, &guest.visit).await {
        Ok(entry) => Ok(go_in(&guest, &entry, "/desk").saying("welcome").into_response()),
        Err(error) if error.code == "link_gone" => Err(error),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&guest, error, "password")?;
            let page = page(&guest, &account, &link, Some(&fault));
            Ok(page.with_status(status).into_response())
        }
    }
}

fn parse(link: &str) -> Result<Token> {
    Token::parse(link).ok_or_else(|| Error::not_found("page of this address"))
}

fn page(guest: &Guest, account: &Account, link: &str, fault: Option<&Fault>) -> Page {
    let tr = &guest.tr;
    let password = Field::password("password", tr.t("desk-new-password"), "new-password")
        .hint(tr.t("desk-password-hint"))
        .focused();
    let body = html! {
        p.lead {
            (tr.with("desk-link-lead", &[
                ("name", kit::i18n::Arg::Text(account.name.clone())),
                ("email", kit::i18n::Arg::Text(account.email.clone())),
            ]))
        }
        form.form method="post" action={ "/desk/password/" (link) } {
            // So that password managers know whose password this is.
            input.hidden type="email" name="username" autocomplete="username"
                value=(account.email) tabindex="-1" aria-hidden="true";
            (password.show(fault))
            (button(Tone::Accent, None, &tr.t("desk-set-password")))
        }
    };
    guest.door_page(&tr.t("desk-set-password"), body)
}
