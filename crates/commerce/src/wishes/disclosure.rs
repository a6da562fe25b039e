//! What a person's file tells of what they wait for.

use customers::identities::CustomerId;
use customers::privacy::chapters::{Cell, Chapter, Page, Place, Row};
use kit::{Result, Tx};
use serde_json::json;

use super::{Wish, WishKind, store};
use crate::catalogue::{self, VariantId};

/// Variants of a page; each may be waited for in three ways.
const PAGE_SIZE: usize = 100;

pub struct Wishes;

impl Chapter for Wishes {
    fn name(&self) -> &'static str {
        "wishes"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-where", "export-kind", "export-what", "export-wish-email"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page> {
        let wishes = store::after(tx, leaf, VariantId(after), PAGE_SIZE)?;
        let variants: Vec<VariantId> = wishes.iter().map(|wish| wish.variant).collect();
        let goods = catalogue::store::sellables(tx, &variants)?;
        let title = |wish: &Wish| {
            let known = goods.iter().find(|one| one.id == wish.variant);
            known.map_or_else(|| wish.variant.to_string(), |one| one.title.clone())
        };
        let rows = wishes.iter().map(|wish| row(wish, title(wish))).collect();
        // A page without wishes was the last one.
        Ok(Page { rows, next: variants.last().map(|last| last.0) })
    }
}

fn row(wish: &Wish, title: String) -> Row {
    let json = json!({
        "customer_id": wish.customer, "variant": wish.variant, "title": title, "kind": wish.kind,
        "at": wish.made_at, "channel_id": wish.channel, "email": wish.email,
        "lang": wish.lang.map(kit::i18n::Lang::code), "price": wish.price,
    });
    let kind = match wish.kind {
        WishKind::Back => "export-wish-back",
        WishKind::Low => "export-wish-low",
        WishKind::Cheaper => "export-wish-cheaper",
    };
    let cells = vec![
        Cell::Time(wish.made_at),
        Cell::Door(wish.channel),
        Cell::Word(kind),
        Cell::Text(title),
        Cell::text(wish.email.as_deref()),
    ];
    Row::new(json, cells)
}
