//! Instagram's access tokens end after 60 days: renewed long before, and told of when that fails.

use customers::accounts::Permit;
use customers::channels::ChannelKind;
use engage::connectors::{self, link, setup, tokens};
use engage::conversations::State;
use engage::testing::{Talk, on_each_engine};
use expect_test::expect;
use kit::Tx;
use kit::time::{days, hours, minutes};
use serde_json::json;

use super::play::{ACCOUNT, Play, SECRET};
use crate::simulate::messenger::INSTAGRAM;

async fn open(talk: &Talk) -> Play<'_> {
    let settings = json!({ "account_id": ACCOUNT, "human_agent": "no", "login": "instagram" });
    let secrets = json!({ "access_token": "EAAJ", "app_secret": SECRET, "verify_token": "kubek" });
    let door = (ChannelKind::Instagram, connectors::Provider::Instagram, "messenger");
    Play::open(talk, INSTAGRAM, door, settings, secrets).await
}

/// The token that the door has, when it ends, and what people must see to.
async fn stands(play: &Play<'_>) -> String {
    let (talk, door) = (play.talk, play.door.id);
    let now = talk.ctx.customers.clock.now();
    let read = |tx: &Tx| {
        let link = link::find_maybe(tx, &talk.ctx.secrets, door)?.unwrap();
        let standing = tokens::find_maybe(tx, door)?;
        Ok((link.secret("access_token")?.to_string(), standing, tokens::worrying(tx, now)?))
    };
    let (token, standing, worries) = talk.ctx.customers.db.read(read).await.unwrap();
    let ends_at = standing.and_then(|standing| standing.ends_at);
    let days_left = ends_at.map(|at| at.since(now) / days(1));
    format!("{} {days_left:?} {worries:?}", if token == "EAAJ" { "first" } else { "another" })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_renewed_at_half_of_its_life_and_the_door_goes_on() {
    on_each_engine(async |talk| {
        let play = open(talk).await;
        let renew = async || tokens::renew(&talk.ctx, play.door.id).await.unwrap();
        // It was just made: Meta does not renew it yet, and nobody needs to know.
        renew().await;
        expect!["first None []"].assert_eq(&stands(&play).await);
        talk.ctx.customers.clock.advance(hours(25));
        renew().await;
        expect!["another Some(60) []"].assert_eq(&stands(&play).await);
        for _ in 0..10 {
            talk.ctx.customers.clock.advance(days(29));
            renew().await;
            talk.ctx.customers.clock.advance(days(2));
            renew().await;
        }
        expect!["another Some(60) []"].assert_eq(&stands(&play).await);
        let anna = "instagram_id:7000000001";
        play.phone("say", &[("text", "Hej")]).await;
        play.until_said(anna, 1).await;
        let conversation = talk.conversation_of(anna).await;
        talk.answers(conversation, "Dzień dobry!").await.unwrap();
        play.until_state(anna, State::Sent).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_over_cannot_be_renewed_and_staff_are_told() {
    on_each_engine(async |talk| {
        let play = open(talk).await;
        // Nobody ran this server for two months.
        talk.ctx.customers.clock.advance(days(61));
        tokens::renew(&talk.ctx, play.door.id).await.unwrap();
        expect![[r#"first None [("Instagram", Refused { error: "The access token is no longer valid (#190: Error validating access token: Session has expired)", ends_at: None })]"#]]
            .assert_eq(&stands(&play).await);
        let refused = setup::test(&talk.ctx, &Permit::console(), play.door.id).await.unwrap_err();
        assert_eq!(refused.code, "meta_token");
        // Asked again once a day, and not each minute.
        talk.ctx.customers.clock.advance(minutes(1));
        tokens::renew(&talk.ctx, play.door.id).await.unwrap();
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_a_token_of_facebook_keeps_it() {
    on_each_engine(async |talk| {
        let settings = json!({ "account_id": ACCOUNT, "human_agent": "no", "login": "facebook" });
        let secrets =
            json!({ "access_token": "EAAJ", "app_secret": SECRET, "verify_token": "kubek" });
        let door = (ChannelKind::Instagram, connectors::Provider::Instagram, "messenger");
        let play = Play::open(talk, INSTAGRAM, door, settings, secrets).await;
        talk.ctx.customers.clock.advance(days(3));
        tokens::renew(&talk.ctx, play.door.id).await.unwrap();
        expect!["first None []"].assert_eq(&stands(&play).await);
    })
    .await;
}
