//! The assistant's job: reads, decides, says.

use kit::jobs::{Job, Outcome};
use kit::text::clip;
use kit::{Error, Result, Time, Tx};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::rules::{Deed, decide};
use super::talk::{self, Marked, Talk};
use super::{store, words};
use crate::Ctx;
use crate::articles::render;
use crate::choices::{Choice, Choices};
use crate::conversations::{MessageId, Spoken, speak};

/// Of an article, what fits a chat; the whole is on the help page.
const ARTICLE_CHARS_MAX: usize = 700;

#[derive(Deserialize)]
struct Body {
    message: MessageId,
}

/// Does one job of the kind [`super::ANSWER`].
pub async fn answer_job(ctx: &Ctx, job: &Job) -> Outcome {
    try_answer(ctx, job).await.map_or_else(Outcome::from, |()| Outcome::Done)
}

async fn try_answer(ctx: &Ctx, job: &Job) -> Result<()> {
    let body: Body = serde_json::from_str(&job.body).map_err(Error::internal)?;
    let now = ctx.customers.clock.now();
    // Read, decided and said in one transaction: nobody of the staff can begin to answer in between.
    let write = |tx: &Tx| answer(ctx, tx, body.message, now);
    if let Some(learned) = ctx.customers.db.write(write).await? {
        ctx.customers.recorder.learn(learned);
    }
    Ok(())
}

fn answer(
    ctx: &Ctx,
    tx: &Tx,
    id: MessageId,
    now: Time,
) -> Result<Option<customers::recording::Learned>> {
    let Some(talk) = talk::read(ctx, tx, id, now)? else { return Ok(None) };
    // It may have been turned off since.
    if !store::is_on(tx, talk.message.channel_id)? {
        return Ok(None);
    }
    let deed = decide(&talk.seen, now);
    let Some(said) = said(&talk, &deed) else { return Ok(None) };
    let marked = Marked {
        asked: if let Deed::Ask(question) = &deed { Some(*question) } else { None },
        handed_over: matches!(deed, Deed::HandOver(_)),
    };
    let spoken = Spoken {
        to: &talk.message,
        body: &said,
        details: &details(&talk, &deed, marked),
        // Whoever is handed over waits for people as before.
        is_answer: !marked.handed_over,
    };
    speak(ctx, tx, talk.root.id, &spoken, now)
}

/// Its own note, and what can be pressed below its question.
fn details(talk: &Talk, deed: &Deed, marked: Marked) -> String {
    let mut details = Map::from_iter([("assistant".to_string(), json!(marked))]);
    if let Deed::Ask(question) = deed {
        let titles = words::choices(&words::tr(talk.lang), *question, &talk.seen);
        let of = Choice::of_titles(titles.iter().map(String::as_str));
        Choices { lang: talk.lang, of }.put_into(&mut details);
    }
    Value::Object(details).to_string()
}

/// The words; the first ones say who speaks.
fn said(talk: &Talk, deed: &Deed) -> Option<String> {
    let tr = words::tr(talk.lang);
    let text = match deed {
        Deed::Silent => return None,
        Deed::Order(order) => words::order(&tr, order),
        Deed::Hours => talk.hours.clone()?,
        Deed::Returns => talk.returns.clone()?,
        Deed::Article => {
            let article = talk.article.as_ref()?;
            let text = render::to_text(&article.body);
            format!("{}\n\n{}", article.title, clip(&text, ARTICLE_CHARS_MAX))
        }
        Deed::Welcome => tr.t("bot-welcome"),
        Deed::Ask(question) => words::question(&tr, *question),
        Deed::HandOver(why) => words::hand_over(&tr, *why),
    };
    let is_first = !talk.seen.memory.has_spoken;
    Some(if is_first { format!("{} {text}", tr.t("bot-intro")) } else { text })
}
