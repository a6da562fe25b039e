//! Files that a provider keeps for us: fetched after the message is recorded, so that a slow one holds up no message.
//!
//! A file that cannot be fetched for good is told of on its message.

use customers::channels::ChannelId;
use kit::jobs::{self, ATTEMPTS_MAX, Job, NewJob, Outcome};
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::{Link, Provider, link, media_type, messenger, telegram, whatsapp};
use crate::Ctx;
use crate::conversations::{
    FILES_BYTES_MAX, MessageId, NewAttachment, RemoteFile, State, is_taken_back, store,
};

/// The kind of the jobs that fetch a file.
pub const FETCH: &str = "fetch_file";

#[derive(Serialize, Deserialize)]
struct Body {
    channel: ChannelId,
    message: MessageId,
    file: RemoteFile,
}

/// What became of a try to fetch.
pub enum Fetched {
    Content(Vec<u8>),
    /// Not now.
    Later {
        after: Option<i64>,
        error: String,
    },
    /// Never.
    Gone {
        error: String,
    },
}

/// Writes the job that fetches a file of a message.
pub fn enqueue(
    tx: &Tx,
    channel: ChannelId,
    message: MessageId,
    file: &RemoteFile,
    now: Time,
) -> Result<()> {
    let queue = format!("files/{channel}");
    let body = Body { channel, message, file: file.clone() };
    let body = serde_json::to_string(&body).map_err(Error::internal)?;
    let key = message.to_string();
    let job = NewJob { queue: &queue, kind: FETCH, key: &key, body: &body, due_at: now };
    jobs::enqueue(tx, &job, now).map(drop)
}

/// Does one job of the kind [`FETCH`].
pub async fn fetch_job(ctx: &Ctx, job: &Job) -> Outcome {
    try_fetch(ctx, job).await.unwrap_or_else(Outcome::from)
}

async fn try_fetch(ctx: &Ctx, job: &Job) -> Result<Outcome> {
    let Body { channel, message, file } =
        serde_json::from_str(&job.body).map_err(Error::internal)?;
    let load = |tx: &Tx| {
        let has_it = |name: &str| -> Result<bool> {
            Ok(store::attachments(tx, &[message])?.iter().any(|known| known.name == name))
        };
        // Erased or taken back meanwhile, or fetched already and only the job's end was not written down.
        let found = store::find_message_maybe(tx, message)?;
        if found.is_none_or(|found| is_taken_back(&found)) || has_it(&file.name)? {
            return Ok(None);
        }
        link::find_maybe(tx, &ctx.secrets, channel)
    };
    let Some(link) = ctx.customers.db.read(load).await? else { return Ok(Outcome::Done) };
    let fetched = fetch(&link, &file).await;
    let now = ctx.customers.clock.now();
    let (content, error) = match fetched {
        Fetched::Content(content) if content.len() > FILES_BYTES_MAX => {
            (None, format!("it has more than {} MB", FILES_BYTES_MAX / 1024 / 1024))
        }
        Fetched::Content(content) => (Some(content), String::new()),
        Fetched::Gone { error } => (None, error),
        Fetched::Later { error, .. } if job.attempts + 1 >= ATTEMPTS_MAX => (None, error),
        Fetched::Later { after, error } => return Ok(Outcome::Later { after, error }),
    };
    let write = |tx: &Tx| {
        let Some(found) = store::find_message_maybe(tx, message)? else { return Ok(()) };
        if is_taken_back(&found) {
            return Ok(());
        }
        let RemoteFile { name, media_type, .. } = file.clone();
        let told = match &content {
            Some(content) => {
                let content = content.clone();
                let media_type = media_type::of(&content, &media_type);
                let new = NewAttachment { name, media_type, content_id: None, content };
                store::insert_attachment(tx, found.customer_id, message, &new, now)?;
                found.error
            }
            None => Some(format!("The file “{name}” could not be fetched: {error}.")),
        };
        store::set_state(tx, message, State::Received, now, told.as_deref())?;
        store::touch(tx, found.conversation_id, now)
    };
    ctx.customers.db.write(write).await?;
    Ok(Outcome::Done)
}

async fn fetch(link: &Link, file: &RemoteFile) -> Fetched {
    match link.provider {
        Provider::Whatsapp => whatsapp::fetch(link, file).await,
        Provider::Telegram => telegram::fetch(link, file).await,
        Provider::Messenger | Provider::Instagram => messenger::fetch(file).await,
        // Connected anew by another, who has no such file.
        _ => Fetched::Gone { error: "the door is connected otherwise now".into() },
    }
}
