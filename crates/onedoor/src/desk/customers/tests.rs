//! Stories of the customers' pages: Anna, who owns the shop, looks at Zofia and the ways she came.

mod deciding;
mod group;

use axum::http::StatusCode;
use customers::accounts::Role;
use customers::channels::{self, ChannelKind, Door, NewChannel};
use customers::identities::{CustomerId, graph};
use customers::testing::identity_of;
use expect_test::expect;
use serde_json::{Value, json};

use crate::desk::tests::World;

struct Shop {
    anna: World,
    web: Door,
    till: Door,
}

impl Shop {
    async fn open() -> Shop {
        let anna = World::with_anna().await;
        let ctx = &anna.app.ctx;
        let make = async |kind, name: &str, trusted| {
            let new = NewChannel { kind, name: name.into() };
            let now = ctx.clock.now();
            let made = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap().0;
            Door { channel: made.into(), trusted }
        };
        let web = make(ChannelKind::Web, "Web shop", false).await;
        let till = make(ChannelKind::Store, "Store Kraków", true).await;
        Shop { anna, web, till }
    }

    /// Posts calls one after another, a minute apart.
    async fn post(&self, door: &Door, calls: &[Value]) {
        for call in calls {
            let ctx = &self.anna.app.ctx;
            ctx.clock.advance(kit::time::minutes(1));
            let body = json!({ "batch": [call] }).to_string();
            customers::recording::batch(ctx, door, body.as_bytes()).await.unwrap();
        }
    }

    async fn who(&self, identity: &str) -> CustomerId {
        let identity = identity_of(identity);
        let find = |tx: &kit::Tx| {
            let leaf = customers::identities::store::leaf_maybe(tx, &identity)?.unwrap();
            graph::root(tx, leaf)
        };
        self.anna.app.ctx.db.read(find).await.unwrap()
    }

    /// Zofia looks around on her laptop, signs in, and buys in the store.
    async fn with_zofia() -> Shop {
        let shop = Shop::open().await;
        shop.post(
            &shop.web,
            &[
                json!({"type": "page", "anonymousId": "laptop-7", "name": "Cups", "messageId": "1"}),
                json!({"type": "track", "event": "Product Added", "anonymousId": "laptop-7", "messageId": "2",
                    "properties": {"name": "Espresso cups", "quantity": 2, "price": 119, "currency": "PLN"}}),
                json!({"type": "identify", "anonymousId": "laptop-7", "userId": "u7", "messageId": "3"}),
            ],
        )
        .await;
        shop.post(
            &shop.till,
            &[
                json!({"type": "identify", "userId": "u7", "messageId": "4", "traits": {
                    "firstName": "Zofia", "lastName": "Żak", "email": "zofia@example.com", "email_verified": true}}),
                json!({"type": "track", "event": "Order Completed", "userId": "u7", "messageId": "5",
                    "properties": {"order_id": "K-1", "total": 238, "currency": "PLN", "till": "1",
                        "products": [{"name": "Espresso cups", "quantity": 2, "price": 119}]}}),
                json!({"type": "track", "event": "Consent Given", "userId": "u7", "messageId": "6",
                    "properties": {"purpose": "marketing", "channel": "email"}}),
            ],
        )
        .await;
        shop
    }
}

/// What stands on the page between two pieces of its markup, a line for each text.
fn text(body: &str, from: &str, to: &str) -> String {
    let start = body.find(from).unwrap_or_else(|| panic!("no {from} in {body}"));
    let end = body[start..].find(to).map_or(body.len(), |end| start + end);
    let texts = body[start..end].split('<').filter_map(|piece| piece.split_once('>'));
    let texts = texts.map(|(_, text)| text.trim().replace('\u{a0}', " "));
    texts.filter(|text| !text.is_empty()).map(|text| text + "\n").collect()
}

fn audited(audit: &str, words: &str) -> usize {
    audit[audit.find("<tbody").unwrap()..].matches(words).count()
}

