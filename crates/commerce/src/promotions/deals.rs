//! What one promotion gives on what is left of a basket: pure, to the minor unit.

use std::cmp::Reverse;

use super::basket::Line;
use super::rule::{Gives, Goods, Part, WHOLE};

/// A bundle is made at most so often in one basket.
const SETS_MAX: i64 = 1_000;

/// What is left of a basket while promotions are applied. The lines are in an order of their own, which does not depend
/// on the basket's.
#[derive(Clone, Debug)]
pub(super) struct State<'a> {
    pub lines: &'a [&'a Line],
    /// What is still to be paid for each line.
    pub left: Vec<i64>,
    /// How many pieces of each have been part of a set (buy X get Y, a bundle): none is part of two.
    pub used: Vec<i64>,
    pub shipping: i64,
}

/// What a promotion takes off.
#[derive(Clone, Debug, Default)]
pub(super) struct Deal {
    /// (line, amount)
    pub cuts: Vec<(usize, i64)>,
    /// (line, pieces)
    pub uses: Vec<(usize, i64)>,
    pub shipping: i64,
}

impl Deal {
    pub fn off_goods(&self) -> i64 {
        self.cuts.iter().map(|(_, amount)| amount).sum()
    }

    pub fn worth(&self) -> i64 {
        self.off_goods() + self.shipping
    }

    /// The total off these lines, to each by what is left to pay for it.
    fn spread(total: i64, values: &[(usize, i64)]) -> Deal {
        let weights: Vec<i64> = values.iter().map(|(_, value)| *value).collect();
        let shares = spread(total, &weights);
        let cuts = values.iter().zip(shares).map(|((line, _), share)| (*line, share));
        Deal { cuts: cuts.filter(|(_, share)| *share > 0).collect(), ..Deal::default() }
    }
}

