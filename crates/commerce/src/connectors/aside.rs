//! What is kept aside for a link: pieces that it may sell before we hear of it. They are promised to it in advance, and it is
//! told of these alone, so that nobody sells the same piece here meanwhile.
//!
//! What it was told it may have sold: such pieces go back to everybody only after it was told of fewer. Its orders are read
//! before it is told ([`super::sync`]), so what it sold until then is in our books by then.

use kit::{Result, Time, Tx};

use super::store_variants::Linked;
use super::{Link, rules};
use crate::catalogue::VariantId;
use crate::orders::Line;
use crate::stock::{self, Holder, Wanted, quotas};

/// How it stands with one variant.
pub struct Aside {
    pub held: i64,
    pub rule: rules::Aside,
}

impl Aside {
    pub fn is_settled(&self) -> bool {
        self.held == self.rule.held
    }
}

/// Each variant has pieces of its own, so that those of a mug are not those of a set with a mug.
fn holder(link: &Link, variant: VariantId) -> Holder {
    Holder::link(link.id(), variant)
}

pub fn look(tx: &Tx, link: &Link, linked: &Linked) -> Result<Aside> {
    let held = quotas::held(tx, &holder(link, linked.variant), linked.variant)?;
    let free = stock::available(tx, &[linked.variant])?.first().map_or(0, |(_, free)| *free);
    let rule = rules::aside(link.settings.aside_max(), free, held, linked.stock);
    Ok(Aside { held, rule })
}

/// Takes more aside, or gives back what is too much; how many it may be told of.
///
/// # Errors
/// `out_of_stock`, where others were quicker.
pub fn settle(tx: &Tx, link: &Link, linked: &Linked, now: Time) -> Result<i64> {
    let Aside { held, rule } = look(tx, link, linked)?;
    let (holder, variant) = (holder(link, linked.variant), linked.variant);
    if rule.held > held {
        stock::reserve(tx, &holder, &[Wanted::new(variant, rule.held - held)], None, now)?;
    } else if rule.held < held {
        quotas::return_quota(tx, &holder, variant, held - rule.held, now)?;
    }
    Ok(rule.told)
}

/// It has sold some of what was kept for it: whoever calls promises them to the order, in the same transaction.
pub fn draw(tx: &Tx, link: &Link, lines: &[Line], now: Time) -> Result<()> {
    let mut open: Vec<&Line> = lines.iter().filter(|line| line.open() > 0).collect();
    open.sort_by_key(|line| line.variant);
    for line in open {
        let holder = holder(link, line.variant);
        let held = quotas::held(tx, &holder, line.variant)?.min(line.open());
        if held > 0 {
            quotas::return_quota(tx, &holder, line.variant, held, now)?;
        }
    }
    Ok(())
}

/// Nothing is kept for it any more.
pub fn end(tx: &Tx, link: &Link, variants: &[Linked], now: Time) -> Result<()> {
    variants.iter().try_for_each(|one| stock::release(tx, &holder(link, one.variant), now))
}
