//! Opens the customer's end of the doors, and connects the shop's doors to it. Anew at each start: the servers stand at other
//! addresses each time, and their passwords live as long as the process.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use customers::accounts::{self, AccountId, Permit, may};
use customers::channels::{Channel, ChannelKind, store as channels};
use engage::connectors::phone::extensions;
use engage::connectors::{Provider, link};
use kit::secrets::Secrets;
use kit::time::MICROS_PER_SECOND;
use kit::{Error, Result, Time, Tx};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::exchange::{ACCOUNT, Exchange};
use super::gateway::Gateway;
use super::news::News;
use super::post::{Post, SHOP_SERVER, imap, smtp};
use super::whatsapp::Whatsapp;
use super::{Play, Player};
use crate::app::App;
use crate::demo::people::Person;
use crate::demo::shop;
use crate::simulate;

/// The shop's address and numbers. Nothing is sent to them outside this machine.
const ADDRESS: &str = "hello@vatra-ziarno.example";
const SMS_NUMBER: &str = "+48530099001";
const PHONE_NUMBER: &str = "+48530099002";
const WHATSAPP_ACCOUNT: &str = "100200300";

/// The customer's end of every door, with the shop's doors connected to it.
pub async fn open(
    app: &App,
    player: Player,
    people: &[Person],
    at: SocketAddr,
) -> Result<Arc<Play>> {
    let (clock, news) = (app.ctx.clock.clone(), News::default());
    let secret = Secrets::random_hex;
    let post = Post::new(clock.clone(), news.clone(), ADDRESS, secret()?);
    let own_url = format!("http://{at}");
    let doors = app.ctx.db.read(channels::list).await?;
    let door = |slug: &str| {
        let name = shop::DOORS.iter().find(|door| door.slug == slug).map(|door| door.name);
        let found = doors.iter().find(|door| Some(door.name.as_str()) == name);
        found.ok_or_else(|| Error::not_found(format!("door “{slug}” of the demo")))
    };
    let whatsapp_secret = secret()?;
    let whatsapp_hook = format!("{own_url}/hooks/{}/whatsapp", door(shop::WHATSAPP)?.id);
    let sim = simulate::start_whatsapp(
        whatsapp_hook,
        whatsapp_secret.clone(),
        WHATSAPP_ACCOUNT,
        listen().await?,
        clock.clone(),
    )?;
    let play = Arc::new(Play {
        whatsapp: Whatsapp::open(sim, &player, people, clock.now()),
        player,
        // The dates of letters have no fractions of a second.
        started_at: Time(clock.now().0 - clock.now().0.rem_euclid(MICROS_PER_SECOND)),
        post: Arc::new(post),
        gateway: Gateway::new(clock.clone(), news.clone(), SMS_NUMBER, secret()?),
        exchange: Exchange::new(clock, news.clone(), PHONE_NUMBER, secret()?),
        news,
    });
    let (smtp_port, imap_port) = open_post(&play).await?;
    let hook_secret = secret()?;

    let mail = mailbox(&play.post, smtp_port, imap_port);
    connect(app, door(shop::NEWSLETTER)?, Provider::Email, mail).await?;
    let sms_door = door(shop::SMS)?;
    connect(app, sms_door, Provider::Kannel, sms(&play.gateway, &own_url, &hook_secret)).await?;
    play.gateway.set_hook(format!("{own_url}/hooks/{}/kannel/{hook_secret}", sms_door.id));
    let phone_door = door(shop::PHONE)?;
    connect(app, phone_door, Provider::TwilioVoice, voice(&play.exchange, &own_url)).await?;
    play.exchange.set_hook(format!("{own_url}/hooks/{}/voice", phone_door.id));
    let messenger = messenger(&play.whatsapp, &whatsapp_secret);
    connect(app, door(shop::WHATSAPP)?, Provider::Whatsapp, messenger).await?;
    Ok(play)
}

