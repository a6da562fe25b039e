//! What a buyer and the shop agree on: the lines, what they cost, and why.

use customers::channels::ChannelId;
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx};
use serde_json::{Value, json};

use super::buyer::shopper;
use super::{Line, NewOrder, To};
use crate::Ctx;
use crate::carts::{Actor, Cart, Pieces, Reach};
use crate::catalogue::{self, TaxClass, VariantId};
use crate::prices::{Buyer, vat};
use crate::promotions::{self, Asked, AskedLine, Quote, QuotedLine, TotalType, Way};

/// Goods that somebody buys without having put them into a cart: at a counter.
#[derive(Clone, Debug, Default)]
pub struct Goods {
    /// Each variant once.
    pub lines: Vec<AskedLine>,
    /// As they were typed.
    pub coupons: Vec<String>,
    /// The shop knows who buys. A stranger's first order is nobody's first order.
    pub is_known: bool,
    /// Paid and gone already: this stands, whatever the goods cost now.
    pub agreed: Option<PaidGoods>,
}

/// What was agreed where nobody could ask this server.
#[derive(Clone, Debug)]
pub struct PaidGoods {
    pub lines: Vec<PaidLine>,
    /// For the way of what was not taken along, in minor units with tax.
    pub shipping: i64,
    /// When, by the clock of the till.
    pub at: Time,
}

/// In minor units, with tax.
#[derive(Clone, Copy, Debug)]
pub struct PaidLine {
    pub variant: VariantId,
    pub quantity: i64,
    /// Of a piece, before anything was taken off.
    pub unit: i64,
    /// Of the whole line: what was paid.
    pub total: i64,
}

/// What will stand in the order.
pub(super) struct Deal {
    pub lines: Vec<Line>,
    pub total: Money,
    /// JSON, as it was agreed.
    pub quote: String,
    /// The codes that took something off.
    pub coupons: Vec<String>,
    /// What it follows from; not where an agreed price stands.
    pub priced: Option<Quote>,
    /// Where an agreed price stands: since when, and what the goods cost now.
    pub stands: Option<Value>,
}

/// How the goods are priced now, if that is what the buyer was shown; else as it was agreed, if it was.
pub(super) fn strike(
    ctx: &Ctx,
    tx: &Tx,
    actor: &Actor,
    buyer: Reach,
    goods: &Goods,
    to: &To,
    new: &NewOrder,
) -> Result<Deal> {
    let currency = ctx.customers.defaults.currency;
    let quoted = quote(ctx, tx, Some(actor.door.channel.id), Some(buyer), goods, to);
    let (agreed, now) = match (&goods.agreed, quoted) {
        (None, quoted) => {
            let quote = quoted?;
            let total = Money::new(quote.total(TotalType::Total), currency);
            return match new.expected_total {
                Some(expected) if expected != total => {
                    let detail = format!("The total is {total} now, not {expected}. Look again.");
                    Err(Error::conflict("total_changed", detail))
                }
                _ => of_quote(quote, total),
            };
        }
        (Some(agreed), Ok(quote)) => {
            let total = Money::new(quote.total(TotalType::Total), currency);
            let goods: i64 = agreed.lines.iter().map(|line| line.total).sum();
            let paid = goods + agreed.shipping;
            if total.minor == paid {
                return of_quote(quote, total);
            }
            (agreed, Some(total))
        }
        // Not sold any more, without a price: it was paid all the same.
        (Some(agreed), Err(error)) if error.status().is_client_error() => (agreed, None),
        (Some(_), Err(error)) => return Err(error),
    };
    let stands = json!({ "agreed_at": agreed.at, "costs_now": now.map(|total| total.minor) });
    Ok(Deal { stands: Some(stands), ..of_agreed(tx, agreed, &to.country, currency)? })
}

/// What these goods cost this buyer at this door now, with the way to them as far as it is known.
///
/// # Errors
/// What pricing refuses: `not_sold`, `no_price`, `shipping_not_possible`, `not_sent_there`.
pub fn quote(
    ctx: &Ctx,
    tx: &Tx,
    door: Option<ChannelId>,
    buyer: Option<Reach>,
    goods: &Goods,
    to: &To,
) -> Result<Quote> {
    let now = ctx.customers.clock.now();
    let known = buyer.filter(|_| goods.is_known);
    let known = known.map(|buyer| shopper(tx, buyer, now)).transpose()?.unwrap_or_default();
    let buyer = Buyer {
        customer: buyer.map(|buyer| buyer.leaf),
        group: known.group.clone(),
        country: to.country.clone(),
    };
    let asked = Asked {
        coupons: goods.coupons.clone(),
        door,
        way: to.wish.clone().map_or_else(Way::default, Way::By),
        ..Asked::new(goods.lines.clone(), buyer, ctx.customers.defaults.currency).by(known)
    };
    promotions::quote(ctx, tx, &asked)
}

/// What a cart costs whoever sees it, at this door, sent there: as an order of it will be priced.
pub fn quote_cart(
    ctx: &Ctx,
    tx: &Tx,
    door: Option<ChannelId>,
    cart: &Cart,
    buyer: Reach,
    to: &To,
) -> Result<Quote> {
    quote(ctx, tx, door, Some(buyer), &of_cart(cart), to)
}

