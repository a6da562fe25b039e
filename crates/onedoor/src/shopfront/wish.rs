//! “Tell me when it is back”, “before it is gone”, “when it costs less”: a wish of whoever sits here, with the address for the one letter.

use axum::Form;
use axum::extract::Path;
use axum::response::Response;
use commerce::carts::Deed;
use commerce::catalogue::{Product, Variant, VariantId};
use commerce::wishes::{self, Asked, WishKind};
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;

use super::product;
use super::shopper::{Kept, Shopper};

/// Asks to be told of one of these; what is back is asked for at once, the others fold out.
pub fn form(shopper: &Shopper, product: &Product, variant: &Variant, kinds: &[WishKind]) -> Markup {
    let tr = &shopper.tr;
    let about = match kinds {
        [] => return html! {},
        [only] => only.as_str(),
        _ => "choose",
    };
    let title = tr.t(&format!("shop-wish-{about}"));
    let form = html! {
        form method="post" action={ "/shop/p/" (product.handle) "/wish" } {
            p.quiet { (tr.t(&format!("shop-wish-{about}-text"))) }
            input type="hidden" name="variant" value=(variant.id);
            (when(shopper, kinds))
            input type="hidden" name="key" value=(shopper.new_key());
            label for="wish-email" { (tr.t("shop-email")) }
            input #wish-email type="email" name="email" autocomplete="email" required;
            button type="submit" { (tr.t("shop-wish-do")) }
        }
    };
    match kinds {
        [WishKind::Back] => html! { div.wish { h2 { (title) } (form) } },
        _ => html! { details.wish { summary { (title) } (form) } },
    }
}

fn when(shopper: &Shopper, kinds: &[WishKind]) -> Markup {
    if let [only] = kinds {
        return html! { input type="hidden" name="when" value=(only.as_str()); };
    }
    html! {
        @for (number, kind) in kinds.iter().enumerate() {
            label.choice {
                input type="radio" name="when" value=(kind.as_str()) checked[number == 0] required;
                " " (shopper.tr.t(&format!("shop-wish-when-{}", kind.as_str())))
            }
        }
    }
}

#[derive(Deserialize)]
pub struct Sent {
    variant: VariantId,
    when: WishKind,
    email: String,
    key: String,
}

pub async fn create_wish(
    shopper: Shopper,
    Path(handle): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    shopper.count(Deed::Change)?;
    let email = wishes::email(&sent.email)?;
    let device = shopper.device();
    let (ctx, visit) = (shopper.ctx(), &shopper.visit);
    let write = |tx: &Tx| {
        let product = product::find(tx, &shopper, &handle)?;
        let variant = product.live().find(|variant| variant.id == sent.variant);
        let asked = Asked {
            variant: variant.ok_or_else(|| Error::not_found("variant of this product"))?,
            kind: sent.when,
            email: Some(email.clone()),
            lang: Some(shopper.tr.lang()),
            device: Some(&device),
            key: &sent.key,
        };
        wishes::ask(ctx, tx, visit, &asked)
    };
    let (learned, session) = ctx.customers.db.write(write).await?;
    ctx.customers.recorder.learn(learned);
    let session = session.map(|one| visit.reveal(&shopper.front.shop, one)).transpose()?;
    let done =
        format!("/shop/p/{handle}?variant={}&did=wished-{}", sent.variant, sent.when.as_str());
    shopper.go(&done, Kept::session(session, device))
}