#[tokio::test]
async fn the_page_tells_who_it_is_and_the_whole_way_they_came() {
    let mut shop = Shop::with_zofia().await;
    let zofia = shop.who("user_id:u7").await;
    let page = shop.anna.get(&format!("/desk/customers/{zofia}")).await;
    assert_eq!(page.status, StatusCode::OK);
    expect![[r#"
        ZŻ
        Zofia Żak
        Known
        Has an account, or an address that a server of yours vouched for.
        Copy id
        Call
        Merge with…
        Orders
        1
        last: 1 min ago
        Spent
        PLN 238.00
        Last seen
        Store Kraków
        just now
        Customer since
        21 Nov 2026
    "#]]
    .assert_eq(&text(&page.body, "id=\"head\"", "<nav class=\"jumps"));
    expect![[r#"
        Known by
        E-mail:
        zofia@example.com
        Verified
        A server of yours, which holds the secret key, vouched for it on 21 Nov 2026. It may join histories.
        E-mail ·
        Store Kraków
        21 Nov 2026
        Account:
        u7
        Account ·
        Web shop
        21 Nov 2026
        Device:
        laptop-7
        Device ·
        Web shop
        21 Nov 2026
    "#]].assert_eq(&text(&page.body, "id=\"identities\"", "id=\"consent\""));
    expect![[r#"
        Today
        Gave consent: marketing · e-mail
        Store Kraków
        just now
        As it came
        As it came
        Bought 2 items in the store for PLN 238.00 (order K-1)
        Store Kraków
        1 min ago
        As it came
        As it came
        Signed in and told us: name, e-mail
        Store Kraków
        2 min ago
        As it came
        As it came
        Signed in
        Web shop
        3 min ago
        As it came
        As it came
        Put 2 × Espresso cups in the cart · PLN 238.00
        Web shop
        4 min ago
        As it came
        As it came
        Looked at the page ‘Cups’
        Web shop
        5 min ago
        As it came
        As it came
    "#]]
    .assert_eq(&text(&page.body, "<ol class=\"timeline\"", "<aside"));
    assert!(page.body.contains("Signed in on the device laptop-7"));
}

#[tokio::test]
async fn any_leaf_leads_to_the_one_page_and_nobody_leads_nowhere() {
    let mut shop = Shop::with_zofia().await;
    let zofia = shop.who("user_id:u7").await;
    let leaves = shop
        .anna
        .app
        .ctx
        .db
        .read(|tx| customers::identities::store::leaves(tx, zofia))
        .await
        .unwrap();
    assert_eq!(leaves.len(), 2);
    let way = shop.anna.get(&format!("/desk/customers/{}?sort=talking", leaves[1])).await;
    assert_eq!(way.location(), format!("/desk/customers/{zofia}?sort=talking"));
    for path in ["cus_00000000000000000000000000", "nobody", "cus_00000000000000000000000000/merge"]
    {
        let page = shop.anna.get(&format!("/desk/customers/{path}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.body.contains("Nothing behind this door"));
    }
}

#[tokio::test]
async fn searching_finds_by_names_and_identities_and_helps_when_it_does_not() {
    let mut shop = Shop::open().await;
    let empty = shop.anna.get("/desk/customers").await.body;
    assert!(empty.contains("No customers yet") && empty.contains("/desk/doors"));
    let shop_with = Shop::with_zofia().await;
    shop.anna = shop_with.anna;
    let zofia = {
        let identity = identity_of("user_id:u7");
        let find = |tx: &kit::Tx| {
            let leaf = customers::identities::store::leaf_maybe(tx, &identity)?.unwrap();
            graph::root(tx, leaf)
        };
        shop.anna.app.ctx.db.read(find).await.unwrap()
    };
    for query in ["zak", "Zofia", "ZOFIA@ex", "laptop-7", &zofia.to_string(), "user_id:u7"] {
        let page = shop.anna.get(&format!("/desk/customers?q={query}")).await;
        assert!(page.body.contains("data-count=\"1 customer found\""), "{query}: {}", page.body);
        assert!(page.body.contains(&format!("href=\"/desk/customers/{zofia}\"")), "{query}");
    }
    let page = shop.anna.get("/desk/customers?q=nobody+of+this+name").await;
    assert!(page.body.contains("Nobody fits ‘nobody of this name’"));
    assert!(page.body.contains("Accents and capitals do not matter"));
}

#[tokio::test]
async fn the_list_goes_on_by_pages_and_tells_visitors_from_the_known() {
    let mut shop = Shop::open().await;
    for n in 0..120 {
        let call = if n % 2 == 0 {
            json!({"type": "page", "anonymousId": format!("device-{n:03}"), "messageId": n.to_string()})
        } else {
            json!({"type": "identify", "userId": format!("user-{n:03}"), "messageId": n.to_string()})
        };
        shop.post(&shop.web, &[call]).await;
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut path = "/desk/customers".to_owned();
    for size in [50, 50, 20] {
        let page = shop.anna.get(&path).await.body;
        let found: Vec<&str> =
            page.split("class=\"row-link\" href=\"").skip(1).map(|rest| &rest[..46]).collect();
        assert_eq!(found.len(), size, "{path}");
        seen.extend(found.into_iter().map(str::to_owned));
        let next = page
            .split("<a class=\"button plain\" href=\"")
            .find(|rest| rest.contains("rel=\"next\""));
        path = next.map(|rest| rest[..rest.find('"').unwrap()].to_owned()).unwrap_or_default();
    }
    assert_eq!((seen.len(), path.as_str()), (120, ""));
    let known = shop.anna.get("/desk/customers?who=known").await.body;
    assert!(known.contains("Account user-119") && !known.contains("Visitor on Web shop"));
    let visitors = shop.anna.get("/desk/customers?who=visitors").await.body;
    assert!(
        visitors.contains("Visitor on Web shop · device-118") && !visitors.contains("user-119")
    );
    assert_eq!(shop.anna.get("/desk/customers?before=x").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_timeline_is_read_by_pages_doors_and_sorts() {
    let mut shop = Shop::with_zofia().await;
    let pages: Vec<Value> = (0..130)
        .map(|n| json!({"type": "page", "userId": "u7", "name": format!("Page {n:03}"), "messageId": format!("p{n}")}))
        .collect();
    shop.post(&shop.web, &pages).await;
    let home = format!("/desk/customers/{}", shop.who("user_id:u7").await);
    let mut path = home.clone();
    let mut counts = Vec::new();
    while !path.is_empty() {
        let body = shop.anna.get(&path).await.body;
        counts.push(body.matches("<li class=\"event\"").count());
        let next = body
            .split("<a class=\"button plain\" href=\"")
            .find(|rest| rest.contains("rel=\"next\""));
        path = next
            .map(|rest| rest[..rest.find('"').unwrap()].replace("#timeline", ""))
            .unwrap_or_default();
    }
    assert_eq!(counts, [50, 50, 36]);
    let shopping = shop.anna.get(&format!("{home}?sort=shopping")).await.body;
    assert_eq!(shopping.matches("<li class=\"event\"").count(), 2);
    let till = shop.till.channel.id;
    let at_till = shop.anna.get(&format!("{home}?door={till}&days=7")).await.body;
    assert_eq!(at_till.matches("<li class=\"event\"").count(), 3);
    let long_ago = shop.anna.get(&format!("{home}?to=2020-01-31")).await.body;
    assert!(long_ago.contains("Nothing of this kind") && long_ago.contains("Show all"));
    for wrong in ["sort=x", "from=yesterday", "door=x", "before=x"] {
        let refused = shop.anna.get(&format!("{home}?{wrong}")).await.status;
        assert_eq!(refused, StatusCode::BAD_REQUEST, "{wrong}");
    }
}

#[tokio::test]
async fn a_claim_is_shown_to_staff_on_both_sides() {
    let mut shop = Shop::with_zofia().await;
    shop.post(
        &shop.web,
        &[json!({"type": "identify", "anonymousId": "stranger", "messageId": "c",
            "traits": {"email": "zofia@example.com", "firstName": "Zosia"}})],
    )
    .await;
    let zofia = shop.who("user_id:u7").await;
    let stranger = shop.who("device:stranger").await;
    let page = shop.anna.get(&format!("/desk/customers/{zofia}")).await.body;
    assert!(page.contains("Also claimed by") && page.contains(&stranger.to_string()));
    let page = shop.anna.get(&format!("/desk/customers/{stranger}")).await.body;
    expect![[r#"
        Says it is theirs
        Somebody typed this in. It is not proven: do not tell or send anything on the strength of it.
        zofia@example.com
        not proven
        Web shop
        21 Nov 2026
        It belongs to
        ZŻ
        Zofia Żak
    "#]].assert_eq(&text(&page, "id=\"claims\"", "id=\"consent\""));
}

#[tokio::test]
async fn what_strangers_send_is_text_and_nothing_else() {
    let mut shop = Shop::open().await;
    let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    shop.post(
        &shop.web,
        &[
            json!({"type": "identify", "anonymousId": evil, "userId": evil, "messageId": "1", "traits":
                {"name": evil, "email": "a@example.com", evil: evil, "address": {"city": evil}}}),
            json!({"type": "group", "userId": evil, "groupId": evil, "messageId": "2", "traits": {"name": evil, "type": evil}}),
            json!({"type": "track", "event": evil, "userId": evil, "messageId": "3", "properties": {evil: evil}}),
            json!({"type": "track", "event": "Consent Given", "userId": evil, "messageId": "4", "properties":
                {"purpose": evil, "channel": evil, "wording": evil}, "context": {"page": {"url": evil}}}),
        ],
    )
    .await;
    let list = shop.anna.get("/desk/customers").await.body;
    let id = list.split("row-link\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let search = "/desk/customers?q=%3Cscript%3Ealert(1)";
    let page = shop.anna.get(&id).await.body;
    let raw = page.split("data-load=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    for path in [id.as_str(), "/desk/customers", search, &format!("{id}/merge"), &raw] {
        let page = shop.anna.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.body.contains("<script>") && !page.body.contains("<img"), "{path}");
    }
}
