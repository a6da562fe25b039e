//! One's own: who sits here is shown by a code that we send; then all orders and the whole cart are there.
//!
//! ```text
//!  stranger ──address──► code sent ──right code──► known for a day ──leave──► stranger
//! ```

use axum::Form;
use axum::http::header::SET_COOKIE;
use axum::response::Response;
use commerce::carts::Deed;
use commerce::orders::{self, Order};
use commerce::tenders::{self, HeldPoints};
use customers::identities::normal::normalise;
use customers::identities::{CustomerId, Identity, Kind};
use engage::{proofs, tries};
use kit::i18n::Arg;
use kit::time::{days, minutes};
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;

use super::around::{self, Around};
use super::shopper::{Kept, Shopper, sealed};
use super::{cookies, guard, order};

const ORDERS_MAX: usize = 50;
/// How long a code is waited for.
const ASKED: i64 = minutes(10);
/// As long as a proof stands (`engage::proofs`).
const KNOWN: i64 = days(1);

pub async fn show_account(shopper: Shopper) -> Result<Response> {
    page(&shopper, None).await
}

async fn page(shopper: &Shopper, why: Option<&Error>) -> Result<Response> {
    shopper.count(Deed::Read)?;
    let look = |tx: &Tx| {
        let own = shopper.visit.own_leaves(tx)?;
        let orders = if own.is_empty() {
            Vec::new()
        } else {
            orders::store::of_leaves(tx, &own, ORDERS_MAX)?
        };
        let held = match shopper.visit.scope(tx)? {
            Some(scope) => {
                tenders::held_points(tx, scope.own, shopper.currency(), shopper.visit.now)?
            }
            None => None,
        };
        Ok((Around::load(tx, shopper)?, orders, held))
    };
    let (around, orders, held) = shopper.front.app.ctx.db.read(look).await?;
    let title = shopper.tr.t("shop-account");
    let body = html! {
        h1 { (title) }
        @if let Some(why) = why {
            p.alert role="alert" { (guard::said(&shopper.tr, why).unwrap_or_else(|| shopper.tr.t("shop-error-refused-do"))) }
        }
        @match &shopper.visit.account {
            Some(account) => (known(shopper, account, held)),
            None if shopper.asked.is_some() => (code_form(shopper)),
            None => (address_form(shopper)),
        }
        (list(shopper, &orders))
    };
    Ok(around::page(shopper, &around, &title, body))
}

fn known(shopper: &Shopper, account: &Identity, held: Option<HeldPoints>) -> Markup {
    let tr = &shopper.tr;
    html! {
        section.known {
            p {
                (tr.t("shop-known")) " "
                @if account.kind == Kind::EMAIL { strong { (account.value) } }
            }
            @if let Some(held) = held {
                @let worth = Arg::Text(tr.money(held.pays));
                p { (tr.with("shop-points-have", &[("n", Arg::Int(held.points)), ("amount", worth)])) }
            }
            form method="post" action="/shop/account/leave" data-leave { button.plain type="submit" { (tr.t("shop-leave")) } }
        }
    }
}

fn address_form(shopper: &Shopper) -> Markup {
    let tr = &shopper.tr;
    html! {
        form.enter method="post" action="/shop/account/code" {
            p { (tr.t("shop-enter-text")) }
            label for="email" { (tr.t("shop-email")) }
            div.joined {
                input #email type="email" name="email" autocomplete="email" required maxlength="200";
                button type="submit" { (tr.t("shop-enter-do")) }
            }
            input type="hidden" name="key" value=(shopper.new_key());
        }
    }
}

fn code_form(shopper: &Shopper) -> Markup {
    let tr = &shopper.tr;
    html! {
        form.enter method="post" action="/shop/account/proof" {
            p { (tr.t("shop-code-sent")) }
            label for="code" { (tr.t("shop-code-field")) }
            div.joined {
                input #code name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="20" autofocus;
                button type="submit" { (tr.t("shop-code-do")) }
            }
        }
        form method="post" action="/shop/account/leave" {
            button.link type="submit" name="only" value="code" { (tr.t("shop-other-address")) }
        }
    }
}

fn list(shopper: &Shopper, orders: &[Order]) -> Markup {
    let tr = &shopper.tr;
    html! {
        section {
            h2 { (tr.t("shop-own-orders")) }
            @if orders.is_empty() {
                p.empty { (tr.t(if shopper.visit.account.is_some() { "shop-no-orders" } else { "shop-no-orders-here" })) }
            }
            ul.orders {
                @for one in orders {
                    li {
                        a href={ "/shop/orders/" (one.number) } { (one.number) }
                        time { (tr.date(one.placed_at)) }
                        span { (order::state(shopper, one.state)) " · " (order::payment(shopper, one.payment)) }
                        strong { (tr.money(one.total)) }
                    }
                }
            }
        }
    }
}

