//! Stories of the shelf: Anna opens a warehouse, receives mugs, sends some to the store, and counts.

use axum::http::StatusCode;
use commerce::catalogue::VariantId;
use commerce::catalogue::testing::mug_in;
use commerce::wishes::{self, Wish, WishKind};
use customers::accounts::Role;
use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::Tx;
use kit::i18n::Catalogue;

use crate::desk::tests::World;

#[test]
fn every_word_is_there_in_every_language() {
    Catalogue::new(&super::LOCALES).check().unwrap();
}

async fn mug(world: &World) -> VariantId {
    mug_in(&world.app.commerce, "MUG-1").await
}

async fn open_place(anna: &mut World, name: &str, code: &str) -> String {
    let form = format!(
        "name={name}&code={code}&kind=warehouse&country=PL&city={name}&sells_online=on&ships=on"
    );
    let answer = anna.post("/desk/stock/places", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let find = |tx: &Tx| commerce::stock::store::location_by_code(tx, code);
    anna.app.ctx.db.read(find).await.unwrap().unwrap().id.to_string()
}

#[tokio::test]
async fn goods_are_received_sent_and_counted() {
    let mut anna = World::with_anna().await;
    let mug = mug(&anna).await;
    assert!(anna.get("/desk/stock").await.body.contains("Sold out"));
    let lodz = open_place(&mut anna, "Lodz", "WLOD").await;
    let krakow = open_place(&mut anna, "Krakow", "KRK1").await;
    let page = format!("/desk/stock/{mug}");
    let act = format!("{page}/movements");

    let received = format!("act=receive&location={lodz}&quantity=10&reference=PZ+7");
    assert_eq!(anna.post(&act, &received).await.location(), page);
    let sent = format!("act=send&location={lodz}&to={krakow}&quantity=4&reference=van");
    assert_eq!(anna.post(&act, &sent).await.status, StatusCode::SEE_OTHER);
    let shown = anna.get(&page).await.body;
    assert!(shown.contains("4 pieces from Lodz to Krakow"), "{shown}");
    assert!(
        shown.contains("PZ 7") && shown.contains("+10") && shown.contains("It is written down.")
    );

    let at = shown.find("/arrivals/").unwrap() + "/arrivals/".len();
    let coming = shown[at..].split('"').next().unwrap();
    let arrived = anna.post(&format!("{page}/arrivals/{coming}"), "quantity=4").await;
    assert_eq!(arrived.status, StatusCode::SEE_OTHER);
    let counted = format!("act=count&location={lodz}&quantity=5");
    assert_eq!(anna.post(&act, &counted).await.status, StatusCode::SEE_OTHER);
    let shown = anna.get(&page).await.body;
    assert!(shown.contains("Corrected by a count") && !shown.contains("pieces from"), "{shown}");
    let list = anna.get("/desk/stock?q=mug").await.body;
    assert!(list.contains("KRK1 <strong>4</strong>") && list.contains("WLOD <strong>5</strong>"));
    assert!(!anna.get("/desk/stock?q=plate").await.body.contains("MUG-1"));
    let log = anna.get("/desk/audit").await.body;
    assert!(log.contains("Counted goods") && log.contains("Opened a place"), "{log}");
}

#[tokio::test]
async fn what_cannot_be_is_said_beside_the_field() {
    let mut anna = World::with_anna().await;
    let mug = mug(&anna).await;
    let lodz = open_place(&mut anna, "Lodz", "WLOD").await;
    let act = format!("/desk/stock/{mug}/movements");
    for (form, words) in [
        (format!("act=write-off&location={lodz}&quantity=1"), "There are fewer that could go"),
        (format!("act=receive&location={lodz}&quantity=many"), "Write a whole number of pieces."),
        ("act=receive&location=&quantity=1".into(), "Choose a place."),
        (format!("act=send&location={lodz}&to={lodz}&quantity=1"), "It lies there already"),
    ] {
        let refused = anna.post(&act, &form).await;
        assert!(refused.status.is_client_error(), "{form}");
        assert!(refused.body.contains(words), "{form}: {}", refused.body);
    }
    let again = "name=Other&code=WLOD&kind=store&country=PL";
    let refused = anna.post("/desk/stock/places", again).await;
    assert!(refused.body.contains("Another place has this code already."), "{}", refused.body);
}

#[tokio::test]
async fn an_analyst_sees_and_does_not_touch() {
    let mut world = World::with_anna().await;
    let mug = mug(&world).await;
    let lodz = open_place(&mut world, "Lodz", "WLOD").await;
    let mut olek = world.join("olek", Role::Analyst).await;
    let page = format!("/desk/stock/{mug}");
    let shown = olek.get(&page).await;
    assert!(shown.status.is_success() && !shown.body.contains("Write down"), "{}", shown.body);
    let form = format!("act=receive&location={lodz}&quantity=10");
    let refused = olek.post(&format!("{page}/movements"), &form).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(olek.get("/desk/stock/places").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn she_sees_how_many_wait_for_it() {
    let mut world = World::with_anna().await;
    let variant = mug(&world).await;
    assert!(!world.get("/desk/stock").await.body.contains("wait for it"));
    let now = world.app.ctx.clock.now();
    let write = |tx: &Tx| {
        (1..=2).try_for_each(|n| {
            let waits = Wish {
                customer: CustomerId([n; 16]),
                variant,
                kind: WishKind::Back,
                channel: ChannelId([0; 16]),
                made_at: now,
                email: None,
                lang: None,
                price: None,
            };
            wishes::wish(tx, &waits)
        })
    };
    world.app.ctx.db.write(write).await.unwrap();
    for page in ["/desk/stock".to_string(), format!("/desk/stock/{variant}")] {
        let page = world.get(&page).await.body;
        assert!(page.contains("2 wait for it"), "{page}");
    }
}
