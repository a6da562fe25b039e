//! “I withdraw from the contract”: the statement that anybody can make on the shop's public page, without an account
//! (Directive 2011/83, art. 11a).
//!
//! The words are kept as they came, with the moment. Whoever knows the order's own e-mail address is believed: what was not
//! sent is cancelled, what was sent is asked back, at once. Everything else waits for staff: another address, a number that
//! is none, only some of the goods. Whoever made the statement is answered the same in each case, and so learns nothing of
//! an order that is not theirs.

use customers::channels::{Door, store as channels};
use customers::identities::normal::normalise;
use customers::identities::{
    CustomerId, Identity, Kind as IdentityKind, graph, store as identities,
};
use customers::recording::Learned;
use kit::{Error, Result, Time, Tx};

use super::ask::{self, NewReturn, Part};
use super::store_withdrawals as store;
use super::{Kind, rules};
use crate::Ctx;
use crate::carts::{Actor, Role};
use crate::orders::{self, Order, OrderId, number};

kit::id_type!(WithdrawalId, "wdr");

const FIELD_CHARS_MAX: usize = 200;
const GOODS_CHARS_MAX: usize = 1_000;

/// What somebody declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Made with the form: sent twice, it is one statement.
    pub key: String,
    pub name: String,
    pub order_number: String,
    pub email: String,
    /// Of which goods; empty: of all.
    pub goods: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    pub id: WithdrawalId,
    pub at: Time,
    pub statement: Statement,
    /// Where the order and its address fit.
    pub order: Option<(CustomerId, OrderId)>,
    pub return_number: Option<String>,
    /// Nothing is left for staff to do.
    pub settled_at: Option<Time>,
}

/// The fields as they are kept.
///
/// # Errors
/// `bad_name`, `bad_order_number`, `bad_email`, `bad_key`.
pub fn checked(statement: &Statement) -> Result<Statement> {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (name, order_number) = (line(&statement.name), line(&statement.order_number));
    let is_sane = |text: &str| !text.is_empty() && text.chars().count() <= FIELD_CHARS_MAX;
    if !is_sane(&name) {
        return Err(Error::bad_input("bad_name", "Write your name."));
    }
    if !is_sane(&order_number) {
        return Err(Error::bad_input("bad_order_number", "Write the number of the order."));
    }
    let email = line(&statement.email);
    if !is_sane(&email) || normalise(&IdentityKind::EMAIL, &email, None).is_err() {
        return Err(Error::bad_input("bad_email", "Write an e-mail address, as anna@example.com."));
    }
    let is_key = |key: &str| key.bytes().all(|byte| byte.is_ascii_graphic());
    if !(16..=ask::KEY_LENGTH_MAX).contains(&statement.key.len()) || !is_key(&statement.key) {
        return Err(Error::bad_input("bad_key", "Begin again with the form."));
    }
    let goods = kit::text::clip(statement.goods.trim(), GOODS_CHARS_MAX).into_owned();
    Ok(Statement { key: statement.key.clone(), name, order_number, email, goods })
}

/// What became of a statement.
#[must_use]
pub struct Declared {
    pub withdrawal: Withdrawal,
    /// It had been made before, with the same form.
    pub is_repeated: bool,
    learned: Vec<Learned>,
}

impl Declared {
    /// Call it after the commit.
    pub fn learn(self, ctx: &Ctx) -> Withdrawal {
        self.learned.into_iter().for_each(|one| ctx.customers.recorder.learn(one));
        self.withdrawal
    }
}

/// Takes a statement that was [`checked`]. Its moment is that of the first one with its key.
pub fn declare(ctx: &Ctx, tx: &Tx, statement: &Statement, now: Time) -> Result<Declared> {
    if let Some(withdrawal) = store::keyed_maybe(tx, &statement.key)? {
        return Ok(Declared { withdrawal, is_repeated: true, learned: Vec::new() });
    }
    let order = order_of(tx, statement)?;
    let mut withdrawal = Withdrawal {
        id: WithdrawalId::new(now),
        at: now,
        statement: statement.clone(),
        order: order.as_ref().map(|order| (order.customer_id, order.id)),
        return_number: None,
        settled_at: None,
    };
    let learned = match &order {
        Some(order) if statement.goods.is_empty() => undo(ctx, tx, order, &mut withdrawal, now)?,
        Some(_) | None => Vec::new(),
    };
    if store::insert(tx, &withdrawal)? {
        return Ok(Declared { withdrawal, is_repeated: false, learned });
    }
    // The button was pressed twice at the same moment.
    let first = store::keyed_maybe(tx, &statement.key)?;
    let withdrawal = first.ok_or_else(|| Error::internal("a statement went away"))?;
    Ok(Declared { withdrawal, is_repeated: true, learned })
}

