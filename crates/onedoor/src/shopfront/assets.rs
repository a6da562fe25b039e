//! The style and the script of the shop's pages. Their addresses carry a hash of their content, so browsers keep them for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kit::{Error, Result};
use sha2::{Digest, Sha256};

const CSS: &str = concat!(
    include_str!("../../../../web/shop/shop.css"),
    include_str!("../../../../web/shop/buy.css")
);
const JS: &str = include_str!("../../../../web/shop/shop.js");

struct Asset {
    name: String,
    kind: &'static str,
    body: &'static str,
}

static ASSETS: LazyLock<[Asset; 2]> = LazyLock::new(|| {
    [
        asset("css", "text/css; charset=utf-8", CSS),
        asset("js", "text/javascript; charset=utf-8", JS),
    ]
});

fn asset(ending: &str, kind: &'static str, body: &'static str) -> Asset {
    let hash: String =
        Sha256::digest(body).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    Asset { name: format!("shop.{hash}.{ending}"), kind, body }
}

pub fn css_url() -> String {
    format!("/shop/assets/{}", ASSETS[0].name)
}

pub fn js_url() -> String {
    format!("/shop/assets/{}", ASSETS[1].name)
}

pub async fn show_asset(Path(name): Path<String>) -> Result<Response> {
    let asset = ASSETS.iter().find(|asset| asset.name == name);
    let asset = asset.ok_or_else(|| Error::not_found("file of this name"))?;
    let headers =
        [(CONTENT_TYPE, asset.kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.body).into_response())
}
