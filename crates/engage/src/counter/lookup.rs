//! Who is meant by what was scanned or typed.

use customers::accounts::authority::{Permit, may};
use customers::context::list::{self, Line};
use customers::identities::normal::normalise;
use customers::identities::{CustomerId, Identity, Kind, graph, store as identities};
use kit::{Result, Time, Tx};

use crate::Ctx;
use crate::conversations::{ConversationId, store as conversations};
use crate::handover::rules::{Use, may_use};
use crate::handover::{Code, store as hand_overs};

kit::words! {
    /// By what somebody was found.
    How:
    Code "code",
    Card "card",
    Number "number",
    Email "email",
    Account "account",
    Search "search",
}

#[derive(Debug)]
pub enum LookUp {
    One {
        customer: CustomerId,
        how: How,
        conversation: Option<ConversationId>,
    },
    /// Perhaps one of these.
    Some(Vec<Line>),
    /// A card, a number or an address that nobody has; or words that fit nobody.
    Nobody(Option<Identity>),
}

/// Nothing is written by looking.
pub fn look_up(
    ctx: &Ctx,
    tx: &Tx,
    _: &Permit<may::SeeCustomers>,
    text: &str,
    now: Time,
) -> Result<LookUp> {
    let text = text.trim();
    if let Some(found) = by_code(ctx, tx, text, now)? {
        return Ok(found);
    }
    let meant = meant(text, ctx.customers.defaults.region.as_deref());
    for (how, identity) in &meant {
        if let Some(leaf) = identities::leaf_maybe(tx, identity)? {
            let customer = graph::root(tx, leaf)?;
            return Ok(LookUp::One { customer, how: *how, conversation: None });
        }
    }
    let lines = list::search(tx, text)?;
    if lines.is_empty() {
        return Ok(LookUp::Nobody(meant.into_iter().next().map(|(_, identity)| identity)));
    }
    Ok(LookUp::Some(lines))
}

/// The talk to which a code leads that somebody says, on the telephone as at the counter.
pub fn talk_of_code(
    ctx: &Ctx,
    tx: &Tx,
    _: &Permit<may::SeeConversations>,
    text: &str,
    now: Time,
) -> Result<Option<ConversationId>> {
    match by_code(ctx, tx, text.trim(), now)? {
        Some(LookUp::One { conversation, .. }) => Ok(conversation),
        _ => Ok(None),
    }
}

fn by_code(ctx: &Ctx, tx: &Tx, text: &str, now: Time) -> Result<Option<LookUp>> {
    let Some(code) = Code::in_link(&ctx.secrets, text) else { return Ok(None) };
    let Ok(hash) = code.hash(&ctx.secrets) else { return Ok(None) };
    let Some(hand_over) = hand_overs::find_maybe(tx, &hash)? else { return Ok(None) };
    // The clerk sees who it is: it does not matter that a code was used at another door before.
    if may_use(&hand_over, hand_over.customer_id, now)
        == Use::Refused(crate::handover::rules::Refusal::Expired)
    {
        return Ok(None);
    }
    let Some(part) = conversations::find_maybe(tx, hand_over.conversation_id)? else {
        return Ok(None);
    };
    let root = conversations::find(tx, part.root_id)?;
    let customer = graph::root(tx, root.customer_id)?;
    Ok(Some(LookUp::One { customer, how: How::Code, conversation: Some(root.id) }))
}

/// What the text may name, the likeliest first.
pub(super) fn meant(text: &str, region: Option<&str>) -> Vec<(How, Identity)> {
    let identity = |how: How, kind: Kind| {
        let value = normalise(&kind, text, region).ok()?.into_owned();
        Some((how, Identity::new(kind, value)))
    };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_number =
        digits >= 7 && text.chars().all(|c| c.is_ascii_digit() || " +-()./".contains(c));
    // Spoken groups have blanks, an international number a plus; a scanner reads a card in one go.
    let is_spoken = text.contains(['+', ' ', '(']);
    let is_word = !text.contains(char::is_whitespace) && digits > 0 && !text.contains('+');
    let card = is_word.then(|| identity(How::Card, Kind::LOYALTY_CARD)).flatten();
    let number = is_number.then(|| identity(How::Number, Kind::PHONE)).flatten();
    let found = if text.contains('@') {
        vec![identity(How::Email, Kind::EMAIL)]
    } else if is_spoken || (digits <= 11 && number.is_some()) {
        vec![number, card]
    } else {
        vec![card, number, is_word.then(|| identity(How::Account, Kind::USER_ID)).flatten()]
    };
    found.into_iter().flatten().collect()
}
