//! What is kept aside for a link before it may sell it.

use kit::Tx;
use kit::db::Engine;
use kit::testing::NOON;

use super::super::store_variants as variants;
use super::super::tell::offered;
use super::super::testing::{connect, link};
use crate::catalogue::VariantId;
use crate::catalogue::testing::mug;
use crate::stock::available;
use crate::stock::testing::{has, place};
use crate::testing::Market;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_kept_aside_of_what_is_still_to_be_counted_in() {
    let market = Market::open(Engine::Sqlite).await;
    let (db, mug) = (&market.ctx.customers.db, mug(&market, "MUG").await);
    has(&market, mug, place(&market, "KRK Kraków PL").await, 10).await;
    let id = db.write(|tx| connect(tx, "Allegro", &[mug])).await.unwrap();
    let mut link = db.read(|tx| link(tx, id, 3)).await.unwrap();
    link.settings.location = Some("KRK".into());

    let tells = async || {
        let page = |tx: &Tx| variants::page(tx, id, VariantId([0; 16]), 10);
        let page = db.read(page).await.unwrap();
        let told = offered(&market.ctx, &link, &page, NOON).await.unwrap().get(&mug).copied();
        let free = db.read(|tx| available(tx, &[mug])).await.unwrap()[0].1;
        (told, free)
    };
    assert_eq!(tells().await, (None, 10));
    db.write(|tx| variants::set_counted(tx, id, mug, NOON)).await.unwrap();
    assert_eq!(tells().await, (Some(3), 7));
}
