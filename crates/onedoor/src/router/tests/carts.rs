//! One cart by all keys: a browser with its session, the same person signed in, a till, an agent.

use commerce::carts::testing::mug_in;
use customers::channels::{Channel, store as doors};
use engage::connectors::chat::{self, ChatSettings};
use kit::time::{hours, minutes};
use serde_json::{Value, json};

use super::*;

/// The shop over HTTP: a web door whose server can vouch for accounts, and a till.
pub struct Shop {
    pub app: App,
    router: Router,
    web: Channel,
    /// Signs tokens.
    secret: String,
    pub till_key: String,
    _folder: Folder,
}

/// One browser, with what it keeps.
#[derive(Clone, Default)]
pub struct Browser {
    session: Option<String>,
    pub token: Option<String>,
}

impl Shop {
    async fn open(engine: Engine) -> Shop {
        let (place, folder) = place(engine).await;
        let ctx = Ctx::new(Db::open(&place).await.unwrap(), clock(), defaults());
        ctx.db.migrate(&migrations(), ctx.clock.now()).await.unwrap();
        let keys = Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap();
        let app = App::new(ctx.clone(), keys.clone()).unwrap();
        let now = ctx.clock.now();
        let make = |kind, name: &str| {
            let new = NewChannel { kind, name: name.into() };
            ctx.db.write(move |tx| channels::create(tx, &new, now))
        };
        let (web, _) = make(ChannelKind::Web, "Shop").await.unwrap();
        let (_, till) = make(ChannelKind::Store, "Kraków").await.unwrap();
        let settings = Some(ChatSettings::default());
        let open = |tx: &kit::Tx| chat::open(tx, &keys, &web, settings.clone(), now);
        let secret = ctx.db.write(open).await.unwrap();
        let web = ctx.db.read(|tx| doors::find_maybe(tx, web.id)).await.unwrap().unwrap();
        for sku in ["BLUE", "RED"] {
            mug_in(&app.commerce, sku).await;
        }
        let router = router(&app);
        Shop { router, web, secret, till_key: till.0, app, _folder: folder }
    }

