//! Whatever is posted to a door: a call or a batch, understood up to the event that would be recorded.
//!
//! Holds: nothing panics; what is accepted is within the limits; the same call is the same event.

#![no_main]

use std::sync::{Arc, OnceLock};

use customers::channels::{Channel, ChannelId, ChannelKind, Door};
use customers::recording::call::{Batch, Call, LooseBatch, Text, present};
use customers::recording::incoming::{self, Defaults};
use customers::recording::write_key_in;
use kit::Time;
use kit::money::Currency;
use libfuzzer_sys::fuzz_target;

const NOW: Time = Time(1_795_262_400_000_000);

fuzz_target!(|body: &[u8]| {
    write_key_in(body);
    if let Ok(call) = serde_json::from_slice::<Call>(body) {
        for door in doors() {
            understand(&call, Some(customers::events::EventType::Track), None, door);
            understand(&call, Some(customers::events::EventType::Identify), None, door);
        }
    }
    match serde_json::from_slice::<Batch>(body) {
        Ok(batch) => {
            for call in &batch.batch {
                for door in doors() {
                    understand(call, None, batch.sent_at.as_ref(), door);
                }
            }
        }
        Err(_) => {
            let Ok(batch) = serde_json::from_slice::<LooseBatch>(body) else { return };
            for raw in &batch.batch {
                let Ok(call) = serde_json::from_str::<Call>(raw.get()) else { continue };
                understand(&call, None, batch.sent_at.as_ref(), &doors()[0]);
            }
        }
    }
});

fn understand<'a>(
    call: &'a Call<'a>,
    kind: Option<customers::events::EventType>,
    sent_at: Option<&'a Text<'a>>,
    door: &Door,
) {
    let defaults = Defaults { region: Some("PL"), currency: zloty() };
    let Ok(event) = incoming::prepare(call, kind, sent_at, door, defaults, NOW) else { return };
    assert!(event.account.is_some() || event.device.is_some() || !event.proven.is_empty());
    assert!(event.name.len() <= incoming::NAME_BYTES_MAX);
    assert!(door.trusted || event.proven.is_empty(), "a write key proves nothing");
    let later = NOW.plus(kit::time::hours(1));
    if let Ok(again) = incoming::prepare(call, kind, sent_at, door, defaults, later)
        && (event.client_at.is_some() || present(&call.message_id).is_some())
    {
        assert_eq!(event.id, again.id, "a repeat is the same event");
    }
}

fn zloty() -> Currency {
    Currency::parse("PLN").expect("ISO 4217")
}

/// A page's, and a server's.
fn doors() -> &'static [Door; 2] {
    static DOORS: OnceLock<[Door; 2]> = OnceLock::new();
    DOORS.get_or_init(|| {
        let channel = Arc::new(Channel {
            id: ChannelId([7; 16]),
            kind: ChannelKind::Web,
            name: "Shop".into(),
            track: true,
            talk: false,
            sell: true,
            write_key: "wk_1".into(),
            created_at: NOW,
            disabled_at: None,
        });
        let page = Door { channel: channel.clone(), trusted: false };
        [page, Door { channel, trusted: true }]
    })
}
