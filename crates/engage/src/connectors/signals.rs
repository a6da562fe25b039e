//! What a customer sees in their messenger before an answer comes: their message was read, somebody is writing.
//!
//! A door does so only where staff have chosen it. It is a courtesy: nothing waits for it, nothing is tried again, and what
//! goes wrong is nobody's trouble.

use customers::channels::{Channel, store as channels};
use kit::{Result, Tx};
use serde_json::{Value, json};

use super::{Link, Provider, http, link, messenger, meta, telegram, whatsapp};
use crate::Ctx;
use crate::conversations::{ConversationId, Message, MessageId, store};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    Read,
    Typing,
}

/// Tells it without waiting for anybody.
pub fn tell_soon(ctx: &Ctx, conversation: ConversationId, signal: Signal) {
    let ctx = ctx.clone();
    tokio::spawn(async move {
        if let Err(error) = tell(&ctx, conversation, signal).await {
            tracing::debug!(%conversation, %error, "a customer does not see that we are at it");
        }
    });
}

/// Tells whoever waits in this conversation.
pub async fn tell(ctx: &Ctx, conversation: ConversationId, signal: Signal) -> Result<()> {
    let read = |tx: &Tx| waiting(ctx, tx, conversation);
    let Some(Waiting { link, to, name }) = ctx.customers.db.read(read).await? else {
        return Ok(());
    };
    match link.provider {
        Provider::Whatsapp => {
            post(&link, &whatsapp::signal_url(&link)?, of_whatsapp(&name, signal)).await
        }
        Provider::Messenger | Provider::Instagram => {
            post(&link, &messenger::signal_url(&link)?, of_messenger(&to, signal)).await
        }
        Provider::Telegram if signal == Signal::Typing => telegram::say_typing(&link, &to).await,
        _ => Ok(()),
    }
}

/// Who waits for an answer by a door that shows such things.
struct Waiting {
    link: Link,
    to: String,
    /// How the provider calls the newest message.
    name: String,
}

fn waiting(ctx: &Ctx, tx: &Tx, conversation: ConversationId) -> Result<Option<Waiting>> {
    let root = store::find(tx, store::find(tx, conversation)?.root_id)?;
    if root.waiting_since.is_none() {
        return Ok(None);
    }
    let door: Channel = channels::find(tx, root.last_channel_id)?;
    if door.disabled_at.is_some()
        || link::setting_maybe(tx, door.id, "signals")?.as_deref() != Some("yes")
    {
        return Ok(None);
    }
    let parts: Vec<ConversationId> =
        store::parts(tx, root.id)?.iter().map(|part| part.id).collect();
    let newest = store::newest_inbound(tx, &parts, door.id)?;
    let Some(Message { id, address: Some(address), .. }) = newest else { return Ok(None) };
    let link = link::find_maybe(tx, &ctx.secrets, door.id)?;
    let to = address.split_once(':').map_or(String::new(), |(_, value)| value.to_string());
    let name = name_of(tx, id)?;
    Ok(link.zip(name).map(|(link, name)| Waiting { link, to, name }))
}

fn name_of(tx: &Tx, id: MessageId) -> Result<Option<String>> {
    Ok(store::names_of(tx, id)?.into_iter().next())
}

/// Read, and with it that somebody writes (“Typing indicators”, 2025-10-21).
fn of_whatsapp(name: &str, signal: Signal) -> Value {
    let mut body = json!({ "messaging_product": "whatsapp", "status": "read", "message_id": name });
    if signal == Signal::Typing {
        body["typing_indicator"] = json!({ "type": "text" });
    }
    body
}

fn of_messenger(to: &str, signal: Signal) -> Value {
    let action = match signal {
        Signal::Read => "mark_seen",
        Signal::Typing => "typing_on",
    };
    json!({ "recipient": { "id": to }, "sender_action": action })
}

async fn post(link: &Link, url: &str, body: Value) -> Result<()> {
    let token = http::bearer(link.secret("access_token")?);
    match http::post_json(url, &[token], &body).await {
        Ok(answer) if answer.is_success() => Ok(()),
        Ok(answer) => {
            let words = meta::errors::read(&answer).words();
            Err(kit::Error::conflict("signal_refused", words))
        }
        Err(failure) => Err(kit::Error::conflict("signal_lost", String::from(failure))),
    }
}
