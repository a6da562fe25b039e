//! By what they are known from now on: a card or a number is added, an address is proven by a code.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::channels::Channel;
use customers::identities::normal::normalise;
use customers::identities::{CustomerId, Identity, Kind, graph};
use engage::counter::{self, How, NewCustomer, Visited};
use engage::proofs::{self, Proof};
use kit::i18n::Arg;
use kit::time::hours;
use kit::{Error, Result, Tx};
use maud::{Markup, html};
use serde::Deserialize;

use super::person::{self, Person};
use super::scan::{key_of, named, small_form};
use super::{customer_of, person_address, store_address, store_of};
use crate::desk::customers::naming;
use crate::desk::reply::Go;
use crate::desk::ui::forms::{Fault, token};
use crate::desk::ui::{Icon, Tone, card, empty, icon, note};
use crate::desk::who::Desk;

/// Codes that one clerk may have sent in an hour.
const SENT_MAX: engage::tries::Limit = engage::tries::Limit { times: 30, within: hours(1) };
const SENT_TO_MAX: engage::tries::Limit = engage::tries::Limit { times: 5, within: hours(1) };

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    kind: String,
    value: String,
    name: String,
    card: String,
    phone: String,
    email: String,
    code: String,
    key: String,
}

fn identity(desk: &Desk, kind: Kind, value: &str) -> Result<Identity> {
    let region = desk.app.ctx.defaults.region.as_deref();
    let value = normalise(&kind, value.trim(), region).map_err(|why| {
        let detail = format!("The {}: {why}.", naming::kind_name(desk, &kind));
        Error::bad_input("bad_identity", detail)
    })?;
    Ok(Identity::new(kind, value.into_owned()))
}

fn given(desk: &Desk, kind: Kind, value: &str) -> Result<Option<Identity>> {
    if value.trim().is_empty() { Ok(None) } else { identity(desk, kind, value).map(Some) }
}

/// What staff can add. An account is the web shop's to give.
fn kind_of(text: &str) -> Result<Kind> {
    let kind: Kind = text.parse()?;
    if [Kind::LOYALTY_CARD, Kind::PHONE, Kind::EMAIL].contains(&kind) {
        return Ok(kind);
    }
    Err(Error::bad_input("bad_identity", "A card, a number or an address can be added here."))
}

