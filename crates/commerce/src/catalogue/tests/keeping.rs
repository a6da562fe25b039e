//! Products are made and changed; numbers, codes and addresses stay one's own.

use customers::accounts::Permit;
use expect_test::expect;
use serde_json::json;

use super::*;
use crate::catalogue::categories::{self, Tree, WantedCategory};
use crate::catalogue::testing::mug;
use crate::catalogue::{archive, find_by_code};
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn a_product_is_kept_as_it_was_said_and_the_same_again_changes_nothing() {
    on_each_engine(async |market| {
        let mug = json!({
            "title": "Kubek „Łąka”", "description": "Z kamionki.", "brand": "Kubek", "tax_class": "reduced",
            "category": "Kuchnia > Kubki",
            "media": [{"url": "https://kubek.pl/mug.jpg", "alt": {"pl": "Kubek z boku"}}],
            "texts": {"en": {"title": "Mug “Łąka”"}, "ro": {"title": "Cană", "description": "Din gresie."}},
            "channels": [market.shop.web.channel.id],
            "variants": [
                {"sku": "MUG-B", "gtin": "5901234123457", "options": [{"name": "Kolor", "value": "niebieski"}], "weight_g": 350},
                {"sku": "MUG-R", "options": [{"name": "Kolor", "value": "czerwony"}], "archived": true},
            ],
        });
        assert_eq!(told(market, std::slice::from_ref(&mug)).await, "Created kubek-laka\n");
        let by_sku = json!({ "variants": [{ "sku": "MUG-B" }] });
        let before = find(market, *put(market, &[by_sku]).await[0].as_ref().unwrap()).await;
        market.ctx.customers.clock.advance(kit::time::hours(1));
        assert_eq!(told(market, &[mug]).await, "Same kubek-laka\n");
        let after = find(market, Saved { id: before.id, outcome: crate::catalogue::Outcome::Same }).await;
        assert_eq!(before, after);
        let shown = |product: &Product| {
            let variants = product.variants.iter().map(|one| (one.sku.clone(), one.gtin.clone(), one.archived_at.is_some()));
            variants.collect::<Vec<_>>()
        };
        expect![[r#"[("MUG-B", Some("05901234123457"), false), ("MUG-R", None, true)] {En: Text { title: "Mug “Łąka”", description: "" }, Ro: Text { title: "Cană", description: "Din gresie." }} [Medium { url: "https://kubek.pl/mug.jpg", alt: {Pl: "Kubek z boku"} }]"#]].assert_eq(&format!("{:?} {:?} {:?}", shown(&after), after.texts, after.media));
        let tree = market.ctx.customers.db.read(Tree::load).await.unwrap();
        assert_eq!(tree.path_text(after.category_id.unwrap()), "Kuchnia > Kubki");
        // What is emptied is gone, the rest stays.
        let less = json!({"brand": "", "category": "", "channels": [], "texts": {"ro": {"title": "", "description": ""}},
            "variants": [{"sku": "MUG-R", "archived": false}]});
        assert_eq!(told(market, &[less]).await, "Changed kubek-laka\n");
        let after = find(market, Saved { id: before.id, outcome: crate::catalogue::Outcome::Same }).await;
        assert_eq!((after.brand, after.category_id, after.channels.len()), (None, None, 0));
        assert_eq!(after.texts.len(), 1);
        assert_eq!(after.variants[1].archived_at, None);
        assert_eq!(after.created_at, before.created_at);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_that_is_refused_hinders_no_other() {
    on_each_engine(async |market| {
        let coded = |title: &str, sku: &str, gtin: &str| json!({"title": title, "variants": [{"sku": sku, "gtin": gtin}]});
        let first = told(
            market,
            &[
                plain("Mug", "A"),
                plain("Mug", "B"),
                json!({"title": "Cup", "handle": "mug", "variants": [{"sku": "C"}]}),
                json!({"title": "Cup", "variants": [{"sku": "A"}, {"sku": "B"}]}),
                coded("Plate", "P", "96385074"),
                coded("Bowl", "Q", "0000096385074"),
                coded("Jug", "J", "96385075"),
                json!({"title": "Spoon"}),
                json!({"title": "Fork", "category": "a > > b", "variants": [{"sku": "F"}]}),
                // Of the same product again, as a file may have it.
                json!({"brand": "Kubek", "variants": [{"sku": "A"}]}),
                json!({"handle": "mug-2", "variants": [{"sku": "B2", "options": [{"name": "Size", "value": "2"}]}]}),
            ],
        )
        .await;
        expect![[r#"
            Created mug
            Created mug-2
            options_repeat: Another variant has the same options as “C”.
            sku_taken: Another product has the SKU “B”.
            Created plate
            gtin_taken: The variant “P” has the GTIN 00000096385074 already.
            bad_gtin: The last digit of the GTIN 96385075 should be 4.
            no_variants: A product needs a variant with a SKU, also where it has no sizes or colours.
            bad_category: A category needs a title, without “>” in it.
            Changed mug
            options_differ: The variants “B” and “B2” have different options.
        "#]].assert_eq(&first);
        let tree = market.ctx.customers.db.read(Tree::load).await.unwrap();
        assert!(tree.all().is_empty(), "what is refused leaves no category behind");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_and_a_code_find_the_variant() {
    on_each_engine(async |market| {
        let small = mug(market, "MUG-1").await;
        stocked(market).await;
        let find = async |code: &str| {
            let found = market.ctx.customers.db.read(|tx| find_by_code(tx, code)).await.unwrap();
            let Some(id) = found else { return "–".to_string() };
            let read = |tx: &kit::Tx| store::sellables(tx, &[id]);
            market.ctx.customers.db.read(read).await.unwrap().remove(0).title
        };
        assert_eq!(find("MUG-1").await, "Mug MUG-1");
        assert_eq!(find(" mug-1-r ").await, "Blue mug “Łąka”, red");
        for code in [
            "5901234123457",
            "590 1234 123457",
            "]E05901234123457",
            "]C10105901234123457",
            "(01)05901234123457(10)L1",
            "https://id.kubek.pl/01/05901234123457?17=271231",
        ] {
            assert_eq!(find(code).await, "Blue mug “Łąka”, blue", "{code}");
        }
        for code in ["", "MUG", "5901234123458", "https://kubek.pl/", "\u{1d}", "1' or '1'='1"] {
            assert_eq!(find(code).await, "–", "{code}");
        }
        // A code goes over to another variant when the one that had it is archived; the old one is found without it.
        let next = json!({"title": "Mug, next year’s", "variants": [{"sku": "MUG-27", "gtin": "5901234123457"}]});
        assert!(told(market, std::slice::from_ref(&next)).await.starts_with("gtin_taken"));
        put(market, &[json!({"variants": [{"sku": "MUG-1-B", "archived": true}]})]).await;
        assert_eq!(find("5901234123457").await, "Blue mug “Łąka”, blue");
        assert_eq!(told(market, &[next]).await, "Created mug-next-years\n");
        assert_eq!(find("5901234123457").await, "Mug, next year’s");
        let back = json!({"variants": [{"sku": "MUG-1-B", "archived": false}]});
        assert!(told(market, &[back]).await.starts_with("gtin_taken"));
        let read = |tx: &kit::Tx| store::sellables(tx, &[small]);
        let sellable = market.ctx.customers.db.read(read).await.unwrap().remove(0);
        assert!(sellable.is_sold);
        archive(&market.ctx, &Permit::console(), sellable.product_id).await.unwrap();
        assert!(!market.ctx.customers.db.read(read).await.unwrap().remove(0).is_sold);
        assert_eq!(find("MUG-1").await, "Mug MUG-1", "it may come back to the till");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_never_give_one_number_twice() {
    on_each_engine(async |market| {
        let other = market.second_process().await;
        let make = async |market: &Market, title: &str| {
            let wanted = wanted(plain(title, "MUG"));
            crate::catalogue::keep(&market.ctx, &Permit::console(), &wanted).await
        };
        let (one, two) = tokio::join!(make(market, "Mug"), make(&other, "Mug"));
        // Whoever comes second means the product that is there by then.
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_eq!(one.0.id, two.0.id);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn categories_are_a_tree() {
    on_each_engine(async |market| {
        stocked(market).await;
        let db = &market.ctx.customers.db;
        let now = market.ctx.customers.clock.now();
        let save = async |handle: &str, json: Value| {
            let wanted: WantedCategory = serde_json::from_value(json).unwrap();
            db.write(|tx| categories::save(tx, handle, &wanted, now)).await.map_err(|error| error.code)
        };
        let (mugs, is_changed) = save("mugs", json!({"title": "Mugs", "parent": "coffee", "texts": {"pl": "Kubki"}})).await.unwrap();
        assert!(is_changed);
        assert!(!save("mugs", json!({"parent": "coffee"})).await.unwrap().1);
        let tree = db.read(Tree::load).await.unwrap();
        assert_eq!(tree.path_text(mugs.id), "Coffee > Mugs");
        assert_eq!(save("coffee", json!({"parent": "mugs"})).await, Err("category_in_itself"));
        assert_eq!(save("coffee", json!({"parent": "coffee"})).await, Err("category_in_itself"));
        assert_eq!(save("coffee", json!({"parent": "tea"})).await, Err("unknown_category"));
        assert_eq!(save("tea", json!({})).await, Err("bad_category"));
        assert_eq!(save("Tea", json!({"title": "Tea"})).await, Err("bad_handle"));
        let deep = json!({"title": "Deep", "category": "a > b > c > d > e > f > g", "variants": [{"sku": "D"}]});
        assert!(told(market, &[deep]).await.starts_with("category_too_deep"));
    })
    .await;
}
