//! The style and the script of the desk, inside the binary. Their addresses carry a hash of their content, so
//! browsers keep them for ever and still get a new one at once.

use std::sync::LazyLock;

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kit::{Error, Result};
use sha2::{Digest, Sha256};

const CSS: &str = concat!(
    include_str!("../../../../web/desk/desk.css"),
    include_str!("../../../../web/desk/parts.css"),
    include_str!("../../../../web/desk/customers.css"),
    include_str!("../../../../web/desk/doors.css"),
    include_str!("../../../../web/desk/inbox.css"),
    include_str!("../../../../web/desk/help.css"),
    include_str!("../../../../web/desk/teams.css"),
    include_str!("../../../../web/desk/calls.css"),
    include_str!("../../../../web/desk/store.css"),
    include_str!("../../../../web/desk/products.css"),
    include_str!("../../../../web/desk/returns.css"),
    include_str!("../../../../web/desk/promotions.css"),
    include_str!("../../../../web/desk/orders.css"),
);
const JS: &str = concat!(
    include_str!("../../../../web/desk/desk.js"),
    include_str!("../../../../web/desk/inbox.js"),
    include_str!("../../../../web/desk/composer.js"),
    include_str!("../../../../web/desk/count.js"),
    include_str!("../../../../web/desk/follow.js"),
    include_str!("../../../../web/desk/teams.js"),
    include_str!("../../../../web/desk/notices.js"),
    include_str!("../../../../web/desk/calls.js"),
    include_str!("../../../../web/desk/store.js"),
    include_str!("../../../../web/desk/picking.js"),
);
const ICON: &str = include_str!("../../../../web/desk/icon.svg");

struct Asset {
    url: String,
    kind: &'static str,
    body: &'static str,
}

static ASSETS: LazyLock<[Asset; 3]> = LazyLock::new(|| {
    [
        asset("desk", "css", "text/css; charset=utf-8", CSS),
        asset("desk", "js", "text/javascript; charset=utf-8", JS),
        asset("icon", "svg", "image/svg+xml", ICON),
    ]
});

fn asset(name: &str, ending: &str, kind: &'static str, body: &'static str) -> Asset {
    let hash: String =
        Sha256::digest(body).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    Asset { url: format!("/desk/assets/{name}.{hash}.{ending}"), kind, body }
}

pub fn css_url() -> &'static str {
    &ASSETS[0].url
}

pub fn js_url() -> &'static str {
    &ASSETS[1].url
}

pub fn icon_url() -> &'static str {
    &ASSETS[2].url
}

pub async fn show_asset(uri: axum::http::Uri) -> Result<Response> {
    let asset = ASSETS.iter().find(|asset| asset.url == uri.path());
    let asset = asset.ok_or_else(|| Error::not_found("file of this name"))?;
    let headers =
        [(CONTENT_TYPE, asset.kind), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.body).into_response())
}
