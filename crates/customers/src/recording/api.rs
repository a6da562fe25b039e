//! The HTTP side of recording: which paths the SDKs post to, how they name their key, what they expect back.
//!
//! Routed by path, never by content type: browsers send JSON as `text/plain` (no CORS preflight),
//! rudder-sdk-node sends gzipped JSON as a form.

use std::io::Read;

use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine as _;
use kit::web::{Access, Routes, is_timed_out};
use kit::{Error, Result};
use serde::Deserialize;
use serde_json::json;

use super::{BATCH_BYTES_MAX, Outcome, batch, import_lines, incoming, single, write_key_in};
use crate::Ctx;
use crate::channels::Door;
use crate::events::EventType;

/// An import's request: some tens of thousands of lines.
const IMPORT_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Events that wait for their index before the door is held (SQLite).
const WAITING_MAX: usize = 2_000_000;
const RETRY_AFTER_SECONDS: u32 = 1;

#[derive(Clone)]
struct Api {
    ctx: Ctx,
}

pub fn routes(ctx: Ctx) -> Routes {
    let kinds = [
        ("/v1/track", "/v1/t", EventType::Track),
        ("/v1/identify", "/v1/i", EventType::Identify),
        ("/v1/page", "/v1/p", EventType::Page),
        ("/v1/screen", "/v1/s", EventType::Screen),
        ("/v1/group", "/v1/g", EventType::Group),
        ("/v1/alias", "/v1/a", EventType::Alias),
    ];
    let mut routes = Routes::of(Access::AnyKey);
    for (path, short, kind) in kinds {
        let take = move |State(api): State<Api>, request: Request| take_single(api, kind, request);
        routes = routes.route(path, post(take)).route(short, post(take));
    }
    routes
        .route("/v1/batch", post(take_batch))
        .route("/v1/b", post(take_batch))
        .route("/v1/projects/{key}/settings", get(show_settings))
        .route("/cdn/v1/projects/{key}/settings", get(show_settings))
        .route("/sourceConfig", get(show_source_config))
        .route("/sourceConfig/", get(show_source_config))
        .merge(Routes::of(Access::SecretKey).route("/v1/import", post(take_import)))
        .layer(middleware::from_fn(cross_origin))
        .with_state(Api { ctx })
}

type Request = axum::http::Request<Body>;

async fn take_single(api: Api, kind: EventType, request: Request) -> Result<Response> {
    let (door, body) = api.open(request, incoming::CALL_BYTES_MAX).await?;
    let _place = api.place()?;
    let outcome = single(&api.ctx, &door, kind, &body).await;
    if let Err(error) = &outcome {
        api.note_rejection(&door, error, &body).await?;
    }
    Ok(answer(&outcome?))
}

async fn take_batch(State(api): State<Api>, request: Request) -> Result<Response> {
    let (door, body) = api.open(request, BATCH_BYTES_MAX).await?;
    let _place = api.place()?;
    Ok(answer(&batch(&api.ctx, &door, &body).await?))
}

async fn take_import(State(api): State<Api>, request: Request) -> Result<Response> {
    let (door, body) = api.open(request, IMPORT_BYTES_MAX).await?;
    let _place = api.place()?;
    if !door.trusted {
        return Err(Error::forbidden(
            "secret_key_needed",
            "History is imported with the secret key of the door.",
        ));
    }
    let text = std::str::from_utf8(&body)
        .map_err(|_| Error::bad_input("bad_utf8", "The lines are not UTF-8 text."))?;
    let imported = import_lines(&api.ctx, &door, text, 1).await?;
    Ok(axum::Json(imported).into_response())
}

fn answer(outcome: &Outcome) -> Response {
    let mut body = json!({ "success": true });
    if !outcome.rejected.is_empty() {
        body["rejected"] = json!(outcome.rejected);
    }
    axum::Json(body).into_response()
}

/// What analytics.js asks before it sends: that events go to us.
async fn show_settings(State(api): State<Api>, Path(key): Path<String>) -> Result<Response> {
    api.ctx.doors.open(&api.ctx.db, &api.ctx.clock, &key).await?;
    let settings = json!({
        "integrations": { "Segment.io": { "apiKey": key, "type": "browser", "bundlingStatus": "bundled" } },
        "plan": { "track": { "__default": { "enabled": true } } },
        "enabledMiddleware": {},
        "edgeFunction": {},
        "metrics": { "sampleRate": 0 },
    });
    Ok(axum::Json(settings).into_response())
}

#[derive(Deserialize)]
struct SourceQuery {
    #[serde(rename = "writeKey")]
    write_key: Option<String>,
}

/// What the RudderStack browser SDK asks.
async fn show_source_config(
    State(api): State<Api>,
    Query(query): Query<SourceQuery>,
    headers: HeaderMap,
) -> Result<Response> {
    let key = query.write_key.or_else(|| key_in(&headers)).ok_or_else(no_key)?;
    let door = api.ctx.doors.open(&api.ctx.db, &api.ctx.clock, &key).await?;
    let config = json!({
        "source": {
            "id": door.channel.id,
            "name": door.channel.name,
            "writeKey": key,
            "enabled": true,
            "workspaceId": "onedoor",
            "destinations": [],
            "config": { "statsCollection": { "errors": { "enabled": false }, "metrics": { "enabled": false } } },
            "dataplanes": {},
        },
        "updatedAt": door.channel.created_at,
    });
    Ok(axum::Json(config).into_response())
}

