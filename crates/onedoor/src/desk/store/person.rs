//! Who stands at the counter: one narrow column, the most needed first.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::channels::Channel;
use customers::context::about::{self, About};
use customers::identities::{CustomerId, graph};
use engage::conversations::ConversationId;
use engage::counter;
use engage::proofs::{self, Proof};
use kit::i18n::Arg;
use kit::{Result, Tx};
use maud::{Markup, html};

use super::scan::scanner;
use super::{customer_of, known, person_address, store_of, talk};
use crate::desk::customers::{address as customer_address, facts, head, naming};
use crate::desk::inbox;
use crate::desk::reply::{Go, Page};
use crate::desk::ui::forms::Fault;
use crate::desk::ui::{Icon, Nav, Tone, badge, note, time};
use crate::desk::who::Desk;

/// Everything that the page shows.
pub struct Person {
    pub about: About,
    /// The talk that goes on.
    pub talk: Option<inbox::Found>,
    /// A code that was sent and is waited for.
    pub proof: Option<Proof>,
}

pub async fn show_person(desk: Desk, Path((door, id)): Path<(String, String)>) -> Result<Response> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let store = store_of(&desk, &door).await?;
    let customer = customer_of(&id)?;
    let root = desk.app.ctx.db.read(|tx| graph::root(tx, customer)).await?;
    if root != customer {
        return Ok(Go::to(&person_address(store.id, root)).into_response());
    }
    Ok(page(&desk, &store, customer, None).await?.into_response())
}

/// The page, perhaps with what was wrong with a form on it.
pub async fn page(
    desk: &Desk,
    store: &Channel,
    customer: CustomerId,
    fault: Option<&Fault>,
) -> Result<Page> {
    let person = find(desk, customer).await?;
    let name = head::name(desk, &person.about);
    let body = html! {
        (scanner(desk, store, None, false))
        div.store-person {
            (who(desk, &person.about, &name))
            @if let Some(fault) = fault { (note(Tone::Bad, html! { (fault.text) })) }
            (so_far(desk, &person))
            (talk::section(desk, store, &person))
            (known::section(desk, store, &person))
            (facts::traits(desk, &person.about))
        }
    };
    Ok(desk.page(Nav::Store, &name, body))
}

pub async fn find(desk: &Desk, customer: CustomerId) -> Result<Person> {
    let see: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let asked = desk.query("talk").and_then(|id| id.parse::<ConversationId>().ok());
    let (ctx, now) = (&desk.app.ctx, desk.now);
    let look = |tx: &Tx| {
        let about = about::read(tx, ctx, &see, customer, now)?;
        let goes_on = counter::talk_of(tx, customer, now)?.map(|one| one.id);
        let proof = proofs::store::waiting_maybe(tx, &about.customer.leaves, now)?;
        Ok((about, goes_on, proof))
    };
    let (about, goes_on, proof) = ctx.db.scan(look).await?;
    let talk = match asked.or(goes_on) {
        Some(id) => Some(inbox::find(desk, id, None).await?),
        None => None,
    };
    // A talk of somebody else that an address names is not shown here.
    let talk = talk.filter(|found| found.thread.customer == customer);
    Ok(Person { about, talk, proof })
}

fn who(desk: &Desk, about: &About, name: &str) -> Markup {
    let tr = &desk.tr;
    let proven = about.identities.iter().any(|known| known.held.makes_known());
    html! {
        section.card.part.store-who {
            div.person {
                (naming::portrait(about.traits.name().as_deref()))
                div {
                    h2 { a href=(customer_address(about.customer.id)) { (name) } }
                    div.marks {
                        @if proven {
                            (badge(Tone::Good, Some(Icon::Verified), &tr.t("desk-customers-known-one")))
                        } @else {
                            (badge(Tone::Warn, Some(Icon::Claimed), &tr.t("desk-customers-not-proven")))
                        }
                        (head::flags(desk, &about.customer))
                    }
                }
            }
            (head::figures(desk, about))
            (head::open_matters(desk, about))
        }
    }
}

/// In one line: where the talk was, when, and what it was about.
pub fn so_far(desk: &Desk, person: &Person) -> Markup {
    let tr = &desk.tr;
    let Some(found) = &person.talk else {
        return html! { p.quiet { (tr.t("desk-store-nothing-said")) } };
    };
    let thread = &found.thread;
    let asked = thread
        .messages
        .iter()
        .rev()
        .find(|message| message.author == engage::conversations::Author::Customer);
    let Some(asked) = asked else { return html! {} };
    let door = thread.doors.get(&asked.channel_id).map(|door| door.name.clone());
    let args = [
        ("door", Arg::Text(door.unwrap_or_default())),
        ("ago", Arg::Text(tr.ago(desk.now, asked.at))),
        ("text", Arg::Text(kit::text::clip(asked.body.trim(), 140).into_owned())),
    ];
    html! {
        div.note.accent.store-line role="note" { div {
            (tr.with("desk-store-asked", &args))
            @if let Some(since) = thread.conversation.waiting_since {
                " " small { (tr.t("desk-store-waits")) " " (time(desk, since)) }
            }
        } }
    }
}
