//! `onedoor simulate …`: a messenger on the developer's own machine, with a page on which one plays the customer's phone.
//!
//! It speaks the provider's side: the calls that send and fetch, with the provider's own refusals (windows, limits, bad
//! tokens), and the webhooks that bring what a customer writes, signed as the provider signs them. So a door can be built
//! and tried without an account, a phone, or a network; see docs/simulators.md.
//!
//! | file | holds |
//! | --- | --- |
//! | `world.rs` | who there is, what was said, what time it is; shared by all three |
//! | `deliver.rs` | webhooks on their way, again and again until they are taken |
//! | `phone.rs`, `phone.html`, `phone.js` | the customer's phone: what a person or a test does on it |
//! | `fields.rs` | the fields of a call, in whichever of the four ways it brings them |
//! | `whatsapp.rs`, `messenger.rs`, `telegram.rs` | each provider's calls, webhooks and refusals |
//! | `interactive.rs`, `templates.rs` | what can be pressed in WhatsApp, and what Meta approved there |
//! | `graph.rs` | what the two of Meta's have in common |
//! | `telephone.rs` | a telephone, by which the shop is called |
//!
//! The server itself uses nothing of it, but its demo does ([`start_whatsapp`]). Start reading at [`Provider`] and [`world::World`].

mod deliver;
mod fields;
mod graph;
mod interactive;
mod messenger;
pub mod phone;
mod telegram;
mod telephone;
mod templates;
#[cfg(test)]
mod tests;
mod whatsapp;
pub mod world;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::HeaderName;
use clap::{Args, Subcommand};
use kit::{Clock, Error, Result, Time};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::Notify;

use crate::serve;
use deliver::Courier;
use world::{Line, Person, World};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// WhatsApp's Cloud API
    Whatsapp(Options),
    /// Messenger's Send API
    Messenger(Options),
    /// Instagram's messages, by the same API
    Instagram(Options),
    /// Telegram's Bot API
    Telegram(Options),
    /// A telephone in the browser: call the shop, be answered, hang up
    Phone(telephone::Options),
}

#[derive(Args, Debug)]
pub struct Options {
    /// Where what customers write is brought, as http://127.0.0.1:8080/hooks/chn_…/whatsapp (Telegram is told by setWebhook)
    #[arg(long, value_name = "URL")]
    webhook: Option<String>,
    /// Signs the webhooks: the app secret; of Telegram the bot's token
    #[arg(long, default_value = "simulated-secret")]
    secret: String,
    /// The only access token that is let in; any, if none is named
    #[arg(long)]
    token: Option<String>,
    /// The number, page or account that customers write to
    #[arg(long, default_value = "100200300")]
    account: String,
}

/// Headers of a webhook.
pub type Headers = Vec<(HeaderName, String)>;

/// What a provider does its own way.
#[derive(Clone, Copy)]
pub struct Provider {
    pub name: &'static str,
    pub routes: fn() -> Router<Sim>,
    /// The webhook that brings a customer's message, or a change of one.
    pub said: fn(&Sim, &World, &Person, &Line) -> Value,
    /// The webhook that tells how far a message of the shop got, where the provider tells it.
    pub told: fn(&Sim, &World, &Person, &Line) -> Option<Value>,
    /// The webhook that tells that a customer blocked the shop, or let it write again.
    pub blocked: fn(&Sim, &World, &Person) -> Option<Value>,
    /// Access tokens live for 60 days.
    pub tokens_end: bool,
    /// The headers by which the shop knows that a webhook is the provider's.
    pub sign: fn(&Sim, &[u8]) -> Headers,
}

/// A running simulator.
#[derive(Clone)]
pub struct Sim(Arc<Inner>);

pub struct Inner {
    pub provider: Provider,
    pub secret: String,
    pub account: String,
    /// Where it listens, for the addresses of files.
    pub own_url: String,
    pub world: World,
    pub courier: Courier,
    /// Something new waits for whoever polls.
    pub news: Notify,
}

impl std::ops::Deref for Sim {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Sim {
    fn new(provider: Provider, options: Options, own_url: String, clock: Clock) -> Sim {
        Sim(Arc::new(Inner {
            provider,
            secret: options.secret,
            account: options.account,
            own_url,
            world: World::new(clock),
            courier: Courier::new(options.webhook),
            news: Notify::new(),
        }))
    }

    pub fn now(&self) -> Time {
        self.world.now()
    }

    fn router(&self) -> Router {
        let routes = phone::routes().merge((self.provider.routes)());
        routes.layer(DefaultBodyLimit::max(world::FILE_BYTES_MAX)).with_state(self.clone())
    }
}

fn of(command: Command) -> Result<(Provider, Options), telephone::Options> {
    Ok(match command {
        Command::Whatsapp(options) => (whatsapp::PROVIDER, options),
        Command::Messenger(options) => (messenger::MESSENGER, options),
        Command::Instagram(options) => (messenger::INSTAGRAM, options),
        Command::Telegram(options) => (telegram::PROVIDER, options),
        Command::Phone(options) => return Err(options),
    })
}

/// Listens until it is asked to stop.
pub async fn run(command: Command, listen: Option<SocketAddr>) -> Result<()> {
    serve::start_logs(false, "info");
    let (provider, options) = match of(command) {
        Ok(messenger) => messenger,
        Err(telephone) => return telephone::run(telephone).await,
    };
    let listener = serve::bind(listen.unwrap_or(([127, 0, 0, 1], 8_090).into())).await?;
    let sim = start(provider, options, listener, Clock::System)?;
    println!("{} at {}; the phone is that page, too", provider.name, sim.own_url);
    serve::until_asked_to_stop().await;
    Ok(())
}

/// A WhatsApp inside another program: the demo plays its customer's phone.
pub fn start_whatsapp(
    webhook: String,
    secret: String,
    account: &str,
    listener: TcpListener,
    clock: Clock,
) -> Result<Sim> {
    let (webhook, account) = (Some(webhook), account.to_string());
    let options = Options { webhook, token: Some(secret.clone()), secret, account };
    start(whatsapp::PROVIDER, options, listener, clock)
}

/// Serves on this listener for as long as the process lives.
fn start(provider: Provider, options: Options, listener: TcpListener, clock: Clock) -> Result<Sim> {
    let own_url = format!("http://{}", listener.local_addr().map_err(Error::internal)?);
    let token = options.token.clone();
    let sim = Sim::new(provider, options, own_url, clock);
    let made_at = sim.now();
    sim.world.things().tokens = token.map(|token| (token, made_at)).into_iter().collect();
    sim.world.meet("Anna Nowak", "48601234567");
    let router = sim.router();
    tokio::spawn(deliver::keep_delivering(sim.clone()));
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            tracing::error!(%error, "the simulator stopped");
        }
    });
    Ok(sim)
}
