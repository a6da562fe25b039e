//! What a basket costs: prices, exceptions of the door, promotions, coupons and tax, put together for every door alike.

use customers::channels::ChannelId;
use kit::money::Currency;
use kit::{Error, Result, Time, Tx};
use serde::Serialize;

use super::apply::{apply, ranked};
use super::basket::{Basket, Line, Outcome, Share, Shopper, Told};
use super::lineage::lineages;
use super::sums::{taxes, totals};
use super::way::{self, QuotedShipping, Way};
use super::{Promotion, PromotionId, budgets, code, coupons};
use crate::Ctx;
use crate::catalogue::{self, Sellable, TaxClass, VariantId};
use crate::prices::exceptions::{self, ExceptionId};
use crate::prices::vat::{self, BasisPoints, OfRate};
use crate::prices::{self, Ask, Buyer, Derivation, Price, PriceListId};

pub const LINES_MAX: usize = 500;
const COUPONS_MAX: usize = 20;
/// Of a line, so that sums of baskets fit with room to spare.
const LINE_AMOUNT_MAX: i64 = 1_000_000_000_000_000;

/// What somebody asks the price of.
#[derive(Clone, Debug)]
pub struct Asked {
    pub lines: Vec<AskedLine>,
    /// As they were typed.
    pub coupons: Vec<String>,
    pub buyer: Buyer,
    /// Names of the segments that the buyer is in.
    pub segments: Vec<String>,
    /// Of the loyalty programme.
    pub tier: Option<String>,
    pub is_first_order: bool,
    pub currency: Currency,
    /// For its declared exceptions; the price itself knows no door.
    pub door: Option<ChannelId>,
    pub way: Way,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedLine {
    pub variant: VariantId,
    pub quantity: i64,
}

impl Asked {
    /// By a stranger at no door in particular.
    pub fn new(lines: Vec<AskedLine>, buyer: Buyer, currency: Currency) -> Asked {
        Asked {
            lines,
            coupons: Vec::new(),
            buyer,
            segments: Vec::new(),
            tier: None,
            is_first_order: false,
            currency,
            door: None,
            way: Way::default(),
        }
    }

    /// The same by somebody of whom this is known.
    #[must_use]
    pub fn by(self, shopper: Shopper) -> Asked {
        let Shopper { group, segments, tier, is_first_order } = shopper;
        let buyer = Buyer { group, ..self.buyer };
        Asked { buyer, segments, tier, is_first_order, ..self }
    }
}

/// Amounts are minor units of the currency, with tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    pub currency: Currency,
    pub lines: Vec<QuotedLine>,
    /// In the shape that agents' checkouts share.
    pub totals: Vec<Total>,
    /// What of the total is tax, by rate.
    pub taxes: Vec<OfRate>,
    /// How the goods get to the buyer; none, where that is not known or not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shipping: Option<QuotedShipping>,
    pub coupons: Vec<QuotedCoupon>,
    /// Every promotion that is active: what it did, or why not.
    pub promotions: Vec<Trace>,
}

impl Quote {
    /// As an order keeps it: without the promotions that were for others, of which a shop may have hundreds.
    pub fn to_keep(&mut self) -> Result<String> {
        self.promotions.retain(|trace| trace.outcome.came_near());
        serde_json::to_string(self).map_err(Error::internal)
    }

    /// The codes that took something off.
    pub fn used_coupons(&self) -> Vec<String> {
        let gave = |promotion: PromotionId| {
            self.promotions.iter().any(|trace| {
                trace.promotion == promotion && matches!(trace.outcome, Outcome::Applied { .. })
            })
        };
        let sound = self.coupons.iter().filter(|coupon| coupon.problem.is_none());
        let used = sound.filter(|coupon| coupon.promotion.is_some_and(gave));
        used.map(|coupon| coupon.code.clone()).collect()
    }

