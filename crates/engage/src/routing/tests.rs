//! Rules as tables, then as stories: two conversations at the same moment are two turns.

use customers::accounts::{self, AccountId, NewAccount, Permit, Role, may};
use expect_test::{Expect, expect};
use kit::Tx;
use kit::i18n::Lang;
use kit::time::{days, hours};

use super::rules::{Candidate, Seen, Wanted, choose, decide};
use super::{Actions, Close, Conditions, Give, How, Rule, RuleId, What, When};
use crate::conversations::{
    self, ConversationId, Priority, Status, TeamId, Trace, store as conversations_store,
};
use crate::teams::{self, Agent};
use crate::testing::{Talk, browser, on_each_engine};
use crate::{Ctx, routing};

const DOOR: customers::channels::ChannelId = customers::channels::ChannelId([1; 16]);
const POLISH: TeamId = TeamId([2; 16]);
const EWA: AccountId = AccountId([1; 16]);
const OLEK: AccountId = AccountId([2; 16]);
const JAN: AccountId = AccountId([3; 16]);

fn rule(n: u8, name: &str, what: What) -> Rule {
    Rule { id: RuleId([n; 16]), name: name.into(), is_on: true, what }
}

fn begins(conditions: Conditions, actions: Actions) -> What {
    What { when: When::Begins, conditions, actions }
}

fn one_of(how: How) -> Give {
    Give::OneOf { how, skill: None, same_language: false }
}

fn rules() -> Vec<Rule> {
    let polish = Conditions { language: Some(Lang::Pl), ..Conditions::default() };
    let angry = vec!["reklamacja".to_string(), "sue you".to_string()];
    let complaint = Conditions { words: angry, ..Conditions::default() };
    let of_polish = Conditions { team: Some(POLISH), ..Conditions::default() };
    vec![
        rule(1, "Polish", begins(polish, Actions { team: Some(POLISH), ..Actions::default() })),
        rule(
            2,
            "Complaints",
            begins(complaint, Actions { priority: Some(Priority::Urgent), ..Actions::default() }),
        ),
        rule(
            3,
            "Share",
            begins(of_polish, Actions { give: Some(one_of(How::Turns)), ..Actions::default() }),
        ),
        rule(
            4,
            "Else to Jan",
            begins(
                Conditions::default(),
                Actions { give: Some(Give::To(JAN)), ..Actions::default() },
            ),
        ),
    ]
}

fn check(language: Option<Lang>, text: &str, expected: Expect) {
    let seen = Seen { door: DOOR, team: None, language, text: text.into(), status: Status::Open };
    let decision = decide(&rules(), When::Begins, &seen);
    let team = decision.team.map(|(_, rule)| format!("team by {rule}\n"));
    let priority = decision.priority.map(|(to, rule)| format!("{} by {rule}\n", to.as_str()));
    let give = decision.give.iter().map(|(give, rule)| match give {
        Give::To(_) => format!("to somebody by {rule}\n"),
        Give::OneOf { how, .. } => format!("by {} by {rule}\n", how.as_str()),
    });
    let text: String = team.into_iter().chain(priority).chain(give).collect();
    expected.assert_eq(&text);
}

