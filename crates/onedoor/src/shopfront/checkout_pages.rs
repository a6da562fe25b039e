//! The pages of buying: the fields, and the last look.

use axum::response::Response;
use commerce::orders::{Delivery, Means, Offered};
use commerce::promotions::TotalType;
use commerce::shipping::{Kind, Why};
use kit::Error;
use kit::i18n::Arg;
use maud::{Markup, html};

use super::around;
use super::checkout::{Place, Till};
use super::checkout_form::{self, Checked, Fault, Sent};
use super::shopper::Shopper;
use super::{guard, sums, tendered};

/// Where parcels go, besides the shop's own country.
const COUNTRIES: [&str; 2] = ["PL", "RO"];

pub fn fields(
    shopper: &Shopper,
    till: &Till,
    sent: &Sent,
    faults: &[Fault],
    why: Option<&Error>,
) -> Response {
    let tr = &shopper.tr;
    let form = Fields { shopper, sent, faults };
    let title = tr.t("shop-checkout");
    let body = html! {
        h1 { (title) }
        @if let Some(why) = why { p.alert role="alert" { (said(shopper, why)) " " a href="/shop/cart" { (tr.t("shop-to-cart")) } } }
        @if !faults.is_empty() { p.alert role="alert" { (tr.t("shop-look-again")) } }
        div.checkout {
            form.fields method="post" action="/shop/checkout" novalidate data-renew {
                // The key “Enter” goes on, and does not merely look up what the way costs.
                button.hidden type="submit" tabindex="-1" aria-hidden="true" {}
                fieldset {
                    legend { (tr.t("shop-who")) }
                    (form.text("name", &sent.name, "text", "name"))
                    (form.text("email", &sent.email, "email", "email"))
                    (form.text("phone", &sent.phone, "tel", "tel"))
                    p.quiet { (tr.t("shop-reach-hint")) }
                }
                fieldset {
                    legend { (tr.t("shop-where")) }
                    (form.choice("delivery", "address", sent.delivery != "collect", &tr.t("shop-delivery-address"), &tr.t("shop-delivery-address-hint")))
                    div.of-address {
                        (form.text("street", &sent.street, "text", "street-address"))
                        div.pair {
                            (form.text("postcode", &sent.postcode, "text", "postal-code"))
                            (form.text("city", &sent.city, "text", "address-level2"))
                        }
                        (countries(shopper, sent))
                        (ways(&form, till))
                    }
                    @if !till.places.is_empty() {
                        (form.choice("delivery", "collect", checkout_form::is_collected(sent), &tr.t("shop-delivery-collect"), &collect_hint(shopper, till)))
                        div.of-collect { @for place in &till.places { (form.place(place)) } (form.fault("location")) }
                    }
                }
                (tendered::fields(shopper, &till.paying, sent, &|field| form.fault(field)))
                fieldset {
                    legend { (tr.t("shop-means")) }
                    @for means in [Means::Transfer, Means::OnDelivery, Means::InStore] { (form.means(means)) }
                    (form.fault("means"))
                }
                button.wide type="submit" { (tr.t("shop-go-on")) }
            }
            (summary(shopper, till))
        }
    };
    around::page(shopper, &till.basket.around, &title, body)
}

fn said(shopper: &Shopper, why: &Error) -> String {
    guard::said(&shopper.tr, why).unwrap_or_else(|| shopper.tr.t("shop-error-refused-do"))
}

/// What is bought, beside the fields.
fn summary(shopper: &Shopper, till: &Till) -> Markup {
    let basket = &till.basket;
    html! {
        aside.sums data-sums aria-label=(shopper.tr.t("shop-sums")) {
            ul.brief {
                @for line in basket.lines() { li { span { (line.quantity) " × " (basket.title(shopper, line)) } } }
            }
            @match &basket.quote {
                Ok(quote) => {
                    (sums::why(shopper, quote))
                    (sums::totals(shopper, &sums::of_quote(quote), &quote.taxes, sums::way(shopper, quote)))
                    (till.paying.sums(shopper))
                },
                Err(why) => p.alert role="alert" { (said(shopper, why)) },
            }
            p { a href="/shop/cart" { (shopper.tr.t("shop-change-cart")) } }
        }
    }
}

