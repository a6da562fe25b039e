//! Scenes of looking around: the web shop in two browsers, the app, the printed catalogue's QR codes.

use kit::Time;
use kit::time::hours;
use serde_json::json;

use super::calendar::Rhythm;
use super::catalogue::{BREWING, CANDLES, COFFEE, CUPS, LINEN};
use super::lives::Life;
use super::pen::{Browser, Sender, later};
use super::people::Habit;
use super::random::Random;
use super::shop::{
    Basket, CATALOGUE, CATEGORIES, Country, PRODUCTS, Product, WEB, any_product, any_product_of,
};

/// The catalogue in people's letter boxes.
const ISSUE: &str = "catalogue-12";

impl Life<'_> {
    /// The customer in a browser, as the shop's pages know them.
    pub fn in_browser(&self, browser: Browser) -> Sender {
        let signed_in = match browser {
            Browser::Phone => self.signed_in.phone,
            Browser::Laptop => self.signed_in.laptop,
        };
        let sender = Sender::browser(self.person, browser);
        if signed_in { sender.of_user(&self.person.user_id()) } else { sender }
    }

    pub fn in_app(&self) -> Sender {
        let sender = Sender::app(self.person);
        if self.signed_in.app { sender.of_user(&self.person.user_id()) } else { sender }
    }

    /// A visit without a purchase.
    pub fn look_around(&mut self, at: Time, browser: Browser) {
        let sender = self.in_browser(browser);
        self.land(&sender, at);
        self.look(&sender, at);
    }

    /// A visit of the web shop: perhaps signing in, looking, filling a cart, buying.
    pub fn visit_web(&mut self, at: Time, browser: Browser) {
        let sender = self.in_browser(browser);
        self.land(&sender, at);
        self.visit_on(sender, at, browser);
    }

    /// A visit that a letter or a text led to.
    pub fn follow_link(&mut self, at: Time, campaign: &str, source: &str, medium: &str) {
        let sender = self.in_browser(Browser::Phone).with_campaign(campaign, source, medium);
        self.land(&sender, at);
        self.visit_on(sender, at, Browser::Phone);
    }

    fn visit_on(&mut self, mut sender: Sender, at: Time, browser: Browser) {
        let mut at = later(&mut self.random, at, 3, 25);
        if self.registered && self.random.chance(if sender.is_user() { 9 } else { 45 }) {
            self.sign_in(at, browser);
            sender = sender.of_user(&self.person.user_id());
            at = later(&mut self.random, at, 3, 20);
        }
        let (at, liked) = self.look(&sender, at);
        if self.random.chance(self.fills_carts()) {
            self.fill_cart(&sender, at, liked);
        }
    }

    pub fn visit_app(&mut self, at: Time) {
        let (mut at, liked) = self.open_app(at);
        if self.registered && !self.signed_in.app && self.random.chance(60) {
            at = later(&mut self.random, at, 5, 30);
            self.sign_in_app(at);
        }
        if self.random.chance(self.fills_carts()) {
            self.fill_cart(&self.in_app(), at, liked);
        }
    }

    /// Opens the app and looks around. Returns when that ended, and what was looked at last.
    pub fn open_app(&mut self, at: Time) -> (Time, &'static Product) {
        let sender = self.in_app();
        self.pen.track(&sender, at, "Application Opened", json!({ "version": "3.8.0" }));
        let at = later(&mut self.random, at, 1, 4);
        self.pen.screen(&sender, at, "Home");
        let (mut at, liked) = self.look(&sender, at);
        if self.random.chance(18) {
            let mut wished = liked.json(self.person.country);
            wished["wishlist_id"] = format!("w{}", self.person.number).into();
            at = later(&mut self.random, at, 4, 40);
            self.pen.track(&sender, at, "Product Added to Wishlist", wished);
        }
        (at, liked)
    }

    /// A QR code on a page of the catalogue opens the product's page on the phone.
    pub fn scan_catalogue(&mut self, at: Time) {
        let product = any_product(&mut self.random);
        let page = 4 + 2 * PRODUCTS.iter().position(|p| p == product).unwrap_or(0);
        let code = json!({ "catalogue": ISSUE, "page": page, "sku": product.sku });
        let scan = Sender::tablet(CATALOGUE, &self.person.phone_browser, &self.person.locale());
        self.pen.track(&scan, at, "QR Code Scanned", code);
        let at = later(&mut self.random, at, 1, 4);
        let sender = self.in_browser(Browser::Phone).with_campaign(ISSUE, "catalogue", "print");
        let country = self.person.country;
        self.pen.page(&sender, at, product.name, &product.path(country));
        self.pen.track(&sender, at, "Product Viewed", product.viewed_json(country));
        if self.random.chance(self.fills_carts()) {
            let at = later(&mut self.random, at, 20, 90);
            self.fill_cart(&sender, at, product);
        }
    }

    /// The first page of a visit.
    fn land(&mut self, sender: &Sender, at: Time) {
        let country = self.person.country.code().to_ascii_lowercase();
        if self.random.chance(60) {
            self.pen.page(sender, at, "Home", &format!("/{country}"));
        } else {
            let category = self.random.pick(&CATEGORIES);
            let path = format!("/{country}/c/{}", slug(category));
            self.pen.page(sender, at, category, &path);
        }
    }

    /// Searches or lists, and the products looked at. Returns when the last was, and which.
    fn look(&mut self, sender: &Sender, at: Time) -> (Time, &'static Product) {
        let random = &mut self.random;
        let mut at = later(random, at, 4, 40);
        let mut category = random.pick(&CATEGORIES);
        if random.chance(28) {
            let (query, shelf) = search(random, self.person.language);
            category = shelf;
            self.pen.track(sender, at, "Products Searched", json!({ "query": query }));
        } else if random.chance(45) {
            let list = json!({ "list_id": slug(category), "category": category });
            self.pen.track(sender, at, "Product List Viewed", list);
        }
        let mut seen = any_product_of(random, category);
        for more in (0..=random.weighted(&[35, 35, 20, 10])).rev() {
            at = later(random, at, 8, 95);
            self.pen.track(sender, at, "Product Viewed", seen.viewed_json(self.person.country));
            if more > 0 {
                let stays = random.chance(70);
                seen = if stays { any_product_of(random, category) } else { any_product(random) };
            }
        }
        (at, seen)
    }

    /// Puts what was liked and more into the cart, and buys it or not.
    fn fill_cart(&mut self, sender: &Sender, at: Time, liked: &'static Product) {
        self.carts += 1;
        let cart = format!("c{}-{}", 10_000 + self.person.number, self.carts);
        let mut basket = Basket::of(self.person.country, liked);
        basket.delivered = true;
        basket.fill(&mut self.random);
        let mut at = at;
        for (product, quantity) in basket.lines.clone() {
            at = later(&mut self.random, at, 9, 110);
            self.add_to_cart(sender, at, &cart, product, quantity);
        }
        if basket.lines.len() > 2 && self.random.chance(25) {
            let (product, quantity) = basket.lines.remove(1);
            at = later(&mut self.random, at, 10, 60);
            let removed = line_json(&cart, product, quantity, self.person.country);
            self.pen.track(sender, at, "Product Removed", removed);
        }
        at = later(&mut self.random, at, 6, 45);
        let viewed = json!({ "cart_id": cart, "products": basket.products_json() });
        self.pen.track(sender, at, "Cart Viewed", viewed);
        let at = later(&mut self.random, at, 10, 80);
        if self.random.chance(self.buys()) {
            self.check_out(sender.clone(), at, &cart, basket);
        } else {
            self.leave_cart(at);
        }
    }

    pub fn add_to_cart(
        &mut self,
        sender: &Sender,
        at: Time,
        cart: &str,
        product: &'static Product,
        quantity: i64,
    ) {
        let added = line_json(cart, product, quantity, self.person.country);
        self.pen.track(sender, at, "Product Added", added);
    }

    /// A cart is left; those who agreed to letters get one about it, and some come back.
    fn leave_cart(&mut self, at: Time) {
        let sent = at.plus(hours(self.random.between(3, 9)));
        if self.newsletter_since.is_none_or(|since| since > sent) {
            return;
        }
        let letter =
            json!({ "campaign_id": "cart-reminder", "campaign_name": "Your cart is still here" });
        let newsletter = self.by_newsletter();
        self.pen.track(&newsletter, sent, "Email Delivered", letter.clone());
        if self.random.chance(45) {
            let opened = self.soon(sent, 0, 26, Rhythm::Online);
            self.pen.track(&newsletter, opened, "Email Opened", letter);
        }
    }

    /// Signs in with the account in a browser. What was done there before now has a name.
    pub fn sign_in(&mut self, at: Time, browser: Browser) {
        match browser {
            Browser::Phone => self.signed_in.phone = true,
            Browser::Laptop => self.signed_in.laptop = true,
        }
        let traits = json!({
            "email": self.person.email,
            "firstName": self.person.first,
            "lastName": self.person.last,
        });
        self.pen.identify(&self.in_browser(browser), at, traits);
    }

    /// Signs in on the app: what the phone saw before now has a name too.
    pub fn sign_in_app(&mut self, at: Time) {
        self.signed_in.app = true;
        let traits = json!({ "email": self.person.email, "firstName": self.person.first });
        self.pen.identify(&self.in_app(), at, traits);
    }

    /// Opens an account on the web; the server confirms the address when the link in the mail was clicked.
    pub fn register_on_web(&mut self, at: Time, browser: Browser) {
        let sender = Sender::browser(self.person, browser);
        self.pen.page(&sender, at, "Create an account", "/account/new");
        let at = later(&mut self.random, at, 30, 120);
        self.sign_in(at, browser);
        self.pen.track(&self.in_browser(browser), at, "Signed Up", json!({ "method": "email" }));
        self.confirm_account(at);
    }

    pub fn register_in_app(&mut self, at: Time) {
        self.sign_in_app(at);
        self.pen.track(&self.in_app(), at, "Signed Up", json!({ "method": "email" }));
        self.confirm_account(at);
    }

    fn confirm_account(&mut self, at: Time) {
        self.registered = true;
        let at = later(&mut self.random, at, 40, 1_500);
        let person = self.person;
        let mut traits = json!({
            "firstName": person.first,
            "lastName": person.last,
            "email": person.email,
            "email_verified": true,
            "phone": person.phone,
            "language": person.language,
            "address": { "city": person.city, "country": person.country.code() },
        });
        if self.random.chance(88) || person.is_cast() {
            traits["phone_verified"] = true.into();
        }
        let server = Sender::server(WEB).of_user(&person.user_id());
        self.pen.identify(&server, at, traits);
        self.agree(at);
    }

    /// In a hundred visits, how many fill a cart.
    fn fills_carts(&self) -> u32 {
        match self.person.habit {
            Habit::Browser => 44,
            Habit::Guest => 60,
            _ => 36,
        }
    }

    /// In a hundred full carts, how many are bought.
    fn buys(&self) -> u32 {
        match self.person.habit {
            Habit::Browser => 12,
            Habit::Guest => 65,
            _ => 60,
        }
    }
}

fn line_json(cart: &str, product: &Product, quantity: i64, country: Country) -> serde_json::Value {
    let mut json = json!({ "cart_id": cart, "currency": country.currency() });
    if let (Some(line), serde_json::Value::Object(product)) =
        (json.as_object_mut(), product.json(country))
    {
        line.extend(product);
        line.insert("quantity".to_owned(), quantity.into());
    }
    json
}

fn slug(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

/// What somebody types into the search box, and the shelf where they find it.
fn search(random: &mut Random, language: &str) -> (&'static str, &'static str) {
    let shelves = [BREWING, CUPS, COFFEE, CANDLES, LINEN];
    let words: [&str; 5] = match language {
        "pl" => ["kawiarka", "filiżanki", "kawa ziarnista", "świeca zapachowa", "obrus lniany"],
        "ro" => ["ibric cupru", "cești espresso", "cafea boabe", "lumânare", "față de masă in"],
        "ru" => ["гейзерная кофеварка", "чашки", "кофе в зёрнах", "свечи", "льняная скатерть"],
        _ => ["moka pot", "espresso cups", "decaf beans", "scented candle", "linen napkins"],
    };
    let i = random.below(5) as usize;
    (words[i], shelves[i])
}
