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
//! | [`disclosure`] | what a person's file tells of their conversations |
//! | [`webhooks`] | the shop's own servers hear of what happens |
//! | [`inbox`] | which conversations wait, and one of them as a whole |
//! | [`facts`] | what a customer has told already, and what they had to say twice |
//! | [`bot`] | the assistant: answers from the record, hands over when unsure |
//! | [`choices`] | what a message offers to press, and what was chosen |
//! | [`articles`] | the knowledge base |
//! | [`ready`] | answers that are written once and inserted by a short word |
//! | [`drafts`] | what an agent has begun to write |
//! | [`files`] | files that go along with an answer, attached or as a link |
//! | [`search`] | the messages in which a word was said |
//! | [`shop`] | what the shop says of itself: opening hours, returns |
//! | [`language`] | words, stems and languages of texts |
//! | [`teams`] | who answers together, and what each team promises |
//! | [`hours`] | when a team is there |
//! | [`sla`] | how soon customers were promised an answer, and whether they got it |
//! | [`away`] | whoever writes when nobody is there hears so |
//! | [`routing`] | rules: who gets a conversation, how urgent it is, when silence ends it |
//! | [`surveys`] | how was it? |
//! | [`unsubscribe`] | what nobody asked for is refused by one click |
//! | [`notices`] | what staff hear of although they look elsewhere |
//! | [`mentions`] | who of the staff was called into a conversation |
//! | [`views`] | ways of looking at the inbox, kept under a name |
//! | [`presence`] | who else has a conversation open |
//! | [`upkeep`] | what is due by itself, as time goes by |
//! | [`words`] | what customers read of us by themselves |

pub mod articles;
pub mod away;
pub mod bot;
pub mod choices;
pub mod connectors;
pub mod conversations;
pub mod counter;
pub mod disclosure;
pub mod drafts;
pub mod facts;
pub mod files;
pub mod handover;
pub mod hours;
pub mod inbox;
pub mod language;
pub mod letters;
pub mod mentions;
pub mod notices;
pub mod outbox;
pub mod presence;
pub mod proofs;
pub mod ready;
pub mod routing;
pub mod search;
pub mod shop;
pub mod sla;
mod small_page;
pub mod surveys;
pub mod teams;
pub mod testing;
pub mod tries;
pub mod unsubscribe;
pub mod upkeep;
pub mod views;
pub mod webhooks;
pub mod words;

use std::collections::HashMap;

use customers::identities::watch;
use kit::db::Migration;
use kit::i18n::Lang;
use kit::jobs::{Handler, Job, Outcome, handler};
use kit::secrets::Secrets;

use connectors::files as fetching;
use connectors::phone;
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
    Migration { name: "engage_0004_teams", text: include_str!("../migrations/0004_teams.sql") },
    Migration { name: "engage_0004_sla", text: include_str!("../migrations/0004_sla.sql") },
    Migration { name: "engage_0004_watch", text: include_str!("../migrations/0004_watch.sql") },
    Migration { name: "engage_0004_routing", text: include_str!("../migrations/0004_routing.sql") },
    Migration { name: "engage_0004_away", text: include_str!("../migrations/0004_away.sql") },
    Migration { name: "engage_0004_surveys", text: include_str!("../migrations/0004_surveys.sql") },
    Migration {
        name: "engage_0004_mentions",
        text: include_str!("../migrations/0004_mentions.sql"),
    },
    Migration { name: "engage_0004_views", text: include_str!("../migrations/0004_views.sql") },
    Migration {
        name: "engage_0004_presence",
        text: include_str!("../migrations/0004_presence.sql"),
    },
    Migration { name: "engage_0004_phone", text: include_str!("../migrations/0004_phone.sql") },
    Migration {
        name: "engage_0004_handover",
        text: include_str!("../migrations/0004_handover.sql"),
    },
    Migration { name: "engage_0004_proofs", text: include_str!("../migrations/0004_proofs.sql") },
    Migration {
        name: "engage_0004_webhooks",
        text: include_str!("../migrations/0004_webhooks.sql"),
    },
    Migration { name: "engage_0005_records", text: include_str!("../migrations/0005_records.sql") },
    Migration { name: "engage_0005_choices", text: include_str!("../migrations/0005_choices.sql") },
    Migration { name: "engage_0005_tokens", text: include_str!("../migrations/0005_tokens.sql") },
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
    /// Who of the staff looks at what in this process.
    pub watcher: inbox::Watcher,
    /// Who of the staff is told of what happens elsewhere.
    pub notices: notices::Notices,
    /// How people reach this server: `https://talk.kubek.pl`. Without it nothing that needs a link is said.
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
            watcher: inbox::Watcher::default(),
            notices: notices::Notices::default(),
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
        (
            fetching::FETCH,
            with(ctx, |ctx, job| async move { fetching::fetch_job(&ctx, &job).await }),
        ),
        (bot::ANSWER, with(ctx, |ctx, job| async move { bot::answer_job(&ctx, &job).await })),
        (phone::TELL, with(ctx, |ctx, job| async move { phone::tell(&ctx, &job).await })),
        (outbox::SEND, with(ctx, |ctx, job| async move { outbox::send(&ctx, &job).await })),
        (proofs::SEND, with(ctx, |ctx, job| async move { proofs::send(&ctx, &job).await })),
        (letters::SEND, with(ctx, |ctx, job| async move { letters::send(&ctx, &job).await })),
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
