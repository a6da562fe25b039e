//! Everything that is known of one person, as a JSON document or as a page to read.
//!
//! What hangs on the leaves is read in one picture; the timeline follows page by page, so that the longest one
//! costs no more memory than the shortest.

use std::collections::BTreeMap;

use futures_util::stream::{self, Stream};
use kit::i18n::Tr;
use kit::{Error, Result, Time};
use serde::Serialize;
use serde_json::json;

use super::document::Document;
use crate::Ctx;
use crate::accounts::{Permit, audit, may};
use crate::channels::{self, Channel, ChannelId};
use crate::consents::{self, Consent, Standing};
use crate::context::{Door, Named};
use crate::dealings::{self, Dealing};
use crate::events::{Event, EventId, store as events};
use crate::groups::{self, Group, Membership};
use crate::identities::erasure::{self, Leaf};
use crate::identities::proposals::{self, Proposal};
use crate::identities::{Claim, CustomerId, Edge, Held, graph, store as identities};
use crate::profiles::{self, DoorDoc};

const PAGE_SIZE: usize = 500;

/// All but the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct Head {
    pub made_at: Time,
    pub customer: CustomerId,
    #[serde(skip)]
    pub name: Option<String>,
    /// The parts that make up the customer; each row below says on which one it hangs.
    pub leaves: Vec<Leaf>,
    pub identities: Vec<Held>,
    pub claims: Vec<Claim>,
    pub traits: Vec<DoorDoc>,
    /// What is allowed now.
    pub standing: Vec<Standing>,
    /// Every permission given and taken.
    pub consents: Vec<Consent>,
    pub groups: Vec<Group>,
    pub memberships: Vec<Membership>,
    pub dealings: Vec<Dealing>,
    pub edges: Vec<Edge>,
    pub proposals: Vec<Proposal>,
}

/// How the file is written.
pub enum Format {
    Json,
    /// A page in the reader's language that needs nothing from outside.
    Html(Tr),
}

/// A person's file, open for reading.
pub struct Export {
    ctx: Ctx,
    pub head: Head,
    leaves: Vec<CustomerId>,
    doors: BTreeMap<ChannelId, Door>,
    /// Where the page before ended; `None` after the last.
    next: Option<(Time, EventId)>,
}

impl Export {
    /// Reads all but the timeline, and notes in the audit log who asked.
    pub async fn open(
        ctx: &Ctx,
        permit: &Permit<may::ExportCustomers>,
        named: &Named,
    ) -> Result<Export> {
        let now = ctx.clock.now();
        let (head, leaves, channels) = ctx
            .db
            .scan(|tx| {
                let root = graph::root(tx, named.find(tx)?)?;
                if erasure::is_erased(tx, root)? {
                    return Err(Error::not_found(format!("customer {root}")));
                }
                let leaves = identities::leaves(tx, root)?;
                Ok((read(tx, root, &leaves, now)?, leaves, channels::store::list(tx)?))
            })
            .await?;
        let (actor, subject) = (permit.actor(), head.customer.to_string());
        ctx.db
            .write(|tx| audit::record(tx, now, actor, "customer_exported", &subject, &json!({})))
            .await?;
        let door = |c: Channel| (c.id, Door { kind: c.kind.to_string(), name: c.name });
        let doors = channels.into_iter().map(door).collect();
        let next = Some((Time::MAX, EventId([0xff; 16])));
        Ok(Export { ctx: ctx.clone(), head, leaves, doors, next })
    }

    /// The next events, the newest first; empty at the end.
    async fn events(&mut self) -> Result<Vec<Event>> {
        let Some(before) = self.next else { return Ok(Vec::new()) };
        let log = &self.ctx.recorder.log;
        let wanted = events::Wanted {
            before: Some(before),
            ..events::Wanted::newest(&self.leaves, PAGE_SIZE)
        };
        let page = self.ctx.db.scan(|tx| events::page(tx, log, &wanted)).await?;
        let is_last = page.len() < PAGE_SIZE;
        self.next = page.last().filter(|_| !is_last).map(|event| (event.occurred_at, event.id));
        Ok(page)
    }

    /// The file, piece by piece. An error ends it: a file without its end is not whole.
    pub fn stream(self, format: Format) -> impl Stream<Item = Result<String>> + Send {
        let writer: Writer = match format {
            Format::Json => Writer::Json { is_first: true },
            Format::Html(tr) => Writer::Html(Document::new(tr, &self.head, &self.doors)),
        };
        let start = (self, writer, Step::Head);
        stream::try_unfold(start, async |(mut export, mut writer, step)| {
            let (piece, step) = match step {
                Step::Head => (writer.head(&export)?, Step::Events),
                Step::Events => match export.events().await?.as_slice() {
                    [] => (writer.tail(&export)?, Step::Done),
                    page => (writer.events(page)?, Step::Events),
                },
                Step::Done => return Ok(None),
            };
            Ok(Some((piece, (export, writer, step))))
        })
    }
}

fn read(tx: &kit::Tx, root: CustomerId, leaves: &[CustomerId], now: Time) -> Result<Head> {
    let traits = profiles::store::docs(tx, leaves)?;
    let consents = consents::store::list(tx, leaves)?;
    Ok(Head {
        made_at: now,
        customer: root,
        name: profiles::resolve(&traits).name(),
        leaves: erasure::leaf_rows(tx, leaves)?,
        identities: identities::list(tx, leaves)?,
        claims: identities::claims(tx, leaves)?,
        traits,
        standing: consents::standing(&consents),
        consents,
        groups: groups::of(tx, leaves)?,
        memberships: groups::memberships(tx, leaves)?,
        dealings: dealings::store::list(tx, leaves)?,
        edges: identities::edges(tx, leaves)?,
        proposals: proposals::list(tx, leaves)?,
    })
}

#[derive(Clone, Copy)]
enum Step {
    Head,
    Events,
    Done,
}

enum Writer {
    Json { is_first: bool },
    Html(Document),
}

impl Writer {
    fn head(&self, export: &Export) -> Result<String> {
        match self {
            Writer::Json { .. } => {
                let mut text = json_text(&export.head)?;
                // The timeline is the object's next member.
                text.pop();
                Ok(text + ",\"timeline\":[")
            }
            Writer::Html(document) => Ok(document.head.clone()),
        }
    }

    fn events(&mut self, events: &[Event]) -> Result<String> {
        match self {
            Writer::Json { is_first } => {
                let mut text = String::new();
                for event in events {
                    text += if std::mem::take(is_first) { "\n" } else { ",\n" };
                    text += &json_text(event)?;
                }
                Ok(text)
            }
            Writer::Html(document) => Ok(document.events(events)),
        }
    }

    fn tail(&self, export: &Export) -> Result<String> {
        match self {
            Writer::Json { .. } => Ok(format!("],\"channels\":{}}}\n", json_text(&export.doors)?)),
            Writer::Html(document) => Ok(document.tail.clone()),
        }
    }
}

fn json_text(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}
