//! One conversation: what was said by all doors, the answer, and beside it who it is.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, Colleague, Permit, may};
use customers::channels::ChannelId;
use customers::context::about::{self, About};
use customers::context::timeline::{self, Asked};
use engage::connectors::whatsapp::templates::Template;
use engage::conversations::{ConversationId, MessageId};
use engage::inbox::{self, Thread, Watched};
use kit::error::Kind;
use kit::{Error, Result, Time, Tx};
use maud::html;

use super::composer::Draft;
use super::{LIST, address, beside, composer, head, parse_id, templates, transcript};
use crate::desk::reply::{Go, Page};
use crate::desk::ui::{Icon, Nav, icon};
use crate::desk::who::Desk;

/// Of what the customer did last, a glance.
const EVENTS_SHOWN: usize = 6;

/// Everything that the page shows, of one moment.
pub struct Found {
    pub thread: Thread,
    pub colleagues: Vec<Colleague>,
    /// The customer; none when they were erased.
    pub person: Option<Person>,
    /// What may be sent by doors that take nothing else now.
    pub templates: BTreeMap<ChannelId, Vec<Template>>,
    mark: u64,
}

pub struct Person {
    pub about: About,
    pub events: timeline::Page,
}

impl Found {
    /// The customer as staff call them.
    pub fn name(&self, desk: &Desk) -> String {
        match &self.person {
            Some(person) => crate::desk::customers::head::name(desk, &person.about),
            None => desk.tr.t("desk-inbox-erased"),
        }
    }
}

pub async fn show_conversation(desk: Desk, Path(id): Path<String>) -> Result<Response> {
    let _: Permit<may::SeeConversations> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    let before = desk.query("before").map(|text| parse_place(&text)).transpose()?;
    let found = find(&desk, id, before).await?;
    let root = found.thread.conversation.id;
    if root != id {
        // A part of a conversation: the whole has the root's address.
        return Ok(Go::to(&address(root)).into_response());
    }
    let draft = Draft::fresh(&desk);
    Ok(show(&desk, &found, before.is_some(), &draft).into_response())
}

pub async fn find(
    desk: &Desk,
    id: ConversationId,
    before: Option<(Time, MessageId)>,
) -> Result<Found> {
    let (see, see_customers) = (desk.staff.permit()?, desk.staff.permit()?);
    let look = |tx: &Tx| {
        let mut thread = inbox::read(tx, &see, id, before)?;
        thread.look_at_windows(tx, desk.now)?;
        let watched = Watched::Conversation(thread.conversation.id);
        Ok(Found {
            colleagues: accounts::colleagues(tx, &see)?,
            person: person(tx, desk, &see_customers, &thread)?,
            templates: templates::of_ways(tx, &thread.ways)?,
            mark: inbox::mark(tx, &see, &watched)?,
            thread,
        })
    };
    desk.app.ctx.db.scan(look).await
}

fn person(
    tx: &Tx,
    desk: &Desk,
    permit: &Permit<may::SeeCustomers>,
    thread: &Thread,
) -> Result<Option<Person>> {
    let ctx = &desk.app.ctx;
    let about = match about::read(tx, ctx, permit, thread.customer, desk.now) {
        Ok(about) => about,
        Err(error) if error.kind == Kind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let leaves = &about.customer.leaves;
    let events = timeline::page(tx, &ctx.recorder.log, leaves, &Asked::default(), EVENTS_SHOWN)?;
    Ok(Some(Person { about, events }))
}

pub fn show(desk: &Desk, found: &Found, is_earlier: bool, draft: &Draft) -> Page {
    let id = found.thread.conversation.id;
    let live = format!("{}/live?seen={}", address(id), found.mark);
    let body = html! {
        nav.thread-way aria-label=(desk.tr.t("desk-nav-inbox")) {
            a.button.plain.small href=(LIST) data-hotkey="u" {
                (icon(Icon::Left)) (desk.tr.t("desk-nav-inbox"))
            }
            @if is_earlier {
                a.button.plain.small href=(address(id)) { (desk.tr.t("desk-newest")) }
            } @else {
                span.live data-live=(live) { span.live-dot {} (desk.tr.t("desk-customers-live")) }
            }
        }
        div.customer-columns.thread-columns {
            section.card.thread-card {
                (head::section(desk, found))
                (transcript::section(desk, found))
                (composer::section(desk, found, draft))
                (templates::section(desk, found))
            }
            (beside::section(desk, found))
        }
    };
    desk.page(Nav::Inbox, &found.name(desk), body)
}

pub fn place_text((at, id): (Time, MessageId)) -> String {
    format!("{}.{id}", at.0)
}

fn parse_place(text: &str) -> Result<(Time, MessageId)> {
    let parsed =
        text.split_once('.').and_then(|(at, id)| Some((Time(at.parse().ok()?), id.parse().ok()?)));
    parsed.ok_or_else(|| Error::bad_input("bad_cursor", "This is not a place in the conversation."))
}
