//! Anna of the shop looks into Zofia's cart and helps.

use axum::http::StatusCode;
use commerce::carts::testing::mug_in;
use commerce::carts::{self, Action, Actor, Change, Role};
use commerce::{catalogue, prices};
use customers::accounts::{Permit, Role as StaffRole};
use customers::identities::CustomerId;
use expect_test::expect;
use kit::Tx;

use crate::desk::tests::World;

/// Zofia on her laptop, with one blue mug in the cart.
async fn zofia(world: &World) -> CustomerId {
    let (ctx, now) = (&world.app.ctx, world.app.ctx.clock.now());
    let (leaf, door) = world.visitor().await;
    let variant = mug_in(&world.app.commerce, "BLUE").await;
    let actor = Actor { role: Role::Customer, name: None, door };
    let actions = vec![Action::Add { variant, quantity: 1 }];
    let change = Change { key: "first".into(), actions };
    let commerce = &world.app.commerce;
    let write = |tx: &Tx| carts::change(commerce, tx, &actor, leaf, &change, now);
    ctx.db.write(write).await.unwrap().learn(commerce);
    leaf
}

async fn cart(world: &World, customer: CustomerId) -> String {
    let cart = world.app.ctx.db.read(|tx| carts::of(tx, customer)).await.unwrap().unwrap();
    let line = |line: &carts::Pieces| {
        let name = line.last.name.as_deref().unwrap_or("herself");
        format!("{} × {} ({} {name})", line.quantity, line.sku, line.last.role.as_str())
    };
    cart.lines.iter().map(line).collect::<Vec<_>>().join(", ")
}

#[tokio::test(flavor = "multi_thread")]
async fn anna_adds_changes_takes_out_and_undoes() {
    let mut anna = World::with_anna().await;
    let zofia = zofia(&anna).await;
    mug_in(&anna.app.commerce, "RED").await;
    let page = anna.get(&format!("/desk/customers/{zofia}")).await;
    assert!(page.body.contains("Mug BLUE") && page.body.contains("customer"), "{}", page.body);
    let path = format!("/desk/customers/{zofia}/cart");
    let add = "key=form-1&action=add&sku=RED&quantity=2";
    let answer = anna.post(&path, add).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(answer.location(), format!("/desk/customers/{zofia}"));
    // The form that was sent twice.
    anna.post(&path, add).await;
    expect!["1 × BLUE (customer herself), 2 × RED (agent Anna)"]
        .assert_eq(&cart(&anna, zofia).await);
    anna.post(&path, "key=form-2&action=set&sku=BLUE&quantity=4").await;
    expect!["4 × BLUE (agent Anna), 2 × RED (agent Anna)"].assert_eq(&cart(&anna, zofia).await);
    anna.post(&path, "key=form-3&action=remove&sku=RED&quantity=").await;
    expect!["4 × BLUE (agent Anna)"].assert_eq(&cart(&anna, zofia).await);
    let newest = |tx: &Tx| carts::newest(tx, &[zofia]);
    let newest = anna.app.ctx.db.read(newest).await.unwrap().unwrap();
    let undone = anna.post(&format!("{path}/undo"), &format!("key=form-4&change={newest}")).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.body);
    expect!["4 × BLUE (agent Anna), 2 × RED (agent Anna)"].assert_eq(&cart(&anna, zofia).await);
    let unknown = anna.post(&path, "key=form-5&action=add&sku=GREEN&quantity=1").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_only_look_sees_no_forms() {
    let anna = World::with_anna().await;
    let zofia = zofia(&anna).await;
    let mut jan = anna.join("Jan", StaffRole::Analyst).await;
    let page = jan.get(&format!("/desk/customers/{zofia}")).await.body;
    assert!(page.contains("Mug BLUE") && !page.contains("cart-form"), "{page}");
    let path = format!("/desk/customers/{zofia}/cart");
    let refused = jan.post(&path, "key=form-1&action=add&sku=BLUE&quantity=1").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_cart_costs_stands_beside_it() {
    let mut anna = World::with_anna().await;
    let zofia = zofia(&anna).await;
    let page = anna.get(&format!("/desk/customers/{zofia}")).await.body;
    assert!(page.contains("has no price in PLN"), "{page}");
    let commerce = &anna.app.commerce;
    let find = |tx: &Tx| catalogue::find_by_code(tx, "BLUE");
    let blue = anna.app.ctx.db.read(find).await.unwrap().unwrap();
    let price = prices::NewPrice { variant: blue, quantity_min: 1, amount: Some(49_90) };
    prices::put(commerce, &Permit::console(), &prices::testing::retail(), &[price], "")
        .await
        .unwrap();
    let ten = "kind=percentage&name=Ten+percent&percent=10";
    anna.post("/desk/promotions", ten).await;
    let page = anna.get(&format!("/desk/customers/{zofia}")).await.body;
    for shown in ["BLUE · PLN\u{a0}49.90", "Ten percent", "−PLN\u{a0}4.99", "PLN\u{a0}44.91"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
}
