//! The merchant of the demo: Vatra & Ziarno, “hearth and grain”, coffee and things for the home, in Poland and
//! Romania. *Vatra* (in the Polish mountains *watra*) is a word that the shepherds of both countries share.

use serde_json::{Value, json};

pub use super::catalogue::{CATEGORIES, PRODUCTS, Product};
use super::random::Random;

pub const NAME: &str = "Vatra & Ziarno";
pub const SITE: &str = "https://vatra-ziarno.example";

/// A door of the shop: a channel to be. `kind` is the code of a channel kind (`web`, `store`, …).
#[derive(Debug)]
pub struct Door {
    pub slug: &'static str,
    pub name: &'static str,
    pub kind: &'static str,
}

pub const WEB: &str = "web";
pub const APP: &str = "app";
pub const NEWSLETTER: &str = "newsletter";
pub const SMS: &str = "sms";
pub const WHATSAPP: &str = "whatsapp";
pub const PHONE: &str = "phone";
pub const KRAKOW: &str = "store-krakow";
pub const CLUJ: &str = "store-cluj";
pub const MARKETPLACE: &str = "marketplace";
pub const CATALOGUE: &str = "catalogue";

pub const DOORS: [Door; 10] = [
    Door { slug: WEB, name: "Web shop", kind: "web" },
    Door { slug: APP, name: "Mobile app", kind: "app" },
    Door { slug: NEWSLETTER, name: "Mail", kind: "email" },
    Door { slug: SMS, name: "SMS", kind: "sms" },
    Door { slug: WHATSAPP, name: "WhatsApp", kind: "whatsapp" },
    Door { slug: PHONE, name: "Phone line", kind: "phone" },
    Door { slug: KRAKOW, name: "Store Kraków", kind: "store" },
    Door { slug: CLUJ, name: "Store Cluj-Napoca", kind: "store" },
    Door { slug: MARKETPLACE, name: "Kiermasz marketplace", kind: "marketplace" },
    Door { slug: CATALOGUE, name: "Printed catalogue", kind: "print" },
];

/// The two countries the shop sells in: each has its currency, its tax, its store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Country {
    Poland,
    Romania,
}

impl Country {
    pub fn code(self) -> &'static str {
        match self {
            Country::Poland => "PL",
            Country::Romania => "RO",
        }
    }

    pub fn currency(self) -> &'static str {
        match self {
            Country::Poland => "PLN",
            Country::Romania => "RON",
        }
    }

    pub fn time_zone(self) -> &'static str {
        match self {
            Country::Poland => "Europe/Warsaw",
            Country::Romania => "Europe/Bucharest",
        }
    }

    pub fn store(self) -> &'static str {
        match self {
            Country::Poland => KRAKOW,
            Country::Romania => CLUJ,
        }
    }

    /// The store as a receipt prints it.
    pub fn store_affiliation(self) -> &'static str {
        match self {
            Country::Poland => "Vatra & Ziarno Kraków",
            Country::Romania => "Vatra & Ziarno Cluj-Napoca",
        }
    }

    fn tax_percent(self) -> i64 {
        match self {
            Country::Poland => 23,
            Country::Romania => 21,
        }
    }

    fn shipping(self) -> i64 {
        match self {
            Country::Poland => 1_490,
            Country::Romania => 1_790,
        }
    }

    fn free_shipping_from(self) -> i64 {
        match self {
            Country::Poland => 19_900,
            Country::Romania => 23_900,
        }
    }
}

impl Product {
    pub fn price(&self, country: Country) -> i64 {
        match country {
            Country::Poland => self.pln,
            Country::Romania => self.ron,
        }
    }

    /// The product block of the e-commerce events, without a quantity.
    pub fn json(&self, country: Country) -> Value {
        json!({
            "product_id": self.sku.to_ascii_lowercase(),
            "sku": self.sku,
            "name": self.name,
            "category": self.category,
            "price": decimal(self.price(country)),
        })
    }

    /// What `Product Viewed` says.
    pub fn viewed_json(&self, country: Country) -> Value {
        let mut json = self.json(country);
        json["currency"] = country.currency().into();
        json["value"] = decimal(self.price(country));
        json["url"] = self.url(country).into();
        json
    }

