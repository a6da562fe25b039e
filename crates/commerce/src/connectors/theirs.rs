//! What another shop system says, in one shape for all of them. Its parsers make these; they know no database.

use kit::Time;
use kit::money::{Currency, Money};

use crate::catalogue::Choice;
use crate::orders::{Contact, Delivery};

/// One thing that a page of a feed or a delivery tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    Product(Product),
    Customer(Person),
    Order(Box<Order>),
    Level(Level),
    /// All variants that a product has now: what else was known of it was deleted there.
    Left(Left),
    /// It was deleted there.
    Gone(Gone),
}

/// Which variants a product still has there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    pub product: String,
    pub variants: Vec<String>,
    pub at: Time,
}

/// What was deleted. Customers and orders stay in our books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gone {
    Product(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    pub id: String,
    pub title: String,
    pub description: String,
    pub handle: String,
    pub is_sold: bool,
    pub at: Time,
    /// Those that it tells of; others stay as they are.
    pub variants: Vec<Variant>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    pub id: String,
    pub sku: String,
    pub gtin: Option<String>,
    pub options: Vec<Choice>,
    /// With tax.
    pub price: Option<Money>,
    pub at: Time,
    /// More that it takes to change it there: its product, its inventory item.
    pub address: Address,
}

/// Where a variant lies in their books.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Address {
    pub product: String,
    /// What lies in their stock, where that has an id of its own.
    pub item: String,
    /// In hundredths of a per cent, where their prices stand without tax.
    pub tax_rate: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Of their account there; empty for who bought without one.
    pub id: String,
    pub email: Option<String>,
    /// They have shown that they read it.
    pub is_email_proven: bool,
    pub phone: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub at: Time,
    pub made_at: Time,
}

/// An order that was placed there. What is still being put together is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub id: String,
    pub number: String,
    pub at: Time,
    pub placed_at: Time,
    pub person: Person,
    pub currency: Currency,
    /// Minor units, with tax, as all amounts here.
    pub total: i64,
    pub shipping: i64,
    pub lines: Vec<Line>,
    pub is_paid: bool,
    /// How they call the payment.
    pub paid_by: String,
    pub delivery: Delivery,
    pub contact: Contact,
    pub coupons: Vec<String>,
    pub tracking: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: String,
    pub variant_id: String,
    pub sku: String,
    pub title: String,
    /// As it was ordered.
    pub quantity: i64,
    /// Of these, not wanted any more.
    pub cancelled: i64,
    pub shipped: i64,
    pub unit: i64,
    /// Of the whole line, with what was taken off.
    pub total: i64,
    /// In hundredths of a per cent.
    pub tax_rate: i64,
}

impl Line {
    /// They still hold so many for whoever ordered.
    pub fn open(&self) -> i64 {
        (self.quantity - self.cancelled - self.shipped).max(0)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub variant_id: String,
    /// How many it says there are, as it counts ([`super::System::counts_on_hand`]).
    pub quantity: i64,
    pub at: Time,
}

/// What is told to them of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub their_id: String,
    pub address: Address,
    /// As it counts ([`super::System::counts_on_hand`]), and what it said before, as far as we know.
    pub stock: Option<i64>,
    pub stock_before: Option<i64>,
    /// With tax.
    pub price: Option<Money>,
}

/// How many of a variant they say there are, where it was not what we believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub their_id: String,
    pub quantity: i64,
}

/// Pieces of an order that went out here, and are to be told as sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub order_id: String,
    /// Their line, and how many of it.
    pub lines: Vec<(String, i64)>,
    /// Nothing of the order has still to go.
    pub is_all: bool,
    pub carrier: Option<String>,
    pub tracking: Option<String>,
}
