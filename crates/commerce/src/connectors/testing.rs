//! A marketplace whose number of each thing we set and whose orders we read, for tests that sell there.

use std::sync::Arc;

use customers::channels::{self, ChannelId, ChannelKind, NewChannel, store as doors};
use kit::money::Currency;
use kit::testing::NOON;
use kit::{Result, Time, Tx};
use serde_json::Map;

use super::store_records::{self as records, Kind, Record};
use super::take::{self, Taken};
use super::theirs::{Address, Line, Order, Person, Thing};
use super::{Link, Settings, State, System, aside, store_variants};
use crate::Ctx;
use crate::catalogue::VariantId;
use crate::orders::Contact;
use crate::orders::testing::anna_in;

/// A door to it, for which so many of each of these are kept aside.
pub fn connect(tx: &Tx, name: &str, what: &[VariantId]) -> Result<ChannelId> {
    let new = NewChannel { kind: ChannelKind::Marketplace, name: name.into() };
    let (channel, _) = channels::create(tx, &new, NOON)?;
    for variant in what {
        let their_id = variant.to_string();
        store_variants::put(tx, channel.id, *variant, &their_id, &Address::default(), None)?;
        let same = Record::new(*variant, NOON);
        records::save(tx, channel.id, Kind::Variant, &their_id, &same)?;
    }
    Ok(channel.id)
}

pub fn link(tx: &Tx, id: ChannelId, aside: i64) -> Result<Link> {
    let channel = doors::find(tx, id)?;
    Ok(Link {
        channel: Arc::new(channel),
        system: System::Woocommerce,
        url: String::new(),
        settings: Settings { tells_stock: true, aside, ..Settings::default() },
        secrets: Map::new(),
        state: State::Running,
        synced_at: None,
        error: None,
        failed_at: None,
        changed_at: NOON,
    })
}

/// How many of it the marketplace may show, from now on.
///
/// # Errors
/// `out_of_stock`, where others were quicker.
pub fn offer(tx: &Tx, link: &Link, variant: VariantId, now: Time) -> Result<i64> {
    let linked = store_variants::find(tx, link.id(), variant)?.expect("it is sold there");
    let told = aside::settle(tx, link, &linked, now)?;
    store_variants::set_said(tx, link.id(), variant, Some(told), None, Some(now))?;
    Ok(told)
}

/// Nothing is kept aside for it any more.
pub fn end(tx: &Tx, link: &Link, what: &[VariantId], now: Time) -> Result<()> {
    let found: Result<Vec<_>> =
        what.iter().map(|one| store_variants::find(tx, link.id(), *one)).collect();
    aside::end(tx, link, &found?.into_iter().flatten().collect::<Vec<_>>(), now)
}

/// One piece was bought there, as its feed of orders tells it.
pub fn bought(ctx: &Ctx, tx: &Tx, link: &Link, key: &str, variant: VariantId) -> Result<Taken> {
    let line = Line {
        id: "1".into(),
        variant_id: variant.to_string(),
        sku: String::new(),
        title: "Mug".into(),
        quantity: 1,
        cancelled: 0,
        shipped: 0,
        unit: 49_90,
        total: 49_90,
        tax_rate: 2_300,
    };
    let person = Person {
        email: Some(format!("{}@example.pl", link.id())),
        at: NOON,
        made_at: NOON,
        ..Person::default()
    };
    let order = Order {
        id: key.into(),
        number: key.into(),
        at: NOON,
        placed_at: NOON,
        person,
        currency: Currency::PLN,
        total: 49_90,
        shipping: 0,
        lines: vec![line],
        is_paid: true,
        paid_by: "card".into(),
        delivery: anna_in("PL"),
        contact: Contact::default(),
        coupons: Vec::new(),
        tracking: None,
    };
    take::take(ctx, tx, link, &[Thing::Order(Box::new(order))], NOON)
}
