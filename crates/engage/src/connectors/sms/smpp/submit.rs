//! A message goes out by SMPP, part by part.

use std::time::Duration;

use kit::Tx;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep, timeout};

use super::super::segments::{self, Alphabet};
use super::super::{gsm7, ours, ready, store, unknown};
use super::pdu::{Address, Submit};
use super::session::{Ask, status};
use super::{DefaultAlphabet, Settings};
use crate::Ctx;
use crate::connectors::{Outgoing, Sent};
use crate::conversations::{MessageId, State};

/// How long a centre may think about one SMS.
const ANSWER_MAX: Duration = Duration::from_secs(12);
/// A centre that says “slower” is asked again within one try, so long as the job's time allows.
const PATIENCE: Duration = Duration::from_secs(20);
const SLOWER: Duration = Duration::from_millis(500);

/// Sends the parts that the centre does not have yet.
pub async fn send(ctx: &Ctx, out: &Outgoing) -> Sent {
    match try_send(ctx, out).await {
        Ok(names) => Sent::Accepted { names, state: State::Sent },
        Err(sent) => sent,
    }
}

async fn try_send(ctx: &Ctx, out: &Outgoing) -> Result<Vec<String>, Sent> {
    let settings: Settings =
        out.link.settings().map_err(|error| Sent::Refused { error: error.detail })?;
    let text = ready(ctx, out, &settings.common).await?;
    let Some(session) = ctx.smpp.find(out.channel.id) else {
        return Err(Sent::Down { error: "There is no session with the message centre.".into() });
    };
    let message = out.message.id;
    let submits = submits(&settings, &out.to, &text, message);
    let read = |tx: &Tx| store::parts(tx, message);
    let known = ctx.customers.db.read(read).await.map_err(|error| ours(&error))?;
    let total = submits.len() as i64;
    let mut names = Vec::new();
    let give_up = Instant::now() + PATIENCE;
    for (part, submit) in (1_i64..).zip(submits) {
        if let Some(known) = known.iter().find(|known| known.part == part) {
            names.push(known.name.clone());
            continue;
        }
        let name = settings.ids.key(&submit_one(&session, out, &submit, give_up).await?);
        let now = ctx.customers.clock.now();
        let note = |tx: &Tx| {
            store::insert_part(tx, out.channel.id, &name, message, (part, total), now)?;
            super::deliver::settle(tx, out.channel.id, message, now)
        };
        ctx.customers.db.write(note).await.map_err(|error| ours(&error))?;
        names.push(name);
    }
    Ok(names)
}

/// The centre's name for one part, once it has taken it over.
async fn submit_one(
    session: &mpsc::Sender<Ask>,
    out: &Outgoing,
    submit: &Submit,
    give_up: Instant,
) -> Result<String, Sent> {
    loop {
        let (answer, answered) = oneshot::channel();
        let ask = Ask { body: submit.encode(), answer };
        if session.send(ask).await.is_err() {
            return Err(Sent::Down { error: "The session with the message centre ended.".into() });
        }
        let answer = match timeout(ANSWER_MAX, answered).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => return Err(unknown(out, "the line broke before the centre answered")),
            Err(_) => return Err(unknown(out, "the centre did not answer")),
        };
        let is_throttled = matches!(answer.status, status::THROTTLED | status::QUEUE_FULL);
        if is_throttled && Instant::now() + SLOWER < give_up {
            sleep(SLOWER).await;
            continue;
        }
        if answer.status != status::OK {
            return Err(refused(answer.status));
        }
        return answer.submitted_id().map_err(|error| unknown(out, &error.detail));
    }
}

/// By its class; people see the number, since centres differ.
fn refused(code: u32) -> Sent {
    let error = format!("The message centre answered 0x{code:x}");
    match code {
        status::THROTTLED | status::QUEUE_FULL => {
            Sent::Down { error: format!("{error}: too many messages.") }
        }
        status::BIND_STATUS => Sent::Down { error: format!("{error}: the session ended.") },
        status::SYSTEM_ERROR | status::SUBMIT_FAILED | status::LATER | status::VENDOR.. => {
            Sent::Later { after: None, error: format!("{error}.") }
        }
        status::BAD_DESTINATION => Sent::Refused { error: format!("{error}: no such number.") },
        status::BAD_SOURCE => Sent::Refused { error: format!("{error}: our number is refused.") },
        _ => Sent::Refused { error: format!("{error}.") },
    }
}

/// The parts as the centre gets them: the same bytes in every try.
fn submits(settings: &Settings, to: &str, text: &str, message: MessageId) -> Vec<Submit> {
    let segments = segments::split(text);
    let total = segments.parts.len();
    let reference = reference(message);
    let submit = |(part, text): (u8, &String)| {
        let header = match total {
            1 => Vec::new(),
            // 3GPP TS 23.040, 9.2.3.24.1: concatenated, an 8-bit reference.
            _ => vec![5, 0, 3, reference as u8, total as u8, part],
        };
        let (data_coding, text) = encoded(text, segments.alphabet, settings.default_alphabet);
        let (from, to) = (Address::of(&settings.from), Address::of(to));
        Submit { from, to, data_coding, header, text, reference }
    };
    (1_u8..).zip(&segments.parts).map(submit).collect()
}

fn encoded(text: &str, alphabet: Alphabet, default: DefaultAlphabet) -> (u8, Vec<u8>) {
    let plain = match default {
        DefaultAlphabet::Gsm7 => gsm7::encode(text),
        DefaultAlphabet::Latin1 => text.chars().map(|c| u8::try_from(c).ok()).collect(),
    };
    match (alphabet, plain) {
        (Alphabet::Gsm7, Some(bytes)) => (0, bytes),
        _ => (8, text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    }
}

/// From the random end of the id: the same in each try, another in each message.
fn reference(message: MessageId) -> u16 {
    u16::from_be_bytes([message.0[14], message.0[15]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_carry_one_reference_and_fit_an_sms() {
        let settings: Settings = serde_json::from_value(serde_json::json!({
            "host": "127.0.0.1", "port": 2775, "system_id": "shop", "from": "Kubek",
        }))
        .unwrap();
        let text = "Dzień dobry, ".repeat(10);
        let message = MessageId([7; 16]);
        let submits = submits(&settings, "+48601234567", &text, message);
        let headers: Vec<_> = submits.iter().map(|submit| submit.header.clone()).collect();
        assert_eq!(headers, [[5, 0, 3, 7, 2, 1], [5, 0, 3, 7, 2, 2]]);
        assert!(submits.iter().all(|submit| submit.header.len() + submit.text.len() <= 140));
        assert!(submits.iter().all(|submit| submit.data_coding == 8));
        let latin = encoded("café", Alphabet::Gsm7, DefaultAlphabet::Latin1);
        assert_eq!(latin, (0, b"caf\xe9".to_vec()));
    }

    #[test]
    fn what_a_status_means() {
        assert!(matches!(refused(status::BAD_DESTINATION), Sent::Refused { .. }));
        assert!(matches!(refused(status::THROTTLED), Sent::Down { .. }));
        assert!(matches!(refused(status::LATER), Sent::Later { .. }));
        assert!(matches!(refused(0x401), Sent::Later { .. }));
        assert!(matches!(refused(0x66), Sent::Refused { .. }));
    }
}
