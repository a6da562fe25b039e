//! The server: listens, keeps the index up, stops gracefully.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::OnceLock;
use std::time::Duration;

use axum::extract::State;
use axum::response::IntoResponse;
use customers::events::indexing;
use kit::{Error, Result, params, sql};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tracing_subscriber::EnvFilter;

use crate::app::App;
use crate::cli;
use crate::config::Config;
use crate::router::router;

/// How long open requests may go on after the server was asked to stop.
const GRACE: Duration = Duration::from_secs(10);

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

pub async fn serve(config: &Config) -> Result<()> {
    start_logs(config.log_json, "info");
    start_metrics()?;
    let app = App::new(cli::open(config).await?)?;
    run(app, listen(config.listen).await?).await
}

pub fn start_metrics() -> Result<()> {
    let recorder = PrometheusBuilder::new().install_recorder().map_err(Error::internal)?;
    METRICS.get_or_init(|| recorder);
    Ok(())
}

pub async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        Error::bad_input("bad_listen", format!("Cannot listen on {address}: {error}"))
    })
}

/// Serves until the process is asked to stop, then finishes what is under way.
pub async fn run(app: App, listener: TcpListener) -> Result<()> {
    let address = listener.local_addr().map_err(Error::internal)?;
    let (stop, stopped) = watch::channel(false);
    let indexer = tokio::spawn({
        let (ctx, stopped) = (app.ctx.clone(), stopped.clone());
        async move { indexing::keep_up(&ctx.db, &ctx.recorder.log, stopped).await }
    });
    println!("listening on http://{address}");
    std::io::stdout().flush().ok();
    let service = router(&app).into_make_service_with_connect_info::<SocketAddr>();
    let mut asked = stopped.clone();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        asked.wait_for(|stop| *stop).await.ok();
    });
    let serving = tokio::spawn(serving.into_future());
    until_asked_to_stop().await;
    tracing::info!("stopping");
    stop.send(true).ok();
    if tokio::time::timeout(GRACE, serving).await.is_err() {
        tracing::warn!("some requests were still open after {} s", GRACE.as_secs());
    }
    indexer.await.map_err(Error::internal)
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
