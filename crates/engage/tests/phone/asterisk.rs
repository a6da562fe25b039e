//! A day at the telephone: answered, missed, called back by a click, and the telephone system that dies in the middle.

use std::sync::Arc;
use std::time::Duration;

use customers::accounts::{self, NewAccount, Permit, Role, Staff, Visit, may};
use customers::channels::{Channel, ChannelKind};
use engage::connectors::phone::dial::{Wanted, dial};
use engage::connectors::phone::pop::shown;
use engage::connectors::phone::{Call, call_of, extensions};
use engage::connectors::{Provider, keep_running, link};
use engage::conversations::ConversationId;
use engage::testing::{Talk, door, on_each_engine, proven};
use kit::Tx;
use serde_json::json;
use tokio::sync::watch;

use crate::exchange::{Exchange, until};

const ANNA: &str = "+48601234567";
const JAN: &str = "+48609999888";
const SHOP: &str = "48221234567";
const OLAS: &str = "48221234568";

async fn connected(talk: &Talk, exchange: &Exchange) -> Arc<Channel> {
    let channel = door(&talk.ctx, ChannelKind::Phone, "Centrala", None).await;
    let settings = json!({"host": "127.0.0.1", "port": exchange.ami, "username": "onedoor"});
    let (secrets, now) = (json!({"password": "secret"}), talk.ctx.customers.clock.now());
    let (keys, id) = (&talk.ctx.secrets, channel.id);
    let save = |tx: &Tx| link::save(tx, keys, id, Provider::Asterisk, &settings, &secrets, now);
    talk.ctx.customers.db.write(save).await.unwrap();
    channel
}

/// Ewa, who has the telephone 101, signed in.
async fn ewa(talk: &Talk, door: &Channel) -> Staff {
    let customers = &talk.ctx.customers;
    let new = NewAccount::checked("Ewa", "ewa@kubek.pl", Role::Agent).unwrap();
    let (account, link) = accounts::invite(customers, &Permit::console(), new).await.unwrap();
    extensions::set(&talk.ctx, &talk.staff(), door.id, account.id, "101").await.unwrap();
    let ip = std::net::Ipv4Addr::LOCALHOST.into();
    let visit = Visit { ip, user_agent: String::new(), request_id: "phone".into() };
    let password = "trzy filizanki kawy".to_string();
    let entry = accounts::set_password_by_link(customers, &link, password, &visit).await.unwrap();
    accounts::recognise(customers, &entry.token, "phone").await.unwrap().unwrap().0
}

/// The newest call from or to a number.
async fn newest(talk: &Talk, number: &str) -> Option<Call> {
    let customer = talk.shop.who(&format!("device:caller:{number}")).await?;
    let read = |tx: &Tx| {
        let leaves = customers::identities::store::leaves(tx, customer)?;
        engage::conversations::store::of_leaves(tx, &leaves)
    };
    let parts = talk.ctx.customers.db.read(read).await.unwrap();
    let messages = talk.messages(parts.first()?.root_id).await;
    messages.iter().rev().find_map(call_of)
}

async fn is(talk: &Talk, number: &str, state: &str) -> Call {
    until(&format!("the call of {number} is {state}"), async || {
        newest(talk, number).await.filter(|call| call.state.as_str() == state)
    })
    .await
}

async fn is_heard(exchange: &Exchange) {
    until("we listen", async || {
        exchange.console("manager show connected").contains("onedoor").then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs Asterisk and sipp; cargo x phone runs it"]
async fn a_day_at_the_telephone() {
    on_each_engine(async |talk| {
        let mut exchange = Exchange::open().await;
        let door = connected(talk, &exchange).await;
        let ewa = ewa(talk, &door).await;
        let (stop, stopped) = watch::channel(false);
        let keeping = tokio::spawn(keep_running(talk.ctx.clone(), stopped));
        is_heard(&exchange).await;

        // Anna calls: Ewa's desk shows it, Ewa answers, Anna hangs up.
        let caller = exchange.call(ANNA, SHOP, Duration::from_secs(2));
        let call = is(talk, ANNA, "answered").await;
        assert_eq!((call.name.as_deref(), call.to.as_deref()), (Some("ANNA N"), Some(SHOP)));
        let see: Permit<may::SeeConversations> = Permit::console();
        let desk = |tx: &Tx| shown(tx, &talk.ctx, &see, ewa.actor().account_id);
        assert_eq!(talk.ctx.customers.db.read(desk).await.unwrap().len(), 1);
        let call = is(talk, ANNA, "ended").await;
        assert_eq!(call.agent.as_ref().map(|agent| agent.name.as_str()), Some("Ewa"));
        assert!(call.duration_s.is_some_and(|seconds| (1..=4).contains(&seconds)), "{call:?}");
        drop(caller);

        // Ola does not answer.
        let caller = exchange.call(JAN, OLAS, Duration::from_secs(2));
        let call = is(talk, JAN, "missed").await;
        assert_eq!(call.agent, None);
        drop(caller);

        // By a click: Ewa's telephone, then the world.
        let asked = talk.says(&talk.store, &proven("phone:+48601112233"), "1", "Call me").await;
        click(talk, &exchange, &ewa, &door, asked.conversation_id).await;

        // The telephone system dies in the middle of a call, and comes back without it.
        let caller = exchange.call(ANNA, SHOP, Duration::from_secs(60));
        is(talk, ANNA, "answered").await;
        exchange.kill();
        drop(caller);
        exchange.start().await;
        is(talk, ANNA, "ended").await;
        stop.send(true).unwrap();
        keeping.await.unwrap();
        talk.ctx.customers.clock.advance(kit::time::seconds(5));
        talk.work().await;
    })
    .await;
}

/// Ewa's telephone rings, then the customer's; all of it in the conversation where she clicked.
async fn click(
    talk: &Talk,
    exchange: &Exchange,
    ewa: &Staff,
    door: &Channel,
    conversation: ConversationId,
) {
    let customer = talk.who("phone:+48601112233").await;
    let number = "+48601112233".to_string();
    let wanted = Wanted { channel_id: door.id, customer, conversation: Some(conversation), number };
    // The console has no telephone.
    let refused = dial(&talk.ctx, &talk.staff(), &wanted).await.unwrap_err();
    assert_eq!(refused.code, "no_extension");
    let known = dial(&talk.ctx, &ewa.permit().unwrap(), &wanted).await.unwrap();
    assert_eq!(known.conversation_id, conversation);
    let state = async |state: &str| {
        let messages = talk.messages(conversation).await;
        messages.iter().filter_map(call_of).find(|call| call.state.as_str() == state)
    };
    until("the customer answered", async || state("answered").await).await;
    exchange.console("channel request hangup all");
    let call = until("it is over", async || state("ended").await).await;
    assert_eq!(call.agent.map(|agent| agent.name), Some("Ewa".into()));
}
