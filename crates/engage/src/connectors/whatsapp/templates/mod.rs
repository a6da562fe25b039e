//! Texts that Meta approved beforehand: all that may be sent once the customer's last word is older than a day.
//!
//! The approved ones are fetched from the account and kept, so that the composer shows them at once; anew each hour and
//! when staff ask. One whose gaps we cannot fill by typing (a picture above, a link with a gap) is not offered.
//!
//! Start reading at [`Template::read`] (pure) and [`send`].

pub mod store;

use std::time::Duration;

use customers::accounts::{Permit, may};
use customers::channels::ChannelId;
use kit::{Error, Result, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::Settings;
use crate::Ctx;
use crate::connectors::meta::{self, each, text};
use crate::connectors::{Link, Provider, link};
use crate::conversations::{self, ConversationId, Message, MessageId, NewReply};

const FETCH_EVERY: Duration = Duration::from_secs(3_600);
const PAGES_MAX: usize = 20;
/// The longest text for one gap.
const VALUE_CHARS_MAX: usize = 1_000;

/// An approved text with gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub name: String,
    /// As Meta writes it: `pl`, `en_US`.
    pub language: String,
    pub category: String,
    pub header: String,
    pub body: String,
    pub footer: String,
    /// The names of the gaps, as they stand in the body: `1`, `2` or words.
    pub variables: Vec<String>,
}

/// A template with its gaps filled, as it stands in a message's details.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    pub name: String,
    pub language: String,
    /// Each gap's name and what fills it.
    pub values: Vec<(String, String)>,
}

impl Template {
    /// As the Graph API lists it; none of what is not approved or cannot be filled by typing.
    pub fn read(value: &Value) -> Option<Template> {
        if text(value, "/status")? != "APPROVED" {
            return None;
        }
        let mut template = Template {
            name: text(value, "/name")?.into(),
            language: text(value, "/language")?.into(),
            category: text(value, "/category").unwrap_or_default().to_lowercase(),
            header: String::new(),
            body: String::new(),
            footer: String::new(),
            variables: Vec::new(),
        };
        for component in each(value, "components") {
            let words = text(component, "/text").unwrap_or_default();
            match text(component, "/type")? {
                "HEADER"
                    if text(component, "/format") == Some("TEXT") && gaps(words).is_empty() =>
                {
                    template.header = words.into();
                }
                "BODY" => template.body = words.into(),
                "FOOTER" => template.footer = words.into(),
                "BUTTONS" if is_fixed(component) => {}
                _ => return None,
            }
        }
        template.variables = gaps(&template.body);
        (!template.body.is_empty()).then_some(template)
    }

    /// Fills the gaps, each with something.
    pub fn fill(&self, values: &[String]) -> Result<(Chosen, String)> {
        let bad = |detail: String| Err(Error::bad_input("template_gap", detail));
        let values: Vec<&str> = values.iter().map(|value| value.trim()).collect();
        if values.len() != self.variables.len() {
            return bad(format!("This template has {} gaps.", self.variables.len()));
        }
        // Meta takes no line breaks or tabs in a gap, nor an empty one (error 132018).
        let is_bad = |value: &&&str| {
            value.is_empty()
                || value.contains(['\n', '\t'])
                || value.chars().count() > VALUE_CHARS_MAX
        };
        if values.iter().any(|value| is_bad(&value)) {
            return bad("Fill each gap of the template, on one line.".into());
        }
        let pairs = self.variables.iter().zip(&values);
        let values = pairs.map(|(gap, value)| (gap.clone(), (*value).to_string())).collect();
        let chosen = Chosen { name: self.name.clone(), language: self.language.clone(), values };
        let body = chosen.fill(&self.body);
        let parts = [self.header.as_str(), &body, &self.footer];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Ok((chosen, parts.join("\n\n")))
    }
}

impl Chosen {
    /// The text with its gaps filled. What fills one is not looked at again.
    fn fill(&self, text: &str) -> String {
        let mut pieces = text.split("{{");
        let mut filled = pieces.next().unwrap_or_default().to_string();
        for piece in pieces {
            let gap = piece.split_once("}}");
            let value = gap.and_then(|(gap, _)| self.values.iter().find(|(known, _)| known == gap));
            match (value, gap) {
                (Some((_, value)), Some((_, rest))) => filled.extend([value.as_str(), rest]),
                _ => filled.extend(["{{", piece]),
            }
        }
        filled
    }

