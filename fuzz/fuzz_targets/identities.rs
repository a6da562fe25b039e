//! The one spelling of an identity. The input is `kind:value`.
//!
//! Holds: nothing panics; normalising twice is normalising once; what is accepted is short enough.

#![no_main]

use customers::identities::Kind;
use customers::identities::normal::{VALUE_BYTES_MAX, normalise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (kind, value) = text.split_once(':').unwrap_or(("email", text));
    let Ok(kind) = kind.parse::<Kind>() else { return };
    assert!(kind.as_str().len() <= Kind::LENGTH_MAX);
    for region in [None, Some("PL"), Some("RO"), Some("??")] {
        let Ok(normal) = normalise(&kind, value, region) else { continue };
        assert!(!normal.is_empty() && normal.len() <= VALUE_BYTES_MAX);
        assert_eq!(normalise(&kind, &normal, region).as_deref(), Ok(normal.as_ref()), "{kind}");
    }
});
