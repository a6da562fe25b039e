//! The forms beside a return: it is here, the money goes back, other pieces go out, it is refused.

use std::collections::BTreeMap;

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::Ctx;
use commerce::carts::Actor;
use commerce::returns::{self, Came, Held, Kind, Line, Received, Refund, Return};
use commerce::stock::{self, LocationId};
use customers::accounts::{Permit, may};
use customers::channels::ChannelId;
use customers::recording::Learned;
use kit::i18n::Arg;
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx};
use maud::{Markup, html};

use super::show::{Shown, page, parse};
use super::{actor, address, field, pieces};
use crate::desk::orders::went_back;
use crate::desk::reply::Go;
use crate::desk::ui::{
    Fault, Field, Icon, Tone, button, card, form, link_button, narrow, note, select, table,
};
use crate::desk::who::Desk;

type Pairs = Vec<(String, String)>;
type Done = Result<(Return, Vec<Line>, Learned)>;

pub async fn receive_return(
    desk: Desk,
    number: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    go(desk, number, pairs, "return-received", |ctx, tx, actor, held, pairs, now| {
        let received = received(pairs, &held)?;
        returns::receive(ctx, tx, actor, held, &received, now)
    })
    .await
}

pub async fn refund_return(
    desk: Desk,
    number: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    go(desk, number, pairs, "return-refunded", |ctx, tx, actor, held, pairs, now| {
        let refund = refund(pairs, held.order.order.total.currency)?;
        returns::refund(ctx, tx, actor, held, &refund, now)
    })
    .await
}

pub async fn exchange_return(
    desk: Desk,
    number: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    go(desk, number, pairs, "return-exchanged", |ctx, tx, actor, held, pairs, now| {
        returns::exchange(ctx, tx, actor, held, place(pairs)?, now)
    })
    .await
}

pub async fn refuse_return(
    desk: Desk,
    number: Path<String>,
    Form(pairs): Form<Pairs>,
) -> Result<Response> {
    go(desk, number, pairs, "return-refused", |ctx, tx, actor, held, pairs, now| {
        returns::refuse(ctx, tx, actor, held, &field(pairs, "why"), now)
    })
    .await
}

/// Does a step once, for whoever saw the return as it is; else the page says what to mend, with what was typed.
async fn go(
    desk: Desk,
    Path(number): Path<String>,
    pairs: Pairs,
    flash: &'static str,
    step: impl Fn(&Ctx, &Tx, &Actor, Held, &Pairs, Time) -> Done,
) -> Result<Response> {
    let permit: Permit<may::ManageReturns> = desk.staff.permit()?;
    let number = parse(&number)?;
    let (ctx, now) = (&desk.app.commerce, desk.now);
    let write = |tx: &Tx| {
        let held = returns::hold(tx, &number)?;
        held.must_be_of(pieces(&pairs, "version")?)?;
        let actor = actor(tx, &permit, door(tx, &held.back, &pairs)?)?;
        let (_, _, learned) = step(ctx, tx, &actor, held, &pairs, now)?;
        Ok(learned)
    };
    match ctx.customers.db.write(write).await {
        Ok(learned) => {
            ctx.customers.recorder.learn(learned);
            Ok(Go::to(&address(&number)).saying(flash).into_response())
        }
        Err(error) => {
            let status = error.status();
            let fault = Fault::of(&desk, error, "")?;
            let page = page(&desk, &number, &pairs, Some(&fault)).await?;
            Ok(page.with_status(status).into_response())
        }
    }
}

/// That of the store where it is done; else where the step before was done.
fn door(tx: &Tx, back: &Return, pairs: &Pairs) -> Result<ChannelId> {
    if !field(pairs, "location").is_empty()
        && let Some(door) = stock::store::location(tx, place(pairs)?)?.channel
    {
        return Ok(door);
    }
    let steps = returns::store::steps(tx, back)?;
    Ok(steps.last().map_or(back.channel_id, |step| step.channel_id))
}

fn place(pairs: &Pairs) -> Result<LocationId> {
    let text = field(pairs, "location");
    text.parse().map_err(|_| Error::bad_input("bad_location", "Choose a place."))
}

fn received(pairs: &Pairs, held: &Held) -> Result<Received> {
    let mut lines = BTreeMap::new();
    for line in &held.lines {
        let of = |name: &str| pieces(pairs, &format!("{name}_{}", line.position));
        let came = Came {
            restocked: of("restocked")?,
            written_off: of("written_off")?,
            kept: of("kept")?,
        };
        lines.insert(line.position, came);
    }
    Ok(Received { location: place(pairs)?, lines })
}

fn refund(pairs: &Pairs, currency: Currency) -> Result<Refund> {
    let typed = field(pairs, "deduction").replace(',', ".");
    let deduction = match typed.trim() {
        "" => 0,
        text => Money::from_decimal(text, currency)?.minor,
    };
    Ok(Refund { deduction, why: field(pairs, "why_kept"), paid_by: field(pairs, "paid_by") })
}

/// A form of this return. Whoever sends it has seen this version.
fn acting(desk: &Desk, shown: &Shown, act: &str, body: Markup) -> Markup {
    form(
        desk,
        &format!("{}/{act}", address(&shown.back.number)),
        html! {
            input type="hidden" name="version" value=(shown.back.version);
            (body)
        },
    )
}

fn places(desk: &Desk, shown: &Shown, key: &str, chosen: &str) -> Markup {
    let all: Vec<(String, String)> =
        shown.places.iter().map(|place| (place.id.to_string(), place.name.clone())).collect();
    select("location", &desk.tr.t(key), &all, chosen, None)
}

