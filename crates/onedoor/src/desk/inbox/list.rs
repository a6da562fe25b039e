//! The conversations, one after another.

use std::collections::BTreeMap;

use customers::accounts::{self, Colleague, Permission, Permit, may};
use customers::channels::{self, Channel, ChannelId};
use customers::context::Door;
use customers::context::list::{self as people, Line};
use customers::identities::graph;
use engage::conversations::{Conversation, ConversationId};
use engage::inbox::{self, COUNTED_MAX, Place, View, Watched};
use engage::mentions;
use engage::teams::{self, Team};
use kit::error::Kind;
use kit::{Result, Tx};
use maud::{Markup, html};

use super::filter::Filter;
use super::{due, line, saved, search};
use crate::desk::notices;
use crate::desk::reply::Page;
use crate::desk::ui::forms::token;
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
    pub teams: Vec<Team>,
    pub saved: Vec<saved::Counted>,
    /// Where whoever looks was called and has not been since.
    pub unseen: Vec<ConversationId>,
    /// Whether they are there; none at the open desk of the demo, and for those who do not answer.
    is_on: Option<bool>,
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
    let found = desk.app.ctx.db.scan(|tx| find(tx, &desk, &permit, &asked)).await?;
    let title = desk.tr.t("desk-nav-inbox");
    let body = html! {
        (title_row(&title, &desk.tr.t("desk-inbox-lead"), html! {
            (notices::menu(&desk))
            (availability(&desk, &found))
            (live(&desk, &filter, found.mark))
        }))
        div.inbox {
            (search::way(&desk))
            (tabs(&desk, &filter, &found))
            div.inbox-tools {
                (filter.form(&desk, &found.doors, &found.teams))
                (saved::keeper(&desk, &filter, &found.saved, &found.teams))
            }
            div #inbox {
                @if found.rows.is_empty() {
                    (nothing(&desk, &filter, &found))
                } @else {
                    ol.conversations data-list aria-label=(title) data-due=(due::patterns(&desk)) {
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

fn find(
    tx: &Tx,
    desk: &Desk,
    permit: &Permit<may::SeeConversations>,
    asked: &inbox::Asked,
) -> Result<Found> {
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
    let me = asked.me.filter(|_| desk.staff.can(Permission::Talk));
    let is_on = me.map(|me| teams::store::agents(tx, &[me])).transpose()?;
    let is_on = is_on.and_then(|agents| agents.first().map(|agent| agent.is_on));
    let log = &desk.app.ctx.recorder.log;
    let ids: Vec<ConversationId> = rows.iter().map(|(one, _)| one.id).collect();
    let unseen = match asked.me {
        Some(me) => mentions::store::unseen(tx, me, &ids)?,
        None => Vec::new(),
    };
    Ok(Found {
        rows,
        next: page.next,
        counts: inbox::counts(tx, permit, asked.me)?,
        doors: channels::store::list(tx)?,
        colleagues: accounts::colleagues(tx, permit)?,
        teams: teams::store::list(tx)?,
        saved: saved::find(tx, permit)?,
        unseen,
        is_on,
        mark: inbox::mark(tx, log, permit, &Watched::List(asked.clone(), PAGE_SIZE))?,
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
            @let is_own = |view: &View| matches!(view, View::Mine | View::Mentions);
            @let views = View::ALL.iter().copied().filter(|view| has_own || !is_own(view));
            @let views: Vec<View> = views.collect();
            @for (n, &view) in views.iter().enumerate() {
                @let to = Filter { view, after: None, ..filter.clone() };
                a href=(to.address(None)) aria-current=[(view == filter.view).then_some("page")]
                    data-hotkey=[hotkey(n)] {
                    (desk.tr.t(&format!("desk-inbox-view-{}", view.as_str())))
                    @if let Some(count) = count(view).filter(|count| *count > 0) {
                        span.count { (counted(count, COUNTED_MAX)) }
                    }
                }
            }
            (saved::tabs(desk, filter, &found.saved, views.len()))
        }
    }
}

/// The first nine views are one key away.
pub fn hotkey(n: usize) -> Option<String> {
    (n < 9).then(|| (n + 1).to_string())
}

/// Whether rules may give one something.
fn availability(desk: &Desk, found: &Found) -> Markup {
    let Some(is_on) = found.is_on else { return html! {} };
    let (state, deed, to) = match is_on {
        true => ("desk-agent-on", "desk-agent-go", ""),
        false => ("desk-agent-away", "desk-agent-come", "on"),
    };
    html! {
        form.availability.is-away[!is_on] method="post" action="/desk/availability" {
            (token(desk))
            input type="hidden" name="on" value=(to);
            span { (desk.tr.t(state)) }
            button.button.plain.small type="submit" { (desk.tr.t(deed)) }
        }
    }
}

/// Instead of an empty list: nothing to do is good news, nothing found is a question of the filter.
fn nothing(desk: &Desk, filter: &Filter, found: &Found) -> Markup {
    let tr = &desk.tr;
    if filter.door.is_some() || filter.team.is_some() {
        let all = Filter { door: None, team: None, after: None, ..filter.clone() }.address(None);
        let words =
            if filter.door.is_some() { "desk-inbox-all-doors" } else { "desk-inbox-all-teams" };
        let action = link_button(Tone::Plain, None, &tr.t(words), &all);
        return empty(
            Icon::Search,
            &tr.t("desk-inbox-none-here"),
            &tr.t("desk-inbox-none-here-text"),
            action,
        );
    }
    let is_done =
        matches!(filter.view, View::Open | View::Mine | View::Unassigned | View::Mentions);
    let (picture, key) = match (is_done, found.doors.iter().any(|door| door.talk)) {
        (true, true) => (Icon::Check, "desk-inbox-done"),
        (true, false) => (Icon::Door, "desk-inbox-no-door"),
        (false, _) => (Icon::Chat, "desk-inbox-none-here"),
    };
    empty(picture, &tr.t(key), &tr.t(&format!("{key}-text")), html! {})
}
