//! One card, and everybody who has its code buys at the same moment, on two servers.

use customers::identities::CustomerId;
use futures_util::future::join_all;
use kit::Tx;

use super::world::*;
use crate::Ctx;
use crate::carts::{Role, Scope, testing::by};
use crate::orders::{self, Means, NewOrder, Order};
use crate::testing::{Market, on_each_engine};
use customers::channels::Door;

const BUYERS: usize = 64;
/// It pays for ten mugs and a half.
const ON_THE_CARD: i64 = 52_500;

async fn buy(ctx: Ctx, door: Door, leaf: CustomerId, new: NewOrder) -> kit::Result<Order> {
    let (actor, now) = (by(Role::Customer, None, &door), ctx.customers.clock.now());
    let write = |tx: &Tx| orders::place(&ctx, tx, &actor, &Scope::part(leaf), &new, now);
    Ok(ctx.customers.db.write(write).await?.learn(&ctx))
}

async fn everybody(market: &Market, code: &str, leaves: &[CustomerId]) -> Vec<kit::Result<Order>> {
    let second = market.second_process().await;
    let one = |(n, leaf): (usize, &CustomerId)| {
        let process = if n.is_multiple_of(2) { market } else { &second };
        let new = NewOrder { means: Means::Transfer, ..paying(&format!("o{n}"), &[code], 0) };
        tokio::spawn(buy(process.ctx.clone(), process.shop.web.clone(), *leaf, new))
    };
    let all = join_all(leaves.iter().enumerate().map(one)).await;
    all.into_iter().map(|done| done.unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_buyers_of_one_card_spend_what_is_on_it_and_no_more() {
    on_each_engine(async |market| {
        let blue = open(market, BUYERS as i64).await;
        let (card, code) = card(market, 1, ON_THE_CARD).await;
        let mut leaves = Vec::new();
        for n in 0..BUYERS {
            leaves.push(with_mugs(market, &format!("phone-{n}"), blue, 1).await);
        }
        let orders = everybody(market, &code, &leaves).await;
        let bought: Vec<&Order> = orders.iter().flatten().collect();
        let covered = bought.iter().filter(|order| order.means == Means::Tenders).count();
        // Ten are paid by it, one in part; for the others it was empty, and they have bought nothing.
        assert_eq!((bought.len(), covered), (11, 10));
        for refused in orders.iter().filter_map(|order| order.as_ref().err()) {
            assert_eq!(refused.code, "gift_card_empty");
        }
        let mut paid = 0;
        for order in bought {
            let below = below(order);
            paid +=
                below.iter().filter(|(kind, _)| kind == "gift_card").map(|(_, n)| n).sum::<i64>();
        }
        assert_eq!((paid, left(market, card, leaves[0]).await.0), (ON_THE_CARD, 0));
    })
    .await;
}
