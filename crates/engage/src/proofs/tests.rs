//! Somebody proves that an address is theirs.

use customers::channels::ChannelKind;
use customers::identities::{CustomerId, store as identities};
use customers::testing::identity_of;
use kit::i18n::Lang;
use kit::secrets::Sealed;
use kit::time::{days, minutes};
use kit::{Time, Tx};

use super::rules::{TRIES_MAX, Verdict, judge};
use super::{Proof, ProofId, answer, ask, standing_maybe, store};
use crate::connectors::Provider;
use crate::testing::{Talk, browser, door, on_each_engine, proven};

const NUMBER: &str = "phone:+48601234567";

fn proof() -> Proof {
    Proof {
        id: ProofId([1; 16]),
        leaf: CustomerId([1; 16]),
        channel_id: customers::channels::ChannelId([1; 16]),
        sent_by: customers::channels::ChannelId([2; 16]),
        identity: identity_of(NUMBER),
        lang: Lang::En,
        tries: 0,
        made_at: Time(0),
        expires_at: Time(minutes(10)),
        proven_at: None,
    }
}

#[test]
fn five_tries_in_ten_minutes() {
    let check = |tries: i64, at: i64, is_right: bool, expected: Verdict| {
        let proof = Proof { tries, ..proof() };
        assert_eq!(judge(&proof, is_right, Time(at)), expected, "{tries} {at} {is_right}");
    };
    check(0, 0, true, Verdict::Proven);
    check(0, 0, false, Verdict::Wrong { left: 4 });
    check(4, 0, false, Verdict::Wrong { left: 0 });
    check(4, 0, true, Verdict::Proven);
    check(5, 0, true, Verdict::Spent);
    check(0, minutes(10) - 1, true, Verdict::Proven);
    check(0, minutes(10), true, Verdict::Expired);
    let done = Proof { proven_at: Some(Time(1)), ..proof() };
    assert_eq!(judge(&done, true, Time(2)), Verdict::Again);
    assert_eq!(judge(&done, false, Time(2)), Verdict::Expired);
}

async fn open(talk: &Talk) {
    door(&talk.ctx, ChannelKind::Sms, "Texts", Some(Provider::Store)).await;
}

async fn leaf_of(talk: &Talk, identity: &str) -> CustomerId {
    let identity = identity_of(identity);
    let read = |tx: &Tx| identities::leaf_maybe(tx, &identity);
    talk.ctx.customers.db.read(read).await.unwrap().unwrap()
}

