//! A product: what there is of it, what it costs and why, where it lies.

use axum::extract::Path;
use axum::response::Response;
use commerce::carts::Deed;
use commerce::catalogue::{self, Product, Variant, VariantId};
use commerce::prices;
use commerce::promotions::{self, Asked, AskedLine, Offer, Outcome, Quote};
use commerce::stock::show::{self, Availability, Status};
use commerce::wishes::{self, WishKind};
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::around::{self, Around};
use super::cards;
use super::shopper::Shopper;
use super::wish;

/// A product of the window, with what is asked about each of its variants.
pub struct Shown {
    around: Around,
    product: Product,
    chosen: Variant,
    offers: Vec<(VariantId, Offer)>,
    /// Of each variant.
    stock: Vec<Availability>,
    why: Option<Why>,
    /// The shop can write to whoever waits for something.
    can_write: bool,
}

/// Why the chosen one costs what it costs.
struct Why {
    quote: Quote,
    /// By id, what the price lists are called.
    lists: Vec<(prices::PriceListId, String)>,
}

pub fn find(tx: &Tx, shopper: &Shopper, handle: &str) -> Result<Product> {
    let missing = || Error::not_found(format!("product “{}”", kit::text::clip(handle, 80)));
    let id = catalogue::store::by_handle_maybe(tx, handle)?.ok_or_else(missing)?;
    let product = catalogue::store::products(tx, &[id])?.pop().ok_or_else(missing)?;
    if product.is_sold_at(shopper.door()) { Ok(product) } else { Err(missing()) }
}

pub async fn show_product(shopper: Shopper, Path(handle): Path<String>) -> Result<Response> {
    shopper.count(Deed::Read)?;
    let look = |tx: &Tx| look(tx, &shopper, &handle);
    let shown = shopper.front.app.ctx.db.read(look).await?;
    let title = shown.product.title_in(shopper.tr.lang()).to_string();
    Ok(around::page(&shopper, &shown.around, &title, body(&shopper, &shown, &title)))
}

fn look(tx: &Tx, shopper: &Shopper, handle: &str) -> Result<Shown> {
    let product = find(tx, shopper, handle)?;
    let live: Vec<&Variant> = product.live().collect();
    let skus: Vec<&str> = live.iter().map(|variant| variant.sku.as_str()).collect();
    let stock = show::availability(tx, &skus)?;
    let ids: Vec<VariantId> = live.iter().map(|variant| variant.id).collect();
    let offers: Vec<_> = cards::offers(tx, shopper, &ids)?.into_iter().collect();
    let asked = shopper.query("variant").and_then(|id| id.parse::<VariantId>().ok());
    let is_there = |variant: &&&Variant| left(&stock, variant) > 0;
    let chosen = live.iter().find(|variant| Some(variant.id) == asked);
    let chosen = chosen.or_else(|| live.iter().find(is_there)).or(live.first());
    let chosen = chosen.ok_or_else(|| Error::not_found("variant of this product"))?;
    let why = why(tx, shopper, chosen.id)?;
    let chosen = (*chosen).clone();
    let around = Around::load(tx, shopper)?;
    let can_write = engage::letters::can_go(&shopper.front.app.engage, tx)?;
    Ok(Shown { around, chosen, offers, stock, why, product, can_write })
}

fn left(stock: &[Availability], variant: &Variant) -> i64 {
    stock.iter().find(|one| one.sku == variant.sku).map_or(0, |one| one.quantity)
}

fn why(tx: &Tx, shopper: &Shopper, variant: VariantId) -> Result<Option<Why>> {
    let ctx = shopper.ctx();
    let buyer = prices::Buyer { customer: None, group: None, country: ctx.country.clone() };
    let line = AskedLine { variant, quantity: 1 };
    let door = Some(shopper.door());
    let asked = Asked { door, ..Asked::new(vec![line], buyer, shopper.currency()) };
    match promotions::quote(ctx, tx, &asked) {
        Ok(quote) => {
            let lists = prices::store::lists(tx)?.into_iter();
            Ok(Some(Why { quote, lists: lists.map(|list| (list.id, list.name)).collect() }))
        }
        Err(error) if error.code == "no_price" => Ok(None),
        Err(error) => Err(error),
    }
}

