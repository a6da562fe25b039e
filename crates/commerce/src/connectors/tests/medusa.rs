//! A real Medusa server is linked, on both of our engines.

use customers::accounts::Permit;
use customers::channels::ChannelId;
use kit::Tx;
use kit::db::Engine;
use kit::money::Currency;
use kit::testing::engines;

use super::super::{Connecting, Keeper, Settings, System, desk};
use super::line::Line;
use super::medusa_server::Medusa;
use super::world::*;
use crate::catalogue::{Status, VariantId, store as catalogue};
use crate::stock::LocationId;
use crate::stock::testing::{assert_sound, has, place};
use crate::testing::Market;

/// What staff type: which place our pieces lie at, and that its prices are in złoty.
fn typed(medusa: &Medusa, settings: Settings) -> Connecting {
    let settings = Settings { currency: "PLN".into(), ..settings };
    let secrets = [("api_key", &*medusa.api_key)];
    Connecting { settings, ..connecting(System::Medusa, &medusa.url, &secrets) }
}

async fn keep(market: &Market, medusa: &Medusa, link: ChannelId, settings: Settings) {
    let new = typed(medusa, settings);
    desk::change(&market.ctx, &Permit::console(), link, &new).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a Medusa server: cargo x shops"]
async fn a_medusa_server_sells_from_our_shelf() {
    for engine in engines() {
        story(engine).await;
    }
}

async fn story(engine: Engine) {
    let medusa = Medusa::find().await;
    let market = market_of_today(engine).await;
    let krakow = place(&market, "W1 Kraków PL").await;
    medusa.fills("MUG-BLUE", 10).await;
    medusa.fills("KETTLE", 3).await;
    let before = medusa.stock("MUG-BLUE").await;

    // A key that it does not know opens nothing, and nothing is linked.
    let guessed = vec![("api_key".to_string(), "sk_guessed".to_string())];
    let guessed = Connecting { secrets: guessed, ..typed(&medusa, settings("W1")) };
    let refused = desk::connect(&market.ctx, &Permit::console(), &guessed).await;
    assert_eq!(refused.unwrap_err().code, "link_refused");

    // What it has comes in: goods, prices, pieces.
    let new = typed(&medusa, settings("W1"));
    let link = desk::connect(&market.ctx, &Permit::console(), &new).await.unwrap();
    sync(&market, link).await;
    let first = shown(&market, link).await;
    assert!(first.progress.iter().all(|feed| feed.done_at.is_some()), "{:?}", first.progress);
    assert_eq!((first.linked[0], first.linked[1]), (2, 3));
    let (on_hand, _, free) = books(&market, "MUG-BLUE").await;
    assert_eq!((on_hand, free), before);
    let zloty = price_of(&market, "MUG-BLUE").await.unwrap();
    assert!(medusa.prices("MUG-BLUE").await.contains(&format!("{} pln", shortest(zloty))));

    let email =
        format!("anna.{engine:?}.{}@example.pl", market.ctx.customers.clock.now().0).to_lowercase();
    bought_there(&market, &medusa, link, &email).await;
    told_of_ours(&market, &medusa, link, (krakow, &email)).await;
    sent_from_here(&market, &medusa, link, &email).await;
    assert_sound(&market).await;
}

/// Somebody buys, pays, gets one order and cancels another: here it is the same.
async fn bought_there(market: &Market, medusa: &Medusa, link: ChannelId, email: &str) {
    // Anna buys there: her order stands here, and its pieces are promised here. She pays later.
    let (on_hand, reserved, free) = books(market, "MUG-BLUE").await;
    let (order, number) = medusa.buys(email, &[("MUG-BLUE", 2), ("KETTLE", 1)]).await;
    sync(market, link).await;
    let guest = format!("email:{email}");
    let told = orders(market, &guest).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with(&format!("{number} placed awaited: ")), "{told:?}");
    assert!(told[0].contains("2 × MUG-BLUE = "), "{told:?}");
    medusa.captures(&order).await;
    sync(market, link).await;
    let told = orders(market, &guest).await;
    assert!(told[0].starts_with(&format!("{number} placed paid: ")), "{told:?}");
    assert_eq!(books(market, "MUG-BLUE").await, (on_hand, reserved + 2, free - 2));
    let anna = market.shop.who(&guest).await.unwrap();
    assert!(market.shop.told(anna).await.contains(&"Order Completed".to_string()));

    // Read again, and from the start: nothing is taken twice.
    sync(market, link).await;
    sync_from_start(market, link).await;
    assert_eq!(orders(market, &guest).await, told);
    assert_eq!(books(market, "MUG-BLUE").await, (on_hand, reserved + 2, free - 2));

    // It is sent there: the pieces have left our books as well. Another order is cancelled there.
    medusa.ships(&order).await;
    let (second, _) = medusa.buys(email, &[("MUG-BLUE", 1)]).await;
    sync(market, link).await;
    assert_eq!(books(market, "MUG-BLUE").await, (on_hand - 2, reserved + 1, free - 3));
    medusa.cancels(&second).await;
    sync(market, link).await;
    assert_eq!(books(market, "MUG-BLUE").await, (on_hand - 2, reserved, free - 2));
    let told = orders(market, &guest).await;
    assert!(told[0].contains("cancelled awaited: 1 × MUG-BLUE"), "{told:?}");
    assert!(
        told[1].contains("fulfilled paid") && told[1].contains("(2 sent, 0 cancelled)"),
        "{told:?}"
    );
}

