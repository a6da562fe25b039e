//! Stories at the counter.

use customers::accounts::{Permit, may};
use customers::context::Named;
use customers::identities::{CustomerId, Identity};
use customers::testing::identity_of;
use expect_test::expect;
use kit::time::minutes;
use kit::{Result, Tx};
use serde_json::json;

use super::lookup::meant;
use super::{
    How, LookUp, NewCustomer, Noted, Spoke, Visited, attach, create, look_up, note, talk_of, visit,
};
use crate::handover::{self, Asked, MadeBy};
use crate::testing::{Talk, browser, on_each_engine, proven};

#[test]
fn what_a_scanner_reads_and_a_person_types() {
    let check = |text: &str| {
        let all = meant(text, Some("PL"));
        all.iter().map(|(_, identity)| identity.to_string()).collect::<Vec<_>>().join(", ")
    };
    let told = [
        "2900000001234",
        "601 234 567",
        "601234567",
        "+48601234567",
        "Anna@Example.com",
        "K-4711",
        "Anna Nowak",
    ]
    .map(|text| format!("{text}: {}", check(text)));
    expect![[r#"
        2900000001234: loyalty_card:2900000001234, user_id:2900000001234
        601 234 567: phone:+48601234567
        601234567: phone:+48601234567, loyalty_card:601234567
        +48601234567: phone:+48601234567
        Anna@Example.com: email:anna@example.com
        K-4711: loyalty_card:K4711, user_id:K-4711
        Anna Nowak: "#]]
    .assert_eq(&told.join("\n"));
}

async fn found(talk: &Talk, text: &str) -> String {
    let now = talk.ctx.customers.clock.now();
    let permit: Permit<may::SeeCustomers> = Permit::console();
    let look = |tx: &Tx| look_up(&talk.ctx, tx, &permit, text, now);
    match talk.ctx.customers.db.scan(look).await.unwrap() {
        LookUp::One { how, conversation, .. } => {
            format!("one by {}, talk {}", how.as_str(), conversation.is_some())
        }
        LookUp::Some(lines) => format!("{} of them", lines.len()),
        LookUp::Nobody(identity) => {
            format!("nobody has {}", identity.map_or("it".into(), |one| one.to_string()))
        }
    }
}

async fn card_of(talk: &Talk, account: &str, card: &str) -> CustomerId {
    talk.shop
        .server(&[json!({"type": "identify", "userId": account,
            "traits": {"name": "Anna Nowak", "loyalty_card": card, "loyalty_card_verified": true}})])
        .await;
    talk.who(&format!("user_id:{account}")).await
}

async fn says(
    talk: &Talk,
    customer: CustomerId,
    spoke: Spoke,
    body: &str,
    key: &str,
) -> Result<()> {
    let now = talk.ctx.customers.clock.now();
    let read = |tx: &Tx| Ok(talk_of(tx, customer, now)?.map(|one| one.id));
    let conversation = talk.ctx.customers.db.read(read).await?;
    let noted = Noted { customer, conversation, spoke, body: body.into(), key: key.into() };
    note(&talk.ctx, &talk.staff(), &talk.store, &noted).await.map(drop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_is_scanned_and_the_talk_goes_on_in_person() {
    on_each_engine(async |talk| {
        let anna = card_of(talk, "anna", "2900000001234").await;
        talk.shop
            .web(&[json!({"type": "identify", "userId": "anna", "anonymousId": "laptop"})])
            .await;
        let asked = talk.says(&talk.chat, &browser("laptop"), "c1", "Is the lamp in stock?").await;
        talk.shop.ctx.clock.advance(minutes(30));
        assert_eq!(found(talk, "2900000001234").await, "one by card, talk false");
        assert_eq!(found(talk, "2900000009999").await, "nobody has loyalty_card:2900000009999");
        assert_eq!(found(talk, "Nowak").await, "1 of them");
        for _ in 0..2 {
            let visited = Visited { customer: anna, how: How::Card };
            visit(&talk.ctx, &talk.staff(), &talk.store, visited, "scan-1").await.unwrap();
        }
        for _ in 0..2 {
            says(talk, anna, Spoke::Customer, "I came for the lamp.", "k1").await.unwrap();
            says(talk, anna, Spoke::Shop, "Here it is.", "k2").await.unwrap();
        }
        talk.work().await;
        expect![[r#"
            [
                "customer by Chat: Is the lamp in stock? (received)",
                "customer by Kraków: I came for the lamp. (received)",
                "agent by Kraków: Here it is. (sent)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(asked.conversation_id).await);
        let heard = &talk.messages(asked.conversation_id).await[1];
        assert_eq!(heard.details, r#"{"noted_by":"console","account":null}"#);
        let told = talk.shop.told(anna).await;
        assert_eq!(told.iter().filter(|name| *name == "Store Visited").count(), 1, "{told:?}");
        let empty = says(talk, anna, Spoke::Customer, "  ", "k3").await.unwrap_err();
        assert_eq!(empty.code, "empty_message");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_leads_to_a_visitor_who_then_shows_a_card() {
    on_each_engine(async |talk| {
        let anna = card_of(talk, "anna", "2900000001234").await;
        let asked =
            talk.says(&talk.chat, &browser("tablet"), "c1", "Can I see it in Kraków?").await;
        let visitor = talk.who("device:tablet").await;
        assert_ne!(visitor, anna);
        let now = talk.ctx.customers.clock.now();
        let wanted = Asked {
            conversation: asked.conversation_id,
            channel: talk.chat.id,
            by: MadeBy::Customer,
            lang: kit::i18n::Lang::En,
            page: None,
            address: None,
        };
        let made = talk
            .ctx
            .customers
            .db
            .write(|tx| handover::make_in(&talk.ctx, tx, &wanted, now))
            .await
            .unwrap();
        assert_eq!(found(talk, &made.code.to_string()).await, "one by code, talk true");
        let card = identity_of("loyalty_card:2900000001234");
        let permit = Permit::console();
        let one = attach(&talk.ctx, &permit, &talk.store, visitor, &card).await.unwrap();
        talk.work().await;
        assert_eq!(one, talk.who("user_id:anna").await);
        assert_eq!(talk.who("device:tablet").await, one, "the visitor was Anna");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn anothers_card_joins_nobody_and_a_spoken_number_proves_nothing() {
    on_each_engine(async |talk| {
        card_of(talk, "anna", "2900000001234").await;
        let olek = card_of(talk, "olek", "2900000005678").await;
        let permit = Permit::console();
        let card = identity_of("loyalty_card:2900000001234");
        let refused = attach(&talk.ctx, &permit, &talk.store, olek, &card).await.unwrap_err();
        assert_eq!(refused.code, "held_by_another");
        assert_ne!(talk.who("user_id:anna").await, talk.who("user_id:olek").await);
        talk.says(&talk.store, &proven("phone:+48601234567"), "1", "It is my number").await;
        let number = identity_of("phone:+48601234567");
        attach(&talk.ctx, &permit, &talk.store, olek, &number).await.unwrap();
        assert_ne!(talk.who("phone:+48601234567").await, talk.who("user_id:olek").await);
        talk.work().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_new_is_met() {
    on_each_engine(async |talk| {
        let permit = Permit::console();
        let new = NewCustomer {
            name: "Ewa Lis".into(),
            card: Some(identity_of("loyalty_card:2900000007777")),
            claimed: vec![identity_of("phone:+48601234567")],
        };
        let ewa = create(&talk.ctx, &permit, &talk.store, &new).await.unwrap();
        assert_eq!(talk.who("loyalty_card:2900000007777").await, ewa);
        let named = Named::Id(ewa);
        let context = customers::context::of(&talk.ctx.customers, &named).await.unwrap();
        assert_eq!(context.customer.name.as_deref(), Some("Ewa Lis"));
        let proven = |kind: &str| {
            context.identities.iter().any(|held| held.kind.as_str() == kind && held.verified)
        };
        assert!(proven("loyalty_card") && !proven("phone"));
        // Without a card, and without anything but a name.
        let nameless: Vec<Identity> = Vec::new();
        let olga = NewCustomer { name: "Olga".into(), card: None, claimed: nameless };
        let olga = create(&talk.ctx, &permit, &talk.store, &olga).await.unwrap();
        assert_ne!(olga, ewa);
        says(talk, olga, Spoke::Customer, "Do you repair lamps?", "k1").await.unwrap();
        let nobody = create(&talk.ctx, &permit, &talk.store, &NewCustomer::default()).await;
        assert_eq!(nobody.unwrap_err().code, "nothing_known");
        talk.work().await;
    })
    .await;
}
