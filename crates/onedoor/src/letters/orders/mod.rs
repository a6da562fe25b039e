//! Letters about orders: “we have your order”, “it was changed”, “it is on its way”, “it is cancelled”, “your money goes back”, in the buyer's
//! language.
//!
//! The job comes from `commerce`; that the letter was written is a step of the order. What stands in a letter is in
//! `text.rs`.

#[cfg(test)]
mod tests;
mod text;

use commerce::orders::letters::{self, Due};
use commerce::orders::{Delivery, StepKind};
use commerce::stock;
use engage::letters::Letter;
use kit::i18n::{Lang, Tr};
use kit::jobs::{Job, Outcome};
use kit::{Result, Tx};

use super::{own_language, shop_name};
use crate::app::App;

/// What a letter says besides the order itself.
struct Beside {
    /// What the shop is called.
    shop: String,
    /// Where its pages are, if they can be reached.
    url: Option<String>,
    /// Where the goods are fetched: name, street, city.
    place: Option<String>,
    /// The days in which one may withdraw.
    withdrawal_days: i64,
}

/// Does one job of the kind [`letters::WRITE`].
pub async fn write(app: &App, job: &Job) -> Outcome {
    try_write(app, job).await.map_or_else(Outcome::from, |()| Outcome::Done)
}

async fn try_write(app: &App, job: &Job) -> Result<()> {
    let now = app.ctx.clock.now();
    let write = |tx: &Tx| {
        let Some(due) = letters::due(tx, job)? else { return Ok(()) };
        let tr = Tr::new(&app.catalogue, language(app, tx, &due)?, app.zone.clone());
        let Some(letter) = letter(&tr, &due, &beside(app, tx, &due)?)? else { return Ok(()) };
        if engage::letters::put(&app.engage, tx, &letter, now)? {
            letters::written(tx, &due, now)?;
        }
        Ok(())
    };
    app.ctx.db.write(write).await
}

/// The one in which they bought, else the one that they speak, else that of the shop's country.
fn language(app: &App, tx: &Tx, due: &Due) -> Result<Lang> {
    if let Some(lang) = due.order.contact.lang {
        return Ok(lang);
    }
    let spoken = engage::routing::language(tx, due.order.customer_id, "")?;
    Ok(spoken.unwrap_or_else(|| own_language(app)))
}

fn beside(app: &App, tx: &Tx, due: &Due) -> Result<Beside> {
    let order = &due.order;
    let (country, place) = match &order.delivery {
        Delivery::Address { country, .. } => (country.as_str(), None),
        Delivery::Collect { location } => {
            let place = stock::store::location(tx, location.parse()?)?;
            let said = format!("{}, {}, {}", place.name, place.street, place.city);
            (app.commerce.country.as_str(), Some(said))
        }
        Delivery::Taken { .. } => (app.commerce.country.as_str(), None),
    };
    Ok(Beside {
        shop: shop_name(app, tx, order.channel_id)?,
        url: app.engage.public_url.clone(),
        place,
        withdrawal_days: commerce::returns::law::of(country).withdrawal_days,
    })
}

/// None: of such a step nothing is written.
fn letter(tr: &Tr, due: &Due, beside: &Beside) -> Result<Option<Letter>> {
    let Some(to) = due.order.contact.email.clone() else { return Ok(None) };
    let (subject, body) = match due.step.kind {
        StepKind::Placed => text::placed(tr, due, beside),
        StepKind::Edited => text::edited(tr, due, beside),
        StepKind::Shipped => text::shipped(tr, due, beside)?,
        StepKind::Cancelled => text::cancelled(tr, due, beside)?,
        StepKind::Refunded => text::refunded(tr, due, beside)?,
        _ => return Ok(None),
    };
    Ok(Some(Letter { to, subject, body }))
}