/// The order that is meant, if the address is its own or a proven one of its customer.
fn order_of(tx: &Tx, statement: &Statement) -> Result<Option<Order>> {
    let Ok(number) = number::parse(&statement.order_number) else { return Ok(None) };
    let Some((leaf, id)) = orders::store::numbered_maybe(tx, &number)? else { return Ok(None) };
    let order = orders::store::find(tx, leaf, id)?;
    let normal = |email: &str| {
        normalise(&IdentityKind::EMAIL, email, None).ok().map(|text| text.into_owned())
    };
    let Some(said) = normal(&statement.email) else { return Ok(None) };
    if order.contact.email.as_deref().and_then(normal).as_ref() == Some(&said) {
        return Ok(Some(order));
    }
    let held = identities::find_maybe(tx, &Identity::new(IdentityKind::EMAIL, said))?;
    let Some(held) = held.filter(|held| held.verified && held.shared_at.is_none()) else {
        return Ok(None);
    };
    let is_theirs = graph::root(tx, held.customer_id)? == graph::root(tx, leaf)?;
    Ok(is_theirs.then_some(order))
}

/// What was not sent is cancelled, what was sent is asked back, as far as the law gives it.
fn undo(
    ctx: &Ctx,
    tx: &Tx,
    order: &Order,
    taken: &mut Withdrawal,
    now: Time,
) -> Result<Vec<Learned>> {
    let held = orders::hold(tx, order)?;
    let order = held.order.clone();
    let channel = channels::find(tx, order.channel_id)?;
    let door = Door { channel: channel.into(), trusted: false };
    let actor = Actor { role: Role::Customer, name: None, door };
    let mut learned = Vec::new();
    let mut is_settled = false;
    if held.lines.iter().any(|line| line.open() > 0) {
        let why = format!("withdrawal {}", taken.id);
        let parts = orders::rules::Parts::new();
        learned.push(orders::cancel(ctx, tx, &actor, held, &parts, &why, now)?.1);
        is_settled = true;
    }
    let chances = ask::chances(ctx, tx, &order)?;
    if let Some(deadlines) = chances.deadlines.filter(|_| !chances.goods.is_empty()) {
        let may = |one: &&ask::Chance| {
            rules::may_come(Kind::Withdrawal, &deadlines, one.excluded, now).is_ok()
        };
        let part = |one: &ask::Chance| Part {
            position: one.position,
            quantity: one.quantity,
            variant: Some(one.goods.id),
            wanted: None,
        };
        let parts: Vec<Part> = chances.goods.iter().filter(may).map(part).collect();
        // The rest needs a person's eye, as does a line that was exchanged in part.
        is_settled = parts.len() == chances.goods.len() && !repeats(&parts);
        if !parts.is_empty() && !repeats(&parts) {
            let key = format!("withdrawal:{}", taken.id);
            let new = NewReturn {
                key,
                kind: Kind::Withdrawal,
                parts,
                reason: String::new(),
                goodwill: None,
            };
            let asked = ask::ask(ctx, tx, &actor, &order, &new, now)?;
            taken.return_number = Some(asked.back.number.clone());
            learned.extend(asked.learned());
        }
    }
    taken.settled_at = is_settled.then_some(now);
    Ok(learned)
}

fn repeats(parts: &[Part]) -> bool {
    parts.windows(2).any(|two| two[0].position == two[1].position)
}

/// Statements that wait for staff, the oldest first.
pub fn open(tx: &Tx, size: usize) -> Result<Vec<Withdrawal>> {
    store::open(tx, size)
}

/// Staff have dealt with a statement.
pub async fn settle(
    ctx: &Ctx,
    permit: &customers::accounts::Permit<customers::accounts::may::ManageReturns>,
    id: WithdrawalId,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        if !store::set_settled(tx, id, now)? {
            return Err(Error::not_found(format!("withdrawal {id}")));
        }
        let (subject, detail) = (id.to_string(), serde_json::json!({}));
        customers::accounts::audit::record(
            tx,
            now,
            permit.actor(),
            "withdrawal_settled",
            &subject,
            &detail,
        )
    };
    ctx.customers.db.write(write).await
}
