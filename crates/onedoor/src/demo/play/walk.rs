//! The walk from door to door: which of its steps were gone, as the server sees it.

use customers::accounts::{Permit, may};
use customers::channels::{ChannelKind, store as channels};
use customers::identities::{CustomerId, Identity, Kind, graph, store as identities};
use engage::conversations::{
    Conversation, ConversationId, Direction, Message, MessageId, store as conversations,
};
use engage::inbox::{self, Asked, Order, View};
use kit::{Result, Time, Tx};

use super::Player;

/// Messages that are looked at.
const MESSAGES_MAX: usize = 200;
const CONVERSATIONS_MAX: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A word in the chat of the shop, by whomever.
    Chat,
    /// It is known who said it.
    SignIn,
    /// A letter of the shop, and an answer.
    Mail,
    Sms,
    Call,
    /// In person.
    Store,
}

impl Step {
    pub const ALL: [Step; 6] =
        [Step::Chat, Step::SignIn, Step::Mail, Step::Sms, Step::Call, Step::Store];

    /// The end of its keys in the catalogues.
    pub fn word(self) -> &'static str {
        match self {
            Step::Chat => "chat",
            Step::SignIn => "sign-in",
            Step::Mail => "mail",
            Step::Sms => "sms",
            Step::Call => "call",
            Step::Store => "store",
        }
    }
}

/// How far the walk is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    pub gone: Vec<Step>,
    /// What the player and the shop talk in.
    pub conversation: Option<ConversationId>,
    pub customer: Option<CustomerId>,
    /// How many things were said in it.
    pub messages: usize,
}

impl Walk {
    pub fn is_gone(&self, step: Step) -> bool {
        self.gone.contains(&step)
    }

    pub fn is_done(&self) -> bool {
        Step::ALL.iter().all(|step| self.is_gone(*step))
    }

    /// The step to go next.
    pub fn next(&self) -> Option<Step> {
        Step::ALL.into_iter().find(|step| !self.is_gone(*step))
    }
}

/// Looks at what was said since the demo started.
pub fn look(tx: &Tx, player: &Player, since: Time) -> Result<Walk> {
    let kinds: Vec<_> = channels::list(tx)?.into_iter().map(|door| (door.id, door.kind)).collect();
    let kind_of = |message: &Message| {
        kinds.iter().find(|(id, _)| *id == message.channel_id).map(|(_, kind)| *kind)
    };
    let customer = customer_of(tx, player)?;
    let conversation = match customer {
        Some(customer) => newest(tx, customer, since)?,
        None => None,
    };
    let messages = match &conversation {
        Some(root) => said_in(tx, root, since)?,
        None => Vec::new(),
    };
    let was = |kind: ChannelKind, direction: Direction| {
        messages.iter().any(|one| kind_of(one) == Some(kind) && one.direction == direction)
    };
    let both = |kind| was(kind, Direction::In) && was(kind, Direction::Out);
    let is_known = was(ChannelKind::Web, Direction::In);
    let mut gone = Vec::new();
    for step in Step::ALL {
        let is_gone = match step {
            Step::Chat => is_known || somebody_chats(tx, &kinds, since)?,
            Step::SignIn => is_known,
            Step::Mail => both(ChannelKind::Email),
            Step::Sms => both(ChannelKind::Sms),
            Step::Call => messages.iter().any(|one| kind_of(one) == Some(ChannelKind::Phone)),
            Step::Store => messages.iter().any(|one| kind_of(one) == Some(ChannelKind::Store)),
        };
        gone.extend(is_gone.then_some(step));
    }
    let conversation = conversation.map(|root| root.id);
    Ok(Walk { gone, conversation, customer, messages: messages.len() })
}

fn customer_of(tx: &Tx, player: &Player) -> Result<Option<CustomerId>> {
    let known = [(Kind::PHONE, &player.phone), (Kind::EMAIL, &player.email)];
    for (kind, value) in known {
        if let Some(leaf) = identities::leaf_maybe(tx, &Identity::new(kind, value.clone()))? {
            return graph::root(tx, leaf).map(Some);
        }
    }
    Ok(None)
}

/// The conversation in which the customer spoke last.
fn newest(tx: &Tx, customer: CustomerId, since: Time) -> Result<Option<Conversation>> {
    let leaves = identities::leaves(tx, customer)?;
    let all = conversations::of_leaves(tx, &leaves)?;
    let newest = all.into_iter().filter(|one| one.last_at >= since).max_by_key(|one| one.last_at);
    newest.map(|one| conversations::find(tx, one.root_id)).transpose()
}

fn said_in(tx: &Tx, root: &Conversation, since: Time) -> Result<Vec<Message>> {
    let parts: Vec<_> = conversations::parts(tx, root.id)?.iter().map(|part| part.id).collect();
    let end = (Time::MAX, MessageId([0xff; 16]));
    let mut messages = conversations::page(tx, &parts, end, MESSAGES_MAX)?;
    messages.retain(|message| message.at >= since);
    Ok(messages)
}

/// Somebody of whom nobody knows yet who it is writes in the shop.
fn somebody_chats(
    tx: &Tx,
    kinds: &[(customers::channels::ChannelId, ChannelKind)],
    since: Time,
) -> Result<bool> {
    let web = kinds.iter().find(|(_, kind)| *kind == ChannelKind::Web);
    let Some((channel, _)) = web else { return Ok(false) };
    let permit: Permit<may::SeeConversations> = Permit::console();
    let asked = Asked {
        view: View::All,
        me: None,
        channel: Some(*channel),
        team: None,
        order: Order::Newest,
        after: None,
    };
    let page = inbox::page(tx, &permit, &asked, CONVERSATIONS_MAX)?;
    Ok(page.conversations.iter().any(|one| one.opened_at >= since))
}