#[test]
fn the_first_rule_that_settles_something_counts_and_later_ones_fill_in() {
    check(
        Some(Lang::Pl),
        "Gdzie jest paczka?",
        expect![[r#"
        team by Polish
        by turns by Share
        to somebody by Else to Jan
    "#]],
    );
    check(
        Some(Lang::Pl),
        "To jest REKLAMACJA!",
        expect![[r#"
        team by Polish
        urgent by Complaints
        by turns by Share
        to somebody by Else to Jan
    "#]],
    );
    check(
        None,
        "I will sue you, I mean it",
        expect![[r#"
        urgent by Complaints
        to somebody by Else to Jan
    "#]],
    );
    // Part of another word is no word.
    check(
        None,
        "An issue, you see",
        expect![[r#"
        to somebody by Else to Jan
    "#]],
    );
}

fn candidate(id: AccountId, turn: i64, load: i64) -> Candidate {
    Candidate { agent: Agent::plain(id), turn, load }
}

#[test]
fn whose_turn_it_is() {
    let anybody = Wanted { how: How::Turns, skill: None, language: None, same_language: false };
    let by_load = Wanted { how: How::Load, ..anybody };
    let three = [candidate(EWA, 4, 1), candidate(OLEK, 2, 9), candidate(JAN, 3, 1)];
    assert_eq!(choose(&three, &anybody), Some(OLEK));
    // Of two with as few, whose turn is longer ago.
    assert_eq!(choose(&three, &by_load), Some(JAN));
    assert_eq!(choose(&[candidate(OLEK, 0, 0), candidate(EWA, 0, 0)], &anybody), Some(EWA));
    let mut away = three.clone();
    away[1].agent.is_on = false;
    assert_eq!(choose(&away, &anybody), Some(JAN));
    let mut skilled = three.clone();
    skilled[0].agent.skills = vec!["returns".into()];
    skilled[0].agent.languages = vec![Lang::Ro];
    assert_eq!(choose(&skilled, &Wanted { skill: Some("Returns"), ..anybody }), Some(EWA));
    let romanian = Wanted { language: Some(Lang::Ro), same_language: true, ..anybody };
    assert_eq!(choose(&skilled, &romanian), Some(EWA));
    // Nobody knows which language it is: nobody surely speaks it.
    assert_eq!(choose(&skilled, &Wanted { language: None, ..romanian }), None);
    assert_eq!(choose(&[], &anybody), None);
}

/// Somebody who may answer.
async fn join(talk: &Talk, name: &str) -> AccountId {
    let ctx = &talk.ctx.customers;
    let new = NewAccount::checked(name, &format!("{name}@kubek.pl"), Role::Agent).unwrap();
    let (account, link) = accounts::invite(ctx, &Permit::console(), new).await.unwrap();
    let visit = accounts::Visit {
        ip: std::net::Ipv4Addr::LOCALHOST.into(),
        user_agent: String::new(),
        request_id: "test".into(),
    };
    let password = "trzy filizanki kawy".to_string();
    accounts::set_password_by_link(ctx, &link, password, &visit).await.unwrap();
    account.id
}

fn boss() -> Permit<may::ManageTeam> {
    Permit::console()
}

/// A team of the chat with these members.
async fn team(talk: &Talk, members: &[AccountId]) -> TeamId {
    let id = teams::create(&talk.ctx, &boss(), "Support").await.unwrap();
    teams::set_members(&talk.ctx, &boss(), id, members).await.unwrap();
    teams::set_doors(&talk.ctx, &boss(), id, &[talk.chat.id]).await.unwrap();
    id
}

async fn assignee(talk: &Talk, id: ConversationId) -> Option<AccountId> {
    let read = |tx: &Tx| Ok(conversations_store::find(tx, id)?.assignee_id);
    talk.ctx.customers.db.read(read).await.unwrap()
}

async fn traces(talk: &Talk, id: ConversationId) -> Vec<Trace> {
    talk.messages(id).await.iter().filter_map(Trace::of).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_servers_never_give_two_the_same_turn() {
    on_each_engine(async |talk| {
        let (ewa, olek) = (join(talk, "ewa").await, join(talk, "olek").await);
        team(talk, &[ewa, olek]).await;
        let share = begins(
            Conditions::default(),
            Actions { give: Some(one_of(How::Turns)), ..Actions::default() },
        );
        routing::create(&talk.ctx, &boss(), "Share", &share).await.unwrap();
        let other = talk.shop.second_process().await;
        let there = Ctx::new(other.ctx.clone(), talk.ctx.secrets.clone());
        let write = async |n: usize| {
            let ctx = if n.is_multiple_of(2) { &talk.ctx } else { &there };
            let inbound = conversations::Inbound {
                provider_id: format!("m{n}"),
                sender: browser(&format!("visitor-{n}")),
                at: ctx.customers.clock.now(),
                body: "Hello".into(),
                ..conversations::Inbound::default()
            };
            conversations::receive(ctx, &talk.chat, &inbound).await.unwrap().conversation_id
        };
        let all = futures_util::future::join_all((0..20).map(write)).await;
        let mut got = std::collections::BTreeMap::new();
        for id in all {
            *got.entry(assignee(talk, id).await.expect("somebody")).or_insert(0) += 1;
        }
        assert_eq!(got.into_values().collect::<Vec<_>>(), [10, 10]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_rule_did_stands_in_the_conversation_and_hands_are_not_taken_from() {
    on_each_engine(async |talk| {
        let (ewa, olek) = (join(talk, "ewa").await, join(talk, "olek").await);
        let support = team(talk, &[ewa, olek]).await;
        let agent = Agent { languages: vec![Lang::Pl], ..Agent::plain(olek) };
        teams::set_agent(&talk.ctx, &boss(), &agent).await.unwrap();
        let give = Give::OneOf { how: How::Load, skill: None, same_language: true };
        let actions =
            Actions { give: Some(give), priority: Some(Priority::High), ..Actions::default() };
        let speakers = begins(Conditions::default(), actions);
        routing::create(&talk.ctx, &boss(), "Polish speakers", &speakers).await.unwrap();
        let gdzie = "Dzień dobry, gdzie jest moja paczka?";
        let id = talk.says(&talk.chat, &browser("anna"), "1", gdzie).await.conversation_id;
        assert_eq!(assignee(talk, id).await, Some(olek));
        let rule = || "Polish speakers".to_string();
        assert_eq!(
            traces(talk, id).await,
            [
                Trace::Priority { priority: Priority::High, rule: rule() },
                Trace::Given { to: olek, rule: rule() },
            ]
        );
        let english = talk.says(&talk.chat, &browser("jim"), "2", "Where is my parcel?").await;
        assert_eq!(assignee(talk, english.conversation_id).await, None);
        let staff = talk.staff();
        conversations::assign(&talk.ctx, &staff, id, Some(ewa), Some(support)).await.unwrap();
        conversations::close(&talk.ctx, &staff, id).await.unwrap();
        talk.says(&talk.chat, &browser("anna"), "3", "Jeszcze jedno pytanie").await;
        assert_eq!(assignee(talk, id).await, Some(ewa));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_closes_and_a_word_opens_again() {
    on_each_engine(async |talk| {
        let close = Actions { close: Some(Close { says_so: true }), ..Actions::default() };
        let what = What {
            when: When::Silent { days: 3 },
            conditions: Conditions { is_their_turn: true, ..Conditions::default() },
            actions: close,
        };
        routing::create(&talk.ctx, &boss(), "Three days", &what).await.unwrap();
        let anna = talk.says(&talk.chat, &browser("anna"), "1", "Where is my parcel?").await;
        let jan = talk.says(&talk.chat, &browser("jan"), "2", "Nobody answers me").await;
        talk.answers(anna.conversation_id, "It comes today").await.unwrap();
        let clock = &talk.shop.ctx.clock;
        clock.advance(days(3) - 1);
        assert_eq!(routing::close_silent(&talk.ctx).await.unwrap(), 0);
        clock.advance(hours(1));
        // Only where it is the customer's turn.
        assert_eq!(routing::close_silent(&talk.ctx).await.unwrap(), 1);
        assert_eq!(routing::close_silent(&talk.ctx).await.unwrap(), 0);
        talk.work().await;
        expect![[r#"
            [
                "customer by Chat: Where is my parcel? (received)",
                "agent by Chat: It comes today (sent)",
                "system by Chat: We have not heard from you for a while, so we are closing this conversation. If there is anything else, simply write to us again. (sent)",
                "system by Chat:  (received)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(anna.conversation_id).await);
        let closed = traces(talk, anna.conversation_id).await;
        assert_eq!(closed, [Trace::Closed { days: 3, rule: "Three days".into() }]);
        let again = talk.says(&talk.chat, &browser("anna"), "3", "It did not come").await;
        assert_eq!(again.conversation_id, anna.conversation_id);
        let open = talk.ctx.customers.db.read(|tx| conversations_store::find(tx, jan.conversation_id)).await;
        assert_eq!(open.unwrap().status, Status::Open);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_keep_their_order_and_nonsense_is_refused() {
    on_each_engine(async |talk| {
        let what = |priority| {
            begins(
                Conditions::default(),
                Actions { priority: Some(priority), ..Actions::default() },
            )
        };
        for (name, priority) in
            [("A", Priority::Low), ("B", Priority::High), ("C", Priority::Urgent)]
        {
            routing::create(&talk.ctx, &boss(), name, &what(priority)).await.unwrap();
        }
        let names = async || {
            let all = talk.ctx.customers.db.read(routing::store::list).await.unwrap();
            (all.iter().map(|rule| rule.name.clone()).collect::<String>(), all)
        };
        let (_, all) = names().await;
        routing::move_up(&talk.ctx, &boss(), all[2].id).await.unwrap();
        assert_eq!(names().await.0, "ACB");
        routing::remove(&talk.ctx, &boss(), all[0].id).await.unwrap();
        routing::set(&talk.ctx, &boss(), &Rule { is_on: false, ..all[2].clone() }).await.unwrap();
        let (order, _) = names().await;
        assert_eq!(order, "CB");
        let id = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        let read = |tx: &Tx| Ok(conversations_store::find(tx, id)?.priority);
        assert_eq!(talk.ctx.customers.db.read(read).await.unwrap(), Priority::High);
        let nothing = begins(Conditions::default(), Actions::default());
        let refused = routing::create(&talk.ctx, &boss(), "D", &nothing).await.unwrap_err();
        assert_eq!(refused.code, "rule_does_nothing");
    })
    .await;
}
