//! Anna makes promotions and codes, tries a basket before her customers do, and issues a gift card.

use axum::http::StatusCode;
use commerce::catalogue::testing::mug_in;
use commerce::prices::NewPrice;
use commerce::prices::exceptions::{self, Change, NewException};
use commerce::prices::testing::retail;
use customers::accounts::{Permit, Role};
use customers::channels::{self, ChannelId, ChannelKind, NewChannel};
use kit::i18n::Catalogue;
use kit::time::days;

use crate::desk::tests::World;

#[test]
fn the_words_are_there_in_every_language() {
    Catalogue::new(&super::LOCALES).check().unwrap();
}

/// A shop with two mugs at 50 zł and 30 zł, and two doors that sell.
async fn shop(world: &World) -> (ChannelId, ChannelId) {
    let (ctx, commerce) = (&world.app.ctx, &world.app.commerce);
    let permit = Permit::console();
    let blue = mug_in(commerce, "BLUE").await;
    let red = mug_in(commerce, "RED").await;
    let price = |variant, amount| NewPrice { variant, quantity_min: 1, amount: Some(amount) };
    let prices = [price(blue, 50_00), price(red, 30_00)];
    commerce::prices::put(commerce, &permit, &retail(), &prices, "opening").await.unwrap();
    let now = ctx.clock.now();
    let mut doors = Vec::new();
    for (kind, name) in [(ChannelKind::Web, "Web shop"), (ChannelKind::Store, "Store Lodz")] {
        let new = NewChannel { kind, name: name.into() };
        doors.push(ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap().0.id);
    }
    (doors[0], doors[1])
}

const TEN: &str = "kind=percentage&name=Ten+percent&percent=10&goods=BLUE";

