//! Ola and Jan at their desks: what each of them is told.

use std::time::Duration;

use customers::accounts::{AccountId, Permit, may};
use expect_test::expect;
use kit::time::seconds;

use super::Live;
use crate::conversations;
use crate::testing::{Talk, browser, on_each_engine};

const OLA: AccountId = AccountId([7; 16]);
const JAN: AccountId = AccountId([8; 16]);

struct Desk(Live);

impl Desk {
    fn open(talk: &Talk, me: AccountId) -> Desk {
        let see: Permit<may::SeeConversations> = Permit::console();
        let mut live = Live::open(talk.ctx.clone(), &see);
        live.me = Some(me);
        Desk(live)
    }

    /// What comes within a while.
    async fn told(&mut self) -> Vec<String> {
        let mut told = Vec::new();
        let wait = Duration::from_millis(1_800);
        while let Ok(notice) = tokio::time::timeout(wait, self.0.next()).await {
            let notice = notice.unwrap();
            if self.0.is_for_me(&notice).await.unwrap() {
                told.push(format!("{}: {}", notice.why.as_str(), notice.text));
            }
        }
        told
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_is_told_of_their_own_and_of_what_is_nobodys_once() {
    on_each_engine(async |talk| {
        let anna = browser("anna");
        let id = talk.says(&talk.chat, &anna, "1", "Hello").await.conversation_id;
        let (mut ola, mut jan) = (Desk::open(talk, OLA), Desk::open(talk, JAN));
        assert_eq!(ola.told().await, [""; 0], "what was there before is no news");
        talk.shop.ctx.clock.advance(seconds(1));
        talk.says(&talk.chat, &anna, "2", "Anybody there?").await;
        expect![[r#"
            [
                "nobodys: Anybody there?",
            ]
        "#]]
        .assert_debug_eq(&ola.told().await);
        let staff = talk.staff();
        conversations::assign(&talk.ctx, &staff, id, Some(OLA), None).await.unwrap();
        assert_eq!(jan.told().await, ["nobodys: Anybody there?"]);
        assert_eq!(ola.told().await, [""; 0], "she knows of it");
        talk.shop.ctx.clock.advance(seconds(1));
        talk.says(&talk.chat, &anna, "3", "It is urgent").await;
        assert_eq!(ola.told().await, ["mine: It is urgent"]);
        assert_eq!(jan.told().await, [""; 0]);
        // What the shop says is no news to the shop.
        talk.shop.ctx.clock.advance(seconds(1));
        talk.answers(id, "We are here").await.unwrap();
        assert_eq!(ola.told().await, [""; 0]);
        talk.work().await;
    })
    .await;
}
