//! Buying: who and where, a last look with the total, the order.

use axum::Form;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use commerce::carts::Deed;
use commerce::orders::{self, Contact, Delivery, NewOrder, Order, To};
use commerce::shipping::{Kind, Wish};
use commerce::stock::Location;
use commerce::stock::show::{self, Availability};
use kit::money::Money;
use kit::{Error, Result, Tx};

use super::cart::Basket;
use super::checkout_form::{self, Checked, Choices, Fault, Sent};
use super::checkout_pages;
use super::shopper::{Kept, Shopper};
use super::tendered::{Paying, tendered};

/// A place where the cart can be fetched.
pub struct Place {
    pub location: Location,
    /// All of it lies there.
    pub has_all: bool,
}

/// What the pages of buying show.
pub struct Till {
    pub basket: Basket,
    pub places: Vec<Place>,
    pub paying: Paying,
}

impl Till {
    /// With what was sent, as far as it matters for the price and for what pays it.
    async fn load(shopper: &Shopper, sent: &Sent) -> Result<Till> {
        let shop = &shopper.front.shop;
        if !sent.gift_card.is_empty() {
            shopper.visit.may_guess(shop)?;
        }
        let to = to(shopper, sent);
        let look = |tx: &Tx| {
            let basket = Basket::load(tx, shopper, &to)?;
            let places = places(tx, &basket)?;
            let paying = Paying::load(tx, shopper, &basket, sent)?;
            Ok(Till { basket, places, paying })
        };
        let till = shopper.front.app.ctx.db.read(look).await?;
        if till.paying.refused().is_some_and(|why| why.code == "gift_card_unknown") {
            shopper.visit.guessed_wrong(shop)?;
        }
        Ok(till)
    }

    fn choices(&self) -> Choices {
        Choices {
            places: self.places.iter().map(|place| place.location.id.to_string()).collect(),
            methods: self.basket.sent().map(|way| way.method.clone()).collect(),
        }
    }
}

fn places(tx: &Tx, basket: &Basket) -> Result<Vec<Place>> {
    let lines = basket.lines();
    let skus: Vec<&str> = lines.iter().map(|line| line.sku.as_str()).collect();
    let stock = show::availability(tx, &skus)?;
    let wanted = |one: &Availability| {
        lines.iter().filter(|line| line.sku == one.sku).map(|line| line.quantity).sum::<i64>()
    };
    let all = stock.first().map(|one| one.collect.iter()).into_iter().flatten();
    let place = |(location, _): &(Location, i64)| {
        let here = |one: &Availability| {
            let here = one.collect.iter().find(|(place, _)| place.id == location.id);
            here.map_or(0, |(_, here)| *here)
        };
        let has_all = stock.iter().all(|one| here(one) >= wanted(one));
        Place { location: location.clone(), has_all }
    };
    Ok(all.map(place).collect())
}

pub async fn show_checkout(shopper: Shopper) -> Result<Response> {
    shopper.count(Deed::Read)?;
    let sent = last_time(&shopper).await?;
    let till = Till::load(&shopper, &sent).await?;
    if till.basket.lines().is_empty() {
        return shopper.go("/shop/cart", Kept::none());
    }
    Ok(checkout_pages::fields(&shopper, &till, &sent, &[], None))
}

/// As they bought before, so that they need not write it again.
async fn last_time(shopper: &Shopper) -> Result<Sent> {
    let look = |tx: &Tx| {
        let Some(scope) = shopper.own(tx)? else { return Ok(None) };
        Ok(orders::store::of_leaves(tx, &scope.leaves(tx)?, 1)?.pop())
    };
    let last: Option<Order> = shopper.front.app.ctx.db.read(look).await?;
    let country = shopper.ctx().country.clone();
    let blank = Sent { delivery: "address".into(), country, ..Sent::default() };
    let Some(last) = last else { return Ok(blank) };
    let text = |text: Option<String>| text.unwrap_or_default();
    let sent = Sent {
        name: text(last.contact.name),
        email: text(last.contact.email),
        phone: text(last.contact.phone),
        ..blank
    };
    Ok(match last.delivery {
        Delivery::Address { street, postcode, city, country, .. } => {
            Sent { street, postcode, city, country, ..sent }
        }
        Delivery::Collect { location } => Sent { delivery: "collect".into(), location, ..sent },
        Delivery::Taken { .. } => sent,
    })
}