/// All that lies in a cart.
pub(super) fn of_cart(cart: &Cart) -> Goods {
    let line = |line: &Pieces| AskedLine { variant: line.variant, quantity: line.quantity };
    Goods {
        lines: cart.lines.iter().map(line).collect(),
        coupons: cart.coupons.iter().map(|coupon| coupon.text.clone()).collect(),
        is_known: true,
        agreed: None,
    }
}

fn of_quote(mut quote: Quote, total: Money) -> Result<Deal> {
    Ok(Deal {
        lines: lines(&quote),
        total,
        quote: quote.to_keep()?,
        coupons: quote.used_coupons(),
        priced: Some(quote),
        stands: None,
    })
}

pub(super) fn lines(quote: &Quote) -> Vec<Line> {
    let money = |minor| Money::new(minor, quote.currency);
    let line = |(position, line): (i64, &QuotedLine)| Line {
        position,
        variant: line.variant,
        sku: line.sku.clone(),
        title: line.title.clone(),
        quantity: line.quantity,
        unit: money(line.unit_amount),
        discount: money(line.base_amount - line.total),
        total: money(line.total),
        tax_rate: line.tax_rate.0,
        tax: money(vat::split(line.total, line.tax_rate).tax),
        shipped: 0,
        cancelled: 0,
    };
    (1..).zip(&quote.lines).map(line).collect()
}

fn of_agreed(tx: &Tx, agreed: &PaidGoods, country: &str, currency: Currency) -> Result<Deal> {
    let variants: Vec<VariantId> = agreed.lines.iter().map(|line| line.variant).collect();
    let known = catalogue::store::sellables(tx, &variants)?;
    let money = |minor| Money::new(minor, currency);
    let line = |(position, line): (i64, &PaidLine)| {
        let one = known.iter().find(|one| one.id == line.variant);
        let one = one.ok_or_else(|| Error::not_found(format!("variant {}", line.variant)))?;
        let base = line.unit.checked_mul(line.quantity).unwrap_or(-1);
        if line.quantity < 1 || line.total < 0 || base < line.total {
            let detail = format!("What was paid for {} is not possible.", one.title);
            return Err(Error::bad_input("bad_amount", detail));
        }
        let rate = vat::rate(country, one.tax_class, agreed.at).unwrap_or(vat::BasisPoints(0));
        Ok(Line {
            position,
            variant: line.variant,
            sku: one.sku.clone(),
            title: one.title.clone(),
            quantity: line.quantity,
            unit: money(line.unit),
            discount: money(base - line.total),
            total: money(line.total),
            tax_rate: rate.0,
            tax: money(vat::split(line.total, rate).tax),
            shipped: 0,
            cancelled: 0,
        })
    };
    let lines: Vec<Line> = (1..).zip(&agreed.lines).map(line).collect::<Result<_>>()?;
    let goods: i64 = lines.iter().map(|line| line.total.minor).sum();
    let total = goods + agreed.shipping;
    let rate = vat::rate(country, TaxClass::Standard, agreed.at).unwrap_or(vat::BasisPoints(0));
    let quote = told(&lines, (agreed.shipping, rate), agreed.at, currency).to_string();
    Ok(Deal { lines, total: money(total), quote, coupons: Vec::new(), priced: None, stands: None })
}

/// In the shape of a quote, as far as a till without a line knew it: it gives no reasons.
fn told(
    lines: &[Line],
    (shipping, rate): (i64, vat::BasisPoints),
    at: Time,
    currency: Currency,
) -> Value {
    let base: i64 = lines.iter().map(|line| line.total.minor + line.discount.minor).sum();
    let goods: i64 = lines.iter().map(|line| line.total.minor).sum();
    let of_rate = lines.iter().map(|line| (line.total.minor, vat::BasisPoints(line.tax_rate)));
    let of_way = (shipping > 0).then_some((shipping, rate));
    let taxes = vat::by_rate(&of_rate.chain(of_way).collect::<Vec<_>>());
    let sum = |kind: TotalType, amount: i64| json!({ "type": kind, "display_key": kind.key(), "amount": amount });
    let line = |line: &Line| {
        json!({
            "variant": line.variant, "sku": line.sku, "title": line.title,
            "quantity": line.quantity, "unit_amount": line.unit.minor,
            "base_amount": line.total.minor + line.discount.minor, "discounts": [],
            "total": line.total.minor, "tax_rate": line.tax_rate,
        })
    };
    json!({
        "currency": currency,
        "agreed_at": at,
        "lines": lines.iter().map(line).collect::<Vec<_>>(),
        "totals": [
            sum(TotalType::ItemsBaseAmount, base),
            sum(TotalType::ItemsDiscount, base - goods),
            sum(TotalType::Subtotal, goods),
            sum(TotalType::Discount, 0),
            sum(TotalType::Fulfillment, shipping),
            sum(TotalType::Tax, taxes.iter().map(|of| of.tax).sum()),
            sum(TotalType::Total, goods + shipping),
        ],
        "taxes": taxes,
        "coupons": [],
        "promotions": [],
    })
}
