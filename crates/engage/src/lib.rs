//! What a shop and its customers say to each other, by any door.
//!
//! | slice | what it is |
//! | --- | --- |
//! | [`conversations`] | what is said, by whom, by which door: one conversation, however many doors |
//! | [`connectors`] | the doors that talk, one module each |
//! | [`outbox`] | messages on their way out |
//! | [`inbox`] | which conversations wait, and one of them as a whole |
//! | [`facts`] | what a customer has told already, and what they had to say twice |
//! | [`bot`] | the assistant: answers from the record, hands over when unsure |
//! | [`articles`] | the knowledge base |
//! | [`ready`] | answers that are written once and inserted by a short word |
//! | [`drafts`] | what an agent has begun to write |
//! | [`files`] | files that go along with an answer, attached or as a link |
//! | [`search`] | the messages in which a word was said |
//! | [`shop`] | what the shop says of itself: opening hours, returns |
//! | [`language`] | words, stems and languages of texts |

pub mod articles;
pub mod bot;
pub mod connectors;
pub mod conversations;
pub mod drafts;
pub mod facts;
pub mod files;
pub mod inbox;
pub mod language;
pub mod outbox;
pub mod ready;
pub mod search;
pub mod shop;
pub mod testing;

use std::collections::HashMap;

use customers::identities::watch;
use kit::db::Migration;
use kit::jobs::{Handler, Job, Outcome, handler};
use kit::secrets::Secrets;

use connectors::files as fetching;
use connectors::sms::smpp::Sessions;

pub const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "engage_0001_conversations",
        text: include_str!("../migrations/0001_conversations.sql"),
    },
    Migration { name: "engage_0002_links", text: include_str!("../migrations/0002_links.sql") },
    Migration { name: "engage_0003_email", text: include_str!("../migrations/0003_email.sql") },
    Migration { name: "engage_0003_sms", text: include_str!("../migrations/0003_sms.sql") },
    Migration { name: "engage_0003_inbox", text: include_str!("../migrations/0003_inbox.sql") },
    Migration { name: "engage_0004_social", text: include_str!("../migrations/0004_social.sql") },
    Migration { name: "engage_0004_facts", text: include_str!("../migrations/0004_facts.sql") },
    Migration { name: "engage_0004_search", text: include_str!("../migrations/0004_search.sql") },
    Migration { name: "engage_0004_help", text: include_str!("../migrations/0004_help.sql") },
];

/// What every action gets.
#[derive(Clone)]
pub struct Ctx {
    pub customers: customers::Ctx,
    pub secrets: Secrets,
    /// The sessions with SMS centres that this process holds.
    pub smpp: Sessions,
}

impl Ctx {
    pub fn new(customers: customers::Ctx, secrets: Secrets) -> Ctx {
        Ctx { customers, secrets, smpp: Sessions::default() }
    }
}

/// The jobs that this crate does, by their kind.
pub fn handlers(ctx: &Ctx) -> HashMap<&'static str, Handler> {
    HashMap::from([
        (
            watch::ERASED,
            with(ctx, |ctx, job| async move { conversations::erase_job(&ctx, &job).await }),
        ),
        (
            watch::REGROUPED,
            with(ctx, |ctx, job| async move { conversations::regroup_job(&ctx, &job).await }),
        ),
        (
            fetching::FETCH,
            with(ctx, |ctx, job| async move { fetching::fetch_job(&ctx, &job).await }),
        ),
        (bot::ANSWER, with(ctx, |ctx, job| async move { bot::answer_job(&ctx, &job).await })),
        (outbox::SEND, with(ctx, |ctx, job| async move { outbox::send(&ctx, &job).await })),
    ])
}

fn with<F>(ctx: &Ctx, work: fn(Ctx, Job) -> F) -> Handler
where
    F: Future<Output = Outcome> + Send + 'static,
{
    let ctx = ctx.clone();
    handler(move |job| work(ctx.clone(), job))
}
