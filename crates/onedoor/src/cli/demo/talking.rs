//! Fills the demo's inbox through the same calls by which a real door brings messages in, and lets one go on.

use std::time::Duration;

use customers::accounts::{self, NewAccount, Permit, Role, Staff, Visit, may};
use customers::channels::Channel;
use customers::identities::{Identity, Kind};
use engage::Ctx;
use engage::connectors::{Provider, link};
use engage::conversations::{
    self, ConversationId, Inbound, MessageId, NewReply, Priority, Report, Reported, Sender, State,
};
use kit::time::{MICROS_PER_SECOND, hours, minutes};
use kit::{Clock, Error, Result, Time};
use std::sync::Arc;

use super::Doors;
use crate::demo::conversations::{LIVE, LIVE_WHO, Said, TALKS, Talk, Then, Who};
use crate::demo::people::Person;
use crate::demo::{SEED, everyone};

/// Who answers: one in Kraków, one in Cluj.
pub const AGENTS: [&str; 2] = ["Marta", "Ilinca"];

/// One moment of the story: the doors, the people, and what time it is.
pub struct Talking {
    ctx: Ctx,
    doors: Doors,
    people: Vec<Person>,
    agents: Vec<Staff>,
}

impl Talking {
    pub async fn open(ctx: &Ctx, doors: &Doors, now: Time) -> Result<Talking> {
        let mut agents = Vec::new();
        for name in AGENTS {
            agents.push(agent(&ctx.customers, name).await?);
        }
        let talking =
            Talking { ctx: ctx.clone(), doors: doors.clone(), people: everyone(SEED, now), agents };
        talking.connect(now).await?;
        Ok(talking)
    }

    /// Nobody is at the other end of the demo's doors: what is handed to them counts as sent.
    async fn connect(&self, now: Time) -> Result<()> {
        let nothing = serde_json::json!({});
        for [door, _] in self.doors.values().filter(|[door, _]| door.channel.talk) {
            let (id, keys) = (door.channel.id, &self.ctx.secrets);
            let save =
                |tx: &kit::Tx| link::save(tx, keys, id, Provider::Chat, &nothing, &nothing, now);
            self.ctx.customers.db.write(save).await?;
        }
        Ok(())
    }

    /// Everything that was said until now.
    pub async fn fill(&self, now: Time) -> Result<()> {
        for (number, talk) in TALKS.iter().enumerate() {
            self.bring(number, talk, now).await?;
        }
        Ok(())
    }

    async fn bring(&self, number: usize, talk: &Talk, now: Time) -> Result<()> {
        let person = self.person(talk.who)?;
        let agent = &self.agents[usize::from(person.language == "ro")];
        let mut conversation = None;
        for (n, (ago, said)) in talk.said.iter().enumerate() {
            let at = now.minus(minutes(*ago));
            let key = format!("demo-talk-{number}-{n}");
            let ctx = self.at(at);
            let spoken = Spoken { said, key, subject: talk.subject, conversation };
            conversation = self.say(&ctx, person, agent, &spoken).await?.or(conversation);
        }
        let Some(id) = conversation else { return Ok(()) };
        let (permit, ctx): (Permit<may::Talk>, _) = (agent.permit()?, self.at(now));
        match talk.then {
            Then::Waits => {}
            Then::Urgent => {
                conversations::set_priority(&ctx, &permit, id, Priority::Urgent).await?;
                conversations::assign(&ctx, &permit, id, agent.actor().account_id, None).await?;
            }
            Then::Rests => {
                conversations::snooze(&ctx, &permit, id, now.plus(hours(14))).await?;
            }
            Then::Closed => {
                conversations::close(&ctx, &permit, id).await?;
            }
        }
        Ok(())
    }

    /// One conversation goes on while somebody watches.
    pub async fn go_on(&self) -> Result<()> {
        let person = self.person(LIVE_WHO)?;
        let started = self.ctx.customers.clock.now().as_ms();
        let mut conversation = None;
        for (n, (wait_seconds, said)) in LIVE.iter().enumerate() {
            tokio::time::sleep(Duration::from_secs(*wait_seconds)).await;
            let key = format!("demo-live-{started}-{n}");
            let spoken = Spoken { said, key, subject: None, conversation };
            let told = self.say(&self.ctx, person, &self.agents[0], &spoken).await?;
            conversation = told.or(conversation);
        }
        Ok(())
    }

