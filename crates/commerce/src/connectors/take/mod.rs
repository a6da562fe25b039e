//! What another shop system says is taken in: each thing once, in the transaction that also stores how far it was read.

mod goods;
mod levels;
mod orders;
mod people;

use customers::recording::Learned;
use kit::{Result, Time, Tx};

use super::theirs::Thing;
use super::{Link, store};
use crate::Ctx;

/// What was learned by taking things in, for after the commit.
#[derive(Default)]
#[must_use]
pub struct Taken(Vec<Learned>);

impl Taken {
    /// Call it after the commit.
    pub fn learn(self, ctx: &Ctx) {
        self.0.into_iter().for_each(|learned| ctx.customers.recorder.learn(learned));
    }
}

/// Takes these in. What is wrong with one product is kept beside it and hinders no other; what goes wrong with us is an error, and
/// nothing of it has happened.
pub fn take(ctx: &Ctx, tx: &Tx, link: &Link, things: &[Thing], now: Time) -> Result<Taken> {
    store::take_turn(tx, link.id())?;
    let mut taken = Taken::default();
    for thing in things {
        match thing {
            Thing::Product(product) => goods::take(tx, link, product, now)?,
            Thing::Customer(person) => {
                taken.0.extend(people::take(ctx, tx, link, person, now)?);
            }
            Thing::Order(order) => {
                taken.0.extend(orders::take(ctx, tx, link, order, now)?);
            }
            Thing::Level(level) => levels::take(tx, link, level, now)?,
            Thing::Left(left) => goods::take_left(tx, link, left, now)?,
            Thing::Gone(gone) => goods::take_gone(tx, link, gone, now)?,
        }
    }
    Ok(taken)
}
