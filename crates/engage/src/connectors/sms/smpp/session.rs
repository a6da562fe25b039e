//! One session: it binds, keeps the line alive, sends what it is asked to, hands over what comes in.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use customers::channels::{self, Channel};
use kit::{Error, Result, Tx};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::{Instant, Interval, interval, sleep, sleep_until, timeout};

use super::pdu::{self, Deliver, Pdu, command};
use super::{Settings, deliver};
use crate::Ctx;
use crate::connectors::Link;

const CONNECT_MAX: Duration = Duration::from_secs(10);
/// Between two questions whether the other side is there; after twice as long without a word it is not.
const ENQUIRE_EVERY: Duration = Duration::from_secs(30);
const TICK: Duration = Duration::from_secs(1);
const PAUSE_MIN: Duration = Duration::from_secs(1);
const PAUSE_MAX: Duration = Duration::from_secs(60);
/// A centre that refuses the password locks an account which tries too often.
const PAUSE_REFUSED: Duration = Duration::from_secs(60);
/// How long submits may wait for their answers when we stop.
const GRACE: Duration = Duration::from_secs(3);

/// A submit for a session, and where its answer goes. No answer comes if the session breaks.
pub struct Ask {
    pub body: Vec<u8>,
    pub answer: oneshot::Sender<Pdu>,
}

/// Why a session ended.
enum End {
    Stopped,
    Broken(String),
    /// The centre does not let us in.
    NotBound(String),
}

impl From<Error> for End {
    fn from(error: Error) -> End {
        End::Broken(error.detail)
    }
}

impl From<std::io::Error> for End {
    fn from(error: std::io::Error) -> End {
        End::Broken(error.to_string())
    }
}

/// Keeps a door's session until it is asked to stop: binds again, after a pause that grows, whenever it breaks.
pub async fn run(ctx: &Ctx, link: &Link, mut stop: watch::Receiver<bool>) {
    let mut pause = PAUSE_MIN;
    while !*stop.borrow() {
        let started = Instant::now();
        let end = once(ctx, link, &mut stop).await;
        ctx.smpp.remove(link.channel_id);
        let wait = match end {
            Err(End::Stopped) | Ok(()) => return,
            Err(End::NotBound(error)) => {
                tracing::warn!(channel = %link.channel_id, error, "the message centre refuses us");
                PAUSE_REFUSED
            }
            Err(End::Broken(error)) => {
                tracing::warn!(channel = %link.channel_id, error, "the message centre is lost");
                let held = started.elapsed() > PAUSE_MAX;
                pause = if held { PAUSE_MIN } else { (pause * 2).min(PAUSE_MAX) };
                pause / 2
            }
        };
        tokio::select! {
            () = sleep(wait) => {}
            () = asked_to(&mut stop) => {}
        }
    }
}

async fn once(ctx: &Ctx, link: &Link, stop: &mut watch::Receiver<bool>) -> Result<(), End> {
    let settings: Settings = link.settings()?;
    let find = |tx: &Tx| channels::store::find(tx, link.channel_id);
    let channel = Arc::new(ctx.customers.db.read(find).await?);
    let connect = TcpStream::connect((settings.host.as_str(), settings.port));
    let stream = timeout(CONNECT_MAX, connect)
        .await
        .map_err(|_| End::Broken("no connection in time".into()))??;
    stream.set_nodelay(true)?;
    let (mut reader, mut writer) = stream.into_split();
    let password = link.secret("password")?;
    let body = pdu::bind(&settings.system_id, password, &settings.system_type);
    writer.write_all(&Pdu::new(command::BIND_TRANSCEIVER, 1, body).encode()).await?;
    let answer = timeout(CONNECT_MAX, read(&mut reader))
        .await
        .map_err(|_| End::Broken("no answer to the bind".into()))??;
    if answer.command != command::BIND_TRANSCEIVER | command::ANSWER || answer.status != 0 {
        return Err(End::NotBound(format!("bind status 0x{:x}", answer.status)));
    }
    tracing::info!(channel = %link.channel_id, centre = settings.host, "bound");
    let (ask, asks) = mpsc::channel(settings.window.max(1));
    ctx.smpp.put(link.channel_id, ask);
    let (heard, incoming) = mpsc::channel(64);
    let reading = tokio::spawn(async move {
        while let Ok(pdu) = read(&mut reader).await {
            if heard.send(pdu).await.is_err() {
                break;
            }
        }
    });
    let now = Instant::now();
    let session = Session {
        ctx,
        channel,
        settings: &settings,
        writer,
        incoming,
        asks,
        pending: HashMap::new(),
        sequence: 1,
        heard_at: now,
        enquired_at: now,
        free_at: now,
        ticks: interval(TICK),
    };
    let end = session.talk(stop).await;
    reading.abort();
    end
}

