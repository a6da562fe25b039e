//! The cart as a part of a page.

use commerce::carts::priced::{Priced, Wanted, priced};
use commerce::carts::{self, Cart, ChangeId, Hand, Pieces, Scope};
use commerce::promotions::{Outcome, TotalType};
use customers::accounts::Permission;
use customers::identities::CustomerId;
use engage::conversations::ConversationId;
use kit::money::Money;
use kit::{Result, Tx};
use maud::{Markup, html};

use crate::desk::customers::address;
use crate::desk::ui::forms::token;
use crate::desk::ui::{Icon, icon, icon_named, time};
use crate::desk::who::Desk;

/// A customer's cart, of one moment.
pub struct Panel {
    customer: CustomerId,
    talk: Option<ConversationId>,
    cart: Option<Cart>,
    /// What “undo” takes back.
    newest: Option<ChangeId>,
    /// At no door in particular: an exception is seen where one buys.
    priced: Option<Priced>,
}

impl Panel {
    pub fn read(
        tx: &Tx,
        ctx: &commerce::Ctx,
        customer: CustomerId,
        talk: Option<ConversationId>,
    ) -> Result<Panel> {
        let leaves = Scope::whole(customer).leaves(tx)?;
        let cart = carts::of_leaves(tx, &leaves)?;
        let filled = cart.as_ref().filter(|cart| !cart.lines.is_empty());
        let wanted = Wanted { quote: true, country: Some(ctx.country.clone()) };
        let buyer = Scope::whole(customer).own;
        let price = |cart| priced(ctx, tx, cart, buyer, None, &wanted);
        let priced = filled.map(price).transpose()?;
        Ok(Panel { customer, talk, cart, newest: carts::newest(tx, &leaves)?, priced })
    }

    pub fn section(&self, desk: &Desk) -> Markup {
        let tr = &desk.tr;
        let may_change = desk.staff.can(Permission::EditCustomers);
        html! {
            section.card.part id="cart" {
                h2 { (tr.t("desk-cart")) }
                @match &self.cart {
                    Some(cart) => (self.lines(desk, cart, may_change)),
                    None => p.quiet { (tr.t("desk-cart-empty")) },
                }
                @if may_change { (self.add(desk)) (self.add_coupon(desk)) (self.undo(desk)) }
            }
        }
    }

    fn lines(&self, desk: &Desk, cart: &Cart, may_change: bool) -> Markup {
        let tr = &desk.tr;
        html! {
            @if cart.lines.is_empty() { p.quiet { (tr.t("desk-cart-empty")) } }
            ul.rows {
                @for line in &cart.lines { (self.line(desk, line, may_change)) }
                @for coupon in &cart.coupons {
                    li {
                        (icon(Icon::Tag))
                        div.grow { strong { (coupon.text) } (hand(desk, &coupon.last)) }
                        @if may_change { (self.drop_coupon(desk, &coupon.text)) }
                    }
                }
                @for note in &cart.notes {
                    li { div.grow { span { (note.text) } (hand(desk, &note.last)) } }
                }
            }
            (self.costs(desk))
            @if !cart.saved.is_empty() {
                h3 { (tr.t("desk-cart-saved")) }
                ul.rows { @for line in &cart.saved { (self.line(desk, line, false)) } }
            }
        }
    }

    /// What it comes to, and what was taken off by which promotion; or why it cannot be said.
    fn costs(&self, desk: &Desk) -> Markup {
        let Some(priced) = &self.priced else { return html! {} };
        let tr = &desk.tr;
        let Some(quote) = &priced.quote else {
            let problem = priced.quote_problem.as_ref();
            return html! { @if let Some(problem) = problem { p.quiet { (problem.detail) } } };
        };
        let money = |minor| tr.money(Money::new(minor, quote.currency));
        let given = quote.promotions.iter().filter_map(|trace| match trace.outcome {
            Outcome::Applied { amount, shipping } => Some((&trace.name, amount + shipping)),
            _ => None,
        });
        html! {
            dl.facts {
                @for (name, amount) in given { div { dt { (name) } dd { "−" (money(amount)) } } }
                div {
                    dt { strong { (tr.t(TotalType::Total.key())) } }
                    dd { strong { (money(quote.total(TotalType::Total))) } }
                }
            }
            @if let Some(ways) = priced.ways.as_ref().filter(|ways| !ways.is_empty()) {
                h3 { (tr.t("desk-cart-ways")) }
                dl.facts {
                    @for way in ways {
                        div { dt { (way.title_in(tr.lang())) } dd { (money(way.amount)) } }
                    }
                }
            }
        }
    }