/// We hold the goods: what changes here is told there.
async fn told_of_ours(
    market: &Market,
    medusa: &Medusa,
    link: ChannelId,
    (krakow, email): (LocationId, &str),
) {
    // From now on ours holds, and is told: one is sold at our till, and the price changes. Their other prices stay.
    let (_, _, free) = books(market, "MUG-BLUE").await;
    sells(market, "MUG-BLUE", krakow).await;
    costs(market, "MUG-BLUE", 55_00).await;
    let ours = Settings { goods: Keeper::Ours, tells_stock: true, ..settings("W1") };
    keep(market, medusa, link, ours).await;
    let (third, _) = medusa.buys(email, &[("MUG-BLUE", 1)]).await;
    sync(market, link).await;
    let (_, reserved_now, free_now) = books(market, "MUG-BLUE").await;
    assert_eq!(free_now, free - 2);
    assert_eq!(medusa.stock("MUG-BLUE").await, (free_now + reserved_now, free_now));
    assert_eq!(
        medusa.prices("MUG-BLUE").await,
        ["10.5 eur in a region", "11.5 eur", "55 pln"].map(String::from)
    );

    // Somebody there writes 99: what was sold does not come back.
    medusa.counts("MUG-BLUE", 99).await;
    sync_from_start(market, link).await;
    assert_eq!(medusa.stock("MUG-BLUE").await, (free_now + reserved_now, free_now));
    assert_eq!(books(market, "MUG-BLUE").await.2, free_now);

    medusa.cancels(&third).await;
    sync(market, link).await;
    assert_eq!(medusa.stock("MUG-BLUE").await.1, free_now + 1);
}