/// Gives a colleague the telephone that rings when the shop is called; the open desk stands in their place.
pub async fn telephone_of(app: &App, name: &str) -> Result<Option<(AccountId, String)>> {
    let (see, talk): (Permit<may::SeeConversations>, Permit<may::Talk>) =
        (Permit::console(), Permit::console());
    let look = |tx: &Tx| Ok((accounts::colleagues(tx, &see)?, channels::list(tx)?));
    let (colleagues, doors) = app.ctx.db.read(look).await?;
    let colleague = colleagues.into_iter().find(|one| one.name == name);
    let phone = doors.iter().find(|door| door.kind == ChannelKind::Phone);
    let (Some(colleague), Some(phone)) = (colleague, phone) else { return Ok(None) };
    let extension = format!("client:{}", name.to_lowercase());
    extensions::set(&app.engage, &talk, phone.id, colleague.id, &extension).await?;
    Ok(Some((colleague.id, colleague.name)))
}

async fn listen() -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.map_err(Error::internal)
}

/// The ports at which letters are taken and the shop's mailbox is watched.
async fn open_post(play: &Play) -> Result<(u16, u16)> {
    let (out, boxes) = (listen().await?, listen().await?);
    let port = |listener: &TcpListener| listener.local_addr().map(|at| at.port());
    let ports = (port(&out).map_err(Error::internal)?, port(&boxes).map_err(Error::internal)?);
    let validity = u32::try_from(play.started_at.as_ms() / 1_000).unwrap_or(1);
    tokio::spawn(smtp::serve(out, Arc::clone(&play.post)));
    tokio::spawn(imap::serve(boxes, Arc::clone(&play.post), validity));
    Ok(ports)
}

async fn connect(
    app: &App,
    door: &Channel,
    provider: Provider,
    (settings, secrets): (Value, Value),
) -> Result<()> {
    let (keys, now) = (&app.engage.secrets, app.ctx.clock.now());
    let save = |tx: &Tx| link::save(tx, keys, door.id, provider, &settings, &secrets, now);
    app.ctx.db.write(save).await
}

fn mailbox(post: &Post, smtp_port: u16, imap_port: u16) -> (Value, Value) {
    let host = Ipv4Addr::LOCALHOST.to_string();
    let settings = json!({
        "address": ADDRESS,
        "name": shop::NAME,
        "plus": "yes",
        "imap_host": host,
        "imap_port": imap_port,
        "imap_tls": "none",
        "imap_user": ADDRESS,
        "smtp_host": host,
        "smtp_port": smtp_port,
        "smtp_tls": "none",
        "authserv_id": SHOP_SERVER,
    });
    (settings, json!({ "imap_password": post.password() }))
}

fn sms(gateway: &Gateway, own_url: &str, hook_secret: &str) -> (Value, Value) {
    let settings = json!({
        "url": format!("{own_url}/demo/gateway"),
        "username": "shop",
        "from": gateway.number,
        "public_url": own_url,
        "region": "PL",
    });
    (settings, json!({ "password": gateway.password, "hook_secret": hook_secret }))
}

/// All telephones of the door ring: those that the staff call theirs.
fn voice(exchange: &Exchange, own_url: &str) -> (Value, Value) {
    let settings = json!({
        "account_sid": ACCOUNT,
        "number": exchange.number,
        "public_url": own_url,
        "api_url": format!("{own_url}/demo/line"),
    });
    (settings, json!({ "auth_token": exchange.token }))
}

fn messenger(whatsapp: &Whatsapp, secret: &str) -> (Value, Value) {
    let settings = json!({
        "phone_number_id": WHATSAPP_ACCOUNT,
        "business_account_id": WHATSAPP_ACCOUNT,
        "api_url": format!("{}/v23.0", whatsapp.url()),
    });
    let secrets = json!({ "access_token": secret, "app_secret": secret, "verify_token": secret });
    (settings, secrets)
}
