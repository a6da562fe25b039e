//! What tenders pay follows what the order is worth; the rest goes back to where it came from.

use kit::money::Money;
use kit::{Result, Time, Tx};
use serde_json::{Value, json};

use super::{Kind, Source, Tender, rules, store};
use crate::carts::Actor;
use crate::loyalty;
use crate::orders::{self, Line, Order, Payment};
use crate::promotions::gift_cards;
use crate::returns::{self, Return};

/// What went back to a card, or came back as points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    pub kind: Kind,
    pub ending: String,
    pub amount: Money,
    pub points: i64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WentBack(pub Vec<Back>);

impl WentBack {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In minor units.
    pub fn total(&self) -> i64 {
        self.0.iter().map(|back| back.amount.minor).sum()
    }

    /// For the steps of an order.
    pub fn told(&self) -> Value {
        let one = |back: &Back| match back.kind {
            Kind::GiftCard => {
                json!({ "type": back.kind, "ending": back.ending, "amount": back.amount })
            }
            Kind::Points => {
                json!({ "type": back.kind, "points": back.points, "amount": back.amount })
            }
        };
        self.0.iter().map(one).collect()
    }
}

/// How an order stands after its tenders followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    pub back: WentBack,
    /// Nothing is left to pay: the tenders pay for all that the order is still worth.
    pub is_covered: bool,
    /// All that paid for it is back.
    pub is_all_back: bool,
}

/// Brings what the tenders of an order pay in step with what it is worth now. The caller holds the customer, and saves the
/// order after it with a new version.
pub fn follow(
    tx: &Tx,
    actor: &Actor,
    order: &Order,
    lines: &[Line],
    now: Time,
) -> Result<Followed> {
    let mut tenders = store::of_order(tx, order)?;
    if tenders.is_empty() {
        return Ok(Followed::default());
    }
    let worth = worth(order, lines, &returns_of(tx, order)?);
    let back = step(worth, &mut tenders);
    for (tender, back) in tenders.iter().zip(&back).filter(|(_, back)| back.amount.minor > 0) {
        give_back(tx, actor, order, tender, back, now)?;
        store::set_back(tx, order, tender)?;
    }
    let pays: i64 = tenders.iter().map(Tender::pays).sum();
    Ok(Followed {
        back: WentBack(back.into_iter().filter(|back| back.amount.minor > 0).collect()),
        is_covered: worth > 0 && pays == worth,
        is_all_back: pays == 0,
    })
}

/// Marks on each tender what goes back of it, and says how much that is.
fn step(worth: i64, tenders: &mut [Tender]) -> Vec<Back> {
    let amounts: Vec<i64> = tenders.iter().map(Tender::pays).collect();
    let one = |(tender, pays): (&mut Tender, i64)| {
        let (amount, points) = (tender.pays() - pays, tender.points_back);
        tender.amount_back += amount;
        tender.points_back =
            rules::points_back(tender.points, tender.amount.minor, tender.amount_back);
        Back {
            kind: tender.source.kind(),
            ending: tender.ending.clone(),
            amount: Money::new(amount, tender.amount.currency),
            points: tender.points_back - points,
        }
    };
    tenders.iter_mut().zip(rules::pays(worth, &amounts)).map(one).collect()
}

fn give_back(
    tx: &Tx,
    actor: &Actor,
    order: &Order,
    tender: &Tender,
    back: &Back,
    now: Time,
) -> Result<()> {
    match tender.source {
        Source::Card(card) => {
            let reference = format!("back:{}:{}", order.id, order.version);
            gift_cards::put_back(tx, card, back.amount, &reference, now)?;
        }
        Source::Leaf(leaf) if back.points > 0 => {
            loyalty::give_back(tx, actor, order, leaf, back.points, now)?;
        }
        Source::Leaf(_) => {}
    }
    Ok(())
}

type Returns = Vec<(Return, Vec<returns::Line>)>;

fn returns_of(tx: &Tx, order: &Order) -> Result<Returns> {
    returns::store::of_orders(tx, &[order])
}

fn worth(order: &Order, lines: &[Line], returns: &Returns) -> i64 {
    let back = returns.iter().filter(|(one, _)| one.state == returns::State::Refunded);
    rules::worth(order, lines, back.map(|(one, _)| one.refund.minor).sum())
}

/// What would go back to the tenders, if so much of the order's price went back: the rest of it is money.
pub fn would_go_back(tx: &Tx, order: &Order, lines: &[Line], amount: i64) -> Result<WentBack> {
    let mut tenders = store::of_order(tx, order)?;
    let worth = worth(order, lines, &returns_of(tx, order)?) - amount;
    let back = step(worth, &mut tenders).into_iter();
    Ok(WentBack(back.filter(|back| back.amount.minor > 0).collect()))
}

/// What is still to be paid in money for what was neither cancelled nor paid back.
pub fn to_pay(tx: &Tx, order: &Order) -> Result<Money> {
    let (lines, returns) = (orders::store::lines(tx, order)?, returns_of(tx, order)?);
    Ok(left_to_pay(order, &lines, &returns, &store::of_order(tx, order)?))
}

/// The same, of what was read already.
pub fn left_to_pay(order: &Order, lines: &[Line], returns: &Returns, tenders: &[Tender]) -> Money {
    let pays: i64 = tenders.iter().map(Tender::pays).sum();
    let left = match order.payment {
        Payment::Awaited => (worth(order, lines, returns) - pays).max(0),
        _ => 0,
    };
    Money::new(left, order.total.currency)
}

/// What tenders of a kind, or of each, pay for an order now, in minor units.
pub fn in_force(tx: &Tx, order: &Order, kind: Option<Kind>) -> Result<i64> {
    let tenders = store::of_order(tx, order)?;
    let meant = tenders.iter().filter(|one| kind.is_none_or(|kind| one.source.kind() == kind));
    Ok(meant.map(Tender::pays).sum())
}
