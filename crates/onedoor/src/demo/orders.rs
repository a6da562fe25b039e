//! Scenes of buying and bringing back, at every door that sells.

use kit::Time;
use kit::time::{days, hours, minutes};
use serde_json::{Value, json};

use super::calendar::{Rhythm, Span};
use super::lives::Life;
use super::pen::{Sender, later};
use super::shop::{Basket, Country, MARKETPLACE, Product, SMS, WEB, decimal};

/// An order that was paid for.
#[derive(Clone, Debug)]
pub struct Order {
    pub id: String,
    pub basket: Basket,
}

impl Life<'_> {
    fn order_id(&self, letter: char) -> String {
        format!("{letter}-{:06}", self.first_order + self.orders.len() as u64)
    }

    /// Buys what is in the cart, in a browser or the app.
    pub fn check_out(&mut self, sender: Sender, at: Time, cart: &str, mut basket: Basket) {
        let id = self.order_id('W');
        let (mut sender, mut at) = (sender, at);
        if self.registered && !sender.is_user() {
            sender = sender.of_user(&self.person.user_id());
            self.pen.identify(&sender, at, json!({ "email": self.person.email }));
            at = later(&mut self.random, at, 3, 20);
        }
        if self.newsletter_since.is_some_and(|since| since < at) && self.orders.is_empty() {
            basket.coupon = true;
            let coupon = json!({
                "cart_id": cart,
                "coupon_id": super::shop::COUPON,
                "coupon_name": "Welcome, 10 % off",
                "discount": decimal(basket.discount()),
            });
            self.pen.track(&sender, at, "Coupon Applied", coupon);
            at = later(&mut self.random, at, 5, 30);
        }
        let order = basket.order_json(&id, super::shop::NAME);
        self.pen.track(&sender, at, "Checkout Started", order.clone());
        if !self.registered {
            // A guest types an address and a number: said, not proven.
            at = later(&mut self.random, at, 40, 150);
            self.pen.identify(&sender, at, self.typed_traits());
        }
        at = later(&mut self.random, at, 20, 120);
        let payment = self.payment_method();
        let paying = json!({ "checkout_id": cart, "order_id": id, "payment_method": payment });
        self.pen.track(&sender, at, "Payment Info Entered", paying);
        at = later(&mut self.random, at, 8, 60);
        self.pen.track(&sender.seen_by_server(), at, "Order Completed", order);
        self.orders.push(Order { id, basket });
        self.after_order(at, &sender.seen_by_server());
    }

    fn typed_traits(&self) -> Value {
        json!({
            "email": self.person.email,
            "firstName": self.person.first,
            "lastName": self.person.last,
            "phone": self.phone,
            "address": { "city": self.person.city, "country": self.person.country.code() },
        })
    }

    fn payment_method(&mut self) -> &'static str {
        let methods = match self.person.country {
            Country::Poland => ["blik", "card", "bank_transfer"],
            Country::Romania => ["card", "cash_on_delivery", "bank_transfer"],
        };
        methods[self.random.weighted(&[60, 30, 10])]
    }

    /// The parcel, the text that it is there, perhaps a review or the goods coming back.
    fn after_order(&mut self, ordered: Time, server: &Sender) {
        let Some(order) = self.orders.last().cloned() else { return };
        let sent = self.soon(ordered, 10, 80, Rhythm::Office);
        let parcel = json!({ "order_id": order.id, "carrier": "parcel_locker" });
        self.pen.track(server, sent, "Order Shipped", parcel);
        let arrived = self.soon(sent, 16, 60, Rhythm::Store);
        if self.registered && self.random.chance(55) {
            let text =
                json!({ "template": "parcel_ready", "order_id": order.id, "purpose": "service" });
            let texting = Sender::server(SMS).of_user(&self.person.user_id());
            self.pen.track(&texting, arrived, "SMS Delivered", text);
        }
        if self.random.chance(13) {
            self.bring_back(arrived, &order, server);
        } else if self.registered && self.random.chance(9) {
            let at = self.soon(arrived, 48, 300, Rhythm::Online);
            let (product, _) = order.basket.lines[0];
            self.review(at, product);
        }
    }

    fn review(&mut self, at: Time, product: &Product) {
        let rating = ["5", "4", "3", "2"][self.random.weighted(&[62, 25, 9, 4])];
        let review = json!({
            "product_id": product.sku.to_ascii_lowercase(),
            "review_id": format!("r{}-{}", self.person.number, self.orders.len()),
            "review_body": super::phrases::review(self.person.language, rating),
            "rating": rating,
        });
        let server = Sender::server(WEB).of_user(&self.person.user_id());
        self.pen.track(&server, at, "Product Reviewed", review);
    }

    /// One thing of an order goes back: over the counter for those who have a card, by post for the others.
    fn bring_back(&mut self, arrived: Time, order: &Order, buyer: &Sender) {
        let (product, _) = self.random.pick(&order.basket.lines);
        let country = self.person.country;
        let returned = Basket { coupon: order.basket.coupon, ..Basket::of(country, product) };
        let reasons = ["changed_mind", "damaged", "wrong_size", "not_as_expected"];
        let reason = self.random.pick(&reasons);
        if let Some(card) = self.person.card.clone() {
            let fortnight = Span::new(arrived.plus(hours(12)), arrived.plus(days(13)));
            let open = fortnight.moment(&mut self.random, country, Rhythm::Store);
            if let Some(at) = open {
                self.return_in_store(at, &card, order, &returned, reason);
                return;
            }
        }
        let at = self.soon(arrived, 10, 200, Rhythm::Online);
        self.pen.track(buyer, at, "Return Started", return_json(order, &returned, reason, "post"));
        let refunded = self.soon(at, 60, 150, Rhythm::Office);
        self.pen.track(buyer, refunded, "Order Refunded", refund_json(order, &returned));
    }

    pub fn return_in_store(
        &mut self,
        at: Time,
        card: &str,
        order: &Order,
        returned: &Basket,
        reason: &str,
    ) {
        let store = self.person.country.store();
        let till = Sender::server_naming(store, "loyalty_card", card);
        self.scan_card(&till, at);
        let at = later(&mut self.random, at, 20, 90);
        self.pen.track(
            &till,
            at,
            "Return Started",
            return_json(order, returned, reason, self.person.country.store_affiliation()),
        );
        let at = later(&mut self.random, at, 60, 240);
        self.pen.track(&till, at, "Order Refunded", refund_json(order, returned));
    }

    pub fn scan_card(&mut self, till: &Sender, at: Time) {
        let country = self.person.country;
        let scan = json!({
            "store_id": country.store(),
            "store_name": country.store_affiliation(),
            "till": self.random.between(1, 2),
        });
        self.pen.track(till, at, "Loyalty Card Scanned", scan);
    }

    /// Buys something in the store; the card is scanned at the till.
    pub fn visit_store(&mut self, at: Time) {
        let basket = Basket::filled(&mut self.random, self.person.country);
        self.buy_in_store(at, basket);
    }

    pub fn buy_in_store(&mut self, at: Time, basket: Basket) {
        let Some(card) = self.person.card.clone() else { return };
        let country = self.person.country;
        let till = Sender::server_naming(country.store(), "loyalty_card", &card);
        self.scan_card(&till, at);
        let id = self.order_id(if country == Country::Poland { 'K' } else { 'C' });
        let mut order = basket.order_json(&id, country.store_affiliation());
        order["store_id"] = country.store().into();
        let at = later(&mut self.random, at, 25, 140);
        self.pen.track(&till, at, "Order Completed", order);
        let receipt = json!({
            "receipt_number": format!("P{}", &id[2..]),
            "order_id": id,
            "store_id": country.store(),
            "store_name": country.store_affiliation(),
            "total": decimal(basket.total()),
            "currency": country.currency(),
            "electronic": self.random.chance(35),
        });
        let at = later(&mut self.random, at, 2, 9);
        self.pen.track(&till, at, "Receipt Issued", receipt);
        self.orders.push(Order { id, basket });
    }

    /// Takes out a loyalty card at the till; the number is confirmed by a code sent to the phone.
    pub fn get_card(&mut self, at: Time) {
        let Some(card) = self.person.card.clone() else { return };
        let till = Sender::server_naming(self.person.country.store(), "loyalty_card", &card);
        let traits = json!({
            "firstName": self.person.first,
            "lastName": self.person.last,
            "phone": self.phone,
            "phone_verified": true,
            "language": self.person.language,
            "address": { "city": self.person.city, "country": self.person.country.code() },
        });
        self.pen.identify(&till, at, traits);
        let store = json!({ "store_id": self.person.country.store() });
        self.pen.track(&till, at, "Loyalty Card Issued", store);
        self.join_household(&till, at);
        let at = at.plus(minutes(3));
        self.visit_store(at);
        self.agree(at.plus(minutes(20)));
    }

    /// The marketplace passes on a masked address and says whose order it is in its own terms.
    pub fn buy_on_marketplace(&mut self, at: Time) {
        let mut basket = Basket::filled(&mut self.random, self.person.country);
        basket.delivered = true;
        let buyer = format!("km{}", 52_000 + self.person.number * 7);
        let market = Sender::server_naming(MARKETPLACE, "marketplace_buyer", &buyer);
        if self.orders.is_empty() {
            let traits = json!({
                "firstName": self.person.first,
                "lastName": self.person.last,
                "email": format!("{buyer}@kiermasz.example.net"),
                "phone": self.phone,
                "address": { "city": self.person.city, "country": self.person.country.code() },
            });
            self.pen.identify(&market, at, traits);
        }
        let id = self.order_id('M');
        let order = basket.order_json(&id, "Kiermasz marketplace");
        self.pen.track(&market, at, "Order Completed", order);
        self.orders.push(Order { id, basket });
        self.after_order(at, &market);
    }
}

fn return_json(order: &Order, returned: &Basket, reason: &str, by: &str) -> Value {
    json!({
        "order_id": order.id,
        "reason": reason,
        "brought_to": by,
        "products": returned.products_json(),
    })
}

/// The refund is what was paid for the thing.
fn refund_json(order: &Order, returned: &Basket) -> Value {
    json!({
        "order_id": order.id,
        "total": decimal(returned.goods() - returned.discount()),
        "discount": decimal(returned.discount()),
        "currency": returned.country.currency(),
        "products": returned.products_json(),
    })
}
