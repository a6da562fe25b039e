//! Gift cards and points at the checkout: the fields, what they would pay, and what is left.

use commerce::promotions::TotalType;
use commerce::tenders::{self, HeldPoints, Kind, Offer, Part, Tendered};
use kit::i18n::Arg;
use kit::money::Money;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::cart::Basket;
use super::checkout_form::{Fault, Sent};
use super::shopper::Shopper;

/// What could pay for a cart besides money, and what would.
#[derive(Default)]
pub struct Paying {
    /// Of whoever has shown who they are.
    held: Option<HeldPoints>,
    /// Nothing was asked for; or why it cannot be.
    offer: Option<std::result::Result<Offer, Error>>,
}

impl Paying {
    pub fn load(tx: &Tx, shopper: &Shopper, basket: &Basket, sent: &Sent) -> Result<Paying> {
        let (Some(scope), Ok(quote)) = (shopper.visit.scope(tx)?, &basket.quote) else {
            return Ok(Paying::default());
        };
        let (own, now) = (scope.own, shopper.visit.now);
        let held = tenders::held_points(tx, own, quote.currency, now)?;
        let wanted = Tendered { expected_to_pay: None, ..tendered(sent) };
        if wanted.is_empty() {
            return Ok(Paying { held, offer: None });
        }
        let total = Money::new(quote.total(TotalType::Total), quote.currency);
        let offer = match tenders::offer(tx, Some(own), total, &wanted, now) {
            Err(error) if !error.status().is_client_error() => return Err(error),
            offer => Some(offer),
        };
        Ok(Paying { held, offer })
    }

    /// Nothing is left to pay in money.
    pub fn is_covered(&self) -> bool {
        self.offered().is_some_and(|offer| offer.to_pay.minor == 0)
    }

    fn offered(&self) -> Option<&Offer> {
        self.offer.as_ref().and_then(|offer| offer.as_ref().ok())
    }

    /// Why they cannot pay.
    pub fn refused(&self) -> Option<&Error> {
        self.offer.as_ref().and_then(|offer| offer.as_ref().err())
    }

    /// The field that is wrong, and how.
    pub fn fault(&self) -> Option<Fault> {
        let fault = match self.refused()?.code {
            "gift_card_unknown" => ("gift_card", "gift-card-unknown"),
            "gift_card_over" => ("gift_card", "gift-card-over"),
            "gift_card_empty" => ("gift_card", "gift-card-empty"),
            "other_currency" => ("gift_card", "gift-card-currency"),
            "too_many_gift_cards" => ("gift_card", "gift-card-many"),
            _ => ("points", "points"),
        };
        Some(fault)
    }

    /// In money, of a total in minor units.
    pub fn to_pay(&self, total: i64) -> i64 {
        self.offered().map_or(total, |offer| offer.to_pay.minor)
    }

    /// Below the total: what pays, and what is left.
    pub fn sums(&self, shopper: &Shopper) -> Markup {
        let tr = &shopper.tr;
        html! {
            @if let Some(offer) = self.offered() {
                dl.totals {
                    @for part in &offer.parts {
                        dt { (named(shopper, part)) }
                        dd.off { "−" (tr.money(part.amount)) }
                    }
                    dt.total { (tr.t(TotalType::ToPay.key())) }
                    dd.total { (tr.money(offer.to_pay)) }
                }
            }
        }
    }
}

fn named(shopper: &Shopper, part: &Part) -> Markup {
    let tr = &shopper.tr;
    let words = match part.source.kind() {
        Kind::GiftCard => {
            tr.with("shop-gift-card-ending", &[("ending", Arg::Text(part.ending.clone()))])
        }
        Kind::Points => tr.with("shop-points-count", &[("n", Arg::Int(part.points))]),
    };
    html! {
        (words)
        @if let Some(left) = part.left {
            br; small { (tr.with("shop-gift-card-left", &[("left", Arg::Text(tr.money(left)))])) }
        }
    }
}

/// As the form was sent.
pub fn tendered(sent: &Sent) -> Tendered {
    let codes = sent.gift_card.split([',', ';', '\n']).map(str::trim);
    let codes = codes.filter(|code| !code.is_empty()).map(str::to_string);
    Tendered {
        gift_cards: codes.collect(),
        points: sent.points.parse().unwrap_or(0),
        expected_to_pay: sent.to_pay.parse().ok(),
    }
}

/// The fields, with what was typed.
pub fn fields(
    shopper: &Shopper,
    paying: &Paying,
    sent: &Sent,
    fault: &dyn Fn(&str) -> Markup,
) -> Markup {
    let tr = &shopper.tr;
    let is_wrong = paying.fault().is_some_and(|(field, _)| field == "gift_card");
    html! {
        fieldset {
            legend { (tr.t("shop-tenders")) }
            div.field.is-wrong[is_wrong] {
                label for="gift_card" { (tr.t("shop-gift-card")) }
                input #gift_card name="gift_card" value=(sent.gift_card) maxlength="200" autocomplete="off"
                    autocapitalize="characters" spellcheck="false" aria-invalid=[is_wrong.then_some("true")]
                    aria-describedby="gift_card-hint";
                p.quiet #gift_card-hint { (tr.t("shop-gift-card-hint")) }
                (fault("gift_card"))
            }
            @if let Some(held) = paying.held {
                label.choice {
                    input type="checkbox" name="points" value=(held.points) checked[!sent.points.is_empty()];
                    span {
                        strong { (tr.with("shop-points-use", &[("n", Arg::Int(held.points))])) }
                        small { (tr.with("shop-points-worth", &[("amount", Arg::Text(tr.money(held.pays)))])) }
                    }
                }
            }
            (fault("points"))
        }
    }
}
