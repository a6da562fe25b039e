//! What is done to the cart by a form: each a change of `commerce::carts`, done once for each key.

use axum::Form;
use axum::response::Response;
use commerce::carts::{self, Action, Change, ChangeId, Code, Deed, Restore};
use commerce::catalogue::VariantId;
use kit::i18n::Arg;
use kit::qr::Qr;
use kit::{Error, Result, Tx};
use maud::html;
use serde::Deserialize;

use super::around::{self, Around};
use super::shopper::{Kept, Shopper};

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    action: String,
    variant: Option<VariantId>,
    quantity: String,
    code: String,
    key: String,
    /// The page on which it was asked for.
    back: String,
}

impl Sent {
    fn action(&self) -> Result<Action> {
        let variant = || {
            let missing = || Error::bad_input("bad_action", "Say of which goods: choose one.");
            self.variant.ok_or_else(missing)
        };
        let quantity = |unsaid: &str| {
            let said = if self.quantity.is_empty() { unsaid } else { self.quantity.trim() };
            let bad = |_| Error::bad_input("bad_quantity", "A quantity is a whole number.");
            said.parse::<i64>().map_err(bad)
        };
        let code = || self.code.trim().to_string();
        Ok(match self.action.as_str() {
            "add" => Action::Add { variant: variant()?, quantity: quantity("1")? },
            "set" => Action::Set { variant: variant()?, quantity: quantity("")? },
            "remove" => Action::Remove { variant: variant()? },
            "save_for_later" => Action::SaveForLater { variant: variant()? },
            "take_back" => Action::TakeBack { variant: variant()? },
            "apply_coupon" => Action::ApplyCoupon { code: code() },
            "drop_coupon" => Action::DropCoupon { code: code() },
            _ => return Err(Error::bad_input("bad_action", "There is no such action.")),
        })
    }

    /// Where to go on, and what to say there.
    fn back(&self, id: ChangeId) -> String {
        let is_ours = self.back == "/shop" || self.back.starts_with("/shop/");
        let is_plain = self.back.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
        match self.action.as_str() {
            "add" if is_ours && is_plain => format!("{}?did=added", self.back),
            "add" => "/shop/cart?did=added".into(),
            "remove" => format!("/shop/cart?did=removed&undo={id}"),
            "set" if self.quantity.trim() == "0" => format!("/shop/cart?did=removed&undo={id}"),
            "save_for_later" => format!("/shop/cart?did=saved&undo={id}"),
            _ => "/shop/cart".into(),
        }
    }
}

pub async fn change_cart(shopper: Shopper, Form(sent): Form<Sent>) -> Result<Response> {
    shopper.count(Deed::Change)?;
    let (ctx, visit) = (shopper.ctx(), &shopper.visit);
    let change = Change { key: sent.key.clone(), actions: vec![sent.action()?] };
    let (actor, device) = (visit.actor(), shopper.device());
    let write = |tx: &Tx| {
        let (scope, session) = visit.begin(tx, Some(&device), &change.key)?;
        let changed = carts::change_in(ctx, tx, &actor, &scope, &change, visit.now)?;
        Ok((changed, session))
    };
    let (changed, session) = ctx.customers.db.write(write).await?;
    let to = sent.back(changed.learn(ctx));
    let session = session.map(|one| visit.reveal(&shopper.front.shop, one)).transpose()?;
    shopper.go(&to, Kept::session(session, device))
}

#[derive(Deserialize)]
pub struct Undone {
    change: ChangeId,
    key: String,
}

pub async fn undo_change(shopper: Shopper, Form(sent): Form<Undone>) -> Result<Response> {
    shopper.count(Deed::Change)?;
    let (ctx, visit) = (shopper.ctx(), &shopper.visit);
    let actor = visit.actor();
    let to = Restore::Before(sent.change);
    let write = |tx: &Tx| {
        let scope = visit.scope(tx)?.ok_or_else(|| Error::not_found("cart of this browser"))?;
        carts::restore(ctx, tx, &actor, &scope, to, &sent.key, visit.now)
    };
    ctx.customers.db.write(write).await?.learn(ctx);
    shopper.go("/shop/cart", Kept::none())
}

/// The code by which the till, or another device of theirs, opens this cart.
pub async fn create_code(shopper: Shopper) -> Result<Response> {
    shopper.count(Deed::Code)?;
    let (ctx, visit, tr) = (shopper.ctx(), &shopper.visit, &shopper.tr);
    let write = |tx: &Tx| {
        let scope = visit.scope(tx)?.ok_or_else(|| Error::not_found("cart of this browser"))?;
        Ok((carts::make_code(ctx, tx, &scope, visit.now)?, Around::load(tx, &shopper)?))
    };
    let (made, around) = ctx.customers.db.write(write).await?;
    // Behind a `#` it stays in the browser, out of the logs of servers.
    let qr = Qr::of(&format!("{}/shop/cart#cart={}", shopper.own_url, made.code.plain()))?;
    let until = [("at", Arg::Time(made.expires_at))];
    let title = tr.t("shop-code");
    let body = html! {
        section.code {
            h1 { (title) }
            p { (tr.t("shop-code-text")) }
            svg viewBox={ "0 0 " (qr.size) " " (qr.size) } role="img" aria-label=(tr.t("shop-code-qr")) { path d=(qr.path); }
            p.letters { (made.code) }
            p.quiet { (tr.with("shop-code-until", &until)) }
            p { a.button.plain href="/shop/cart" { (tr.t("shop-to-cart")) } }
        }
    };
    Ok(around::page(&shopper, &around, &title, body))
}

#[derive(Deserialize)]
pub struct Claimed {
    code: String,
}

pub async fn claim_cart(shopper: Shopper, Form(sent): Form<Claimed>) -> Result<Response> {
    shopper.count(Deed::Code)?;
    shopper.visit.may_guess(&shopper.front.shop)?;
    let (ctx, visit, device) = (shopper.ctx(), &shopper.visit, shopper.device());
    let unknown = || Error::bad_input("unknown_code", carts::unknown_code().public_detail());
    let code = Code::parse(&sent.code).ok_or_else(unknown)?;
    let write = |tx: &Tx| visit.take_over(ctx, tx, Some(&device), &code);
    let taken = ctx.customers.db.write(write).await;
    if taken.as_ref().is_err_and(Error::is_not_found) {
        visit.guessed_wrong(&shopper.front.shop)?;
        return Err(unknown());
    }
    let session = taken?;
    let session = visit.reveal(&shopper.front.shop, session)?;
    shopper.go("/shop/cart?did=claimed", Kept::session(Some(session), device))
}
