//! The points of one customer: how many, which tier, all that came and went; and a correction by hand, with its reason.

use axum::Form;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use commerce::carts::{Actor, Role, Scope};
use commerce::loyalty::{self, Account, Correction, Posting};
use customers::accounts::{Permission, Permit, may};
use customers::context::about;
use customers::context::store::doors;
use customers::identities::{CustomerId, graph};
use customers::recording::Learned;
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::address;
use crate::desk::customers::naming::{self, Doors};
use crate::desk::customers::{self as people, head, points};
use crate::desk::reply::{Go, Page};
use crate::desk::typed::{Read, Typed, Wrong};
use crate::desk::ui::{
    Cell, Fault, Field, Icon, Nav, Tone, button, card, empty, form, link_button, more, note, table,
    time, title_row,
};
use crate::desk::who::Desk;

const PAGE_SIZE: usize = 50;

struct Shown {
    customer: CustomerId,
    name: String,
    account: Account,
    doors: Doors,
    /// How many of the newest are passed over.
    from: usize,
}

fn parse_id(text: &str) -> Result<CustomerId> {
    text.parse().map_err(|_| Error::not_found("customer of this id"))
}

async fn read(desk: &Desk, id: &str) -> Result<Shown> {
    let see: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let leaf = parse_id(id)?;
    let from = desk.query("from").and_then(|text| text.parse().ok()).unwrap_or(0);
    let look = |tx: &Tx| {
        let customer = graph::root(tx, leaf)?;
        let about = about::read(tx, &desk.app.ctx, &see, customer, desk.now)?;
        let account = loyalty::account(tx, &Scope::whole(customer).leaves(tx)?, desk.now)?;
        let used = account.postings.iter().map(|one| one.channel_id).collect();
        Ok((about, doors(tx, used)?, account))
    };
    let (about, doors, account) = desk.app.ctx.db.scan(look).await?;
    Ok(Shown { customer: about.customer.id, name: head::name(desk, &about), account, doors, from })
}

pub async fn show_ledger(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let shown = read(&desk, &id).await?;
    Ok(page(&desk, &shown, &Typed::default(), None))
}

pub async fn correct_points(
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let typed = Typed::new(fields);
    let customer = parse_id(&id)?;
    match correct(&desk, &permit, customer, &typed).await {
        Ok(learned) => {
            if let Some(learned) = learned {
                desk.app.ctx.recorder.learn(learned);
            }
            Ok(Go::to(&address(customer)).saying("points-corrected").into_response())
        }
        Err(wrong) => {
            let status = wrong.error.status();
            let fault = wrong.fault(&desk)?;
            let shown = read(&desk, &id).await?;
            Ok(page(&desk, &shown, &typed, Some(&fault)).with_status(status).into_response())
        }
    }
}

async fn correct(
    desk: &Desk,
    permit: &Permit<may::SetPrices>,
    customer: CustomerId,
    typed: &Typed,
) -> Read<Option<Learned>> {
    let correction = Correction {
        key: typed.get("key").to_string(),
        points: typed.count("points")?.unwrap_or(0),
        reason: typed.get("reason").to_string(),
    };
    let (ctx, now) = (&desk.app.commerce, desk.now);
    let write = |tx: &Tx| {
        let root = graph::root(tx, customer)?;
        // Whoever of the staff does it, at the door by which the customer came last.
        let (role, name) = (Role::Agent, Some(permit.actor().name.clone()));
        let actor = Actor { role, name, door: people::last_door(tx, root)? };
        let leaf = graph::anchor(tx, root)?;
        loyalty::correct(ctx, tx, (permit, &actor), leaf, &correction, now)
    };
    ctx.customers.db.write(write).await.map_err(|error| match error.code {
        "bad_points" | "too_few_points" => Wrong::of("points", error),
        "no_reason_given" => Wrong::of("reason", error),
        _ => Wrong::from(error),
    })
}

fn page(desk: &Desk, shown: &Shown, typed: &Typed, fault: Option<&Fault>) -> Page {
    let tr = &desk.tr;
    let title = tr.with("desk-loyalty-of", &[("name", Arg::Text(shown.name.clone()))]);
    let back = link_button(
        Tone::Plain,
        Some(Icon::Left),
        &tr.t("desk-loyalty-customer"),
        &people::address(shown.customer),
    );
    let body = html! {
        (title_row(&title, "", back))
        div.order-columns {
            div { (ledger(desk, shown)) }
            aside {
                (card(&tr.t("desk-points"), points::balance(desk, &shown.account)))
                @if desk.staff.can(Permission::SetPrices) {
                    (card(&tr.t("desk-loyalty-correct"), correction(desk, shown, typed, fault)))
                }
            }
        }
    };
    desk.page(Nav::Loyalty, &title, body)
}

fn ledger(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    if shown.account.postings.is_empty() {
        let text = tr.t("desk-loyalty-no-postings-text");
        return empty(Icon::Star, &tr.t("desk-loyalty-no-postings"), &text, html! {});
    }
    let headings = ["when", "what", "points", "for", "expires", "by"]
        .map(|key| tr.t(&format!("desk-loyalty-{key}")));
    let postings = &shown.account.postings;
    let rows: Vec<Vec<Cell>> =
        postings.iter().skip(shown.from).take(PAGE_SIZE).map(|one| row(desk, shown, one)).collect();
    let next = shown.from + PAGE_SIZE;
    let next = (next < postings.len()).then(|| format!("?from={next}"));
    let newest = (shown.from > 0).then(|| address(shown.customer));
    html! {
        (table(&tr.t("desk-loyalty-postings"), &headings, &rows, None))
        (more(desk, next.as_deref(), newest.as_deref()))
    }
}

fn row(desk: &Desk, shown: &Shown, one: &Posting) -> Vec<Cell> {
    let tr = &desk.tr;
    vec![
        time(desk, one.at),
        html! { (points::kind(desk, one.kind)) },
        html! { strong { @if one.points > 0 { "+" } (tr.number(one.points)) } },
        html! {
            @match one.order_id.filter(|_| desk.staff.can(Permission::SeeOrders)) {
                Some(_) => a href={ "/desk/orders/" (one.reference) } { (one.reference) },
                None => (one.reference),
            }
        },
        html! { @if let Some(at) = one.expires_at { (tr.date(at)) } },
        html! {
            @if let Some(name) = &one.actor_name { (name) " " }
            small { (naming::door(desk, &shown.doors, one.channel_id)) }
        },
    ]
}

fn correction(desk: &Desk, shown: &Shown, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let key = kit::id::to_base32(kit::id::uuid_v7(desk.now));
    let field = |name: &'static str| {
        let label = tr.t(&format!("desk-loyalty-correct-{name}"));
        let hint = tr.t(&format!("desk-loyalty-correct-{name}-hint"));
        Field::text(name, label, typed.get(name)).hint(hint)
    };
    form(
        desk,
        &format!("{}/corrections", address(shown.customer)),
        html! {
            @if let Some(fault) = fault.filter(|fault| fault.field.is_empty()) {
                (note(Tone::Bad, html! { (fault.text) }))
            }
            input type="hidden" name="key" value=(key);
            (field("points").show(fault))
            (field("reason").show(fault))
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-loyalty-correct-do")))
        },
    )
}
