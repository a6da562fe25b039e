//! Where an answer is given: a small page that works without script, and the buttons of the widget.

use axum::extract::{Form, Path, State as With};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware;
use axum::response::Response;
use axum::routing::{get, post};
use customers::recording::api::cross_origin;
use kit::error::Kind;
use kit::i18n::Tr;
use kit::web::{Access, Routes};
use kit::{Error, Result};
use serde::Deserialize;

use super::{Survey, answer, of_token};
use crate::Ctx;
use crate::small_page::{self, Page, escaped};

pub fn routes(ctx: Ctx) -> Routes {
    let for_widget = Routes::of(Access::Everybody)
        .route("/v1/surveys/{token}", post(answer_in_widget))
        .layer(middleware::from_fn(cross_origin));
    Routes::of(Access::Everybody)
        .route("/s/{token}", get(show_survey).post(answer_survey))
        .merge(for_widget)
        .with_state(ctx)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Answer {
    score: i64,
    comment: String,
}

async fn show_survey(
    With(ctx): With<Ctx>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response> {
    let tr = small_page::reader(&ctx, &headers);
    match ctx.customers.db.read(|tx| of_token(&ctx, tx, &token)).await? {
        Some(survey) => Ok(page(&tr, &tr.t("survey-title"), "", &survey).show(&tr, StatusCode::OK)),
        None => Ok(small_page::gone(&tr)),
    }
}

async fn answer_survey(
    With(ctx): With<Ctx>,
    Path(token): Path<String>,
    headers: HeaderMap,
    Form(sent): Form<Answer>,
) -> Result<Response> {
    let tr = small_page::reader(&ctx, &headers);
    match answer(&ctx, &token, sent.score, &sent.comment).await {
        Ok(survey) => {
            let thanks = format!("<p>{}</p>", escaped(&tr.t("survey-thanks-text")));
            Ok(page(&tr, &tr.t("survey-thanks"), &thanks, &survey).show(&tr, StatusCode::OK))
        }
        Err(error) if error.kind == Kind::NotFound => Ok(small_page::gone(&tr)),
        Err(error) => Err(error),
    }
}

/// The widget sends what was pressed.
async fn answer_in_widget(
    With(ctx): With<Ctx>,
    Path(token): Path<String>,
    body: axum::body::Bytes,
) -> Result<StatusCode> {
    let sent: Answer = serde_json::from_slice(&body)
        .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
    answer(&ctx, &token, sent.score, &sent.comment).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn page(tr: &Tr, title: &str, before: &str, survey: &Survey) -> Page {
    let scores: String = (1..=5).map(|score| one_score(tr, score, survey.score)).collect();
    let body = format!(
        "{before}<form method=\"post\"><fieldset><legend>{legend}</legend>{scores}</fieldset>\
         <label for=\"comment\">{comment}</label>\
         <textarea id=\"comment\" name=\"comment\" rows=\"3\" maxlength=\"2000\">{said}</textarea>\
         <button type=\"submit\">{send}</button></form>",
        legend = escaped(&tr.t("survey-score")),
        comment = escaped(&tr.t("survey-comment")),
        said = escaped(survey.comment.as_deref().unwrap_or_default()),
        send = escaped(&tr.t("survey-send")),
    );
    Page { title: title.to_string(), body }
}

fn one_score(tr: &Tr, score: i64, chosen: Option<i64>) -> String {
    let checked = if chosen == Some(score) { " checked" } else { "" };
    let words = escaped(&tr.t(&format!("survey-score-{score}")));
    format!(
        "<label class=\"score\"><input type=\"radio\" name=\"score\" value=\"{score}\" required{checked}>\
         <span><b>{score}</b>{words}</span></label>"
    )
}
