//! Whoever writes when nobody is there hears so at once, and when somebody will be.
//!
//! Kept here:
//! - Once in a conversation in each closed period, however often they write.
//! - By the door where they wrote, in their language; in the team's own words where it has some.
//! - It answers no machine: what is written by one never gets this far (see the doors).
//! - The customer goes on waiting: no clock stops.
//!
//! Start reading at [`answer`].

pub mod store;
#[cfg(test)]
mod tests;

use kit::i18n::{Arg, Lang};
use kit::{Result, Time, Tx};

use crate::conversations::{self, Conversation, Said};
use crate::hours::Hours;
use crate::{Ctx, teams, words};

/// After a message came in, in its transaction.
pub(crate) fn answer(
    ctx: &Ctx,
    tx: &Tx,
    root: &Conversation,
    language: Option<Lang>,
    now: Time,
) -> Result<()> {
    let Some(team) = root.team_id else { return Ok(()) };
    let Some(team) = teams::store::find_maybe(tx, team)? else { return Ok(()) };
    let settings = &team.settings;
    let Some(hours) = settings.hours.as_ref().filter(|_| settings.away.is_on) else {
        return Ok(());
    };
    let Some(closed_since) = hours.closed_since(now) else { return Ok(()) };
    let Some(to) = conversations::reached(tx, root)? else { return Ok(()) };
    if !store::insert(tx, root, closed_since)? {
        return Ok(());
    }
    let language = language.unwrap_or_else(|| words::usual(ctx));
    let body = text(settings.away.texts.get(&language), hours, language, now);
    conversations::say(ctx, tx, root, &to, Said { body, ..Said::default() }, now)?;
    Ok(())
}

/// The team's own words, else ours with when somebody will be there.
fn text(own: Option<&String>, hours: &Hours, language: Lang, now: Time) -> String {
    if let Some(own) = own {
        return own.clone();
    }
    let text = words::in_language(language, "away-text", &[]);
    let Some(opens) = hours.opens_at(now) else { return text };
    let moment = words::reader(language, hours.zone.clone()).date_time(opens);
    let until = words::in_language(language, "away-until", &[("moment", Arg::Text(moment))]);
    format!("{text} {until}")
}
