//! Their products become ours, or are found among ours by their SKU.

use customers::channels::ChannelId;
use kit::money::Currency;
use kit::{Result, Time, Tx};

use super::super::store_records::{self as records, Kind, Record};
use super::super::store_variants::Linked;
use super::super::theirs::{Gone, Left, Product, Variant};
use super::super::{Keeper, Link, aside, rules, store_variants};
use crate::catalogue::{
    self, ProductId, Status, VariantId, Wanted, WantedVariant, store as catalogue_store,
};
use crate::prices::{self, ListFields, NewPrice};

/// The product, or in words why there is none.
type Kept = std::result::Result<ProductId, String>;

/// Takes a product in. Why it could not be is kept for staff to see.
pub fn take(tx: &Tx, link: &Link, told: &Product, now: Time) -> Result<()> {
    let known = records::find::<ProductId>(tx, link.id(), Kind::Product, &told.id)?;
    let is_new_text = rules::is_news(known.as_ref().map(|known| known.version_at), told.at);
    let mut news: Vec<&Variant> = Vec::new();
    for variant in told.variants.iter().filter(|variant| !variant.sku.trim().is_empty()) {
        let known = records::find::<VariantId>(tx, link.id(), Kind::Variant, &variant.id)?;
        if rules::is_news(known.map(|known| known.version_at), variant.at) {
            news.push(variant);
        }
    }
    if news.is_empty() && (!is_new_text || known.is_none()) {
        return Ok(());
    }
    let saved = match link.settings.goods {
        Keeper::Theirs => keep(tx, link, told, (known.as_ref(), is_new_text), &news, now)?,
        Keeper::Ours => find(tx, told, &news)?,
    };
    let id = match saved {
        Ok(id) => id,
        Err(words) => {
            let record = Record {
                number: told.title.clone(),
                problem: Some(format!("refused:{words}")),
                ..Record::new([0; 16], told.at)
            };
            return records::save(tx, link.id(), Kind::Refused, &told.id, &record);
        }
    };
    records::forget_refused(tx, link.id(), &told.id)?;
    if is_new_text {
        records::save(tx, link.id(), Kind::Product, &told.id, &Record::new(id, told.at))?;
    }
    for variant in &news {
        put(tx, link.id(), variant)?;
    }
    if link.settings.goods == Keeper::Theirs {
        set_prices(tx, link, &news, now)?;
    }
    Ok(())
}

/// They keep the goods: theirs are written as they say. A product of which only variants are news keeps its texts.
fn keep(
    tx: &Tx,
    link: &Link,
    told: &Product,
    (known, is_new_text): (Option<&Record<ProductId>>, bool),
    news: &[&Variant],
    now: Time,
) -> Result<Kept> {
    let status = if told.is_sold { Status::Active } else { Status::Draft };
    let variants = news.iter().map(|variant| wanted(tx, link, variant));
    let text = |text: &str| is_new_text.then(|| text.to_string());
    let wanted = Wanted {
        id: known.map(|known| known.our_id),
        title: text(&told.title),
        description: text(&told.description),
        // Ours has one of its own once it is made.
        handle: text(&told.handle).filter(|handle| known.is_none() && !handle.is_empty()),
        status: is_new_text.then_some(status),
        variants: variants.collect::<Result<_>>()?,
        ..Wanted::default()
    };
    let first = save(tx, &wanted, now)?;
    // Another product may have their address: then it gets one of ours.
    match first {
        Err(_) if wanted.handle.is_some() => save(tx, &Wanted { handle: None, ..wanted }, now),
        other => Ok(other),
    }
}

/// One that was deleted there and is made again is sold here again.
fn wanted(tx: &Tx, link: &Link, variant: &Variant) -> Result<WantedVariant> {
    let sku = variant.sku.trim();
    let is_linked = match catalogue_store::by_sku_maybe(tx, sku)? {
        Some(ours) => store_variants::find(tx, link.id(), ours)?.is_some(),
        None => false,
    };
    Ok(WantedVariant {
        sku: sku.to_string(),
        gtin: variant.gtin.clone(),
        options: Some(variant.options.clone()),
        archived: (!is_linked).then_some(false),
        ..WantedVariant::default()
    })
}

fn save(tx: &Tx, wanted: &Wanted, now: Time) -> Result<Kept> {
    let answer = catalogue::save(tx, std::slice::from_ref(wanted), now)?.pop();
    let answer = answer.ok_or_else(|| kit::Error::internal("no answer to a product"))?;
    Ok(answer.map(|saved| saved.id).map_err(|error| error.detail))
}

/// We keep the goods: theirs are ours of the same SKU. What we do not have is said, and left alone.
fn find(tx: &Tx, told: &Product, news: &[&Variant]) -> Result<Kept> {
    for variant in news {
        if let Some(ours) = catalogue_store::by_sku_maybe(tx, variant.sku.trim())?
            && let Some(product) = catalogue_store::product_of(tx, ours)?
        {
            return Ok(Ok(product));
        }
    }
    let skus: Vec<&str> = told.variants.iter().map(|variant| variant.sku.as_str()).collect();
    Ok(Err(format!("none of ours has the SKU {}", skus.join(", "))))
}

