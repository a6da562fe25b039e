//! What was said, looked for by its words. Everything that was asked stands in the address.

use std::collections::BTreeMap;

use customers::accounts::{self, AccountId, Colleague, Permit, may};
use customers::channels::{self, Channel, ChannelId};
use customers::context::list::{self as people, Line};
use customers::identities::graph;
use engage::conversations::{Author, MessageId, Status};
use engage::search::query::Query;
use engage::search::snippet::snippet;
use engage::search::{self, Asked, Hit};
use kit::error::Kind;
use kit::time::days;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::line;
use super::told::place;
use crate::desk::customers::naming::{self, Doors};
use crate::desk::reply::Page;
use crate::desk::ui::{Icon, Nav, empty, icon, more, time, title_row};
use crate::desk::who::Desk;

const PAGE_SIZE: usize = 30;
pub const SEARCH: &str = "/desk/inbox/search";
/// How far back one looks, in days.
const AGES: [(&str, i64); 4] = [("1", 1), ("7", 7), ("30", 30), ("365", 365)];

/// What was asked, as it stands in the address.
#[derive(Clone, Debug, Default)]
struct Wanted {
    typed: String,
    door: Option<ChannelId>,
    agent: Option<AccountId>,
    status: Option<Status>,
    age: String,
    before: Option<MessageId>,
}

impl Wanted {
    fn of(desk: &Desk) -> Result<Wanted> {
        let value = |name: &str| desk.query(name).filter(|value| !value.is_empty());
        let cursor = |_| Error::bad_input("bad_cursor", "This is not a place in the list.");
        Ok(Wanted {
            typed: value("q").unwrap_or_default(),
            door: value("door").map(|text| text.parse()).transpose()?,
            agent: value("agent").map(|text| text.parse()).transpose()?,
            status: value("status").map(|text| text.parse()).transpose()?,
            age: value("age").unwrap_or_default(),
            before: value("before").map(|text| text.parse().map_err(cursor)).transpose()?,
        })
    }

    fn asked(&self, desk: &Desk) -> Asked {
        let age = AGES.iter().find(|(code, _)| *code == self.age).map(|(_, age)| *age);
        Asked {
            query: Query::parse(&self.typed),
            channel: self.door,
            agent: self.agent,
            status: self.status,
            from: age.map(|age| desk.now.minus(days(age))),
            to: None,
            before: self.before,
        }
    }

    fn address(&self, before: Option<MessageId>) -> String {
        let text = |id: Option<String>| id.unwrap_or_default();
        let pairs = [
            ("q", self.typed.clone()),
            ("door", text(self.door.map(|id| id.to_string()))),
            ("agent", text(self.agent.map(|id| id.to_string()))),
            ("status", text(self.status.map(|status| status.as_str().to_string()))),
            ("age", self.age.clone()),
            ("before", text(before.map(|id| id.to_string()))),
        ];
        let given = pairs.iter().filter(|(_, value)| !value.is_empty());
        let query = encoded(given);
        format!("{SEARCH}?{query}")
    }
}

fn encoded<'a>(pairs: impl Iterator<Item = &'a (&'static str, String)>) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs.map(|(k, v)| (k, v)))
        .finish()
}

struct Found {
    rows: Vec<(Hit, Option<Line>)>,
    next: Option<MessageId>,
    doors: Vec<Channel>,
    colleagues: Vec<Colleague>,
}

pub async fn search_messages(desk: Desk) -> Result<Page> {
    let permit: Permit<may::SeeConversations> = desk.staff.permit()?;
    let wanted = Wanted::of(&desk)?;
    let asked = wanted.asked(&desk);
    let found = desk.app.ctx.db.scan(|tx| find(tx, &permit, &asked)).await?;
    let title = desk.tr.t("desk-find");
    let body = html! {
        (title_row(&title, &desk.tr.t("desk-find-lead"), html! {}))
        (form(&desk, &wanted, &found))
        div #found {
            @if asked.query.is_empty() {
                (empty(Icon::Search, &title, &desk.tr.t("desk-find-hint"), html! {}))
            } @else if found.rows.is_empty() {
                (empty(Icon::Search, &desk.tr.t("desk-find-none"), &desk.tr.t("desk-find-none-text"), html! {}))
            } @else {
                (results(&desk, &title, &asked.query, &found))
            }
            @let next = found.next.map(|id| wanted.address(Some(id)));
            @let newest = wanted.before.map(|_| wanted.address(None));
            (more(&desk, next.as_deref(), newest.as_deref()))
        }
    };
    Ok(desk.page(Nav::Inbox, &title, body))
}

