//! `/widget.js`: what a merchant puts on the shop's pages. The parts of `web/widget` are modules that import one another;
//! each is served under an address with the hash of all, so that browsers keep them for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kit::web::{Access, Routes};
use kit::{Error, Result};
use sha2::{Digest, Sha256};

macro_rules! parts {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../web/widget/", $name)))),*]
    };
}

/// Without the first, which is `/widget.js` itself.
const PARTS: &[(&str, &str)] = parts![
    "main.js",
    "api.js",
    "element.js",
    "elsewhere.js",
    "messages.js",
    "outbox.js",
    "store.js",
    "stream.js",
    "style.js",
    "track.js",
    "view.js",
    "words.js"
];

static HASH: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    PARTS.iter().for_each(|(_, text)| hash.update(text));
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
});

/// The entrance: small, asked for anew each time, answered 304 while nothing has changed.
static ENTRANCE: LazyLock<String> =
    LazyLock::new(|| format!("import \"./widget/{}/main.js\";\n", *HASH));

pub fn routes() -> Routes {
    Routes::of(Access::Everybody)
        .route("/widget.js", get(show_entrance))
        .route("/widget/{hash}/{part}", get(show_part))
}

const SCRIPT: (HeaderName, &str) = (CONTENT_TYPE, "text/javascript; charset=utf-8");
/// Modules are loaded by CORS.
const ANYWHERE: (HeaderName, &str) = (ACCESS_CONTROL_ALLOW_ORIGIN, "*");

async fn show_entrance(headers: HeaderMap) -> Response {
    let tag = format!("\"{}\"", *HASH);
    let known = headers.get(IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
    let cache = (CACHE_CONTROL, "public, max-age=300");
    if known == Some(&tag) {
        return (StatusCode::NOT_MODIFIED, [cache, ANYWHERE], [(ETAG, tag)]).into_response();
    }
    ([SCRIPT, cache, ANYWHERE], [(ETAG, tag)], ENTRANCE.as_str()).into_response()
}

/// Of an older hash the page was loaded before the server was renewed: what it needs is here all the same.
async fn show_part(Path((_, part)): Path<(String, String)>) -> Result<Response> {
    let found = PARTS.iter().find(|(name, _)| *name == part);
    let (_, text) = found.ok_or_else(|| Error::not_found("part of this name"))?;
    let cache = (CACHE_CONTROL, "public, max-age=31536000, immutable");
    Ok(([SCRIPT, cache, ANYWHERE], *text).into_response())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    #[test]
    fn the_widget_is_small() {
        const BYTES_MAX: usize = 30 * 1024;
        // Each part is sent by itself.
        let zipped = |text: &str| {
            let mut zip = GzEncoder::new(Vec::new(), Compression::default());
            zip.write_all(text.as_bytes()).unwrap();
            zip.finish().unwrap().len()
        };
        let bytes: usize = PARTS.iter().map(|(_, text)| zipped(text)).sum();
        assert!(bytes < BYTES_MAX, "{bytes} bytes gzipped");
    }
}
