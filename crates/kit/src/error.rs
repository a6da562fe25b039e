//! The few errors of the product, each made by a function that says which thing went wrong, and the one
//! place where they become an answer: `application/problem+json` (RFC 9457) with a stable `code`.

use std::fmt;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What was sent cannot be understood or is not allowed: say it differently.
    BadInput,
    /// We do not know who you are.
    Unauthorized,
    /// We know who you are, and you may not.
    Forbidden,
    NotFound,
    /// It stood differently than you thought: look again.
    Conflict,
    TooLarge,
    /// Come again after so many seconds.
    TooMany {
        retry_after_seconds: u32,
    },
    /// HTTP itself refuses it, before anybody has looked at what is wanted: a wrong method, a body that never
    /// comes.
    Refused(StatusCode),
    /// Our own fault, or a part of ours that is down. The detail goes to the log, not to the client.
    Internal,
}

/// An error with a stable `code` for programs and a `detail` for people, which says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    pub kind: Kind,
    pub code: &'static str,
    pub detail: String,
}

impl Error {
    fn new(kind: Kind, code: &'static str, detail: impl Into<String>) -> Error {
        Error { kind, code, detail: detail.into() }
    }

    pub fn bad_input(code: &'static str, detail: impl Into<String>) -> Error {
        Error::new(Kind::BadInput, code, detail)
    }

    pub fn unauthorized(code: &'static str, detail: impl Into<String>) -> Error {
        Error::new(Kind::Unauthorized, code, detail)
    }

    pub fn forbidden(code: &'static str, detail: impl Into<String>) -> Error {
        Error::new(Kind::Forbidden, code, detail)
    }

    /// `what` is a noun: “customer cus_…”.
    pub fn not_found(what: impl fmt::Display) -> Error {
        Error::new(Kind::NotFound, "not_found", format!("There is no {what}."))
    }

    pub fn conflict(code: &'static str, detail: impl Into<String>) -> Error {
        Error::new(Kind::Conflict, code, detail)
    }

    pub fn too_large(code: &'static str, detail: impl Into<String>) -> Error {
        Error::new(Kind::TooLarge, code, detail)
    }

    pub fn too_many(code: &'static str, retry_after_seconds: u32) -> Error {
        Error::new(
            Kind::TooMany { retry_after_seconds },
            code,
            format!("Too many requests. Try again in {retry_after_seconds} s."),
        )
    }

    /// For the web shell only; whoever understands the request has a better word.
    pub fn refused(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Error {
        Error::new(Kind::Refused(status), code, detail)
    }

    pub fn internal(detail: impl fmt::Display) -> Error {
        Error::new(Kind::Internal, "internal", detail.to_string())
    }

    pub fn is_not_found(&self) -> bool {
        self.kind == Kind::NotFound
    }

    pub fn status(&self) -> StatusCode {
        match self.kind {
            Kind::BadInput => StatusCode::BAD_REQUEST,
            Kind::Unauthorized => StatusCode::UNAUTHORIZED,
            Kind::Forbidden => StatusCode::FORBIDDEN,
            Kind::NotFound => StatusCode::NOT_FOUND,
            Kind::Conflict => StatusCode::CONFLICT,
            Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Kind::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Kind::Refused(status) => status,
            Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What may be said to the one who asked: our own faults stay in the log.
    pub fn public_detail(&self) -> &str {
        match self.kind {
            Kind::Internal => "Something went wrong on our side. It has been logged.",
            _ => &self.detail,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.detail, self.code)
    }
}

impl std::error::Error for Error {}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(code = self.code, detail = self.detail, "request failed");
        }
        // `message` repeats the detail: rudder-sdk-python retries a 4xx that lacks `code` and `message`.
        let body = serde_json::json!({
            "type": "about:blank",
            "title": status.canonical_reason().unwrap_or("Error"),
            "status": status.as_u16(),
            "code": self.code,
            "detail": self.public_detail(),
            "message": self.public_detail(),
        });
        let mut response = (status, body.to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Kind::TooMany { retry_after_seconds } = self.kind {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(retry_after_seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}
