//! What the widget asks of us.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State as With};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use customers::identities::normal::normalise;
use customers::identities::{Identity, Kind, store as identities};
use kit::time::days;
use kit::{Error, Result, Time, Tx};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::limits::Deed;
use super::live::{Signal, topic};
use super::page::{self, Made, Shown};
use super::session::Session;
use super::store as shown;
use super::visit::{Visit, of_account, of_visit};
use super::{Chat, files, live};
use crate::choices::rules::payload;
use crate::conversations::{
    self, AttachmentId, ConversationId, Inbound, MessageId, Report, Reported, Sender, State, store,
};
use crate::handover;

pub const TEXT_LENGTH_MAX: usize = 4_000;
/// How long a browser may have kept what was written while it was offline.
const KEPT_MAX: i64 = days(7);

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct New {
    /// Made by the browser, 16 to 64 letters: nobody else can know it.
    id: String,
    text: String,
    anonymous_id: String,
    /// When it was written.
    at: Option<Time>,
    /// As the visitor says.
    name: Option<String>,
    email: Option<String>,
    /// The page on which it was written.
    page: Option<String>,
    #[serde(default)]
    files: Vec<files::Sent>,
    /// Of a hand-over, when the page was opened by one.
    code: Option<String>,
    /// What was pressed below a message.
    choice: Option<Pressed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pressed {
    message: MessageId,
    id: String,
}

#[derive(Serialize)]
struct Taken {
    id: MessageId,
    conversation: ConversationId,
    session: String,
    at: Time,
}

pub(super) fn json_of<T: DeserializeOwned>(body: &Bytes) -> Result<T> {
    let bad = |error| Error::bad_input("bad_json", format!("The body: {error}."));
    serde_json::from_slice(body).map_err(bad)
}

pub async fn create_message(
    With(chat): With<Chat>,
    visit: Visit,
    body: Bytes,
) -> Result<(StatusCode, Json<impl Serialize>)> {
    let ctx = &chat.ctx;
    let now = ctx.customers.clock.now();
    chat.limits.take_from(Deed::MessageFromAddress, visit.from, now)?;
    let new: New = json_of(&body)?;
    check(&new)?;
    let name = format!("chat:{}", new.id);
    let channel = &visit.door.channel;
    let session = session_of(&chat, &visit, &new, &name).await?;
    chat.limits.take(Deed::Message, &visit.counted(&session.device), now)?;
    let revealed = session.reveal(&ctx.secrets, channel.id)?;
    if let Some(known) = ctx.customers.db.read(|tx| known(tx, &visit, &name)).await? {
        return Ok((StatusCode::OK, Json(Taken { session: revealed, ..known })));
    }
    let at = new.at.filter(|at| *at <= now && now.since(*at) < KEPT_MAX).unwrap_or(now);
    let made = Made {
        key: new.id.clone(),
        visit: session.visit.clone(),
        device: session.device.clone(),
        page: new.page.clone(),
    };
    let inbound = Inbound {
        provider_id: name,
        sender: sender(&chat, &visit, &new, session),
        at,
        body: new.text.trim().to_string(),
        details: Some(serde_json::to_string(&made).map_err(Error::internal)?),
        attachments: files::of_base64(new.files)?,
        code: new.code,
        pressed: new.choice.map(|choice| payload(choice.message, &choice.id)),
        ..Inbound::default()
    };
    let received = conversations::receive(ctx, channel, &inbound).await?;
    let taken = Taken {
        id: received.message_id,
        conversation: received.conversation_id,
        session: revealed,
        at,
    };
    Ok((StatusCode::CREATED, Json(taken)))
}

fn check(new: &New) -> Result<()> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    if !(16..=64).contains(&new.id.len()) || !new.id.bytes().all(is_plain) {
        let detail = "`id` is 16 to 64 letters, digits, - or _, new for each message: a UUID does.";
        return Err(Error::bad_input("bad_message_id", detail));
    }
    if new.text.chars().count() > TEXT_LENGTH_MAX {
        let detail = format!("A message has at most {TEXT_LENGTH_MAX} characters.");
        return Err(Error::too_large("message_too_long", detail));
    }
    if new.text.trim().is_empty() && new.files.is_empty() {
        return Err(Error::bad_input("empty_message", "Write something, or attach a file."));
    }
    Ok(())
}

/// The session in which a message is said; a first message begins one. Its device is the page's own, unless somebody
/// has talked with that already: then this is somebody else who knows the device's id, or a browser that lost its
/// session, and stands for itself. (What is repeated because our answer got lost begins the same session again.)
async fn session_of(chat: &Chat, visit: &Visit, new: &New, name: &str) -> Result<Session> {
    if let Some(session) = &visit.session {
        return Ok(session.clone());
    }
    let read = |tx: &Tx| match store::named_maybe(tx, visit.door.channel.id, name)? {
        Some(named) => {
            let made = Made::of(&store::find_message(tx, named.message_id)?);
            Ok(made.map(|made| made.device))
        }
        None => device_maybe(tx, &new.anonymous_id),
    };
    let device = chat.ctx.customers.db.read(read).await?;
    let device = device.unwrap_or_else(|| format!("visit:{}", new.id));
    Ok(Session { visit: new.id.clone(), device, proof: None })
}

/// The page's own device, unless somebody has talked with it: knowing its id does not make one that somebody.
pub(super) fn device_maybe(tx: &Tx, anonymous_id: &str) -> Result<Option<String>> {
    let bad = |why| Error::bad_input("bad_anonymous_id", format!("`anonymousId`: {why}."));
    let device = normalise(&Kind::DEVICE, anonymous_id, None).map_err(bad)?;
    let leaf = identities::leaf_maybe(tx, &Identity::new(Kind::DEVICE, &*device))?;
    let is_taken = leaf.map_or(Ok(false), |leaf| shown::has_talked(tx, leaf))?;
    Ok((!is_taken).then(|| device.into_owned()))
}

