//! An SMS came in, by whichever way.

use std::sync::Arc;

use customers::channels::Channel;
use customers::identities::{Identity, Kind, normal};
use kit::{Result, Time};
use serde_json::Value;

use super::words;
use super::{Common, optout};
use crate::Ctx;
use crate::connectors::{Arrival, arrive};
use crate::conversations::{Inbound, Sender};

/// An SMS as its way understood it.
#[derive(Clone, Debug)]
pub struct Sms {
    /// The provider's name for it.
    pub id: String,
    pub from: String,
    pub text: String,
    pub at: Time,
    pub details: Value,
    /// The provider has confirmed an opt-out word itself.
    pub is_answered: bool,
}

/// Records it, and heeds an opt-out word. Whoever brings it may bring it again until this succeeds.
pub async fn take(ctx: &Ctx, channel: &Arc<Channel>, common: &Common, sms: &Sms) -> Result<()> {
    let number = number_of(&sms.from, common.region.as_deref());
    let inbound = Inbound {
        provider_id: sms.id.clone(),
        sender: sender(&sms.from, number.as_ref()),
        at: sms.at,
        body: sms.text.clone(),
        details: Some(sms.details.to_string()),
        ..Inbound::default()
    };
    let received = arrive(ctx, channel, vec![Arrival::Message(Box::new(inbound))]).await?;
    if let (Some(received), Some(number), Some(word)) =
        (received.first(), number, words::meant(&sms.text))
    {
        let message = received.message_id;
        optout::heed(ctx, channel, message, &number, word, sms.is_answered).await?;
    }
    Ok(())
}

/// The network vouches for a number. A name or a short code is nobody's telephone, and cannot be answered.
fn sender(from: &str, number: Option<&Identity>) -> Sender {
    match number {
        Some(number) => Sender {
            proven: vec![number.clone()],
            address: Some(format!("phone:{}", number.value)),
            ..Sender::default()
        },
        None => Sender {
            device: Some(format!("sms:{from}")),
            name: Some(from.to_string()),
            ..Sender::default()
        },
    }
}

/// Some centres leave out the plus of an international number.
pub fn number_of(text: &str, region: Option<&str>) -> Option<Identity> {
    let kind: Kind = "phone".parse().ok()?;
    let normal =
        |raw: &str| normal::normalise(&kind, raw, region).ok().map(|value| value.into_owned());
    let value = normal(text).or_else(|| normal(&format!("+{text}")))?;
    Some(Identity::new(kind, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, region: Option<&str>, expected: Option<&str>) {
        let number = number_of(text, region).map(|number| number.value);
        assert_eq!(number.as_deref(), expected, "{text}");
    }

    #[test]
    fn whose_number_it_is() {
        check("+48601234567", None, Some("+48601234567"));
        check("48601234567", None, Some("+48601234567"));
        check("601234567", Some("PL"), Some("+48601234567"));
        check("7123", None, None);
        check("InPost", Some("PL"), None);
    }
}
