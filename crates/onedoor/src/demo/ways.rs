//! How the demo's shop sends: a courier in two countries, a faster one, and the stores where one collects.

use commerce::catalogue::TaxClass;
use commerce::shipping::{Kind, Method, MethodId, Tier, store};
use kit::i18n::Tr;
use kit::money::Currency;
use kit::{Result, Time, Tx};

/// By code: to which country, what it costs, from which amount of goods on nothing.
const WAYS: [(&str, Kind, Option<&str>, i64, Option<i64>); 4] = [
    ("courier", Kind::Address, Some("PL"), 14_90, Some(19_900)),
    ("express", Kind::Address, Some("PL"), 24_90, None),
    ("courier-ro", Kind::Address, Some("RO"), 34_90, Some(39_900)),
    ("collection", Kind::Collect, None, 0, None),
];
/// One courier carries so much.
const WEIGHT_MAX_G: i64 = 30_000;

/// `tell` are the languages, the shop's own first.
pub fn make(tx: &Tx, tell: &[Tr], now: Time) -> Result<()> {
    for (position, (code, kind, country, cost, free_from)) in (0..).zip(WAYS) {
        let title = |tr: &Tr| (tr.lang(), tr.t(&format!("demo-way-{code}")));
        let titles: std::collections::BTreeMap<_, _> = tell.iter().map(title).collect();
        let weight_max_g = (kind == Kind::Address).then_some(WEIGHT_MAX_G);
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
