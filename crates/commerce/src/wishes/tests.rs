use std::sync::Mutex;

use customers::privacy::chapters::{Chapter as _, START};
use customers::testing::Shop;
use kit::jobs::Workers;
use kit::time::hours;
use serde_json::json;

use super::*;
use crate::catalogue::testing::mug as thing;
use crate::prices::ListFields;
use crate::prices::testing::{costs, retail, sells_at};
use crate::stock::testing::{has, place};
use crate::stock::{Holder, Wanted, bundles, reserve};
use crate::testing::{Market, on_each_engine};

/// Does the jobs that are due; to whom was written, of what.
async fn work(market: &Market) -> Vec<String> {
    let (db, clock) = (market.ctx.customers.db.clone(), market.ctx.customers.clock.clone());
    let letters: Arc<Mutex<Vec<String>>> = Arc::default();
    let into = letters.clone();
    let write: Write = Arc::new(move |_, told| {
        let Told { wish, variant, .. } = told;
        let to = wish.email.as_deref().unwrap();
        into.lock().unwrap().push(format!("{to}: {} {}", variant.sku, wish.kind.as_str()));
        Ok(())
    });
    Workers::new(db, clock, handlers(&market.ctx, write)).finish().await.unwrap();
    let mut written = std::mem::take(&mut *letters.lock().unwrap());
    written.sort();
    written
}

async fn write<T>(market: &Market, f: impl FnMut(&Tx) -> Result<T>) -> T {
    market.ctx.customers.db.write(f).await.unwrap()
}

fn now(market: &Market) -> Time {
    market.ctx.customers.clock.now()
}

/// Somebody who looked at the shop's pages wishes for this.
async fn wishes(market: &Market, who: &str, variant: VariantId, kind: WishKind) -> Wish {
    let shop: &Shop = &market.shop;
    shop.web(&[json!({"type": "track", "event": "Seen", "userId": who})]).await;
    let customer = shop.who(&format!("user_id:{who}")).await.unwrap();
    let channel = shop.web.channel.id;
    let made = Wish {
        customer,
        variant,
        kind,
        channel,
        made_at: now(market),
        email: None,
        lang: None,
        price: None,
    };
    write(market, |tx| wish(tx, &made)).await;
    made
}

