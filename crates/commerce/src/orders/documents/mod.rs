//! An order on paper, as PDF: what the customer gets confirmed, what is fetched from the shelves, what lies in the parcel,
//! what comes back with a return. Each carries the order's number as a bar code (Code 128) and a QR code, for the scanners
//! of warehouse and till, and is written in the language that is asked for.
//!
//! `sheets.rs` says what stands on each; [`paper`] puts it on pages; `font.rs` carries the letters along, Polish, Romanian
//! and Russian ones too; [`code128`] draws the bars. The same order in the same language is the same bytes.

pub mod code128;
mod font;
mod head;
mod paper;
mod sheets;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use kit::i18n::Tr;
use kit::{Result, Tx};

use super::{Agreed, Line, Order, notes, store};
use crate::catalogue;
use crate::stock::{self, Holder, Location, LocationId, Reservation, reservations};
use paper::Paper;

kit::words! {
    Kind:
    Confirmation "confirmation",
    PickList "pick_list",
    PackingSlip "packing_slip",
    ReturnSlip "return_slip",
}

/// What stands on the papers of an order, of one moment.
pub struct Papers {
    order: Order,
    lines: Vec<Line>,
    agreed: Agreed,
    /// For the customer.
    notes: Vec<String>,
    places: BTreeMap<LocationId, Location>,
    promised: Vec<Reservation>,
    /// What the promised goods are called: SKU and title.
    goods: BTreeMap<catalogue::VariantId, (String, String)>,
    /// The door where it was sold, as its name says.
    seller: String,
}

impl Papers {
    pub fn read(tx: &Tx, order: Order) -> Result<Papers> {
        let promised = reservations::of_holder(tx, &Holder::order(order.id))?;
        let variants: Vec<_> = promised.iter().map(|one| one.variant).collect();
        let goods = catalogue::store::sellables(tx, &variants)?.into_iter();
        let door = customers::channels::store::find(tx, order.channel_id)?;
        let notes = notes::for_customer(&store::steps(tx, &order)?)?;
        let places = stock::store::locations(tx)?.into_iter().map(|place| (place.id, place));
        Ok(Papers {
            lines: store::lines(tx, &order)?,
            agreed: Agreed::of(&order)?,
            notes: notes.into_iter().map(|(_, text)| text).collect(),
            places: places.collect(),
            promised,
            goods: goods.map(|one| (one.id, (one.sku, one.title))).collect(),
            seller: door.name,
            order,
        })
    }

    /// The bytes of the PDF.
    pub fn print(&self, kind: Kind, tr: &Tr) -> Result<Vec<u8>> {
        let title = tr.t(&format!("paper-{}", kind.as_str().replace('_', "-")));
        let mut paper = Paper::new(&format!("{title} {}", self.order.number))?;
        head::draw(&mut paper, self, &title, tr)?;
        match kind {
            Kind::Confirmation => sheets::confirmation(&mut paper, self, tr),
            Kind::PickList => sheets::pick_list(&mut paper, self, tr),
            Kind::PackingSlip => sheets::packing_slip(&mut paper, self, tr),
            Kind::ReturnSlip => sheets::return_slip(&mut paper, self, tr),
        }
        paper.finish(tr)
    }

    /// What a browser calls the file.
    pub fn file_name(&self, kind: Kind) -> String {
        format!("{}-{}.pdf", kind.as_str().replace('_', "-"), self.order.number)
    }
}
