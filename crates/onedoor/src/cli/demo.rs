//! `onedoor demo`: an invented shop on a database of its own, open to whoever sits at this machine.

mod talking;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::IsTerminal as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};

use customers::channels::{self, Door, NewChannel};
use customers::context::Named;
use customers::events::indexing;
use customers::recording::{Told, replay};
use customers::{Ctx, Defaults};
use indicatif::{ProgressBar, ProgressStyle};
use kit::db::{Place, Synchronous};
use kit::money::Currency;
use kit::time::days;
use kit::{Error, Result, Time};
use tokio::net::TcpListener;

use super::open;
use crate::app::App;
use crate::config::{Config, DATABASE_FILE, Options};
use crate::demo::live::Live;
use crate::demo::play::{Play, Player, connect};
use crate::demo::{
    Call, KIOSK, SEED, book, everyone, goods, help, history, page, people, shop, team,
};
use crate::key;
use crate::serve;
use talking::Talking;

/// Calls in one transaction.
const BATCH: usize = 1_000;
/// The doors were there before anybody came in by them.
const DOORS_AGE: i64 = days(190);

/// The two doors behind each slug: with the public key, and with the secret one.
type Doors = HashMap<&'static str, [Door; 2]>;

/// Fills the shop, unless the folder holds it already, then serves it while its story goes on.
pub async fn run(options: &Options, listen: Option<SocketAddr>, config: &Config) -> Result<()> {
    if !config.listen.ip().is_loopback() {
        let detail = format!(
            "The desk of the demo has no locks, so it listens on this machine only, as \
             --listen 127.0.0.1:8080, and not on {}.",
            config.listen
        );
        return Err(Error::bad_input("bad_listen", detail));
    }
    if matches!(config.place, Place::Postgres { .. }) {
        let detail = "The demo brings its own embedded database: start it without --database.";
        return Err(Error::bad_input("bad_database", detail));
    }
    serve::start_logs(config.log_json, "warn");
    serve::start_metrics()?;
    let temporary = options.data.is_none().then(Folder::make).transpose()?;
    let folder = temporary.as_ref().map(|folder| folder.0.as_path()).or(options.data.as_deref());
    let config = demo_config(config, folder.unwrap_or(Path::new(".")));
    let ctx = open(&config).await?;
    let listener = listen_somewhere(listen, config.listen).await?;
    let now = ctx.clock.now();
    // Heard by a task of its own from now on: writing the history leaves this one few moments to listen.
    let asked_to_stop = tokio::spawn(serve::until_asked_to_stop());
    let at = listener.local_addr().map_err(Error::internal)?;
    let mut app = App { open_desk: true, ..App::new(ctx.clone(), key::secrets(&config)?)? };
    app.engage.public_url = Some(format!("http://{at}"));
    app.shop_name = Some(shop::NAME.into());
    let (doors, talking) = tokio::select! {
        biased;
        _ = asked_to_stop => return Ok(()),
        prepared = prepare(&app, now) => prepared?,
    };
    page::open_chat(&app).await?;
    if goods::furnish(&app, now).await? {
        book::fill(&app, &everyone(SEED, now), now).await?;
    }
    let colleague = connect::telephone_of(&app, talking::AGENTS[0]).await?;
    let app = App { play: played(&app, now, at).await?, open_desk_as: colleague, ..app };
    print_sights(&ctx, at, now).await?;
    print_keys(&ctx, &doors).await?;
    open_browser(at);
    let story = tokio::spawn(go_on(ctx.clone(), doors, now));
    let talk = tokio::spawn(talk_on(talking));
    let served = serve::run(app, listener).await;
    story.abort();
    talk.abort();
    served
}

/// The customer whom the newcomer plays, at the other end of the shop's doors.
async fn played(app: &App, now: Time, at: SocketAddr) -> Result<Option<Arc<Play>>> {
    let people = everyone(SEED, now);
    match Player::of(&people) {
        Some(player) => connect::open(app, player, &people, at).await.map(Some),
        None => Ok(None),
    }
}

