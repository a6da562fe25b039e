//! How was it? Asked once, when a conversation is closed, by the door where it ended.
//!
//! ```text
//! closed ──► asked ──► answered: 1 to 5, perhaps with a word; it may be changed by the same link
//! ```
//! In a chat the widget shows five buttons; by any other door goes a link, signed by us, to a small page that works without
//! script. The answer stands in the conversation and on the customer's timeline.
//!
//! Kept here:
//! - Once for a conversation, and not again to the same customer within the days that the team says.
//! - Only by doors that can be written to, and not to whoever refused such questions.
//! - Opening the link answers nothing.
//!
//! Start reading at [`ask`]; the page and the widget's way are in `page.rs`.

mod page;
pub mod store;
#[cfg(test)]
mod tests;

use customers::accounts::AccountId;
use customers::accounts::authority::{Permit, may};
use customers::channels::{ChannelId, ChannelKind, Door, store as channels};
use customers::identities::{CustomerId, graph};
use customers::recording::{By, Happening};
use kit::i18n::Arg;
use kit::id::{from_base32, to_base32};
use kit::time::days;
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use crate::conversations::{
    self, Author, Conversation, ConversationId, Message, Said, TeamId, Trace, store as rows, trace,
};
use crate::unsubscribe::Purpose;
use crate::{Ctx, routing, teams, words};

pub use page::routes;

kit::id_type!(SurveyId, "svy");

const ID_LETTERS: usize = 26;
const MAC_LETTERS: usize = 16;
const COMMENT_CHARS_MAX: usize = 2_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    pub customer_id: CustomerId,
    pub id: SurveyId,
    pub conversation_id: ConversationId,
    pub channel_id: ChannelId,
    pub team_id: TeamId,
    pub account_id: Option<AccountId>,
    pub asked_at: Time,
    pub score: Option<i64>,
    pub comment: Option<String>,
    pub answered_at: Option<Time>,
}

/// How a door did.
#[derive(Clone, Debug, PartialEq)]
pub struct Result5 {
    pub channel_id: ChannelId,
    pub asked: i64,
    /// How many gave each score, from 1 to 5.
    pub scores: [i64; 5],
}

impl Result5 {
    pub fn answered(&self) -> i64 {
        self.scores.iter().sum()
    }

    /// In hundredths; none where nobody answered.
    pub fn average(&self) -> Option<i64> {
        let answered = self.answered();
        let sum: i64 = self.scores.iter().zip(1..).map(|(count, score)| count * score).sum();
        (answered > 0).then(|| (sum * 100 + answered / 2) / answered)
    }
}

/// A conversation was closed: asks, where its team wants that.
pub(crate) fn ask(ctx: &Ctx, tx: &Tx, root: &Conversation, now: Time) -> Result<()> {
    let Some(team) = root.team_id else { return Ok(()) };
    let Some(team) = teams::store::find_maybe(tx, team)? else { return Ok(()) };
    // Whoever got no answer is not asked how it was.
    if !team.settings.survey.is_on
        || root.last_author == Author::Customer && !was_answered(tx, root)?
    {
        return Ok(());
    }
    if store::of_conversation(tx, root.id)?.is_some() {
        return Ok(());
    }
    let Some(to) = conversations::reached(tx, root)? else { return Ok(()) };
    let leaves = graph::leaves(tx, to.leaf)?;
    let quiet_since = now.minus(days(team.settings.survey.quiet_days));
    if store::was_asked_since(tx, &leaves, quiet_since)? {
        return Ok(());
    }
    let id = SurveyId::new(now);
    // A server without a key signs nothing, and so it asks nothing.
    let Ok(token) = token(ctx, id) else { return Ok(()) };
    let is_chat =
        matches!(to.channel.kind, ChannelKind::Chat | ChannelKind::Web | ChannelKind::App);
    let lang =
        routing::language(tx, to.leaf, &root.last_text)?.unwrap_or_else(|| words::usual(ctx));
    let said = match (is_chat, url(ctx, id)?) {
        (true, _) => words::in_language(lang, "survey-chat", &[]),
        (false, Some(url)) => words::in_language(lang, "survey-text", &[("url", Arg::Text(url))]),
        // Nobody knows how people reach this server: there is no link to give.
        (false, None) => return Ok(()),
    };
    let details = [("survey".to_string(), json!(token))].into_iter().collect();
    let said = Said { body: said, details, purpose: Some(Purpose::Feedback), subject: None };
    if conversations::say(ctx, tx, root, &to, said, now)?.is_none() {
        return Ok(());
    }
    let survey = Survey {
        customer_id: to.leaf,
        id,
        conversation_id: root.id,
        channel_id: to.channel.id,
        team_id: team.id,
        account_id: root.assignee_id,
        asked_at: now,
        score: None,
        comment: None,
        answered_at: None,
    };
    store::insert(tx, &survey)
}

