//! The cart: what lies in it, what it costs, codes, what is kept for later, and the way to the till.

use axum::response::Response;
use commerce::carts::{self, Cart, ChangeId, Deed, Pieces};
use commerce::catalogue::{self, Product, ProductId, VariantId};
use commerce::orders::{self, Offered, To};
use commerce::promotions::Quote;
use commerce::shipping::Kind;
use commerce::stock;
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::around::{self, Around};
use super::shopper::Shopper;
use super::{cards, guard, sums};

/// What a visitor has in the cart, and what it costs.
pub struct Basket {
    pub around: Around,
    pub cart: Option<Cart>,
    /// Of all goods in it.
    pub products: Vec<Product>,
    /// Why it has no price, where it has none.
    pub quote: std::result::Result<Quote, Error>,
    /// How it could be sent or fetched.
    pub ways: Vec<Offered>,
    /// How many more of each could be ordered.
    left: Vec<(VariantId, i64)>,
    newest: Option<ChangeId>,
}

impl Basket {
    /// `to` is where it goes, as far as that is known.
    pub fn load(tx: &Tx, shopper: &Shopper, to: &To) -> Result<Basket> {
        let (ctx, around) = (shopper.ctx(), Around::load(tx, shopper)?);
        let nothing = || Err(orders::empty_cart());
        let scope = shopper.visit.scope(tx)?;
        let leaves = scope.map_or(Ok(Vec::new()), |scope| scope.leaves(tx))?;
        let cart = if leaves.is_empty() { None } else { carts::of_leaves(tx, &leaves)? };
        let Some((cart, scope)) = cart.zip(scope) else {
            let (products, left) = (Vec::new(), Vec::new());
            let newest = carts::newest(tx, &leaves)?;
            let quote = nothing();
            return Ok(Basket {
                around,
                cart: None,
                products,
                quote,
                ways: Vec::new(),
                left,
                newest,
            });
        };
        let (quote, ways) = if cart.lines.is_empty() {
            (nothing(), Vec::new())
        } else {
            let (door, own) = (Some(shopper.door()), scope.own);
            let ways = orders::ways_of_cart(ctx, tx, door, &cart, own, &to.country);
            // Where the goods have no price, nothing has: the quote says why.
            let ways = ways.or_else(|why| if refuses(&why) { Ok(Vec::new()) } else { Err(why) })?;
            (orders::quote_cart(ctx, tx, door, &cart, own, &to.of_these(&ways)), ways)
        };
        let all = || cart.lines.iter().chain(&cart.saved);
        let mut ids: Vec<ProductId> = all().map(|line| line.product).collect();
        ids.sort_unstable();
        ids.dedup();
        let variants: Vec<VariantId> = all().map(|line| line.variant).collect();
        Ok(Basket {
            products: catalogue::store::products(tx, &ids)?,
            left: stock::available(tx, &variants)?,
            newest: carts::newest(tx, &leaves)?,
            quote,
            ways,
            around,
            cart: Some(cart),
        })
    }

    pub fn lines(&self) -> &[Pieces] {
        self.cart.as_ref().map(|cart| cart.lines.as_slice()).unwrap_or_default()
    }

    /// To an address, in the order in which the shop shows them.
    pub fn sent(&self) -> impl Iterator<Item = &Offered> {
        self.ways.iter().filter(|way| way.kind == Kind::Address)
    }

    /// Nobody has chosen yet how it is sent.
    fn later(&self) -> sums::Way<'_> {
        self.sent().map(|way| way.amount).min().map_or(sums::Way::By(None), sums::Way::From)
    }

    pub fn product(&self, line: &Pieces) -> Option<&Product> {
        self.products.iter().find(|product| product.id == line.product)
    }

    /// In the reader's language, with what tells it from its kind.
    pub fn title(&self, shopper: &Shopper, line: &Pieces) -> String {
        let Some(product) = self.product(line) else { return line.title.clone() };
        let title = product.title_in(shopper.tr.lang());
        let variant = product.variants.iter().find(|variant| variant.id == line.variant);
        variant.map_or_else(|| title.to_string(), |variant| variant.named(title))
    }
}

fn refuses(why: &Error) -> bool {
    why.status().is_client_error()
}

