//! “Tell me when it is back”: a wish of whoever sits here, and an address, if they give one.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use commerce::carts::Deed;
use commerce::catalogue::{Product, Variant, VariantId};
use commerce::stock::wishes::{self, Wish, WishKind};
use customers::identities::normal::normalise;
use customers::identities::{CustomerId, Identity, Kind, store as identities};
use customers::recording::{By, Happening, Learned};
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;

use super::product;
use super::shopper::{Kept, Shopper};

pub fn form(shopper: &Shopper, product: &Product, variant: &Variant) -> Markup {
    let tr = &shopper.tr;
    html! {
        form.wish method="post" action={ "/shop/p/" (product.handle) "/wish" } {
            h2 { (tr.t("shop-wish")) }
            p.quiet { (tr.t("shop-wish-text")) }
            input type="hidden" name="variant" value=(variant.id);
            input type="hidden" name="key" value=(shopper.new_key());
            label for="wish-email" { (tr.t("shop-email")) }
            input #wish-email type="email" name="email" autocomplete="email" required;
            button type="submit" { (tr.t("shop-wish-do")) }
        }
    }
}

#[derive(Deserialize)]
pub struct Sent {
    variant: VariantId,
    email: String,
    key: String,
}

pub async fn create_wish(
    shopper: Shopper,
    Path(handle): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    shopper.count(Deed::Change)?;
    let bad = |_| Error::bad_input("bad_email", "This is no e-mail address.");
    let email = normalise(&Kind::EMAIL, &sent.email, None).map_err(bad)?;
    let email = [Identity::new(Kind::EMAIL, email)];
    let device = shopper.device();
    let (ctx, visit) = (shopper.ctx(), &shopper.visit);
    let write = |tx: &Tx| {
        let product = product::find(tx, &shopper, &handle)?;
        let variant = product.live().find(|variant| variant.id == sent.variant);
        let variant = variant.ok_or_else(|| Error::not_found("variant of this product"))?;
        let (scope, session) = visit.begin(tx, Some(&device), &sent.key)?;
        let leaf = scope.own.leaf;
        let wish = Wish {
            customer: leaf,
            variant: variant.id,
            kind: WishKind::Back,
            channel: shopper.door(),
            made_at: visit.now,
        };
        wishes::wish(tx, &wish)?;
        Ok((told(tx, &shopper, leaf, &email, &sent.key, variant)?, session))
    };
    let (learned, session) = ctx.customers.db.write(write).await?;
    ctx.customers.recorder.learn(learned);
    let session = session.map(|one| visit.reveal(&shopper.front.shop, one)).transpose()?;
    shopper.go(&format!("/shop/p/{handle}?did=wished"), Kept::session(session, device))
}

/// The address is what they say: it helps whoever writes to them, and shows them nothing.
fn told(
    tx: &Tx,
    shopper: &Shopper,
    leaf: CustomerId,
    email: &[Identity],
    key: &str,
    variant: &Variant,
) -> Result<Learned> {
    let held = identities::list(tx, &[leaf])?;
    let own =
        |kind: Kind| held.iter().find(|held| held.kind == kind).map(|held| held.value.as_str());
    let by = By::Somebody {
        account: own(Kind::USER_ID),
        device: own(Kind::DEVICE),
        proven: &[],
        claimed: email,
    };
    let properties = serde_json::json!({ "sku": variant.sku, "variant": variant.id }).to_string();
    let (name, at) = ("Back In Stock Requested", shopper.visit.now);
    let what = Happening { name, key, at, by, properties: &properties };
    let recorder = &shopper.ctx().customers.recorder;
    Ok(recorder.note(tx, &shopper.visit.door, &what, at)?.learned)
}