/// By what a message that asks is answered.
pub(crate) fn asked_by(message: &Message) -> Option<String> {
    if message.author != Author::System {
        return None;
    }
    let details: serde_json::Value = serde_json::from_str(&message.details).ok()?;
    Some(details.get("survey")?.as_str()?.to_string())
}

fn was_answered(tx: &Tx, root: &Conversation) -> Result<bool> {
    let parts: Vec<_> = rows::parts(tx, root.id)?.iter().map(|part| part.id).collect();
    rows::has_answer(tx, &parts)
}

/// Takes an answer, or another one in its place.
///
/// # Errors
/// `bad_score`; not found, where the link is not ours or the conversation is gone.
pub(crate) async fn answer(ctx: &Ctx, token: &str, score: i64, comment: &str) -> Result<Survey> {
    if !(1..=5).contains(&score) {
        return Err(Error::bad_input("bad_score", "A score is 1 to 5."));
    }
    let comment: String = comment.trim().chars().take(COMMENT_CHARS_MAX).collect();
    let now = ctx.customers.clock.now();
    let answer = |tx: &Tx| {
        let survey = of_token(ctx, tx, token)?.ok_or_else(gone)?;
        let survey = Survey {
            score: Some(score),
            comment: Some(comment.clone())
                .filter(|comment| !comment.is_empty())
                .or(survey.comment.clone()),
            answered_at: Some(now),
            ..survey
        };
        let is_same = of_token(ctx, tx, token)?
            .is_some_and(|before| before.score == survey.score && before.comment == survey.comment);
        if is_same {
            return Ok((survey, None));
        }
        store::save(tx, &survey)?;
        let root = rows::find(tx, rows::find(tx, survey.conversation_id)?.root_id)?;
        let comment = survey.comment.clone().unwrap_or_default();
        trace(tx, &root, &Trace::Rated { score, comment: comment.clone() }, now)?;
        rows::touch(tx, root.id, now)?;
        let properties = json!({ "score": score, "comment": comment, "survey_id": survey.id });
        let happening = Happening {
            name: "Survey Answered",
            key: &format!("{}:{}", survey.id, now.0),
            at: now,
            by: By::Leaf(survey.customer_id),
            properties: &properties.to_string(),
        };
        let channel = channels::find(tx, survey.channel_id)?;
        let door = Door { channel: channel.into(), trusted: true };
        let noted = ctx.customers.recorder.note(tx, &door, &happening, now)?;
        Ok((survey, Some(noted.learned)))
    };
    let (survey, learned) = ctx.customers.db.write(answer).await?;
    if let Some(learned) = learned {
        ctx.customers.recorder.learn(learned);
    }
    Ok(survey)
}

/// What was answered since a moment, by door.
pub fn report(tx: &Tx, _: &Permit<may::SeeConversations>, since: Time) -> Result<Vec<Result5>> {
    let mut all: Vec<Result5> = Vec::new();
    for (channel_id, score, count) in store::counts(tx, since)? {
        if all.last().is_none_or(|last| last.channel_id != channel_id) {
            all.push(Result5 { channel_id, asked: 0, scores: [0; 5] });
        }
        let Some(last) = all.last_mut() else { continue };
        last.asked += count;
        let place = score.and_then(|score| usize::try_from(score - 1).ok());
        if let Some(slot) = place.and_then(|place| last.scores.get_mut(place)) {
            *slot += count;
        }
    }
    Ok(all)
}

fn gone() -> Error {
    Error::not_found("question that this link belongs to")
}

fn url(ctx: &Ctx, id: SurveyId) -> Result<Option<String>> {
    let Some(public) = &ctx.public_url else { return Ok(None) };
    Ok(Some(format!("{}/s/{}", public.trim_end_matches('/'), token(ctx, id)?)))
}

/// Names a survey to whoever was asked, and to nobody else.
fn token(ctx: &Ctx, id: SurveyId) -> Result<String> {
    let signed = ctx.secrets.signer("survey")?.sign(&id.0);
    let text = to_base32(std::array::from_fn(|i| signed[i]));
    // The first letter holds three bits only.
    Ok(format!("{}{}", to_base32(id.0), &text[ID_LETTERS - MAC_LETTERS..]))
}

fn of_token(ctx: &Ctx, tx: &Tx, text: &str) -> Result<Option<Survey>> {
    if !text.is_ascii() || text.len() != ID_LETTERS + MAC_LETTERS {
        return Ok(None);
    }
    let Some(id) = from_base32(&text[..ID_LETTERS]).map(SurveyId) else { return Ok(None) };
    if token(ctx, id)? == text { store::find_maybe(tx, id) } else { Ok(None) }
}