/// The message that came before under this name; its session is left to the caller.
fn known(tx: &Tx, visit: &Visit, name: &str) -> Result<Option<Taken>> {
    let Some(named) = store::named_maybe(tx, visit.door.channel.id, name)? else { return Ok(None) };
    let message = store::find_message(tx, named.message_id)?;
    let conversation = store::find(tx, message.conversation_id)?.root_id;
    Ok(Some(Taken { id: message.id, conversation, session: String::new(), at: message.at }))
}

fn sender(chat: &Chat, visit: &Visit, new: &New, session: Session) -> Sender {
    let region = chat.ctx.customers.defaults.region.as_deref();
    let claimed = new.email.as_deref().and_then(|email| {
        let email = normalise(&Kind::EMAIL, email, region).ok()?.into_owned();
        Some(Identity::new(Kind::EMAIL, email))
    });
    let name = new.name.as_deref().map(|name| kit::text::clip(name.trim(), 100).into_owned());
    let said = Sender {
        address: Some(of_visit(&session.visit)),
        device: Some(session.device),
        claimed: claimed.into_iter().collect(),
        name: name.filter(|name| !name.is_empty()),
        ..Sender::default()
    };
    match &visit.vouched {
        Some(vouched) => Sender {
            account: Some(vouched.account.clone()),
            proven: vouched.proven.clone(),
            name: vouched.name.clone().or(said.name),
            // Not to the device: whoever sits there next is somebody else.
            address: Some(of_account(&vouched.account)),
            ..said
        },
        None => said,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct After {
    /// The id of the newest message that is there already.
    after: Option<String>,
}

impl After {
    fn message(&self) -> Result<MessageId> {
        self.after.as_deref().map_or(Ok(MessageId([0; 16])), str::parse)
    }
}

#[derive(Serialize)]
struct Page {
    messages: Vec<Shown>,
}

pub async fn list_messages(
    With(chat): With<Chat>,
    visit: Visit,
    Query(after): Query<After>,
) -> Result<Json<impl Serialize>> {
    visit.may_read(&chat)?;
    let after = after.message()?;
    let messages = chat.ctx.customers.db.read(|tx| page::after(tx, &visit, after)).await?;
    Ok(Json(Page { messages }))
}

pub async fn follow_messages(
    With(chat): With<Chat>,
    visit: Visit,
    headers: HeaderMap,
    Query(after): Query<After>,
) -> Result<Response> {
    visit.may_read(&chat)?;
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_string);
    let after = After { after: last.or(after.after) }.message()?;
    live::follow(chat, visit, after).await
}

/// Heard by whoever has the conversation open in the desk, for some seconds; kept nowhere.
pub async fn show_typing(With(chat): With<Chat>, visit: Visit) -> Result<StatusCode> {
    visit.may_read(&chat)?;
    let now = chat.ctx.customers.clock.now();
    for address in visit.addresses() {
        chat.limits.take(Deed::Typing, &visit.counted(&address), now)?;
        chat.live.tell(&topic(visit.door.channel.id, &address), Signal::VisitorTypes);
    }
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Confirmed {
    /// `delivered` where it was only received; else it was shown, and so `read`.
    state: Option<String>,
}

pub async fn confirm_messages(
    With(chat): With<Chat>,
    visit: Visit,
    body: Bytes,
) -> Result<StatusCode> {
    visit.may_read(&chat)?;
    let confirmed: Confirmed = json_of(&body)?;
    let state = match confirmed.state.as_deref() {
        Some("delivered") => State::Delivered,
        None | Some("read") => State::Read,
        Some(_) => {
            return Err(Error::bad_input("bad_state", "`state` is `delivered` or `read`."));
        }
    };
    let at = chat.ctx.customers.clock.now();
    for address in visit.addresses() {
        let report = Report { about: Reported::UpTo { address }, state, at, error: None };
        conversations::report(&chat.ctx, visit.door.channel.id, &report).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// What the widget must know before anybody has said anything.
pub async fn show_settings(With(chat): With<Chat>, visit: Visit) -> Result<Json<impl Serialize>> {
    let now = chat.ctx.customers.clock.now();
    let read = |tx: &Tx| {
        let online = visit.settings.is_somebody_there(tx, now)?;
        Ok((online, handover::sends_to(&chat.ctx, tx)?))
    };
    let (online, elsewhere) = chat.ctx.customers.db.read(read).await?;
    let limits =
        json!({ "text": TEXT_LENGTH_MAX, "files": files::COUNT_MAX, "bytes": files::BYTES_MAX });
    Ok(Json(json!({ "online": online, "limits": limits, "elsewhere": elsewhere })))
}

pub async fn show_file(
    With(chat): With<Chat>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Response> {
    visit.may_read(&chat)?;
    let id: AttachmentId = id.parse()?;
    let read = |tx: &Tx| {
        let message = shown::message_of_file(tx, id)?;
        let seen = match message {
            Some(id) => page::sees(tx, &visit, &store::find_message(tx, id)?)?,
            None => false,
        };
        // Of what is not theirs, they do not even learn that it is there.
        if seen { store::attachment(tx, id) } else { Err(Error::not_found(format!("file {id}"))) }
    };
    let file = chat.ctx.customers.db.read(read).await?;
    let headers = [
        (header::CONTENT_TYPE, file.media_type.as_str()),
        (header::CONTENT_DISPOSITION, "attachment"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "private, max-age=3600"),
    ];
    Ok((headers, file.content).into_response())
}
