//! What a product may be, case by case.

use expect_test::{Expect, expect};
use kit::testing::NOON;
use serde_json::{Value, json};

use super::*;
use crate::catalogue::views::WholeProduct;

fn wanted(json: Value) -> Wanted {
    serde_json::from_value(json).unwrap()
}

fn mug() -> Product {
    let wanted = wanted(json!({
        "title": " Mug “Łąka” ", "brand": "Kubek", "description": "Stoneware.\r\nBy hand.",
        "media": [{"url": "https://kubek.pl/mug.jpg", "alt": {"pl": "Kubek z boku"}}],
        "texts": {"pl": {"title": "Kubek „Łąka”"}},
        "variants": [
            {"sku": "MUG-B", "gtin": "5901234123457", "options": [{"name": "Colour", "value": "blue"}]},
            {"sku": "MUG-R", "options": [{"name": "Colour", "value": "red"}], "weight_g": 350},
        ],
    }));
    decide(None, &wanted, NOON).unwrap()
}

#[test]
fn what_is_not_named_stays() {
    let mug = mug();
    assert_eq!(decide(Some(&mug), &Wanted::default(), NOON.plus(1)).unwrap(), mug);
    let change = wanted(json!({
        "brand": "", "status": "draft", "texts": {"pl": {"description": "Z kamionki."}, "ro": {}},
        "media": [{"url": "https://kubek.pl/mug.jpg", "alt": {"en": "From the side"}}, {"url": "/pictures/2.jpg"}],
        "variants": [{"sku": "MUG-R", "archived": true}, {"sku": "MUG-G", "options": [{"name": "Colour", "value": "green"}]}],
    }));
    let changed = decide(Some(&mug), &change, NOON.plus(1)).unwrap();
    let mut told = serde_json::to_value(WholeProduct::of(changed, &Default::default())).unwrap();
    // Ids are new in each run.
    told.as_object_mut().unwrap().remove("id");
    for variant in told["variants"].as_array_mut().unwrap() {
        variant.as_object_mut().unwrap().remove("id");
    }
    expect![[r#""#]].assert_eq(&format!("{told:#}"));
}

#[test]
fn a_variant_that_is_named_by_its_id_can_change_its_number() {
    let mug = mug();
    let id = mug.variants[0].id;
    let change = wanted(json!({ "variants": [{"id": id, "sku": "MUG-BLUE", "gtin": ""}] }));
    let changed = decide(Some(&mug), &change, NOON).unwrap();
    assert_eq!((&changed.variants[0].sku[..], &changed.variants[0].gtin), ("MUG-BLUE", &None));
    assert_eq!(changed.variants[0].id, id);
}

#[test]
fn what_cannot_be_is_refused() {
    let check = |change: Value, expected: Expect| {
        let error = decide(Some(&mug()), &wanted(change), NOON).unwrap_err();
        expected.assert_eq(&format!("{}: {}", error.code, error.detail));
    };
    let colour = |sku: &str, value: &str| json!({"variants": [{"sku": sku, "options": [{"name": "Colour", "value": value}]}]});
    check(json!({"title": "  "}), expect![[r#""#]]);
    check(json!({"title": "a".repeat(201)}), expect![[r#""#]]);
    check(json!({"handle": "Łąka"}), expect![[r#""#]]);
    check(json!({"variants": [{"sku": "MUG-B", "gtin": "5901234123458"}]}), expect![[r#""#]]);
    check(json!({"variants": [{"sku": ""}]}), expect![[r#""#]]);
    check(json!({"variants": [{"sku": "MUG-B", "weight_g": -1}]}), expect![[r#""#]]);
    check(json!({"variants": [{"sku": "MUG-X"}]}), expect![[r#""#]]);
    check(colour("MUG-X", "blue"), expect![[r#""#]]);
    check(colour("MUG-X", ""), expect![[r#""#]]);
    check(json!({"variants": [{"id": VariantId([0; 16])}]}), expect![[r#""#]]);
    check(json!({"media": [{"url": "javascript:alert(1)"}]}), expect![[r#""#]]);
    check(json!({"media": [{"url": "//evil.example/a.jpg"}]}), expect![[r#""#]]);
    let mug = mug();
    let rename = wanted(json!({"variants": [{"id": mug.variants[0].id, "sku": "MUG-R"}]}));
    assert_eq!(decide(Some(&mug), &rename, NOON).unwrap_err().code, "sku_repeats");
    assert_eq!(decide(None, &Wanted::default(), NOON).unwrap_err().code, "no_title");
    let bare = wanted(json!({"title": "Mug"}));
    assert_eq!(decide(None, &bare, NOON).unwrap_err().code, "no_variants");
    let many: Vec<Value> = (0..251)
        .map(|n| json!({"sku": format!("M{n}"), "options": [{"name": "No", "value": n.to_string()}]}))
        .collect();
    let many = wanted(json!({"title": "Mug", "variants": many}));
    assert_eq!(decide(None, &many, NOON).unwrap_err().code, "too_many_variants");
}
