//! What an event says: its amounts, and its sentence in all languages' one form. The input is the name, a line
//! break and the properties.
//!
//! Holds: nothing panics, whatever the properties are.

#![no_main]

use customers::events::{EventType, commerce, sentences};
use kit::money::Currency;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (name, properties) = text.split_once('\n').unwrap_or((text, "{}"));
    let currency = Currency::parse("RON");
    if let Some(event) = commerce::parse(name, properties, currency) {
        event.value();
        event.order_id();
    }
    for kind in EventType::ALL {
        sentences::sentence(kind, name, properties, currency);
        sentences::icon(kind, name);
    }
    if let Some(currency) = currency {
        let _ = kit::money::Money::from_decimal(properties, currency);
    }
    kit::text::fold(text);
});
