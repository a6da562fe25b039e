//! Hands a letter to the merchant's sending server: SMTP submission (RFC 6409), step by step, because what an error means
//! depends on the step at which it came.

use std::time::Duration;

use kit::{Error, Result};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::extension::ClientId;

use super::letter::Letter;
use super::{Settings, Tls, trust};
use crate::connectors::{Link, Sent};
use crate::conversations::State;

/// Shorter than a job may take, so that it is we who know what did not answer.
const TIME_MAX: Duration = Duration::from_secs(40);
const CONNECT_TIME_MAX: Duration = Duration::from_secs(15);

/// How far a try came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Connect,
    SignIn,
    Letter,
}

/// What went wrong, in the words that the server or the system used.
#[derive(Clone, Debug)]
pub struct Fault {
    pub step: Step,
    /// The reply code, when it was the server that said no.
    pub code: Option<u16>,
    /// It was we who could not say it: an address in letters that the server does not take.
    pub is_ours: bool,
    pub text: String,
}

impl Fault {
    fn of(step: Step, error: &SmtpError) -> Fault {
        let mut text = error.to_string();
        let mut source = std::error::Error::source(error);
        while let Some(cause) = source {
            let cause_text = cause.to_string();
            if !text.contains(&cause_text) {
                text = format!("{text}: {cause_text}");
            }
            source = cause.source();
        }
        let code = error.status().map(u16::from);
        Fault { step, code, is_ours: error.is_client(), text }
    }

    /// What is wrong with the door's settings.
    fn ours(text: String) -> Fault {
        Fault { step: Step::Connect, code: None, is_ours: true, text }
    }

    fn timeout() -> Fault {
        let text = format!("no answer in {} s", TIME_MAX.as_secs());
        Fault { step: Step::Connect, code: None, is_ours: false, text }
    }
}

/// What a fault means for the letter, and for those behind it in the queue.
pub fn judge(fault: &Fault) -> Sent {
    let error = fault.text.clone();
    match (fault.step, fault.code) {
        (Step::Connect | Step::SignIn, _) => Sent::Down { error },
        // 421: closes; 530–538: wants us signed in (RFC 4954, 6): true of every letter.
        (Step::Letter, Some(421 | 530 | 534 | 535 | 538)) => Sent::Down { error },
        (Step::Letter, Some(400..=499)) => Sent::Later { after: None, error },
        (Step::Letter, Some(_)) => Sent::Refused { error },
        (Step::Letter, None) if fault.is_ours => Sent::Refused { error },
        // Broke in between. If that was after the dot, the letter may have gone: see the top of `mod.rs`.
        (Step::Letter, None) => Sent::Down { error },
    }
}

pub async fn submit(link: &Link, settings: &Settings, letter: &Letter) -> Sent {
    let work = async {
        let mut connection = connect(link, settings).await?;
        let sent = connection.send(&letter.envelope, &letter.bytes).await;
        let outcome = sent.map_err(|error| Fault::of(Step::Letter, &error));
        if outcome.is_ok() {
            // It has the letter; how it says goodbye changes nothing.
            tokio::time::timeout(Duration::from_secs(2), connection.quit()).await.ok();
        }
        outcome
    };
    match tokio::time::timeout(TIME_MAX, work).await {
        Ok(Ok(_)) => Sent::Accepted { names: vec![letter.message_id.clone()], state: State::Sent },
        Ok(Err(fault)) => judge(&fault),
        Err(_) => judge(&Fault::timeout()),
    }
}

/// Whether the server lets us in.
pub async fn test(link: &Link, settings: &Settings) -> Result<()> {
    let fault = match tokio::time::timeout(TIME_MAX, connect(link, settings)).await {
        Ok(Ok(mut connection)) => {
            connection.quit().await.ok();
            return Ok(());
        }
        Ok(Err(fault)) => fault,
        Err(_) => Fault::timeout(),
    };
    let code = match fault.step {
        Step::SignIn => "smtp_refused",
        _ if trust::is_about_certificate(&fault.text) => "smtp_certificate",
        Step::Connect | Step::Letter => "smtp_unreachable",
    };
    Err(Error::conflict(code, fault.text))
}

async fn connect(link: &Link, settings: &Settings) -> Result<AsyncSmtpConnection, Fault> {
    let at_connect = |error: SmtpError| Fault::of(Step::Connect, &error);
    let tls = trust::of_sending(settings).map_err(|error| Fault::ours(error.detail))?;
    let domain = settings.address.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    let hello = ClientId::Domain(domain.to_string());
    let server = (settings.smtp_host.as_str(), settings.smtp_port);
    let wrapped = (settings.smtp_tls == Tls::Tls).then(|| tls.clone());
    let connecting =
        AsyncSmtpConnection::connect_tokio1(server, Some(CONNECT_TIME_MAX), &hello, wrapped, None);
    let mut connection = connecting.await.map_err(at_connect)?;
    if settings.smtp_tls == Tls::Starttls {
        connection.starttls(tls, &hello).await.map_err(at_connect)?;
    }
    if let Some(user) = &settings.smtp_user {
        let at_sign_in =
            |text: String| Fault { step: Step::SignIn, code: None, is_ours: false, text };
        let password =
            link.secret("smtp_password").map_err(|error| at_sign_in(error.detail))?.to_string();
        let credentials = Credentials::new(user.clone(), password);
        let mechanisms = [Mechanism::Plain, Mechanism::Login];
        let signed_in = connection.auth(&mechanisms, &credentials).await;
        signed_in.map_err(|error| Fault::of(Step::SignIn, &error))?;
    }
    Ok(connection)
}
