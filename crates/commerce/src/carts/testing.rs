//! Goods and people for the tests of carts.

use customers::accounts::Permit;
use customers::channels::Door;
use customers::identities::CustomerId;
use kit::{Result, Tx, params, sql};

use super::rules::Action;
use super::{Actor, Cart, Change, ChangeId, Role, act, audit, read};
use crate::catalogue::{self, VariantId};
use crate::testing::Market;

pub use crate::catalogue::testing::{mug, mug_in};

/// The shop takes a mug out of its window.
pub async fn stop_selling(market: &Market, variant: VariantId) {
    let ctx = &market.ctx;
    let read = |tx: &Tx| catalogue::store::sellables(tx, &[variant]);
    let product = ctx.customers.db.read(read).await.expect("reads")[0].product_id;
    catalogue::archive(ctx, &Permit::console(), product).await.expect("it is archived");
}

pub fn by(role: Role, name: Option<&str>, door: &Door) -> Actor {
    Actor { role, name: name.map(str::to_string), door: door.clone() }
}

/// One action of a customer in the web shop, or what it was refused with.
pub async fn try_put(
    market: &Market,
    leaf: CustomerId,
    key: &str,
    action: Action,
) -> Result<ChangeId> {
    let actor = by(Role::Customer, None, &market.shop.web);
    put_by(market, &actor, leaf, key, &[action]).await
}

pub async fn put(market: &Market, leaf: CustomerId, key: &str, action: Action) -> ChangeId {
    try_put(market, leaf, key, action).await.expect("the cart is changed")
}

pub async fn put_by(
    market: &Market,
    actor: &Actor,
    leaf: CustomerId,
    key: &str,
    actions: &[Action],
) -> Result<ChangeId> {
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let change = Change { key: key.into(), actions: actions.to_vec() };
    let write = |tx: &Tx| act::change(ctx, tx, actor, leaf, &change, now);
    Ok(ctx.customers.db.write(write).await?.learn(ctx))
}

pub async fn cart(market: &Market, leaf: CustomerId) -> Option<Cart> {
    market.ctx.customers.db.read(|tx| read::of(tx, leaf)).await.expect("reads")
}

/// The cart in a line: `2 × MUG-1, 1 × MUG-2; later: 1 × MUG-3; coupons: LATO; notes: …`
pub async fn told(market: &Market, leaf: CustomerId) -> String {
    let Some(cart) = cart(market, leaf).await else { return "no cart".into() };
    let pieces = |all: &[super::Pieces]| {
        let one = |one: &super::Pieces| format!("{} × {}", one.quantity, one.sku);
        all.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let words = |all: &[super::Words]| {
        all.iter().map(|one| one.text.clone()).collect::<Vec<_>>().join(", ")
    };
    let parts = [
        ("", pieces(&cart.lines)),
        ("later: ", pieces(&cart.saved)),
        ("coupons: ", words(&cart.coupons)),
        ("notes: ", words(&cart.notes)),
    ];
    let parts = parts.iter().filter(|(_, text)| !text.is_empty());
    let parts: Vec<String> = parts.map(|(name, text)| format!("{name}{text}")).collect();
    if parts.is_empty() { "nothing".into() } else { parts.join("; ") }
}

/// The leaf of a device that the shop meets now.
pub async fn device(market: &Market, name: &str) -> CustomerId {
    let call =
        serde_json::json!({"type": "page", "anonymousId": name, "messageId": format!("m-{name}")});
    assert_eq!(market.shop.web(&[call]).await.recorded, 1);
    leaf(market, &format!("device:{name}")).await
}

/// The leaf that holds an identity, whoever its customer is.
pub async fn leaf(market: &Market, identity: &str) -> CustomerId {
    let identity = customers::testing::identity_of(identity);
    let find = |tx: &Tx| customers::identities::store::leaf_maybe(tx, &identity);
    market.ctx.customers.db.read(find).await.expect("reads").expect("somebody has it")
}

pub async fn assert_sound(market: &Market) {
    let wrong = market.ctx.customers.db.read(audit::audit).await.expect("reads");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Rows of the ledger, to see that something added none.
pub async fn count_changes(market: &Market) -> i64 {
    let count = |tx: &Tx| {
        let select = sql!("select count(*) from cart_changes");
        tx.one(select, params![], |row| row.get::<i64>(0))
    };
    market.ctx.customers.db.read(count).await.expect("reads").unwrap_or(0)
}
