//! Turning the second factor on and off.

use axum::Form;
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, SecondFactorOffer};
use kit::i18n::Arg;
use kit::{Result, Time};
use maud::{Markup, html};
use serde::Deserialize;

use super::reply::{Go, Page};
use super::ui::parts::picture;
use super::ui::{
    Fault, Field, Icon, Nav, Tone, badge, button, card, copyable, form, link_button, narrow, note,
    title_row,
};
use super::who::Desk;

#[derive(Deserialize)]
pub struct Code {
    code: String,
}

#[derive(Deserialize)]
pub struct Proof {
    password: String,
}

/// What the settings page shows of it.
pub(super) fn state(desk: &Desk, on_at: Option<Time>, codes_left: i64) -> Markup {
    let tr = &desk.tr;
    let Some(on_at) = on_at else {
        return html! {
            p { (tr.t("desk-second-factor-why")) }
            (link_button(
                Tone::Accent,
                Some(Icon::Verified),
                &tr.t("desk-second-factor-on"),
                "/desk/settings/second-factor",
            ))
        };
    };
    let since = tr.with("desk-second-factor-since", &[("day", Arg::Text(tr.date(on_at)))]);
    let password = || Field::password("password", tr.t("desk-password"), "current-password");
    html! {
        p { (badge(Tone::Good, Some(Icon::Verified), &since)) }
        p.hint { (tr.with("desk-codes-left", &[("count", Arg::Int(codes_left))])) }
        details {
            summary { (tr.t("desk-change")) }
            (form(desk, "/desk/settings/recovery-codes", html! {
                (password().show(None))
                (button(Tone::Plain, Some(Icon::Key), &tr.t("desk-new-codes")))
            }))
            (form(desk, "/desk/settings/second-factor/off", html! {
                (password().show(None))
                (button(Tone::Bad, None, &tr.t("desk-second-factor-off")))
            }))
        }
    }
}

pub async fn show_offer(desk: Desk) -> Result<Page> {
    let offer = accounts::find_second_factor_offer(&desk.app.ctx, &desk.staff).await?;
    Ok(offer_page(&desk, &offer, None))
}

pub async fn confirm_offer(desk: Desk, Form(form): Form<Code>) -> Result<Response> {
    let ctx = &desk.app.ctx;
    match accounts::confirm_second_factor(ctx, &desk.staff, &form.code).await {
        Ok(codes) => Ok(codes_page(&desk, &codes).into_response()),
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "code")?;
            let offer = accounts::find_second_factor_offer(ctx, &desk.staff).await?;
            Ok(offer_page(&desk, &offer, Some(&fault)).with_status(status).into_response())
        }
    }
}

pub async fn renew_codes(desk: Desk, Form(proof): Form<Proof>) -> Result<Page> {
    let ctx = &desk.app.ctx;
    let codes =
        accounts::renew_recovery_codes(ctx, &desk.staff, proof.password, &desk.visit).await?;
    Ok(codes_page(&desk, &codes))
}

pub async fn turn_off(desk: Desk, Form(proof): Form<Proof>) -> Result<Go> {
    let ctx = &desk.app.ctx;
    accounts::turn_second_factor_off(ctx, &desk.staff, proof.password, &desk.visit).await?;
    Ok(Go::to("/desk/settings").saying("second-factor-off"))
}

fn offer_page(desk: &Desk, offer: &SecondFactorOffer, fault: Option<&Fault>) -> Page {
    let tr = &desk.tr;
    let title = tr.t("desk-second-factor");
    let code = Field::code(tr.t("desk-code")).hint(tr.t("desk-code-confirm-hint"));
    let steps = html! {
        ol.steps {
            li { p { (tr.t("desk-second-factor-step-app")) } }
            li {
                p { (tr.t("desk-second-factor-step-scan")) }
                (picture(&offer.qr_svg, &tr.t("desk-qr")))
                details {
                    summary { (tr.t("desk-second-factor-by-hand")) }
                    (copyable(desk, &offer.secret))
                }
            }
            li {
                p { (tr.t("desk-second-factor-step-code")) }
                (form(desk, "/desk/settings/second-factor", html! {
                    (code.show(fault))
                    (button(Tone::Accent, Some(Icon::Verified), &tr.t("desk-second-factor-on")))
                }))
            }
        }
    };
    let body = html! {
        (title_row(&title, &tr.t("desk-second-factor-why"), html! {}))
        (narrow(card("", steps)))
    };
    desk.page(Nav::Settings, &title, body)
}

fn codes_page(desk: &Desk, codes: &[String]) -> Page {
    let tr = &desk.tr;
    let title = tr.t("desk-recovery-codes");
    let body = html! {
        (title_row(&title, "", html! {}))
        (narrow(card("", html! {
            (note(Tone::Warn, html! { (tr.t("desk-recovery-codes-lead")) }))
            ul.codes { @for code in codes { li { code { (code) } } } }
            div.actions {
                button.button.plain type="button" data-copy=(codes.join("\n"))
                    data-done=(tr.t("desk-copied")) {
                    (super::ui::icon(Icon::Copy)) span { (tr.t("desk-copy")) }
                }
                (link_button(Tone::Accent, None, &tr.t("desk-codes-kept"), "/desk/settings"))
            }
        })))
    };
    desk.page(Nav::Settings, &title, body)
}