fn demo_config(config: &Config, folder: &Path) -> Config {
    let place = Place::Sqlite {
        path: folder.join(DATABASE_FILE),
        // An invented shop need not survive a power cut to the last second.
        synchronous: Synchronous::Normal,
    };
    let currency = Currency::parse("PLN").unwrap_or(config.defaults.currency);
    let defaults = Defaults { region: Some("PL".into()), currency };
    Config { place, defaults, ..config.clone() }
}

/// At the address that was asked for; where none was and the usual one is taken, at a free one.
async fn listen_somewhere(asked: Option<SocketAddr>, usual: SocketAddr) -> Result<TcpListener> {
    match serve::bind(usual).await {
        Err(_) if asked.is_none() => {
            eprintln!("{usual} is taken; listening on a free port instead.");
            serve::bind((Ipv4Addr::LOCALHOST, 0).into()).await
        }
        listener => listener,
    }
}

/// Makes the doors and fills the shop, or finds both.
async fn prepare(app: &App, now: Time) -> Result<(Doors, Option<Talking>)> {
    let ctx = &app.ctx;
    let present = ctx.db.read(channels::store::list).await?;
    let is_ours = |name: &str| shop::DOORS.iter().any(|door| door.name == name);
    if present.iter().any(|channel| !is_ours(&channel.name)) {
        let detail = "This folder holds a shop of its own. Give the demo an empty one.";
        return Err(Error::conflict("not_the_demo", detail));
    }
    let is_new = present.is_empty();
    let mut doors = Doors::new();
    for door in &shop::DOORS {
        let found = present.iter().find(|channel| channel.name == door.name).cloned();
        let channel = match found {
            Some(channel) => channel,
            None => {
                let new = NewChannel { kind: door.kind.parse()?, name: door.name.into() };
                let made = now.minus(DOORS_AGE);
                ctx.db.write(|tx| channels::create(tx, &new, made)).await?.0
            }
        };
        let channel = Arc::new(channel);
        let with = |trusted| Door { channel: channel.clone(), trusted };
        doors.insert(door.slug, [with(false), with(true)]);
    }
    if !is_new {
        return Ok((doors, None));
    }
    fill(ctx, &doors, now).await?;
    let talking = Talking::open(&app.engage, &doors, now).await?;
    talking.fill(now).await?;
    help::furnish(app).await?;
    team::gather(app).await?;
    Ok((doors, Some(talking)))
}

async fn fill(ctx: &Ctx, doors: &Doors, now: Time) -> Result<()> {
    let began = Instant::now();
    let calls = history(SEED, now);
    let bar = ProgressBar::new(calls.len() as u64);
    let style =
        ProgressStyle::with_template("filling the shop {bar:30} {human_pos} of {human_len}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    for batch in calls.chunks(BATCH) {
        let told = batch.iter().map(|call| told(doors, call)).collect::<Result<Vec<_>>>()?;
        replay(ctx, &told).await?;
        indexing::settle(&ctx.db, &ctx.recorder.log).await?;
        bar.inc(batch.len() as u64);
        // The embedded database never waits: give way to whoever asks to stop.
        tokio::task::yield_now().await;
    }
    bar.finish_and_clear();
    println!(
        "{}: {} events of {} customers at {} doors, in {:.1} s",
        shop::NAME,
        calls.len(),
        people::COUNT,
        shop::DOORS.len(),
        began.elapsed().as_secs_f64()
    );
    Ok(())
}

fn told<'a>(doors: &'a Doors, call: &Call) -> Result<Told<'a>> {
    let both = doors.get(call.door);
    let both = both.ok_or_else(|| Error::internal(format!("no door “{}”", call.door)))?;
    let json = Cow::Owned(call.json.to_string());
    Ok(Told { door: &both[usize::from(call.trusted)], at: call.at, json })
}