/// What is packed here is told there: once, with its number. Their stock is what it was.
async fn sent_from_here(market: &Market, medusa: &Medusa, link: ChannelId, email: &str) {
    let ours = Settings { tells_stock: true, tells_parcels: true, ..settings("W1") };
    keep(market, medusa, link, Settings { goods: Keeper::Ours, ..ours }).await;
    let (order, _) = medusa.buys(email, &[("MUG-BLUE", 2)]).await;
    sync(market, link).await;
    let before = medusa.stock("MUG-BLUE").await;
    for tracking in ["PL777", "PL778"] {
        ships(market, link, &order, 1, tracking).await;
        sync(market, link).await;
    }
    sync_from_start(market, link).await;
    assert_eq!(medusa.parcels(&order).await, ["1 × PL777", "1 × PL778"].map(String::from));
    assert_eq!(medusa.stock("MUG-BLUE").await, (before.0 - 2, before.1));
    let (_, _, free) = books(market, "MUG-BLUE").await;
    assert_eq!(free, before.1);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a Medusa server: cargo x shops"]
async fn prices_without_tax_accounts_and_what_is_deleted() {
    let medusa = Medusa::find().await;
    let market = market_of_today(Engine::Sqlite).await;
    let krakow = place(&market, "W1 Kraków PL").await;
    let sku = format!("LAMP-{}", market.ctx.customers.clock.now().0);
    let lamp = medusa.offers(&sku).await;
    let euro = Settings { currency: "EUR".into(), tells_stock: true, ..settings("W1") };
    let new = Connecting { settings: euro, ..typed(&medusa, settings("W1")) };
    let link = desk::connect(&market.ctx, &Permit::console(), &new).await.unwrap();
    sync(&market, link).await;
    assert_eq!(price_in(&market, &sku, Currency::EUR).await, Some(23_80));
    // 11.50 and 19 % are 13.685; what it costs in one region is no price for everybody.
    assert_eq!(price_in(&market, "MUG-BLUE", Currency::EUR).await, Some(13_69));

    // It never lay at a place there: it does when it is told of.
    has(&market, variant(&market, &sku).await, krakow, 5).await;
    sync(&market, link).await;
    assert_eq!(medusa.stock(&sku).await, (5, 5));

    let accounts = shown(&market, link).await.linked[2];
    medusa.signs_up(&format!("ewa.{sku}@example.pl").to_lowercase()).await;
    sync(&market, link).await;
    assert_eq!(shown(&market, link).await.linked[2], accounts + 1);

    medusa.deletes(&lamp).await;
    sync(&market, link).await;
    let ours = variant(&market, &sku).await;
    let read = |tx: &Tx| {
        let product = catalogue::product_of(tx, ours)?.unwrap();
        Ok(catalogue::products(tx, &[product])?[0].status)
    };
    assert_eq!(market.ctx.customers.db.read(read).await.unwrap(), Status::Archived);
}

async fn variant(market: &Market, sku: &str) -> VariantId {
    let read = |tx: &Tx| catalogue::by_sku_maybe(tx, sku);
    market.ctx.customers.db.read(read).await.unwrap().unwrap()
}

/// Major units as JSON writes them.
fn shortest(minor: i64) -> String {
    let text = format!("{}.{:02}", minor / 100, minor % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// Of answers: more than one page, and less than all that there is.
const LENT: i64 = 22_000;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a Medusa server: cargo x shops"]
async fn a_first_reading_that_is_cut_again_and_again_goes_on_where_it_was() {
    let medusa = Medusa::find().await;
    let market = market_of_today(Engine::Sqlite).await;
    let email = format!("piotr.{}@example.pl", market.ctx.customers.clock.now().0);
    medusa.fills("MUG-RED", 6).await;
    for _ in 0..6 {
        medusa.buys(&email, &[("MUG-RED", 1)]).await;
    }
    place(&market, "W1 Kraków PL").await;
    let line = Line::to(&medusa.url).await;
    line.lend(LENT);
    let new = Connecting { url: line.url.clone(), ..typed(&medusa, settings("W1")) };
    let link = desk::connect(&market.ctx, &Permit::console(), &new).await.unwrap();
    let mut cuts = 0;
    loop {
        line.lend(LENT);
        desk::read_now(&market.ctx, &Permit::console(), link, false).await.unwrap();
        work(&market).await;
        if shown(&market, link).await.link.error.is_none() {
            break;
        }
        // Were it to begin again each time, it would never come to the end.
        cuts += 1;
        assert!(cuts < 30);
    }
    assert!(cuts > 0);
    assert_eq!(orders(&market, &format!("email:{email}")).await.len(), 6);
    let (on_hand, reserved, free) = books(&market, "MUG-RED").await;
    assert_eq!((on_hand, free), medusa.stock("MUG-RED").await);
    assert_eq!(reserved, on_hand - free);
    assert_sound(&market).await;
}
