//! The conversations, one after another.

use std::collections::BTreeMap;

use customers::accounts::{self, Colleague, Permit, may};
use customers::channels::{self, Channel, ChannelId};
use customers::context::Door;
use customers::context::list::{self as people, Line};
use customers::identities::graph;
use engage::conversations::Conversation;
use engage::inbox::{self, COUNTED_MAX, Place, View, Watched};
use kit::error::Kind;
use kit::{Result, Tx};
use maud::{Markup, html};

use super::filter::Filter;
use super::{line, search};
use crate::desk::reply::Page;
use crate::desk::ui::parts::counted;
use crate::desk::ui::{Icon, Nav, Tone, empty, link_button, more, title_row};
use crate::desk::who::Desk;

pub const PAGE_SIZE: usize = 40;

/// What a page of the list shows.
pub struct Found {
    /// With each conversation its customer, unless they were erased.
    pub rows: Vec<(Conversation, Option<Line>)>,
    pub next: Option<Place>,
    pub counts: Vec<(View, i64)>,
    pub doors: Vec<Channel>,
    pub colleagues: Vec<Colleague>,
    /// The state that is shown, for those who listen for changes.
    mark: u64,
}

impl Found {
    pub fn doors_by_id(&self) -> BTreeMap<ChannelId, Door> {
        let door = |one: &Channel| Door { kind: one.kind.as_str().into(), name: one.name.clone() };
        self.doors.iter().map(|one| (one.id, door(one))).collect()
    }
}

pub async fn list_conversations(desk: Desk) -> Result<Page> {
    let permit: Permit<may::SeeConversations> = desk.staff.permit()?;
    let filter = Filter::of(&desk)?;
    let asked = filter.asked(&desk);
    let found = desk.app.ctx.db.scan(|tx| find(tx, &permit, &asked)).await?;
    let title = desk.tr.t("desk-nav-inbox");
    let body = html! {
        (title_row(&title, &desk.tr.t("desk-inbox-lead"), live(&desk, &filter, found.mark)))
        div.inbox {
            (search::way(&desk))
            (tabs(&desk, &filter, &found))
            (filter.form(&desk, &found.doors))
            div #inbox {
                @if found.rows.is_empty() {
                    (nothing(&desk, &filter, &found))
                } @else {
                    ol.conversations data-list aria-label=(title) {
                        @for (conversation, person) in &found.rows {
                            (line::show(&desk, conversation, person.as_ref(), &found))
                        }
                    }
                }
                @let newest = filter.after.map(|_| filter.address(None));
                @let next = found.next.map(|place| filter.address(Some(place)));
                (more(&desk, next.as_deref(), newest.as_deref()))
            }
            p.inbox-foot { a href="/desk/inbox/repeats" { (desk.tr.t("desk-repeats")) } }
        }
    };
    Ok(desk.page(Nav::Inbox, &title, body))
}

fn find(tx: &Tx, permit: &Permit<may::SeeConversations>, asked: &inbox::Asked) -> Result<Found> {
    let page = inbox::page(tx, permit, asked, PAGE_SIZE)?;
    let mut rows = Vec::with_capacity(page.conversations.len());
    for conversation in page.conversations {
        let person = match people::line(tx, graph::root(tx, conversation.customer_id)?) {
            Ok(line) => Some(line),
            Err(error) if error.kind == Kind::NotFound => None,
            Err(error) => return Err(error),
        };
        rows.push((conversation, person));
    }
    Ok(Found {
        rows,
        next: page.next,
        counts: inbox::counts(tx, permit, asked.me)?,
        doors: channels::store::list(tx)?,
        colleagues: accounts::colleagues(tx, permit)?,
        mark: inbox::mark(tx, permit, &Watched::List(asked.clone(), PAGE_SIZE))?,
    })
}

/// Hears what changes, and says that it does.
fn live(desk: &Desk, filter: &Filter, mark: u64) -> Markup {
    let url = format!("/desk/inbox/live?{}&seen={mark}", filter.query(filter.after));
    html! {
        span.live data-live=(url) { span.live-dot {} (desk.tr.t("desk-customers-live")) }
    }
}

fn tabs(desk: &Desk, filter: &Filter, found: &Found) -> Markup {
    let has_own = desk.staff.actor().account_id.is_some();
    let count = |view: View| found.counts.iter().find(|(one, _)| *one == view).map(|(_, n)| *n);
    html! {
        nav.tabs #inbox-views aria-label=(desk.tr.t("desk-inbox-views")) {
            @for view in View::ALL.iter().copied().filter(|view| has_own || *view != View::Mine) {
                @let to = Filter { view, after: None, ..filter.clone() };
                a href=(to.address(None)) aria-current=[(view == filter.view).then_some("page")] {
                    (desk.tr.t(&format!("desk-inbox-view-{}", view.as_str())))
                    @if let Some(count) = count(view).filter(|count| *count > 0) {
                        span.count { (counted(count, COUNTED_MAX)) }
                    }
                }
            }
        }
    }
}

/// Instead of an empty list: nothing to do is good news, nothing found is a question of the filter.
fn nothing(desk: &Desk, filter: &Filter, found: &Found) -> Markup {
    let tr = &desk.tr;
    if filter.door.is_some() {
        let all = Filter { door: None, after: None, ..filter.clone() }.address(None);
        let action = link_button(Tone::Plain, None, &tr.t("desk-inbox-all-doors"), &all);
        return empty(
            Icon::Search,
            &tr.t("desk-inbox-none-here"),
            &tr.t("desk-inbox-none-here-text"),
            action,
        );
    }
    let is_done = matches!(filter.view, View::Open | View::Mine | View::Unassigned);
    let (picture, key) = match (is_done, found.doors.iter().any(|door| door.talk)) {
        (true, true) => (Icon::Check, "desk-inbox-done"),
        (true, false) => (Icon::Door, "desk-inbox-no-door"),
        (false, _) => (Icon::Chat, "desk-inbox-none-here"),
    };
    empty(picture, &tr.t(key), &tr.t(&format!("{key}-text")), html! {})
}
