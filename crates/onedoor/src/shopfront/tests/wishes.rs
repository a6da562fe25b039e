//! Anna waits for the vase, and hesitates over the moka pot.

use commerce::catalogue::VariantId;
use commerce::prices::ListFields;
use commerce::prices::testing::{retail, sells_in};
use commerce::stock::testing::{has_in, place_in};
use commerce::stock::{self, Holder, Wanted};
use commerce::wishes::{TELL, cheaper};
use expect_test::{Expect, expect};
use kit::Tx;
use kit::db::Engine;
use kit::time::seconds;

use super::{Browser, World, on_each_engine};
use crate::letters::testing::{Mailbox, can_write};

const VASE: &str = "/shop/p/floor-vase-45-cm";

/// Asks on the page of a product to be told; of which variant.
async fn wishes(world: &World, by: &mut Browser, page: &str, email: &str, when: &str) -> VariantId {
    let shown = world.get(by, page).await;
    // On a page with both forms, the last one.
    let (_, form) = shown.text.rsplit_once("class=\"wish\"").unwrap();
    let field = |name: &str| {
        let (_, rest) = form.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
        rest.split('"').next().unwrap().to_string()
    };
    assert!(form.contains(&format!("name=\"when\" value=\"{when}\"")), "{form}");
    let (variant, key) = (field("variant"), field("key"));
    let fields = [("variant", &*variant), ("when", when), ("key", &key), ("email", email)];
    let wished = world.post(by, &format!("{page}/wish"), &fields).await;
    let next = format!("{page}?variant={variant}&did=wished-{when}");
    assert_eq!(wished.to, next, "{}", wished.text);
    variant.parse().unwrap()
}

fn lies_there(mailbox: &Mailbox, variant: VariantId, expected: Expect) {
    expected.assert_eq(&mailbox.take().join("---\n").replace(&variant.to_string(), "VARIANT"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_the_vase_is_written_to_once() {
    on_each_engine(async |world| {
        let (mut anna, mailbox) = (Browser::default(), Mailbox::default());
        let page = world.get(&mut anna, VASE).await;
        // Nobody promises what cannot be kept.
        assert!(page.has("Sold out") && !page.has("Tell me when"), "{}", page.text);
        can_write(&world.app).await;
        let page = world.get(&mut anna, VASE).await;
        assert!(page.has("Tell me when it is back"), "{}", page.text);
        let variant = wishes(&world, &mut anna, VASE, "Anna@Example.pl", "back").await;
        let done = world.get(&mut anna, &format!("{VASE}?did=wished-back")).await;
        assert!(done.has("We will tell you when it is back."));
        let fields = [("variant", page.field("variant")), ("when", "back".into())];
        let bad = fields.iter().map(|(name, value)| (*name, value.as_str()));
        let bad: Vec<_> = bad.chain([("key", "a-0123456789abcdef"), ("email", "anna")]).collect();
        let bad = world.post(&mut anna, &format!("{VASE}/wish"), &bad).await;
        assert_eq!((bad.status, bad.has("This is no e-mail address.")), (400, true));

        world.app.ctx.clock.advance(seconds(10));
        mailbox.work(&world.app, TELL).await;
        lies_there(&mailbox, variant, expect![[""]]);
        let store = place_in(&world.app.commerce, "RZE1 Rzeszów PL").await;
        has_in(&world.app.commerce, variant, store, 1).await;
        has_in(&world.app.commerce, variant, store, 1).await;
        mailbox.work(&world.app, TELL).await;
        lies_there(
            &mailbox,
            variant,
            expect![[r#"
            To: anna@example.pl
            Floor vase, 45 cm is back, Kubek

            You asked us to tell you: Floor vase, 45 cm is there again.

            This is the one message that you asked for. We do not write about it again.

            Kubek
        "#]],
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_hesitates_reads_it_in_the_language_of_the_page() {
    let mut world = World::open(Engine::Sqlite).await;
    can_write(&world.app).await;
    world.app.engage.public_url = Some("https://kubek.pl".into());
    let (mut ion, mailbox) = (Browser::default(), Mailbox::default());
    world.get(&mut ion, "/shop?lang=ro").await;
    let page = "/shop/p/moka-pot";
    assert!(world.get(&mut ion, page).await.has("Când mai rămân doar câteva bucăți"));
    let variant = wishes(&world, &mut ion, page, "ion@example.ro", "low").await;
    let (db, now) = (&world.app.ctx.db, world.app.ctx.clock.now());
    let take = |tx: &Tx| {
        let left = stock::available(tx, &[variant])?[0].1;
        stock::reserve(tx, &Holder::cart("jan"), &[Wanted::new(variant, left - 2)], None, now)
    };
    db.write(take).await.unwrap();
    mailbox.work(&world.app, TELL).await;
    lies_there(
        &mailbox,
        variant,
        expect![[r#"
        To: ion@example.ro
        Au rămas puține: Ibric moka, 3 cups, Kubek

        Ne-ați rugat să vă anunțăm: din Ibric moka, 3 cups au mai rămas doar câteva bucăți.

        https://kubek.pl/shop/p/moka-pot?variant=VARIANT

        Acesta este singurul mesaj pe care l-ați cerut. Nu vă mai scriem despre asta.

        Kubek
    "#]],
    );
    let page = world.get(&mut ion, page).await;
    assert!(page.has("Anunțați-mă când costă mai puțin") && !page.has("value=\"low\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_for_a_lower_price_reads_what_it_costs_now() {
    let world = World::open(Engine::Sqlite).await;
    can_write(&world.app).await;
    let (mut anna, mailbox) = (Browser::default(), Mailbox::default());
    let page = "/shop/p/moka-pot";
    let variant = wishes(&world, &mut anna, page, "anna@example.pl", "cheaper").await;
    let done = world.get(&mut anna, &format!("{page}?did=wished-cheaper")).await;
    assert!(done.has("We will tell you when it costs less."));
    let app = &world.app;
    let sale = ListFields { code: "sale".into(), priority: 20, ..retail() };
    sells_in(&app.commerce, &sale, variant, 99_00).await;
    cheaper::look(&app.commerce).await.unwrap();
    mailbox.work(app, TELL).await;
    lies_there(
        &mailbox,
        variant,
        expect![[r#"
        To: anna@example.pl
        Cheaper now: Moka pot, 3 cups, Kubek

        You asked us to tell you: Moka pot, 3 cups costs less than when you looked, PLN 99.00 now.

        This is the one message that you asked for. We do not write about it again.

        Kubek
    "#]],
    );
}
