//! The events of a shop, read with their types: what was bought, how many, for how much.
//!
//! The vocabulary is the Segment e-commerce specification, version 2, with the names of version 1 and of Google
//! Analytics 4 as aliases, and our own names for what happens in stores, on the telephone and in mail boxes
//! ([`ShopEvent`]). An event that is none of these stays as it came; [`parse`] says `None`.
//!
//! [`Commerce`] is a view: a property is read when it is asked for, so that recording an event costs no more
//! than the columns that are filled from it.

pub(crate) mod fields;
#[cfg(test)]
mod tests;
mod vocabulary;

use std::borrow::Cow;

use kit::money::{Currency, Money};

use fields::Fields;
pub use vocabulary::ShopEvent;

/// An event of the shop and its properties.
#[derive(Clone, Debug)]
pub struct Commerce<'a> {
    pub event: ShopEvent,
    fields: Fields<'a>,
    /// Of all amounts in the event; without one there are no amounts.
    currency: Option<Currency>,
}

/// Reads a `track` call. `properties` is its JSON object as text; amounts are in major units there (`129.99`), of
/// the event's own `currency` or else of `default_currency`.
pub fn parse<'a>(
    name: &str,
    properties: &'a str,
    default_currency: Option<Currency>,
) -> Option<Commerce<'a>> {
    let event = ShopEvent::find(name)?;
    let fields = Fields::read(properties);
    let currency = match fields.text(&["currency"]) {
        // A currency that we cannot read is not the default one: no amount is better than a wrong one.
        Some(code) => Currency::parse(code.trim()),
        None => default_currency,
    };
    Some(Commerce { event, fields, currency })
}

/// Defines the properties that are plain text, each with the names under which it comes.
macro_rules! text_properties {
    ($($(#[$doc:meta])* $property:ident: $($name:literal)|+;)+) => {
        $($(#[$doc])* pub fn $property(&self) -> Option<Cow<'a, str>> {
            self.fields.text(&[$($name),+])
        })+
    };
}

impl<'a> Commerce<'a> {
    text_properties! {
        order_id: "order_id" | "orderId" | "transaction_id";
        /// Of a receipt from a till.
        receipt_number: "receipt_number" | "receipt_id";
        /// Of what came back.
        return_id: "return_id";
        checkout_id: "checkout_id";
        cart_id: "cart_id";
        /// The store or the partner through which it went.
        affiliation: "store_name" | "store" | "affiliation";
        /// Where goods came back.
        place: "place";
        query: "query" | "search_term";
        list_id: "list_id" | "item_list_id";
        /// What the list of products shows.
        category: "category" | "item_list_name" | "list_name";
        promotion_id: "promotion_id";
        promotion_name: "name" | "promotion_name" | "creative" | "creative_name";
        creative: "creative" | "creative_name";
        shipping_method: "shipping_method" | "shipping_tier" | "carrier";
        payment_method: "payment_method" | "payment_type";
        coupon_id: "coupon_id";
        /// As customers know it.
        coupon: "coupon_name" | "coupon" | "coupon_code";
        reason: "reason";
        wishlist_id: "wishlist_id";
        wishlist_name: "wishlist_name";
        /// The way by which something was shared, or by which the customer agreed to be reached.
        via: "share_via" | "channel" | "method";
        share_message: "share_message";
        /// Whom the customer told: a third person, whose address is nobody's business here.
        recipient: "recipient";
        review_id: "review_id";
        review_body: "review_body";
        rating: "rating";
        /// Of a survey, 1 to 5; and what was said with it.
        score: "score";
        comment: "comment";
        /// Of an e-mail.
        subject: "subject" | "email_subject" | "campaign_name";
        /// Of a message.
        message: "text" | "message" | "body" | "preview" | "topic";
        /// `inbound` (the customer called) or `outbound`.
        direction: "direction";
        /// Of a call: `answered`, `missed`, `voicemail`.
        outcome: "outcome";
        /// Who of the shop talked.
        answered_by: "answered_by";
        newsletter: "list_name" | "newsletter" | "list";
        /// What a consent is for: `marketing`, `profiling`.
        purpose: "purpose";
        /// Where a QR code was.
        printed_on: "catalogue" | "catalog" | "campaign_name" | "campaign" | "location";
    }

    /// Whether it happened at a till: an order there is a purchase over the counter.
    pub fn is_in_store(&self) -> bool {
        self.fields.text(&["store_id", "till"]).is_some()
    }

    pub fn step(&self) -> Option<i64> {
        self.fields.whole(&["step", "checkout_step"])
    }

    /// Of a call.
    pub fn duration_seconds(&self) -> Option<i64> {
        let seconds = self.fields.whole(&["duration_seconds", "duration_s", "duration"]);
        seconds.or_else(|| Some(self.fields.whole(&["duration_ms"])? / 1000))
    }

    /// Of a call: until somebody answered, or nobody did.
    pub fn rang_seconds(&self) -> Option<i64> {
        self.fields.whole(&["rang_seconds"])
    }

    /// With everything in it: discounts, shipping, tax.
    pub fn total(&self) -> Option<Money> {
        self.money("total")
    }

    /// Without shipping and tax.
    pub fn revenue(&self) -> Option<Money> {
        self.money("revenue")
    }

    /// After discounts, before shipping and tax.
    pub fn subtotal(&self) -> Option<Money> {
        self.money("subtotal")
    }

    pub fn shipping(&self) -> Option<Money> {
        self.money("shipping")
    }

    pub fn tax(&self) -> Option<Money> {
        self.money("tax")
    }

    pub fn discount(&self) -> Option<Money> {
        self.money("discount")
    }

    fn money(&self, name: &str) -> Option<Money> {
        self.fields.money(&[name], self.currency)
    }

    /// The values by which the customer narrowed a list down, of at most `max` filters.
    pub fn filters(&self, max: usize) -> Vec<Cow<'a, str>> {
        let filters = self.fields.list(&["filters"]);
        filters.iter().filter_map(|filter| filter.text(&["value"])).take(max).collect()
    }

    /// The products it is about: the list, or the one that the properties themselves describe.
    pub fn products(&self) -> Vec<Product<'a>> {
        let listed = self.fields.list(&["products", "items"]);
        let read = |fields: &Fields<'a>| Product::read(fields, self.currency);
        if listed.is_empty() && self.is_about_one_product() {
            return read(&self.fields).into_iter().collect();
        }
        listed.iter().filter_map(read).collect()
    }

    fn is_about_one_product(&self) -> bool {
        use ShopEvent::*;
        matches!(
            self.event,
            ProductClicked
                | ProductViewed
                | ProductAdded
                | ProductRemoved
                | ProductAddedToWishlist
                | ProductRemovedFromWishlist
                | WishlistProductAddedToCart
                | ProductShared
                | ProductReviewed
        )
    }

    /// How much money the event is about, for the column that is summed and shown.
    ///
    /// Of orders, receipts and carts it is the total, else the value, else the revenue, else what the products
    /// cost together; of a single product the value, else price × quantity. A refund and a cancelled order are
    /// positive too: the event's name says in which direction the money went, and a sum over a column adds one
    /// kind of event. Lists, promotions and coupons are about no amount.
    pub fn value(&self) -> Option<Money> {
        use ShopEvent::*;
        match self.event {
            CartViewed | CheckoutStarted | OrderUpdated | OrderCompleted | OrderRefunded
            | OrderCancelled | ReceiptIssued | ReturnStarted => ["total", "value", "revenue"]
                .iter()
                .find_map(|name| self.money(name))
                .or_else(|| sum(&self.products())),
            _ if self.is_about_one_product() => {
                self.money("value").or_else(|| sum(&self.products()))
            }
            _ => None,
        }
    }
}

