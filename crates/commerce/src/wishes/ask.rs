//! “Tell me when it is back”, said by a browser at the shop's own pages, or at pages made with the storefront's API.

use customers::identities::normal::normalise;
use customers::identities::{CustomerId, Identity, Kind, store as identities};
use customers::recording::{By, Happening, Learned};
use kit::i18n::Lang;
use kit::{Error, Result, Tx};

use super::{Wish, WishKind, cheaper, wish};
use crate::Ctx;
use crate::carts::{Session, Visit};
use crate::catalogue::Variant;

pub struct Asked<'a> {
    pub variant: &'a Variant,
    pub kind: WishKind,
    /// As [`email`] has it.
    pub email: Option<Identity>,
    pub lang: Option<Lang>,
    /// Of a browser that has no session yet.
    pub device: Option<&'a str>,
    pub key: &'a str,
}

/// An address to which may be written.
///
/// # Errors
/// `bad_email`.
pub fn email(text: &str) -> Result<Identity> {
    let bad = |_| Error::bad_input("bad_email", "This is no e-mail address.");
    Ok(Identity::new(Kind::EMAIL, normalise(&Kind::EMAIL, text, None).map_err(bad)?))
}

/// A wish of whoever this is; a browser that comes for the first time is given a session to keep.
pub fn ask(ctx: &Ctx, tx: &Tx, visit: &Visit, asked: &Asked) -> Result<(Learned, Option<Session>)> {
    let (scope, session) = visit.begin(tx, asked.device, asked.key)?;
    let leaf = scope.own.leaf;
    let mut new = Wish {
        customer: leaf,
        variant: asked.variant.id,
        kind: asked.kind,
        channel: visit.door.channel.id,
        made_at: visit.now,
        email: asked.email.as_ref().map(|email| email.value.clone()),
        lang: asked.lang,
        price: None,
    };
    new.price = cheaper::price(ctx, tx, &new, visit.now)?.map(|price| price.minor);
    if new.kind == WishKind::Cheaper && new.price.is_none() {
        return Err(Error::conflict("no_price", "This is not sold at any price yet."));
    }
    wish(tx, &new)?;
    Ok((note(ctx, tx, visit, leaf, asked)?, session))
}

/// The address is what they say: it helps whoever writes to them, and shows them nothing.
fn note(ctx: &Ctx, tx: &Tx, visit: &Visit, leaf: CustomerId, asked: &Asked) -> Result<Learned> {
    let held = identities::list(tx, &[leaf])?;
    let own =
        |kind: Kind| held.iter().find(|held| held.kind == kind).map(|held| held.value.as_str());
    let by = By::Somebody {
        account: own(Kind::USER_ID),
        device: own(Kind::DEVICE),
        proven: &[],
        claimed: asked.email.as_slice(),
    };
    let Asked { variant, kind, key, .. } = asked;
    let properties = serde_json::json!({ "sku": variant.sku, "variant": variant.id }).to_string();
    let name = match kind {
        WishKind::Back => "Back In Stock Requested",
        WishKind::Low => "Low Stock Alert Requested",
        WishKind::Cheaper => "Price Drop Alert Requested",
    };
    let what = Happening { name, key, at: visit.now, by, properties: &properties };
    Ok(ctx.customers.recorder.note(tx, &visit.door, &what, visit.now)?.learned)
}
