//! The demo's shelves are filled: goods with their words in four languages, prices, what lies where, what is reduced.
//!
//! All of it in one transaction, dated back: the prices hold since the shop opened, so that what is reduced today is
//! measured against a past (`commerce::prices::lowest`).

use commerce::catalogue::categories::{self, WantedCategory};
use commerce::catalogue::{self, Choice, Medium, VariantId, Wanted, WantedText, WantedVariant};
use commerce::prices::{self, ListFields, NewPrice};
use customers::accounts::{Permit, may};
use customers::channels;
use kit::i18n::{Lang, Tr};
use kit::money::Currency;
use kit::time::days;
use kit::{Error, Result, Time, Tx};

use super::catalogue::{
    BREWING, CANDLES, CATEGORIES, COFFEE, CUPS, GRINDERS, HOME, LINEN, PRODUCTS, Product, VASES,
};
use super::{deals, shelves, ways};
use crate::app::App;

/// What the goods are called.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../locales/demo-goods/en.ftl")),
    (Lang::Pl, include_str!("../../locales/demo-goods/pl.ftl")),
    (Lang::Ro, include_str!("../../locales/demo-goods/ro.ftl")),
    (Lang::Ru, include_str!("../../locales/demo-goods/ru.ftl")),
];

/// Since when they are sold.
const AGE: i64 = days(190);
/// The week of reduced prices began so long ago.
const SALE_AGE: i64 = days(5);
const SALE_LENGTH: i64 = days(16);
/// What is reduced in that week, to how much of the price, in percent.
const SALE: [(&str, i64); 7] = [
    ("VZ-BRW-KTL-09", 80),
    ("VZ-GRN-HND", 85),
    ("VZ-CUP-GLS-2", 80),
    ("VZ-LIN-TBL-140", 75),
    ("VZ-HOM-BLK-WOL", 80),
    ("VZ-COF-BRA-500", 85),
    ("VZ-VAS-GLS", 70),
];
/// It became dearer not long ago: what is taken off it is measured from what it cost before.
const DEARER: (&str, i64, i64) = ("VZ-CUP-GLS-2", 90, days(15));

/// Goods of which there are several: the SKU of the first, what tells them apart, and the others.
type Several = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const SEVERAL: [Several; 8] = [
    ("VZ-BRW-MOK-3", "Size", &[("VZ-BRW-MOK-3", "3 cups"), ("VZ-BRW-MOK-6", "6 cups")]),
    ("VZ-COF-ETH-250", "Grind", &grinds("VZ-COF-ETH-250", "VZ-COF-ETH-250-F", "VZ-COF-ETH-250-M")),
    ("VZ-COF-KEN-250", "Grind", &grinds("VZ-COF-KEN-250", "VZ-COF-KEN-250-F", "VZ-COF-KEN-250-M")),
    ("VZ-COF-COL-250", "Grind", &grinds("VZ-COF-COL-250", "VZ-COF-COL-250-F", "VZ-COF-COL-250-M")),
    ("VZ-COF-BRA-500", "Grind", &grinds("VZ-COF-BRA-500", "VZ-COF-BRA-500-F", "VZ-COF-BRA-500-M")),
    ("VZ-COF-GUA-250", "Grind", &grinds("VZ-COF-GUA-250", "VZ-COF-GUA-250-F", "VZ-COF-GUA-250-M")),
    (
        "VZ-LIN-CSH-45",
        "Colour",
        &[("VZ-LIN-CSH-45", "Sand"), ("VZ-LIN-CSH-45-G", "Forest"), ("VZ-LIN-CSH-45-R", "Rust")],
    ),
    ("VZ-LIN-APR", "Colour", &[("VZ-LIN-APR", "Natural"), ("VZ-LIN-APR-C", "Charcoal")]),
];

const fn grinds(
    beans: &'static str,
    filter: &'static str,
    moka: &'static str,
) -> [(&'static str, &'static str); 3] {
    [(beans, "Whole beans"), (filter, "For filter"), (moka, "For moka pot")]
}

