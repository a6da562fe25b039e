//! Ready answers: what is said again and again is written once, by all for all, and inserted by a short word.
//!
//! A text may have variables, `{customer.first_name}`, with a word for when nothing is known of it:
//! `{customer.first_name|there}`. One that can neither be filled nor has such a word stays visible in braces, and an answer
//! in which one is left is not sent.
//!
//! Start reading at [`rules::fill`].

pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use customers::accounts::authority::{Permit, may};
use kit::i18n::Lang;
use kit::{Error, Result, Time, Tx};

use crate::Ctx;
use crate::choices::{self, Choice};

kit::id_type!(ReadyId, "rdy");

pub use store::{find, list};

const SHORTCUT_CHARS_MAX: usize = 32;
const TITLE_CHARS_MAX: usize = 100;
const BODY_CHARS_MAX: usize = 10_000;
/// More is a knowledge base.
pub const COUNT_MAX: usize = 300;

/// A ready answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    pub id: ReadyId,
    /// Typed after a `/`; the same in each language.
    pub shortcut: String,
    pub lang: Lang,
    pub title: String,
    pub body: String,
    /// What the customer can choose from, below it.
    pub choices: Vec<String>,
    pub changed_at: Time,
}

/// As somebody wrote it.
#[derive(Clone, Debug, Default)]
pub struct New {
    pub shortcut: String,
    pub lang: Lang,
    pub title: String,
    pub body: String,
    /// A line each.
    pub choices: String,
}

/// Writes a new one, or another text for one that is there.
pub async fn save(
    ctx: &Ctx,
    _: &Permit<may::Talk>,
    id: Option<ReadyId>,
    new: &New,
) -> Result<ReadyId> {
    let now = ctx.customers.clock.now();
    let ready = checked(id.unwrap_or_else(|| ReadyId::new(now)), new, now)?;
    let write = |tx: &Tx| {
        let all = list(tx)?;
        if id.is_some_and(|id| all.iter().all(|one| one.id != id)) {
            return Err(Error::not_found("ready answer of this id"));
        }
        let is_same = |one: &&Ready| one.shortcut == ready.shortcut && one.lang == ready.lang;
        if all.iter().filter(is_same).any(|one| one.id != ready.id) {
            let detail =
                format!("“/{}” stands for another answer in this language.", ready.shortcut);
            return Err(Error::conflict("shortcut_taken", detail));
        }
        if id.is_none() && all.len() >= COUNT_MAX {
            let detail = format!("There are {COUNT_MAX} ready answers already.");
            return Err(Error::conflict("too_many_ready", detail));
        }
        store::save(tx, &ready)
    };
    ctx.customers.db.write(write).await?;
    Ok(ready.id)
}

fn checked(id: ReadyId, new: &New, now: Time) -> Result<Ready> {
    let shortcut = new.shortcut.trim().trim_start_matches('/').to_lowercase();
    let is_plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if shortcut.is_empty()
        || shortcut.chars().count() > SHORTCUT_CHARS_MAX
        || !shortcut.chars().all(is_plain)
    {
        let detail =
            format!("A short word has 1 to {SHORTCUT_CHARS_MAX} letters, digits and dashes.");
        return Err(Error::bad_input("bad_shortcut", detail));
    }
    let (title, body) = (new.title.trim(), new.body.trim().replace("\r\n", "\n"));
    if body.is_empty() || body.chars().count() > BODY_CHARS_MAX {
        let detail = format!("A ready answer has 1 to {BODY_CHARS_MAX} characters.");
        return Err(Error::bad_input("bad_ready_body", detail));
    }
    if let Some(unknown) = rules::unknown(&body) {
        let detail =
            format!("There is no “{{{unknown}}}”. Known are {}.", rules::VARIABLES.join(", "));
        return Err(Error::bad_input("unknown_variable", detail));
    }
    let title = if title.is_empty() { body.lines().next().unwrap_or_default() } else { title };
    let title = kit::text::clip(title, TITLE_CHARS_MAX).into_owned();
    let choices = Choice::of_titles(new.choices.lines());
    choices::rules::check(&choices)?;
    let choices = choices.into_iter().map(|choice| choice.title).collect();
    Ok(Ready { id, shortcut, lang: new.lang, title, body, choices, changed_at: now })
}

pub async fn delete(ctx: &Ctx, _: &Permit<may::Talk>, id: ReadyId) -> Result<()> {
    ctx.customers.db.write(|tx| store::delete(tx, id)).await
}