    pub async fn ask(&self, key: &str, by: &Browser, what: &str, body: Value) -> (u16, Value) {
        let (method, path) = what.split_once(' ').unwrap();
        let mut request = Request::builder().method(method).uri(path);
        request = request.header(header::AUTHORIZATION, format!("Bearer {key}"));
        for (name, value) in [("onedoor-cart", &by.session), ("onedoor-token", &by.token)] {
            if let Some(value) = value {
                request = request.header(name, value);
            }
        }
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let status = response.status().as_u16();
        let body = axum::body::to_bytes(response.into_body(), 1_000_000).await.unwrap();
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    /// A browser asks with the write key; it keeps the session that it is given.
    pub async fn asks(&self, by: &mut Browser, what: &str, body: Value) -> (u16, Value) {
        let (status, answer) = self.ask(&self.web.write_key, by, what, body).await;
        if let Some(session) = answer["session"].as_str() {
            by.session = Some(session.to_string());
        }
        (status, answer)
    }

    pub async fn puts(&self, by: &mut Browser, device: &str, key: &str, sku: &str) -> (u16, Value) {
        let body = json!({"key": format!("{key}-0123456789abcdef"), "anonymousId": device,
                          "changes": [{"action": "add", "sku": sku}]});
        self.asks(by, "POST /v1/shop/cart/changes", body).await
    }

    pub async fn sees(&self, by: &mut Browser) -> String {
        let (status, answer) = self.asks(by, "GET /v1/shop/cart", Value::Null).await;
        if status == 200 { lines(&answer) } else { format!("{status} {}", answer["code"]) }
    }

    /// A token of the shop's server for this account.
    pub fn token(&self, account: &str) -> Option<String> {
        use base64::Engine as _;
        use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
        use hmac::{Hmac, KeyInit as _, Mac as _};
        let until = self.app.ctx.clock.now().plus(hours(1)).0 / 1_000_000;
        let claims = json!({"sub": account, "exp": until}).to_string();
        let signed = format!("{}.{}", BASE64.encode(r#"{"alg":"HS256"}"#), BASE64.encode(claims));
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(self.secret.as_bytes()).unwrap();
        mac.update(signed.as_bytes());
        Some(format!("{signed}.{}", BASE64.encode(mac.finalize().into_bytes())))
    }

    /// The page says who signed in, by its own word.
    async fn identifies(&self, device: &str, account: &str) {
        let call = json!({"userId": account, "anonymousId": device});
        let key = &self.web.write_key;
        let told = self.ask(key, &Browser::default(), "POST /v1/identify", call).await;
        assert_eq!(told.0, 200);
    }
}

fn lines(answer: &Value) -> String {
    let Some(lines) = answer["cart"]["lines"].as_array() else { return "no cart".into() };
    let one = |line: &Value| format!("{} × {}", line["quantity"], line["sku"].as_str().unwrap());
    lines.iter().map(one).collect::<Vec<_>>().join(", ")
}

pub async fn on_each_engine(story: impl AsyncFn(Shop)) {
    for engine in kit::testing::engines() {
        story(Shop::open(engine).await).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_fills_its_cart_and_nobody_else_sees_it() {
    on_each_engine(async |shop| {
        let (mut phone, mut stranger) = (Browser::default(), Browser::default());
        assert_eq!(shop.sees(&mut phone).await, "no cart");
        let (status, first) = shop.puts(&mut phone, "phone", "a", "BLUE").await;
        assert_eq!((status, lines(&first)), (200, "1 × BLUE".to_string()));
        assert_eq!(first["cart"]["lines"][0]["lastChange"]["by"], "customer");
        // Our answer got lost: the same change begins the same session again.
        let mut again = Browser::default();
        let (_, repeated) = shop.puts(&mut again, "phone", "a", "BLUE").await;
        assert_eq!((lines(&repeated), &repeated["change"]), ("1 × BLUE".into(), &first["change"]));
        // Whoever knows the id of the device is not thereby its owner.
        assert_eq!(shop.sees(&mut stranger).await, "no cart");
        shop.puts(&mut stranger, "phone", "b", "RED").await;
        assert_eq!(shop.sees(&mut stranger).await, "1 × RED");
        assert_eq!(shop.sees(&mut phone).await, "1 × BLUE");
        let mut forged = Browser { session: Some("abc.def".into()), token: None };
        assert_eq!(shop.sees(&mut forged).await, "401 \"bad_session\"");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_claims_to_be_anna_does_not_see_annas_cart() {
    on_each_engine(async |shop| {
        let mut phone = Browser::default();
        shop.puts(&mut phone, "phone", "a", "BLUE").await;
        shop.identifies("phone", "anna").await;
        // A stranger's page says that it is Anna, too: what it puts in is hers, what she has is not shown.
        let mut stranger = Browser::default();
        shop.puts(&mut stranger, "kiosk", "b", "RED").await;
        shop.identifies("kiosk", "anna").await;
        assert_eq!(shop.sees(&mut stranger).await, "1 × RED");
        let take_all = json!({"key": "c-0123456789abcdef",
                              "changes": [{"action": "remove", "sku": "BLUE"}]});
        shop.asks(&mut stranger, "POST /v1/shop/cart/changes", take_all).await;
        // The shop's server vouches for Anna on her laptop: she sees all of it.
        let mut laptop = Browser { session: None, token: shop.token("anna") };
        assert_eq!(shop.sees(&mut laptop).await, "1 × BLUE, 1 × RED");
        let mut nobody = Browser { session: None, token: Some("a.b.c".into()) };
        assert_eq!(shop.sees(&mut nobody).await, "401 \"bad_token\"");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signed_in_on_the_laptop_the_cart_of_the_phone_is_there() {
    on_each_engine(async |shop| {
        let (mut phone, mut laptop) = (Browser::default(), Browser::default());
        shop.puts(&mut phone, "phone", "a", "BLUE").await;
        phone.token = shop.token("anna");
        shop.puts(&mut phone, "phone", "b", "BLUE").await;
        shop.puts(&mut laptop, "laptop", "c", "RED").await;
        laptop.token = shop.token("anna");
        // Before anything has joined the two, her own browser's things are there too.
        assert_eq!(shop.sees(&mut laptop).await, "2 × BLUE, 1 × RED");
        shop.puts(&mut laptop, "laptop", "d", "RED").await;
        assert_eq!(shop.sees(&mut phone).await, "2 × BLUE, 2 × RED");
        let (_, till) = shop
            .ask(&shop.till_key, &Browser::default(), "GET /v1/customers/user_id:anna/cart", Value::Null)
            .await;
        assert_eq!(lines(&till), "2 × BLUE, 2 × RED");
        // Back to what it was before the last change.
        let undo = json!({"key": "e-0123456789abcdef", "before": till["cart"]["lines"][1]["lastChange"]["id"]});
        let (_, answer) = shop.asks(&mut phone, "POST /v1/shop/cart/restore", undo).await;
        assert_eq!(lines(&answer), "2 × BLUE, 1 × RED");
        let (_, states) = shop.asks(&mut phone, "GET /v1/shop/cart/states", Value::Null).await;
        assert_eq!(states["states"].as_array().unwrap().len(), 5);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_takes_the_cart_to_the_till_and_to_another_phone_once() {
    on_each_engine(async |shop| {
        let (mut phone, mut tablet, mut other) =
            (Browser::default(), Browser::default(), Browser::default());
        shop.puts(&mut phone, "phone", "a", "BLUE").await;
        shop.puts(&mut tablet, "tablet", "b", "RED").await;
        let page = json!({"page": "https://kubek.pl/cart#top"});
        let (status, made) = shop.asks(&mut phone, "POST /v1/shop/cart/code", page).await;
        assert_eq!(status, 201);
        let (code, link) = (made["code"].as_str().unwrap(), made["link"].as_str().unwrap());
        assert_eq!(link, format!("https://kubek.pl/cart#cart={}", code.replace('-', "")));
        assert!(made["qr"]["path"].as_str().unwrap().starts_with('M'));
        // The till only looks, and may look again.
        let claim = |code: &str, device: &str| json!({"code": code, "anonymousId": device});
        for _ in 0..2 {
            let what = "POST /v1/shop/cart/claim";
            let (_, till) =
                shop.ask(&shop.till_key, &Browser::default(), what, claim(link, "till")).await;
            assert_eq!(lines(&till), "1 × BLUE");
            assert!(till["customer"].as_str().unwrap().starts_with("cus_"));
        }
        // The tablet takes it: both carts are one to it, and what it puts in is seen on the phone.
        let what = "POST /v1/shop/cart/claim";
        let (status, taken) = shop.asks(&mut tablet, what, claim(code, "tablet")).await;
        assert_eq!((status, lines(&taken)), (200, "1 × BLUE, 1 × RED".to_string()));
        let set = json!({"key": "c-0123456789abcdef",
                         "changes": [{"action": "set", "sku": "BLUE", "quantity": 0}]});
        shop.asks(&mut tablet, "POST /v1/shop/cart/changes", set).await;
        assert_eq!(shop.sees(&mut phone).await, "");
        // Another comes too late, whatever they know.
        let (status, late) = shop.asks(&mut other, what, claim(code, "other")).await;
        assert_eq!((status, &late["code"]), (404, &json!("not_found")));
        // After a day the tablet has its own again.
        shop.app.ctx.clock.advance(hours(25));
        assert_eq!(shop.sees(&mut tablet).await, "1 × RED");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_expire_and_cannot_be_guessed() {
    on_each_engine(async |shop| {
        let (mut phone, mut guesser) = (Browser::default(), Browser::default());
        let (status, _) = shop.asks(&mut phone, "POST /v1/shop/cart/code", Value::Null).await;
        assert_eq!(status, 404, "there is no cart yet");
        shop.puts(&mut phone, "phone", "a", "BLUE").await;
        let (_, made) = shop.asks(&mut phone, "POST /v1/shop/cart/code", json!({})).await;
        shop.app.ctx.clock.advance(minutes(15));
        let claim = json!({"code": made["code"], "anonymousId": "guesser"});
        let what = "POST /v1/shop/cart/claim";
        assert_eq!(shop.asks(&mut guesser, what, claim).await.0, 404);
        let guess = json!({"code": "F4KM-7RPA", "anonymousId": "guesser"});
        for _ in 0..9 {
            assert_eq!(shop.asks(&mut guesser, what, guess.clone()).await.0, 404);
        }
        let (status, refused) = shop.asks(&mut guesser, what, guess).await;
        assert_eq!((status, &refused["code"]), (429, &json!("too_many_requests")));
        assert_eq!(guesser.session, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_wrongly_is_refused_with_what_to_do() {
    on_each_engine(async |shop| {
        let mut phone = Browser::default();
        let change = "POST /v1/shop/cart/changes";
        let mut check = async |body: Value, want: &str| {
            let (status, answer) = shop.asks(&mut phone, change, body).await;
            assert_eq!(format!("{status} {}", answer["code"].as_str().unwrap()), want);
        };
        let key = "k-0123456789abcdef";
        let add = json!([{"action": "add", "sku": "BLUE"}]);
        check(json!({}), "400 bad_json").await;
        check(json!({"key": "short", "anonymousId": "p", "changes": add}), "400 bad_key").await;
        check(json!({"key": key, "changes": add}), "400 bad_anonymous_id").await;
        check(json!({"key": key, "anonymousId": "p", "changes": []}), "400 too_many_actions").await;
        let wish = |wish: Value| json!({"key": key, "anonymousId": "p", "changes": [wish]});
        check(wish(json!({"action": "steal"})), "400 bad_action").await;
        check(wish(json!({"action": "add"})), "400 bad_action").await;
        check(wish(json!({"action": "add", "sku": "GREEN"})), "404 not_found").await;
        check(wish(json!({"action": "set", "sku": "BLUE"})), "400 bad_action").await;
        check(wish(json!({"action": "set", "sku": "BLUE", "quantity": -1})), "400 bad_quantity")
            .await;
        let (status, answer) = shop
            .ask(&shop.web.write_key, &phone, "GET /v1/customers/user_id:anna/cart", Value::Null)
            .await;
        assert_eq!((status, answer["code"].as_str().unwrap()), (403, "write_key_cannot_read"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_agent_adds_appears_on_the_customers_page() {
    on_each_engine(async |shop| {
        use http_body_util::BodyExt as _;
        let mut phone = Browser::default();
        shop.puts(&mut phone, "phone", "a", "BLUE").await;
        let request = Request::builder().uri("/v1/shop/cart/stream");
        let request =
            request.header(header::AUTHORIZATION, format!("Bearer {}", shop.web.write_key));
        let request = request.header("onedoor-cart", phone.session.clone().unwrap());
        let response =
            shop.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let mut stream = response.into_body();
        let mut next = async || {
            let frame = tokio::time::timeout(std::time::Duration::from_secs(10), stream.frame());
            let frame = frame.await.expect("in time").unwrap().unwrap().into_data().unwrap();
            let text = String::from_utf8(frame.to_vec()).unwrap();
            let data =
                text.lines().find_map(|line| line.strip_prefix("data: ")).unwrap().to_string();
            lines(&serde_json::from_str(&data).unwrap())
        };
        assert_eq!(next().await, "1 × BLUE");
        let body = json!({"key": "agent-1", "actor": {"role": "agent", "name": "Ola"},
                          "changes": [{"action": "add", "sku": "RED", "quantity": 2}]});
        let what = "POST /v1/customers/device:phone/cart/changes";
        let (status, told) = shop.ask(&shop.till_key, &Browser::default(), what, body).await;
        assert_eq!((status, lines(&told)), (200, "1 × BLUE, 2 × RED".to_string()));
        assert_eq!(told["cart"]["lines"][1]["lastChange"]["name"], "Ola");
        assert_eq!(next().await, "1 × BLUE, 2 × RED");
    })
    .await;
}
