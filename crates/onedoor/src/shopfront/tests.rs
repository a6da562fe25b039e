//! The shop's pages as somebody without script meets them: links, forms, cookies.

mod delivery;
mod tendered;
mod wishes;

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use customers::Ctx;
use customers::channels::{self, ChannelKind, NewChannel};
use customers::testing::defaults;
use engage::connectors::Provider;
use engage::proofs::{self, ProofId};
use kit::Db;
use kit::db::Engine;
use kit::i18n::Catalogue;
use kit::secrets::{Sealed, Secrets};
use kit::testing::{Folder, clock, engines, place};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::app::{App, migrations};
use crate::demo::{art, goods};
use crate::router::router;

/// The demo's goods in a shop of its own.
struct World {
    app: App,
    router: Router,
    write_key: String,
    _folder: Folder,
}

/// Somebody at a browser, with their cookies.
#[derive(Clone, Default)]
struct Browser {
    cookies: BTreeMap<String, String>,
}

struct Page {
    status: u16,
    /// Where it leads.
    to: String,
    text: String,
}

impl Page {
    /// The value of the first field of this name.
    fn field(&self, name: &str) -> String {
        let (_, rest) = self.text.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        rest.split('"').next().unwrap().to_string()
    }

    fn has(&self, words: &str) -> bool {
        self.text.contains(words)
    }
}

impl World {
    async fn open(engine: Engine) -> World {
        let (place, folder) = place(engine).await;
        let ctx = Ctx::new(Db::open(&place).await.unwrap(), clock(), defaults());
        ctx.db.migrate(&migrations(), ctx.clock.now()).await.unwrap();
        let keys = Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap();
        let app = App::new(ctx.clone(), keys).unwrap();
        let now = ctx.clock.now();
        let new = NewChannel { kind: ChannelKind::Web, name: "Kubek".into() };
        let (web, _) = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap();
        goods::furnish(&app, now).await.unwrap();
        World { router: router(&app), app, write_key: web.write_key, _folder: folder }
    }

    async fn send(
        &self,
        by: &mut Browser,
        request: axum::http::request::Builder,
        body: String,
    ) -> Page {
        let cookies: Vec<String> =
            by.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = request
            .header(header::HOST, "kubek.pl")
            .header(header::ACCEPT, "text/html")
            .header(header::COOKIE, cookies.join("; "));
        let request = request.body(Body::from(body)).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        for kept in response.headers().get_all(header::SET_COOKIE) {
            let pair = kept.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            match value {
                "" => by.cookies.remove(name),
                value => by.cookies.insert(name.into(), value.into()),
            };
        }
        let to = response.headers().get(header::LOCATION);
        let to = to.map_or("", |to| to.to_str().unwrap()).to_string();
        let status = response.status().as_u16();
        let body = axum::body::to_bytes(response.into_body(), 2_000_000).await.unwrap();
        // Amounts are not broken apart.
        let text = String::from_utf8(body.to_vec()).unwrap().replace('\u{a0}', " ");
        Page { status, to, text }
    }

    async fn get(&self, by: &mut Browser, path: &str) -> Page {
        self.send(by, Request::get(path), String::new()).await
    }

    async fn post(&self, by: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(by, request, body).await
    }

    /// The first variant of a product, put into the cart.
    async fn add(&self, by: &mut Browser, handle: &str) -> Page {
        let page = self.get(by, &format!("/shop/p/{handle}")).await;
        let (variant, key) = (page.field("variant"), page.field("key"));
        let fields = [("action", "add"), ("variant", &variant), ("key", &key)];
        self.post(by, "/shop/cart/changes", &fields).await
    }

    /// The cart as a program sees it that holds the same session.
    async fn by_api(&self, by: &Browser) -> Value {
        let request = Request::get("/v1/shop/cart")
            .header(header::AUTHORIZATION, format!("Bearer {}", self.write_key))
            .header("onedoor-cart", &by.cookies["onedoor_cart"]);
        let page = self.send(&mut Browser::default(), request, String::new()).await;
        serde_json::from_str(&page.text).unwrap()
    }
}

