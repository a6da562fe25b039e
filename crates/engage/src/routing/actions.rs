//! What those who manage the staff do with rules.

use customers::accounts::audit;
use customers::accounts::authority::{Permit, may};
use kit::{Error, Result, Time, Tx};
use serde_json::json;

use super::{RULES_MAX, Rule, RuleId, What, When, store};
use crate::Ctx;

const NAME_CHARS_MAX: usize = 80;
const WORDS_MAX: usize = 50;
const DAYS_MAX: i64 = 3_650;

/// A new rule, behind all others.
pub async fn create(
    ctx: &Ctx,
    by: &Permit<may::ManageTeam>,
    name: &str,
    what: &What,
) -> Result<RuleId> {
    let name = checked(name, what)?;
    let now = ctx.customers.clock.now();
    let create = |tx: &Tx| {
        if store::list(tx)?.len() >= RULES_MAX {
            let detail = format!("There are {RULES_MAX} rules already.");
            return Err(Error::conflict("too_many_rules", detail));
        }
        let id = RuleId::new(now);
        let rule = Rule { id, name: name.clone(), is_on: true, what: what.clone() };
        store::insert(tx, &rule, now)?;
        note(tx, by, "rule_created", &rule, now)?;
        Ok(id)
    };
    ctx.customers.db.write(create).await
}

pub async fn set(ctx: &Ctx, by: &Permit<may::ManageTeam>, rule: &Rule) -> Result<()> {
    let name = checked(&rule.name, &rule.what)?;
    let now = ctx.customers.clock.now();
    let set = |tx: &Tx| {
        find(tx, rule.id)?;
        let rule = Rule { name: name.clone(), ..rule.clone() };
        store::save(tx, &rule, now)?;
        note(tx, by, "rule_changed", &rule, now)
    };
    ctx.customers.db.write(set).await
}

pub async fn remove(ctx: &Ctx, by: &Permit<may::ManageTeam>, id: RuleId) -> Result<()> {
    let now = ctx.customers.clock.now();
    let remove = |tx: &Tx| {
        let rule = find(tx, id)?;
        store::delete(tx, id)?;
        note(tx, by, "rule_removed", &rule, now)
    };
    ctx.customers.db.write(remove).await
}

/// One place forward in the order.
pub async fn move_up(ctx: &Ctx, by: &Permit<may::ManageTeam>, id: RuleId) -> Result<()> {
    let now = ctx.customers.clock.now();
    let forward = |tx: &Tx| {
        let mut all = store::list(tx)?;
        let at = all.iter().position(|rule| rule.id == id);
        let at = at.ok_or_else(|| Error::not_found(format!("rule {id}")))?;
        if at == 0 {
            return Ok(());
        }
        all.swap(at, at - 1);
        for (place, rule) in all.iter().enumerate() {
            store::set_place(tx, rule.id, place as i64 + 1)?;
        }
        note(tx, by, "rule_moved", &all[at - 1], now)
    };
    ctx.customers.db.write(forward).await
}

fn find(tx: &Tx, id: RuleId) -> Result<Rule> {
    let found = store::list(tx)?.into_iter().find(|rule| rule.id == id);
    found.ok_or_else(|| Error::not_found(format!("rule {id}")))
}

fn note(tx: &Tx, by: &Permit<may::ManageTeam>, what: &str, rule: &Rule, now: Time) -> Result<()> {
    let detail = json!({ "name": rule.name, "is_on": rule.is_on, "rule": rule.what });
    audit::record(tx, now, by.actor(), what, &rule.id.to_string(), &detail)
}

fn checked(name: &str, what: &What) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_CHARS_MAX {
        let detail = format!("A rule's name has 1 to {NAME_CHARS_MAX} characters.");
        return Err(Error::bad_input("bad_rule_name", detail));
    }
    if what.conditions.words.len() > WORDS_MAX {
        let detail = format!("At most {WORDS_MAX} words.");
        return Err(Error::bad_input("too_many_words", detail));
    }
    let actions = &what.actions;
    let does_nothing = match what.when {
        When::Begins => {
            actions.team.is_none() && actions.give.is_none() && actions.priority.is_none()
        }
        When::Silent { .. } => actions.close.is_none(),
    };
    if does_nothing {
        return Err(Error::bad_input("rule_does_nothing", "Choose what the rule does."));
    }
    if matches!(what.when, When::Silent { days } if !(1..=DAYS_MAX).contains(&days)) {
        let detail = format!("1 to {DAYS_MAX} days.");
        return Err(Error::bad_input("bad_silent_days", detail));
    }
    Ok(name.to_string())
}
