//! Servers that do less than the real one, on the same HTTP stack: what is left is what the work itself costs.

use std::net::SocketAddr;

use axum::Router;
use axum::body::Bytes;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use customers::recording::call::{Batch, Call};

use crate::Outcome;

/// What the server does with a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Reads its bytes and answers.
    Read,
    /// Reads the calls as the real server does.
    Parse,
}

impl Work {
    pub fn name(self) -> &'static str {
        match self {
            Work::Read => "read",
            Work::Parse => "parse",
        }
    }
}

/// Serves until it is killed.
pub fn serve(work: &str) -> Outcome {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| format!("no threads: {error}"))?;
    let router = Router::new().route("/empty", get(async || "hello world"));
    let router = if work == Work::Parse.name() {
        router.route("/v1/batch", post(parse_batch)).route("/v1/{kind}", post(parse_single))
    } else {
        router.route("/v1/{kind}", post(async |_: Bytes| success()))
    };
    let serving = runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
        println!("listening on http://{}", listener.local_addr()?);
        axum::serve(listener, router).await
    });
    serving.map_err(|error| error.to_string())
}

async fn parse_batch(body: Bytes) -> Response {
    match serde_json::from_slice::<Batch>(&body) {
        Ok(batch) if !batch.batch.is_empty() => success(),
        _ => StatusCode::BAD_REQUEST.into_response(),
    }
}

async fn parse_single(body: Bytes) -> Response {
    match serde_json::from_slice::<Call>(&body) {
        Ok(_) => success(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

fn success() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], "{\"success\":true}").into_response()
}
