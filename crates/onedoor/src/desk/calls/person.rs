//! Calls with one customer: their numbers, and a form to write down a call.

use axum::extract::Path;
use customers::accounts::{Permit, may};
use customers::channels::Channel;
use customers::context::about::About;
use customers::identities::{CustomerId, Kind, graph};
use engage::connectors::phone::by_hand;
use engage::connectors::phone::dial::{self, DialDoor};
use engage::conversations::ConversationId;
use kit::{Error, Result, Tx};
use maud::html;

use super::log::{self, Typed};
use super::out;
use crate::desk::customers::{address as customer_address, head};
use crate::desk::reply::Page;
use crate::desk::ui::{Fault, Icon, Nav, Tone, card, link_button, narrow, note, title_row};
use crate::desk::who::Desk;

/// What the page is about.
pub struct Found {
    pub customer: CustomerId,
    pub conversation: Option<ConversationId>,
    pub about: About,
    /// The telephone doors that are open.
    pub doors: Vec<Channel>,
    /// Those by which calls can go out.
    pub dial_doors: Vec<DialDoor>,
}

impl Found {
    /// Numbers by which they can be called, the proven ones first.
    pub fn numbers(&self) -> Vec<String> {
        let mut held: Vec<_> = self.about.identities.iter().map(|known| &known.held).collect();
        held.retain(|held| held.kind == Kind::PHONE && held.shared_at.is_none());
        held.sort_by_key(|held| !held.verified);
        let claims = self.about.claims.iter().map(|claimed| &claimed.claim);
        let claims = claims.filter(|claim| claim.kind == Kind::PHONE).map(|claim| &claim.value);
        let mut numbers: Vec<String> = Vec::new();
        for number in held.iter().map(|held| &held.value).chain(claims) {
            if !numbers.contains(number) {
                numbers.push(number.clone());
            }
        }
        numbers
    }
}

pub async fn show_calls(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::Talk> = desk.staff.permit()?;
    let conversation = desk.query("conversation");
    let found = find(&desk, &id, conversation.as_deref()).await?;
    let typed = Typed::fresh(&desk, &found);
    Ok(page(&desk, &found, &typed, None))
}

pub async fn find(desk: &Desk, id: &str, conversation: Option<&str>) -> Result<Found> {
    let permit: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let leaf: CustomerId = id.parse().map_err(|_| Error::not_found("customer of this id"))?;
    let conversation = conversation
        .filter(|id| !id.is_empty())
        .map(|id| id.parse().map_err(|_| Error::not_found("conversation of this id")))
        .transpose()?;
    let (ctx, me) = (&desk.app.ctx, desk.staff.actor().account_id);
    let look = |tx: &Tx| {
        let customer = graph::root(tx, leaf)?;
        let about = customers::context::about::read(tx, ctx, &permit, customer, desk.now)?;
        Ok(Found {
            customer,
            conversation,
            about,
            doors: by_hand::doors(tx)?,
            dial_doors: dial::doors(tx, me)?,
        })
    };
    ctx.db.scan(look).await
}

pub fn page(desk: &Desk, found: &Found, typed: &Typed, fault: Option<&Fault>) -> Page {
    let tr = &desk.tr;
    let name = head::name(desk, &found.about);
    let back = match found.conversation {
        Some(id) => (format!("/desk/inbox/{id}"), tr.t("desk-calls-to-conversation")),
        None => (customer_address(found.customer), tr.t("desk-inbox-to-customer")),
    };
    let body = html! {
        (title_row(&name, &tr.t("desk-calls-lead"), link_button(Tone::Plain, Some(Icon::Left), &back.1, &back.0)))
        (narrow(html! {
            (card(&tr.t("desk-calls-numbers"), out::numbers(desk, found, fault)))
            @if found.doors.is_empty() {
                (note(Tone::Plain, html! { (tr.t("desk-calls-no-door")) }))
            } @else {
                (card(&tr.t("desk-calls-log"), log::form(desk, found, typed, fault)))
            }
        }))
    };
    desk.page(Nav::Customers, &name, body)
}