/// How it can go to that country, and what each way costs. The button is for browsers without script.
fn ways(form: &Fields, till: &Till) -> Markup {
    let tr = &form.shopper.tr;
    let quoted = till.basket.quote.as_ref().ok().and_then(|quote| quote.shipping.as_ref());
    let chosen = quoted.map(|way| way.method.as_str());
    let price = |way: &Offered| match (way.amount, way.why) {
        (0, Why::FreeFrom { amount }) => {
            let from = [("amount", Arg::Text(form.shopper.money(amount)))];
            tr.with("shop-way-free-from", &from)
        }
        (0, Why::Tier { .. }) => tr.t("shop-free"),
        (amount, _) => form.shopper.money(amount),
    };
    html! {
        button.plain.of-country type="submit" name="edit" value="1" { (tr.t("shop-ways-renew")) }
        div data-ways role="group" aria-label=(tr.t("shop-ways")) {
            @for way in till.basket.sent() {
                @let is_first = chosen.is_none() && till.basket.sent().next() == Some(way);
                (form.choice("method", &way.method, chosen == Some(&way.method) || is_first, way.title_in(tr.lang()), &price(way)))
            }
            (form.fault("method"))
        }
    }
}

/// That we write when it is ready; and what it costs, where it is not free.
fn collect_hint(shopper: &Shopper, till: &Till) -> String {
    let hint = shopper.tr.t("shop-delivery-collect-hint");
    let fetched = till.basket.ways.iter().filter(|way| way.kind == Kind::Collect);
    match fetched.map(|way| way.amount).min() {
        Some(cost) if cost > 0 => format!("{} · {hint}", shopper.money(cost)),
        _ => hint,
    }
}

fn countries(shopper: &Shopper, sent: &Sent) -> Markup {
    let own = shopper.ctx().country.as_str();
    let others = COUNTRIES.into_iter().filter(|country| *country != own);
    html! {
        div.field {
            label for="country" { (shopper.tr.t("shop-field-country")) }
            select #country name="country" autocomplete="country" {
                @for country in std::iter::once(own).chain(others) {
                    option value=(country) selected[country == sent.country] { (country_name(shopper, country)) }
                }
            }
        }
    }
}

pub fn country_name(shopper: &Shopper, code: &str) -> String {
    let name = shopper.tr.maybe(&format!("shop-country-{}", code.to_ascii_lowercase()));
    name.unwrap_or_else(|| code.to_string())
}

struct Fields<'a> {
    shopper: &'a Shopper,
    sent: &'a Sent,
    faults: &'a [Fault],
}

impl Fields<'_> {
    fn is_wrong(&self, field: &str) -> bool {
        self.faults.iter().any(|(wrong, _)| *wrong == field)
    }

    /// What is wrong, beside the field.
    fn fault(&self, field: &str) -> Markup {
        let fault = self.faults.iter().find(|(wrong, _)| *wrong == field);
        html! {
            @if let Some((_, how)) = fault {
                p.fault id={ (field) "-fault" } { (self.shopper.tr.t(&format!("shop-fault-{how}"))) }
            }
        }
    }

    fn text(&self, name: &'static str, value: &str, kind: &str, autocomplete: &str) -> Markup {
        let is_wrong = self.is_wrong(name);
        let fault = is_wrong.then(|| format!("{name}-fault"));
        html! {
            div.field.is-wrong[is_wrong] {
                label for=(name) { (self.shopper.tr.t(&format!("shop-field-{name}"))) }
                input id=(name) name=(name) type=(kind) value=(value) autocomplete=(autocomplete) maxlength="200"
                    aria-invalid=[is_wrong.then_some("true")] aria-describedby=[fault];
                (self.fault(name))
            }
        }
    }

    fn choice(&self, name: &str, value: &str, chosen: bool, title: &str, hint: &str) -> Markup {
        html! {
            label.choice {
                input type="radio" name=(name) value=(value) checked[chosen];
                span { strong { (title) } @if !hint.is_empty() { small { (hint) } } }
            }
        }
    }

    fn place(&self, place: &Place) -> Markup {
        let (tr, location) = (&self.shopper.tr, &place.location);
        let id = location.id.to_string();
        let key = if place.has_all { "shop-place-has-all" } else { "shop-place-lacks" };
        let hint = format!("{}, {} · {}", location.street, location.city, tr.t(key));
        self.choice("location", &id, self.sent.location == id, &location.name, &hint)
    }

    fn means(&self, means: Means) -> Markup {
        let (tr, word) = (&self.shopper.tr, means.as_str());
        let key = format!("shop-means-{}", word.replace('_', "-"));
        self.choice(
            "means",
            word,
            self.sent.means == word,
            &tr.t(&key),
            &tr.t(&format!("{key}-hint")),
        )
    }
}

