//! How the demo's shop sends: a courier in two countries, a faster one, and the stores where one collects.

use commerce::catalogue::TaxClass;
use commerce::shipping::{Kind, Method, MethodId, Tier, store};
use kit::i18n::Tr;
use kit::money::Currency;
use kit::{Result, Time, Tx};

struct Way {
    code: &'static str,
    /// Where to; without one, it is fetched.
    country: Option<&'static str>,
    cost: i64,
    /// Goods of so much travel for nothing.
    free_from: Option<i64>,
}

const WAYS: [Way; 4] = [
    Way { code: "courier", country: Some("PL"), cost: 14_90, free_from: Some(19_900) },
    Way { code: "express", country: Some("PL"), cost: 24_90, free_from: None },
    Way { code: "courier-ro", country: Some("RO"), cost: 34_90, free_from: Some(39_900) },
    Way { code: "collection", country: None, cost: 0, free_from: None },
];
/// One courier carries so much.
const WEIGHT_MAX_G: i64 = 30_000;

/// `tell` are the languages, the shop's own first.
pub fn make(tx: &Tx, tell: &[Tr], now: Time) -> Result<()> {
    for (position, Way { code, country, cost, free_from }) in (0..).zip(WAYS) {
        let kind = if country.is_some() { Kind::Address } else { Kind::Collect };
        let title = |tr: &Tr| (tr.lang(), tr.t(&format!("demo-way-{code}")));
        let titles: std::collections::BTreeMap<_, _> = tell.iter().map(title).collect();
        let weight_max_g = country.map(|_| WEIGHT_MAX_G);
        let method = Method {
            code: code.into(),
            title: titles.values().next().cloned().unwrap_or_else(|| code.into()),
            titles,
            kind,
            countries: country.into_iter().map(str::to_owned).collect(),
            currency: Currency::PLN,
            tiers: vec![Tier { amount_min: 0, weight_max_g, cost }],
            free_from,
            tax_class: TaxClass::Standard,
            position,
            is_active: true,
            starts_at: None,
            ends_at: None,
        };
        store::save(tx, MethodId::new(now), &method, now)?;
    }
    Ok(())
}
