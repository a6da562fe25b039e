//! A message brings a code: which conversation it goes on with.

use std::sync::Arc;

use customers::channels::{Channel, Door};
use customers::identities::CustomerId;
use kit::time::hours;
use kit::{Result, Time, Tx};

use super::rules::{self, Use};
use super::{Code, HandOver, Known, known, line, store};
use crate::Ctx;
use crate::conversations::{self, Author, Conversation, ConversationId, Inbound};
use crate::tries::{self, Limit};

/// Wrong codes from one address of a door.
const WRONG_MAX: Limit = Limit { times: 10, within: hours(1) };

/// A code that is good for whoever brings it.
pub(crate) struct Recognised {
    hash: [u8; 32],
    hand_over: HandOver,
    is_first: bool,
    channel: Arc<Channel>,
    /// Looked up before the new message is there.
    known: Known,
}

/// The hand-over whose code a message carries. A wrong one is counted, and is otherwise only text.
pub(crate) fn recognise(
    ctx: &Ctx,
    tx: &Tx,
    door: &Door,
    inbound: &Inbound,
    leaf: CustomerId,
    now: Time,
) -> Result<Option<Recognised>> {
    let brought = inbound.code.as_deref().and_then(|code| Code::in_link(&ctx.secrets, code));
    let subject = || inbound.subject.as_deref().and_then(Code::in_text);
    let Some(code) = brought.or_else(|| Code::in_text(&inbound.body)).or_else(subject) else {
        return Ok(None);
    };
    // A server without a key makes no codes.
    let Ok(hash) = code.hash(&ctx.secrets) else { return Ok(None) };
    let who = inbound.sender.address.clone().unwrap_or_else(|| leaf.to_string());
    let wrong = format!("code/{}/{who}", door.channel.id);
    if tries::is_spent(tx, &wrong, WRONG_MAX, now)? {
        return Ok(None);
    }
    if let Some(hand_over) = store::lock_maybe(tx, &hash)? {
        let is_first = match rules::may_use(&hand_over, leaf, now) {
            Use::First => Some(true),
            Use::Again => Some(false),
            Use::Refused(_) => None,
        };
        let part = conversations::store::find_maybe(tx, hand_over.conversation_id)?;
        if let (Some(is_first), Some(part)) = (is_first, part) {
            let root = conversations::store::find(tx, part.root_id)?;
            let known = known(tx, &hand_over, &root, now)?;
            let channel = door.channel.clone();
            return Ok(Some(Recognised { hash, hand_over, is_first, channel, known }));
        }
    }
    tries::take(tx, &wrong, WRONG_MAX, now)?;
    Ok(None)
}

impl Recognised {
    pub(crate) fn conversation(&self) -> ConversationId {
        self.hand_over.conversation_id
    }

    /// The conversation goes on here: nobody else can use the code, and the door says in one line what it knows.
    pub(crate) fn go_on(
        &self,
        ctx: &Ctx,
        tx: &Tx,
        root: &Conversation,
        at: conversations::store::Located,
        address: Option<String>,
        now: Time,
    ) -> Result<()> {
        if !self.is_first {
            return Ok(());
        }
        store::set_used(tx, &self.hash, at.customer_id, self.channel.id, now)?;
        let body = line::say(self.hand_over.lang, &self.known);
        let said =
            conversations::OwnWords { author: Author::System, subject: None, body: &body, address };
        conversations::say_there(ctx, tx, root, &self.channel, at.customer_id, &said, now)?;
        Ok(())
    }
}

/// What a link may show to whoever opened it; nothing is used up by looking.
#[derive(Clone, Debug)]
pub struct Peeked {
    pub hand_over: HandOver,
    pub known: Known,
}

/// Looks at the hand-over of a link's end, `F4KM7RPA.…`, which carries our signature. `None` when it has expired or
/// somebody went on with it already.
pub async fn peek(ctx: &Ctx, signed: &str) -> Result<Option<Peeked>> {
    let hash = Code::of_signed(&ctx.secrets, signed)?.hash(&ctx.secrets)?;
    let now = ctx.customers.clock.now();
    let read = |tx: &Tx| {
        let found = store::find_maybe(tx, &hash)?;
        let open = found.filter(|one| one.used_at.is_none() && now < one.expires_at);
        let Some(hand_over) = open else { return Ok(None) };
        let Some(part) = conversations::store::find_maybe(tx, hand_over.conversation_id)? else {
            return Ok(None);
        };
        let root = conversations::store::find(tx, part.root_id)?;
        let known = known(tx, &hand_over, &root, now)?;
        Ok(Some(Peeked { hand_over, known }))
    };
    ctx.customers.db.read(read).await
}
