//! What a centre brings: SMS, parts of them, and receipts.

use std::sync::Arc;

use customers::channels::{Channel, ChannelId};
use kit::time::{days, hours, minutes};
use kit::{Result, Time, Tx};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::super::inbound::{self, Sms};
use super::super::store::Whole;
use super::super::{folded, gsm7, store};
use super::pdu::{Deliver, ESM_HAS_HEADER, tag};
use super::{DefaultAlphabet, Settings, receipt};
use crate::Ctx;
use crate::conversations::{MessageId, Report, Reported, report_in};

/// How long parts wait for the rest.
const FRAGMENTS_KEPT: i64 = hours(24);
/// How long a receipt waits for its message; our own are known within seconds.
const STRANGERS_KEPT: i64 = days(3);
/// Stands where a part never came.
const MISSING: &str = " […]";

/// Records what came. The centre brings again what fails.
pub async fn take(
    ctx: &Ctx,
    channel: &Arc<Channel>,
    settings: &Settings,
    deliver: &Deliver,
) -> Result<()> {
    if deliver.is_receipt() {
        return match receipt::read(deliver) {
            Some(receipt) => note(ctx, channel, settings, &receipt).await,
            None => Ok(()),
        };
    }
    let now = ctx.customers.clock.now();
    let (of, body) = unwrapped(channel, deliver);
    let from = deliver.from.international();
    let Some((of, part)) = of else {
        let text = decoded(&body, deliver.data_coding, settings.default_alphabet);
        let name = name(&[&from, &deliver.to.text, &text], now);
        return take_whole(ctx, channel, settings, &from, text, name).await;
    };
    let keep = |tx: &Tx| {
        store::insert_fragment(tx, &of, part, &body, now)?;
        store::fragments(tx, &of)
    };
    let there = ctx.customers.db.write(keep).await?;
    if (there.len() as i64) < of.parts {
        return Ok(());
    }
    take_fragments(ctx, channel, settings, &of, &there).await
}

/// A long SMS, joined: as bytes, since a telephone may cut inside a character.
async fn take_fragments(
    ctx: &Ctx,
    channel: &Arc<Channel>,
    settings: &Settings,
    of: &Whole,
    there: &[Vec<u8>],
) -> Result<()> {
    let coding = of.reference.rsplit(':').next().and_then(|coding| coding.parse().ok());
    let mut text = decoded(&there.concat(), coding.unwrap_or(0), settings.default_alphabet);
    if (there.len() as i64) < of.parts {
        text.push_str(MISSING);
    }
    // A crash between this commit and the next brings the same name again.
    let name = name(&[&of.sender, &of.reference, &text], Time(0));
    let now = ctx.customers.clock.now();
    let name = format!("{name}:{}", now.0 / FRAGMENTS_KEPT);
    take_whole(ctx, channel, settings, &of.sender, text, name).await?;
    ctx.customers.db.write(|tx| store::delete_fragments(tx, of)).await
}

async fn take_whole(
    ctx: &Ctx,
    channel: &Arc<Channel>,
    settings: &Settings,
    from: &str,
    text: String,
    id: String,
) -> Result<()> {
    let sms = Sms {
        id,
        from: from.to_string(),
        text,
        at: ctx.customers.clock.now(),
        details: json!({}),
        is_answered: false,
    };
    inbound::take(ctx, channel, &settings.common, &sms).await
}