fn body(shopper: &Shopper, shown: &Shown, title: &str) -> Markup {
    let (tr, product) = (&shopper.tr, &shown.product);
    let lang = tr.lang();
    let offer = shown.offers.iter().find(|(id, _)| *id == shown.chosen.id).map(|(_, one)| one);
    let quantity = left(&shown.stock, &shown.chosen);
    let path = product.category_id.map(|id| shown.around.tree.path(id)).unwrap_or_default();
    html! {
        nav.way aria-label=(tr.t("shop-way")) {
            a href="/shop" { (shopper.shop_name()) }
            @for category in path { " › " a href={ "/shop/c/" (category.handle) } { (category.title_in(lang)) } }
        }
        article.product data-viewed=(viewed(shopper, shown, title)) {
            div.pictures {
                @if product.media.is_empty() { (cards::picture(shopper, product)) }
                @for medium in &product.media {
                    img src=(medium.url) alt=(medium.alt.get(&lang).map_or(title, String::as_str)) width="800" height="800";
                }
            }
            div.facts {
                h1 { (title) }
                @if let Some(brand) = &product.brand { p.quiet { (brand) } }
                @match offer {
                    Some(offer) => (cards::price(shopper, offer, false)),
                    None => p.empty { (tr.t("shop-no-price")) },
                }
                (cards::status(shopper, Status::of(quantity)))
                @if quantity > 0 && offer.is_some() { (add(shopper, shown)) } @else { (variants(shopper, shown)) }
                (wish::form(shopper, product, &shown.chosen, to_hear_of(shown, quantity, offer)))
                div.description {
                    @for line in product.description_in(lang).lines().filter(|line| !line.trim().is_empty()) { p { (line) } }
                }
                @if let Some(why) = &shown.why { (reasons(shopper, why)) }
                (places(shopper, shown))
                p.quiet { (tr.t("shop-number")) " " (shown.chosen.sku) }
            }
        }
    }
}

/// Of what somebody could want to hear.
fn to_hear_of(shown: &Shown, quantity: i64, offer: Option<&Offer>) -> &'static [WishKind] {
    match (quantity, offer) {
        _ if !shown.can_write => &[],
        (..=0, _) => &[WishKind::Back],
        (1..=wishes::FEW, Some(_)) => &[WishKind::Cheaper],
        (1..=wishes::FEW, None) => &[],
        (_, Some(_)) => &[WishKind::Cheaper, WishKind::Low],
        (_, None) => &[WishKind::Low],
    }
}

/// What the timeline is told, by the widget: Segment's `Product Viewed`.
fn viewed(shopper: &Shopper, shown: &Shown, title: &str) -> String {
    let offer = shown.offers.iter().find(|(id, _)| *id == shown.chosen.id);
    let price = offer.map(|(_, offer)| kit::money::Money::new(offer.unit, shopper.currency()));
    serde_json::json!({
        "product_id": shown.product.id,
        "sku": shown.chosen.sku,
        "variant_id": shown.chosen.id,
        "name": title,
        "brand": shown.product.brand,
        "price": price.map(|price| price.to_decimal()),
        "currency": shopper.currency(),
    })
    .to_string()
}

fn add(shopper: &Shopper, shown: &Shown) -> Markup {
    let tr = &shopper.tr;
    html! {
        form.add method="post" action="/shop/cart/changes" data-quick {
            input type="hidden" name="action" value="add";
            input type="hidden" name="key" value=(shopper.new_key());
            input type="hidden" name="back" value=(shopper.path);
            @if shown.product.live().count() > 1 { (variants(shopper, shown)) }
            @else { input type="hidden" name="variant" value=(shown.chosen.id); }
            div.how-many {
                label for="quantity" { (tr.t("shop-quantity")) }
                input #quantity type="number" name="quantity" value="1" min="1" max="999" inputmode="numeric" required;
                button type="submit" { (tr.t("shop-add")) }
            }
        }
    }
}

