//! Whom a change concerns: pure.

use customers::accounts::AccountId;
use customers::identities::CustomerId;
use kit::Time;

use super::{Notice, To, Why};
use crate::conversations::{Author, Conversation, ConversationId, Status};

/// Somebody was called into a conversation, or a part of one.
#[derive(Clone, Copy, Debug)]
pub struct Call {
    pub account_id: AccountId,
    pub conversation_id: ConversationId,
    pub customer_id: CustomerId,
    pub at: Time,
}

/// By which a notice is known: told once, it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    pub conversation_id: ConversationId,
    pub why: Why,
    pub to: To,
    pub at: Time,
}

pub fn key(notice: &Notice) -> Key {
    let Notice { conversation_id, why, to, at, .. } = *notice;
    // A message that was told to a team is no news to whoever takes it over.
    let (why, to) = if why == Why::Called { (why, to) } else { (Why::Mine, To::Everybody) };
    Key { conversation_id, why, to, at }
}

/// What is to be told of conversations (and parts) that changed, and of calls into them.
pub fn notices(changed: &[Conversation], calls: &[Call]) -> Vec<Notice> {
    let mut notices: Vec<Notice> = changed.iter().filter_map(written).collect();
    for call in calls {
        let Some(part) = changed.iter().find(|one| one.id == call.conversation_id) else {
            continue;
        };
        let to = To::Account(call.account_id);
        notices.push(Notice { at: call.at, ..notice(part, Why::Called, to) });
    }
    notices
}

/// The customer spoke last, and waits.
fn written(it: &Conversation) -> Option<Notice> {
    let waits = it.id == it.root_id && it.status == Status::Open;
    if !waits || it.last_author != Author::Customer {
        return None;
    }
    Some(match (it.assignee_id, it.team_id) {
        (Some(account), _) => notice(it, Why::Mine, To::Account(account)),
        (None, Some(team)) => notice(it, Why::Nobodys, To::Team(team)),
        (None, None) => notice(it, Why::Nobodys, To::Everybody),
    })
}

fn notice(it: &Conversation, why: Why, to: To) -> Notice {
    Notice {
        why,
        to,
        conversation_id: it.root_id,
        customer_id: it.customer_id,
        name: None,
        channel_id: it.last_channel_id,
        text: it.last_text.clone(),
        at: it.last_at,
    }
}
