//! What Twilio is told to do with a call, in its own language (TwiML): pure.

use customers::channels::ChannelId;

use super::{Settings, YesNo};

/// The longest message that somebody leaves.
const MESSAGE_SECONDS_MAX: u32 = 180;
/// What Twilio tells of each telephone that it dials.
const TOLD: &str = "initiated ringing answered completed";

/// Where Twilio tells of a call.
pub fn hook(settings: &Settings, door: ChannelId, call: &str, what: &str) -> String {
    let public = settings.public_url.trim_end_matches('/');
    format!("{public}/hooks/{door}/voice/{call}/{what}")
}

/// Rings all telephones of the shop; the first that answers has the call.
pub fn dial_shop(
    settings: &Settings,
    door: ChannelId,
    call: &str,
    telephones: &[String],
) -> String {
    let legs: String = telephones
        .iter()
        .map(|telephone| {
            let name: String = form_urlencoded::byte_serialize(telephone.as_bytes()).collect();
            let told_at = format!("{}?extension={name}", hook(settings, door, call, "leg"));
            leg(telephone, &told_at)
        })
        .collect();
    response(&dial(settings, door, call, "", &legs))
}

/// Once the agent has answered: rings the customer, who sees the shop's number.
pub fn dial_customer(settings: &Settings, door: ChannelId, call: &str, number: &str) -> String {
    let caller = format!(" callerId=\"{}\"", escape(&settings.number));
    let leg = leg(number, &hook(settings, door, call, "customer"));
    response(&dial(settings, door, call, &caller, &leg))
}

fn dial(settings: &Settings, door: ChannelId, call: &str, more: &str, legs: &str) -> String {
    let record = match settings.record {
        YesNo::No => String::new(),
        YesNo::Yes => format!(
            " record=\"record-from-answer-dual\" recordingStatusCallback=\"{}\"",
            escape(&hook(settings, door, call, "recording"))
        ),
    };
    let (seconds, then) = (settings.rings, escape(&hook(settings, door, call, "dialled")));
    format!("<Dial timeout=\"{seconds}\" action=\"{then}\"{more}{record}>{legs}</Dial>")
}

fn leg(telephone: &str, told_at: &str) -> String {
    let (tag, address) = match telephone.split_once(':') {
        Some(("sip" | "sips", _)) => ("Sip", telephone),
        Some(("client", name)) => ("Client", name),
        _ => ("Number", telephone),
    };
    let (told_at, address) = (escape(told_at), escape(address));
    format!("<{tag} statusCallback=\"{told_at}\" statusCallbackEvent=\"{TOLD}\">{address}</{tag}>")
}

/// Nobody answered: a machine listens.
pub fn take_message(settings: &Settings, door: ChannelId, call: &str) -> String {
    let said = settings.greeting.as_deref().unwrap_or_default();
    let said = if said.is_empty() { String::new() } else { format!("<Say>{}</Say>", escape(said)) };
    let told_at = escape(&hook(settings, door, call, "recording"));
    response(&format!(
        "{said}<Record maxLength=\"{MESSAGE_SECONDS_MAX}\" playBeep=\"true\" recordingStatusCallback=\"{told_at}\"/>"
    ))
}

pub fn hang_up() -> String {
    response("<Hangup/>")
}

fn response(verbs: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>{verbs}</Response>")
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}