#[tokio::test]
async fn a_promotion_is_made_paused_copied_and_ended() {
    let mut anna = World::with_anna().await;
    shop(&anna).await;
    assert!(anna.get("/desk/promotions").await.body.contains("No promotion yet"));
    let kinds = anna.get("/desk/promotions/new").await.body;
    assert_eq!(kinds.matches("?kind=").count(), 8, "{kinds}");
    let form = anna.get("/desk/promotions/new?kind=percentage").await.body;
    assert!(form.contains("name=\"percent\"") && !form.contains("name=\"buy\""), "{form}");
    let made = anna.post("/desk/promotions", TEN).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let address = made.location().to_string();
    let page = anna.get(&address).await.body;
    for shown in ["value=\"Ten percent\"", "BLUE</textarea>", "Runs", "10 % off", "no order"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    anna.post(&format!("{address}/pause"), "").await;
    assert!(anna.get("/desk/promotions").await.body.contains("Switched off"));
    anna.post(&format!("{address}/resume"), "").await;
    let id = address.rsplit('/').next().unwrap();
    let copy = anna.get(&format!("/desk/promotions/new?copy={id}")).await.body;
    assert!(copy.contains("Ten percent (copy)") && copy.contains("BLUE</textarea>"), "{copy}");
    anna.post(&format!("{address}/end"), "").await;
    assert!(anna.get("/desk/promotions").await.body.contains("No promotion yet"));
    assert!(anna.get("/desk/promotions?over=yes").await.body.contains("Ten percent"));
    assert!(anna.get("/desk/audit").await.body.contains("Saved a promotion"));
}

#[tokio::test]
async fn each_kind_is_kept_and_shown_as_it_was_typed() {
    let mut anna = World::with_anna().await;
    let (_, store) = shop(&anna).await;
    let doors = format!("&door={store}&reason=Opening&ends_at=2030-01-01T00%3A00");
    let everything = "&starts_at=2029-01-01T08%3A00&coupon=on&first_order=on&quantity_min=2\
        &groups=trade%2C+club&uses_max=100&amount_max=5000&beside=best_of&group=summer&priority=5";
    for (form, shown) in [
        ("kind=amount&amount=20%2C50&currency=PLN", "value=\"20.50\""),
        (
            "kind=threshold&amount=30&amount_min=200&currency=PLN",
            "PLN\u{a0}30.00 off from PLN\u{a0}200.00",
        ),
        ("kind=amount-each&amount=5&currency=PLN", "off each piece"),
        ("kind=fixed-price&amount=39&currency=PLN", "each piece PLN\u{a0}39.00"),
        ("kind=buy-get&buy=2&get=1&percent=100", "buy 2, get 1 at 100 % off"),
        (
            "kind=bundle&part=BLUE&part_count=1&part=*&part_count=2&part=&part_count=&amount=49&currency=PLN",
            "a set for PLN\u{a0}49.00",
        ),
        ("kind=free-shipping&amount=&currency=PLN", "free delivery"),
    ] {
        let form = format!("{form}&name=One{everything}{doors}");
        let made = anna.post("/desk/promotions", &form).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{form}: {}", made.body);
        let page = anna.get(made.location()).await.body;
        for shown in
            [shown, "trade, club", "value=\"Opening\"", "value=\"summer\"", "100 of 100 uses left"]
        {
            assert!(page.contains(shown), "{form}: {shown}: {page}");
        }
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_the_field() {
    let mut anna = World::with_anna().await;
    let (web, _) = shop(&anna).await;
    for (form, words) in [
        ("kind=percentage&name=&percent=10".to_string(), "Give it a name."),
        ("kind=percentage&name=A&percent=ten".into(), "Write a percentage"),
        ("kind=percentage&name=A&percent=110".into(), "At most 100 percent."),
        ("kind=amount&name=A&amount=".into(), "Write a number above zero."),
        ("kind=percentage&name=A&percent=10&goods=GREEN".into(), "GREEN: The shop has no SKU"),
        (
            "kind=percentage&name=A&percent=10&starts_at=2030-01-02T00%3A00&ends_at=2030-01-01T00%3A00".into(),
            "It must end after it begins.",
        ),
        (format!("kind=percentage&name=A&percent=10&door={web}"), "Say why it holds at these doors"),
        (
            format!("kind=percentage&name=A&percent=10&door={web}&reason=Fair"),
            "What holds at some doors alone has an end.",
        ),
        ("kind=bundle&name=A&part=&part_count=&amount=5".into(), "Say what belongs to the set."),
    ] {
        let refused = anna.post("/desk/promotions", &form).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{form}");
        assert!(refused.body.contains(words), "{form}: {}", refused.body);
    }
}

#[tokio::test]
async fn a_basket_is_tried_at_every_door_and_a_difference_is_explained() {
    let mut anna = World::with_anna().await;
    let (web, store) = shop(&anna).await;
    anna.post("/desk/promotions", TEN).await;
    anna.post("/desk/promotions", "kind=amount&name=Club&amount=5&currency=PLN&groups=club").await;
    let found = anna.get("/desk/promotions/try?find=mug").await.body;
    assert!(found.contains("name=\"add\" value=\"BLUE\""), "{found}");
    let tried = anna.get("/desk/promotions/try?sku=BLUE&quantity=2&add=RED").await.body;
    for shown in [
        "The same at all 2 doors: PLN\u{a0}120.00",
        "Takes off PLN\u{a0}10.00.",
        "It is for another customer group.",
    ] {
        assert!(tried.contains(shown), "{shown}: {tried}");
    }
    let club = anna.get("/desk/promotions/try?sku=BLUE&quantity=2&group=club").await.body;
    assert!(club.contains("The same at all 2 doors: PLN\u{a0}85.00"), "{club}");
    // A door that declared to be dearer, and a promotion for the other alone.
    let now = anna.app.ctx.clock.now();
    let dearer = NewException {
        channel: web,
        variant: None,
        change: Change::BasisPoints(1_000),
        reason: "The marketplace keeps a tenth.".into(),
        starts_at: now,
        ends_at: now.plus(days(30)),
    };
    exceptions::declare(&anna.app.commerce, &Permit::console(), &dearer).await.unwrap();
    let only = format!(
        "kind=amount&name=Opening&amount=3&currency=PLN&door={store}&reason=New+store.&ends_at=2030-01-01T00%3A00"
    );
    assert_eq!(anna.post("/desk/promotions", &only).await.status, StatusCode::SEE_OTHER);
    let tried = anna.get("/desk/promotions/try?sku=RED&quantity=1").await.body;
    for shown in [
        "PLN\u{a0}30.00; at 2 doors it differs:",
        "Declared exception: The marketplace keeps a tenth.",
        "“Opening” is declared for this door: New store.",
        "PLN\u{a0}33.00",
        "PLN\u{a0}27.00",
    ] {
        assert!(tried.contains(shown), "{shown}: {tried}");
    }
    assert!(!tried.contains("no declared exception explains it"), "{tried}");
}

#[tokio::test]
async fn codes_are_made_downloaded_and_printed() {
    let mut anna = World::with_anna().await;
    shop(&anna).await;
    let form = format!("{TEN}&coupon=on");
    let address = anna.post("/desk/promotions", &form).await.location().to_string();
    let codes = format!("{address}/coupons");
    assert!(anna.get(&codes).await.body.contains("No code yet"));
    let own = "sort=own&own=Summer-2026&uses_max=100&uses_max_each=1";
    assert_eq!(anna.post(&codes, own).await.status, StatusCode::SEE_OTHER);
    let twice = anna.post(&codes, own).await;
    assert!(twice.body.contains("Such a code exists already."), "{}", twice.body);
    anna.app.ctx.clock.advance(days(1));
    let bars = "sort=ean13&count=1000&uses_max=1";
    assert_eq!(anna.post(&codes, bars).await.status, StatusCode::SEE_OTHER);
    let page = anna.get(&codes).await.body;
    assert!(page.contains("1000 codes") || page.contains("1,000 codes"), "{page}");
    let file = anna.get(&format!("{codes}.csv")).await;
    assert_eq!(file.body.lines().count(), 1_002, "{}", &file.body[..500]);
    assert!(file.body.contains("SUMMER2026,SUMMER2026,0,100,1,"));
    let sheet = anna.get(&format!("{codes}/sheet")).await.body;
    assert_eq!(sheet.matches("class=\"qr\"").count(), 240);
    assert!(sheet.contains("class=\"bars\"") && sheet.contains("sheet?after=29"), "no bars");
    anna.post(&format!("{codes}/SUMMER2026/stop"), "").await;
    assert!(anna.get(&format!("{codes}?q=summer+2026")).await.body.contains("Stopped"));
}

#[tokio::test]
async fn a_gift_card_is_issued_once_looked_up_and_topped_up() {
    let mut anna = World::with_anna().await;
    let page = anna.get("/desk/promotions/gift-cards").await.body;
    assert!(page.contains("No gift card yet"), "{page}");
    let id = page.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = format!("id={id}&amount=100&currency=PLN");
    let issued = anna.post("/desk/promotions/gift-cards", &form).await.body;
    let code = issued.split("data-copy=\"").nth(1).unwrap().split('"').next().unwrap().to_string();
    let again = anna.post("/desk/promotions/gift-cards", &form).await;
    assert!(again.body.contains("issued already"), "{}", again.body);
    let unknown = anna.post("/desk/promotions/gift-cards/find", "gift_code=NOPE").await;
    assert!(unknown.body.contains("no gift card of this code"), "{}", unknown.body);
    let find = format!("gift_code={}", code.to_lowercase());
    let found = anna.post("/desk/promotions/gift-cards/find", &find).await;
    let card = found.location().to_string();
    let back = "reference=desk%3A1&amount=12.50";
    for _ in 0..2 {
        let put = anna.post(&format!("{card}/entries"), back).await;
        assert_eq!(put.status, StatusCode::SEE_OTHER, "{}", put.body);
    }
    let page = anna.get(&card).await.body;
    assert!(page.contains("PLN\u{a0}112.50") && page.matches("desk:1").count() == 1, "{page}");
    anna.post(&format!("{card}/block"), "").await;
    assert!(anna.get("/desk/promotions/gift-cards").await.body.contains("Blocked"));
}

#[tokio::test]
async fn a_clerk_looks_and_tries_and_changes_nothing() {
    let mut anna = World::with_anna().await;
    shop(&anna).await;
    let address = anna.post("/desk/promotions", TEN).await.location().to_string();
    let mut maria = anna.join("Maria", Role::Clerk).await;
    let list = maria.get("/desk/promotions").await.body;
    assert!(list.contains("Ten percent") && !list.contains("/desk/promotions/new"), "{list}");
    assert!(maria.get("/desk/promotions/try?sku=BLUE&quantity=1").await.body.contains("Takes off"));
    for path in ["/desk/promotions/new", "/desk/promotions/gift-cards", &address] {
        assert_eq!(maria.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    for path in ["/desk/promotions", &address, &format!("{address}/end")] {
        assert_eq!(maria.post(path, TEN).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}
