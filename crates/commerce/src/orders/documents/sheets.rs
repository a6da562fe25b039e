//! What stands on each paper below its head.

use std::collections::BTreeMap;

use kit::i18n::Tr;
use kit::money::Money;

use super::Papers;
use super::paper::{LEFT, Paper, RIGHT, Weight};
use crate::orders::{Line, Payment};

const SIZE: f32 = 9.5;
const SMALL: f32 = 8.0;

/// A column of a table: its words, and where it ends (or begins, the first).
struct Column {
    key: &'static str,
    x: f32,
    /// Text begins at `x`; numbers end there.
    is_text: bool,
}

const fn text(key: &'static str, x: f32) -> Column {
    Column { key, x, is_text: true }
}

const fn number(key: &'static str, x: f32) -> Column {
    Column { key, x, is_text: false }
}

const TITLE_WIDTH: f32 = 200.0;

fn heads(paper: &mut Paper, columns: &[Column], tr: &Tr) {
    paper.room(60.0);
    for column in columns {
        let (at, words) = ((column.x, paper.y), tr.t(column.key));
        if column.is_text {
            paper.put(at, SMALL, Weight::Soft, &words);
        } else {
            paper.put_right(at, SMALL, Weight::Soft, &words);
        }
    }
    paper.gap(13.0);
    paper.rule(0.2);
    paper.gap(6.0);
}

/// The goods of a row at `x`, the other cells in their columns.
fn row(
    paper: &mut Paper,
    (x, width): (f32, f32),
    (title, sku): (&str, &str),
    cells: &[(f32, String)],
) {
    let lines = paper.wrapped(title, SIZE, width).len().max(1) as f32;
    let height = lines * SIZE * 1.35 + SMALL * 1.35 + 5.0;
    paper.room(height);
    let y = paper.y;
    let used = paper.put_wrapped((x, y), width, SIZE, Weight::Plain, title);
    paper.put((x, y - used), SMALL, Weight::Soft, sku);
    for (end, cell) in cells {
        paper.put_right((*end, y), SIZE, Weight::Plain, cell);
    }
    paper.gap(height);
    paper.rule(0.85);
    paper.gap(5.0);
}

/// What was bought and what is to be paid.
pub fn confirmation(paper: &mut Paper, papers: &Papers, tr: &Tr) {
    const COLUMNS: [Column; 6] = [
        text("paper-goods", LEFT),
        number("paper-pieces", 295.0),
        number("paper-unit", 365.0),
        number("paper-discount", 430.0),
        number("paper-vat", 470.0),
        number("paper-sum", RIGHT),
    ];
    heads(paper, &COLUMNS, tr);
    for line in papers.lines.iter().filter(|line| line.quantity > line.cancelled) {
        let discount = if line.discount.minor == 0 {
            String::new()
        } else {
            format!("−{}", tr.money(line.discount))
        };
        let cells = [
            (COLUMNS[1].x, tr.number(line.quantity)),
            (COLUMNS[2].x, tr.money(line.unit)),
            (COLUMNS[3].x, discount),
            (COLUMNS[4].x, percent(line.tax_rate)),
            (COLUMNS[5].x, tr.money(line.total)),
        ];
        row(paper, (LEFT, TITLE_WIDTH), (&line.title, &line.sku), &cells);
    }
    paper.gap(6.0);
    totals(paper, papers, tr);
    taxes(paper, papers, tr);
    paper.gap(10.0);
    let means = papers.order.means.as_str().replace('_', "-");
    let paid = match papers.order.payment {
        Payment::Awaited => "paper-awaited",
        Payment::Paid => "paper-paid",
        Payment::Refunded => "paper-refunded",
    };
    let words = format!("{} · {}", tr.t(&format!("paper-means-{means}")), tr.t(paid));
    paper.paragraph(SIZE, Weight::Plain, &words);
    for note in &papers.notes {
        paper.paragraph(SIZE, Weight::Plain, note);
    }
}

/// `2300` is 23 %.
fn percent(rate: i64) -> String {
    if rate % 100 == 0 {
        format!("{} %", rate / 100)
    } else {
        format!("{}.{:02} %", rate / 100, rate % 100)
    }
}

fn totals(paper: &mut Paper, papers: &Papers, tr: &Tr) {
    let currency = papers.order.total.currency;
    for total in papers.agreed.shown() {
        let is_all = total.kind == "total";
        let (size, weight) = if is_all { (12.0, Weight::Strong) } else { (SIZE, Weight::Plain) };
        paper.room(size * 1.5);
        let y = paper.y;
        let way = papers.agreed.shipping.as_ref().filter(|_| total.is_delivery());
        let words = match way {
            Some(way) => format!("{}: {}", tr.t(&total.key()), way.title_in(tr.lang())),
            None => tr.t(&total.key()),
        };
        paper.put_right((430.0, y), size, weight, &words);
        paper.put_right((RIGHT, y), size, weight, &tr.money(total.money(currency)));
        paper.gap(size * 1.5);
    }
}