    pub fn total(&self, kind: TotalType) -> i64 {
        self.totals.iter().find(|total| total.kind == kind).map_or(0, |total| total.amount)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotedLine {
    pub variant: VariantId,
    pub sku: String,
    pub title: String,
    pub quantity: i64,
    /// What a piece costs.
    pub unit_amount: i64,
    /// `unit_amount × quantity`.
    pub base_amount: i64,
    pub discounts: Vec<Share>,
    /// What is to be paid for the line.
    pub total: i64,
    pub tax_rate: BasisPoints,
    pub price_list: PriceListId,
    /// Why this price.
    pub price: Derivation,
    /// The declared exception of the door by which it costs other than the list says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exception: Option<ExceptionId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TotalType {
    ItemsBaseAmount,
    /// Taken off single goods.
    ItemsDiscount,
    /// `items_base_amount - items_discount`
    Subtotal,
    /// Taken off the whole basket.
    Discount,
    Fulfillment,
    /// Already in the other amounts.
    Tax,
    /// `subtotal - discount + fulfillment`
    Total,
    /// Of an order: paid by gift cards.
    GiftCard,
    /// Of an order: paid with points.
    Points,
    /// Of an order: `total - gift_card - points`
    ToPay,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    #[serde(rename = "type")]
    pub kind: TotalType,
    /// Of the catalogue of words.
    pub display_key: &'static str,
    pub amount: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotedCoupon {
    pub code: String,
    pub promotion: Option<PromotionId>,
    /// Why it opens nothing; none: it does.
    pub problem: Option<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trace {
    pub promotion: PromotionId,
    pub name: String,
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What these goods cost this buyer now.
pub fn quote(ctx: &Ctx, tx: &Tx, asked: &Asked) -> Result<Quote> {
    let now = ctx.customers.clock.now();
    quote_at(tx, asked, &ctx.promotions.active(tx, now)?, now)
}

/// The same with these promotions, and at another time: for whoever tries what will be.
pub fn quote_at(tx: &Tx, asked: &Asked, promotions: &[Promotion], now: Time) -> Result<Quote> {
    check(asked)?;
    let goods = goods(tx, asked)?;
    let prices = priced(tx, asked, &goods, now)?;
    let coupons = coupons_of(tx, asked, now)?;
    let above = lineages(tx, &goods, promotions)?;
    let line = |((asked, sellable), price): ((&AskedLine, &Sellable), &Priced)| Line {
        variant: asked.variant,
        product: sellable.product_id,
        categories: sellable.category_id.map_or(Vec::new(), |id| above[&id].clone()),
        unit: price.unit,
        quantity: asked.quantity,
    };
    let lines: Vec<Line> = asked.lines.iter().zip(&goods).zip(&prices).map(line).collect();
    let way = way::find(tx, asked, &goods, lines.iter().map(Line::gross).sum(), now)?;
    let basket = Basket {
        currency: asked.currency,
        lines,
        shipping: way.cost,
        shopper: Shopper {
            group: asked.buyer.group.clone(),
            segments: asked.segments.clone(),
            tier: asked.tier.clone(),
            is_first_order: asked.is_first_order,
        },
        opened: opened(&coupons),
        door: asked.door,
        left: budgets::left(tx, promotions)?,
        at: now,
    };
    let applied = apply(&basket, promotions);
    let rates = TaxClass::ALL.map(|class| vat::rate(&asked.buyer.country, class, now));
    let rate = |class: TaxClass| rates[class as usize].unwrap_or(BasisPoints(0));
    let taxes = taxes(&goods, &applied, (way.cost, way.tax_class), rate);
    let shipping = way.quoted(&applied, rate);
    let totals = totals(&basket, &applied, promotions, &taxes);
    let lines = asked.lines.iter().zip(goods).zip(prices).zip(applied.lines).map(
        |(((asked, sellable), priced), applied)| QuotedLine {
            tax_rate: rate(sellable.tax_class),
            variant: asked.variant,
            sku: sellable.sku,
            title: sellable.title,
            quantity: asked.quantity,
            unit_amount: priced.unit,
            base_amount: priced.unit * asked.quantity,
            discounts: applied.shares,
            total: applied.total,
            price_list: priced.price.list,
            price: priced.price.derivation,
            exception: priced.exception,
        },
    );
    Ok(Quote {
        currency: asked.currency,
        lines: lines.collect(),
        totals,
        taxes,
        shipping,
        coupons,
        promotions: traces(promotions, applied.told),
    })
}

fn traces(promotions: &[Promotion], told: Vec<Told>) -> Vec<Trace> {
    let trace = |(promotion, told): (&Promotion, Told)| Trace {
        promotion: told.promotion,
        name: promotion.name.clone(),
        outcome: told.outcome,
    };
    ranked(promotions).into_iter().zip(told).map(trace).collect()
}

fn check(asked: &Asked) -> Result<()> {
    if asked.lines.len() > LINES_MAX {
        let detail = format!("A basket has at most {LINES_MAX} lines.");
        return Err(Error::too_large("too_many_lines", detail));
    }
    if asked.coupons.len() > COUPONS_MAX {
        let detail = format!("A basket has at most {COUPONS_MAX} codes.");
        return Err(Error::too_large("too_many_coupons", detail));
    }
    let is_quantity = |line: &AskedLine| (1..=prices::QUANTITY_MAX).contains(&line.quantity);
    if !asked.lines.iter().all(is_quantity) {
        return Err(Error::bad_input("bad_quantity", "A quantity is at least 1."));
    }
    asked.way.check()
}

/// What is asked for, line by line.
fn goods(tx: &Tx, asked: &Asked) -> Result<Vec<Sellable>> {
    let variants: Vec<VariantId> = asked.lines.iter().map(|line| line.variant).collect();
    let found = catalogue::store::sellables(tx, &variants)?;
    let one = |variant: &VariantId| {
        let sellable = found.iter().find(|sellable| sellable.id == *variant);
        let sellable = sellable.ok_or_else(|| Error::not_found(format!("variant {variant}")))?;
        if !sellable.is_sold {
            let detail = format!("{} is not sold.", sellable.title);
            return Err(Error::conflict("not_sold", detail));
        }
        Ok(sellable.clone())
    };
    variants.iter().map(one).collect()
}

struct Priced {
    price: Price,
    /// With the exception of the door.
    unit: i64,
    exception: Option<ExceptionId>,
}

fn priced(tx: &Tx, asked: &Asked, goods: &[Sellable], now: Time) -> Result<Vec<Priced>> {
    // Of a variant in two lines the quantities count together.
    let quantity = |variant: VariantId| {
        let same = asked.lines.iter().filter(|line| line.variant == variant);
        same.map(|line| line.quantity).sum()
    };
    let asks: Vec<Ask> = asked
        .lines
        .iter()
        .map(|line| Ask {
            variant: line.variant,
            group: asked.buyer.group.clone(),
            currency: asked.currency,
            quantity: quantity(line.variant),
            at: now,
        })
        .collect();
    let exceptions = match asked.door {
        Some(door) => exceptions::at_door(tx, door, now)?,
        None => Vec::new(),
    };
    let prices = prices::of(tx, &asks)?;
    let lines = asked.lines.iter().zip(goods).zip(prices);
    lines
        .map(|((line, sellable), price)| {
            let price = price.ok_or_else(|| {
                let detail = format!("{} has no price in {}.", sellable.title, asked.currency);
                Error::conflict("no_price", detail)
            })?;
            let exception = exceptions::apply(price.unit, line.variant, &exceptions);
            let unit = exception.map_or(price.unit, |(unit, _)| unit).minor;
            let gross = unit.checked_mul(line.quantity).filter(|gross| *gross <= LINE_AMOUNT_MAX);
            gross.ok_or_else(|| {
                Error::bad_input("amount_too_large", "This is more than can be bought at once.")
            })?;
            Ok(Priced { price, unit, exception: exception.map(|(_, id)| id) })
        })
        .collect()
}

fn coupons_of(tx: &Tx, asked: &Asked, now: Time) -> Result<Vec<QuotedCoupon>> {
    let found = coupons::find(tx, &asked.coupons)?;
    let mut quoted: Vec<QuotedCoupon> = Vec::with_capacity(asked.coupons.len());
    for text in &asked.coupons {
        let code = code::normal(text);
        if quoted.iter().any(|earlier| earlier.code == code) {
            continue;
        }
        let coupon = found.iter().find(|coupon| coupon.code == code);
        let problem = match coupon {
            Some(coupon) => coupons::refusal(tx, coupon, asked.buyer.customer, now)?,
            None => Some(coupons::unknown()),
        };
        let promotion = coupon.map(|coupon| coupon.promotion);
        quoted.push(QuotedCoupon { code, promotion, problem: problem.map(|problem| problem.code) });
    }
    Ok(quoted)
}

fn opened(coupons: &[QuotedCoupon]) -> Vec<PromotionId> {
    let sound = coupons.iter().filter(|coupon| coupon.problem.is_none());
    sound.filter_map(|coupon| coupon.promotion).collect()
}