pub fn receiving(desk: &Desk, shown: &Shown, typed: &[(String, String)]) -> Markup {
    let tr = &desk.tr;
    let body = match shown.places.is_empty() {
        true => html! {
            (note(Tone::Warn, html! { (tr.t("desk-returns-no-place")) }))
            (link_button(Tone::Plain, Some(Icon::Store), &tr.t("desk-stock-places"), "/desk/stock/places"))
        },
        false => acting(
            desk,
            shown,
            "receipt",
            html! {
                (what_came(desk, shown, typed))
                (narrow(html! {
                    (places(desk, shown, "desk-returns-where", &field(typed, "location")))
                    (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-returns-receive")))
                }))
            },
        ),
    };
    card(
        &tr.t("desk-returns-receiving"),
        html! { p.hint { (tr.t("desk-returns-receiving-text")) } (body) },
    )
}

fn what_came(desk: &Desk, shown: &Shown, typed: &[(String, String)]) -> Markup {
    let tr = &desk.tr;
    let may_keep = shown.back.kind == Kind::Complaint;
    let mut headings = [
        "desk-returns-goods",
        "desk-returns-announced",
        "desk-returns-restocked",
        "desk-returns-written-off",
    ]
    .map(|key| tr.t(key))
    .to_vec();
    if may_keep {
        headings.push(tr.t("desk-returns-kept"));
    }
    let input = |line: &Line, name: &str, key: &str, usual: i64| {
        let full = format!("{name}_{}", line.position);
        let value = if typed.is_empty() { usual.to_string() } else { field(typed, &full) };
        html! {
            input.pieces type="number" name=(full) min="0" max=(line.quantity) inputmode="numeric"
                value=(value) aria-label={ (tr.t(key)) ": " (line.title) };
        }
    };
    let row = |line: &Line| {
        let mut cells = vec![
            html! { strong { (line.title) } " " small { (line.sku) } },
            html! { (tr.number(line.quantity)) },
            input(line, "restocked", "desk-returns-restocked", line.quantity),
            input(line, "written_off", "desk-returns-written-off", 0),
        ];
        if may_keep {
            cells.push(input(line, "kept", "desk-returns-kept", 0));
        }
        cells
    };
    let rows: Vec<_> = shown.lines.iter().map(row).collect();
    table(&tr.t("desk-returns-receiving"), &headings, &rows, None)
}

pub fn refunding(desk: &Desk, shown: &Shown, typed: &[(String, String)]) -> Markup {
    let tr = &desk.tr;
    let Some(due) = &shown.due else { return html! {} };
    let amount = tr.money(shown.money(due.total()));
    let (deduction, why, paid_by) =
        (field(typed, "deduction"), field(typed, "why_kept"), field(typed, "paid_by"));
    let maybe = |name, key: &str, value| Field {
        is_required: false,
        ..Field::text(name, tr.t(key), value)
    };
    let text = [("amount", Arg::Text(amount.clone()))];
    let body = html! {
        p { (tr.with("desk-returns-due", &text)) }
        @if due.delivery > 0 {
            p.hint {
                (tr.with("desk-returns-due-delivery", &[("amount", Arg::Money(shown.money(due.delivery)))]))
            }
        }
        (to_tenders(desk, shown, due.total()))
        (narrow(acting(desk, shown, "refund", html! {
            (maybe("paid_by", "desk-returns-paid-by", &paid_by)
                .hint(tr.t("desk-returns-paid-by-hint")).show(None))
            (maybe("deduction", "desk-returns-deduction", &deduction)
                .hint(tr.t("desk-returns-deduction-hint")).show(None))
            (maybe("why_kept", "desk-returns-why-kept", &why).show(None))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-returns-pay-back")))
        })))
    };
    card(&tr.t("desk-returns-refund"), body)
}

/// What of it goes back to gift cards and as points, and what is left to be paid in money.
fn to_tenders(desk: &Desk, shown: &Shown, due: i64) -> Markup {
    let tr = &desk.tr;
    let money = due - shown.to_tenders.total();
    let args = [("amount", Arg::Money(shown.money(money)))];
    html! {
        @if !shown.to_tenders.is_empty() {
            p {
                @if money > 0 { (tr.with("desk-tenders-refund", &args)) }
                @else { (tr.t("desk-tenders-refund-none")) }
            }
            ul { @for said in went_back(desk, &shown.to_tenders.told()) { li { (said) } } }
        }
    }
}

pub fn exchanging(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    let body = html! {
        p.hint { (tr.t("desk-returns-exchange-text")) }
        (narrow(acting(desk, shown, "exchange", html! {
            (places(desk, shown, "desk-returns-from", ""))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-returns-exchange")))
        })))
    };
    card(&tr.t("desk-returns-exchange"), body)
}

pub fn refusing(desk: &Desk, shown: &Shown, typed: &[(String, String)]) -> Markup {
    let tr = &desk.tr;
    let why = field(typed, "why");
    let body = acting(
        desk,
        shown,
        "refusal",
        html! {
            (Field::text("why", tr.t("desk-returns-why-refused"), &why)
                .hint(tr.t("desk-returns-why-refused-hint")).show(None))
            (button(Tone::Bad, Some(Icon::Close), &tr.t("desk-returns-refuse")))
        },
    );
    html! {
        details.card open[!why.is_empty()] {
            summary { (tr.t("desk-returns-refuse")) }
            (narrow(body))
        }
    }
}