    /// What a piece of a line costs.
    fn unit(&self, desk: &Desk, line: &Pieces) -> Option<String> {
        let quote = self.priced.as_ref()?.quote.as_ref()?;
        let quoted = quote.lines.iter().find(|quoted| quoted.variant == line.variant)?;
        Some(desk.tr.money(Money::new(quoted.unit_amount, quote.currency)))
    }

    fn line(&self, desk: &Desk, line: &Pieces, may_change: bool) -> Markup {
        let tr = &desk.tr;
        html! {
            li {
                div.grow {
                    strong { (line.title) }
                    small {
                        (line.sku)
                        @if !line.is_sold { " · " (tr.t("desk-cart-not-sold")) }
                        @if let Some(unit) = self.unit(desk, line) { " · " (unit) }
                    }
                    (hand(desk, &line.last))
                }
                @if may_change {
                    (self.form(desk, "set", html! {
                        input type="hidden" name="sku" value=(line.sku);
                        input.pieces type="number" name="quantity" min="0" max="9999" inputmode="numeric"
                            value=(line.quantity) aria-label=(tr.t("desk-cart-quantity"));
                        button.button.plain.small type="submit" { (tr.t("desk-cart-set")) }
                    }))
                    (self.form(desk, "remove", html! {
                        input type="hidden" name="sku" value=(line.sku);
                        button.button.plain.small type="submit" {
                            (icon_named(Icon::Close, &tr.t("desk-cart-remove")))
                        }
                    }))
                } @else {
                    span { (tr.number(line.quantity)) }
                }
            }
        }
    }

    fn drop_coupon(&self, desk: &Desk, code: &str) -> Markup {
        self.form(
            desk,
            "drop-coupon",
            html! {
                input type="hidden" name="code" value=(code);
                button.button.plain.small type="submit" {
                    (icon_named(Icon::Close, &desk.tr.t("desk-cart-remove")))
                }
            },
        )
    }

    fn add(&self, desk: &Desk) -> Markup {
        let tr = &desk.tr;
        self.form(
            desk,
            "add",
            html! {
                input.grow type="text" name="sku" required autocomplete="off" spellcheck="false"
                    placeholder=(tr.t("desk-cart-sku")) aria-label=(tr.t("desk-cart-sku"));
                input.pieces type="number" name="quantity" min="1" max="9999" value="1"
                    inputmode="numeric" aria-label=(tr.t("desk-cart-quantity"));
                button.button.plain.small type="submit" { (icon(Icon::Plus)) (tr.t("desk-cart-add")) }
            },
        )
    }

    fn add_coupon(&self, desk: &Desk) -> Markup {
        let tr = &desk.tr;
        self.form(
            desk,
            "apply-coupon",
            html! {
                input.grow type="text" name="code" required maxlength="64" autocomplete="off"
                    autocapitalize="characters" spellcheck="false"
                    placeholder=(tr.t("desk-cart-coupon")) aria-label=(tr.t("desk-cart-coupon"));
                button.button.plain.small type="submit" {
                    (icon(Icon::Tag)) (tr.t("desk-cart-coupon-add"))
                }
            },
        )
    }

    fn undo(&self, desk: &Desk) -> Markup {
        let Some(newest) = self.newest else { return html! {} };
        let body = html! {
            input type="hidden" name="change" value=(newest);
            button.button.plain.small type="submit" {
                (icon(Icon::Return)) (desk.tr.t("desk-cart-undo"))
            }
        };
        self.sent_to(desk, "/cart/undo", body)
    }

    fn form(&self, desk: &Desk, action: &str, body: Markup) -> Markup {
        let body = html! { input type="hidden" name="action" value=(action); (body) };
        self.sent_to(desk, "/cart", body)
    }

    fn sent_to(&self, desk: &Desk, path: &str, body: Markup) -> Markup {
        let key = ChangeId::new(desk.now);
        html! {
            form.inline.cart-form method="post" action={ (address(self.customer)) (path) } {
                (token(desk))
                input type="hidden" name="key" value={ "desk:" (key) };
                @if let Some(talk) = self.talk { input type="hidden" name="talk" value=(talk); }
                (body)
            }
        }
    }
}

/// “Ola, agent · 5 minutes ago”
fn hand(desk: &Desk, hand: &Hand) -> Markup {
    let role = desk.tr.t(&format!("desk-cart-by-{}", hand.role.as_str()));
    html! {
        small {
            @if let Some(name) = &hand.name { (name) ", " }
            (role) " · " (time(desk, hand.at))
        }
    }
}
