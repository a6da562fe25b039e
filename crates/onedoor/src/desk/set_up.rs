//! The first minute: the owner's account.

use axum::Form;
use axum::response::{IntoResponse, Response};
use customers::accounts;
use kit::Result;
use maud::{Markup, html};
use serde::Deserialize;

use super::reply::Go;
use super::sign_in::go_in;
use super::ui::{Fault, Field, Tone, button};
use super::who::Guest;

#[derive(Deserialize, Default)]
pub struct NewOwner {
    name: String,
    email: String,
    password: String,
}

pub async fn show_set_up(guest: Guest) -> Result<Response> {
    if guest.is_open_desk || accounts::is_set_up(&guest.app.ctx).await? {
        return Ok(Go::to("/desk").into_response());
    }
    let page = guest.door_page(&guest.tr.t("desk-set-up"), body(&guest, "", "", None));
    Ok(page.into_response())
}

pub async fn create_owner(guest: Guest, Form(new): Form<NewOwner>) -> Result<Response> {
    let ctx = &guest.app.ctx;
    let made = accounts::set_up_owner(ctx, &new.name, &new.email, new.password, &guest.visit).await;
    match made {
        Ok(entry) => Ok(go_in(&guest, &entry, "/desk").saying("set-up").into_response()),
        Err(error) if error.code == "already_set_up" => Err(error),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&guest, error, "password")?;
            let body = body(&guest, &new.name, &new.email, Some(&fault));
            let page = guest.door_page(&guest.tr.t("desk-set-up"), body);
            Ok(page.with_status(status).into_response())
        }
    }
}

fn body(guest: &Guest, name: &str, email: &str, fault: Option<&Fault>) -> Markup {
    let tr = &guest.tr;
    let name = Field::text("name", tr.t("desk-your-name"), name).focused();
    let password = Field::password("password", tr.t("desk-password"), "new-password");
    html! {
        p.lead { (tr.t("desk-set-up-lead")) }
        form.form method="post" action="/desk/set-up" {
            (name.show(fault))
            (Field::email(tr.t("desk-email"), email).show(fault))
            (password.hint(tr.t("desk-password-hint")).show(fault))
            (button(Tone::Accent, None, &tr.t("desk-set-up-do")))
        }
    }
}
