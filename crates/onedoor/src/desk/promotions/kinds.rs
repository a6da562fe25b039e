//! The eight kinds of promotion that a shopkeeper can choose from; and the page on which they do.

use commerce::promotions::Rule;
use commerce::promotions::rule::Gives;
use customers::accounts::{Permit, may};
use kit::Result;
use kit::i18n::Arg;
use kit::money::{Currency, Money};
use maud::html;

use super::LIST;
use crate::desk::reply::Page;
use crate::desk::typed::percent_text;
use crate::desk::ui::{Icon, Nav, Tone, icon, link_button, title_row};
use crate::desk::who::Desk;

kit::words! {
    /// A threshold is an amount off, from a sum on: the rule knows both as one.
    Kind: Percentage "percentage", Amount "amount", Threshold "threshold", AmountEach "amount-each",
        FixedPrice "fixed-price", BuyGet "buy-get", Bundle "bundle", FreeShipping "free-shipping"
}

impl Kind {
    pub fn of(rule: &Rule) -> Kind {
        match rule.gives {
            Gives::Percentage { .. } => Kind::Percentage,
            Gives::Amount { .. } if rule.needs.amount_min.is_some() => Kind::Threshold,
            Gives::Amount { .. } => Kind::Amount,
            Gives::AmountEach { .. } => Kind::AmountEach,
            Gives::FixedPrice { .. } => Kind::FixedPrice,
            Gives::BuyGet { .. } => Kind::BuyGet,
            Gives::Bundle { .. } => Kind::Bundle,
            Gives::FreeShipping { .. } => Kind::FreeShipping,
        }
    }

    fn picture(self) -> Icon {
        match self {
            Kind::Percentage => Icon::Percent,
            Kind::Amount | Kind::AmountEach => Icon::Tag,
            Kind::Threshold => Icon::Cart,
            Kind::FixedPrice => Icon::Coins,
            Kind::BuyGet => Icon::Plus,
            Kind::Bundle => Icon::Bag,
            Kind::FreeShipping => Icon::Home,
        }
    }
}

/// “10 % off”, “3 for 2”: what it gives, in a few words.
pub fn in_short(desk: &Desk, rule: &Rule) -> String {
    let currency = rule.needs.currency.unwrap_or(Currency::EUR);
    let money = |minor: i64| Arg::Money(Money::new(minor, currency));
    let percent = |points: i64| ("percent", Arg::Text(percent_text(points)));
    let args = match &rule.gives {
        Gives::Percentage { basis_points } => vec![percent(*basis_points)],
        Gives::Amount { amount } => {
            let least = rule.needs.amount_min.unwrap_or(0);
            vec![("amount", money(*amount)), ("least", money(least))]
        }
        Gives::AmountEach { amount }
        | Gives::FixedPrice { amount }
        | Gives::Bundle { amount, .. } => vec![("amount", money(*amount))],
        Gives::BuyGet { buy, get, basis_points, .. } => {
            vec![("buy", Arg::Int(*buy)), ("get", Arg::Int(*get)), percent(*basis_points)]
        }
        Gives::FreeShipping { up_to: Some(up_to) } => {
            let args = [("amount", money(*up_to))];
            return desk.tr.with("desk-promo-short-free-shipping-up-to", &args);
        }
        Gives::FreeShipping { up_to: None } => Vec::new(),
    };
    desk.tr.with(&format!("desk-promo-short-{}", Kind::of(rule).as_str()), &args)
}

pub async fn choose_kind(desk: Desk) -> Result<Page> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    let tr = &desk.tr;
    let title = tr.t("desk-promo-new");
    let body = html! {
        (title_row(&title, &tr.t("desk-promo-choose"), html! {
            (link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-promotions"), LIST))
        }))
        ul.promo-kinds {
            @for kind in Kind::ALL {
                @let word = kind.as_str();
                li {
                    a href={ (LIST) "/new?kind=" (word) } {
                        (icon(kind.picture()))
                        strong { (tr.t(&format!("desk-promo-kind-{word}"))) }
                        small { (tr.t(&format!("desk-promo-kind-{word}-text"))) }
                    }
                }
            }
        }
    };
    Ok(desk.page(Nav::Promotions, &title, body))
}
