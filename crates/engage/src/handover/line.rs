//! What the receiving door knows, in one line.

use std::sync::{Arc, LazyLock};

use customers::channels::{ChannelKind, store as channels};
use customers::identities::graph;
use kit::i18n::{Arg, Catalogue, Lang, Tr};
use kit::{Result, Time, Tx};

use super::rules::{Told, told};
use super::{HandOver, MadeBy};
use crate::conversations::store as conversations;
use crate::conversations::{Conversation, ConversationId};

/// Of the customer's question.
const TOPIC_CHARS_MAX: usize = 80;

static CATALOGUE: LazyLock<Arc<Catalogue>> =
    LazyLock::new(|| Arc::new(Catalogue::new(&crate::LOCALES)));

/// Where the conversation was, when, and what it was about as far as that may be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    pub door: ChannelKind,
    pub at: Time,
    pub now: Time,
    /// The customer's own words.
    pub topic: Option<String>,
}

pub fn known(tx: &Tx, hand_over: &HandOver, root: &Conversation, now: Time) -> Result<Known> {
    // Others who take part are not quoted.
    let customer = graph::root(tx, hand_over.customer_id)?;
    let mut parts: Vec<ConversationId> = Vec::new();
    for part in conversations::parts(tx, root.id)? {
        if graph::root(tx, part.customer_id)? == customer {
            parts.push(part.id);
        }
    }
    let door = channels::find(tx, hand_over.channel_id)?.kind;
    let asked = conversations::newest_inbound(tx, &parts, hand_over.channel_id)?
        .filter(|message| message.at <= hand_over.made_at);
    let at = asked.as_ref().map_or(hand_over.made_at, |message| message.at);
    let words = asked.map(|message| match message.subject {
        Some(subject) if message.body.trim().is_empty() => subject,
        _ => message.body,
    });
    let topic =
        words.filter(|_| told(hand_over) == Told::Topic).and_then(|words| first_line(&words));
    Ok(Known { door, at, now, topic })
}

fn first_line(words: &str) -> Option<String> {
    let line = words.lines().map(str::trim).find(|line| !line.is_empty())?;
    Some(kit::text::clip(line, TOPIC_CHARS_MAX).into_owned())
}

/// “We go on from the web chat (5 min ago). You asked there: “Where is order 1042?””
pub fn say(lang: Lang, known: &Known) -> String {
    let tr = reader(lang);
    let from = Arg::Key(place_of(known.door));
    let ago = Arg::Text(tr.ago(known.now, known.at));
    match &known.topic {
        Some(topic) => {
            let args = [("from", from), ("ago", ago), ("topic", Arg::Text(topic.clone()))];
            tr.with("hand-over-goes-on-topic", &args)
        }
        None => tr.with("hand-over-goes-on", &[("from", from), ("ago", ago)]),
    }
}

/// What is sent to an address: a link that anybody may see, the code, and until when.
pub(super) fn letter(
    made_by: MadeBy,
    lang: Lang,
    url: Option<&str>,
    code: &str,
) -> (String, String) {
    let tr = reader(lang);
    let key = match made_by {
        MadeBy::Customer => "hand-over-letter-asked",
        MadeBy::Staff | MadeBy::Server => "hand-over-letter",
    };
    let code = Arg::Text(code.into());
    let body = match url {
        Some(url) => {
            let link =
                tr.with("hand-over-letter-link", &[("url", Arg::Text(url.into())), ("code", code)]);
            format!("{}\n\n{link}", tr.t(key))
        }
        None => format!("{}\n\n{}", tr.t(key), tr.with("hand-over-letter-code", &[("code", code)])),
    };
    (tr.t("hand-over-letter-subject"), body)
}

/// A text of this crate for a customer.
pub(crate) fn reader(lang: Lang) -> Tr {
    Tr::new(&CATALOGUE, lang, jiff::tz::TimeZone::UTC)
}

fn place_of(kind: ChannelKind) -> &'static str {
    match kind {
        ChannelKind::Chat | ChannelKind::Web | ChannelKind::App => "hand-over-from-chat",
        ChannelKind::Email => "hand-over-from-email",
        ChannelKind::Sms => "hand-over-from-sms",
        ChannelKind::Whatsapp => "hand-over-from-whatsapp",
        ChannelKind::Messenger => "hand-over-from-messenger",
        ChannelKind::Instagram => "hand-over-from-instagram",
        ChannelKind::Telegram => "hand-over-from-telegram",
        ChannelKind::Phone => "hand-over-from-phone",
        ChannelKind::Store => "hand-over-from-store",
        ChannelKind::Form => "hand-over-from-form",
        _ => "hand-over-from-elsewhere",
    }
}