fn find(tx: &Tx, permit: &Permit<may::SeeConversations>, asked: &Asked) -> Result<Found> {
    let page = search::page(tx, permit, asked, PAGE_SIZE)?;
    let mut rows = Vec::with_capacity(page.hits.len());
    for hit in page.hits {
        let person = match people::line(tx, graph::root(tx, hit.conversation.customer_id)?) {
            Ok(line) => Some(line),
            Err(error) if error.kind == Kind::NotFound => None,
            Err(error) => return Err(error),
        };
        rows.push((hit, person));
    }
    Ok(Found {
        rows,
        next: page.next,
        doors: channels::store::list(tx)?,
        colleagues: accounts::colleagues(tx, permit)?,
    })
}

/// The field alone: the way from the list of conversations to what was said in them.
pub fn field(desk: &Desk, typed: &str) -> Markup {
    html! {
        div.search.wide {
            (icon(Icon::Search))
            label.hidden for="message-search" { (desk.tr.t("desk-find")) }
            input #message-search name="q" type="search" value=(typed) autocomplete="off" spellcheck="false"
                placeholder=(desk.tr.t("desk-find")) data-hotkey="/" data-focus="message-search";
            kbd aria-hidden="true" { "/" }
        }
    }
}

pub fn way(desk: &Desk) -> Markup {
    let name = desk.tr.t("desk-find");
    html! {
        form role="search" aria-label=(name) method="get" action=(SEARCH) { (field(desk, "")) }
    }
}

fn form(desk: &Desk, wanted: &Wanted, found: &Found) -> Markup {
    let tr = &desk.tr;
    let of = |id: &str, words: &str, options: Vec<(String, String, bool)>| {
        html! {
            label.hidden for={ "find-" (id) } { (words) }
            select id={ "find-" (id) } name=(id) data-submit {
                option value="" { (words) }
                @for (value, text, is_chosen) in options {
                    option value=(value) selected[is_chosen] { (text) }
                }
            }
        }
    };
    let doors = found.doors.iter().filter(|door| door.talk);
    let doors =
        doors.map(|door| (door.id.to_string(), door.name.clone(), wanted.door == Some(door.id)));
    let agents = found.colleagues.iter().filter(|one| one.can_talk);
    let agents =
        agents.map(|one| (one.id.to_string(), one.name.clone(), wanted.agent == Some(one.id)));
    let statuses = Status::ALL.iter().map(|status| {
        let words = tr.t(&format!("desk-inbox-view-{}", status.as_str()));
        (status.as_str().to_string(), words, wanted.status == Some(*status))
    });
    let ages = AGES.iter().map(|(code, _)| {
        ((*code).to_string(), tr.t(&format!("desk-find-age-{code}")), wanted.age == *code)
    });
    html! {
        form.find role="search" aria-label=(desk.tr.t("desk-find")) method="get" action=(SEARCH) {
            (field(desk, &wanted.typed))
            div.filters {
                (of("door", &tr.t("desk-inbox-all-doors"), doors.collect()))
                (of("agent", &tr.t("desk-find-anybody"), agents.collect()))
                (of("status", &tr.t("desk-find-any-status"), statuses.collect()))
                (of("age", &tr.t("desk-find-any-time"), ages.collect()))
                button.button.small.plain type="submit" { (tr.t("desk-find-do")) }
            }
        }
    }
}

fn results(desk: &Desk, title: &str, query: &Query, found: &Found) -> Markup {
    let door = |one: &Channel| customers::context::Door {
        kind: one.kind.as_str().into(),
        name: one.name.clone(),
    };
    let doors: Doors =
        found.doors.iter().map(|one| (one.id, door(one))).collect::<BTreeMap<_, _>>();
    html! {
        ol.conversations data-list aria-label=(title) {
            @for (hit, person) in &found.rows { (result(desk, query, hit, person.as_ref(), &doors)) }
        }
    }
}

fn result(desk: &Desk, query: &Query, hit: &Hit, person: Option<&Line>, doors: &Doors) -> Markup {
    let message = &hit.message;
    html! {
        li.conversation {
            (naming::portrait(person.and_then(|line| line.customer.name.as_deref())))
            div.grow {
                div.conversation-top {
                    a.row-link href=(place(hit.conversation.id, message.id)) {
                        @match person {
                            Some(line) => (naming::line_name(desk, line, doors)),
                            None => (desk.tr.t("desk-inbox-erased")),
                        }
                    }
                    (naming::door(desk, doors, message.channel_id))
                    (time(desk, message.at))
                }
                @if let Some(subject) = &message.subject {
                    p.conversation-subject { (marked(subject, query)) }
                }
                p.conversation-text {
                    @if message.author != Author::Customer {
                        span.quiet { (message.author_name.as_deref().unwrap_or_default()) ": " }
                    }
                    (marked(&message.body, query))
                }
                div.marks { (line::marks(desk, &hit.conversation)) }
            }
        }
    }
}

fn marked(text: &str, query: &Query) -> Markup {
    html! {
        @for piece in snippet(text, query) {
            @if piece.is_hit { mark { (piece.text) } } @else { (piece.text) }
        }
    }
}
