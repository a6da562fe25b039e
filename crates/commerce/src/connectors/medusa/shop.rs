//! What Medusa's things do not say of themselves: in which currency we look at its prices, whether these stand with tax, and
//! at which of its places our pieces lie.

use kit::money::Currency;
use serde_json::Value;

use super::super::feeds::read;
use super::super::{Settings, Trouble, rules};
use super::{Session, parse};
use crate::prices::vat::BasisPoints;

#[derive(Clone, Debug)]
pub struct Shop {
    pub currency: Currency,
    /// Hundredths of a per cent that come on its prices; zero, where they stand with tax.
    pub tax_rate: i64,
    pub location: String,
}

impl Shop {
    pub fn of(settings: &Settings) -> Result<Shop, Trouble> {
        let currency = Currency::parse(&settings.currency).ok_or_else(|| {
            Trouble::Refused("Set the currency of its prices, like EUR, on the link's page.".into())
        })?;
        Ok(Shop { currency, tax_rate: 0, location: settings.their_location.clone() })
    }

    /// What a price of its is with tax.
    pub fn with_tax(&self, minor: i64) -> i64 {
        rules::gross_of(minor, BasisPoints(self.tax_rate))
    }

    /// What to write there, so that this comes out with tax.
    pub fn without_tax(&self, minor: i64) -> i64 {
        rules::net_for(minor, BasisPoints(self.tax_rate)).0
    }

    /// As Medusa writes it.
    pub fn currency_code(&self) -> String {
        self.currency.code().to_ascii_lowercase()
    }
}

/// Asks for the rest.
pub async fn ask(session: &Session) -> Result<Shop, Trouble> {
    let mut shop = session.shop.clone();
    if shop.location.is_empty() {
        let places = [("limit", "1"), ("order", "created_at"), ("fields", "id")];
        let answer = session.get("stock-locations", &places).await?;
        shop.location =
            read::<Option<String>>(&answer, "/stock_locations/0/id")?.ok_or_else(|| {
                Trouble::Odd("It has no stock location. Make one there, and try again.".into())
            })?;
    }
    let code = shop.currency_code();
    let of = [("attribute", "currency_code"), ("value", &*code), ("fields", "is_tax_inclusive")];
    let answer = session.get("price-preferences", &of).await?;
    let has_tax: Option<bool> = read(&answer, "/price_preferences/0/is_tax_inclusive")?;
    if has_tax != Some(true) {
        shop.tax_rate = tax_rate(session, &code).await?;
    }
    Ok(shop)
}

/// What it adds where goods are paid in this currency: the rate of the first country of the first region that has it. A shop that
/// taxes nothing adds nothing.
async fn tax_rate(session: &Session, currency: &str) -> Result<i64, Trouble> {
    let of = [
        ("currency_code", currency),
        ("order", "created_at"),
        ("limit", "1"),
        ("fields", "id,*countries"),
    ];
    let regions = session.get("regions", &of).await?;
    let countries: Option<Vec<Value>> = read(&regions, "/regions/0/countries")?;
    let mut codes: Vec<String> = countries
        .iter()
        .flatten()
        .filter_map(|country| country["iso_2"].as_str().map(str::to_string))
        .collect();
    codes.sort_unstable();
    let Some(country) = codes.first() else { return Ok(0) };
    let of = [("country_code", &**country), ("fields", "id,*tax_rates")];
    let taxes = session.get("tax-regions", &of).await?;
    let rates: Option<Vec<Value>> = read(&taxes, "/tax_regions/0/tax_rates")?;
    let usual = rates.into_iter().flatten().find(|rate| rate["is_default"] == true);
    usual.map_or(Ok(0), |usual| parse::percent(&usual["rate"]))
}