/// An SMS has no name of its own: this one recognises what the centre brings again at once.
fn name(of: &[&str], at: Time) -> String {
    let mut hash = Sha256::new();
    for text in of {
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    let start: String = digest[..12].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("mo:{start}:{}", at.0 / minutes(1))
}

/// The text without its header, and which part of which long SMS it is.
fn unwrapped(channel: &Channel, deliver: &Deliver) -> (Option<(Whole, i64)>, Vec<u8>) {
    let whole = |way: &str, reference: u32, parts: u32| Whole {
        channel: channel.id,
        sender: deliver.from.international(),
        reference: format!("{way}:{}:{reference}:{}", deliver.to.text, deliver.data_coding),
        parts: i64::from(parts),
    };
    let is_part = |parts: u32, part: u32| parts > 1 && (1..=parts).contains(&part);
    if deliver.esm_class & ESM_HAS_HEADER != 0
        && let Some((header, text)) = deliver
            .text
            .split_first()
            .and_then(|(length, rest)| rest.split_at_checked(usize::from(*length)))
    {
        let found = concatenation(header).filter(|(_, parts, part)| is_part(*parts, *part));
        let of =
            found.map(|(reference, parts, part)| (whole("udh", reference, parts), i64::from(part)));
        return (of, text.to_vec());
    }
    let options = (
        deliver.number(tag::SAR_MSG_REF_NUM),
        deliver.number(tag::SAR_TOTAL_SEGMENTS),
        deliver.number(tag::SAR_SEGMENT_SEQNUM),
    );
    let of = match options {
        (Some(reference), Some(parts), Some(part)) if is_part(parts, part) => {
            Some((whole("sar", reference, parts), i64::from(part)))
        }
        _ => None,
    };
    (of, deliver.text.clone())
}

/// Reference, parts, part: from the elements of a header (3GPP TS 23.040, 9.2.3.24).
fn concatenation(mut header: &[u8]) -> Option<(u32, u32, u32)> {
    while let [kind, length, rest @ ..] = header {
        let (value, after) = rest.split_at_checked(usize::from(*length))?;
        match (kind, value) {
            (0, [reference, parts, part]) => {
                return Some((u32::from(*reference), u32::from(*parts), u32::from(*part)));
            }
            (8, [high, low, parts, part]) => {
                let reference = u32::from(u16::from_be_bytes([*high, *low]));
                return Some((reference, u32::from(*parts), u32::from(*part)));
            }
            _ => header = after,
        }
    }
    None
}

fn decoded(bytes: &[u8], data_coding: u8, default: DefaultAlphabet) -> String {
    match (data_coding, default) {
        (8, _) => {
            let units: Vec<u16> =
                bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        (0, DefaultAlphabet::Gsm7) => gsm7::decode(bytes),
        // Latin-1, and what else fits in bytes.
        _ => bytes.iter().copied().map(char::from).collect(),
    }
}

async fn note(
    ctx: &Ctx,
    channel: &Channel,
    settings: &Settings,
    receipt: &receipt::Receipt,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let name = settings.ids.as_submitted(&receipt.id);
    let write = |tx: &Tx| {
        let error = receipt.error.as_deref();
        let message = store::set_part_state(tx, channel.id, &name, receipt.state, error, now)?;
        message.map_or(Ok(()), |message| settle(tx, channel.id, message, now))
    };
    ctx.customers.db.write(write).await
}

/// What the parts tell of the whole message.
pub fn settle(tx: &Tx, channel: ChannelId, message: MessageId, now: Time) -> Result<()> {
    let parts = store::parts(tx, message)?;
    if let Some((state, error)) = folded(&parts) {
        let report = Report { about: Reported::Message(message), state, at: now, error };
        report_in(tx, channel, &report, now)?;
    }
    Ok(())
}

/// Hands over what waited long enough for its missing parts, and forgets receipts that are not ours.
pub async fn clean_up(ctx: &Ctx, channel: &Arc<Channel>, settings: &Settings) -> Result<()> {
    let now = ctx.customers.clock.now();
    let read = |tx: &Tx| {
        let stale = store::stale_wholes(tx, now.minus(FRAGMENTS_KEPT))?;
        let ours = stale.into_iter().filter(|of| of.channel == channel.id);
        ours.map(|of| Ok((store::fragments(tx, &of)?, of))).collect::<Result<Vec<_>>>()
    };
    for (there, of) in ctx.customers.db.read(read).await? {
        take_fragments(ctx, channel, settings, &of, &there).await?;
    }
    ctx.customers.db.write(|tx| store::delete_strangers(tx, now.minus(STRANGERS_KEPT))).await
}
