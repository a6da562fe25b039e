//! What a shop and its customers say to each other, by any door.
//!
//! | slice | what it is |
//! | --- | --- |
//! | [`conversations`] | what is said, by whom, by which door: one conversation, however many doors |
//! | [`connectors`] | the doors that talk, one module each |
//! | [`outbox`] | messages on their way out |
//! | [`counter`] | in the store: who stands there, and the talk goes on |
//! | [`handover`] | a conversation on its way to another door: codes, links |
//! | [`proofs`] | somebody proves that an address is theirs |
//! | [`webhooks`] | the shop's own servers hear of what happens |
//! | [`inbox`] | which conversations wait, and one of them as a whole |

pub mod connectors;
pub mod conversations;
pub mod counter;
pub mod handover;
pub mod inbox;
pub mod outbox;
pub mod proofs;
pub mod testing;
pub mod tries;
pub mod webhooks;

use std::collections::HashMap;

use customers::identities::watch;
use kit::db::Migration;
use kit::i18n::Lang;
use kit::jobs::{Handler, Job, Outcome, handler};
use kit::secrets::Secrets;

use connectors::files;
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
    Migration {
        name: "engage_0004_handover",
        text: include_str!("../migrations/0004_handover.sql"),
    },
    Migration { name: "engage_0004_proofs", text: include_str!("../migrations/0004_proofs.sql") },
    Migration {
        name: "engage_0004_webhooks",
        text: include_str!("../migrations/0004_webhooks.sql"),
    },
];

/// What the product itself says to customers.
pub const LOCALES: [(Lang, &str); 4] = [
    (Lang::En, include_str!("../locales/en.ftl")),
    (Lang::Pl, include_str!("../locales/pl.ftl")),
    (Lang::Ro, include_str!("../locales/ro.ftl")),
    (Lang::Ru, include_str!("../locales/ru.ftl")),
];

/// What every action gets.
#[derive(Clone)]
pub struct Ctx {
    pub customers: customers::Ctx,
    pub secrets: Secrets,
    /// The sessions with SMS centres that this process holds.
    pub smpp: Sessions,
    /// How people reach this server: `https://talk.kubek.pl`. Without it links are made of the request's own address.
    pub public_url: Option<String>,
    /// Webhooks may go to addresses of this machine and its network: for development and tests.
    pub allow_private_webhooks: bool,
}

impl Ctx {
    pub fn new(customers: customers::Ctx, secrets: Secrets) -> Ctx {
        Ctx {
            customers,
            secrets,
            smpp: Sessions::default(),
            public_url: None,
            allow_private_webhooks: false,
        }
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
        (files::FETCH, with(ctx, |ctx, job| async move { files::fetch_job(&ctx, &job).await })),
        (outbox::SEND, with(ctx, |ctx, job| async move { outbox::send(&ctx, &job).await })),
        (proofs::SEND, with(ctx, |ctx, job| async move { proofs::send(&ctx, &job).await })),
        (
            webhooks::DELIVER,
            with(ctx, |ctx, job| async move { webhooks::deliver(&ctx, &job).await }),
        ),
    ])
}

fn with<F>(ctx: &Ctx, work: fn(Ctx, Job) -> F) -> Handler
where
    F: Future<Output = Outcome> + Send + 'static,
{
    let ctx = ctx.clone();
    handler(move |job| work(ctx.clone(), job))
}