/// Waits until the server stops.
pub(super) async fn asked_to(stop: &mut watch::Receiver<bool>) {
    stop.wait_for(|stop| *stop).await.ok();
}

async fn read(reader: &mut OwnedReadHalf) -> Result<Pdu, End> {
    let mut start = [0; 4];
    reader.read_exact(&mut start).await?;
    let mut bytes = vec![0; Pdu::length(start)?];
    bytes[..4].copy_from_slice(&start);
    reader.read_exact(&mut bytes[4..]).await?;
    Ok(Pdu::decode(&bytes)?)
}

struct Session<'a> {
    ctx: &'a Ctx,
    channel: Arc<Channel>,
    settings: &'a Settings,
    writer: OwnedWriteHalf,
    incoming: mpsc::Receiver<Pdu>,
    asks: mpsc::Receiver<Ask>,
    /// Submits that wait for their answers.
    pending: HashMap<u32, oneshot::Sender<Pdu>>,
    sequence: u32,
    heard_at: Instant,
    enquired_at: Instant,
    /// When the next submit may go, by the door's limit.
    free_at: Instant,
    ticks: Interval,
}

impl Session<'_> {
    async fn talk(mut self, stop: &mut watch::Receiver<bool>) -> Result<(), End> {
        loop {
            let has_room = self.pending.len() < self.settings.window.max(1);
            let is_free = Instant::now() >= self.free_at;
            tokio::select! {
                pdu = self.incoming.recv() => match pdu {
                    Some(pdu) => self.hear(pdu).await?,
                    None => return Err(End::Broken("the centre hung up".into())),
                },
                Some(ask) = self.asks.recv(), if has_room && is_free => self.submit(ask).await?,
                () = sleep_until(self.free_at), if !is_free => {}
                _ = self.ticks.tick() => self.tick().await?,
                () = asked_to(stop) => break,
            }
        }
        self.say_goodbye().await
    }

    async fn submit(&mut self, ask: Ask) -> Result<(), End> {
        // Nobody waits for it any more: it will be asked for again.
        if ask.answer.is_closed() {
            return Ok(());
        }
        let sequence = self.next();
        self.pending.insert(sequence, ask.answer);
        let gap = Duration::from_secs(1) / self.settings.per_second.max(1);
        self.free_at = Instant::now() + gap;
        self.say(Pdu::new(command::SUBMIT_SM, sequence, ask.body)).await
    }

    /// Sequence numbers go from 1 to 0x7FFFFFFF, and begin again.
    fn next(&mut self) -> u32 {
        self.sequence = self.sequence % 0x7fff_ffff + 1;
        self.sequence
    }

    async fn say(&mut self, pdu: Pdu) -> Result<(), End> {
        let bytes = pdu.encode();
        timeout(CONNECT_MAX, self.writer.write_all(&bytes))
            .await
            .map_err(|_| End::Broken("the centre takes nothing".into()))?
            .map_err(End::from)
    }

    async fn hear(&mut self, pdu: Pdu) -> Result<(), End> {
        self.heard_at = Instant::now();
        match pdu.command {
            command::DELIVER_SM => {
                let status = self.take(&pdu).await;
                // An empty name, as the specification asks.
                self.say(pdu.answer(status, vec![0])).await
            }
            command::ENQUIRE_LINK => self.say(pdu.answer(status::OK, Vec::new())).await,
            command::UNBIND => {
                self.say(pdu.answer(status::OK, Vec::new())).await?;
                Err(End::Broken("the centre said goodbye".into()))
            }
            answer if answer & command::ANSWER != 0 => {
                if let Some(asked) = self.pending.remove(&pdu.sequence) {
                    // Whoever asked may have stopped waiting.
                    asked.send(pdu).ok();
                }
                Ok(())
            }
            _ => {
                let unknown = Pdu {
                    command: command::GENERIC_NACK,
                    status: status::BAD_COMMAND,
                    sequence: pdu.sequence,
                    body: Vec::new(),
                };
                self.say(unknown).await
            }
        }
    }

    /// The answer is written after the commit: what we could not record, the centre keeps.
    async fn take(&self, pdu: &Pdu) -> u32 {
        let taken = match Deliver::decode(&pdu.body) {
            Ok(deliver) => deliver::take(self.ctx, &self.channel, self.settings, &deliver).await,
            Err(error) => Err(error),
        };
        match taken {
            Ok(()) => status::OK,
            Err(error) => {
                tracing::error!(channel = %self.channel.id, %error, "an SMS could not be taken in");
                let is_theirs = matches!(error.kind, kit::error::Kind::BadInput);
                if is_theirs { status::NEVER } else { status::LATER }
            }
        }
    }

    async fn tick(&mut self) -> Result<(), End> {
        self.pending.retain(|_, asked| !asked.is_closed());
        if self.heard_at.elapsed() > 2 * ENQUIRE_EVERY {
            return Err(End::Broken("the centre has been silent".into()));
        }
        if self.enquired_at.elapsed() >= ENQUIRE_EVERY {
            self.enquired_at = Instant::now();
            let sequence = self.next();
            self.say(Pdu::new(command::ENQUIRE_LINK, sequence, Vec::new())).await?;
            deliver::clean_up(self.ctx, &self.channel, self.settings).await?;
        }
        Ok(())
    }

    /// What was submitted gets a moment to be answered: an answer that is lost means an SMS sent twice.
    async fn say_goodbye(mut self) -> Result<(), End> {
        self.ctx.smpp.remove(self.channel.id);
        self.asks.close();
        let until = Instant::now() + GRACE;
        while !self.pending.is_empty() && Instant::now() < until {
            tokio::select! {
                Some(pdu) = self.incoming.recv() => self.hear(pdu).await?,
                _ = self.ticks.tick() => self.pending.retain(|_, asked| !asked.is_closed()),
            }
        }
        let sequence = self.next();
        self.say(Pdu::new(command::UNBIND, sequence, Vec::new())).await?;
        Err(End::Stopped)
    }
}

/// What an answer says (specification, section 5.1.3).
pub mod status {
    pub const OK: u32 = 0;
    pub const BAD_COMMAND: u32 = 0x3;
    pub const QUEUE_FULL: u32 = 0x14;
    pub const BAD_SOURCE: u32 = 0xa;
    pub const BAD_DESTINATION: u32 = 0xb;
    pub const SYSTEM_ERROR: u32 = 0x8;
    pub const BIND_STATUS: u32 = 0x4;
    pub const SUBMIT_FAILED: u32 = 0x45;
    pub const THROTTLED: u32 = 0x58;
    /// A fault of the receiver that passes, and one that does not.
    pub const LATER: u32 = 0x64;
    pub const NEVER: u32 = 0x65;
    /// From here on each vendor says what it likes.
    pub const VENDOR: u32 = 0x400;
}
