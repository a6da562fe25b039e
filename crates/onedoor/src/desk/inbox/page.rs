//! One conversation: what was said by all doors, the answer, and beside it who it is.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{self, Colleague, Permit, may};
use customers::channels::ChannelId;
use customers::context::about::{self, About};
use customers::context::timeline::{self, Asked};
use engage::articles::{self, Titled};
use engage::connectors::sms::Plain;
use engage::connectors::whatsapp::templates::Template;
use engage::conversations::{ConversationId, MessageId, store as conversations};
use engage::drafts;
use engage::inbox::{self, Thread, Watched};
use engage::mentions;
use engage::ready::{self, Ready};
use engage::teams::{self, Team};
use kit::error::Kind;
use kit::{Error, Result, Time, Tx};
use maud::html;

use super::composer::Draft;
use super::ready::newest_order;
use super::search::SEARCH;
use super::{LIST, address, beside, composer, head, parse_id, sms_count, templates, transcript};
use crate::desk::cart::Panel;
use crate::desk::orders;
use crate::desk::reply::{Go, Page};
use crate::desk::ui::{Icon, Nav, icon};
use crate::desk::who::Desk;

/// Of what the customer did last, a glance.
const EVENTS_SHOWN: usize = 6;

/// Everything that the page shows, of one moment.
pub struct Found {
    pub thread: Thread,
    pub colleagues: Vec<Colleague>,
    pub teams: Vec<Team>,
    /// The customer; none when they were erased.
    pub person: Option<Person>,
    /// What may be sent by doors that take nothing else now.
    pub templates: BTreeMap<ChannelId, Vec<Template>>,
    /// Which letters the doors that send SMS change.
    pub sms: BTreeMap<ChannelId, Plain>,
    /// What can be put into an answer.
    pub ready: Vec<Ready>,
    pub articles: Vec<Titled>,
    /// What whoever looks has begun to write here.
    pub draft: Option<drafts::Draft>,
    /// What the customer means to buy.
    pub cart: Panel,
    /// What they have bought.
    pub orders: orders::Panel,
    /// The number of the customer's newest order.
    pub last_order: Option<String>,
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
    let (found, is_earlier) = match desk.query("at") {
        Some(message) => find_around(&desk, id, &message).await?,
        None => (find(&desk, id, before).await?, before.is_some()),
    };
    let root = found.thread.conversation.id;
    mentions::see(&desk.app.engage, desk.staff.actor().account_id, root).await?;
    if root != id {
        // A part of a conversation: the whole has the root's address.
        return Ok(Go::to(&address(root)).into_response());
    }
    let draft = Draft::fresh(&desk, found.draft.clone());
    Ok(show(&desk, &found, is_earlier, &draft).into_response())
}

/// The page on which a message stands: the newest if it is there, else the one that ends with it.
async fn find_around(desk: &Desk, id: ConversationId, message: &str) -> Result<(Found, bool)> {
    let message: MessageId = message.parse().map_err(|_| Error::not_found("message of this id"))?;
    let newest = find(desk, id, None).await?;
    if newest.thread.messages.iter().any(|one| one.id == message) {
        return Ok((newest, false));
    }
    let at = desk.app.ctx.db.read(|tx| conversations::find_message(tx, message)).await?.at;
    let end = (Time(at.0 + 1), MessageId([0; 16]));
    Ok((find(desk, id, Some(end)).await?, true))
}

pub async fn find(
    desk: &Desk,
    id: ConversationId,
    before: Option<(Time, MessageId)>,
) -> Result<Found> {
    let (see, see_customers) = (desk.staff.permit()?, desk.staff.permit()?);
    let talk = desk.staff.permit().ok();
    let look = |tx: &Tx| {
        let mut thread = inbox::read(tx, &see, id, before)?;
        thread.look_at_windows(tx, desk.now)?;
        let watched = Watched::Conversation(thread.conversation.id);
        let draft = match &talk {
            Some(talk) => drafts::find_maybe(tx, talk, thread.conversation.id)?,
            None => None,
        };
        let leaves = customers::identities::store::leaves(tx, thread.customer)?;
        Ok(Found {
            ready: ready::list(tx)?,
            articles: articles::titles(tx)?,
            draft,
            cart: Panel::read(
                tx,
                &desk.app.commerce,
                thread.customer,
                Some(thread.conversation.id),
            )?,
            orders: orders::Panel::read(tx, thread.customer)?,
            last_order: newest_order(&customers::dealings::store::list(tx, &leaves)?),
            colleagues: accounts::colleagues(tx, &see)?,
            teams: teams::store::list(tx)?,
            person: person(tx, desk, &see_customers, &thread)?,
            templates: templates::of_ways(tx, &thread.ways)?,
            sms: sms_count::of_ways(tx, &thread.ways)?,
            mark: inbox::mark(tx, &desk.app.ctx.recorder.log, &see, &watched)?,
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
            a.button.plain.small href=(SEARCH) data-hotkey="/" {
                (icon(Icon::Search)) (desk.tr.t("desk-find"))
            }
            @if is_earlier {
                a.button.plain.small href=(address(id)) { (desk.tr.t("desk-newest")) }
            } @else {
                p #said.hidden role="status" {}
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
