//! A customer is put into a group, and its prices are theirs.

use axum::http::StatusCode;
use commerce::carts::testing::mug_in;
use commerce::prices::ListFields;
use commerce::prices::testing::{costs_in, retail, sells_in};
use customers::accounts::Role;

use crate::desk::tests::World;

#[tokio::test(flavor = "multi_thread")]
async fn anna_gives_a_customer_the_prices_of_the_trade() {
    let mut anna = World::with_anna().await;
    let (ewa, _) = anna.visitor().await;
    let page = format!("/desk/customers/{ewa}");
    assert!(!anna.get(&page).await.body.contains("Customer group"), "there is none to choose");
    let shop = &anna.app.commerce;
    let mug = mug_in(shop, "BLUE").await;
    costs_in(shop, mug, 50_00).await;
    let trade = ListFields { code: "trade".into(), group: Some("trade".into()), ..retail() };
    sells_in(shop, &trade, mug, 40_00).await;

    let quote = format!("/desk/promotions/try?sku=BLUE&quantity=1&customer={ewa}");
    assert!(anna.get(&quote).await.body.contains("50.00"));
    let set = format!("{page}/group");
    assert_eq!(anna.post(&set, "group=club").await.status, StatusCode::BAD_REQUEST);
    let mut told = Vec::new();
    for _ in 0..2 {
        let kept = anna.post(&set, "group=trade").await;
        assert_eq!((kept.status, kept.location()), (StatusCode::SEE_OTHER, page.as_str()));
        told.push(anna.get("/desk/audit").await.body.matches("Set a customer group").count());
    }
    assert!(told[0] > 0 && told[0] == told[1], "noted once: {told:?}");
    assert!(anna.get(&page).await.body.contains("<option value=\"trade\" selected>"));
    let body = anna.get(&quote).await.body;
    assert!(body.contains("40.00") && !body.contains("50.00"), "{body}");

    // An agent sees it and sets nothing.
    let mut igor = anna.join("igor", Role::Agent).await;
    assert!(igor.get(&page).await.body.contains("<p>trade</p>"));
    assert_eq!(igor.post(&set, "group=").await.status, StatusCode::FORBIDDEN);
    anna.post(&set, "group=").await;
    assert!(igor.get(&page).await.body.contains("<p>Everybody</p>"));
    assert!(anna.get(&quote).await.body.contains("50.00"));
}
