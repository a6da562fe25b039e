//! Keeps what somebody is writing, as the script sends it every now and then.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use customers::accounts::{Permit, may};
use engage::drafts;
use kit::Result;

use super::parse_id;
use super::written::Written;
use crate::desk::who::Desk;

pub async fn keep_draft(
    desk: Desk,
    Path(id): Path<String>,
    Form(written): Form<Written>,
) -> Result<StatusCode> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    let Written { kind, way, subject, body, choices, .. } = written;
    let draft = drafts::Draft { kind, way, subject, body, choices };
    drafts::keep(&desk.app.engage, &permit, parse_id(&id)?, &draft).await?;
    Ok(StatusCode::NO_CONTENT)
}