pub async fn show_cart(shopper: Shopper) -> Result<Response> {
    shopper.count(Deed::Read)?;
    let to = To::country(&shopper.ctx().country);
    let look = |tx: &Tx| Basket::load(tx, &shopper, &to);
    let basket = shopper.front.app.ctx.db.read(look).await?;
    let title = shopper.tr.t("shop-cart");
    Ok(around::page(&shopper, &basket.around, &title, body(&shopper, &basket)))
}

fn body(shopper: &Shopper, basket: &Basket) -> Markup {
    let tr = &shopper.tr;
    let saved = basket.cart.as_ref().map(|cart| cart.saved.as_slice()).unwrap_or_default();
    html! {
        h1 { (tr.t("shop-cart")) }
        (undo(shopper, basket))
        div data-live-cart {
            @if basket.lines().is_empty() {
                section.empty {
                    p { (tr.t("shop-cart-empty")) }
                    a.button href="/shop/goods" { (tr.t("shop-all-goods")) }
                }
            } @else {
                div.cart {
                    ul.lines { @for line in basket.lines() { li { (show(shopper, basket, line)) } } }
                    (aside(shopper, basket))
                }
            }
            @if !saved.is_empty() {
                section {
                    h2 { (tr.t("shop-saved")) }
                    ul.lines { @for line in saved { li { (kept(shopper, basket, line)) } } }
                }
            }
        }
        (claim(shopper))
    }
}

/// The way back, as long as nothing else was done.
fn undo(shopper: &Shopper, basket: &Basket) -> Markup {
    let asked = shopper.query("undo").and_then(|id| id.parse::<ChangeId>().ok());
    let id = asked.filter(|id| basket.newest == Some(*id));
    html! {
        @if let Some(id) = id {
            form.undo method="post" action="/shop/cart/undo" {
                input type="hidden" name="change" value=(id);
                input type="hidden" name="key" value=(shopper.new_key());
                button.plain type="submit" { (shopper.tr.t("shop-undo")) }
            }
        }
    }
}

fn show(shopper: &Shopper, basket: &Basket, line: &Pieces) -> Markup {
    let tr = &shopper.tr;
    let title = basket.title(shopper, line);
    let quoted = basket.quote.as_ref().ok();
    let quoted =
        quoted.and_then(|quote| quote.lines.iter().find(|one| one.variant == line.variant));
    let left = basket.left.iter().find(|(id, _)| *id == line.variant).map_or(0, |(_, left)| *left);
    html! {
        article.line {
            (thing(shopper, basket, line, &title))
            div.what {
                h2 { (link(basket, line, &title)) }
                @if !line.is_sold { p.alert { (tr.t("shop-not-sold")) } }
                @else if left < line.quantity { p.alert { (tr.with("shop-only-left", &[("count", Arg::Int(left))])) } }
                form.quantity method="post" action="/shop/cart/changes" data-follow {
                    (hidden(shopper, "set", line.variant))
                    label.hidden for={ "n-" (line.variant) } { (tr.with("shop-quantity-of", &[("what", Arg::Text(title.clone()))])) }
                    input id={ "n-" (line.variant) } type="number" name="quantity" value=(line.quantity) min="0" max="9999" inputmode="numeric" required;
                    button.plain type="submit" { (tr.t("shop-quantity-set")) }
                }
                div.deeds {
                    (deed(shopper, "save_for_later", line.variant, "shop-save", &title))
                    (deed(shopper, "remove", line.variant, "shop-remove", &title))
                }
            }
            @if let Some(quoted) = quoted {
                p.amount {
                    strong { (shopper.money(quoted.total)) }
                    @if quoted.total < quoted.base_amount { del { (shopper.money(quoted.base_amount)) } }
                    @if quoted.quantity > 1 { small { (quoted.quantity) " × " (shopper.money(quoted.unit_amount)) } }
                }
            }
        }
    }
}

fn thing(shopper: &Shopper, basket: &Basket, line: &Pieces, title: &str) -> Markup {
    html! {
        div.thing aria-hidden="true" {
            @match basket.product(line) {
                Some(product) => (cards::picture(shopper, product)),
                None => span.no-picture { (title.chars().next().unwrap_or(' ')) },
            }
        }
    }
}

fn link(basket: &Basket, line: &Pieces, title: &str) -> Markup {
    html! {
        @match basket.product(line) {
            Some(product) => a href={ "/shop/p/" (product.handle) "?variant=" (line.variant) } { (title) },
            None => (title),
        }
    }
}

