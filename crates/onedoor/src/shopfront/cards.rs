//! Goods as they stand on a shelf: the picture, what it is, what it costs, whether there is some.

use std::collections::BTreeMap;

use commerce::catalogue::{self, Product, ProductId, Variant, VariantId};
use commerce::promotions::{self, Offer, Shelf};
use commerce::stock;
use commerce::stock::show::Status;
use kit::i18n::Arg;
use kit::{Result, Tx};
use maud::{Markup, html};

use super::shopper::Shopper;

/// What these cost here and now, one piece of each; what has no price is left out.
pub fn offers(
    tx: &Tx,
    shopper: &Shopper,
    variants: &[VariantId],
) -> Result<BTreeMap<VariantId, Offer>> {
    let (currency, at) = (shopper.currency(), shopper.visit.now);
    let group = shopper.group(tx)?;
    let shelf = Shelf { door: shopper.door(), group: group.as_deref(), currency, at };
    promotions::offers(tx, &shelf, variants)
}

pub struct Card {
    pub product: Product,
    /// Of the cheapest variant.
    pub offer: Option<Offer>,
    /// Others cost more.
    pub is_from: bool,
    pub status: Status,
}

impl Card {
    /// The only thing that can be put into the cart from the shelf.
    fn only(&self) -> Option<&Variant> {
        let mut live = self.product.live();
        live.next().filter(|_| live.next().is_none())
    }

    pub fn percent(&self) -> i64 {
        let reduction = self.offer.as_ref().and_then(|offer| offer.reduction.as_ref());
        reduction.map_or(0, |reduction| reduction.percent)
    }
}

/// These products, in this order.
pub fn load(tx: &Tx, shopper: &Shopper, ids: &[ProductId]) -> Result<Vec<Card>> {
    let found = catalogue::store::products(tx, ids)?;
    let mut found: BTreeMap<ProductId, Product> =
        found.into_iter().map(|product| (product.id, product)).collect();
    let products: Vec<Product> = ids.iter().filter_map(|id| found.remove(id)).collect();
    let variants: Vec<VariantId> =
        products.iter().flat_map(Product::live).map(|variant| variant.id).collect();
    let offers = offers(tx, shopper, &variants)?;
    let left: BTreeMap<VariantId, i64> = stock::available(tx, &variants)?.into_iter().collect();
    let card = |product: Product| {
        let costs: Vec<&Offer> =
            product.live().filter_map(|variant| offers.get(&variant.id)).collect();
        let cheapest = costs.iter().min_by_key(|offer| offer.unit).copied().cloned();
        let dearest = costs.iter().map(|offer| offer.unit).max();
        let is_from = dearest > cheapest.as_ref().map(|one| one.unit);
        let most = product.live().filter_map(|variant| left.get(&variant.id)).max();
        let status = Status::of(most.copied().unwrap_or(0));
        Card { offer: cheapest, is_from, status, product }
    };
    Ok(products.into_iter().map(card).collect())
}

/// Cards side by side.
pub fn shelf(shopper: &Shopper, cards: &[Card]) -> Markup {
    html! { ul.goods { @for card in cards { li { (show(shopper, card)) } } } }
}

fn show(shopper: &Shopper, card: &Card) -> Markup {
    let (tr, product) = (&shopper.tr, &card.product);
    let path = format!("/shop/p/{}", product.handle);
    let only = card.only().filter(|_| card.status != Status::None && card.offer.is_some());
    html! {
        article.card {
            a.picture href=(path) tabindex="-1" aria-hidden="true" {
                (picture(shopper, product))
                @if card.percent() > 0 { span.percent { "−" (card.percent()) " %" } }
            }
            h3 { a href=(path) { (product.title_in(tr.lang())) } }
            @if let Some(brand) = &product.brand { p.quiet { (brand) } }
            @if let Some(offer) = &card.offer { (price(shopper, offer, card.is_from)) }
            (status(shopper, card.status))
            @if let Some(only) = only { (add(shopper, only.id)) }
            @else { a.button.plain href=(path) { (tr.t(if card.status == Status::None { "shop-look" } else { "shop-choose" })) } }
        }
    }
}

pub fn picture(shopper: &Shopper, product: &Product) -> Markup {
    let lang = shopper.tr.lang();
    let first = product.media.first();
    html! {
        @if let Some(medium) = first {
            img src=(medium.url) alt=(medium.alt.get(&lang).or(medium.alt.values().next()).map_or("", String::as_str))
                width="400" height="400" loading="lazy";
        } @else {
            span.no-picture aria-hidden="true" { (product.title_in(lang).chars().next().unwrap_or(' ')) }
        }
    }
}

/// With the lowest price of the 30 days before, wherever a reduction is announced.
pub fn price(shopper: &Shopper, offer: &Offer, is_from: bool) -> Markup {
    let tr = &shopper.tr;
    let money = shopper.money(offer.unit);
    let shown = match is_from {
        true => tr.with("shop-from", &[("price", Arg::Text(money))]),
        false => money,
    };
    html! {
        @match &offer.reduction {
            Some(reduction) => {
                p.price.is-reduced { strong { (shown) } " " del { (shopper.money(reduction.prior)) } }
                p.lowest {
                    (tr.with("shop-lowest", &[("price", Arg::Text(shopper.money(reduction.prior)))]))
                }
            }
            None => p.price { strong { (shown) } },
        }
    }
}

pub fn status(shopper: &Shopper, status: Status) -> Markup {
    let class = format!("stock is-{}", status.as_str());
    html! { p class=(class) { (shopper.tr.t(&format!("shop-stock-{}", status.as_str().replace('_', "-")))) } }
}

fn add(shopper: &Shopper, variant: VariantId) -> Markup {
    html! {
        form method="post" action="/shop/cart/changes" data-quick {
            input type="hidden" name="action" value="add";
            input type="hidden" name="variant" value=(variant);
            input type="hidden" name="key" value=(shopper.new_key());
            input type="hidden" name="back" value=(shopper.path);
            button type="submit" { (shopper.tr.t("shop-add")) }
        }
    }
}