    /// As `/messages` takes it.
    pub fn json(&self) -> Value {
        let is_named = |gap: &str| !gap.chars().all(|c| c.is_ascii_digit());
        let parameter = |(gap, value): &(String, String)| {
            let mut parameter = json!({ "type": "text", "text": value });
            if is_named(gap) {
                parameter["parameter_name"] = json!(gap);
            }
            parameter
        };
        let mut template = json!({ "name": self.name, "language": { "code": self.language } });
        if !self.values.is_empty() {
            let parameters: Vec<Value> = self.values.iter().map(parameter).collect();
            template["components"] = json!([{ "type": "body", "parameters": parameters }]);
        }
        template
    }
}

/// `{{1}}` and `{{order_number}}`, each once, in the order of their numbers or of the text.
fn gaps(text: &str) -> Vec<String> {
    let mut gaps: Vec<String> = Vec::new();
    for piece in text.split("{{").skip(1) {
        let Some((gap, _)) = piece.split_once("}}") else { continue };
        if !gaps.iter().any(|known| known == gap) {
            gaps.push(gap.to_string());
        }
    }
    let number = |gap: &String| gap.parse::<u32>().ok();
    if gaps.iter().all(|gap| number(gap).is_some()) {
        gaps.sort_by_key(number);
    }
    gaps
}

/// No button of these needs anything when it is sent.
fn is_fixed(buttons: &Value) -> bool {
    let needs_nothing = |button: &Value| match text(button, "/type") {
        Some("QUICK_REPLY" | "PHONE_NUMBER" | "REQUEST_CONTACT_INFO") => true,
        Some("URL") => gaps(text(button, "/url").unwrap_or_default()).is_empty(),
        _ => false,
    };
    each(buttons, "buttons").all(needs_nothing)
}

/// The template that a message is, if it is one.
pub fn of_message(message: &Message) -> Option<Chosen> {
    let details: Value = serde_json::from_str(&message.details).ok()?;
    serde_json::from_value(details.get("template")?.clone()).ok()
}

/// Fetches the approved templates of a door's account anew; returns how many can be used.
pub async fn fetch(ctx: &Ctx, _: &Permit<may::Talk>, channel: ChannelId) -> Result<usize> {
    let found = ctx.customers.db.read(|tx| link::find_maybe(tx, &ctx.secrets, channel)).await?;
    let link = found.filter(|link| link.provider == Provider::Whatsapp);
    let link = link
        .ok_or_else(|| Error::conflict("door_not_connected", "The door is not connected yet."))?;
    let templates = list_at_meta(&link).await?;
    let now = ctx.customers.clock.now();
    ctx.customers.db.write(|tx: &Tx| store::replace(tx, channel, &templates, now)).await?;
    Ok(templates.len())
}

async fn list_at_meta(link: &Link) -> Result<Vec<Template>> {
    let settings = Settings::of(link)?;
    let first = settings.url(&format!(
        "{}/message_templates?status=APPROVED&limit=100&fields=name,language,status,category,components",
        settings.business_account_id
    ));
    let mut templates = Vec::new();
    let mut url = first.clone();
    for _ in 0..PAGES_MAX {
        let page = meta::get(link, &url).await?;
        templates.extend(each(&page, "data").filter_map(Template::read));
        let after = text(&page, "/paging/next").and(text(&page, "/paging/cursors/after"));
        let Some(after) = after else { return Ok(templates) };
        let after: String = form_urlencoded::byte_serialize(after.as_bytes()).collect();
        url = format!("{first}&after={after}");
    }
    Ok(templates)
}

/// Keeps a door's templates fresh, from the moment it is connected.
pub async fn keep(ctx: Ctx, channel: ChannelId, mut stop: watch::Receiver<bool>) -> Result<()> {
    loop {
        fetch(&ctx, &Permit::console(), channel).await?;
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return Ok(()),
            () = tokio::time::sleep(FETCH_EVERY) => {}
        }
    }
}

/// A template as somebody filled it in.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    pub channel: Option<ChannelId>,
    /// `kind:value`; that of the customer's last word here if none.
    pub address: Option<String>,
    pub name: String,
    pub language: String,
    pub values: Vec<String>,
    /// Two with the same key are one.
    pub key: Option<String>,
}

/// Sends a template in a conversation; it is recorded as the text that the customer reads.
pub async fn send(
    ctx: &Ctx,
    by: &Permit<may::Talk>,
    conversation: ConversationId,
    filled: &Filled,
) -> Result<MessageId> {
    let channel = filled.channel.ok_or_else(|| Error::not_found("door of this template"))?;
    let find = |tx: &Tx| store::find(tx, channel, &filled.name, &filled.language);
    let (chosen, body) = ctx.customers.db.read(find).await?.fill(&filled.values)?;
    let new = NewReply {
        channel_id: Some(channel),
        address: filled.address.clone(),
        body,
        key: filled.key.clone(),
        template: Some(json!(chosen)),
        ..NewReply::default()
    };
    conversations::reply(ctx, by, conversation, &new).await
}
