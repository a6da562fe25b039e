//! Connections: taken in, given to the router, ended in good order. `axum::serve` does the same without limits.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::ServiceExt as _;

use crate::web::Limits;

/// When the operating system has no more to give (file descriptors), waiting is all that helps.
const PAUSE_AFTER_ERROR: Duration = Duration::from_millis(200);

/// Serves until `stopped` says so; returns when the last connection has ended.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    mut stopped: watch::Receiver<bool>,
) {
    let places = Arc::new(Semaphore::new(limits.connections_max as usize));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head_time_max);
    loop {
        let next = accept(&listener, &places);
        let (stream, peer, place) = tokio::select! {
            accepted = next => accepted,
            () = until(&mut stopped) => break,
        };
        let talk = talk(http.clone(), stream, peer, router.clone(), stopped.clone());
        tokio::spawn(async move {
            talk.await;
            drop(place);
        });
    }
    // Who comes now is told at once that nobody is here.
    drop(listener);
    places.acquire_many(limits.connections_max).await.ok();
}

async fn until(stopped: &mut watch::Receiver<bool>) {
    stopped.wait_for(|stop| *stop).await.ok();
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, OwnedSemaphorePermit) {
    loop {
        let accepted = match places.clone().acquire_owned().await {
            Ok(place) => listener.accept().await.map(|(stream, peer)| (stream, peer, place)),
            Err(closed) => Err(std::io::Error::other(closed)),
        };
        match accepted {
            Ok(accepted) => return accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(PAUSE_AFTER_ERROR).await;
            }
        }
    }
}

/// One connection, request after request.
async fn talk(
    http: http1::Builder,
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    mut stopped: watch::Receiver<bool>,
) {
    // An answer goes out when it is ready, not when the last one was acknowledged.
    stream.set_nodelay(true).ok();
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        let answered = router.clone().oneshot(request.map(Body::new));
        async move { answered.await.map_err(|never: Infallible| never) }
    });
    let mut connection = pin!(http.serve_connection(TokioIo::new(stream), answer));
    let ended = tokio::select! {
        ended = connection.as_mut() => Some(ended),
        () = until(&mut stopped) => None,
    };
    let ended = match ended {
        Some(ended) => ended,
        None => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, %peer, "a connection broke");
    }
}
