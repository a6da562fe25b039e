//! Where goods go and how: what a quote must know of it, and the ways among which a buyer chooses.

use std::collections::BTreeMap;

use customers::channels::ChannelId;
use kit::i18n::Lang;
use kit::{Result, Tx};
use serde::Serialize;

use super::deal::{self, Goods};
use super::{Delivery, Taken};
use crate::Ctx;
use crate::carts::{Cart, Reach};
use crate::promotions::{Quote, TotalType};
use crate::shipping::{self, Kind, Why, Wish};

/// Where goods go, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct To {
    /// Whose value added tax is paid.
    pub country: String,
    /// None: nobody has said yet how they get there, or they are taken along.
    pub wish: Option<Wish>,
}

impl To {
    pub fn country(country: &str) -> To {
        To { country: country.into(), wish: None }
    }

    /// By a method of this code; by the cheapest, where none is named.
    pub fn of(ctx: &Ctx, delivery: &Delivery, method: Option<&str>) -> To {
        let wish = |kind| Some(Wish::new(kind, method.map(str::to_owned)));
        let (country, wish) = match delivery {
            Delivery::Address { country, .. } => (country.clone(), wish(Kind::Address)),
            Delivery::Collect { .. } => (ctx.country.clone(), wish(Kind::Collect)),
            Delivery::Taken { .. } => (ctx.country.clone(), None),
        };
        To { country, wish }
    }

    /// The same, by the method that was named only if it is one of these: whoever has chosen one that is not possible any
    /// more sees what another costs.
    #[must_use]
    pub fn of_these(&self, ways: &[Offered]) -> To {
        let mut to = self.clone();
        if let Some(wish) = &mut to.wish {
            let is_offered =
                |code: &String| ways.iter().any(|way| way.kind == wish.kind && way.method == *code);
            wish.method = wish.method.take().filter(is_offered);
        }
        to
    }

    /// Some of the goods are taken along.
    pub(super) fn without(mut self, taken: Option<&Taken>) -> To {
        if let (Some(wish), Some(taken)) = (&mut self.wish, taken) {
            wish.taken = taken.pieces.clone();
        }
        self
    }
}

/// A way that is possible, for whoever chooses. Amounts are minor units, with tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Offered {
    /// Name it when ordering.
    pub method: String,
    pub kind: Kind,
    pub title: String,
    pub titles: BTreeMap<Lang, String>,
    /// By the table of costs.
    pub base_amount: i64,
    /// With what promotions take off.
    pub amount: i64,
    /// Of the whole order, sent this way.
    pub total: i64,
    pub why: Why,
}

impl Offered {
    /// None: nothing is known of the way in this quote.
    pub fn of(quote: Quote) -> Option<Offered> {
        let total = quote.total(TotalType::Total);
        quote.shipping.map(|way| Offered {
            method: way.method,
            kind: way.kind,
            title: way.title,
            titles: way.titles,
            base_amount: way.base_amount,
            amount: way.total,
            total,
            why: way.why,
        })
    }

    pub fn title_in(&self, lang: Lang) -> &str {
        shipping::title_in(&self.title, &self.titles, lang)
    }
}

/// What an order of these goods would cost by each way that is possible there, in the order in which the shop shows its
/// methods. Each is quoted for itself, since what promotions give may depend on it. None: it costs nothing, there is no
/// choice.
///
/// # Errors
/// What pricing refuses: `not_sold`, `no_price`.
pub fn ways(
    ctx: &Ctx,
    tx: &Tx,
    door: Option<ChannelId>,
    buyer: Option<Reach>,
    goods: &Goods,
    to: &To,
) -> Result<Vec<Quote>> {
    let taken = to.wish.as_ref().map(|wish| wish.taken.clone()).unwrap_or_default();
    let mut quotes = Vec::new();
    for method in shipping::store::list(tx)?.into_iter().filter(|method| method.is_active) {
        let country = match method.kind {
            Kind::Address => &to.country,
            Kind::Collect => &ctx.country,
        };
        let wish = Wish { taken: taken.clone(), ..Wish::new(method.kind, Some(method.code)) };
        let to = To { country: country.clone(), wish: Some(wish) };
        match deal::quote(ctx, tx, door, buyer, goods, &to) {
            Ok(quote) => quotes.push(quote),
            Err(error) if error.code == "shipping_not_possible" => {}
            Err(error) => return Err(error),
        }
    }
    Ok(quotes)
}

/// The same of all that lies in a cart.
///
/// # Errors
/// As [`ways`].
pub fn ways_of_cart(
    ctx: &Ctx,
    tx: &Tx,
    door: Option<ChannelId>,
    cart: &Cart,
    buyer: Reach,
    country: &str,
) -> Result<Vec<Offered>> {
    let quotes = ways(ctx, tx, door, Some(buyer), &deal::of_cart(cart), &To::country(country))?;
    Ok(quotes.into_iter().filter_map(Offered::of).collect())
}
