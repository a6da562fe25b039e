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
    expect![[r#"
        {
          "updated_at": "2026-11-21T12:00:00Z",
          "handle": "",
          "status": "draft",
          "title": "Mug “Łąka”",
          "description": "Stoneware.\nBy hand.",
          "brand": null,
          "category": null,
          "tax_class": "standard",
          "media": [
            {
              "url": "https://kubek.pl/mug.jpg",
              "alt": {
                "en": "From the side",
                "pl": "Kubek z boku"
              }
            },
            {
              "url": "/pictures/2.jpg",
              "alt": {}
            }
          ],
          "texts": {
            "pl": {
              "title": "Kubek „Łąka”",
              "description": "Z kamionki."
            }
          },
          "channels": [],
          "variants": [
            {
              "archived": false,
              "sku": "MUG-B",
              "gtin": "05901234123457",
              "options": [
                {
                  "name": "Colour",
                  "value": "blue"
                }
              ],
              "weight_g": null
            },
            {
              "archived": true,
              "sku": "MUG-R",
              "gtin": null,
              "options": [
                {
                  "name": "Colour",
                  "value": "red"
                }
              ],
              "weight_g": 350
            },
            {
              "archived": false,
              "sku": "MUG-G",
              "gtin": null,
              "options": [
                {
                  "name": "Colour",
                  "value": "green"
                }
              ],
              "weight_g": null
            }
          ],
          "created_at": "2026-11-21T12:00:00Z"
        }"#]]
    .assert_eq(&format!("{told:#}"));
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
    check(json!({"title": "  "}), expect!["no_title: A product needs a title."]);
    check(
        json!({"title": "a".repeat(201)}),
        expect!["bad_title: The title has at most 200 characters."],
    );
    check(
        json!({"handle": "Łąka"}),
        expect![
            "bad_handle: The end of an address has 1 to 80 small letters a to z, digits and dashes."
        ],
    );
    check(
        json!({"variants": [{"sku": "MUG-B", "gtin": "5901234123458"}]}),
        expect!["bad_gtin: The last digit of the GTIN 5901234123458 should be 7."],
    );
    check(json!({"variants": [{"sku": ""}]}), expect!["bad_sku: A SKU has 1 to 64 characters."]);
    check(
        json!({"variants": [{"sku": "MUG-B", "weight_g": -1}]}),
        expect!["bad_weight: A weight is 0 to 10000000 grams."],
    );
    check(
        json!({"variants": [{"sku": "MUG-X"}]}),
        expect!["options_differ: The variants “MUG-B” and “MUG-X” have different options."],
    );
    check(
        colour("MUG-X", "blue"),
        expect!["options_repeat: Another variant has the same options as “MUG-X”."],
    );
    check(
        colour("MUG-X", ""),
        expect!["bad_options: Each option of a variant has a name of its own and a value."],
    );
    check(
        json!({"variants": [{"id": VariantId([0; 16])}]}),
        expect!["unknown_variant: This product has no variant var_00000000000000000000000000."],
    );
    check(
        json!({"media": [{"url": "javascript:alert(1)"}]}),
        expect!["bad_media_url: The address of a picture begins with https:// or with /."],
    );
    check(
        json!({"media": [{"url": "//evil.example/a.jpg"}]}),
        expect!["bad_media_url: The address of a picture begins with https:// or with /."],
    );
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
