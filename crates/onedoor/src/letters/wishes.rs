//! “What you waited for is there”: once, to the address that was given for it.

use std::sync::Arc;

use commerce::wishes::{Told, WishKind, Write};
use engage::letters::Letter;
use kit::i18n::{Arg, Tr};
use kit::{Result, Tx};

use crate::app::App;

/// What the jobs of wishes write with.
pub fn writer(app: &App) -> Write {
    let app = app.clone();
    Arc::new(move |tx: &Tx, told: &Told| {
        let Some(letter) = letter(&app, tx, told)? else { return Ok(()) };
        engage::letters::put(&app.engage, tx, &letter, app.ctx.clock.now()).map(drop)
    })
}

fn letter(app: &App, tx: &Tx, told: &Told) -> Result<Option<Letter>> {
    let Told { wish, product, variant, price } = told;
    let Some(to) = wish.email.clone() else { return Ok(None) };
    let lang = wish.lang.unwrap_or_else(|| super::own_language(app));
    let tr = Tr::new(&app.catalogue, lang, app.zone.clone());
    let shop = super::shop_name(app, tx, wish.channel)?;
    let name = variant.named(product.title_in(lang));
    let price = price.map_or_else(String::new, |price| tr.money(price));
    let args =
        [("name", Arg::Text(name)), ("shop", Arg::Text(shop.clone())), ("price", Arg::Text(price))];
    let (subject, body) = match wish.kind {
        WishKind::Back => ("letter-back-subject", "letter-back"),
        WishKind::Low => ("letter-low-subject", "letter-low"),
        WishKind::Cheaper => ("letter-cheaper-subject", "letter-cheaper"),
    };
    let page = app.engage.public_url.as_ref();
    let page = page.map(|url| format!("{url}/shop/p/{}?variant={}", product.handle, variant.id));
    let parts = [Some(tr.with(body, &args)), page, Some(tr.t("letter-only-one")), Some(shop)];
    let body = parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    Ok(Some(Letter { to, subject: tr.with(subject, &args), body }))
}