/// What the products cost together, where every price is known.
fn sum(products: &[Product<'_>]) -> Option<Money> {
    let mut amounts = products.iter().map(Product::amount);
    let first = amounts.next()??;
    amounts.try_fold(first, |total, amount| total.checked_add(amount?).ok())
}

/// A product as the event describes it, which may differ from the catalogue of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product<'a> {
    pub product_id: Option<Cow<'a, str>>,
    pub sku: Option<Cow<'a, str>>,
    pub name: Option<Cow<'a, str>>,
    pub category: Option<Cow<'a, str>>,
    pub brand: Option<Cow<'a, str>>,
    pub variant: Option<Cow<'a, str>>,
    pub coupon: Option<Cow<'a, str>>,
    /// Of one piece.
    pub price: Option<Money>,
    /// Pieces; 1 where the event does not say. `None` for what is sold by weight or length (`0.35`): that is
    /// no number of pieces, and price × quantity would guess how the shop rounds.
    pub quantity: Option<i64>,
    /// From 1, in the list where it was seen.
    pub position: Option<i64>,
    pub url: Option<Cow<'a, str>>,
    pub image_url: Option<Cow<'a, str>>,
}

impl<'a> Product<'a> {
    /// `None` where nothing tells which product it is.
    fn read(fields: &Fields<'a>, currency: Option<Currency>) -> Option<Product<'a>> {
        let product_id = fields.text(&["product_id", "productId", "item_id"]);
        let sku = fields.text(&["sku"]);
        let name = fields.text(&["name", "item_name", "product_name"]);
        if product_id.is_none() && sku.is_none() && name.is_none() {
            return None;
        }
        let quantity = match fields.text(&["quantity"]) {
            None => Some(1),
            // Zero or fewer pieces of a product that an event is about: the sender left it unset.
            Some(_) => fields.whole(&["quantity"]).map(|pieces| pieces.max(1)),
        };
        Some(Product {
            product_id,
            sku,
            name,
            category: fields.text(&["category", "item_category"]),
            brand: fields.text(&["brand", "item_brand"]),
            variant: fields.text(&["variant", "item_variant"]),
            coupon: fields.text(&["coupon"]),
            price: fields.money(&["price"], currency),
            quantity,
            position: fields.whole(&["position", "index"]),
            url: fields.text(&["url"]),
            image_url: fields.text(&["image_url"]),
        })
    }

    /// Price × quantity.
    pub fn amount(&self) -> Option<Money> {
        let price = self.price?;
        let minor = price.minor.checked_mul(self.quantity?)?;
        Some(Money { minor, ..price })
    }
}
