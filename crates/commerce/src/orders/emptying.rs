//! What was bought leaves the cart.

use kit::{Result, Time, Tx};

use super::{Goods, OrderId};
use crate::Ctx;
use crate::carts::{self, Action, Actor, Cart, Change, Changed, Pieces, Scope};

fn bought(goods: &Goods, line: &Pieces) -> i64 {
    let of_variant = goods.lines.iter().filter(|one| one.variant == line.variant);
    of_variant.map(|one| one.quantity).sum()
}

/// Something of the cart is bought.
pub fn concerns(cart: &Cart, goods: &Goods) -> bool {
    cart.lines.iter().any(|line| bought(goods, line) > 0)
}

/// A cart of which all was bought is closed; of another, what was bought and the codes are taken out.
pub fn take_out(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    scope: &Scope,
    (cart, goods): (&Cart, &Goods),
    order: OrderId,
    now: Time,
) -> Result<Option<Changed>> {
    if cart.lines.iter().all(|line| bought(goods, line) >= line.quantity) {
        carts::close(tx, scope, order, now)?;
        return Ok(None);
    }
    let sold = cart.lines.iter().filter(|line| bought(goods, line) > 0);
    let lines = sold.map(|line| Action::Set {
        variant: line.variant,
        quantity: (line.quantity - bought(goods, line)).max(0),
    });
    let codes = cart.coupons.iter().filter(|coupon| goods.coupons.contains(&coupon.text));
    let codes = codes.map(|coupon| Action::DropCoupon { code: coupon.text.clone() });
    let change = Change { key: format!("order:{order}"), actions: lines.chain(codes).collect() };
    carts::change_in(ctx, tx, actor, scope, &change, now).map(Some)
}
