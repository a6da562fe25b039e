//! What the promotions make of a basket: a pure function of the basket, the customer, the time and the rules.
//!
//! 1. Each promotion is asked whether it may: time, door, customer, coupon, goods, quantity, amount. Amounts are those before
//!    anything is taken off, so that no promotion shuts out another.
//! 2. Those that go with others go one after the other, the higher priority first, each on what is left. Of a group, only
//!    the one that gives most when the group's turn comes.
//! 3. One that goes with no other is given instead of all of them where it gives more.
//!
//! One that would give more than is left of its budget gives nothing.
//!
//! Neither the order of the lines nor that of the promotions makes a difference.

use std::cmp::Reverse;

use super::PromotionId;
use super::basket::{Applied, AppliedLine, Basket, Line, Outcome, Share, Told};
use super::deals::{Deal, State};
use super::rule::{Beside, Needs, Promotion};

/// A promotion that may be applied, with the lines that are its goods.
struct Candidate<'a> {
    promotion: &'a Promotion,
    goods: Vec<usize>,
    /// Its place in the answer.
    rank: usize,
    /// What is left of its budget.
    left: i64,
}

/// What is given, in order.
type Given = Vec<(PromotionId, Deal)>;

pub fn apply(basket: &Basket, promotions: &[Promotion]) -> Applied {
    let mut order: Vec<usize> = (0..basket.lines.len()).collect();
    order.sort_by_key(|&i| {
        let line = &basket.lines[i];
        (line.variant, line.unit, line.quantity)
    });
    let lines: Vec<&Line> = order.iter().map(|&i| &basket.lines[i]).collect();
    let fresh = State {
        lines: &lines,
        left: lines.iter().map(|line| line.gross()).collect(),
        used: vec![0; lines.len()],
        shipping: basket.shipping,
    };

    let ranked = ranked(promotions);
    let mut outcomes = vec![Outcome::GivesNothing; ranked.len()];
    let (mut alone, mut together) = (Vec::new(), Vec::new());
    for (rank, promotion) in ranked.iter().copied().enumerate() {
        match goods_of(promotion, basket, &lines) {
            Err(outcome) => outcomes[rank] = outcome,
            Ok(goods) => {
                let left = basket.left.get(&promotion.id).copied().unwrap_or(i64::MAX);
                let candidate = Candidate { promotion, goods, rank, left };
                // Unless it gives something after all.
                if left < i64::MAX && whole_deal(&candidate, &fresh).worth() > left {
                    outcomes[rank] = Outcome::BudgetSpent;
                }
                let goes_alone = promotion.rule.beside == Beside::None;
                if goes_alone { alone.push(candidate) } else { together.push(candidate) }
            }
        }
    }

    let mut given = go_together(&together, fresh.clone(), &mut outcomes);
    if let Some(one) = best_alone(&alone, &fresh, worth(&given), &mut outcomes) {
        let by = one.0;
        let others = together.iter().chain(&alone).filter(|other| other.promotion.id != by);
        others.for_each(|other| outcomes[other.rank] = Outcome::BetterAlone { by });
        given = vec![one];
    }
    let told = ranked.iter().zip(outcomes);
    let told = told.map(|(promotion, outcome)| Told { promotion: promotion.id, outcome });
    answer(basket, &order, &given, told.collect())
}

/// The first to go first.
pub fn ranked(promotions: &[Promotion]) -> Vec<&Promotion> {
    let mut ranked: Vec<&Promotion> = promotions.iter().collect();
    ranked.sort_unstable_by_key(|promotion| (Reverse(promotion.priority), promotion.id));
    ranked
}

/// The lines that a promotion is for, or why it cannot be applied. What is cheap to ask is asked first.
fn goods_of(
    promotion: &Promotion,
    basket: &Basket,
    lines: &[&Line],
) -> Result<Vec<usize>, Outcome> {
    let needs = &promotion.rule.needs;
    refused_by_time(promotion, basket)?;
    refused_to_shopper(needs, promotion.id, basket)?;
    let holds = |line: &usize| promotion.rule.goods.holds(lines[*line]);
    let goods: Vec<usize> = (0..lines.len()).filter(holds).collect();
    if goods.is_empty() {
        return Err(Outcome::NoGoods);
    }
    if let Some(needed) = needs.quantity_min {
        let is = goods.iter().map(|line| lines[*line].quantity).sum();
        if is < needed {
            return Err(Outcome::QuantityTooLow { is, needed });
        }
    }
    if let Some(needed) = needs.amount_min {
        let is = goods.iter().map(|line| lines[*line].gross()).sum();
        if is < needed {
            return Err(Outcome::AmountTooLow { is, needed });
        }
    }
    Ok(goods)
}

fn refused_by_time(promotion: &Promotion, basket: &Basket) -> Result<(), Outcome> {
    match (promotion.starts_at, promotion.ends_at) {
        _ if !promotion.is_active => Err(Outcome::Inactive),
        (Some(starts_at), _) if basket.at < starts_at => Err(Outcome::NotYet { starts_at }),
        (_, Some(ended_at)) if basket.at >= ended_at => Err(Outcome::Over { ended_at }),
        _ => Ok(()),
    }
}

