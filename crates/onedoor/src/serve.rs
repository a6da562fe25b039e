//! The server: listens, keeps the index up, stops gracefully.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::OnceLock;
use std::time::Duration;

use axum::extract::State;
use axum::response::IntoResponse;
use commerce::stock;
use commerce::wishes::cheaper;
use customers::events::indexing;
use customers::privacy;
use engage::{connectors, conversations, search, upkeep};
use kit::jobs::Workers;
use kit::{Error, Result, params, sql};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

use crate::app::App;
use crate::cli;
use crate::config::Config;
use crate::jobs;
use crate::key;
use crate::listen;
use crate::router::router;
use crate::web::Limits;

/// How long open requests may go on after the server was asked to stop.
const GRACE: Duration = Duration::from_secs(10);

/// Bounds of the histograms' buckets, all of which measure seconds.
const SECONDS: &[f64] =
    &[0.000_5, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 60.0];
/// Measurements wait in memory until they are put into their buckets.
const METRICS_UPKEEP_EVERY: Duration = Duration::from_secs(5);

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

pub async fn serve(config: &Config) -> Result<()> {
    start_logs(config.log_json, "info");
    start_metrics()?;
    let mut app = App::new(cli::open(config).await?, key::secrets(config)?)?;
    app.engage.public_url.clone_from(&config.public_url);
    app.engage.allow_private_webhooks = config.allow_private_webhooks;
    run(app, bind(config.listen).await?).await
}

pub fn start_metrics() -> Result<()> {
    let recorder = PrometheusBuilder::new()
        .set_buckets(SECONDS)
        .and_then(PrometheusBuilder::install_recorder)
        .map_err(Error::internal)?;
    METRICS.get_or_init(|| recorder);
    Ok(())
}

pub async fn bind(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        Error::bad_input("bad_listen", format!("Cannot listen on {address}: {error}"))
    })
}

/// Serves until the process is asked to stop, then finishes what is under way.
pub async fn run(app: App, listener: TcpListener) -> Result<()> {
    let address = listener.local_addr().map_err(Error::internal)?;
    indexing::catch_up(&app.ctx.db, &app.ctx.recorder.log).await?;
    let (stop, stopped) = watch::channel(false);
    let indexer = tokio::spawn({
        let (ctx, stopped) = (app.ctx.clone(), stopped.clone());
        async move { indexing::keep_up(&ctx.db, &ctx.recorder.log, stopped).await }
    });
    let sweeper = tokio::spawn({
        let (ctx, stopped) = (app.ctx.clone(), stopped.clone());
        async move { privacy::keep_swept(&ctx, stopped).await }
    });
    let waker = tokio::spawn(conversations::keep_waking(app.engage.clone(), stopped.clone()));
    let earlier = tokio::spawn(search::catch_up(app.engage.clone(), stopped.clone()));
    let upkeeper = tokio::spawn(upkeep::keep_up(app.engage.clone(), stopped.clone()));
    let freer = tokio::spawn(stock::upkeep::keep_up(app.commerce.clone(), stopped.clone()));
    let wishes = tokio::spawn(cheaper::keep_up(app.commerce.clone(), stopped.clone()));
    let links =
        tokio::spawn(commerce::connectors::upkeep::keep_up(app.commerce.clone(), stopped.clone()));
    let workers = Workers::new(app.ctx.db.clone(), app.ctx.clock.clone(), jobs::handlers(&app));
    let workers = tokio::spawn(workers.keep_working(stopped.clone()));
    let doors = tokio::spawn(connectors::keep_running(app.engage.clone(), stopped.clone()));
    println!("listening on http://{address}");
    std::io::stdout().flush().ok();
    let serving =
        tokio::spawn(listen::serve(listener, router(&app), Limits::DEFAULT, stopped.clone()));
    let upkeep = tokio::spawn(keep_metrics());
    until_asked_to_stop().await;
    upkeep.abort();
    tracing::info!("stopping");
    stop.send(true).ok();
    if tokio::time::timeout(GRACE, serving).await.is_err() {
        tracing::warn!("some requests were still open after {} s", GRACE.as_secs());
    }
    doors.await.map_err(Error::internal)?;
    workers.await.map_err(Error::internal)?;
    waker.await.map_err(Error::internal)?;
    earlier.await.map_err(Error::internal)?;
    upkeeper.await.map_err(Error::internal)?;
    freer.await.map_err(Error::internal)?;
    wishes.await.map_err(Error::internal)?;
    links.await.map_err(Error::internal)?;
    sweeper.await.map_err(Error::internal)?;
    indexer.await.map_err(Error::internal)
}

async fn keep_metrics() {
    loop {
        tokio::time::sleep(METRICS_UPKEEP_EVERY).await;
        METRICS.get().inspect(|metrics| metrics.run_upkeep());
    }
}

pub async fn until_asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        }
        Err(_) => {
            tokio::signal::ctrl_c().await.ok();
        }
    }
}

/// `level` holds unless `ONEDOOR_LOG` says otherwise.
pub fn start_logs(json: bool, level: &str) {
    let filter = EnvFilter::try_from_env("ONEDOOR_LOG").unwrap_or_else(|_| EnvFilter::new(level));
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json { logs.json().init() } else { logs.init() }
}

/// 200 when the database answers.
pub async fn show_health(State(app): State<App>) -> Result<impl IntoResponse> {
    app.ctx
        .db
        .read(|tx| tx.one(sql!("select 1 from channels limit 1"), params![], |_| Ok(())))
        .await?;
    Ok(axum::Json(serde_json::json!({
        "status": "ok",
        "version": env!("CARGO_PKG_VERSION"),
        "waiting_for_index": app.ctx.recorder.log.pending(),
        "demo": app.open_desk,
    })))
}

pub async fn show_metrics() -> String {
    METRICS.get().map(PrometheusHandle::render).unwrap_or_default()
}