pub async fn create_customer(
    desk: Desk,
    Path(door): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Go> {
    let permit: Permit<may::EditCustomers> = desk.staff.permit()?;
    let talk: Permit<may::Talk> = desk.staff.permit()?;
    let store = store_of(&desk, &door).await?;
    let claimed = [(Kind::PHONE, &typed.phone), (Kind::EMAIL, &typed.email)];
    let claimed: Vec<Option<Identity>> = claimed
        .into_iter()
        .map(|(kind, value)| given(&desk, kind, value))
        .collect::<Result<_>>()?;
    let new = NewCustomer {
        name: typed.name.clone(),
        card: given(&desk, Kind::LOYALTY_CARD, &typed.card)?,
        claimed: claimed.into_iter().flatten().collect(),
    };
    let how = if new.card.is_some() { How::Card } else { How::Search };
    let customer = counter::create(&desk.app.engage, &permit, &store, &new).await?;
    let visited = Visited { customer, how };
    counter::visit(&desk.app.engage, &talk, &store, visited, &key_of(&typed.key)).await?;
    Ok(Go::to(&person_address(store.id, customer)).saying("store-met"))
}

pub async fn add_identity(
    desk: Desk,
    Path((door, id)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let permit: Permit<may::EditCustomers> = desk.staff.permit()?;
    let store = store_of(&desk, &door).await?;
    let customer = customer_of(&id)?;
    let identity = kind_of(&typed.kind).and_then(|kind| identity(&desk, kind, &typed.value));
    let added = match identity {
        Ok(identity) => {
            counter::attach(&desk.app.engage, &permit, &store, customer, &identity).await
        }
        Err(error) => Err(error),
    };
    match added {
        Ok(customer) => {
            Ok(Go::to(&person_address(store.id, customer)).saying("store-added").into_response())
        }
        Err(error) => refused(&desk, &store, customer, error).await,
    }
}

async fn refused(
    desk: &Desk,
    store: &Channel,
    customer: CustomerId,
    error: Error,
) -> Result<Response> {
    let status = error.status();
    let fault = Fault::of(desk, error, "value")?;
    let page = person::page(desk, store, customer, Some(&fault)).await?;
    let status = if status == StatusCode::UNAUTHORIZED { StatusCode::BAD_REQUEST } else { status };
    Ok(page.with_status(status).into_response())
}

pub async fn send_code(
    desk: Desk,
    Path((door, id)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let _: Permit<may::EditCustomers> = desk.staff.permit()?;
    let store = store_of(&desk, &door).await?;
    let customer = customer_of(&id)?;
    match try_send(&desk, &store, customer, &typed).await {
        Ok(_) => Ok(Go::to(&person_address(store.id, customer))
            .saying("store-code-sent")
            .into_response()),
        Err(error) => refused(&desk, &store, customer, error).await,
    }
}

async fn try_send(
    desk: &Desk,
    store: &Channel,
    customer: CustomerId,
    typed: &Typed,
) -> Result<Proof> {
    let identity = identity(desk, kind_of(&typed.kind)?, &typed.value)?;
    let ctx = &desk.app.engage;
    let counted = [
        (format!("send-by/{}", desk.staff.actor().name), SENT_MAX),
        (format!("send-to/{identity}"), SENT_TO_MAX),
    ];
    let now = desk.now;
    let find = |tx: &Tx| {
        let mut spent = None;
        for (key, limit) in &counted {
            if !engage::tries::take(tx, key, *limit, now)? {
                spent = Some(*limit);
            }
        }
        Ok((graph::anchor(tx, graph::root(tx, customer)?)?, spent))
    };
    let (leaf, spent) = desk.app.ctx.db.write(find).await?;
    if let Some(limit) = spent {
        let seconds = engage::tries::seconds_left(limit, now);
        return Err(Error::too_many("too_many_codes", seconds));
    }
    proofs::ask(ctx, leaf, store.id, &identity, desk.tr.lang()).await
}

pub async fn answer_code(
    desk: Desk,
    Path((door, id, proof)): Path<(String, String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response> {
    let _: Permit<may::EditCustomers> = desk.staff.permit()?;
    let store = store_of(&desk, &door).await?;
    let customer = customer_of(&id)?;
    let proof: proofs::ProofId = proof.parse().map_err(|_| Error::not_found("code of this id"))?;
    let find = |tx: &Tx| {
        let found = proofs::store::find_maybe(tx, proof)?;
        let theirs = found
            .filter(|found| graph::root(tx, found.leaf).ok() == graph::root(tx, customer).ok());
        theirs.map(|found| found.leaf).ok_or_else(|| Error::not_found("code of this id"))
    };
    let leaf = desk.app.ctx.db.read(find).await?;
    match proofs::answer(&desk.app.engage, proof, leaf, &typed.code).await {
        Ok(_) => {
            Ok(Go::to(&person_address(store.id, customer)).saying("store-proven").into_response())
        }
        Err(error) => refused(&desk, &store, customer, error).await,
    }
}

/// Under the talk: what is not proven, a code that is waited for, a card to add.
pub fn section(desk: &Desk, store: &Channel, person: &Person) -> Markup {
    let tr = &desk.tr;
    let here = person_address(store.id, person.about.customer.id);
    html! {
        @if let Some(proof) = &person.proof { (code_wanted(desk, &here, proof)) }
        (card(&tr.t("desk-store-known-by"), html! {
            ul.rows.store-known { @for (identity, is_proven) in addresses(person) {
                li {
                    (icon(naming::kind_icon(&identity.kind)))
                    div.grow { strong { (identity.value) } small { (naming::kind_name(desk, &identity.kind)) } }
                    @if is_proven {
                        (icon(Icon::Verified)) span.hidden { (tr.t("desk-customers-verified")) }
                    } @else if identity.kind != Kind::LOYALTY_CARD {
                        form method="post" action={ (here) "/proofs" } {
                            (token(desk))
                            input type="hidden" name="kind" value=(identity.kind);
                            input type="hidden" name="value" value=(identity.value);
                            button.button.plain.small type="submit" { (tr.t("desk-store-send-code")) }
                        }
                    }
                }
            } }
            details {
                summary { (tr.t("desk-store-add")) }
                (add_forms(desk, &here))
            }
        }))
    }
}

fn addresses(person: &Person) -> Vec<(Identity, bool)> {
    let shown = [Kind::LOYALTY_CARD, Kind::PHONE, Kind::EMAIL];
    let held = person.about.identities.iter().map(|known| &known.held);
    let held = held.filter(|held| held.shared_at.is_none());
    let mut all: Vec<(Identity, bool)> = held
        .map(|held| (Identity::new(held.kind.clone(), held.value.as_str()), held.verified))
        .collect();
    for claimed in &person.about.claims {
        let identity = Identity::new(claimed.claim.kind.clone(), claimed.claim.value.as_str());
        if all.iter().all(|(known, _)| *known != identity) {
            all.push((identity, false));
        }
    }
    all.retain(|(identity, _)| shown.contains(&identity.kind));
    all
}

fn code_wanted(desk: &Desk, here: &str, proof: &Proof) -> Markup {
    let tr = &desk.tr;
    card(
        &tr.t("desk-store-code"),
        html! {
            p { (named(desk, "desk-store-code-text", &proof.identity.value)) }
            (small_form(desk, &format!("{here}/proofs/{}", proof.id), html! {
                label for="store-code" { (tr.t("desk-store-code-label")) }
                input #store-code name="code" inputmode="numeric" autocomplete="one-time-code" required
                    maxlength="12" pattern="[0-9 ]{6,12}";
            }, "desk-store-code-do"))
        },
    )
}

fn add_forms(desk: &Desk, here: &str) -> Markup {
    let tr = &desk.tr;
    let fields = [(Kind::LOYALTY_CARD, "text"), (Kind::PHONE, "tel"), (Kind::EMAIL, "email")];
    html! {
        @for (kind, input) in fields {
            @let id = format!("add-{kind}");
            (small_form(desk, &format!("{here}/identities"), html! {
                input type="hidden" name="kind" value=(kind);
                label for=(id) { (naming::kind_name(desk, &kind)) }
                input id=(id) name="value" type=(input) required autocomplete="off";
            }, "desk-store-add-do"))
        }
        p.hint { (tr.t("desk-store-add-hint")) }
    }
}

/// Nobody has it: give it to somebody who is found otherwise, or meet somebody new.
pub fn nobody(desk: &Desk, store: &Channel, text: &str, identity: Option<&Identity>) -> Markup {
    let tr = &desk.tr;
    let value = |kind: Kind| identity.filter(|one| one.kind == kind).map(|one| one.value.as_str());
    let key = kit::id::to_base32(kit::id::uuid_v7(desk.now));
    let title = tr.with("desk-store-nobody", &[("text", Arg::Text(text.to_owned()))]);
    html! {
        (empty(Icon::User, &title, &tr.t("desk-store-nobody-text"), html! {}))
        @if value(Kind::LOYALTY_CARD).is_some() {
            (note(Tone::Plain, html! { (tr.t("desk-store-card-hint")) }))
        }
        (card(&tr.t("desk-store-meet"), html! {
            (small_form(desk, &format!("{}/customers", store_address(store.id)), html! {
                input type="hidden" name="key" value=(key);
                label for="meet-name" { (tr.t("desk-store-meet-name")) }
                input #meet-name name="name" maxlength="100" autocomplete="off";
                label for="meet-card" { (naming::kind_name(desk, &Kind::LOYALTY_CARD)) }
                input #meet-card name="card" autocomplete="off" value=[value(Kind::LOYALTY_CARD)];
                label for="meet-phone" { (naming::kind_name(desk, &Kind::PHONE)) }
                input #meet-phone name="phone" type="tel" autocomplete="off" value=[value(Kind::PHONE)];
                label for="meet-email" { (naming::kind_name(desk, &Kind::EMAIL)) }
                input #meet-email name="email" type="email" autocomplete="off" value=[value(Kind::EMAIL)];
            }, "desk-store-meet-do"))
            p.hint { (tr.t("desk-store-meet-hint")) }
        }))
    }
}
