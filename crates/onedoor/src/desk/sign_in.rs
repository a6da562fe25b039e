//! In and out.

use axum::Form;
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, Entry, Next};
use kit::Result;
use maud::{Markup, html};
use serde::Deserialize;

use super::cookies;
use super::reply::{Go, Page};
use super::ui::{Fault, Field, Tone, button, note};
use super::who::{Desk, Guest};

#[derive(Deserialize)]
pub struct Credentials {
    email: String,
    password: String,
    #[serde(default)]
    back: String,
}

#[derive(Deserialize)]
pub struct Code {
    code: String,
    #[serde(default)]
    back: String,
}

pub async fn show_sign_in(guest: Guest) -> Result<Response> {
    if guest.is_open_desk {
        return Ok(Go::to("/desk").into_response());
    }
    if !accounts::is_set_up(&guest.app.ctx).await? {
        return Ok(Go::to("/desk/set-up").into_response());
    }
    let back = guest.query("back").unwrap_or_default();
    Ok(sign_in_page(&guest, "", &back, None).into_response())
}

pub async fn create_session(guest: Guest, Form(form): Form<Credentials>) -> Result<Response> {
    let ctx = &guest.app.ctx;
    let old = guest.token.as_ref();
    match accounts::sign_in(ctx, &form.email, form.password, old, &guest.visit).await {
        Ok(entry) => Ok(go_in(&guest, &entry, &form.back).into_response()),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&guest, error, "password")?;
            let page = sign_in_page(&guest, &form.email, &form.back, Some(&fault));
            Ok(page.with_status(status).into_response())
        }
    }
}

/// With the new session in the browser: to the desk, or to the question for the code.
pub(super) fn go_in(guest: &Guest, entry: &Entry, back: &str) -> Go {
    let go = match entry.next {
        Next::SignedIn => Go::to(back),
        Next::Code => Go::to(&format!("/desk/sign-in/code?back={}", back.replace('&', "%26"))),
    };
    go.with_cookie(cookies::session(&entry.token, guest.app.https))
}

pub async fn show_code(guest: Guest) -> Result<Response> {
    let Some(token) = &guest.token else { return Ok(Go::to("/desk/sign-in").into_response()) };
    if !accounts::owes_code(&guest.app.ctx, token).await? {
        return Ok(Go::to("/desk/sign-in").into_response());
    }
    let back = guest.query("back").unwrap_or_default();
    Ok(code_page(&guest, &back, None).into_response())
}

pub async fn enter_code(guest: Guest, Form(form): Form<Code>) -> Result<Response> {
    let Some(token) = &guest.token else { return Ok(Go::to("/desk/sign-in").into_response()) };
    match accounts::enter_code(&guest.app.ctx, token, &form.code, &guest.visit).await {
        Ok(entry) => Ok(go_in(&guest, &entry, &form.back).into_response()),
        Err(error) if error.code == "sign_in_again" => {
            Ok(Go::to("/desk/sign-in").saying("too-late").into_response())
        }
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&guest, error, "code")?;
            let page = code_page(&guest, &form.back, Some(&fault));
            Ok(page.with_status(status).into_response())
        }
    }
}

pub async fn delete_session(desk: Desk) -> Result<Go> {
    accounts::sign_out(&desk.app.ctx, &desk.staff).await?;
    let gone = cookies::no_session(desk.app.https);
    Ok(Go::to("/desk/sign-in").with_cookie(gone).saying("signed-out"))
}

fn sign_in_page(guest: &Guest, email: &str, back: &str, fault: Option<&Fault>) -> Page {
    let tr = &guest.tr;
    let mut address = Field::email(tr.t("desk-email"), email);
    let mut password = Field::password("password", tr.t("desk-password"), "current-password");
    if email.is_empty() {
        address = address.focused();
    } else {
        password = password.focused();
    }
    let body = html! {
        form.form method="post" action="/desk/sign-in" {
            (back_field(back))
            (address.show(fault))
            (password.show(fault))
            (button(Tone::Accent, None, &tr.t("desk-sign-in")))
        }
        p.hint { (tr.t("desk-forgot")) }
    };
    guest.door_page(&tr.t("desk-sign-in"), body)
}

fn code_page(guest: &Guest, back: &str, fault: Option<&Fault>) -> Page {
    let tr = &guest.tr;
    let code = Field::code(tr.t("desk-code")).hint(tr.t("desk-code-hint")).focused();
    let body = html! {
        (note(Tone::Accent, html! { (tr.t("desk-code-lead")) }))
        form.form method="post" action="/desk/sign-in/code" {
            (back_field(back))
            (code.show(fault))
            (button(Tone::Accent, None, &tr.t("desk-continue")))
        }
    };
    guest.door_page(&tr.t("desk-second-factor"), body)
}

fn back_field(back: &str) -> Markup {
    html! { input type="hidden" name="back" value=(back); }
}
