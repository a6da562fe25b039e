//! Silence that has lasted long enough ends a conversation.

use kit::time::days;
use kit::{Result, Time, Tx};

use super::{Close, When, rules, store};
use crate::Ctx;
use crate::conversations::{
    self, Conversation, ConversationId, Status, Trace, store as rows, trace,
};

const PAGE_SIZE: usize = 200;
/// In one round; the next goes on from the beginning, where the closed ones are no more.
const PAGES_MAX: usize = 50;

/// Closes what a rule says is over; returns how many.
pub async fn close_silent(ctx: &Ctx) -> Result<usize> {
    let all = ctx.customers.db.read(store::list).await?;
    let shortest = all.iter().filter(|rule| rule.is_on).filter_map(|rule| match rule.what.when {
        When::Silent { days } => Some(days),
        When::Begins => None,
    });
    let Some(shortest) = shortest.min() else { return Ok(0) };
    let now = ctx.customers.clock.now();
    let before = now.minus(days(shortest));
    let mut closed = 0;
    for status in [Status::Pending, Status::Open] {
        let mut after = (Time::MIN, ConversationId([0; 16]));
        for _ in 0..PAGES_MAX {
            let read = |tx: &Tx| store::silent(tx, status, before, after, PAGE_SIZE);
            let page = ctx.customers.db.read(read).await?;
            for (_, id) in &page {
                let close = |tx: &Tx| close_one(ctx, tx, *id, now);
                closed += usize::from(ctx.customers.db.write(close).await?);
            }
            match page.last() {
                Some(last) if page.len() == PAGE_SIZE => after = *last,
                _ => break,
            }
        }
    }
    Ok(closed)
}

fn close_one(ctx: &Ctx, tx: &Tx, id: ConversationId, now: Time) -> Result<bool> {
    // Somebody may have been quicker, or said something.
    let Some(mut root) = rows::lock_maybe(tx, id)? else { return Ok(false) };
    if root.id != root.root_id || !matches!(root.status, Status::Pending | Status::Open) {
        return Ok(false);
    }
    let days_passed = now.since(root.last_at) / days(1);
    let seen = seen(tx, &root)?;
    let all = store::list(tx)?;
    let decision = rules::decide(&all, When::Silent { days: days_passed }, &seen);
    let Some((Close { says_so }, rule)) = decision.close else { return Ok(false) };
    if says_so {
        conversations::say_closing(ctx, tx, &root, now)?;
    }
    trace(tx, &root, &Trace::Closed { days: days_passed, rule }, now)?;
    conversations::end(&mut root, now);
    conversations::save(tx, &mut root, now)?;
    Ok(true)
}

fn seen(tx: &Tx, root: &Conversation) -> Result<rules::Seen> {
    Ok(rules::Seen {
        door: root.last_channel_id,
        team: root.team_id,
        language: super::language(tx, root.customer_id, &root.last_text)?,
        text: root.last_text.clone(),
        status: root.status,
    })
}
