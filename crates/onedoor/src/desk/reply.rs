//! What a handler answers: a page, or the way to the next one.

use axum::http::header::{CONTENT_TYPE, HeaderValue, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::Markup;

use super::cookies;

#[derive(Debug)]
pub struct Page {
    status: StatusCode,
    markup: Markup,
    headers: HeaderMap,
}

impl Page {
    pub(super) fn new(markup: Markup, has_flash: bool) -> Page {
        let mut headers = HeaderMap::new();
        if has_flash {
            headers.append(SET_COOKIE, cookies::no_flash());
        }
        Page { status: StatusCode::OK, markup, headers }
    }

    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Page {
        Page { status, ..self }
    }

    #[must_use]
    pub fn with_cookie(mut self, cookie: HeaderValue) -> Page {
        self.headers.append(SET_COOKIE, cookie);
        self
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.headers, self.markup.into_string()).into_response();
        response
            .headers_mut()
            .insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        response
    }
}

/// After a form: the browser gets the next page by GET, so that reloading it does nothing twice.
#[derive(Debug)]
pub struct Go {
    headers: HeaderMap,
}

impl Go {
    /// To a path of our own; anything else leads to the start of the desk.
    pub fn to(path: &str) -> Go {
        let mut headers = HeaderMap::new();
        let target = HeaderValue::from_str(local(path));
        headers.insert(LOCATION, target.unwrap_or(HeaderValue::from_static("/desk")));
        Go { headers }
    }

    /// The next page says `desk-flash-<key>`.
    #[must_use]
    pub fn saying(self, key: &str) -> Go {
        self.with_cookie(cookies::flash(key))
    }

    #[must_use]
    pub fn with_cookie(mut self, cookie: HeaderValue) -> Go {
        self.headers.append(SET_COOKIE, cookie);
        self
    }
}

impl IntoResponse for Go {
    fn into_response(self) -> Response {
        (StatusCode::SEE_OTHER, self.headers).into_response()
    }
}

/// Only a path inside the desk: `//evil.example` and `/\evil.example` are other hosts to a browser.
fn local(path: &str) -> &str {
    let is_local = ["/desk", "/till"].contains(&path)
        || ["/desk/", "/desk?"].iter().any(|start| path.starts_with(start))
            && !path.contains(|c: char| c == '\\' || c.is_control());
    if is_local { path } else { "/desk" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_only_into_the_desk() {
        assert_eq!(local("/desk/team?x=1"), "/desk/team?x=1");
        assert_eq!(local("/till"), "/till");
        for elsewhere in ["//evil.example", "https://evil.example", "/desk/\\x", "/deskx", ""] {
            assert_eq!(local(elsewhere), "/desk");
        }
    }
}