fn put(tx: &Tx, channel: ChannelId, told: &Variant) -> Result<()> {
    let Some(ours) = catalogue_store::by_sku_maybe(tx, told.sku.trim())? else { return Ok(()) };
    let price = told.price.map(|price| price.minor);
    store_variants::put(tx, channel, ours, &told.id, &told.address, price)?;
    records::save(tx, channel, Kind::Variant, &told.id, &Record::new(ours, told.at))?;
    // Their stock may name what lies there by an id of its own.
    if !told.address.item.is_empty() {
        let item = format!("item:{}", told.address.item);
        records::save(tx, channel, Kind::Item, &item, &Record::new(ours, told.at))?;
    }
    Ok(())
}

/// Their prices stand in a list of the link's own, in each currency one.
fn set_prices(tx: &Tx, link: &Link, news: &[&Variant], now: Time) -> Result<()> {
    let mut currencies: Vec<Currency> =
        news.iter().filter_map(|variant| variant.price.map(|price| price.currency)).collect();
    currencies.dedup();
    for currency in currencies {
        let mut new: Vec<NewPrice> = Vec::new();
        for variant in news.iter() {
            let Some(price) = variant.price.filter(|price| price.currency == currency) else {
                continue;
            };
            let ours = catalogue_store::by_sku_maybe(tx, variant.sku.trim())?;
            let Some(variant) = ours.filter(|ours| new.iter().all(|one| one.variant != *ours))
            else {
                continue;
            };
            new.push(NewPrice { variant, quantity_min: 1, amount: Some(price.minor) });
        }
        let why = format!("{} ({})", link.channel.name, link.system.name());
        let list = prices::save_list(tx, &list_of(link, currency), &why, now)?;
        prices::set(tx, list, &new, &why, now)?;
    }
    Ok(())
}

/// Found again by its code, which no other link has.
fn list_of(link: &Link, currency: Currency) -> ListFields {
    let code = format!("{}-{}", link.id(), currency.code()).to_ascii_lowercase();
    let is_plain = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-';
    ListFields {
        code: code.replace('_', "-").chars().filter(is_plain).take(60).collect(),
        name: kit::text::clip(&link.channel.name, 100).into_owned(),
        currency,
        group: None,
        priority: 0,
        starts_at: None,
        ends_at: None,
        is_sale: false,
    }
}

/// What is deleted there is archived here, if they keep the goods: orders name it. It is not told of any more.
pub fn take_gone(tx: &Tx, link: &Link, gone: &Gone, now: Time) -> Result<()> {
    let Gone::Product(id) = gone;
    let known = records::find::<ProductId>(tx, link.id(), Kind::Product, id)?;
    let Some(known) = known else { return Ok(()) };
    forget(tx, link, linked_of(tx, link, known.our_id, id)?, now)?;
    if link.settings.goods == Keeper::Ours {
        return Ok(());
    }
    let wanted =
        Wanted { id: Some(known.our_id), status: Some(Status::Archived), ..Wanted::default() };
    // A product that is gone here too is as they say.
    save(tx, &wanted, now)?.ok();
    Ok(())
}

/// The variants that a product has there no more. An older word than the newest on the product says nothing.
pub fn take_left(tx: &Tx, link: &Link, left: &Left, now: Time) -> Result<()> {
    let known = records::find::<ProductId>(tx, link.id(), Kind::Product, &left.product)?;
    let Some(known) = known.filter(|known| rules::is_news(Some(known.version_at), left.at)) else {
        return Ok(());
    };
    let mut gone = linked_of(tx, link, known.our_id, &left.product)?;
    gone.retain(|(linked, _)| !left.variants.contains(&linked.their_id));
    if gone.is_empty() {
        return Ok(());
    }
    if link.settings.goods == Keeper::Theirs {
        let archived = |(_, sku): &(Linked, String)| WantedVariant {
            sku: sku.clone(),
            archived: Some(true),
            ..WantedVariant::default()
        };
        let variants = gone.iter().map(archived).collect();
        save(tx, &Wanted { id: Some(known.our_id), variants, ..Wanted::default() }, now)?.ok();
    }
    forget(tx, link, gone, now)
}

/// The variants of a product of ours that are linked to this one of theirs, each with its SKU.
fn linked_of(tx: &Tx, link: &Link, ours: ProductId, theirs: &str) -> Result<Vec<(Linked, String)>> {
    let mut found = Vec::new();
    for product in catalogue_store::products(tx, &[ours])? {
        for variant in product.variants {
            let linked = store_variants::find(tx, link.id(), variant.id)?;
            let is_of_it =
                |linked: &Linked| linked.address.product == theirs || linked.their_id == theirs;
            found.extend(linked.filter(is_of_it).map(|linked| (linked, variant.sku)));
        }
    }
    Ok(found)
}

/// It is told of these no more, and nothing is kept aside for it.
fn forget(tx: &Tx, link: &Link, gone: Vec<(Linked, String)>, now: Time) -> Result<()> {
    let gone: Vec<Linked> = gone.into_iter().map(|(linked, _)| linked).collect();
    aside::end(tx, link, &gone, now)?;
    gone.iter().try_for_each(|linked| store_variants::delete(tx, link.id(), linked.variant))
}