/// Everything once more, with the total, and the button that buys.
pub fn last_look(
    shopper: &Shopper,
    till: &Till,
    sent: &Sent,
    checked: &Checked,
    why: Option<&Error>,
) -> Response {
    let tr = &shopper.tr;
    let title = tr.t("shop-last-look");
    let total = till.basket.quote.as_ref().map(|quote| quote.total(TotalType::Total));
    let way = till.basket.quote.as_ref().ok().and_then(|quote| quote.shipping.as_ref());
    let body = html! {
        h1 { (title) }
        @if let Some(why) = why { p.alert role="alert" { (said(shopper, why)) } }
        div.checkout {
            div.confirm {
                dl {
                    dt { (tr.t("shop-who")) }
                    dd {
                        (checked.contact.name.as_deref().unwrap_or_default())
                        @for reach in checked.contact.email.iter().chain(&checked.contact.phone) { br; (reach) }
                    }
                    dt { (tr.t("shop-where")) }
                    dd {
                        (where_to(shopper, &checked.delivery, &till.places))
                        @if let Some(way) = way { br; (way.title_in(tr.lang())) }
                    }
                    dt { (tr.t("shop-means")) }
                    dd { (tr.t(&format!("shop-means-{}", checked.means.as_str().replace('_', "-")))) }
                }
                form method="post" action="/shop/checkout/order" {
                    (kept(sent))
                    @if let Ok(total) = total {
                        input type="hidden" name="key" value=(shopper.new_key());
                        @let to_pay = till.paying.to_pay(total);
                        input type="hidden" name="total" value=(total);
                        input type="hidden" name="to_pay" value=(to_pay);
                        button.wide.buy type="submit" { (tr.t("shop-buy")) " · " (shopper.money(to_pay)) }
                    }
                    button.plain.wide type="submit" name="edit" value="1" formaction="/shop/checkout" { (tr.t("shop-edit")) }
                    p.quiet { (tr.t("shop-buy-hint")) " " a href="/withdraw" { (tr.t("shop-withdraw")) } }
                }
            }
            (summary(shopper, till))
        }
    };
    around::page(shopper, &till.basket.around, &title, body)
}

/// What was written, for the next page.
fn kept(sent: &Sent) -> Markup {
    let fields = [
        ("name", &sent.name),
        ("email", &sent.email),
        ("phone", &sent.phone),
        ("delivery", &sent.delivery),
        ("street", &sent.street),
        ("postcode", &sent.postcode),
        ("city", &sent.city),
        ("country", &sent.country),
        ("method", &sent.method),
        ("location", &sent.location),
        ("means", &sent.means),
        ("gift_card", &sent.gift_card),
        ("points", &sent.points),
    ];
    html! { @for (name, value) in fields { input type="hidden" name=(name) value=(value); } }
}

fn where_to(shopper: &Shopper, delivery: &Delivery, places: &[Place]) -> Markup {
    html! {
        @match delivery {
            Delivery::Address { street, postcode, city, country, .. } => {
                (street) br; (postcode) " " (city) br; (country_name(shopper, country))
            },
            Delivery::Collect { location } | Delivery::Taken { location } => {
                @for place in places.iter().filter(|place| place.location.id.to_string() == *location) {
                    (shopper.tr.t("shop-delivery-collect")) br; (place.location.name) br;
                    (place.location.street) ", " (place.location.city)
                }
            },
        }
    }
}