/// What tells the variants apart; each with its price where they differ, and whether there is some.
fn variants(shopper: &Shopper, shown: &Shown) -> Markup {
    let live: Vec<&Variant> = shown.product.live().collect();
    let names: Vec<&str> = shown.chosen.options.iter().map(|choice| choice.name.as_str()).collect();
    let price = |id: VariantId| {
        let offer = shown.offers.iter().find(|(known, _)| *known == id);
        offer.map(|(_, offer)| offer.unit)
    };
    let differ = live.iter().any(|variant| price(variant.id) != price(shown.chosen.id));
    html! {
        @if live.len() > 1 {
            fieldset.variants data-variants=(shopper.path) {
                legend { (names.join(", ")) }
                @for variant in live {
                    @let is_there = left(&shown.stock, variant) > 0;
                    label.is-gone[!is_there] {
                        input type="radio" name="variant" value=(variant.id) checked[variant.id == shown.chosen.id] required;
                        span {
                            (variant.options.iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>().join(", "))
                            @if let Some(unit) = price(variant.id).filter(|_| differ) { small { (shopper.money(unit)) } }
                            @if !is_there { small { (shopper.tr.t("shop-stock-none")) } }
                        }
                    }
                }
            }
        }
    }
}

/// Why this price: the list that won and what it won over, what is taken off, the tax in it.
fn reasons(shopper: &Shopper, why: &Why) -> Markup {
    let tr = &shopper.tr;
    let Some(line) = why.quote.lines.first() else { return html! {} };
    let name = |id| why.lists.iter().find(|(list, _)| *list == id).map_or("", |(_, name)| name);
    let sentences = why.quote.promotions.iter().zip(why.quote.sentences());
    let applied = sentences.filter(|(trace, _)| matches!(trace.outcome, Outcome::Applied { .. }));
    html! {
        details.why {
            summary { (tr.t("shop-why")) }
            ul {
                li {
                    (tr.with("shop-why-list", &[
                        ("list", Arg::Text(name(line.price_list).to_string())),
                        ("price", Arg::Text(shopper.money(line.unit_amount))),
                    ])) " " (tr.t(line.price.why.key()))
                }
                @for other in &line.price.passed_over {
                    li.quiet {
                        (tr.with("shop-why-not", &[
                            ("list", Arg::Text(name(other.list).to_string())),
                            ("price", Arg::Text(shopper.money(other.amount))),
                        ]))
                    }
                }
                @for (_, (name, sentence)) in applied { li { "“" (name) "”: " (tr.sentence(&sentence)) } }
                @if line.exception.is_some() { li { (tr.t("shop-why-exception")) } }
                @for tax in &why.quote.taxes {
                    li {
                        (tr.with("shop-why-tax", &[
                            ("rate", Arg::Text(tax.rate.to_string())),
                            ("tax", Arg::Text(shopper.money(tax.tax))),
                        ]))
                    }
                }
                li { (tr.t("shop-why-everywhere")) }
            }
        }
    }
}

/// Where it can be fetched.
fn places(shopper: &Shopper, shown: &Shown) -> Markup {
    let stock = shown.stock.iter().find(|one| one.sku == shown.chosen.sku);
    let places = stock.map(|stock| stock.collect.as_slice()).unwrap_or_default();
    html! {
        @if !places.is_empty() {
            section.places {
                h2 { (shopper.tr.t("shop-places")) }
                ul {
                    @for (place, here) in places {
                        li { span { (place.name) small { (place.street) ", " (place.city) } } (cards::status(shopper, Status::of(*here))) }
                    }
                }
            }
        }
    }
}
