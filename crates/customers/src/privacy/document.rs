//! A person's file as a page to read: one HTML file in their language that needs nothing from outside.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use kit::Time;
use kit::i18n::{Arg, Tr};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

use super::chapters::{Cell, Chapter, File, Row};
use super::export::Head;
use crate::channels::ChannelId;
use crate::context::Door;
use crate::events::{Event, sentences};
use crate::identities::{Edge, Held, Kind};

/// Where the timeline goes, and the chapters after it. What people wrote is escaped, so it cannot hold these.
const TIMELINE: &str = "<!--timeline-->";
const CHAPTERS: &str = "<!--chapters-->";
const STYLE: &str = include_str!("document.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page in pieces: what stands before the rows of the timeline, and after the last chapter.
pub struct Document {
    tr: Tr,
    doors: BTreeMap<ChannelId, Door>,
    pub head: String,
    pub tail: String,
}

impl Document {
    pub fn new(tr: Tr, head: &Head, doors: &BTreeMap<ChannelId, Door>) -> Document {
        let mut document =
            Document { tr, doors: doors.clone(), head: String::new(), tail: String::new() };
        let page = document.page(head).into_string();
        let (before, rest) = page.split_once(TIMELINE).unwrap_or((&page, ""));
        let after = rest.split_once(CHAPTERS).map_or(rest, |(_, after)| after);
        (document.head, document.tail) = (before.to_string(), after.to_string());
        document
    }

    /// After the last row of a table.
    pub const END_OF_TABLE: &str = "</tbody></table>";

    /// What stands before the rows of a chapter.
    pub fn chapter(&self, chapter: &dyn Chapter) -> String {
        let title = self.t(&format!("export-{}", chapter.name().replace('_', "-")));
        let heads = self.heads(chapter.heads()).into_string();
        html! { h2 { (title) } }.into_string() + "<table>" + &heads + "<tbody>"
    }

    pub fn rows(&self, rows: &[Row]) -> String {
        let rows = html! {
            @for row in rows {
                tr { @for cell in &row.cells { td { (self.cell(cell, row.file.as_ref())) } } }
            }
        };
        rows.into_string()
    }

    fn cell(&self, cell: &Cell, file: Option<&File>) -> Markup {
        html! {
            @match (cell, file) {
                (Cell::Nothing, _) | (Cell::File, None) => {}
                (Cell::Time(at), _) => (self.time(*at)),
                (Cell::Door(door), _) => (self.door(*door)),
                (Cell::Text(text), _) => span.said { (text) },
                (Cell::Word(key), _) => (self.t(key)),
                (Cell::Number(number), _) => (self.tr.number(*number)),
                // Saved and never opened here, whatever its sender says that it is.
                (Cell::File, Some(file)) => {
                    a download=(file.name) href={ "data:application/octet-stream;base64," (BASE64.encode(&file.content)) } {
                        (file.name)
                    }
                }
            }
        }
    }

    /// Says so where there was no row.
    pub fn end_of_chapter(&self, is_empty: bool) -> String {
        let nothing = html! { p { (self.t("export-nothing")) } }.into_string();
        let more = if is_empty { nothing } else { String::new() };
        Document::END_OF_TABLE.to_string() + &more
    }

    /// Rows of the timeline.
    pub fn events(&self, events: &[Event]) -> String {
        let rows = html! {
            @for event in events {
                @let said = sentences::sentence(event.kind, &event.name, event.properties.get(), None);
                tr {
                    td { (self.time(event.occurred_at)) }
                    td { (self.door(event.channel_id)) }
                    td {
                        (self.tr.sentence(&said))
                        details {
                            summary { (self.t("export-as-recorded")) }
                            pre { (serde_json::to_string_pretty(event).unwrap_or_default()) }
                        }
                    }
                }
            }
        };
        rows.into_string()
    }

    fn page(&self, head: &Head) -> Markup {
        let title = self.t("export-title");
        html! {
            (DOCTYPE)
            html lang=(self.tr.lang().code()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    title { (title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    main {
                        h1 { (title) @if let Some(name) = &head.name { " · " (name) } }
                        p { (self.tr.with("export-intro", &[("at", Arg::Time(head.made_at))])) }
                        (self.record(head))
                        (self.known_by(head))
                        (self.traits(head))
                        (self.consents(head))
                        (self.groups(head))
                        (self.dealings(head))
                        (self.edges(head))
                        (self.section("export-timeline", false, html! {
                            (self.heads(&["export-when", "export-where", "export-what"]))
                            tbody { (PreEscaped(TIMELINE)) }
                        }))
                        (PreEscaped(CHAPTERS))
                    }
                }
            }
        }
    }

    fn record(&self, head: &Head) -> Markup {
        let earliest = |times: Vec<Option<Time>>| times.into_iter().flatten().min();
        let first = head.leaves.iter().map(|leaf| leaf.created_at).min();
        let last = head.leaves.iter().map(|leaf| leaf.last_seen_at).max();
        let restricted = earliest(head.leaves.iter().map(|leaf| leaf.restricted_at).collect());
        let objected = earliest(head.leaves.iter().map(|leaf| leaf.objected_at).collect());
        html! {
            dl {
                dt { (self.t("export-record")) } dd { code { (head.customer) } }
                @for (key, at) in [
                    ("export-first-seen", first),
                    ("export-last-seen", last),
                    ("export-restricted", restricted),
                    ("export-objected", objected),
                ] {
                    @if let Some(at) = at { dt { (self.t(key)) } dd { (self.time(at)) } }
                }
            }
        }
    }

    fn known_by(&self, head: &Head) -> Markup {
        let identities = self.table(
            "export-identities",
            &["export-kind", "export-value", "export-sure", "export-where", "export-when"],
            head.identities.iter().map(|held| {
                html! {
                    td { (self.kind(&held.kind)) } td { (held.value) } td { (self.how_sure(held)) }
                    td { (self.door(held.channel_id)) } td { (self.time(held.first_seen_at)) }
                }
            }),
        );
        let claims = self.table(
            "export-claims",
            &["export-kind", "export-value", "export-where", "export-when"],
            head.claims.iter().map(|claim| {
                html! {
                    td { (self.kind(&claim.kind)) } td { (claim.value) }
                    td { (self.door(claim.channel_id)) } td { (self.time(claim.claimed_at)) }
                }
            }),
        );
        let bounces = self.table(
            "export-bounces",
            &["export-kind", "export-value", "export-why", "export-when"],
            head.bounces.iter().map(|bounced| {
                html! {
                    td { (self.kind(&bounced.kind)) } td { (bounced.value) }
                    td { (bounced.reason) } td { (self.time(bounced.at)) }
                }
            }),
        );
        html! { (identities) (claims) @if !head.bounces.is_empty() { (bounces) } }
    }

    fn how_sure(&self, held: &Held) -> String {
        let key = match (held.shared_at, held.verified) {
            (Some(_), _) => "export-shared",
            (None, true) => "export-verified",
            (None, false) => "export-stated",
        };
        self.t(key)
    }

    fn traits(&self, head: &Head) -> Markup {
        let said = head.traits.iter().flat_map(|door| {
            door.doc.iter().map(move |(name, said)| (door.channel_id, name, said))
        });
        self.table(
            "export-traits",
            &["export-what", "export-value", "export-where", "export-when", "export-sure"],
            said.map(|(channel, name, said)| {
                let sure = if said.verified { "export-verified" } else { "export-stated" };
                html! {
                    td { (name) } td { (plain(&said.value)) } td { (self.door(channel)) }
                    td { (self.time(said.at)) } td { (self.t(sure)) }
                }
            }),
        )
    }

    fn consents(&self, head: &Head) -> Markup {
        self.table(
            "export-consents",
            &[
                "export-when",
                "export-purpose",
                "export-channel",
                "export-value",
                "export-state",
                "export-wording",
                "export-where",
            ],
            head.consents.iter().map(|line| {
                let subject = &line.subject;
                let address = subject.identity.as_ref().map_or("", |identity| &identity.value);
                html! {
                    td { (self.time(line.at)) } td { (subject.purpose) } td { (subject.channel) }
                    td { (address) }
                    td { (self.t(&format!("export-state-{}", line.state.as_str()))) }
                    td { (line.wording.as_deref().unwrap_or_default()) }
                    td { (self.door(line.source_channel_id)) }
                }
            }),
        )
    }

    fn groups(&self, head: &Head) -> Markup {
        self.table(
            "export-groups",
            &["export-what", "export-where", "export-when"],
            head.memberships.iter().map(|member| {
                let group = head.groups.iter().find(|group| group.id == member.group_id);
                let name = group.and_then(|group| group.name.as_deref());
                html! {
                    td { (name.unwrap_or(&member.group_id)) } td { (self.door(member.channel_id)) }
                    td { (self.time(member.joined_at)) }
                }
            }),
        )
    }

    fn dealings(&self, head: &Head) -> Markup {
        self.table(
            "export-dealings",
            &["export-when", "export-what", "export-number", "export-amount"],
            head.dealings.iter().map(|dealing| {
                html! {
                    td { (self.time(dealing.at)) }
                    td { (self.t(&format!("export-dealing-{}", dealing.kind.as_str()))) }
                    td { (dealing.reference) }
                    td { @if let Some(amount) = dealing.amount { (self.tr.money(amount)) } }
                }
            }),
        )
    }

    fn edges(&self, head: &Head) -> Markup {
        self.table(
            "export-edges",
            &["export-when", "export-why", "export-value", "export-undone"],
            head.edges.iter().map(|edge| {
                html! {
                    td { (self.time(edge.joined_at)) } td { (self.why(edge)) }
                    td { @if let Some(evidence) = &edge.evidence { (evidence.value) } }
                    td { @if let Some(undone) = &edge.undone { (self.time(undone.at)) } }
                }
            }),
        )
    }

    fn why(&self, edge: &Edge) -> String {
        let rule = self.t(&format!("export-rule-{}", edge.rule.as_str().replace('_', "-")));
        if edge.reason.is_empty() { rule } else { format!("{rule}: {}", edge.reason) }
    }

    /// A table with its title; a line that says so where there is nothing.
    fn table(&self, title: &str, heads: &[&str], rows: impl Iterator<Item = Markup>) -> Markup {
        let rows: Vec<Markup> = rows.collect();
        let body = html! { (self.heads(heads)) tbody { @for row in &rows { tr { (row) } } } };
        self.section(title, rows.is_empty(), body)
    }

    fn section(&self, title: &str, is_empty: bool, table: Markup) -> Markup {
        html! {
            h2 { (self.t(title)) }
            @if is_empty { p { (self.t("export-nothing")) } } @else { table { (table) } }
        }
    }

    fn heads(&self, heads: &[&str]) -> Markup {
        html! { thead { tr { @for head in heads { th scope="col" { (self.t(head)) } } } } }
    }

    fn kind(&self, kind: &Kind) -> String {
        let known = [Kind::USER_ID, Kind::DEVICE, Kind::EMAIL, Kind::PHONE, Kind::LOYALTY_CARD];
        if !known.contains(kind) {
            return kind.to_string();
        }
        self.t(&format!("export-kind-{}", kind.as_str().replace('_', "-")))
    }

    fn door(&self, id: ChannelId) -> String {
        self.doors.get(&id).map_or_else(|| id.to_string(), |door| door.name.clone())
    }

    fn time(&self, at: Time) -> String {
        self.tr.date_time(at)
    }

    fn t(&self, key: &str) -> String {
        self.tr.t(key)
    }
}

/// A value as people write it; objects stay JSON.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_string)
}