const ANNA: [(&str, &str); 8] = [
    ("name", "Anna Nowak"),
    ("email", "anna@example.pl"),
    ("delivery", "address"),
    ("street", "Grodzka 1"),
    ("postcode", "31-002"),
    ("city", "Kraków"),
    ("country", "PL"),
    ("means", "transfer"),
];

async fn on_each_engine(story: impl AsyncFn(World)) {
    for engine in engines() {
        story(World::open(engine).await).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_looks_around() {
    on_each_engine(async |world| {
        let mut anna = Browser::default();
        let front = world.get(&mut anna, "/shop").await;
        assert!(front.has("Reduced now") && front.has("−29 %"), "{}", front.text);
        // What is announced as reduced says what it cost at the least in the 30 days before: here not what it costs
        // without the reduction (PLN 89.00), since it had become dearer in them.
        let glasses = world.get(&mut anna, "/shop/p/double-wall-glasses-set-of-2").await;
        assert!(glasses.has("Lowest price of the 30 days before: PLN 80.90"), "{}", glasses.text);
        assert!(glasses.has("PLN 71.90 by “Warm November, PLN”."), "{}", glasses.text);
        assert!(glasses.has("Not taken: PLN 89.00 by “Shelf prices, PLN”."));
        let slip = world.get(&mut anna, "/shop/goods?q=kenia+nyerri").await;
        assert!(slip.has("Kenya Nyeri beans, 250 g"), "{}", slip.text);
        let cheap = world.get(&mut anna, "/shop/c/vases?sort=price-up").await;
        let at = |title: &str| cheap.text.find(title).unwrap();
        assert!(at("Bud vase, white") < at("Floor vase, 45 cm"));
        let polish = world.get(&mut anna, "/shop/c/vases?lang=pl").await;
        assert!(polish.has("<html lang=\"pl\">") && polish.has("Wazon podłogowy, 45 cm"));
        assert!(world.get(&mut anna, "/shop").await.has("Teraz taniej"), "it is remembered");
        let nothing = world.get(&mut Browser::default(), "/shop/p/nothing").await;
        assert_eq!((nothing.status, nothing.has("There is nothing here")), (404, true));
        assert_eq!(world.get(&mut anna, "/shop/c/nothing").await.status, 404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_buys() {
    on_each_engine(async |world| {
        let (mut anna, mut stranger) = (Browser::default(), Browser::default());
        let added = world.add(&mut anna, "moka-pot").await;
        assert_eq!((added.status, added.to.as_str()), (303, "/shop/cart?did=added"));
        let told = world.by_api(&anna).await;
        assert_eq!(told["cart"]["lines"][0]["sku"], "VZ-BRW-MOK-3", "{told}");
        let coupon =
            [("action", "apply_coupon"), ("code", "welcome10"), ("key", "k-0123456789abcdef")];
        world.post(&mut anna, "/shop/cart/changes", &coupon).await;
        let cart = world.get(&mut anna, "/shop/cart").await;
        assert!(cart.has("Takes off PLN 12.90.") && cart.has("PLN 116.10"), "{}", cart.text);

        let faults = world.post(&mut anna, "/shop/checkout", &[("means", "in_store")]).await;
        assert_eq!(faults.status, 422);
        assert!(
            faults.has("id=\"street-fault\"") && faults.has("aria-describedby=\"email-fault\"")
        );
        let look = world.post(&mut anna, "/shop/checkout", &ANNA).await;
        assert!(look.has("Order with obligation to pay · PLN 131.00"), "{}", look.text);
        let (key, total) = (look.field("key"), look.field("total"));
        // Somebody puts something in meanwhile: nothing is bought for another total than was shown.
        world.add(&mut anna, "bud-vase-white").await;
        let order = |total: &str| -> Vec<(String, String)> {
            let more = [("key", key.as_str()), ("total", total)];
            let all = ANNA.iter().chain(&more);
            all.map(|(name, value)| (name.to_string(), value.to_string())).collect()
        };
        let send = async |by: &mut Browser, total: &str| {
            let fields = order(total);
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            world.post(by, "/shop/checkout/order", &fields).await
        };
        let changed = send(&mut anna, &total).await;
        assert_eq!((changed.status, changed.has("The total has changed")), (409, true));
        let bought = send(&mut anna, &changed.field("total")).await;
        assert_eq!(bought.status, 303, "{}", bought.text);
        // The button was pressed twice.
        assert_eq!(send(&mut anna, &changed.field("total")).await.to, bought.to);

        let page = world.get(&mut anna, &bought.to).await;
        assert!(page.has("Thank you.") && page.has("Please transfer PLN 175.10"), "{}", page.text);
        assert!(page.has("/withdraw?order="));
        assert_eq!(world.get(&mut stranger, &bought.to).await.status, 404);
        assert!(world.get(&mut anna, "/shop/cart").await.has("The cart is empty."));
        assert!(world.get(&mut anna, "/shop/account").await.has("Received"));
        let again = world.post(&mut stranger, "/shop/checkout", &ANNA).await;
        assert_eq!((again.status, again.to.as_str()), (303, "/shop/cart"), "nothing to buy");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_out_comes_back() {
    on_each_engine(async |world| {
        let mut anna = Browser::default();
        world.add(&mut anna, "moka-pot").await;
        let variant = world.by_api(&anna).await["cart"]["lines"][0]["variant"].clone();
        let variant = variant.as_str().unwrap();
        let act = async |by: &mut Browser, action: &str, quantity: &str, key: &str| {
            let key = format!("{key}-0123456789abcdef");
            let fields =
                [("action", action), ("variant", variant), ("quantity", quantity), ("key", &key)];
            world.post(by, "/shop/cart/changes", &fields).await
        };
        act(&mut anna, "set", "3", "a").await;
        act(&mut anna, "set", "3", "a").await;
        assert_eq!(world.by_api(&anna).await["cart"]["pieces"], 3);
        let gone = act(&mut anna, "remove", "", "b").await;
        let page = world.get(&mut anna, &gone.to).await;
        assert!(page.has("It is out of the cart.") && page.has("The cart is empty."));
        let (change, key) = (page.field("change"), page.field("key"));
        world.post(&mut anna, "/shop/cart/undo", &[("change", &change), ("key", &key)]).await;
        assert_eq!(world.by_api(&anna).await["cart"]["pieces"], 3);
        // Something else was done since: the way back is not offered any more.
        assert!(!world.get(&mut anna, &gone.to).await.has("/shop/cart/undo"));
        act(&mut anna, "save_for_later", "", "c").await;
        assert!(world.get(&mut anna, "/shop/cart").await.has("Kept for later"));
        act(&mut anna, "take_back", "", "d").await;
        assert_eq!(world.by_api(&anna).await["cart"]["pieces"], 3);
        let much = act(&mut anna, "set", "many", "e").await;
        assert_eq!((much.status, much.has("A quantity is a whole number")), (400, true));

        // The code at the till, or on the tablet: once.
        let shown = world.post(&mut anna, "/shop/cart/code", &[]).await;
        let (_, code) = shown.text.split_once("<p class=\"letters\">").unwrap();
        let code = code.split('<').next().unwrap();
        let (mut tablet, mut thief) = (Browser::default(), Browser::default());
        let taken = world.post(&mut tablet, "/shop/cart/claim", &[("code", code)]).await;
        assert_eq!(taken.to, "/shop/cart?did=claimed");
        assert_eq!(world.by_api(&tablet).await["cart"]["pieces"], 3);
        let late = world.post(&mut thief, "/shop/cart/claim", &[("code", code)]).await;
        assert_eq!((late.status, late.has("This code opens nothing.")), (400, true));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_by_mail_shows_who_it_is() {
    on_each_engine(async |world| {
        let (mut phone, mut laptop) = (Browser::default(), Browser::default());
        let ctx = &world.app.engage;
        let email = ("email", "Anna@Example.pl");
        let fields = [email, ("key", "n-0123456789abcdef")];
        let nobody = world.post(&mut phone, "/shop/account/code", &fields).await;
        assert!(nobody.has("We cannot send a code to this address"), "{}", nobody.text);
        engage::testing::door(ctx, ChannelKind::Email, "Mail", Some(Provider::Email)).await;
        let enter = async |by: &mut Browser, key: &str| {
            world.post(by, "/shop/account/code", &[email, ("key", key)]).await;
            let id: ProofId = by.cookies["onedoor_asked"].parse().unwrap();
            let unsent = ctx.customers.db.read(|tx| proofs::store::unsent_maybe(tx, id)).await;
            let sealed = Sealed(unsent.unwrap().unwrap().1);
            let code = ctx.secrets.open(&sealed, &id.0).unwrap();
            let code = String::from_utf8(code).unwrap();
            world.post(by, "/shop/account/proof", &[("code", &code)]).await
        };
        world.add(&mut phone, "moka-pot").await;
        assert_eq!(enter(&mut phone, "p-0123456789abcdef").await.to, "/shop/account?did=entered");
        world.add(&mut phone, "bud-vase-white").await;
        let fields = [email, ("key", "w-0123456789abcdef")];
        world.post(&mut laptop, "/shop/account/code", &fields).await;
        let wrong = world.post(&mut laptop, "/shop/account/proof", &[("code", "12")]).await;
        assert!(wrong.has("This is not the code."), "{}", wrong.text);
        assert!(world.get(&mut laptop, "/shop/cart").await.has("The cart is empty."));
        enter(&mut laptop, "l-0123456789abcdef").await;
        let cart = world.get(&mut laptop, "/shop/cart").await;
        assert!(cart.has("Moka pot, 3 cups") && cart.has("Bud vase, white"), "{}", cart.text);
        let account = world.get(&mut laptop, "/shop/account").await;
        assert!(account.has("anna@example.pl"));
        world.post(&mut laptop, "/shop/account/leave", &[]).await;
        assert_eq!(laptop.cookies.len(), 0);
        assert!(world.get(&mut laptop, "/shop/cart").await.has("The cart is empty."));
        let mut forged = Browser::default();
        let id = phone.cookies["onedoor_account"].split('.').next().unwrap().to_string();
        forged.cookies.insert("onedoor_account".into(), format!("{id}.00"));
        assert!(world.get(&mut forged, "/shop/cart").await.has("The cart is empty."));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_another_site_does_nothing() {
    let world = World::open(Engine::Sqlite).await;
    let mut anna = Browser::default();
    let request = Request::post("/shop/cart/changes")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site");
    let refused = world.send(&mut anna, request, "action=add".into()).await;
    assert_eq!((refused.status, refused.has("not sent from our page")), (403, true));
    assert!(anna.cookies.is_empty());
    let away = [("action", "add"), ("key", "a-0123456789abcdef"), ("back", "//evil.example")];
    let page = world.get(&mut anna, "/shop/p/moka-pot").await;
    let variant = page.field("variant");
    let fields: Vec<_> = away.into_iter().chain([("variant", variant.as_str())]).collect();
    assert_eq!(
        world.post(&mut anna, "/shop/cart/changes", &fields).await.to,
        "/shop/cart?did=added"
    );
}

#[test]
fn each_language_says_all() {
    Catalogue::new(&super::LOCALES).check().unwrap();
    Catalogue::new(&goods::LOCALES).check().unwrap();
    assert!(art::is_complete());
}