fn refused_to_shopper(needs: &Needs, id: PromotionId, basket: &Basket) -> Result<(), Outcome> {
    let shopper = &basket.shopper;
    let is_in = |words: &[String], word: Option<&String>| {
        words.is_empty() || word.is_some_and(|word| words.contains(word))
    };
    if let Some(needed) = needs.currency.filter(|currency| *currency != basket.currency) {
        return Err(Outcome::OtherCurrency { needed });
    }
    if let Some(only) = &needs.only_at
        && !basket.door.is_some_and(|door| only.channels.contains(&door))
    {
        return Err(Outcome::OtherDoor);
    }
    if needs.coupon && !basket.opened.contains(&id) {
        return Err(Outcome::CouponNeeded);
    }
    if !is_in(&needs.groups, shopper.group.as_ref()) {
        return Err(Outcome::OtherGroup);
    }
    if !needs.segments.is_empty()
        && !needs.segments.iter().any(|one| shopper.segments.contains(one))
    {
        return Err(Outcome::OtherSegment);
    }
    if !is_in(&needs.tiers, shopper.tier.as_ref()) {
        return Err(Outcome::OtherTier);
    }
    if needs.first_order && !shopper.is_first_order {
        return Err(Outcome::NotFirstOrder);
    }
    Ok(())
}

/// Those that go with others, one after the other.
fn go_together(candidates: &[Candidate], mut state: State, outcomes: &mut [Outcome]) -> Given {
    let mut given = Vec::new();
    let mut groups: Vec<&str> = Vec::new();
    for candidate in candidates {
        let (one, deal) = match &candidate.promotion.rule.beside {
            Beside::BestOf(group) if groups.contains(&group.as_str()) => continue,
            Beside::BestOf(group) => {
                groups.push(group);
                best_of_group(candidates, &candidate.promotion.rule.beside, &state, outcomes)
                    .unwrap_or((candidate, Deal::default()))
            }
            Beside::Others | Beside::None => (candidate, deal_of(candidate, &state)),
        };
        if deal.worth() > 0 {
            state.take(&deal);
            outcomes[one.rank] = applied(&deal);
            given.push((one.promotion.id, deal));
        }
    }
    given
}

/// The one of a group that gives most; of equals, the first.
fn best_of_group<'a, 'b>(
    candidates: &'b [Candidate<'a>],
    group: &Beside,
    state: &State,
    outcomes: &mut [Outcome],
) -> Option<(&'b Candidate<'a>, Deal)> {
    let members = || candidates.iter().filter(|one| one.promotion.rule.beside == *group);
    let deals = members().map(|member| (member, deal_of(member, state)));
    let best = deals.max_by_key(|(member, deal)| (deal.worth(), Reverse(member.rank)))?;
    if best.1.worth() > 0 {
        let by = best.0.promotion.id;
        let others = members().filter(|member| member.rank != best.0.rank);
        others.for_each(|member| outcomes[member.rank] = Outcome::BetterInGroup { by });
    }
    Some(best)
}

/// The one that goes with no other and gives more than this; of equals, the first.
fn best_alone(
    candidates: &[Candidate],
    fresh: &State,
    together: i64,
    outcomes: &mut [Outcome],
) -> Option<(PromotionId, Deal)> {
    let mut best: Option<(&Candidate, Deal)> = None;
    for candidate in candidates {
        let deal = deal_of(candidate, fresh);
        if deal.worth() == 0 {
            continue;
        }
        outcomes[candidate.rank] = Outcome::BetterTogether { amount: together };
        let least = best.as_ref().map_or(together, |(_, best)| best.worth());
        if deal.worth() > least {
            best = Some((candidate, deal));
        }
    }
    let (candidate, deal) = best?;
    outcomes[candidate.rank] = applied(&deal);
    Some((candidate.promotion.id, deal))
}

fn whole_deal(candidate: &Candidate, state: &State) -> Deal {
    state.deal(&candidate.promotion.rule.gives, &candidate.goods)
}

/// What it gives, if its budget has that much.
fn deal_of(candidate: &Candidate, state: &State) -> Deal {
    let deal = whole_deal(candidate, state);
    if deal.worth() > candidate.left { Deal::default() } else { deal }
}

fn applied(deal: &Deal) -> Outcome {
    Outcome::Applied { amount: deal.off_goods(), shipping: deal.shipping }
}

fn worth(given: &Given) -> i64 {
    given.iter().map(|(_, deal)| deal.worth()).sum()
}

/// Puts the lines back into the basket's order.
fn answer(basket: &Basket, order: &[usize], given: &Given, told: Vec<Told>) -> Applied {
    let line = |line: &Line| AppliedLine { total: line.gross(), shares: Vec::new() };
    let mut lines: Vec<AppliedLine> = basket.lines.iter().map(line).collect();
    let mut shipping = Vec::new();
    for (promotion, deal) in given {
        for (sorted, amount) in &deal.cuts {
            let line = &mut lines[order[*sorted]];
            line.total -= amount;
            line.shares.push(Share { promotion: *promotion, amount: *amount });
        }
        if deal.shipping > 0 {
            shipping.push(Share { promotion: *promotion, amount: deal.shipping });
        }
    }
    Applied { lines, shipping, told }
}