/// Life in the shop, at its own pace, until the server stops.
async fn go_on(ctx: Ctx, doors: Doors, now: Time) {
    for (delay_seconds, call) in Live::new(SEED, now) {
        tokio::time::sleep(Duration::from_secs(delay_seconds)).await;
        let call = call.moved_to(ctx.clock.now());
        let recorded = match told(&doors, &call) {
            Ok(told) => replay(&ctx, &[told]).await,
            Err(error) => Err(error),
        };
        if let Err(error) = recorded {
            tracing::error!(%error, door = call.door, "the demo's story stumbled");
        }
    }
}

/// A conversation that goes on in the inbox; a shop that was opened before has its own by now.
async fn talk_on(talking: Option<Talking>) {
    let Some(talking) = talking else { return };
    if let Err(error) = talking.go_on().await {
        tracing::error!(%error, "the demo's conversation stumbled");
    }
}

/// Where to look first.
async fn print_sights(ctx: &Ctx, address: SocketAddr, now: Time) -> Result<()> {
    let cast = everyone(SEED, now);
    let account = |name: &str| {
        let person = cast.iter().find(|person| person.name() == name);
        person.map_or_else(String::new, |person| format!("user_id:{}", person.user_id()))
    };
    let sights = [
        (
            people::HERO,
            account(people::HERO),
            "goes from the phone to the web to the store within a minute: watch",
        ),
        (people::COUPLE[0], account(people::COUPLE[0]), "shares a tablet with"),
        (
            people::COUPLE[1],
            account(people::COUPLE[1]),
            "the same household, and yet somebody else",
        ),
        (
            people::IMPERSONATED,
            account(people::IMPERSONATED),
            "a stranger typed in this e-mail address, and was shown nothing",
        ),
        (
            people::NEW_NUMBER,
            account(people::NEW_NUMBER),
            "has a new telephone number, and is found by either",
        ),
        ("The kiosk in Kraków", format!("device:{KIOSK}"), "many sign in on it; it proves nothing"),
    ];
    println!("\nBegin here, with the customer in one window and the shop in the other:");
    println!("  http://{address}/demo");
    println!("\nThe desk, open to this machine only:\n  http://{address}/desk");
    println!("\nThe shop, with its chat:\n  http://{address}/shop\n\nLook at:");
    for (name, identity, what) in sights {
        let named = Named::parse(&identity, None)?;
        // After a while the story may have taken somebody out of sight: erased in the desk, for one.
        if let Ok(customer) = ctx.db.read(|tx| named.find(tx)).await {
            println!("  {name}: {what}\n    http://{address}/desk/customers/{customer}");
        }
    }
    println!();
    Ok(())
}

/// For developers who want to call the doors themselves. Of a secret key only a hash is kept, so there is a new one each time.
async fn print_keys(ctx: &Ctx, doors: &Doors) -> Result<()> {
    let named = |slug: &str| doors.get(slug).map(|[door, _]| Arc::clone(&door.channel));
    println!("Keys, for the calls of docs/api.md:");
    for slug in [shop::WEB, shop::PHONE] {
        let Some(door) = named(slug) else { continue };
        let rotate = |tx: &kit::Tx| channels::rotate_secret(tx, door.id);
        let secret = ctx.db.write(rotate).await?.0;
        println!("  {}: write_key={} secret_key={secret}", door.name, door.write_key);
    }
    ctx.doors.forget();
    println!();
    Ok(())
}

/// Shows the first page to whoever sits before a screen; without one the address in the terminal is enough.
fn open_browser(address: SocketAddr) {
    let has_screen =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    if !std::io::stdout().is_terminal() || !(has_screen || cfg!(target_os = "macos")) {
        return;
    }
    let mut command = std::process::Command::new(program);
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    quiet.arg(format!("http://{address}/demo")).spawn().ok();
}

/// A folder of the demo's own, removed when it ends.
struct Folder(PathBuf);

impl Folder {
    fn make() -> Result<Folder> {
        let name = format!(
            "onedoor-demo-{}",
            kit::id::to_base32(kit::id::uuid_v7(kit::Clock::System.now()))
        );
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir(&path).map_err(|error| {
            Error::bad_input("bad_data_folder", format!("{}: {error}", path.display()))
        })?;
        Ok(Folder(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            eprintln!("{} could not be removed: {error}", self.0.display());
        }
    }
}