/// What can be sold, once the shelves are full: by SKU, in the order of the catalogue.
pub struct Goods {
    pub variants: Vec<(&'static str, VariantId)>,
}

impl Goods {
    pub fn variant(&self, sku: &str) -> Result<VariantId> {
        let found = self.variants.iter().find(|(known, _)| *known == sku);
        found.map(|(_, id)| *id).ok_or_else(|| Error::internal(format!("no goods “{sku}”")))
    }
}

/// Fills the shelves, unless there is something on them; tells whether it did.
pub async fn furnish(app: &App, now: Time) -> Result<bool> {
    if app.ctx.db.read(|tx| catalogue::store::count(tx, 1)).await? > 0 {
        return Ok(false);
    }
    let tell = Lang::ALL.map(|lang| Tr::new(&app.catalogue, lang, app.zone.clone()));
    let write = |tx: &Tx| {
        let opened = now.minus(AGE);
        let goods = save(tx, &tell, opened)?;
        set_prices(tx, &goods, now)?;
        let doors = channels::store::list(tx)?;
        shelves::fill(tx, &goods, &doors, opened)?;
        ways::make(tx, &tell, opened)?;
        deals::make(tx, now)
    };
    let welcome = app.ctx.db.write(write).await?;
    let by: Permit<may::SetPrices> = Permit::console();
    deals::print_coupon(&app.commerce, &by, welcome).await?;
    Ok(true)
}

fn several(sku: &str) -> Option<&'static Several> {
    SEVERAL
        .iter()
        .find(|(first, _, others)| *first == sku || others.iter().any(|(other, _)| *other == sku))
}

/// Those that have a page of their own: not the second size of another.
fn leads() -> impl Iterator<Item = &'static Product> {
    PRODUCTS.iter().filter(|product| several(product.sku).is_none_or(|it| it.0 == product.sku))
}

fn save(tx: &Tx, tell: &[Tr], at: Time) -> Result<Goods> {
    let wanted: Vec<Wanted> = leads().map(|product| wanted(product, tell)).collect();
    for saved in catalogue::save(tx, &wanted, at)? {
        saved?;
    }
    for category in CATEGORIES {
        let handle = slug(category);
        let words = tell.iter().map(|tr| (tr.lang(), tr.t(&format!("demo-shelf-{handle}"))));
        let wanted = WantedCategory { texts: words.collect(), ..WantedCategory::default() };
        categories::save(tx, &handle, &wanted, at)?;
    }
    let mut variants = Vec::new();
    for product in leads() {
        for sku in skus(product) {
            let found = catalogue::find_by_code(tx, sku)?;
            let id = found.ok_or_else(|| Error::internal(format!("no goods “{sku}”")))?;
            variants.push((sku, id));
        }
    }
    Ok(Goods { variants })
}

pub fn slug(category: &str) -> String {
    category.to_ascii_lowercase().replace(' ', "-")
}

fn skus(product: &'static Product) -> Vec<&'static str> {
    match several(product.sku) {
        Some((_, _, all)) => all.iter().map(|(sku, _)| *sku).collect(),
        None => vec![product.sku],
    }
}

fn wanted(product: &'static Product, tell: &[Tr]) -> Wanted {
    let key = format!("demo-goods-{}", product.sku.to_ascii_lowercase());
    let words = |tr: &Tr| (tr.t(&key), tr.t(&format!("{key}-text")));
    let own = tell.iter().find(|tr| tr.lang() == Lang::En).map(words).unwrap_or_default();
    let text = |tr: &Tr| {
        let (title, description) = words(tr);
        let (title, description) = (Some(title), Some(description));
        (tr.lang(), WantedText { title, description })
    };
    let titles = tell.iter().map(|tr| (tr.lang(), tr.t(&key)));
    let url = format!("/shop/art/{}.svg", product.sku);
    Wanted {
        title: Some(own.0),
        description: Some(own.1),
        brand: Some(brand(product).into()),
        category: Some(product.category.into()),
        media: Some(vec![Medium { url, alt: titles.collect() }]),
        texts: tell.iter().map(text).collect(),
        variants: variants(product),
        ..Wanted::default()
    }
}

fn variants(product: &'static Product) -> Vec<WantedVariant> {
    let Some((_, name, all)) = several(product.sku) else {
        return vec![WantedVariant { sku: product.sku.into(), ..WantedVariant::default() }];
    };
    let variant = |(sku, value): &(&str, &str)| WantedVariant {
        sku: (*sku).into(),
        options: Some(vec![Choice { name: (*name).into(), value: (*value).into() }]),
        ..WantedVariant::default()
    };
    all.iter().map(variant).collect()
}

fn brand(product: &Product) -> &'static str {
    match product.category {
        COFFEE => super::shop::NAME,
        BREWING => "Kocioł",
        GRINDERS => "Żarna",
        CUPS => "Glina & Lut",
        LINEN => "Lniana",
        CANDLES => "Făclia",
        VASES => "Huta Dolna",
        HOME => "Codru",
        _ => "",
    }
}

