//! A connection to the merchant's mailbox: IMAP (RFC 9051) with IDLE (RFC 2177). It only looks: the mailbox is opened
//! read-only (EXAMINE), so a mail that people have not read yet stays unread.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use async_imap::types::UnsolicitedResponse;
use async_imap::{Client, Session};
use futures_util::TryStreamExt;
use kit::{Error, Result, Time};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::pki_types::ServerName;

use super::{Settings, Tls, trust};
use crate::connectors::Link;

const TIME_MAX: Duration = Duration::from_secs(60);
/// Routers forget a connection that is silent for longer, and say so to nobody.
const IDLE_MAX: Duration = Duration::from_secs(9 * 60);
/// Where the server has no IDLE.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// What is larger is brought in cut, and the files that are cut say so.
const MAIL_BYTES_MAX: usize = 40 * 1024 * 1024;

/// What bytes go through: TLS or not.
trait Wire: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + fmt::Debug> Wire for T {}

/// An open INBOX.
pub struct Mailbox {
    /// Absent only while it idles, or after a failure there.
    session: Option<Session<Box<dyn Wire>>>,
    pub uid_validity: i64,
    /// The UID that the next mail will have at least.
    pub uid_next: i64,
    has_idle: bool,
}

/// One mail as it lies in the mailbox.
pub struct Mail {
    pub bytes: Vec<u8>,
    pub received_at: Time,
}

/// Whether the server lets us in and has an INBOX.
pub async fn test(link: &Link, settings: &Settings) -> Result<()> {
    let mut mailbox = Mailbox::open(link, settings).await?;
    if let Some(session) = &mut mailbox.session {
        session.logout().await.ok();
    }
    Ok(())
}

impl Mailbox {
    pub async fn open(link: &Link, settings: &Settings) -> Result<Mailbox> {
        let trusted = Arc::new(trust::of_mailbox(settings)?);
        let client = timed("imap_unreachable", connect(settings, &trusted)).await?;
        let password = link.secret("imap_password")?;
        let signing_in =
            async { client.login(&settings.imap_user, password).await.map_err(|(error, _)| error) };
        let mut session = timed("imap_refused", signing_in).await?;
        let capabilities = timed("imap_failed", session.capabilities()).await?;
        let inbox = timed("imap_failed", session.examine("INBOX")).await?;
        Ok(Mailbox {
            session: Some(session),
            uid_validity: i64::from(inbox.uid_validity.unwrap_or_default()),
            uid_next: i64::from(inbox.uid_next.unwrap_or_default()),
            has_idle: capabilities.has_str("IDLE"),
        })
    }

    fn session(&mut self) -> Result<&mut Session<Box<dyn Wire>>> {
        self.session.as_mut().ok_or_else(|| Error::internal("the mailbox is closed"))
    }

    /// The UIDs above this one, in their order.
    pub async fn newer_than(&mut self, uid: i64) -> Result<Vec<i64>> {
        // The range's end is the newest mail even where that is older.
        let found = self.search(&format!("UID {}:*", uid + 1)).await?;
        Ok(found.into_iter().filter(|&found| found > uid).collect())
    }

    /// The UIDs of all that came on this day or later.
    pub async fn since(&mut self, day: Time) -> Result<Vec<i64>> {
        let day = day.timestamp().strftime("%d-%b-%Y").to_string();
        self.search(&format!("SINCE {day}")).await
    }

    async fn search(&mut self, query: &str) -> Result<Vec<i64>> {
        let found = timed("imap_failed", self.session()?.uid_search(query)).await?;
        let mut uids: Vec<i64> = found.into_iter().map(i64::from).collect();
        uids.sort_unstable();
        Ok(uids)
    }

    /// A mail, unless somebody has deleted it meanwhile.
    pub async fn fetch(&mut self, uid: i64) -> Result<Option<Mail>> {
        let session = self.session()?;
        let wanted = format!("(UID INTERNALDATE BODY.PEEK[]<0.{MAIL_BYTES_MAX}>)");
        let fetching = async {
            session.uid_fetch(uid.to_string(), wanted).await?.try_collect::<Vec<_>>().await
        };
        let found = timed("imap_failed", fetching).await?;
        // Servers also tell of changed flags in between: what has no body is not what we asked for.
        Ok(found.iter().find_map(|fetched| {
            let received = fetched.internal_date()?.timestamp_micros();
            Some(Mail { bytes: fetched.body()?.to_vec(), received_at: Time(received) })
        }))
    }

    /// Waits until something has happened in the mailbox, or it is time to look in any case.
    pub async fn wait(&mut self) -> Result<()> {
        if !self.has_idle {
            tokio::time::sleep(LOOK_EVERY).await;
            return timed("imap_failed", self.session()?.noop()).await;
        }
        let session =
            self.session.take().ok_or_else(|| Error::internal("the mailbox is closed"))?;
        // The server tells of each new mail once. What it told while it answered something else, IDLE will not tell.
        let told = session.unsolicited_responses.clone();
        let mut idle = session.idle();
        timed("imap_failed", idle.init()).await?;
        let mut has_news = false;
        while let Ok(news) = told.try_recv() {
            has_news |= matches!(news, UnsolicitedResponse::Exists(_));
        }
        if !has_news {
            let (waiting, _stop) = idle.wait_with_timeout(IDLE_MAX);
            waiting.await.map_err(|error| failed("imap_failed", &error))?;
        }
        self.session = Some(timed("imap_failed", idle.done()).await?);
        Ok(())
    }
}

async fn connect(
    settings: &Settings,
    trusted: &Arc<ClientConfig>,
) -> Result<Client<Box<dyn Wire>>, async_imap::error::Error> {
    let host = settings.imap_host.as_str();
    let tcp = TcpStream::connect((host, settings.imap_port)).await?;
    let wire: Box<dyn Wire> = match settings.imap_tls {
        Tls::Tls => Box::new(encrypted(tcp, host, trusted).await?),
        Tls::None => Box::new(tcp),
        Tls::Starttls => {
            let mut plain = Client::new(tcp);
            greeting(plain.read_response().await?)?;
            plain.run_command_and_check_ok("STARTTLS", None).await?;
            return Ok(Client::new(Box::new(encrypted(plain.into_inner(), host, trusted).await?)));
        }
    };
    let mut client = Client::new(wire);
    greeting(client.read_response().await?)?;
    Ok(client)
}

/// A server that closes before it has said anything lets nobody in.
fn greeting<T>(said: Option<T>) -> Result<(), async_imap::error::Error> {
    said.map(drop).ok_or(async_imap::error::Error::ConnectionLost)
}

async fn encrypted(
    tcp: TcpStream,
    host: &str,
    trusted: &Arc<ClientConfig>,
) -> std::io::Result<tokio_rustls::client::TlsStream<TcpStream>> {
    let name = ServerName::try_from(host.to_string()).map_err(std::io::Error::other)?;
    TlsConnector::from(trusted.clone()).connect(name, tcp).await
}

async fn timed<T>(
    code: &'static str,
    work: impl Future<Output = Result<T, async_imap::error::Error>>,
) -> Result<T> {
    match tokio::time::timeout(TIME_MAX, work).await {
        Ok(done) => done.map_err(|error| failed(code, &error)),
        Err(_) => Err(Error::conflict(code, format!("no answer in {} s", TIME_MAX.as_secs()))),
    }
}

fn failed(code: &'static str, error: &async_imap::error::Error) -> Error {
    let words = error.to_string();
    let code = if trust::is_about_certificate(&words) { "imap_certificate" } else { code };
    Error::conflict(code, words)
}