/// The code, as whoever reads the telephone sees it: until it was sent it lies sealed.
async fn code_of(talk: &Talk, id: ProofId) -> String {
    let read = |tx: &Tx| store::unsent_maybe(tx, id);
    let (_, sealed) = talk.ctx.customers.db.read(read).await.unwrap().unwrap();
    String::from_utf8(talk.ctx.secrets.open(&Sealed(sealed), &id.0).unwrap()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_that_is_proven_joins_by_the_ordinary_rules() {
    on_each_engine(async |talk| {
        open(talk).await;
        // The shop knows Anna's number; a visitor says that it is theirs.
        let before = talk.says(&talk.store, &proven(NUMBER), "s1", "I ordered a lamp").await;
        let now = talk.says(&talk.chat, &browser("laptop"), "c1", "Where is it?").await;
        assert_ne!(before.conversation_id, now.conversation_id);
        let leaf = leaf_of(talk, "device:laptop").await;
        let asked =
            ask(&talk.ctx, leaf, talk.chat.id, &identity_of(NUMBER), Lang::En).await.unwrap();
        let code = code_of(talk, asked.id).await;
        talk.work().await;
        assert!(
            talk.ctx
                .customers
                .db
                .read(|tx| store::unsent_maybe(tx, asked.id))
                .await
                .unwrap()
                .is_none(),
            "what was sent is kept as a hash only"
        );
        let at = talk.shop.ctx.clock.now();
        let stands = async || {
            talk.ctx.customers.db.read(|tx| standing_maybe(tx, asked.id, at)).await.unwrap()
        };
        assert_eq!(stands().await, None);
        answer(&talk.ctx, asked.id, leaf, &code).await.unwrap();
        answer(&talk.ctx, asked.id, leaf, &code).await.unwrap();
        assert_eq!(stands().await, Some(identity_of(NUMBER)));
        talk.work().await;
        assert_eq!(talk.who("device:laptop").await, talk.who(NUMBER).await);
        assert_eq!(
            talk.root(now.conversation_id).await,
            before.conversation_id,
            "the talks are one"
        );
        let told = talk.shop.told(talk.who(NUMBER).await).await;
        assert!(told.contains(&"Identity Proven".to_string()), "{told:?}");
        let later = at.plus(days(1));
        let over =
            talk.ctx.customers.db.read(|tx| standing_maybe(tx, asked.id, later)).await.unwrap();
        assert_eq!(over, None, "tomorrow it is asked again");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_proves_nothing() {
    on_each_engine(async |talk| {
        open(talk).await;
        talk.says(&talk.chat, &browser("laptop"), "c1", "Hello").await;
        let leaf = leaf_of(talk, "device:laptop").await;
        let asked =
            ask(&talk.ctx, leaf, talk.chat.id, &identity_of(NUMBER), Lang::Ru).await.unwrap();
        let code = code_of(talk, asked.id).await;
        talk.work().await;
        let wrong = if code == "000000" { "111111" } else { "000000" };
        for n in 1..=TRIES_MAX {
            let refused = answer(&talk.ctx, asked.id, leaf, wrong).await.unwrap_err();
            let expected = if n < TRIES_MAX { "wrong_proof" } else { "proof_spent" };
            assert_eq!(refused.code, expected, "try {n}");
        }
        let refused = answer(&talk.ctx, asked.id, leaf, &code).await.unwrap_err();
        assert_eq!(refused.code, "proof_spent", "also the right one, now");
        assert_eq!(talk.shop.who(NUMBER).await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_newest_code_counts_and_only_for_who_asked() {
    on_each_engine(async |talk| {
        open(talk).await;
        talk.says(&talk.chat, &browser("laptop"), "c1", "Hello").await;
        talk.says(&talk.chat, &browser("other"), "c2", "Hello").await;
        let (leaf, other) =
            (leaf_of(talk, "device:laptop").await, leaf_of(talk, "device:other").await);
        let number = identity_of(NUMBER);
        let first = ask(&talk.ctx, leaf, talk.chat.id, &number, Lang::En).await.unwrap();
        let first_code = code_of(talk, first.id).await;
        talk.shop.ctx.clock.advance(minutes(1));
        let second = ask(&talk.ctx, leaf, talk.chat.id, &number, Lang::En).await.unwrap();
        let code = code_of(talk, second.id).await;
        talk.work().await;
        let refused = answer(&talk.ctx, first.id, leaf, &first_code).await.unwrap_err();
        assert_eq!(refused.code, "proof_expired");
        let stranger = answer(&talk.ctx, second.id, other, &code).await.unwrap_err();
        assert!(stranger.is_not_found());
        answer(&talk.ctx, second.id, leaf, &code).await.unwrap();
        let account = identity_of("user_id:anna");
        let refused = ask(&talk.ctx, leaf, talk.chat.id, &account, Lang::En).await.unwrap_err();
        assert_eq!(refused.code, "bad_address");
        talk.work().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_erased_leaves_no_question_behind() {
    on_each_engine(async |talk| {
        open(talk).await;
        talk.says(&talk.store, &proven("phone:+48601234568"), "s1", "Hello").await;
        let leaf = leaf_of(talk, "phone:+48601234568").await;
        let number = identity_of(NUMBER);
        let asked = ask(&talk.ctx, leaf, talk.store.id, &number, Lang::En).await.unwrap();
        let named = customers::context::Named::parse("phone:+48601234568", None).unwrap();
        let permit = customers::accounts::Permit::console();
        customers::privacy::erase(&talk.ctx.customers, &permit, &named).await.unwrap();
        talk.work().await;
        let left = talk.ctx.customers.db.read(|tx| store::find_maybe(tx, asked.id)).await.unwrap();
        assert!(left.is_none());
    })
    .await;
}
