//! What a person's file tells of their points: all that came and went.

use customers::identities::CustomerId;
use customers::privacy::chapters::{Cell, Chapter, Page, Place, Row};
use kit::{Result, Tx};
use serde_json::json;

use super::{Kind, Posting, PostingId, store};

const PAGE_SIZE: usize = 100;

pub struct Points;

impl Chapter for Points {
    fn name(&self) -> &'static str {
        "points"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-where", "export-kind", "export-what", "export-points-count"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page> {
        let postings = store::after(tx, leaf, PostingId(after), PAGE_SIZE)?;
        Ok(Page::of(postings.iter().map(|one| (one.id.0, row(one))).collect(), PAGE_SIZE))
    }
}

fn row(one: &Posting) -> Row {
    let json = json!({
        "customer_id": one.customer_id, "id": one.id, "at": one.at, "channel_id": one.channel_id,
        "kind": one.kind, "points": one.points, "expires_at": one.expires_at,
        "reference": one.reference,
    });
    let kind = match one.kind {
        Kind::Earned => "export-points-earned",
        Kind::TakenBack => "export-points-taken-back",
        Kind::Spent => "export-points-spent",
        Kind::GivenBack => "export-points-given-back",
        Kind::Corrected => "export-points-corrected",
    };
    let cells = vec![
        Cell::Time(one.at),
        Cell::Door(one.channel_id),
        Cell::Word(kind),
        Cell::Text(one.reference.clone()),
        Cell::Number(one.points),
    ];
    Row::new(json, cells)
}
