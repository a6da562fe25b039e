//! The style and the scripts of the till, inside the binary, and the worker that keeps them in the browser.
//!
//! They are modules that name one another, so their version stands in the folder of their addresses, and not in their names.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use axum::response::{IntoResponse, Response};
use kit::{Error, Result};
use sha2::{Digest, Sha256};

const JS: &str = "text/javascript; charset=utf-8";

/// The desk's colours, type and small parts, and the till's own.
const CSS: &str = concat!(
    include_str!("../../../../web/desk/desk.css"),
    include_str!("../../../../web/desk/parts.css"),
    include_str!("../../../../web/desk/customers.css"),
    include_str!("../../../../web/till/till.css"),
);

macro_rules! file {
    ($name:literal, $kind:expr) => {
        ($name, $kind, include_str!(concat!("../../../../web/till/", $name)))
    };
}

const FILES: [(&str, &str, &str); 12] = [
    ("till.css", "text/css; charset=utf-8", CSS),
    file!("till.js", JS),
    file!("shelf.js", JS),
    file!("queue.js", JS),
    file!("line.js", JS),
    file!("basket.js", JS),
    file!("paying.js", JS),
    file!("camera.js", JS),
    file!("slip.js", JS),
    file!("state.js", JS),
    file!("tenders.js", JS),
    file!("parts.js", JS),
];

const WORKER: &str = include_str!("../../../../web/till/worker.js");

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    FILES.iter().for_each(|(_, _, text)| hash.update(text));
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
});

pub fn address(file: &str) -> String {
    format!("/till/assets/{}/{file}", *VERSION)
}

pub async fn show_asset(Path((version, file)): Path<(String, String)>) -> Result<Response> {
    let known = FILES.iter().find(|(name, _, _)| *name == file && version == *VERSION);
    let (_, kind, text) = known.ok_or_else(|| Error::not_found("file of this name"))?;
    let headers = [(CONTENT_TYPE, *kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, *text).into_response())
}

/// The worker names what it keeps; with a new version of anything it is another worker.
pub async fn show_worker() -> Response {
    let files: Vec<String> = FILES.iter().map(|(name, _, _)| address(name)).collect();
    let files = serde_json::Value::from(files).to_string();
    let text = WORKER.replace("VERSION_HERE", &VERSION).replace("\"FILES_HERE\"", &files);
    // It stands for the page above its own folder too.
    let scope = HeaderName::from_static("service-worker-allowed");
    ([(CONTENT_TYPE, JS), (CACHE_CONTROL, "no-cache"), (scope, "/till")], text).into_response()
}
