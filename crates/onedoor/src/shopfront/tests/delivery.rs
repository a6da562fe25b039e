//! What delivery costs, as somebody without script sees it before buying.

use super::*;

/// Anna's fields, with some of them other than they were.
fn anna_with<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = ANNA.iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    kept.chain(others).copied().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_way_has_its_price_and_the_sum_follows() {
    on_each_engine(async |world| {
        let mut anna = Browser::default();
        world.add(&mut anna, "moka-pot").await;
        // 129.00, and nobody has said yet how it goes.
        let cart = world.get(&mut anna, "/shop/cart").await;
        assert!(cart.has("<dt>Delivery</dt><dd>from PLN 14.90</dd>"), "{}", cart.text);
        let fields = world.get(&mut anna, "/shop/checkout").await;
        assert!(fields.has("Courier by tomorrow") && fields.has("PLN 24.90"), "{}", fields.text);
        assert!(fields.has("<dt>Delivery: Courier</dt><dd>PLN 14.90</dd>"), "{}", fields.text);
        assert!(fields.has("PLN 143.90"), "{}", fields.text);

        let look = async |by: &mut Browser, others: &[(&str, &str)]| {
            world.post(by, "/shop/checkout", &anna_with(others)).await
        };
        let express = look(&mut anna, &[("method", "express")]).await;
        assert!(express.has("obligation to pay · PLN 153.90"), "{}", express.text);
        let abroad = look(&mut anna, &[("country", "RO"), ("edit", "1")]).await;
        assert!(abroad.has("Courier to Romania") && !abroad.has("Courier by tomorrow"));
        // Chosen for another country: the field says so, and the sum is of what is possible.
        let wrong = look(&mut anna, &[("country", "RO"), ("method", "express")]).await;
        assert_eq!((wrong.status, wrong.has("id=\"method-fault\"")), (422, true));
        assert!(wrong.has("<dt>Delivery: Courier to Romania</dt>"), "{}", wrong.text);
        let nowhere = look(&mut anna, &[("country", "DE")]).await;
        assert!(nowhere.has("We have no way to send these goods"), "{}", nowhere.text);
        assert!(!nowhere.has("obligation to pay"));

        let (key, total) = (express.field("key"), express.field("total"));
        let buy = anna_with(&[("method", "express"), ("key", &key), ("total", &total)]);
        let bought = world.post(&mut anna, "/shop/checkout/order", &buy).await;
        assert_eq!(bought.status, 303, "{}", bought.text);
        let page = world.get(&mut anna, &bought.to).await;
        assert!(
            page.has("<dt>Delivery: Courier by tomorrow</dt><dd>PLN 24.90</dd>"),
            "{}",
            page.text
        );
        assert!(page.has("Please transfer PLN 153.90"), "{}", page.text);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn much_travels_for_nothing_and_so_does_what_is_fetched() {
    let world = World::open(Engine::Sqlite).await;
    let mut anna = Browser::default();
    world.add(&mut anna, "moka-pot").await;
    world.add(&mut anna, "moka-pot").await;
    // 258.00: more than the 199 from which the courier is free.
    let fields = world.get(&mut anna, "/shop/checkout").await;
    assert!(fields.has("free from PLN 199.00"), "{}", fields.text);
    assert!(fields.has("<dt>Delivery: Courier</dt><dd>free</dd>"), "{}", fields.text);
    let fetched =
        world.post(&mut anna, "/shop/checkout", &[("delivery", "collect"), ("edit", "1")]).await;
    assert!(fetched.has("<dt>Delivery: Collect in a store</dt><dd>free</dd>"), "{}", fetched.text);
}
