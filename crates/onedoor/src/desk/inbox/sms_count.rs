//! How many SMS an answer becomes, counted while it is written (`web/desk/count.js`) by the rules of the door.

use std::collections::BTreeMap;

use customers::channels::{ChannelId, ChannelKind};
use engage::connectors::sms::{self, Alphabet, Plain, SEGMENTS_MAX};
use engage::inbox::rules::Way;
use kit::{Result, Tx};
use maud::{Markup, html};
use serde_json::json;

use crate::desk::who::Desk;

/// Which letters the doors that send SMS change.
pub fn of_ways(tx: &Tx, ways: &[Way]) -> Result<BTreeMap<ChannelId, Plain>> {
    let mut all = BTreeMap::new();
    for way in ways.iter().filter(|way| way.kind == ChannelKind::Sms) {
        all.insert(way.channel_id, sms::plain_of(tx, way.channel_id)?);
    }
    Ok(all)
}

/// What a door changes, for the script; none for a door that sends no SMS.
pub fn letters(of: &BTreeMap<ChannelId, Plain>, way: &Way) -> Option<String> {
    of.get(&way.channel_id).map(|plain| json!(plain.changes()).to_string())
}

/// Where the count stands, with all by which it is counted. There also where no SMS can be sent yet: doors come and go.
pub fn place(desk: &Desk) -> Markup {
    let (alphabet, escaped) = sms::characters();
    let room = |alphabet: Alphabet| [alphabet.single(), alphabet.part()];
    let room = json!({ "gsm": room(Alphabet::Gsm7), "unicode": room(Alphabet::Ucs2) });
    html! {
        small #composer-count.quiet.sms-count hidden data-alphabet=(alphabet) data-escaped=(escaped)
            data-room=(room) data-max=(SEGMENTS_MAX) data-words=(desk.tr.t("desk-inbox-sms-count")) {}
    }
}
