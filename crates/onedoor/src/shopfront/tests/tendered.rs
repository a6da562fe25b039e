//! Anna pays with a gift card, without script.

use commerce::promotions::gift_cards::{self, GiftCardId};
use customers::accounts::{Permit, may};
use kit::money::{Currency, Money};

use super::{ANNA, Browser, Page, World, on_each_engine};

async fn card(world: &World, n: u8, minor: i64) -> String {
    let (id, permit) = (GiftCardId([n; 16]), Permit::<may::SetPrices>::console());
    let amount = Money::new(minor, Currency::PLN);
    gift_cards::issue(&world.app.commerce, &permit, id, amount, None).await.unwrap()
}

async fn looks(world: &World, by: &mut Browser, code: &str) -> Page {
    let fields: Vec<(&str, &str)> = ANNA.into_iter().chain([("gift_card", code)]).collect();
    world.post(by, "/shop/checkout", &fields).await
}

async fn orders(world: &World, by: &mut Browser, look: &Page, code: &str) -> Page {
    let shown = ["key", "total", "to_pay"].map(|name| (name, look.field(name)));
    let shown = shown.iter().map(|(name, value)| (*name, value.as_str()));
    let fields: Vec<(&str, &str)> =
        ANNA.into_iter().chain(shown).chain([("gift_card", code)]).collect();
    world.post(by, "/shop/checkout/order", &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gift_card_pays_a_part_and_a_whole() {
    on_each_engine(async |world| {
        let mut anna = Browser::default();
        world.add(&mut anna, "moka-pot").await;
        let code = card(&world, 1, 20_000).await;
        let first = world.get(&mut anna, "/shop/checkout").await;
        assert!(first.has("Code of a gift card") && !first.has("Pay with my"), "{}", first.text);
        let look = looks(&world, &mut anna, &code).await;
        assert!(look.has("PLN 56.10 stays on it"), "{}", look.text);
        assert!(look.has("Order with obligation to pay · PLN 0.00"), "{}", look.text);
        assert!(look.has("Gift card or points"));
        let bought = orders(&world, &mut anna, &look, &code).await;
        let page = world.get(&mut anna, &bought.to).await;
        assert!(page.has("Left to pay") && !page.has("Please transfer"), "{}", page.text);

        // What is left on it pays a part of the next order, with a second card.
        world.add(&mut anna, "moka-pot").await;
        let both = format!("{code}, {}", card(&world, 2, 8_00).await);
        let look = looks(&world, &mut anna, &both).await;
        assert!(look.has("Order with obligation to pay · PLN 79.80"), "{}", look.text);
        // Meanwhile somebody else spends one of them: nothing is bought for more than was shown.
        let spend = Money::new(1_00, Currency::PLN);
        let now = world.app.ctx.clock.now();
        let write = |tx: &kit::Tx| gift_cards::spend(tx, &code, spend, "order:elsewhere", now);
        world.app.ctx.db.write(write).await.unwrap();
        let changed = orders(&world, &mut anna, &look, &both).await;
        assert_eq!((changed.status, changed.has("What is left to pay has changed")), (409, true));
        let bought = orders(&world, &mut anna, &changed, &both).await;
        let page = world.get(&mut anna, &bought.to).await;
        assert!(page.has("Please transfer PLN 80.80"), "{}", page.text);

        world.add(&mut anna, "moka-pot").await;
        let empty = looks(&world, &mut anna, &code).await;
        assert_eq!((empty.status, empty.has("Nothing is left on this gift card.")), (422, true));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_codes_waits() {
    let world = World::open(kit::db::Engine::Sqlite).await;
    let mut thief = Browser::default();
    world.add(&mut thief, "moka-pot").await;
    for n in 0..10 {
        let wrong = looks(&world, &mut thief, &format!("ABCD-EFGH-{n}")).await;
        assert_eq!((wrong.status, wrong.has("There is no gift card of this code.")), (422, true));
    }
    let code = card(&world, 1, 20_000).await;
    assert_eq!(looks(&world, &mut thief, &code).await.status, 429);
    world.app.ctx.clock.advance(kit::time::hours(1));
    assert_eq!(looks(&world, &mut thief, &code).await.status, 200);
}