async fn told(market: &Market, who: &str) -> Vec<String> {
    let customer = market.shop.who(&format!("user_id:{who}")).await.unwrap();
    market.shop.told(customer).await
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waited_for_the_mug_hears_once_that_it_is_back() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        let set = thing(market, "SET").await;
        write(market, |tx| bundles::set_parts(tx, set, &[(mug, 2)])).await;
        wishes(market, "anna", mug, WishKind::Back).await;
        wishes(market, "anna", mug, WishKind::Back).await;
        wishes(market, "ion", set, WishKind::Back).await;
        has(market, mug, lodz, 1).await;
        work(market).await;
        assert_eq!(told(market, "anna").await, ["Seen", "Seen", "Product Back In Stock"]);
        assert_eq!(told(market, "ion").await, ["Seen"], "one mug makes no set of two");
        has(market, mug, lodz, 1).await;
        work(market).await;
        assert_eq!(told(market, "anna").await.len(), 3);
        assert_eq!(told(market, "ion").await, ["Seen", "Product Back In Stock"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_hesitates_hears_that_few_are_left() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        has(market, mug, lodz, FEW + 2).await;
        wishes(market, "anna", mug, WishKind::Low).await;
        let (ion, at, one) = (Holder::cart("ion"), now(market), [Wanted::new(mug, 1)]);
        write(market, |tx| reserve(tx, &ion, &one, None, at)).await;
        work(market).await;
        assert_eq!(told(market, "anna").await, ["Seen"]);
        write(market, |tx| reserve(tx, &ion, &one, None, at)).await;
        work(market).await;
        assert_eq!(told(market, "anna").await, ["Seen", "Product Running Low"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_gave_an_address_is_written_to_once_at_the_last_one_given() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        let made = wishes(market, "anna", mug, WishKind::Back).await;
        for email in ["anna@example.pl", "anna@work.example"] {
            let again = Wish { email: Some(email.into()), ..made.clone() };
            write(market, |tx| wish(tx, &again)).await;
        }
        wishes(market, "anna", mug, WishKind::Back).await;
        wishes(market, "ion", mug, WishKind::Back).await;
        assert_eq!(work(market).await, [""; 0], "it is not there");
        let leaf = made.customer;
        let shown = |tx: &Tx| {
            let page = Wishes.page(tx, leaf, START)?;
            assert!(Wishes.page(tx, leaf, page.next.unwrap())?.rows.is_empty());
            Ok((page.rows[0].json["email"].clone(), counts(tx, &[mug])?[&mug]))
        };
        let db = &market.ctx.customers.db;
        assert_eq!(db.read(shown).await.unwrap(), (json!("anna@work.example"), 2));
        has(market, mug, lodz, 1).await;
        assert_eq!(work(market).await, ["anna@work.example: MUG back"]);
        has(market, mug, lodz, 1).await;
        assert_eq!(work(market).await, [""; 0]);
        let counted = db.read(|tx| counts(tx, &[mug])).await.unwrap();
        assert_eq!(counted.len(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_back_while_somebody_asked_is_told_a_moment_later() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        has(market, mug, lodz, 1).await;
        // The page that they saw was of the moment before.
        wishes(market, "anna", mug, WishKind::Back).await;
        work(market).await;
        assert_eq!(told(market, "anna").await, ["Seen"]);
        market.ctx.customers.clock.advance(LOOKED_AT_AFTER);
        work(market).await;
        assert_eq!(told(market, "anna").await, ["Seen", "Product Back In Stock"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_a_lower_price_hears_of_it_once() {
    on_each_engine(async |market| {
        let (mug, lodz) = (thing(market, "MUG").await, place(market, "WLOD Łódź PL").await);
        let clock = &market.ctx.customers.clock;
        costs(market, mug, 49_90).await;
        let made = wishes(market, "anna", mug, WishKind::Cheaper).await;
        let seen = Wish { price: Some(49_90), email: Some("anna@example.pl".into()), ..made };
        write(market, |tx| wish(tx, &seen)).await;
        clock.advance(LOOKED_AT_AFTER);
        let look = async || {
            cheaper::look(&market.ctx).await.unwrap();
            work(market).await
        };
        costs(market, mug, 59_90).await;
        let begins = now(market).plus(hours(1));
        let (code, name) = ("sale".into(), "Sale".into());
        let sale = ListFields { code, name, priority: 10, starts_at: Some(begins), ..retail() };
        sells_at(market, &sale, mug, 39_90).await;
        has(market, mug, lodz, 1).await;
        assert_eq!(look().await, [""; 0], "it is dearer, and the sale has not begun");
        clock.advance(hours(1));
        write(market, |tx| reserve(tx, &Holder::cart("ion"), &[Wanted::new(mug, 1)], None, begins))
            .await;
        assert_eq!(look().await, [""; 0], "it cannot be bought");
        has(market, mug, lodz, 1).await;
        assert_eq!(look().await, ["anna@example.pl: MUG cheaper"]);
        assert_eq!(look().await, [""; 0]);
        assert_eq!(told(market, "anna").await, ["Seen", "Price Dropped"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_who_wait_for_a_lower_price_are_found_page_by_page() {
    on_each_engine(async |market| {
        let lodz = place(market, "WLOD Łódź PL").await;
        let mut goods = Vec::new();
        for sku in ["MUG", "CUP", "POT"] {
            let one = thing(market, sku).await;
            costs(market, one, 10_00).await;
            has(market, one, lodz, 1).await;
            for who in ["anna", "ion"] {
                let made = wishes(market, who, one, WishKind::Cheaper).await;
                write(market, |tx| wish(tx, &Wish { price: Some(20_00), ..made.clone() })).await;
            }
            goods.push(one);
        }
        let (mut after, mut found) = (None, 0);
        loop {
            let read = |tx: &Tx| store::waiting(tx, WishKind::Cheaper, after, 4);
            let page = market.ctx.customers.db.read(read).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some((last.customer, last.variant));
            found += page.len();
        }
        assert_eq!(found, 6);
        cheaper::look(&market.ctx).await.unwrap();
        work(market).await;
        for who in ["anna", "ion"] {
            let told = told(market, who).await;
            let dropped = told.iter().filter(|name| *name == "Price Dropped").count();
            assert_eq!(dropped, goods.len(), "{told:?}");
        }
    })
    .await;
}