    pub fn url(&self, country: Country) -> String {
        format!("{SITE}{}", self.path(country))
    }

    pub fn path(&self, country: Country) -> String {
        let country = country.code().to_ascii_lowercase();
        format!("/{country}/p/{}", self.sku.to_ascii_lowercase())
    }
}

/// Minor units as the decimal number that shops send. Both currencies have two digits.
pub fn decimal(minor: i64) -> Value {
    json!(minor as f64 / 100.0)
}

/// What a price comes down by with the newsletter's welcome coupon.
pub const COUPON: &str = "WELCOME10";
const COUPON_PERCENT: i64 = 10;

/// Things on their way to an order.
#[derive(Clone, Debug)]
pub struct Basket {
    pub country: Country,
    pub lines: Vec<(&'static Product, i64)>,
    pub coupon: bool,
    pub delivered: bool,
}

impl Basket {
    /// One piece of one thing.
    pub fn of(country: Country, product: &'static Product) -> Basket {
        Basket { country, lines: vec![(product, 1)], coupon: false, delivered: false }
    }

    /// One to four different things.
    pub fn filled(random: &mut Random, country: Country) -> Basket {
        let mut basket = Basket::of(country, any_product(random));
        basket.fill(random);
        basket
    }

    /// Adds none to three other things, and sometimes several of a small one.
    pub fn fill(&mut self, random: &mut Random) {
        for _ in 0..random.weighted(&[42, 33, 17, 8]) {
            let product = any_product(random);
            let more = if product.pln < 10_000 { random.weighted(&[78, 17, 5]) } else { 0 };
            self.add(product, 1 + more as i64);
        }
    }

    pub fn add(&mut self, product: &'static Product, quantity: i64) {
        match self.lines.iter_mut().find(|(present, _)| *present == product) {
            Some((_, present)) => *present += quantity,
            None => self.lines.push((product, quantity)),
        }
    }

    pub fn goods(&self) -> i64 {
        self.lines.iter().map(|(product, n)| product.price(self.country) * n).sum()
    }

    pub fn discount(&self) -> i64 {
        if self.coupon { self.goods() * COUPON_PERCENT / 100 } else { 0 }
    }

    pub fn shipping(&self) -> i64 {
        let paid = self.goods() - self.discount();
        let free = !self.delivered || paid >= self.country.free_shipping_from();
        if free { 0 } else { self.country.shipping() }
    }

    /// What the customer pays: the goods, less the discount, and the parcel.
    pub fn total(&self) -> i64 {
        self.goods() - self.discount() + self.shipping()
    }

    pub fn products_json(&self) -> Value {
        self.lines
            .iter()
            .map(|(product, quantity)| {
                let mut json = product.json(self.country);
                json["quantity"] = (*quantity).into();
                json
            })
            .collect()
    }

    /// The money and the lines as the order events say them. Prices include the tax, and `revenue` excludes it.
    pub fn order_json(&self, order: &str, affiliation: &str) -> Value {
        let paid = self.goods() - self.discount();
        let percent = self.country.tax_percent();
        let tax = (paid * percent + (100 + percent) / 2) / (100 + percent);
        let mut json = json!({
            "order_id": order,
            "affiliation": affiliation,
            "total": decimal(self.total()),
            "revenue": decimal(paid - tax),
            "tax": decimal(tax),
            "shipping": decimal(self.shipping()),
            "discount": decimal(self.discount()),
            "currency": self.country.currency(),
        });
        if self.coupon {
            json["coupon"] = COUPON.into();
        }
        json["products"] = self.products_json();
        json
    }
}

/// Something of one shelf.
pub fn any_product_of(random: &mut Random, category: &str) -> &'static Product {
    let shelf: Vec<&'static Product> = PRODUCTS.iter().filter(|p| p.category == category).collect();
    random.pick(&shelf)
}

/// Something of the whole shop: cheap things and beans are looked at more.
pub fn any_product(random: &mut Random) -> &'static Product {
    let first = &PRODUCTS[random.index(PRODUCTS.len())];
    let second = &PRODUCTS[random.index(PRODUCTS.len())];
    if first.pln <= second.pln { first } else { second }
}