/// What of it is VAT, rate by rate, as invoices have it.
fn taxes(paper: &mut Paper, papers: &Papers, tr: &Tr) {
    const COLUMNS: [Column; 4] = [
        text("paper-vat", LEFT),
        number("paper-net", 200.0),
        number("paper-tax", 290.0),
        number("paper-gross", 380.0),
    ];
    paper.gap(10.0);
    heads(paper, &COLUMNS, tr);
    let currency = papers.order.total.currency;
    for of_rate in &papers.agreed.taxes {
        paper.room(14.0);
        let y = paper.y;
        paper.put((LEFT, y), SIZE, Weight::Plain, &percent(of_rate.rate));
        for (column, minor) in COLUMNS[1..].iter().zip([of_rate.net, of_rate.tax, of_rate.gross]) {
            let amount = tr.money(Money::new(minor, currency));
            paper.put_right((column.x, y), SIZE, Weight::Plain, &amount);
        }
        paper.gap(14.0);
    }
}

/// What is to be fetched, place by place, with a box to tick for each.
pub fn pick_list(paper: &mut Paper, papers: &Papers, tr: &Tr) {
    const COLUMNS: [Column; 2] = [text("paper-goods", LEFT + 24.0), number("paper-pieces", RIGHT)];
    let mut places: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for one in &papers.promised {
        places.entry(one.location).or_default().push(one);
    }
    if places.is_empty() {
        paper.paragraph(SIZE, Weight::Plain, &tr.t("paper-nothing-to-pick"));
    }
    for (place, wanted) in places {
        paper.room(90.0);
        let name = papers.places.get(&place).map_or("", |place| place.name.as_str());
        paper.paragraph(13.0, Weight::Strong, name);
        paper.gap(6.0);
        heads(paper, &COLUMNS, tr);
        for one in wanted {
            let (sku, title) = papers.goods.get(&one.variant).cloned().unwrap_or_default();
            paper.room(40.0);
            let box_at = (LEFT, paper.y);
            paper.frame(box_at, 12.0, 12.0);
            let cells = [(RIGHT, tr.number(one.quantity))];
            row(paper, (LEFT + 24.0, 380.0), (&title, &sku), &cells);
        }
        paper.gap(14.0);
    }
}

/// What lies in the parcel; no prices, since it may be a present.
pub fn packing_slip(paper: &mut Paper, papers: &Papers, tr: &Tr) {
    const COLUMNS: [Column; 4] = [
        text("paper-goods", LEFT),
        number("paper-ordered", 400.0),
        number("paper-sent", 470.0),
        number("paper-to-come", RIGHT),
    ];
    heads(paper, &COLUMNS, tr);
    for line in papers.lines.iter().filter(|line| line.quantity > line.cancelled) {
        let cells = [
            (COLUMNS[1].x, tr.number(line.quantity - line.cancelled)),
            (COLUMNS[2].x, tr.number(line.shipped)),
            (COLUMNS[3].x, tr.number(line.open())),
        ];
        row(paper, (LEFT, 270.0), (&line.title, &line.sku), &cells);
    }
    paper.gap(10.0);
    for note in &papers.notes {
        paper.paragraph(SIZE, Weight::Plain, note);
    }
    paper.paragraph(SIZE, Weight::Plain, &tr.t("paper-thanks"));
}

/// Laid into a parcel that comes back: which pieces, and why.
pub fn return_slip(paper: &mut Paper, papers: &Papers, tr: &Tr) {
    const REASON: f32 = 360.0;
    const COLUMNS: [Column; 4] = [
        text("paper-goods", LEFT),
        number("paper-pieces", 290.0),
        number("paper-back", 345.0),
        text("paper-reason", REASON),
    ];
    paper.paragraph(SIZE, Weight::Plain, &tr.t("paper-return-how"));
    paper.gap(10.0);
    heads(paper, &COLUMNS, tr);
    let is_returnable = |line: &&Line| line.quantity > line.cancelled;
    for line in papers.lines.iter().filter(is_returnable) {
        paper.room(45.0);
        let y = paper.y;
        paper.frame((310.0, y), 35.0, 18.0);
        paper.frame((REASON, y), RIGHT - REASON, 18.0);
        let cells = [(COLUMNS[1].x, tr.number(line.quantity - line.cancelled))];
        row(paper, (LEFT, TITLE_WIDTH), (&line.title, &line.sku), &cells);
    }
    paper.gap(14.0);
    for key in ["paper-account", "paper-signature"] {
        paper.room(40.0);
        let y = paper.y;
        paper.put((LEFT, y), SMALL, Weight::Soft, &tr.t(key));
        paper.frame((LEFT, y - 12.0), 300.0, 22.0);
        paper.gap(46.0);
    }
}
