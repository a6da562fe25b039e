//! An address to which letters do not get, and gets them again.

use kit::time::{days, hours};
use kit::{Time, Tx};
use serde_json::json;

use super::{Bounced, Complaint, Trouble, clear, note, standing};
use crate::context::{self, Named};
use crate::identities::{CustomerId, Identity, Kind};
use crate::testing::{Shop, identity_of, on_each_engine};

async fn anna(shop: &Shop) -> (CustomerId, Identity) {
    let traits = json!({ "email": "anna@example.com", "email_verified": true });
    let call = json!({"type": "identify", "userId": "u-anna", "messageId": "a1", "traits": traits});
    shop.server(&[call]).await;
    let anna = shop.who("user_id:u-anna").await.expect("is known");
    (anna, identity_of("email:anna@example.com"))
}

async fn complains(
    shop: &Shop,
    who: &(CustomerId, Identity),
    letter: &str,
    is_final: bool,
) -> bool {
    let reason = if is_final { "5.1.1: no such user" } else { "4.2.1: later" };
    let (leaf, to, at) = (who.0, &who.1, shop.ctx.clock.now());
    let complaint = Complaint { to, leaf, sent_id: letter, is_final, reason, at };
    shop.ctx.db.write(|tx| note(tx, &complaint)).await.expect("is noted")
}

async fn clears(shop: &Shop, who: &(CustomerId, Identity)) {
    let now = shop.ctx.clock.now();
    shop.ctx.db.write(|tx| clear(tx, &who.1, now)).await.expect("is cleared");
}

async fn stands(shop: &Shop) -> Vec<(Trouble, usize, Time)> {
    let read = |tx: &Tx| standing(tx, &Kind::EMAIL, &["anna@example.com", "nobody@example.com"]);
    let all: Vec<Bounced> = shop.ctx.db.read(read).await.expect("reads");
    all.into_iter().map(|one| (one.state, one.letters, one.at)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_counts_once_and_what_arrives_clears_it() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        assert_eq!(stands(&shop).await, []);
        let first = shop.ctx.clock.now();
        assert!(complains(&shop, &anna, "msg_1", true).await);
        shop.ctx.clock.advance(hours(1));
        assert!(!complains(&shop, &anna, "msg_1", true).await, "the same letter");
        assert!(!complains(&shop, &anna, "msg_1", false).await, "it says less");
        assert_eq!(stands(&shop).await, [(Trouble::Undeliverable, 1, first)]);

        clears(&shop, &anna).await;
        assert_eq!(stands(&shop).await, []);
        assert!(!complains(&shop, &anna, "msg_1", true).await, "brought again after all is well");
        assert_eq!(stands(&shop).await, []);
        assert!(complains(&shop, &anna, "msg_2", true).await, "another letter");
        assert_eq!(stands(&shop).await.len(), 1);
        // What was cleared long ago is forgotten in the end.
        clears(&shop, &anna).await;
        shop.ctx.clock.advance(days(91));
        clears(&shop, &anna).await;
        assert!(complains(&shop, &anna, "msg_1", true).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_was_late_may_still_come_back() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        for letter in ["msg_1", "msg_2", "msg_1"] {
            complains(&shop, &anna, letter, false).await;
        }
        assert_eq!(stands(&shop).await, [], "two that are late are nothing");
        complains(&shop, &anna, "msg_3", false).await;
        let now = shop.ctx.clock.now();
        assert_eq!(stands(&shop).await, [(Trouble::Delayed, 3, now)]);
        clears(&shop, &anna).await;
        assert!(complains(&shop, &anna, "msg_2", true).await, "given up at last");
        assert_eq!(stands(&shop).await, [(Trouble::Undeliverable, 1, now)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_shown_wherever_the_address_is_and_goes_with_its_owner() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        complains(&shop, &anna, "msg_1", true).await;
        let told = async |named: &str| {
            let named = Named::parse(named, None).expect("a name");
            let context = context::of(&shop.ctx, &named).await.expect("is known");
            serde_json::to_value(&context).expect("JSON")["bounces"].clone()
        };
        let now = shop.ctx.clock.now();
        assert_eq!(
            told("user_id:u-anna").await,
            json!([{
                "kind": "email", "value": "anna@example.com", "state": "undeliverable",
                "reason": "5.1.1: no such user", "at": now, "letters": 1
            }])
        );
        // Somebody else says that it is theirs: it does not reach them either.
        let claims = json!([{ "type": "email", "id": "anna@example.com" }]);
        let call = json!({"type": "track", "anonymousId": "tablet", "event": "Asked", "messageId": "t1",
            "context": { "externalIds": claims }});
        shop.web(&[call]).await;
        assert_eq!(told("device:tablet").await[0]["state"], "undeliverable");

        let named = Named::Id(anna.0);
        let permit = crate::accounts::Permit::console();
        let erasure = crate::privacy::erase(&shop.ctx, &permit, &named).await.expect("is erased");
        assert_eq!(erasure.receipt.went.get("bounces"), Some(&1));
        assert_eq!(stands(&shop).await, []);
        assert_eq!(told("device:tablet").await, json!(null));
    })
    .await;
}