fn checked(
    shopper: &Shopper,
    till: &Till,
    sent: &Sent,
) -> std::result::Result<Checked, Vec<Fault>> {
    let is_covered = till.paying.is_covered();
    let own = &shopper.ctx().country;
    match (checkout_form::check(sent, own, &till.choices(), is_covered), till.paying.fault()) {
        (Ok(checked), None) => Ok(checked),
        (checked, fault) => Err(checked.err().into_iter().flatten().chain(fault).collect()),
    }
}

/// Where it goes and how, as far as it was written.
fn to(shopper: &Shopper, sent: &Sent) -> To {
    let own = &shopper.ctx().country;
    if checkout_form::is_collected(sent) {
        return To { country: own.clone(), wish: Some(Wish::new(Kind::Collect, None)) };
    }
    let country =
        if sent.country.len() == 2 { sent.country.to_ascii_uppercase() } else { own.clone() };
    let method = checkout_form::method(sent).map(str::to_owned);
    To { country, wish: Some(Wish::new(Kind::Address, method)) }
}

/// The last look, or the fields again with what is wrong beside them.
pub async fn check_checkout(shopper: Shopper, Form(sent): Form<Sent>) -> Result<Response> {
    shopper.count(Deed::Read)?;
    let till = Till::load(&shopper, &sent).await?;
    if till.basket.lines().is_empty() {
        return shopper.go("/shop/cart", Kept::none());
    }
    if !sent.edit.is_empty() {
        return Ok(checkout_pages::fields(&shopper, &till, &sent, &[], None));
    }
    Ok(match checked(&shopper, &till, &sent) {
        Ok(checked) => checkout_pages::last_look(&shopper, &till, &sent, &checked, None),
        Err(faults) => refused(checkout_pages::fields(&shopper, &till, &sent, &faults, None)),
    })
}

fn refused(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

pub async fn place_order(shopper: Shopper, Form(sent): Form<Sent>) -> Result<Response> {
    shopper.count(Deed::Change)?;
    let till = Till::load(&shopper, &sent).await?;
    let checked = match checked(&shopper, &till, &sent) {
        Ok(checked) => checked,
        // (The order was placed a moment ago, so nothing can be fetched any more: the key decides.)
        Err(_) if till.basket.lines().is_empty() => return again(&shopper, &sent).await,
        Err(faults) => {
            return Ok(refused(checkout_pages::fields(&shopper, &till, &sent, &faults, None)));
        }
    };
    let total = sent.total.parse().map_err(|_| Error::bad_input("bad_total", "Look again."))?;
    let new = NewOrder {
        key: sent.key.clone(),
        delivery: checked.delivery.clone(),
        method: checked.method.clone(),
        contact: Contact { lang: Some(shopper.tr.lang()), ..checked.contact.clone() },
        means: checked.means,
        paid_by: None,
        expected_total: Some(Money::new(total, shopper.currency())),
        tendered: tendered(&sent),
    };
    let (ctx, visit) = (shopper.ctx(), &shopper.visit);
    let actor = visit.actor();
    let write = |tx: &Tx| {
        let scope = visit.scope(tx)?.ok_or_else(orders::empty_cart)?;
        orders::place(ctx, tx, &actor, &scope, &new, visit.now)
    };
    let why = match ctx.customers.db.write(write).await {
        Ok(placed) => return thanks(&shopper, &placed.learn(ctx)),
        Err(why) => why,
    };
    match why.code {
        "total_changed" | "to_pay_changed" | "shipping_not_possible" | "not_sent_there" => {
            let page = checkout_pages::last_look(&shopper, &till, &sent, &checked, Some(&why));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        "out_of_stock" => {
            let page = checkout_pages::fields(&shopper, &till, &sent, &[], Some(&why));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        _ => Err(why),
    }
}

/// The button was pressed twice: it is one order.
async fn again(shopper: &Shopper, sent: &Sent) -> Result<Response> {
    let look = |tx: &Tx| {
        let scope = shopper.visit.scope(tx)?.ok_or_else(orders::empty_cart)?;
        orders::store::keyed_maybe(tx, &scope.leaves(tx)?, &sent.key)
    };
    let placed = shopper.front.app.ctx.db.read(look).await?;
    thanks(shopper, &placed.ok_or_else(orders::empty_cart)?)
}

fn thanks(shopper: &Shopper, order: &Order) -> Result<Response> {
    shopper.go(&format!("/shop/orders/{}?did=ordered", order.number), Kept::none())
}
