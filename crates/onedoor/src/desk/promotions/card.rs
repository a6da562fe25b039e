//! One gift card: what is on it, what moved it, and money put back by hand.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::promotions::gift_cards::{self, GiftCard, GiftCardId};
use commerce::promotions::gift_cards_by_hand as by_hand;
use customers::accounts::{Permit, may};
use kit::money::Money;
use kit::{Error, Result, Time, Tx};
use maud::{Markup, html};

use super::CARDS;
use super::cards::state_badge;
use super::form_parts::number;
use crate::desk::reply::{Go, Page};
use crate::desk::typed::{Typed, Wrong};
use crate::desk::ui::{
    Fault, Icon, Nav, Tone, button, card, confirmed_form, form, link_button, table, title_row,
};
use crate::desk::who::Desk;

fn parse_id(text: &str) -> Result<GiftCardId> {
    text.parse().map_err(|_| Error::not_found("gift card of this id"))
}

pub async fn show_gift_card(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    page(&desk, parse_id(&id)?, &Typed::default(), None).await
}

/// Each form has a reference of its own, so that one sent twice puts back once.
pub async fn put_back(
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let (id, typed) = (parse_id(&id)?, Typed::new(fields));
    let card = desk.app.ctx.db.read(|tx| by_hand::find(tx, id)).await?;
    let currency = card.balance.currency;
    let missing = || Wrong::new("amount", "number_missing", "Write a number above zero.");
    let put = match typed.amount("amount", currency).and_then(|found| found.ok_or_else(missing)) {
        Ok(amount) => {
            let (amount, reference) = (Money::new(amount, currency), typed.get("reference"));
            let put = by_hand::put_back(&desk.app.commerce, &permit, id, amount, reference);
            put.await.map_err(|error| Wrong::of("amount", error))
        }
        Err(wrong) => Err(wrong),
    };
    match put {
        Ok(_) => Ok(Go::to(&format!("{CARDS}/{id}")).saying("gift-card-put-back").into_response()),
        Err(wrong) => {
            let status = wrong.error.status();
            let fault = wrong.fault(&desk)?;
            Ok(page(&desk, id, &typed, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

pub async fn block_gift_card(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    by_hand::block(&desk.app.commerce, &permit, id).await?;
    Ok(Go::to(&format!("{CARDS}/{id}")).saying("gift-card-blocked"))
}

type Entry = (Time, String, i64, i64);

async fn page(desk: &Desk, id: GiftCardId, typed: &Typed, fault: Option<&Fault>) -> Result<Page> {
    let look = |tx: &Tx| Ok((by_hand::find(tx, id)?, gift_cards::entries(tx, id)?));
    let (found, entries) = desk.app.ctx.db.read(look).await?;
    let tr = &desk.tr;
    let title = format!("{} …{}", tr.t("desk-gift-card"), found.ending);
    let body = html! {
        (title_row(&title, &tr.money(found.balance), html! {
            (state_badge(desk, &found))
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-gift-cards"), CARDS))
        }))
        div.promo-columns {
            (card(&tr.t("desk-gift-cards-ledger"), ledger(desk, &found, &entries)))
            div.promo-aside {
                (card(&tr.t("desk-gift-cards-put-back"), putting_back(desk, &found, typed, fault)))
                @if found.disabled_at.is_none() {
                    (confirmed_form(desk, &format!("{CARDS}/{id}/block"),
                        &tr.t("desk-gift-cards-block-ask"), Tone::Bad, &tr.t("desk-gift-cards-block"), html! {}))
                }
            }
        }
    };
    Ok(desk.page(Nav::Promotions, &title, body))
}

fn putting_back(desk: &Desk, card: &GiftCard, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let reference = format!("desk:{}", kit::id::to_base32(kit::id::uuid_v7(desk.now)));
    let sent = typed.get("reference");
    form(
        desk,
        &format!("{CARDS}/{}/entries", card.id),
        html! {
            p.hint { (desk.tr.t("desk-gift-cards-put-back-hint")) }
            input type="hidden" name="reference" value=(if sent.is_empty() { &reference } else { sent });
            (number(desk, "amount", "card-amount", typed).show(fault))
            (button(Tone::Plain, Some(Icon::Return), &desk.tr.t("desk-gift-cards-put-back")))
        },
    )
}

fn ledger(desk: &Desk, card: &GiftCard, entries: &[Entry]) -> Markup {
    let tr = &desk.tr;
    let money = |minor| tr.money(Money::new(minor, card.balance.currency));
    let headings = ["when", "amount", "balance", "reference"]
        .map(|key| tr.t(&format!("desk-gift-cards-{key}")));
    let row = |(at, reference, amount, balance): &Entry| {
        vec![
            html! { (tr.date_time(*at)) },
            html! { @if *amount > 0 { "+" } (money(*amount)) },
            html! { (money(*balance)) },
            html! { code { (reference) } },
        ]
    };
    let rows: Vec<_> = entries.iter().rev().map(row).collect();
    table(&tr.t("desk-gift-cards-ledger"), &headings, &rows, None)
}