#[derive(Deserialize)]
pub struct Asked {
    email: String,
    key: String,
}

/// Whoever asks learns nothing of whether the address is known.
pub async fn send_code(shopper: Shopper, Form(sent): Form<Asked>) -> Result<Response> {
    shopper.count(Deed::Change)?;
    let Ok(email) = normalise(&Kind::EMAIL, &sent.email, None) else {
        let why = Error::bad_input("bad_email", "This is no e-mail address.");
        return page(&shopper, Some(&why)).await;
    };
    let email = Identity::new(Kind::EMAIL, email);
    let (visit, engage) = (&shopper.visit, &shopper.front.app.engage);
    let (to, by) = (email.to_string(), visit.counted());
    tries::admit_letter(engage, &to, &by, visit.from, visit.now).await?;
    let device = shopper.device();
    let write = |tx: &Tx| {
        let (scope, session) = visit.begin(tx, Some(&device), &sent.key)?;
        Ok((scope.own.leaf, session))
    };
    let (leaf, session) = shopper.ctx().customers.db.write(write).await?;
    let asked = proofs::ask(engage, leaf, shopper.door(), &email, shopper.tr.lang()).await;
    let proof = match asked {
        Ok(proof) => proof,
        Err(why) if why.kind != kit::error::Kind::Internal => {
            return page(&shopper, Some(&why)).await;
        }
        Err(why) => return Err(why),
    };
    let session = session.map(|one| visit.reveal(&shopper.front.shop, one)).transpose()?;
    let mut response = shopper.go("/shop/account", Kept::session(session, device))?;
    let https = shopper.front.app.https;
    let asked = cookies::shut(cookies::ASKED, &proof.id.to_string(), ASKED, https)?;
    response.headers_mut().append(SET_COOKIE, asked);
    Ok(response)
}

#[derive(Deserialize)]
pub struct Answered {
    code: String,
}

pub async fn take_code(shopper: Shopper, Form(sent): Form<Answered>) -> Result<Response> {
    shopper.count(Deed::Change)?;
    let Some(id) = shopper.asked else { return shopper.go("/shop/account", Kept::none()) };
    let leaf = own_leaf(&shopper).await?;
    match proofs::answer(&shopper.front.app.engage, id, leaf, &sent.code).await {
        Ok(_) => {}
        Err(why) if why.kind != kit::error::Kind::Internal => {
            return page(&shopper, Some(&why)).await;
        }
        Err(why) => return Err(why),
    }
    let https = shopper.front.app.https;
    let known = sealed(&shopper.front, shopper.door(), id)?;
    let mut response = shopper.go("/shop/account?did=entered", Kept::none())?;
    let headers = response.headers_mut();
    headers.append(SET_COOKIE, cookies::shut(cookies::ACCOUNT, &known, KNOWN, https)?);
    headers.append(SET_COOKIE, cookies::gone(cookies::ASKED, https)?);
    Ok(response)
}

/// Who asked for the code.
async fn own_leaf(shopper: &Shopper) -> Result<CustomerId> {
    let look = |tx: &Tx| Ok(shopper.visit.scope(tx)?.map(|scope| scope.own.leaf));
    let leaf = shopper.front.app.ctx.db.read(look).await?;
    leaf.ok_or_else(|| Error::not_found("visitor who asked for a code"))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Left {
    /// `code`: they only wait no longer for the one that was sent.
    only: String,
}

/// Nothing of them stays in this browser; the script forgets what the widget knows.
pub async fn leave(shopper: Shopper, Form(left): Form<Left>) -> Result<Response> {
    const ALL: [&str; 5] =
        [cookies::ASKED, cookies::ACCOUNT, cookies::CART, cookies::DEVICE, cookies::TOKEN];
    let (to, names) = match left.only.as_str() {
        "code" => ("/shop/account", &ALL[..1]),
        _ => ("/shop/account?did=left", &ALL[..]),
    };
    let mut response = shopper.go(to, Kept::none())?;
    let https = shopper.front.app.https;
    for name in names {
        response.headers_mut().append(SET_COOKIE, cookies::gone(name, https)?);
    }
    Ok(response)
}
