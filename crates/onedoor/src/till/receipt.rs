//! The receipt of a sale: one list of rows, printed by the browser or by a receipt printer.

use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use commerce::orders::{self, Agreed, Line, Order};
use commerce::prices::vat::BasisPoints;
use commerce::tenders::{self, Source, Tender};
use commerce::tills::escpos::{self, Row};
use commerce::tills::{self, Means, Taking};
use customers::accounts::{Permit, may};
use customers::channels::store as channels;
use kit::i18n::{Arg, Tr};
use kit::money::Money;
use kit::{Result, Tx};
use maud::{DOCTYPE, Markup, html};

use super::assets;
use super::collect::numbered;
use crate::desk::Desk;

struct Receipt {
    order: Order,
    lines: Vec<Line>,
    agreed: Agreed,
    /// What was taken for it at a till.
    taking: Option<Taking>,
    /// What paid for it besides money.
    tenders: Vec<Tender>,
    store: String,
}

async fn find(desk: &Desk, number: &str) -> Result<Receipt> {
    let _: Permit<may::SellAtTill> = desk.staff.permit()?;
    let look = |tx: &Tx| {
        let order = numbered(tx, number)?;
        let door = channels::find_maybe(tx, order.channel_id)?;
        Ok(Receipt {
            lines: orders::store::lines(tx, &order)?,
            agreed: Agreed::of(&order)?,
            taking: tills::store::taken_for_maybe(tx, order.id)?,
            tenders: tenders::of_order(tx, &order)?,
            store: door.map(|door| door.name).unwrap_or_default(),
            order,
        })
    };
    desk.app.ctx.db.read(look).await
}

/// What stands on it, from the top.
fn rows(tr: &Tr, receipt: &Receipt) -> Vec<Row> {
    let Receipt { order, lines, agreed, taking, tenders, store } = receipt;
    let mut rows = vec![Row::Centre(store.clone())];
    rows.push(Row::Centre(tr.date_time(taking.as_ref().map_or(order.placed_at, |t| t.sold_at))));
    if let Some(name) = &order.actor_name {
        rows.push(Row::Centre(tr.with("till-slip-clerk", &[("name", Arg::Text(name.clone()))])));
    }
    rows.push(Row::Rule);
    for line in lines {
        line_rows(tr, line, &mut rows);
    }
    let currency = order.total.currency;
    if let Some(way) = &agreed.shipping {
        let paid = tr.money(Money::new(way.total, currency));
        rows.push(Row::Pair(way.title_in(tr.lang()).to_owned(), paid));
    }
    rows.push(Row::Rule);
    rows.push(Row::High(tr.t("till-total"), tr.money(order.total)));
    for tax in &agreed.taxes {
        let rate = Arg::Text(BasisPoints(tax.rate).to_string());
        let rate = tr.with("till-slip-tax", &[("rate", rate)]);
        rows.push(Row::Pair(rate, tr.money(Money::new(tax.tax, currency))));
    }
    tender_rows(tr, order, tenders, &mut rows);
    if let Some(taking) = taking.as_ref().filter(|taking| taking.total.minor > 0) {
        paid_rows(tr, taking, &mut rows);
    }
    rows.push(Row::Centre(
        tr.with("till-slip-order", &[("number", Arg::Text(order.number.clone()))]),
    ));
    rows.push(Row::Code(order.number.clone()));
    rows.push(Row::Centre(tr.t("till-slip-thanks")));
    rows
}

fn line_rows(tr: &Tr, line: &Line, rows: &mut Vec<Row>) {
    let base = Money::new(line.total.minor + line.discount.minor, line.total.currency);
    rows.push(Row::Pair(format!("{} × {}", line.quantity, line.title), tr.money(base)));
    if line.discount.minor != 0 {
        let off = Money::new(-line.discount.minor, line.discount.currency);
        rows.push(Row::Pair(tr.t("till-slip-discount"), tr.money(off)));
    }
    if line.open() > 0 {
        let count = [("count", Arg::Int(line.open()))];
        rows.push(Row::Text(tr.with("till-slip-later", &count)));
    }
}

fn tender_rows(tr: &Tr, order: &Order, tenders: &[Tender], rows: &mut Vec<Row>) {
    for tender in tenders {
        let words = match tender.source {
            Source::Card(_) => {
                tr.with("till-slip-gift-card", &[("ending", Arg::Text(tender.ending.clone()))])
            }
            Source::Leaf(_) => tr.with("till-slip-points", &[("n", Arg::Int(tender.points))]),
        };
        rows.push(Row::Pair(words, tr.money(tender.amount)));
    }
    if !tenders.is_empty() {
        let paid: i64 = tenders.iter().map(|tender| tender.amount.minor).sum();
        let left = Money::new(order.total.minor - paid, order.total.currency);
        rows.push(Row::Pair(tr.t("till-to-pay"), tr.money(left)));
    }
}

fn paid_rows(tr: &Tr, taking: &Taking, rows: &mut Vec<Row>) {
    match taking.means {
        Means::Cash => {
            rows.push(Row::Pair(tr.t("till-cash"), tr.money(taking.given)));
            rows.push(Row::Pair(tr.t("till-change"), tr.money(taking.change)));
        }
        Means::Card => {
            let reference = taking.reference.clone().unwrap_or_default();
            rows.push(Row::Pair(
                format!("{} {reference}", tr.t("till-card")),
                tr.money(taking.given),
            ));
        }
    }
}

pub async fn show_receipt(desk: Desk, Path(number): Path<String>) -> Result<Response> {
    let receipt = find(&desk, &number).await?;
    let bytes = format!("/till/receipts/{}/bytes", receipt.order.number);
    let title = desk.tr.t("till-receipt");
    let page = html! {
        (DOCTYPE)
        html lang=(desk.tr.lang().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " " (receipt.order.number) }
                link rel="stylesheet" href=(assets::address("till.css"));
                script type="module" src=(assets::address("slip.js")) {}
            }
            body.paper {
                main.slip { @for row in rows(&desk.tr, &receipt) { (shown(&row)) } }
                nav.ways {
                    button.big.accent type="button" data-print { (desk.tr.t("till-print")) }
                    a.big href=(bytes) download { (desk.tr.t("till-bytes")) }
                    a.big href="/till" { (desk.tr.t("till-back")) }
                }
            }
        }
    };
    Ok(axum::response::Html(page.into_string()).into_response())
}

fn shown(row: &Row) -> Markup {
    html! {
        @match row {
            Row::Centre(text) => p.centre { (text) },
            Row::Text(text) => p { (text) },
            Row::Pair(left, right) => p.pair { span { (left) } span { (right) } },
            Row::High(left, right) => p.pair.high { span { (left) } span { (right) } },
            Row::Rule => hr;,
            Row::Code(code) => p.centre.code { (code) },
        }
    }
}

/// For a receipt printer, which a little program beside the till feeds.
pub async fn show_bytes(desk: Desk, Path(number): Path<String>) -> Result<Response> {
    let receipt = find(&desk, &number).await?;
    let bytes = escpos::bytes(&rows(&desk.tr, &receipt));
    let name = format!("attachment; filename=\"{}.bin\"", receipt.order.number);
    let headers =
        [(CONTENT_TYPE, "application/octet-stream".to_string()), (CONTENT_DISPOSITION, name)];
    Ok((headers, bytes).into_response())
}
