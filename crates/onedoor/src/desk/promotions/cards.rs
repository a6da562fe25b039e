//! Gift cards: issued, found by their code, and listed.

use axum::extract::Form;
use axum::response::{IntoResponse, Response};
use commerce::promotions::gift_cards::{self, GiftCard, GiftCardId};
use commerce::promotions::gift_cards_by_hand;
use customers::accounts::{Permit, may};
use kit::Result;
use kit::money::Money;
use maud::{Markup, html};

use super::form_parts::{moment, number};
use super::{CARDS, LIST};
use crate::desk::reply::{Go, Page};
use crate::desk::typed::{Read, Typed, Wrong};
use crate::desk::ui::{
    Fault, Field, Icon, Nav, Tone, badge, button, card, copyable, empty, form, link_button, more,
    table, time, title_row,
};
use crate::desk::who::Desk;
use kit::Time;

const PAGE_SIZE: usize = 50;

type Fields = Form<Vec<(String, String)>>;

pub async fn list_gift_cards(desk: Desk) -> Result<Page> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    page(&desk, &fresh(&desk), None, None).await
}

/// A card's id comes with the form, so that a form that is sent twice issues one.
fn fresh(desk: &Desk) -> Typed {
    let mut typed = Typed::default();
    typed.add("id", GiftCardId::new(desk.now));
    typed.add("currency", desk.app.ctx.defaults.currency);
    typed
}

/// The code is shown once, in the answer itself: a next page could not know it.
pub async fn issue_gift_card(desk: Desk, Form(fields): Fields) -> Result<Response> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let typed = Typed::new(fields);
    let issued = match wanted(&desk, &typed) {
        Ok((id, amount, ends_at)) => {
            gift_cards::issue(&desk.app.commerce, &permit, id, amount, ends_at)
                .await
                .map_err(|error| Wrong::of("amount", error))
        }
        Err(wrong) => Err(wrong),
    };
    match issued {
        Ok(code) => Ok(page(&desk, &fresh(&desk), None, Some(&code)).await?.into_response()),
        Err(wrong) => {
            let status = wrong.error.status();
            let fault = wrong.fault(&desk)?;
            let page = page(&desk, &typed, Some(&fault), None).await?;
            Ok(page.with_status(status).into_response())
        }
    }
}

fn wanted(desk: &Desk, typed: &Typed) -> Read<(GiftCardId, Money, Option<Time>)> {
    let currency = typed.currency(desk)?;
    let missing = || Wrong::new("amount", "number_missing", "Write a number above zero.");
    let amount = typed.amount("amount", currency)?.ok_or_else(missing)?;
    let id = typed.get("id").parse()?;
    Ok((id, Money::new(amount, currency), typed.moment(desk, "ends_at")?))
}

/// Sent as a form, since a code is money and addresses are written down everywhere.
pub async fn find_gift_card(desk: Desk, Form(fields): Fields) -> Result<Response> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    let typed = Typed::new(fields);
    let code = typed.get("gift_code").to_string();
    let found = desk.app.ctx.db.read(|tx| gift_cards::find_maybe(tx, &code)).await?;
    if let Some(card) = found {
        return Ok(Go::to(&format!("{CARDS}/{}", card.id)).into_response());
    }
    let unknown =
        Wrong::new("gift_code", "gift_card_unknown", "There is no gift card of this code.");
    let (status, fault) = (unknown.error.status(), unknown.fault(&desk)?);
    let page = page(&desk, &fresh(&desk), Some(&fault), None).await?;
    Ok(page.with_status(status).into_response())
}

async fn page(
    desk: &Desk,
    typed: &Typed,
    fault: Option<&Fault>,
    code: Option<&str>,
) -> Result<Page> {
    let before = desk.query("before").map(|id| id.parse()).transpose()?;
    let read = desk.app.ctx.db.read(|tx| gift_cards_by_hand::page(tx, before, PAGE_SIZE + 1));
    let mut cards = read.await?;
    let is_more = cards.len() > PAGE_SIZE;
    cards.truncate(PAGE_SIZE);
    let next = cards.last().filter(|_| is_more).map(|last| format!("{CARDS}?before={}", last.id));
    let tr = &desk.tr;
    let title = tr.t("desk-gift-cards");
    let body = html! {
        (title_row(&title, &tr.t("desk-gift-cards-lead"), html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-promotions"), LIST))
        }))
        @if let Some(code) = code {
            section.card {
                h2 { (tr.t("desk-gift-cards-issued")) }
                p { (tr.t("desk-gift-cards-once")) }
                (copyable(desk, code))
            }
        }
        div.promo-columns {
            div {
                @if cards.is_empty() {
                    (empty(Icon::Heart, &tr.t("desk-gift-cards-none"), &tr.t("desk-gift-cards-none-text"), html! {}))
                } @else {
                    (rows(desk, &title, &cards))
                }
                (more(desk, next.as_deref(), before.map(|_: GiftCardId| CARDS)))
            }
            div.promo-aside {
                (card(&tr.t("desk-gift-cards-find"), finding(desk, fault)))
                (card(&tr.t("desk-gift-cards-issue"), issuing(desk, typed, fault)))
            }
        }
    };
    Ok(desk.page(Nav::Promotions, &title, body))
}

fn finding(desk: &Desk, fault: Option<&Fault>) -> Markup {
    let code = Field::text("gift_code", desk.tr.t("desk-gift-cards-code"), "");
    let find = button(Tone::Plain, Some(Icon::Search), &desk.tr.t("desk-gift-cards-find"));
    form(desk, &format!("{CARDS}/find"), html! { (code.show(fault)) (find) })
}

fn issuing(desk: &Desk, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    html! {
        (form(desk, CARDS, html! {
            input type="hidden" name="id" value=(typed.get("id"));
            div.field-pair {
                (number(desk, "amount", "card-amount", typed).show(fault))
                (number(desk, "currency", "currency", typed).show(fault))
            }
            (moment(desk, "ends_at", "ends", typed).show(fault))
            (button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-gift-cards-issue")))
        }))
    }
}

fn rows(desk: &Desk, title: &str, cards: &[GiftCard]) -> Markup {
    let tr = &desk.tr;
    let headings = ["ending", "balance", "state", "issued-at"]
        .map(|key| tr.t(&format!("desk-gift-cards-{key}")));
    let row = |one: &GiftCard| {
        vec![
            html! { a.row-link href={ (CARDS) "/" (one.id) } { code { "…" (one.ending) } } },
            html! { (tr.money(one.balance)) },
            state_badge(desk, one),
            html! { (time(desk, one.issued_at)) },
        ]
    };
    let rows: Vec<_> = cards.iter().map(row).collect();
    table(title, &headings, &rows, None)
}

pub fn state_badge(desk: &Desk, one: &GiftCard) -> Markup {
    let (tone, key) = if one.disabled_at.is_some() {
        (Tone::Bad, "blocked")
    } else if !one.is_valid(desk.now) {
        (Tone::Plain, "over")
    } else if one.balance.minor == 0 {
        (Tone::Plain, "empty")
    } else {
        (Tone::Good, "valid")
    };
    badge(tone, None, &desk.tr.t(&format!("desk-gift-cards-is-{key}")))
}
