//! A letter came back, is late, or arrived: its message hears of it, and so does the address to which it went.

use customers::channels::ChannelId;
use customers::identities::bounces::{self, Complaint};
use customers::identities::normal::normalise;
use customers::identities::{Identity, Kind};
use kit::{Result, Time, Tx};

use super::bounce::{Fault, Notice, Says};
use crate::Ctx;
use crate::conversations::{self, Direction, Message, Report, Reported, State, store};

/// Notes what a server says. Of a letter whose reader was erased since, nothing is noted.
pub async fn heed(ctx: &Ctx, channel: ChannelId, notice: &Notice) -> Result<()> {
    let now = ctx.customers.clock.now();
    ctx.customers.db.write(|tx| heed_in(tx, channel, notice, now)).await
}

fn heed_in(tx: &Tx, channel: ChannelId, notice: &Notice, now: Time) -> Result<()> {
    let Some(letter) = store::find_message_maybe(tx, notice.about)? else { return Ok(()) };
    if letter.direction != Direction::Out {
        return Ok(());
    }
    if let Some(report) = report(notice) {
        conversations::report_in(tx, channel, &report, now)?;
    }
    let Some(to) = letter.address.as_deref().and_then(email_of) else { return Ok(()) };
    let (is_final, reason) = match &notice.says {
        Says::Arrived => return bounces::clear(tx, &to, now),
        Says::Late { reason } => (false, reason),
        Says::Failed { reason, fault } => (*fault == Fault::Address, reason),
    };
    let sent_id = letter.id.to_string();
    let complaint = Complaint {
        to: &to,
        leaf: letter.customer_id,
        sent_id: &sent_id,
        is_final,
        reason,
        at: notice.at,
    };
    if bounces::note(tx, &complaint)? {
        // Whoever is writing to this address sees it at once.
        store::touch(tx, letter.conversation_id, now)?;
    }
    Ok(())
}

/// What it means for the message; of one that is late, nothing is decided.
fn report(notice: &Notice) -> Option<Report> {
    let (state, error) = match &notice.says {
        Says::Arrived => (State::Delivered, None),
        Says::Failed { reason, .. } => (State::Failed, Some(reason.clone())),
        Says::Late { .. } => return None,
    };
    Some(Report { about: Reported::Message(notice.about), state, at: notice.at, error })
}

/// Somebody wrote by e-mail, so whatever came back from there before is over. Also where nobody vouched for the From: what a
/// forged one takes away is a warning, which the next letter brings back.
pub(crate) fn wrote(tx: &Tx, message: &Message, now: Time) -> Result<()> {
    match message.address.as_deref().and_then(email_of) {
        Some(from) => bounces::clear(tx, &from, now),
        None => Ok(()),
    }
}

/// The identity that an address (`email:anna@example.com`) is.
fn email_of(address: &str) -> Option<Identity> {
    let value = address.strip_prefix("email:")?;
    let value = normalise(&Kind::EMAIL, value, None).ok()?;
    Some(Identity::new(Kind::EMAIL, value))
}
