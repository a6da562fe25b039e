//! A customer goes on elsewhere: begun in the web chat, continued by SMS, at the till, on the telephone.
//!
//! A hand-over is a code for one conversation. It is said (`F4KM-7RPA`), scanned, or opened as a signed link; whichever
//! door it comes in by, the message that brings it goes on in the same conversation.
//!
//! ```text
//!            made by the customer, staff          a message brings the code
//!  (nothing) ──────────────────────────► open ─────────────────────────────► used
//!                                          │                                  │ the same one comes again: goes on
//!                                          └────── after a day ──► expired ◄──┘ another comes: refused
//! ```
//!
//! Kept here:
//! - A code joins a *talk*, never two customers: who brings it takes part, and is shown what is said to them from then on.
//!   Earlier messages and other people's data need a proof of who it is ([`crate::proofs`]).
//! - Whoever comes first with a code has it; for anybody else it is as if it were not there.
//! - What the receiving door says is at most what the customer had asked, and where. See [`rules::told`].
//! - Ten wrong codes in an hour from one address, and codes from it are not looked at any more.
//! - Opening a link changes nothing: mail programs open links too.
//!
//! Start reading at [`rules`] (pure), then [`make_in`] and [`recognise`]. Why so: `docs/decisions/0010-going-on-elsewhere.md`.

mod api;
mod code;
mod line;
mod recognise;
pub mod rules;
mod send;
pub mod store;
#[cfg(test)]
mod tests;
pub mod ways;

use customers::accounts::authority::{Permit, may};
use customers::channels::ChannelId;
use customers::identities::CustomerId;
use kit::i18n::Lang;
pub use kit::qr::Qr;
use kit::{Error, Result, Time, Tx};

use crate::Ctx;
use crate::conversations::{ConversationId, store as conversations};
use crate::tries::{self, Limit};

pub use api::{Told, own_url, routes};
pub use code::Code;
pub(crate) use line::reader;
pub use line::{Known, known, say};
pub use recognise::{Peeked, peek};
pub(crate) use recognise::{Recognised, recognise};
pub(crate) use send::{door_to, is_connected};
pub use send::{send_in, sends_to};

kit::id_type!(HandOverId, "hnd");

kit::words! {
    /// Who had the code made.
    MadeBy:
    Customer "customer",
    Staff "staff",
    /// A server of the shop.
    Server "server",
}

/// A conversation on its way to another door.
#[derive(Clone, Debug)]
pub struct HandOver {
    pub id: HandOverId,
    pub customer_id: CustomerId,
    pub conversation_id: ConversationId,
    /// The door where it was made.
    pub channel_id: ChannelId,
    pub made_by: MadeBy,
    /// Where it was sent, as `kind:value`.
    pub address: Option<String>,
    /// That address was known to be the customer's.
    pub is_address_proven: bool,
    /// What the customer reads.
    pub lang: Lang,
    /// A page of the shop with the widget.
    pub page: Option<String>,
    pub made_at: Time,
    pub expires_at: Time,
    pub used_at: Option<Time>,
    pub used_channel_id: Option<ChannelId>,
    pub used_leaf: Option<CustomerId>,
}

/// A hand-over as somebody asks for it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub conversation: ConversationId,
    pub channel: ChannelId,
    pub by: MadeBy,
    pub lang: Lang,
    pub page: Option<String>,
    /// Where it will be sent.
    pub address: Option<String>,
}

/// A code, in the clear: exists in the answer to its making and in what is sent.
#[derive(Clone, Debug)]
pub struct Made {
    pub id: HandOverId,
    pub code: Code,
    /// `/go/…`: what follows the server's own address.
    pub path: String,
    pub expires_at: Time,
}

/// Of one conversation.
const MADE_MAX: Limit = Limit { times: 30, within: kit::time::hours(1) };
const PAGE_BYTES_MAX: usize = 1_000;

/// Makes a code, in the transaction of whatever hands it on.
pub fn make_in(ctx: &Ctx, tx: &Tx, asked: &Asked, now: Time) -> Result<Made> {
    let root = conversations::find(tx, conversations::find(tx, asked.conversation)?.root_id)?;
    if !tries::take(tx, &format!("hand-over/{}", root.id), MADE_MAX, now)? {
        return Err(Error::too_many("too_many_codes", tries::seconds_left(MADE_MAX, now)));
    }
    store::delete_expired(tx, now)?;
    let code = Code::random()?;
    let is_address_proven = match &asked.address {
        Some(address) => send::is_proven(tx, root.customer_id, address)?,
        None => false,
    };
    let page = asked.page.clone().filter(|page| is_page(page));
    let hand_over = HandOver {
        id: HandOverId::new(now),
        customer_id: root.customer_id,
        conversation_id: root.id,
        channel_id: asked.channel,
        made_by: asked.by,
        address: asked.address.clone(),
        is_address_proven,
        lang: asked.lang,
        page,
        made_at: now,
        expires_at: now.plus(rules::LIFE),
        used_at: None,
        used_channel_id: None,
        used_leaf: None,
    };
    store::insert(tx, &code.hash(&ctx.secrets)?, &hand_over)?;
    let path = format!("/go/{}", code.signed(&ctx.secrets)?);
    Ok(Made { id: hand_over.id, code, path, expires_at: hand_over.expires_at })
}

/// The same, for staff who hand it on themselves.
pub async fn make(ctx: &Ctx, _: &Permit<may::Talk>, asked: &Asked) -> Result<Made> {
    let now = ctx.customers.clock.now();
    ctx.customers.db.write(|tx| make_in(ctx, tx, asked, now)).await
}

fn is_page(page: &str) -> bool {
    let is_web = page.starts_with("https://") || page.starts_with("http://");
    is_web && page.len() <= PAGE_BYTES_MAX && !page.chars().any(char::is_control)
}
