//! What a person's file tells of their cart: all that was put in and taken out, on their own leaves. Who of the staff did it is
//! the employee's own business; codes are not shown.

use customers::identities::CustomerId;
use customers::privacy::chapters::{Cell, Chapter, Page, Place, Row};
use kit::{Result, Tx};
use serde_json::json;

use super::goods::{self, Goods};
use super::store::{self, ChangeRow};
use super::{ChangeId, Kind};

/// Changes of a page; each may have a few rows.
const PAGE_SIZE: usize = 100;

pub struct CartChanges;

impl Chapter for CartChanges {
    fn name(&self) -> &'static str {
        "cart_changes"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-where", "export-kind", "export-what", "export-cart-pieces"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page> {
        let changes = store::changes_after(tx, leaf, ChangeId(after), PAGE_SIZE)?;
        let goods = goods::of(tx, changes.iter().map(|change| &change.line))?;
        let last = changes.last().map(|change| change.hand.change.0);
        let told = changes.iter().filter(|change| change.line.kind != Kind::Nothing);
        let rows = told.map(|change| row(change, &goods)).collect();
        // A page without changes was the last one.
        Ok(Page { rows, next: last })
    }
}

fn row(change: &ChangeRow, goods: &Goods) -> Row {
    let ChangeRow { leaf, line, delta, hand } = change;
    let title = goods::variant(line).and_then(|variant| goods.get(&variant));
    let title = title.map_or_else(|| line.item.clone(), |one| one.title.clone());
    let json = json!({
        "customer_id": leaf, "id": hand.change, "at": hand.at, "channel_id": hand.channel_id,
        "by": hand.role, "kind": line.kind, "item": line.item, "title": title, "pieces": delta,
    });
    let kind = match line.kind {
        Kind::Item | Kind::Nothing => "export-cart-item",
        Kind::Saved => "export-cart-saved",
        Kind::Coupon => "export-cart-coupon",
        Kind::Note => "export-cart-note",
    };
    let cells = vec![
        Cell::Time(hand.at),
        hand.channel_id.map_or(Cell::Nothing, Cell::Door),
        Cell::Word(kind),
        Cell::Text(title),
        Cell::Number(*delta),
    ];
    Row::new(json, cells)
}