fn kept(shopper: &Shopper, basket: &Basket, line: &Pieces) -> Markup {
    let title = basket.title(shopper, line);
    html! {
        article.line {
            (thing(shopper, basket, line, &title))
            div.what {
                h3 { (link(basket, line, &title)) }
                div.deeds { (deed(shopper, "take_back", line.variant, "shop-take-back", &title)) }
            }
        }
    }
}

fn hidden(shopper: &Shopper, action: &str, variant: VariantId) -> Markup {
    html! {
        input type="hidden" name="action" value=(action);
        input type="hidden" name="variant" value=(variant);
        input type="hidden" name="key" value=(shopper.new_key());
    }
}

fn deed(shopper: &Shopper, action: &str, variant: VariantId, key: &str, title: &str) -> Markup {
    html! {
        form method="post" action="/shop/cart/changes" {
            (hidden(shopper, action, variant))
            button.link type="submit" { (shopper.tr.t(key)) span.hidden { ": " (title) } }
        }
    }
}

/// Codes, what it costs, the way on.
fn aside(shopper: &Shopper, basket: &Basket) -> Markup {
    let tr = &shopper.tr;
    html! {
        aside.sums aria-label=(tr.t("shop-sums")) {
            (coupons(shopper, basket))
            @match &basket.quote {
                Ok(quote) => {
                    (sums::why(shopper, quote))
                    (sums::totals(shopper, &sums::of_quote(quote), &quote.taxes, basket.later()))
                    a.button.wide href="/shop/checkout" { (tr.t("shop-checkout")) }
                }
                Err(error) => p.alert role="alert" {
                    (guard::said(tr, error).unwrap_or_else(|| tr.t("shop-error-refused-do")))
                },
            }
            form method="post" action="/shop/cart/code" {
                button.plain.wide type="submit" { (tr.t("shop-code")) }
            }
        }
    }
}

fn coupons(shopper: &Shopper, basket: &Basket) -> Markup {
    let tr = &shopper.tr;
    let applied = basket.cart.as_ref().map(|cart| cart.coupons.as_slice()).unwrap_or_default();
    let problem = |code: &str| {
        let quote = basket.quote.as_ref().ok()?;
        let coupon = quote.coupons.iter().find(|coupon| coupon.code.eq_ignore_ascii_case(code))?;
        let used = quote.used_coupons().contains(&coupon.code);
        coupon.problem.or((!used).then_some("coupon_gives_nothing"))
    };
    html! {
        ul.coupons {
            @for coupon in applied {
                li {
                    form method="post" action="/shop/cart/changes" {
                        input type="hidden" name="action" value="drop_coupon";
                        input type="hidden" name="code" value=(coupon.text);
                        input type="hidden" name="key" value=(shopper.new_key());
                        strong { (coupon.text) } " "
                        button.link type="submit" { (tr.t("shop-remove")) span.hidden { ": " (coupon.text) } }
                    }
                    @if let Some(code) = problem(&coupon.text) {
                        p.alert { (tr.t(&format!("shop-refused-{}", code.replace('_', "-")))) }
                    }
                }
            }
        }
        form.coupon method="post" action="/shop/cart/changes" {
            input type="hidden" name="action" value="apply_coupon";
            input type="hidden" name="key" value=(shopper.new_key());
            label for="coupon" { (tr.t("shop-coupon")) }
            div.joined {
                input #coupon name="code" maxlength="64" autocomplete="off" autocapitalize="characters" required;
                button.plain type="submit" { (tr.t("shop-coupon-do")) }
            }
        }
    }
}

/// A cart that was begun elsewhere.
fn claim(shopper: &Shopper) -> Markup {
    let tr = &shopper.tr;
    html! {
        details.claim data-claim {
            summary { (tr.t("shop-claim")) }
            form method="post" action="/shop/cart/claim" {
                p.quiet { (tr.t("shop-claim-text")) }
                label for="claim" { (tr.t("shop-claim-code")) }
                div.joined {
                    input #claim name="code" maxlength="200" autocomplete="off" autocapitalize="characters" required;
                    button.plain type="submit" { (tr.t("shop-claim-do")) }
                }
            }
        }
    }
}
