//! What the assistant has to know of a conversation, read in one transaction.

use customers::events::store as events;
use customers::identities::{Identity, Kind, graph, store as identities};
use kit::i18n::Lang;
use kit::time::hours;
use kit::{Result, Time, Tx};
use serde::{Deserialize, Serialize};

use super::orders;
use super::rules::{Memory, OrderSeen, Question, Seen};
use super::understand::understand;
use crate::Ctx;
use crate::articles::{self, Article, rank};
use crate::conversations::{
    Author, Conversation, ConversationId, Direction, Message, MessageId, store,
};
use crate::facts::{self, Entity};
use crate::language::language_of;
use crate::shop::{self, Name};

/// What was said longer ago is another talk.
const MEMORY: i64 = hours(24);
const MESSAGES_READ: usize = 40;
const EVENTS_READ: usize = 300;
/// An article answers when it fits this well: two words of its title, or one and much of the text.
const ARTICLE_FITS: u32 = 10;

/// A note of its own on each of its messages.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Marked {
    pub asked: Option<Question>,
    pub handed_over: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Details {
    assistant: Option<Marked>,
}

/// A message to think about, with all that counts.
pub struct Talk {
    pub root: Conversation,
    pub message: Message,
    pub lang: Lang,
    pub seen: Seen,
    pub hours: Option<String>,
    pub returns: Option<String>,
    pub article: Option<Article>,
}

/// None where there is nothing to answer any more: erased, or something newer was said.
pub fn read(ctx: &Ctx, tx: &Tx, id: MessageId, now: Time) -> Result<Option<Talk>> {
    let Some(message) = store::find_message_maybe(tx, id)? else { return Ok(None) };
    let root = store::find(tx, store::find(tx, message.conversation_id)?.root_id)?;
    let parts: Vec<ConversationId> =
        store::parts(tx, root.id)?.iter().map(|part| part.id).collect();
    let end = (Time::MAX, MessageId([0xff; 16]));
    let said = store::page(tx, &parts, end, MESSAGES_READ)?;
    // Of several messages in a row the last is answered.
    let is_last =
        said.iter().find(|one| one.direction == Direction::In).is_some_and(|one| one.id == id);
    if !is_last {
        return Ok(None);
    }
    let recent: Vec<&Message> = said.iter().filter(|one| now.since(one.at) < MEMORY).collect();
    let understood = understand(&message.body);
    let spoken = recent.iter().filter(|one| one.direction == Direction::In);
    let lang = understood.lang.or_else(|| spoken.clone().find_map(|one| language_of(&one.body)));
    let lang = lang.unwrap_or_default();
    let (hours, returns) =
        (shop::text(tx, Name::Hours, lang)?, shop::text(tx, Name::Returns, lang)?);
    let article = article(tx, &message.body, lang)?;
    let is_proven = is_proven(tx, &message)?;
    let told = facts::of_parts(tx, &parts, facts::FACTS_MAX)?;
    let named = told.iter().find(|one| one.message_id == id && one.entity == Entity::Order);
    let seen = Seen {
        understood,
        memory: memory(&recent),
        has_people: root.assignee_id.is_some()
            || recent.iter().any(|one| one.author == Author::Agent),
        is_proven,
        named_order: named.map(|one| one.value.clone()),
        orders: if is_proven { orders(ctx, tx, &message)? } else { Vec::new() },
        knows_hours: hours.is_some(),
        knows_returns: returns.is_some(),
        has_article: article.is_some(),
    };
    Ok(Some(Talk { root, message, lang, seen, hours, returns, article }))
}

fn memory(recent: &[&Message]) -> Memory {
    let own = recent.iter().filter(|one| one.author == Author::Bot);
    let mut memory = Memory::default();
    for message in own {
        let details: Details = serde_json::from_str(&message.details).unwrap_or_default();
        let Some(marked) = details.assistant else { continue };
        memory.has_spoken = true;
        memory.asked = memory.asked.or(marked.asked);
        memory.has_handed_over |= marked.handed_over;
    }
    memory
}

/// Whether the door has proven that it is the customer: the address from which it came is an identity that they hold.
fn is_proven(tx: &Tx, message: &Message) -> Result<bool> {
    let address = message.address.as_deref().and_then(|address| address.split_once(':'));
    let Some((kind, value)) = address else { return Ok(false) };
    let Ok(kind) = kind.parse::<Kind>() else { return Ok(false) };
    let is_account = kind == Kind::USER_ID;
    let Some(held) = identities::find_maybe(tx, &Identity::new(kind, value))? else {
        return Ok(false);
    };
    let is_theirs = graph::root(tx, held.customer_id)? == graph::root(tx, message.customer_id)?;
    Ok(is_theirs && held.makes_known() && (held.verified || is_account))
}

fn orders(ctx: &Ctx, tx: &Tx, message: &Message) -> Result<Vec<OrderSeen>> {
    let leaves = graph::leaves(tx, message.customer_id)?;
    let wanted = events::Wanted::newest(&leaves, EVENTS_READ);
    Ok(orders::seen(&events::page(tx, &ctx.customers.recorder.log, &wanted)?))
}

fn article(tx: &Tx, question: &str, lang: Lang) -> Result<Option<Article>> {
    let all = articles::published(tx, lang)?;
    let best = rank::best(question, &all);
    Ok(best
        .first()
        .filter(|(score, _)| *score >= ARTICLE_FITS)
        .map(|(_, article)| (*article).clone()))
}
