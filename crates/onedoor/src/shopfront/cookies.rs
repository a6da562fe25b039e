//! What the shop's pages leave in a browser.

use axum::http::HeaderValue;
use kit::Result;
use kit::time::{MICROS_PER_SECOND, days};

/// The session of the cart, as the API calls it. The page's script may use the same API with it.
pub const CART: &str = "onedoor_cart";
/// The id of the device, as the widget calls it.
pub const DEVICE: &str = "onedoor_device";
/// What the shop's own server signed about who sits here.
pub const TOKEN: &str = "onedoor_token";
/// A proof that was given: who sits here. No script reads it.
pub const ACCOUNT: &str = "onedoor_account";
/// A proof that was asked for.
pub const ASKED: &str = "onedoor_asked";

const YEAR: i64 = days(365);

/// For scripts, too.
pub fn open(name: &str, value: &str, https: bool) -> Result<HeaderValue> {
    written(name, value, YEAR, "", https)
}

/// For the server alone, for so long (microseconds).
pub fn shut(name: &str, value: &str, life: i64, https: bool) -> Result<HeaderValue> {
    written(name, value, life, "; HttpOnly", https)
}

pub fn gone(name: &str, https: bool) -> Result<HeaderValue> {
    written(name, "", 0, "", https)
}

fn written(name: &str, value: &str, life: i64, more: &str, https: bool) -> Result<HeaderValue> {
    let secure = if https { "; Secure" } else { "" };
    let seconds = life / MICROS_PER_SECOND;
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; SameSite=Lax{more}{secure}");
    HeaderValue::from_str(&text).map_err(kit::Error::internal)
}