    async fn say(
        &self,
        ctx: &Ctx,
        person: &Person,
        agent: &Staff,
        spoken: &Spoken<'_>,
    ) -> Result<Option<ConversationId>> {
        let permit: Permit<may::Talk> = agent.permit()?;
        let key = Some(spoken.key.clone());
        match (spoken.said, spoken.conversation) {
            (Said::In(door, text), _) => {
                let channel = self.channel(door)?;
                let sender = sender_at(channel, person)?;
                let inbound = spoken.inbound(ctx, sender, text);
                Ok(Some(conversations::receive(ctx, channel, &inbound).await?.conversation_id))
            }
            (Said::Call(text), _) => {
                let inbound = spoken.inbound(ctx, caller(person)?, text);
                let channel = self.channel(crate::demo::shop::PHONE)?;
                Ok(Some(conversations::receive(ctx, channel, &inbound).await?.conversation_id))
            }
            (Said::Out(text), Some(id)) => {
                let new = NewReply { body: (*text).into(), key, ..NewReply::default() };
                let sent = conversations::reply(ctx, &permit, id, &new).await?;
                self.arrives(ctx, id, sent).await?;
                Ok(None)
            }
            (Said::Note(text), Some(id)) => {
                conversations::note(ctx, &permit, id, text).await?;
                Ok(None)
            }
            (Said::Out(_) | Said::Note(_), None) => {
                Err(Error::internal("in the demo the customer speaks first"))
            }
        }
    }

    /// What the door says of it a little later.
    async fn arrives(&self, ctx: &Ctx, id: ConversationId, message: MessageId) -> Result<()> {
        let find = |tx: &kit::Tx| Ok(conversations::store::find(tx, id)?.last_channel_id);
        let channel = ctx.customers.db.read(find).await?;
        let at = ctx.customers.clock.now().plus(4 * MICROS_PER_SECOND);
        let about = Reported::Message(message);
        let report = Report { about, state: State::Delivered, at, error: None };
        conversations::report(ctx, channel, &report).await?;
        Ok(())
    }

    /// The same shop at another time.
    fn at(&self, at: Time) -> Ctx {
        let mut ctx = self.ctx.clone();
        ctx.customers.clock = Clock::manual(at);
        ctx
    }

    fn channel(&self, slug: &str) -> Result<&Arc<Channel>> {
        let both = self.doors.get(slug);
        let both = both.ok_or_else(|| Error::internal(format!("no door “{slug}”")))?;
        Ok(&both[0].channel)
    }

    fn person(&self, who: Who) -> Result<&Person> {
        let found = match who {
            Who::Named(name) => self.people.iter().find(|person| person.name() == name),
            Who::Speaking(language, n) => {
                let speaking = |person: &&Person| !person.is_cast() && person.language == language;
                self.people.iter().filter(speaking).nth(n)
            }
        };
        found.ok_or_else(|| Error::internal(format!("nobody is {who:?}")))
    }
}

struct Spoken<'a> {
    said: &'a Said,
    key: String,
    subject: Option<&'static str>,
    conversation: Option<ConversationId>,
}

impl Spoken<'_> {
    fn inbound(&self, ctx: &Ctx, sender: Sender, text: &str) -> Inbound {
        Inbound {
            provider_id: self.key.clone(),
            sender,
            at: ctx.customers.clock.now(),
            subject: self.subject.map(str::to_owned),
            body: text.into(),
            ..Inbound::default()
        }
    }
}

/// As the door knows them.
fn sender_at(channel: &Channel, person: &Person) -> Result<Sender> {
    let kind = channel.kind.as_str();
    let (kind, value) = match (kind, &person.card) {
        ("email", _) => (Kind::EMAIL, person.email.clone()),
        ("store", Some(card)) => (Kind::LOYALTY_CARD, card.clone()),
        _ => (Kind::PHONE, person.phone.clone()),
    };
    let address = format!("{kind}:{value}");
    let proven = vec![Identity::new(kind, value)];
    let name = Some(person.name());
    Ok(Sender { proven, name, address: Some(address), ..Sender::default() })
}

/// A number shows who it may be, and proves nothing.
fn caller(person: &Person) -> Result<Sender> {
    Ok(Sender {
        device: Some(format!("caller:{}", person.phone)),
        claimed: vec![Identity::new(Kind::PHONE, person.phone.clone())],
        name: Some(person.first.into()),
        address: Some(format!("phone:{}", person.phone)),
        ..Sender::default()
    })
}

/// A colleague with an account, whose password nobody knows.
async fn agent(ctx: &customers::Ctx, name: &str) -> Result<Staff> {
    let address = format!("{}@vatra-ziarno.example", name.to_lowercase());
    let new = NewAccount::checked(name, &address, Role::Agent)?;
    let (_, link) = accounts::invite(ctx, &Permit::console(), new).await?;
    let password = kit::secrets::Secrets::random_hex()?;
    let visit = Visit {
        ip: std::net::Ipv4Addr::LOCALHOST.into(),
        user_agent: String::new(),
        request_id: "demo".into(),
    };
    let entry = accounts::set_password_by_link(ctx, &link, password, &visit).await?;
    let known = accounts::recognise(ctx, &entry.token, "demo").await?;
    known.map(|(staff, _)| staff).ok_or_else(|| Error::internal("the demo's agent is not let in"))
}