impl State<'_> {
    pub fn take(&mut self, deal: &Deal) {
        for (line, amount) in &deal.cuts {
            self.left[*line] -= amount;
        }
        for (line, pieces) in &deal.uses {
            self.used[*line] += pieces;
        }
        self.shipping -= deal.shipping;
    }

    /// What a promotion for these lines gives now.
    pub fn deal(&self, gives: &Gives, goods: &[usize]) -> Deal {
        let values = || goods.iter().map(|line| (*line, self.left[*line])).collect::<Vec<_>>();
        let sum = || goods.iter().map(|line| self.left[*line]).sum::<i64>();
        match gives {
            Gives::Percentage { basis_points } => {
                Deal::spread(part(sum(), *basis_points), &values())
            }
            Gives::Amount { amount } => Deal::spread(sum().min(*amount), &values()),
            Gives::AmountEach { amount } => {
                self.by_line(goods, |line, left| left.min(amount.saturating_mul(line.quantity)))
            }
            Gives::FixedPrice { amount } => self.by_line(goods, |line, left| {
                left.saturating_sub(amount.saturating_mul(line.quantity)).max(0)
            }),
            Gives::BuyGet { buy, get, basis_points, sets_max } => {
                self.buy_get(goods, *buy, *get, *basis_points, sets_max.unwrap_or(i64::MAX))
            }
            Gives::Bundle { parts, amount } => self.bundle(parts, *amount),
            Gives::FreeShipping { up_to } => {
                let shipping = up_to.map_or(self.shipping, |up_to| up_to.min(self.shipping));
                Deal { shipping, ..Deal::default() }
            }
        }
    }

    fn by_line(&self, goods: &[usize], cut: impl Fn(&Line, i64) -> i64) -> Deal {
        let cut = |line: &usize| (*line, cut(self.lines[*line], self.left[*line]));
        let cuts = goods.iter().map(cut).filter(|(_, amount)| *amount > 0).collect();
        Deal { cuts, ..Deal::default() }
    }

    fn free(&self, line: usize) -> i64 {
        self.lines[line].quantity - self.used[line]
    }

    /// What a piece of a line costs now, rounded down.
    fn piece(&self, line: usize) -> i64 {
        self.left[line] / self.lines[line].quantity.max(1)
    }

    /// What so many pieces of a line cost now, rounded down; all of them, exactly.
    fn pieces(&self, line: usize, count: i64) -> i64 {
        let (left, of) = (i128::from(self.left[line]), i128::from(self.lines[line].quantity));
        i64::try_from(left * i128::from(count) / of).unwrap_or(self.left[line])
    }

    fn buy_get(&self, goods: &[usize], buy: i64, get: i64, points: i64, sets_max: i64) -> Deal {
        let mut goods: Vec<usize> = goods.iter().copied().filter(|l| self.free(*l) > 0).collect();
        goods.sort_by_key(|line| (self.piece(*line), *line));
        let pieces: i64 = goods.iter().map(|line| self.free(*line)).sum();
        let sets = (pieces / (buy + get)).min(sets_max);
        let cheapest = self.pick(goods.iter().copied(), sets * get, &[]);
        let bought = self.pick(goods.iter().rev().copied(), sets * buy, &cheapest);
        let cut = |(line, count): &(usize, i64)| (*line, part(self.pieces(*line, *count), points));
        let cuts = cheapest.iter().map(cut).filter(|(_, amount)| *amount > 0).collect();
        Deal { cuts, uses: [cheapest, bought].concat(), shipping: 0 }
    }

    /// So many free pieces of these lines, in their order, without those that are taken.
    fn pick(
        &self,
        lines: impl Iterator<Item = usize>,
        mut wanted: i64,
        taken: &[(usize, i64)],
    ) -> Vec<(usize, i64)> {
        let mut picked = Vec::new();
        for line in lines {
            let gone: i64 = taken.iter().filter(|(l, _)| *l == line).map(|(_, n)| n).sum();
            let count = (self.free(line) - gone).min(wanted);
            if count > 0 {
                picked.push((line, count));
                wanted -= count;
            }
        }
        picked
    }

    fn bundle(&self, parts: &[Part], amount: i64) -> Deal {
        // The dearest first, so that the customer gains most and later sets are worth no more than earlier ones.
        let mut dearest: Vec<usize> = (0..self.lines.len()).collect();
        dearest.sort_by_key(|line| (Reverse(self.piece(*line)), *line));
        let mut taken: Vec<(usize, i64)> = Vec::new();
        let mut sets = 0;
        while sets < SETS_MAX {
            let Some(set) = self.set(parts, &dearest, &taken) else { break };
            let value: i64 = set.iter().map(|(line, count)| self.piece(*line) * count).sum();
            if value <= amount {
                break;
            }
            taken.extend(set);
            sets += 1;
        }
        let mut by_line = vec![0; self.lines.len()];
        for (line, count) in taken {
            by_line[line] += count;
        }
        let uses: Vec<_> = by_line.into_iter().enumerate().filter(|(_, n)| *n > 0).collect();
        let values: Vec<_> = uses.iter().map(|(line, n)| (*line, self.pieces(*line, *n))).collect();
        let sum: i64 = values.iter().map(|(_, value)| value).sum();
        Deal { uses, ..Deal::spread((sum - sets * amount).max(0), &values) }
    }

    /// One more set beside what is taken, part after part.
    fn set(
        &self,
        parts: &[Part],
        dearest: &[usize],
        taken: &[(usize, i64)],
    ) -> Option<Vec<(usize, i64)>> {
        let mut gone = taken.to_vec();
        for part in parts {
            let fitting = dearest.iter().copied().filter(|l| part.goods.holds(self.lines[*l]));
            let picked = self.pick(fitting, part.quantity, &gone);
            if picked.iter().map(|(_, count)| count).sum::<i64>() < part.quantity {
                return None;
            }
            gone.extend(picked);
        }
        Some(gone.split_off(taken.len()))
    }
}

impl Goods {
    pub(super) fn holds(&self, line: &Line) -> bool {
        if self.except.contains(&line.variant) {
            return false;
        }
        let names_none =
            self.variants.is_empty() && self.products.is_empty() && self.categories.is_empty();
        names_none
            || self.variants.contains(&line.variant)
            || self.products.contains(&line.product)
            || line.categories.iter().any(|category| self.categories.contains(category))
    }
}

/// A share of an amount, rounded half up. Neither is negative.
fn part(amount: i64, points: i64) -> i64 {
    let whole = i128::from(WHOLE.0);
    let part = (i128::from(amount) * i128::from(points) + whole / 2) / whole;
    i64::try_from(part).unwrap_or(amount).min(amount)
}

/// An amount in parts by weight that add up to it: each rounded down, and what is left over goes by one to those whose
/// remainders are the largest (Hamilton's method). With a total no greater than the sum of the weights, no part is greater
/// than its weight.
pub fn spread(total: i64, weights: &[i64]) -> Vec<i64> {
    let sum: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if sum == 0 || total <= 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: &i64| i128::from(total) * i128::from(*weight);
    let floor = |weight| i64::try_from(exact(weight) / sum).unwrap_or(0);
    let mut parts: Vec<i64> = weights.iter().map(floor).collect();
    let over = total - parts.iter().sum::<i64>();
    if over > 0 {
        let mut order: Vec<usize> = (0..weights.len()).collect();
        order.sort_by_key(|i| (Reverse(exact(&weights[*i]) % sum), *i));
        for i in order.into_iter().take(usize::try_from(over).unwrap_or(0)) {
            parts[i] += 1;
        }
    }
    parts
}