fn no_key() -> Error {
    Error::unauthorized(
        "no_key",
        "Say which door you come by: the write key as Basic user, Bearer token or `writeKey`.",
    )
}

/// Basic user (what SDKs send) or Bearer token.
pub fn key_in(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    if let Some(token) = value.strip_prefix("Bearer ") {
        return Some(token.trim().to_string());
    }
    let encoded = value.strip_prefix("Basic ")?;
    let plain = base64::engine::general_purpose::STANDARD.decode(encoded.trim()).ok()?;
    let plain = String::from_utf8(plain).ok()?;
    let user = plain.split_once(':').map_or(plain.as_str(), |(user, _)| user);
    (!user.is_empty()).then(|| user.to_string())
}

impl Api {
    /// A place among those who are recorded, or 429: nothing has been recorded yet, so nothing is lost. Taken when
    /// the body is there: a client that sends slowly keeps nobody out.
    fn place(&self) -> Result<tokio::sync::SemaphorePermit<'_>> {
        let busy = || {
            metrics::counter!("onedoor_requests_refused_total").increment(1);
            Error::too_many("overloaded", RETRY_AFTER_SECONDS)
        };
        if self.ctx.recorder.log.pending() > WAITING_MAX {
            return Err(busy());
        }
        self.ctx.recorder.places.0.try_acquire().map_err(|_| busy())
    }

    /// The door and the plain body of a request.
    async fn open(&self, request: Request, bytes_max: usize) -> Result<(Door, Bytes)> {
        // When all places are taken, do not even read.
        drop(self.place()?);
        let (parts, body) = request.into_parts();
        let key = key_in(&parts.headers);
        let door = match &key {
            Some(key) => Some(self.ctx.doors.open(&self.ctx.db, &self.ctx.clock, key).await?),
            None => None,
        };
        let body =
            axum::body::to_bytes(body, bytes_max).await.map_err(|e| unread(&e, bytes_max))?;
        let body = plain(body, bytes_max)?;
        let door = match door {
            Some(door) => door,
            None => {
                let key = write_key_in(&body).ok_or_else(no_key)?;
                self.ctx.doors.open(&self.ctx.db, &self.ctx.clock, &key).await?
            }
        };
        door.may_record()?;
        Ok((door, body))
    }

    async fn note_rejection(&self, door: &Door, error: &Error, body: &[u8]) -> Result<()> {
        if error.kind != kit::error::Kind::BadInput {
            return Ok(());
        }
        let rejected = super::Rejected {
            index: 0,
            code: error.code,
            detail: error.detail.clone(),
            body: kit::text::clip(
                &String::from_utf8_lossy(body),
                super::rejections::BODY_LENGTH_MAX,
            )
            .into_owned(),
        };
        let now = self.ctx.clock.now();
        let note = std::slice::from_ref(&rejected);
        self.ctx.db.write(|tx| super::rejections::note(tx, door.channel.id, note, now)).await
    }
}

fn unread(error: &axum::Error, bytes_max: usize) -> Error {
    if is_timed_out(error) {
        // SDKs send again what was answered 408.
        let detail = "The body came too slowly. Send it again, or in smaller parts.";
        return Error::refused(StatusCode::REQUEST_TIMEOUT, "body_too_slow", detail);
    }
    too_large(bytes_max)
}

fn too_large(bytes_max: usize) -> Error {
    // 400 and not 413: what the specification answers, and no SDK sends such a body again.
    Error::bad_input("body_too_large", format!("The body may have {} KB.", bytes_max / 1024))
}

/// Unzips by the first bytes, whatever the headers say.
fn plain(body: Bytes, bytes_max: usize) -> Result<Bytes> {
    if !body.starts_with(&[0x1f, 0x8b]) {
        return Ok(body);
    }
    let mut plain = Vec::with_capacity(body.len() * 4);
    let mut unzip = flate2::read::MultiGzDecoder::new(&body[..]).take(bytes_max as u64 + 1);
    unzip
        .read_to_end(&mut plain)
        .map_err(|_| Error::bad_input("bad_gzip", "The body is no whole gzip."))?;
    if plain.len() > bytes_max {
        return Err(too_large(bytes_max));
    }
    Ok(plain.into())
}

/// Pages of any origin may record: the write key is public. Cookies are never read here.
pub async fn cross_origin(request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let asked = request.headers().get(header::ACCESS_CONTROL_REQUEST_HEADERS).cloned();
    let mut response = if request.method() == Method::OPTIONS {
        StatusCode::NO_CONTENT.into_response()
    } else {
        next.run(request).await
    };
    let Some(origin) = origin else { return response };
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(header::VARY, HeaderValue::from_static("origin"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("retry-after"));
    if let Some(asked) = asked {
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, asked);
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_METHODS,
            HeaderValue::from_static("GET, POST, OPTIONS"),
        );
        headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400"));
    }
    response
}
