//! Stories of orders at the desk: Zofia buys two blue mugs and a red one; Anna and Ewa see to it.

use axum::http::StatusCode;
use commerce::carts::testing::mug_in;
use commerce::carts::{self, Action, Change, Scope};
use commerce::orders::testing::to_krakow;
use commerce::orders::{self, Contact, Delivery, Means, NewOrder, Order};
use commerce::prices::testing::costs_in;
use commerce::stock::testing::{has_in, place_in};
use customers::accounts::Role as StaffRole;
use customers::identities::CustomerId;
use kit::Tx;
use kit::i18n::Catalogue;
use serde_json::json;

use crate::desk::tests::World;

#[test]
fn every_word_is_there_in_every_language() {
    Catalogue::new(&super::LOCALES).check().unwrap();
}

/// Zofia's order of two blue mugs and a red one, to Kraków, paid by transfer.
pub async fn zofias_order(world: &World) -> (CustomerId, Order) {
    let (ctx, now) = (&world.app.ctx, world.app.ctx.clock.now());
    let (leaf, door) = world.visitor().await;
    let commerce = &world.app.commerce;
    let lodz = place_in(commerce, "WLOD Łódź PL").await;
    let mut actions = Vec::new();
    for (sku, quantity) in [("BLUE", 2), ("RED", 1)] {
        let variant = mug_in(commerce, sku).await;
        costs_in(commerce, variant, 49_90).await;
        has_in(commerce, variant, lodz, 10).await;
        actions.push(Action::Add { variant, quantity });
    }
    let actor = carts::Actor { role: carts::Role::Customer, name: None, door };
    let change = Change { key: "first".into(), actions };
    let write = |tx: &Tx| carts::change(commerce, tx, &actor, leaf, &change, now);
    ctx.db.write(write).await.unwrap().learn(commerce);
    let new = NewOrder {
        delivery: Delivery::Address {
            name: "Zofia Wójcik".into(),
            street: "Grodzka 1".into(),
            postcode: "31-002".into(),
            city: "Kraków".into(),
            country: "PL".into(),
        },
        contact: Contact {
            email: Some("zofia@example.pl".into()),
            phone: Some("+48 500 100 200".into()),
            ..Contact::default()
        },
        means: Means::Transfer,
        ..to_krakow("order-1")
    };
    let write = |tx: &Tx| orders::place(commerce, tx, &actor, &Scope::whole(leaf), &new, now);
    let order = ctx.db.write(write).await.unwrap().learn(commerce);
    (leaf, order)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_found_paid_sent_in_parts_and_its_rest_cancelled() {
    let mut anna = World::with_anna().await;
    assert!(anna.get("/desk/orders").await.body.contains("No orders yet"));
    let (_, order) = zofias_order(&anna).await;
    let (number, page) = (&order.number, format!("/desk/orders/{}", order.number));
    for asked in ["", "?q=wojcik", "?q=Zofia+W", "?q=zofia@example.pl", "?q=500100200"] {
        let list = anna.get(&format!("/desk/orders{asked}")).await.body;
        let is_found = list.contains(&page);
        assert_eq!(is_found, asked != "?q=Zofia+W", "{asked}");
    }
    let said = number.to_lowercase().replace('-', "");
    for asked in [format!("?q={said}"), "?state=placed&payment=awaited".into()] {
        let list = anna.get(&format!("/desk/orders{asked}")).await.body;
        assert!(list.contains(&page) && list.contains("2 × Mug BLUE"), "{asked}: {list}");
    }
    for asked in ["?state=fulfilled", "?payment=paid", "?q=anna"] {
        let list = anna.get(&format!("/desk/orders{asked}")).await.body;
        assert!(list.contains("No order fits"), "{asked}");
    }

    let paid = anna.post(&format!("{page}/payment"), "version=1&paid_by=transfer+17").await;
    assert_eq!(paid.location(), page, "{}", paid.body);
    let twice = anna.post(&format!("{page}/payment"), "version=1&paid_by=transfer+17").await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.body.contains("Somebody was quicker"), "{}", twice.body);
    let sent = "version=2&piece-1=1&piece-2=1&carrier=InPost&tracking=6200";
    assert_eq!(anna.post(&format!("{page}/shipments"), sent).await.location(), page);
    let shown = anna.get(&page).await.body;
    for words in ["transfer 17", "1 × Mug BLUE", "InPost · 6200", "from Łódź", "Partly sent"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let none = anna.post(&format!("{page}/cancellations"), "version=3&piece-1=1&why=").await;
    assert!(none.body.contains("Say why."), "{}", none.body);
    let gone = "version=3&piece-1=1&why=changed+her+mind";
    assert_eq!(anna.post(&format!("{page}/cancellations"), gone).await.location(), page);
    let shown = anna.get(&page).await.body;
    assert!(shown.contains("changed her mind") && shown.contains("Done"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn beside_the_customer_stand_their_orders_with_what_is_done_most() {
    let mut anna = World::with_anna().await;
    let (zofia, order) = zofias_order(&anna).await;
    let person = format!("/desk/customers/{zofia}");
    assert!(anna.get(&person).await.body.contains(&order.number));
    let form = format!("version=1&paid_by=cash&back={person}");
    let paid = anna.post(&format!("/desk/orders/{}/payment", order.number), &form).await;
    assert_eq!(paid.location(), person, "{}", paid.body);
    let note = "version=2&reader=customer&text=It+leaves+on+Monday.";
    anna.post(&format!("/desk/orders/{}/notes", order.number), note).await;
    let shown = anna.get(&format!("/desk/orders/{}", order.number)).await.body;
    assert!(shown.contains("It leaves on Monday. · the customer can read it"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_orders_that_another_system_keeps_the_customers_page_says_so() {
    let mut anna = World::with_anna().await;
    let (ewa, door) = anna.visitor().await;
    let person = format!("/desk/customers/{ewa}");
    assert!(anna.get(&person).await.body.contains("Nothing was ordered yet."));
    let told = json!({"batch": [{"type": "track", "event": "Order Completed", "anonymousId": "laptop",
        "messageId": "2", "properties": {"order_id": "W-1", "total": 12, "currency": "PLN"}}]});
    customers::recording::batch(&anna.app.ctx, &door, told.to_string().as_bytes()).await.unwrap();
    let shown = anna.get(&person).await.body;
    assert!(shown.contains("Other systems keep their orders."), "{shown}");
    assert!(!shown.contains("Nothing was ordered yet."), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_hands_over_and_does_not_cancel_and_an_analyst_only_looks() {
    let anna = World::with_anna().await;
    let (_, order) = zofias_order(&anna).await;
    let page = format!("/desk/orders/{}", order.number);
    let mut ewa = anna.join("ewa", StaffRole::Clerk).await;
    let refused = ewa.post(&format!("{page}/cancellations"), "version=1&why=x").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(ewa.post(&format!("{page}/shipments"), "version=1").await.location(), page);
    let mut olek = anna.join("olek", StaffRole::Analyst).await;
    let shown = olek.get(&page).await.body;
    assert!(shown.contains("ewa, store") && !shown.contains("/notes\""), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_waits_is_scanned_packed_and_gone() {
    let mut anna = World::with_anna().await;
    let (_, order) = zofias_order(&anna).await;
    let waits = anna.get("/desk/orders/picking?scan=red").await.body;
    assert!(waits.contains(&order.number) && waits.contains("Mug BLUE"), "{waits}");
    assert!(!waits.contains("Nothing with this code is waited for here.</p>"), "{waits}");
    let unknown = anna.get("/desk/orders/picking?scan=PLATE").await.body;
    assert!(unknown.contains(">Nothing with this code is waited for here."), "{unknown}");
    let form = "version=1&piece-1=2&piece-2=1&carrier=DPD&tracking=7&back=/desk/orders/picking";
    let packed = anna.post(&format!("/desk/orders/{}/shipments", order.number), form).await;
    assert_eq!(packed.location(), "/desk/orders/picking", "{}", packed.body);
    assert!(anna.get("/desk/orders/picking").await.body.contains("Nothing waits"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_changed_before_it_goes_out() {
    let mut anna = World::with_anna().await;
    let (_, order) = zofias_order(&anna).await;
    let page = format!("/desk/orders/{}", order.number);
    let to = "name=Zofia&street=Nowa+2&postcode=30-001&city=Krakow&country=pl&email=z@example.pl";
    let none = format!("version=1&line-1=0&line-2=0&{to}");
    let refused = anna.post(&format!("{page}/edit"), &none).await;
    assert!(refused.body.contains("Leave at least one piece"), "{}", refused.body);
    let form = format!("version=1&line-1=1&line-2=0&sku=RED&add=2&{to}");
    let changed = anna.post(&format!("{page}/edit"), &form).await;
    assert_eq!(changed.location(), page, "{}", changed.body);
    let shown = anna.get(&page).await.body;
    for words in ["Nowa 2", "z@example.pl", "before: 2 × BLUE, 1 × RED · PLN"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
}