/// What a SKU costs: what is not in the catalogue by itself costs what the first of its kind does.
fn listed(sku: &str) -> Result<&'static Product> {
    let own = PRODUCTS.iter().find(|product| product.sku == sku);
    let lead =
        || PRODUCTS.iter().find(|product| several(sku).is_some_and(|it| it.0 == product.sku));
    own.or_else(lead).ok_or_else(|| Error::internal(format!("no price of “{sku}”")))
}

/// The two currencies, each with how its price is read.
type Amount = fn(&Product) -> i64;
const CURRENCIES: [(&str, Amount); 2] =
    [("PLN", |product| product.pln), ("RON", |product| product.ron)];

/// In the order of time, as it would have happened: each writes the history from its moment on.
fn set_prices(tx: &Tx, goods: &Goods, now: Time) -> Result<()> {
    let (opened, began) = (now.minus(AGE), now.minus(SALE_AGE));
    let mut shelf = Vec::new();
    for (currency, amount) in CURRENCIES {
        let list = prices::save_list(tx, &list("shelf", "Shelf prices", currency), "", opened)?;
        let mut new = Vec::new();
        for (sku, variant) in &goods.variants {
            let percent = if *sku == DEARER.0 { DEARER.1 } else { 100 };
            new.push(price(*variant, amount(listed(sku)?), percent));
        }
        prices::set(tx, list, &new, "The shop opens", opened)?;
        shelf.push((list, amount));
    }
    for (list, amount) in shelf {
        let dearer = price(goods.variant(DEARER.0)?, amount(listed(DEARER.0)?), 100);
        prices::set(tx, list, &[dearer], "The supplier's new prices", now.minus(DEARER.2))?;
    }
    for (currency, amount) in CURRENCIES {
        let sale = ListFields {
            priority: 10,
            starts_at: Some(began),
            ends_at: Some(began.plus(SALE_LENGTH)),
            is_sale: true,
            ..list("november", "Warm November", currency)
        };
        let sale = prices::save_list(tx, &sale, "Warm November", began)?;
        let mut new = Vec::new();
        for (lead, percent) in SALE {
            let product = listed(lead)?;
            for sku in skus(product) {
                new.push(price(goods.variant(sku)?, amount(product), percent));
            }
        }
        prices::set(tx, sale, &new, "Warm November", began)?;
    }
    Ok(())
}

fn list(code: &str, name: &str, currency: &str) -> ListFields {
    ListFields {
        code: format!("{code}-{}", currency.to_ascii_lowercase()),
        name: format!("{name}, {currency}"),
        currency: Currency::parse(currency).unwrap_or(Currency::PLN),
        group: None,
        priority: 0,
        starts_at: None,
        ends_at: None,
        is_sale: false,
    }
}

/// So many percent, ending in ninety as prices do.
fn price(variant: VariantId, amount: i64, percent: i64) -> NewPrice {
    let amount = if percent == 100 { amount } else { amount * percent / 10_000 * 100 + 90 };
    NewPrice { variant, quantity_min: 1, amount: Some(amount) }
}
