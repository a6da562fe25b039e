mod browsing;
mod orders;
mod people;

use std::sync::Arc;

use expect_test::Expect;
use jiff::tz::TimeZone;
use kit::i18n::{Arg, Catalogue, Lang, Tr};
use kit::money::Currency;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::{icon, sentence};
use crate::events::EventType::{self, *};
use crate::events::commerce::ShopEvent;

const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../../../locales/en.ftl")),
    (Lang::Pl, include_str!("../../../locales/pl.ftl")),
    (Lang::Ro, include_str!("../../../locales/ro.ftl")),
    (Lang::Ru, include_str!("../../../locales/ru.ftl")),
];

fn languages() -> [Tr; 4] {
    let catalogue = Arc::new(Catalogue::new(&LOCALES));
    [Lang::En, Lang::Pl, Lang::Ro, Lang::Ru].map(|lang| Tr::new(&catalogue, lang, TimeZone::UTC))
}

/// Each event with its icon and its sentence in English, Polish, Romanian and Russian.
fn check(events: &[(EventType, &str, &str)], expected: Expect) {
    let languages = languages();
    let mut said = String::new();
    for (kind, name, properties) in events {
        let sentence = sentence(*kind, name, properties, Some(Currency::PLN));
        said += &format!("[{}] {}\n", icon(*kind, name), languages[0].sentence(&sentence));
        for tr in &languages[1..] {
            said += &format!("    {}\n", tr.sentence(&sentence));
        }
    }
    expected.assert_eq(&said);
}

const GUJI: &str = r#"{"product_id": "507f1f77bcf86cd799439011", "sku": "G-250", "name": "Ethiopia Guji 250 g",
    "category": "Coffee", "price": 49, "quantity": 1, "share_via": "WhatsApp",
    "recipient": "ewa@sklep.pl", "rating": "5", "review_body": "Jak borówki!\n\nPolecam."}"#;
const CUPS: &str = r#"{"name": "Espresso cups", "variant": "white", "price": "35.00", "quantity": 2,
    "wishlist_name": "Święta"}"#;
const ORDER: &str = r#"{"order_id": "1042", "total": 129, "products": [{"name": "Ethiopia Guji", "price": 49},
    {"name": "Espresso cups", "price": 35, "quantity": 2}]}"#;

#[test]
fn the_catalogues_are_whole() {
    Catalogue::new(&LOCALES).check().unwrap();
}

#[test]
fn text_of_strangers_is_cut_and_cleaned() {
    let long = format!(r#"{{"name": "Mug\u202e\n\u0007 {}"}}"#, "very ".repeat(100));
    let said = sentence(Track, "Product Viewed", &long, None);
    let product = said.args.iter().find(|(name, _)| *name == "product").unwrap();
    let expected = "Mug very very very very very very very very very very very…";
    assert_eq!(product.1, Arg::Text(expected.to_owned()));
}

#[test]
fn every_known_event_has_an_icon_and_words_in_every_language() {
    for tr in languages() {
        for event in ShopEvent::ALL {
            let said = tr.sentence(&sentence(Track, event.name(), "{}", None));
            assert!(!said.starts_with("event-") && !said.contains("none"), "{event:?}: {said}");
            assert_ne!(icon(Track, event.name()), "dot");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 512,
        rng_seed: RngSeed::Fixed(2),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_text_and_no_json_makes_it_panic(
        event in proptest::sample::select(ShopEvent::ALL.to_vec()),
        key in "name|total|price|quantity|products|order_id|currency|query|duration|url|text",
        value in prop_oneof![any::<String>(), r#"-?[0-9]{0,30}(\.[0-9]{0,5})?(e[0-9]{1,20})?"#, "\\[\\{\\}\\]|\\{\\}|null"],
        text in any::<String>(),
    ) {
        let quoted = serde_json::json!({ &key: &value }).to_string();
        let bare = format!(r#"{{"{key}": {value}}}"#);
        for properties in [&quoted, &bare, &value] {
            for kind in [Track, Identify, Page, Screen, Group, Alias] {
                let _ = sentence(kind, event.name(), properties, Some(Currency::PLN));
                let _ = sentence(kind, &text, properties, None);
            }
        }
    }
}
