//! Somebody in Kraków who buys, for tests.

use customers::identities::CustomerId;
use kit::{Result, Tx};

use super::{Contact, Delivery, Means, NewOrder, Order, place};
use crate::carts::testing::by;
use crate::carts::{Role, Scope};
use crate::tenders::Tendered;
use crate::testing::Market;

pub fn anna_in(country: &str) -> Delivery {
    Delivery::Address {
        name: "Anna Nowak".into(),
        street: "Grodzka 1".into(),
        postcode: "31-002".into(),
        city: "Kraków".into(),
        country: country.into(),
    }
}

/// Sent to Anna, who pays at the door.
pub fn to_krakow(key: &str) -> NewOrder {
    NewOrder {
        key: key.into(),
        delivery: anna_in("PL"),
        method: None,
        contact: Contact { email: Some("anna@example.pl".into()), ..Contact::default() },
        means: Means::OnDelivery,
        paid_by: None,
        expected_total: None,
        tendered: Tendered::default(),
    }
}

/// Likewise, and it is paid already.
pub fn paid_to_krakow(key: &str) -> NewOrder {
    NewOrder { means: Means::Provider, paid_by: Some("pi_1".into()), ..to_krakow(key) }
}

/// What lies in a cart is bought in the web shop.
pub async fn buys(market: &Market, leaf: CustomerId, new: &NewOrder) -> Result<Order> {
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let actor = by(Role::Customer, None, &market.shop.web);
    let write = |tx: &Tx| place(ctx, tx, &actor, &Scope::whole(leaf), new, now);
    Ok(ctx.customers.db.write(write).await?.learn(ctx))
}
