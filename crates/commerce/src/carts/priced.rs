//! What a cart costs, for those who ask: the quote by which an order of it would be made.
//!
//! Reading a cart stays a matter of a few rows; prices, promotions and tax come with `?quote=true`, so that the many reads
//! that only count the pieces (a badge in each page of the shop) do not pay for them. Nothing is remembered of a quote: it
//! would be wrong as soon as a price, a promotion, a code or the hour changes.

use customers::channels::ChannelId;
use kit::error::Kind;
use kit::{Result, Tx};
use serde::{Deserialize, Serialize};

use super::{Cart, Reach};
use crate::Ctx;
use crate::orders::{self, Offered, To};
use crate::promotions::Quote;

/// Of the query string.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub quote: bool,
    /// Where it goes, if that is known: then the ways are told too, and what each costs.
    pub country: Option<String>,
}

/// The quote; or why there is none, such as a line that is not sold any more.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Priced {
    pub quote: Option<Quote>,
    /// The ways that the goods can go there, or be fetched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ways: Option<Vec<Offered>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote_problem: Option<Problem>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Problem {
    pub code: &'static str,
    pub detail: String,
}

/// What a cart costs this buyer at a door, without the way; where no country is named, in that of the shop.
///
/// # Errors
/// What is not the cart's: an error of the database.
pub fn priced(
    ctx: &Ctx,
    tx: &Tx,
    cart: &Cart,
    buyer: Reach,
    door: Option<ChannelId>,
    wanted: &Wanted,
) -> Result<Priced> {
    let named = wanted.country.as_ref().map(|country| country.to_ascii_uppercase());
    let country = named.as_deref().unwrap_or(&ctx.country);
    let quoted = orders::quote_cart(ctx, tx, door, cart, buyer, &To::country(country));
    let quoted = quoted.and_then(|quote| {
        let ways = |country: &str| orders::ways_of_cart(ctx, tx, door, cart, buyer, country);
        Ok((quote, named.as_deref().map(ways).transpose()?))
    });
    match quoted {
        Ok((quote, ways)) => Ok(Priced { quote: Some(quote), ways, quote_problem: None }),
        Err(error) if matches!(error.kind, Kind::Conflict | Kind::BadInput | Kind::NotFound) => {
            let detail = error.public_detail().to_string();
            let problem = Problem { code: error.code, detail };
            Ok(Priced { quote: None, ways: None, quote_problem: Some(problem) })
        }
        Err(error) => Err(error),
    }
}
