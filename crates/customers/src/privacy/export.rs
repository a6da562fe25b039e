//! Everything that is known of one person, as a JSON document or as a page to read.
//!
//! What hangs on the leaves is read in one picture; the timeline follows page by page, so that the longest one
//! costs no more memory than the shortest. Then come the chapters of others ([`super::chapters`]), likewise.

use std::collections::BTreeMap;

use futures_util::stream::{self, Stream};
use kit::i18n::Tr;
use kit::{Error, Result, Time};
use serde::Serialize;
use serde_json::json;

use super::chapters::{Chapters, Page, Place, START};
use super::writer::Writer;
use crate::Ctx;
use crate::accounts::{Permit, audit, may};
use crate::channels::{self, Channel, ChannelId};
use crate::consents::{self, Consent, Standing};
use crate::context::{Door, Named};
use crate::dealings::{self, Dealing};
use crate::events::{Event, EventId, store as events};
use crate::groups::{self, Group, Membership};
use crate::identities::bounces::{self, Bounced};
use crate::identities::erasure::{self, Leaf};
use crate::identities::proposals::{self, Proposal};
use crate::identities::{Claim, CustomerId, Edge, Held, store as identities};
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
    pub bounces: Vec<Bounced>,
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
    chapters: Chapters,
    leaves: Vec<CustomerId>,
    pub(super) doors: BTreeMap<ChannelId, Door>,
    /// Where the page before ended; `None` after the last.
    next: Option<(Time, EventId)>,
}

impl Export {
    /// Reads all but the timeline and the chapters, and notes in the audit log who asked.
    pub async fn open(
        ctx: &Ctx,
        permit: &Permit<may::ExportCustomers>,
        named: &Named,
        chapters: Chapters,
    ) -> Result<Export> {
        let now = ctx.clock.now();
        let (head, leaves, channels) = ctx
            .db
            .scan(|tx| {
                let root = named.find(tx)?;
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
        Ok(Export { ctx: ctx.clone(), head, chapters, leaves, doors, next })
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

    /// The next rows of a chapter, and where they end.
    async fn rows(&self, at: InChapter) -> Result<(Page, Option<InChapter>)> {
        let (Some(chapter), Some(&leaf)) =
            (self.chapters.get(at.chapter), self.leaves.get(at.leaf))
        else {
            return Ok((Page::default(), None));
        };
        let page = self.ctx.db.scan(|tx| chapter.page(tx, leaf, at.after)).await?;
        let next = match page.next {
            Some(after) => Some(InChapter { after, ..at }),
            None if at.leaf + 1 < self.leaves.len() => {
                Some(InChapter { leaf: at.leaf + 1, after: START, ..at })
            }
            None => None,
        };
        Ok((page, next))
    }

    /// The file, piece by piece. An error ends it: a file without its end is not whole.
    pub fn stream(self, format: Format) -> impl Stream<Item = Result<String>> + Send {
        let writer = Writer::new(format, &self.head, &self.doors);
        let start = (self, writer, Step::Head);
        stream::try_unfold(start, async |(mut export, mut writer, step)| {
            let (piece, step) = match step {
                Step::Head => (writer.head(&export.head)?, Step::Events),
                Step::Events => match export.events().await?.as_slice() {
                    [] => (writer.end_of_events(), export.chapter(0)),
                    page => (writer.events(page)?, Step::Events),
                },
                Step::Chapter(n) => (writer.chapter(export.chapters[n])?, Step::Rows(begin(n))),
                Step::Rows(at) => {
                    let (page, next) = export.rows(at).await?;
                    let step = next.map_or_else(|| Step::EndOf(at.chapter), Step::Rows);
                    (writer.rows(page.rows)?, step)
                }
                Step::EndOf(n) => (writer.end_of_chapter(), export.chapter(n + 1)),
                Step::Tail => (writer.tail(&export.doors)?, Step::Done),
                Step::Done => return Ok(None),
            };
            Ok(Some((piece, (export, writer, step))))
        })
    }

    fn chapter(&self, n: usize) -> Step {
        if n < self.chapters.len() { Step::Chapter(n) } else { Step::Tail }
    }
}

/// A place among the rows of the chapters.
#[derive(Clone, Copy)]
struct InChapter {
    chapter: usize,
    leaf: usize,
    after: Place,
}

fn begin(chapter: usize) -> InChapter {
    InChapter { chapter, leaf: 0, after: START }
}

fn read(tx: &kit::Tx, root: CustomerId, leaves: &[CustomerId], now: Time) -> Result<Head> {
    let traits = profiles::store::docs(tx, leaves)?;
    let consents = consents::store::list(tx, leaves)?;
    let identities = identities::list(tx, leaves)?;
    let claims = identities::claims(tx, leaves)?;
    Ok(Head {
        made_at: now,
        customer: root,
        name: profiles::resolve(&traits).name(),
        leaves: erasure::leaf_rows(tx, leaves)?,
        bounces: bounces::of(tx, &identities, &claims)?,
        identities,
        claims,
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
    Chapter(usize),
    Rows(InChapter),
    EndOf(usize),
    Tail,
    Done,
}
