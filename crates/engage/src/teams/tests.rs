//! Teams as stories.

use customers::accounts::{AccountId, Permit, may};
use kit::Tx;

use super::{Agent, store};
use crate::conversations;
use crate::inbox::{self, Asked, Order, View};
use crate::teams;
use crate::testing::{Talk, browser, on_each_engine};

const EWA: AccountId = AccountId([1; 16]);
const OLEK: AccountId = AccountId([2; 16]);

fn boss() -> Permit<may::ManageTeam> {
    Permit::console()
}

async fn of_team(talk: &Talk, team: teams::TeamId, view: View) -> Vec<String> {
    let see: Permit<may::SeeConversations> = Permit::console();
    let asked = Asked {
        view,
        me: Some(EWA),
        channel: None,
        team: Some(team),
        order: Order::Newest,
        after: None,
    };
    let mut all = Vec::new();
    for order in Order::ALL {
        let asked = Asked { order: *order, ..asked.clone() };
        let page = talk.ctx.customers.db.read(|tx| inbox::page(tx, &see, &asked, 10)).await;
        let mut texts: Vec<String> =
            page.unwrap().conversations.into_iter().map(|one| one.last_text).collect();
        texts.sort();
        all.push(texts);
    }
    // Whatever the order, they are the same.
    all.dedup();
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_by_a_door_belongs_to_its_team() {
    on_each_engine(async |talk| {
        let support = teams::create(&talk.ctx, &boss(), " Support ").await.unwrap();
        let returns = teams::create(&talk.ctx, &boss(), "Returns").await.unwrap();
        let taken = teams::create(&talk.ctx, &boss(), "SUPPORT").await.unwrap_err();
        assert_eq!(taken.code, "team_name_taken");
        teams::set_doors(&talk.ctx, &boss(), support, &[talk.chat.id]).await.unwrap();
        let anna = talk.says(&talk.chat, &browser("anna"), "1", "Anna").await.conversation_id;
        let olek = talk.says(&talk.store, &browser("olek"), "2", "Olek").await.conversation_id;
        assert_eq!(of_team(talk, support, View::Open).await, ["Anna"]);
        assert_eq!(of_team(talk, support, View::Mine).await, Vec::<String>::new());
        let staff = talk.staff();
        conversations::assign(&talk.ctx, &staff, olek, Some(EWA), Some(returns)).await.unwrap();
        conversations::assign(&talk.ctx, &staff, anna, Some(EWA), Some(support)).await.unwrap();
        assert_eq!(of_team(talk, returns, View::Mine).await, ["Olek"]);
        assert_eq!(of_team(talk, returns, View::Unassigned).await, Vec::<String>::new());
        // What is over keeps the name of its team; what goes on belongs to none.
        conversations::close(&talk.ctx, &staff, anna).await.unwrap();
        talk.says(&talk.chat, &browser("jan"), "3", "Jan").await;
        teams::remove(&talk.ctx, &boss(), support).await.unwrap();
        assert_eq!(of_team(talk, support, View::Closed).await, ["Anna"]);
        let gone = teams::rename(&talk.ctx, &boss(), support, "Helpers").await.unwrap_err();
        assert_eq!(gone.kind, kit::error::Kind::NotFound);
        teams::create(&talk.ctx, &boss(), "Support").await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn members_are_exactly_those_named_and_keep_what_they_know() {
    on_each_engine(async |talk| {
        let team = teams::create(&talk.ctx, &boss(), "Support").await.unwrap();
        teams::set_members(&talk.ctx, &boss(), team, &[EWA, OLEK]).await.unwrap();
        teams::set_members(&talk.ctx, &boss(), team, &[OLEK]).await.unwrap();
        let skilled =
            Agent { skills: vec!["Returns ".into(), "returns".into()], ..Agent::plain(OLEK) };
        teams::set_agent(&talk.ctx, &boss(), &skilled).await.unwrap();
        let read = |tx: &Tx| {
            Ok((
                store::members(tx, team)?,
                store::agents(tx, &[EWA, OLEK])?,
                store::teams_of(tx, OLEK)?,
            ))
        };
        let (members, agents, teams_of) = talk.ctx.customers.db.read(read).await.unwrap();
        assert_eq!(members, [(OLEK, 0)]);
        assert_eq!(agents[0], Agent::plain(EWA));
        assert_eq!(agents[1].skills, ["returns"]);
        assert_eq!(teams_of, [team]);
        let nobody = teams::set_on(&talk.ctx, &talk.staff(), false).await.unwrap_err();
        assert_eq!(nobody.code, "no_account");
    })
    .await;
}
