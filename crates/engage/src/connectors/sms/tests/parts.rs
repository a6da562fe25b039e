//! Long SMS: parts that come in any order, and receipts that are quicker than answers.

use kit::Tx;
use kit::time::hours;
use serde_json::json;

use super::super::smpp::deliver;
use super::super::smpp::pdu::{Address, Deliver, tag};
use super::super::{smpp, store};
use super::{ANNA, conversation, texts, unbound};
use crate::conversations::State;
use crate::testing::on_each_engine;

fn settings() -> smpp::Settings {
    let settings = json!({"host": "127.0.0.1", "port": 1, "system_id": "shop", "from": "7123"});
    serde_json::from_value(settings).unwrap()
}

fn sms(text: &[u8], esm_class: u8, options: &[(u16, &[u8])]) -> Deliver {
    Deliver {
        from: Address::of(ANNA),
        to: Address::of("7123"),
        esm_class,
        data_coding: 8,
        text: text.to_vec(),
        options: options.iter().map(|(tag, value)| (*tag, value.to_vec())).collect(),
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_become_one_message_even_when_a_character_is_cut() {
    on_each_engine(async |talk| {
        let channel = unbound(talk).await;
        let bytes = utf16("Lampa 🎉!");
        // In the middle of the surrogate pair.
        let (first, second) = bytes.split_at(14);
        let part =
            |number: u8, text: &[u8]| sms(&[&[5, 0, 3, 9, 2, number], text].concat(), 0x40, &[]);
        for deliver in [part(2, second), part(2, second), part(1, first)] {
            deliver::take(&talk.ctx, &channel, &settings(), &deliver).await.unwrap();
        }
        let option = |part: &'static [u8], text: &str| {
            let options: &[(u16, &[u8])] = &[
                (tag::SAR_MSG_REF_NUM, &[1, 2]),
                (tag::SAR_TOTAL_SEGMENTS, &[2]),
                (tag::SAR_SEGMENT_SEQNUM, part),
            ];
            sms(&utf16(text), 0, options)
        };
        for deliver in [option(&[2], "two"), option(&[1], "One, ")] {
            deliver::take(&talk.ctx, &channel, &settings(), &deliver).await.unwrap();
        }
        // Its second part never comes.
        let lonely = sms(&[&[6, 8, 4, 0, 7, 2, 1], &utf16("Half")[..]].concat(), 0x40, &[]);
        deliver::take(&talk.ctx, &channel, &settings(), &lonely).await.unwrap();
        talk.ctx.customers.clock.advance(hours(23));
        deliver::clean_up(&talk.ctx, &channel, &settings()).await.unwrap();
        assert_eq!(talk.messages(conversation(talk).await).await.len(), 2);
        talk.ctx.customers.clock.advance(hours(1));
        for _ in 0..2 {
            deliver::clean_up(&talk.ctx, &channel, &settings()).await.unwrap();
        }
        let bodies: Vec<_> =
            talk.messages(conversation(talk).await).await.into_iter().map(|m| m.body).collect();
        assert_eq!(bodies, ["Lampa 🎉!", "One, two", "Half […]"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_arrived_when_all_its_parts_have_in_whatever_order_that_becomes_known() {
    on_each_engine(async |talk| {
        let channel = unbound(talk).await;
        texts(talk, &channel, "1", "Hello?").await;
        let message = talk.answers(conversation(talk).await, "Hello!").await.unwrap();
        let now = talk.ctx.customers.clock.now();
        let state = async || talk.messages(conversation(talk).await).await.pop().unwrap().state;
        let receipt = async |id: &str, word: &str| {
            let mut deliver = sms(format!("id:{id} stat:{word}").as_bytes(), 4, &[]);
            deliver.data_coding = 0;
            deliver::take(&talk.ctx, &channel, &settings(), &deliver).await.unwrap();
        };
        let named = async |name: &str, part: i64| {
            let note = |tx: &Tx| {
                store::insert_part(tx, channel.id, name, message, (part, 2), now)?;
                deliver::settle(tx, channel.id, message, now)
            };
            talk.ctx.customers.db.write(note).await.unwrap();
        };
        // The first receipt is quicker than the answer that names its part.
        receipt("a", "DELIVRD").await;
        named("a", 1).await;
        named("b", 2).await;
        receipt("of another system", "UNDELIV").await;
        assert_eq!(state().await, State::Queued);
        receipt("b", "ENROUTE").await;
        assert_eq!(state().await, State::Queued);
        receipt("b", "DELIVRD").await;
        receipt("b", "ENROUTE").await;
        assert_eq!(state().await, State::Delivered);
        // It is known to have arrived: the job that still waits sends nothing.
        talk.work().await;
        assert!(talk.drop_dead(&channel).await.is_empty());
    })
    .await;
}
