//! What people type, and what they find.

use expect_test::{Expect, expect};
use serde_json::json;

use super::*;
use crate::catalogue::categories::Tree;
use crate::catalogue::search::{self, Asked, Filter, Found, Place};
use crate::testing::on_each_engine;

const ALL: Asked<'static> =
    Asked { text: "", filters: &[], channel: None, is_sold: true, after: None, limit: 24 };

async fn look(market: &Market, asked: &Asked<'_>) -> (Found, Vec<Product>) {
    let read = |tx: &kit::Tx| {
        let found = search::find(tx, &Tree::load(tx)?, asked)?;
        let products = store::products(tx, &found.products)?;
        Ok((found, products))
    };
    market.ctx.customers.db.read(read).await.unwrap()
}

async fn titles(market: &Market, text: &str) -> Vec<String> {
    let (_, products) = look(market, &Asked { text, ..ALL }).await;
    products.into_iter().map(|product| product.title).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_found_however_they_are_typed() {
    on_each_engine(async |market| {
        stocked(market).await;
        let check = async |text: &str, expected: &[&str]| {
            assert_eq!(titles(market, text).await, expected, "{text}");
        };
        let (mug, cup, beans) = ("Blue mug “Łąka”", "Espresso cup", "Coffee beans, Brazil");
        check("mug", &[mug]).await;
        check("MUG blu", &[mug]).await;
        check("laka", &[mug]).await;
        check("łąka", &[mug]).await;
        // Titles in other languages, accents or not, and the beginning of a word.
        check("niebieski", &[mug]).await;
        check("кружка", &[mug]).await;
        check("filizanka", &[cup]).await;
        check("filiż", &[cup]).await;
        // Slips of the finger.
        check("filiznaka", &[cup]).await;
        check("espreso", &[cup]).await;
        check("cofee", &[beans]).await;
        check("brasil", &[beans]).await;
        // Endings.
        check("kubkami", &[mug, cup]).await;
        check("filiżanek", &[cup]).await;
        check("кружки", &[mug]).await;
        // Brands, options, numbers.
        check("kubek", &[mug, cup]).await;
        check("ziarno", &[beans]).await;
        check("white", &[cup]).await;
        check("MUG-1-R", &[mug]).await;
        check("5901234123457", &[mug]).await;
        // All words that are known; none that is not.
        check("blue cup", &[cup]).await;
        check("blue beans", &[]).await;
        check("blue mug xyzzy", &[mug]).await;
        check("xyzzy", &[]).await;
        check("gift", &[]).await;
        check("—", &[]).await;
        check("%", &[]).await;
        check("' or 9=9", &[]).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_meant_is_told() {
    on_each_engine(async |market| {
        stocked(market).await;
        let (found, _) = look(market, &Asked { text: "xyzzy filiznaka", ..ALL }).await;
        expect![[r#"[("filiznaka", ["filizanka"])] ["xyzzy"]"#]]
            .assert_eq(&format!("{:?} {:?}", found.meant, found.ignored));
    })
    .await;
}

async fn facets(market: &Market, asked: &Asked<'_>, expected: Expect) {
    let (found, products) = look(market, asked).await;
    let titles: Vec<&str> = products.iter().map(|product| product.title.as_str()).collect();
    let mut text = format!("{} {titles:?}\n", found.total);
    for facet in &found.facets {
        text += &format!("{} {:?}\n", facet.kind, facet.values);
    }
    expected.assert_eq(&text);
}

#[tokio::test(flavor = "multi_thread")]
async fn facets_count_what_a_further_choice_would_leave() {
    on_each_engine(async |market| {
        stocked(market).await;
        let filter = |kind: &str, values: &[&str]| Filter {
            kind: kind.into(),
            values: values.iter().map(|value| (*value).to_string()).collect(),
        };
        facets(
            market,
            &ALL,
            expect![[r#"
            3 ["Coffee beans, Brazil", "Espresso cup", "Blue mug “Łąka”"]
            brand [("Kubek", 2), ("Ziarno", 1)]
            category [("kitchen", 2), ("mugs", 2), ("coffee", 1)]
            option:Colour [("blue", 2), ("red", 1), ("white", 1)]
        "#]],
        )
        .await;
        facets(
            market,
            &Asked { text: "blue", ..ALL },
            expect![[r#"
            2 ["Blue mug “Łąka”", "Espresso cup"]
            brand [("Kubek", 2)]
            category [("kitchen", 2), ("mugs", 2)]
            option:Colour [("blue", 2), ("red", 1), ("white", 1)]
        "#]],
        )
        .await;
        let red = [filter("option:Colour", &["red"])];
        facets(
            market,
            &Asked { filters: &red, ..ALL },
            expect![[r#"
            1 ["Blue mug “Łąka”"]
            brand [("Kubek", 1)]
            category [("kitchen", 1), ("mugs", 1)]
            option:Colour [("blue", 2), ("red", 1), ("white", 1)]
        "#]],
        )
        .await;
        let both = [filter("option:Colour", &["red", "white"]), filter("brand", &["Kubek"])];
        facets(
            market,
            &Asked { filters: &both, ..ALL },
            expect![[r#"
            2 ["Espresso cup", "Blue mug “Łąka”"]
            brand [("Kubek", 2)]
            category [("kitchen", 2), ("mugs", 2)]
            option:Colour [("blue", 2), ("red", 1), ("white", 1)]
        "#]],
        )
        .await;
        let kitchen = [filter("category", &["kitchen"])];
        facets(
            market,
            &Asked { text: "kubek", filters: &kitchen, ..ALL },
            expect![[r#"
            2 ["Blue mug “Łąka”", "Espresso cup"]
            brand [("Kubek", 2)]
            category [("kitchen", 2), ("mugs", 2)]
            option:Colour [("blue", 2), ("red", 1), ("white", 1)]
        "#]],
        )
        .await;
        let nowhere = [filter("category", &["garden"])];
        facets(
            market,
            &Asked { filters: &nowhere, ..ALL },
            expect![[r#"
            0 []
            category [("kitchen", 2), ("mugs", 2), ("coffee", 1)]
        "#]],
        )
        .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_shows_what_is_sold_there() {
    on_each_engine(async |market| {
        stocked(market).await;
        let (web, till) = (market.shop.web.channel.id, market.shop.server.channel.id);
        put(market, &[json!({"channels": [till], "variants": [{"sku": "CUP-1"}]})]).await;
        for (channel, total, found) in [(Some(web), 2, 1), (Some(till), 3, 2), (None, 3, 2)] {
            let (all, products) = look(market, &Asked { channel, ..ALL }).await;
            assert_eq!((all.total, products.len() as i64), (total, total));
            let brands = all.facets.iter().find(|facet| facet.kind == "brand").unwrap();
            assert_eq!(brands.values.iter().map(|(_, count)| count).sum::<i64>(), total);
            let (blue, _) = look(market, &Asked { text: "blue", channel, ..ALL }).await;
            assert_eq!(blue.total, found);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_join_without_gap_or_repeat() {
    on_each_engine(async |market| {
        let all: Vec<Value> = (0..60)
            .map(|n| {
                plain(
                    &format!("{} {n}", if n % 3 == 0 { "Mug" } else { "Muggle" }),
                    &format!("M{n}"),
                )
            })
            .collect();
        put(market, &all).await;
        for (text, limit) in [("", 7), ("", 60), ("mug", 7), ("mug", 20), ("mug", 60), ("mug", 61)]
        {
            let (mut ids, mut after): (Vec<_>, Option<Place>) = (Vec::new(), None);
            loop {
                let (found, _) = look(market, &Asked { text, limit, after, ..ALL }).await;
                assert_eq!(found.total, 60);
                ids.extend(found.products);
                let Some(next) = found.next else { break };
                after = Some(next.to_string().parse().unwrap());
            }
            let distinct: std::collections::HashSet<_> = ids.iter().collect();
            assert_eq!((ids.len(), distinct.len()), (60, 60), "{text} {limit}");
        }
        let (_, first) = look(market, &Asked { text: "mug", limit: 20, ..ALL }).await;
        assert!(first.iter().all(|product| product.title.starts_with("Mug ")), "whole words first");
    })
    .await;
}
