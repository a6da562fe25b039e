//! Servers of the shop hear of what happens.

use std::net::IpAddr;

use customers::accounts::{Permit, may};
use expect_test::expect;
use kit::Time;
use kit::http::is_public;
use kit::jobs::Workers;
use kit::time::{days, hours, minutes, seconds};
use serde_json::Value;

use super::rules::{again_after, check_url, is_enough};
use super::sign::Keys;
use super::{
    DeliveryState, EndpointId, EventKind, NewEndpoint, create, deliveries, list, resend, rotate,
    sign, test,
};
use crate::Ctx;
use crate::connectors::own::tests::listening;
use crate::conversations::{Report, Reported, State};
use crate::testing::{Talk, browser, on_each_engine, proven};

fn permit() -> Permit<may::ManageDoors> {
    Permit::console()
}

/// The same shop, which may call this machine.
fn near(talk: &Talk) -> Ctx {
    let mut ctx = talk.ctx.clone();
    ctx.allow_private_webhooks = true;
    ctx
}

async fn work(ctx: &Ctx) {
    let customers = &ctx.customers;
    let workers = Workers::new(customers.db.clone(), customers.clock.clone(), crate::handlers(ctx));
    workers.finish().await.unwrap();
}

async fn listen(ctx: &Ctx, url: &str, events: &[EventKind]) -> (EndpointId, String) {
    let new = NewEndpoint { url: url.into(), events: events.to_vec() };
    let (endpoint, secret) = create(ctx, &permit(), &new).await.unwrap();
    (endpoint.id, secret)
}

#[test]
fn only_the_open_internet_is_called() {
    let check = |ip: &str, expected: bool| {
        assert_eq!(is_public(ip.parse::<IpAddr>().unwrap()), expected, "{ip}");
    };
    for inside in [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.64.0.1",
        "192.0.0.1",
        "198.18.0.1",
        "203.0.113.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::1",
        "2001::1",
        "2001:db8::1",
    ] {
        check(inside, false);
    }
    for outside in ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "2a00:1450::1"] {
        check(outside, true);
    }
    let url = |url: &str, allow: bool| check_url(url, allow).is_ok();
    assert!(url("https://example.com/hook?a=1", false));
    for bad in [
        "http://example.com/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://10.0.0.5:8443/x",
        "https://user:pass@example.com/",
        "ftp://example.com/",
        "hello",
        "https://a.localhost/",
    ] {
        assert!(!url(bad, false), "{bad}");
    }
    assert!(url("http://127.0.0.1:8080/", true));
}

#[test]
fn ten_tries_over_three_days_and_then_it_is_enough() {
    let pauses: Vec<Option<i64>> = (1..=10).map(again_after).collect();
    assert_eq!(pauses[0], Some(seconds(5)));
    assert_eq!(pauses[1], Some(minutes(5)));
    assert_eq!(pauses[8], Some(hours(24)));
    assert_eq!(pauses[9], None);
    let total: i64 = pauses.iter().flatten().sum();
    assert!(total > days(3) && total < days(4));
    assert!(!is_enough(None, Time(days(9))));
    assert!(!is_enough(Some(Time(1)), Time(days(3))));
    assert!(is_enough(Some(Time(0)), Time(days(3))));
}

#[test]
fn two_secrets_sign_while_one_takes_over_from_the_other() {
    let now = Time(1_795_262_400_000_000);
    let first = Keys::new().unwrap();
    let second = first.rotated(now).unwrap();
    assert_eq!(second.good(now), [second.current.as_str(), first.current.as_str()]);
    assert_eq!(second.good(now.plus(hours(24))), [second.current.as_str()]);
    let headers = sign::headers(&second.good(now), "whd_1", now, "{}").unwrap();
    assert_eq!(headers[2].1.split(' ').count(), 2);
    // The example of the Standard Webhooks specification's own test vectors.
    let at = Time(seconds(1_614_265_330));
    let body = r#"{"test": 2432232314}"#;
    let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    let headers = sign::headers(&[secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", at, body).unwrap();
    assert_eq!(headers[2].1, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_is_told_in_its_order() {
    on_each_engine(async |talk| {
        let ctx = near(talk);
        let (url, mut hears) = listening(204, "").await;
        let (id, _) = listen(&ctx, &url, &[]).await;
        let asked = talk.says(&talk.store, &proven("phone:+48601234567"), "1", "Hello").await;
        let sent = talk.answers(asked.conversation_id, "Good morning").await.unwrap();
        work(&ctx).await;
        let report = Report {
            about: Reported::Message(sent),
            state: State::Read,
            at: talk.ctx.customers.clock.now(),
            error: None,
        };
        crate::conversations::report(&talk.ctx, talk.store.id, &report).await.unwrap();
        crate::conversations::close(&talk.ctx, &talk.staff(), asked.conversation_id).await.unwrap();
        crate::conversations::note(&talk.ctx, &talk.staff(), asked.conversation_id, "secret")
            .await
            .unwrap();
        work(&ctx).await;
        let mut told = Vec::new();
        while let Ok((_, body)) = hears.try_recv() {
            let body: Value = serde_json::from_str(&body).unwrap();
            let (message, conversation) = (&body["data"]["message"], &body["data"]["conversation"]);
            let about = [&message["text"], &message["state"], &conversation["status"]];
            let about: Vec<&str> = about.iter().filter_map(|value| value.as_str()).collect();
            told.push(format!("{}: {}", body["type"].as_str().unwrap(), about.join(" ")));
        }
        told.sort();
        expect![[r#"
            [
                "conversation.closed: closed",
                "conversation.created: open",
                "conversation.updated: open",
                "conversation.updated: pending",
                "message.created: Good morning queued",
                "message.created: Hello received",
                "message.delivery: read",
                "message.delivery: sent",
            ]
        "#]]
        .assert_debug_eq(&told);
        let (_, log) = deliveries(&ctx, &permit(), id).await.unwrap();
        assert!(
            log.iter().all(|one| one.state == DeliveryState::Delivered && one.status == Some(204))
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_assistant_says_is_told_too() {
    on_each_engine(async |talk| {
        let ctx = near(talk);
        let (url, mut hears) = listening(204, "").await;
        listen(&ctx, &url, &[EventKind::MessageCreated]).await;
        crate::bot::switch(&talk.ctx, &Permit::console(), &talk.chat, true).await.unwrap();
        let visitor = browser("laptop");
        talk.says(&talk.chat, &visitor, "1", "Where is my order 1042?").await;
        work(&ctx).await;
        let mut authors = Vec::new();
        while let Ok((_, body)) = hears.try_recv() {
            let body: Value = serde_json::from_str(&body).unwrap();
            authors.push(body["data"]["message"]["author"]["kind"].as_str().unwrap().to_string());
        }
        assert_eq!(authors, ["customer", "bot"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn customers_who_become_one_or_two_are_told() {
    on_each_engine(async |talk| {
        let ctx = near(talk);
        let (url, mut hears) = listening(200, "").await;
        listen(&ctx, &url, &[EventKind::CustomerMerged, EventKind::CustomerSplit]).await;
        for device in ["phone", "laptop"] {
            talk.says(&talk.chat, &browser(device), device, "Hello").await;
            let call =
                serde_json::json!({"type": "identify", "userId": "anna", "anonymousId": device});
            talk.shop.web(&[call]).await;
        }
        work(&ctx).await;
        let mut kinds = Vec::new();
        while let Ok((_, body)) = hears.try_recv() {
            let body: Value = serde_json::from_str(&body).unwrap();
            kinds.push(body["type"].as_str().unwrap().to_string());
        }
        assert_eq!(kinds, ["customer.merged", "customer.merged"]);
        let anna = talk.who("user_id:anna").await;
        let db = &talk.ctx.customers.db;
        let leaves = db.read(|tx| customers::identities::store::leaves(tx, anna)).await.unwrap();
        let edges = db.read(|tx| customers::identities::store::edges(tx, &leaves)).await.unwrap();
        let now = talk.ctx.customers.clock.now();
        let split = |tx: &kit::Tx| {
            customers::identities::graph::split(tx, anna, edges[0].id, "Ola", "no", now)
        };
        db.write(split).await.unwrap();
        work(&ctx).await;
        let (_, body) = hears.try_recv().unwrap();
        let body: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["type"], "customer.split");
        assert_eq!(body["data"]["customers"].as_array().unwrap().len(), 2);
        assert!(hears.try_recv().is_err(), "once");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn also_customers_with_whom_nothing_was_said_if_somebody_wants_to_hear() {
    on_each_engine(async |talk| {
        let ctx = near(talk);
        let login = async |device: &str, user: &str| {
            let call =
                serde_json::json!({"type": "identify", "userId": user, "anonymousId": device});
            talk.shop.web(&[call]).await;
        };
        let waiting = async || {
            let queues = talk.ctx.customers.db.read(kit::jobs::queues).await.unwrap();
            queues.iter().map(|queue| queue.waiting).sum::<i64>()
        };
        // Nobody hears: a login costs no job.
        login("laptop", "anna").await;
        let (url, mut hears) = listening(200, "").await;
        let (messages, _) = listen(&ctx, &url, &[EventKind::MessageCreated]).await;
        login("phone", "anna").await;
        assert_eq!(waiting().await, 0);

        let (merged, _) = listen(&ctx, &url, &[EventKind::CustomerMerged]).await;
        login("tablet", "anna").await;
        assert_eq!(waiting().await, 1);
        work(&ctx).await;
        let (_, body) = hears.try_recv().unwrap();
        let body: Value = serde_json::from_str(&body).unwrap();
        let anna = talk.who("user_id:anna").await.to_string();
        assert_eq!(
            (&body["type"], &body["data"]["customer"]),
            (&"customer.merged".into(), &anna.into())
        );
        assert!(hears.try_recv().is_err(), "once");
        // Off, or gone: a login costs nothing again.
        super::change_state(&ctx, &permit(), merged, false).await.unwrap();
        login("watch", "anna").await;
        assert_eq!(waiting().await, 0);
        super::change_state(&ctx, &permit(), merged, true).await.unwrap();
        super::delete(&ctx, &permit(), messages).await.unwrap();
        login("kiosk", "anna").await;
        assert_eq!(waiting().await, 1);
        work(&ctx).await;
        super::delete(&ctx, &permit(), merged).await.unwrap();
        login("till", "anna").await;
        assert_eq!(waiting().await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_down_is_asked_again_and_given_up_at_last() {
    on_each_engine(async |talk| {
        let ctx = near(talk);
        let (url, mut hears) = listening(500, "").await;
        let (id, _) = listen(&ctx, &url, &[EventKind::Test]).await;
        test(&ctx, &permit(), id).await.unwrap();
        work(&ctx).await;
        let one = async || {
            let (endpoint, log) = deliveries(&ctx, &permit(), id).await.unwrap();
            (endpoint, log.into_iter().next().unwrap())
        };
        let (endpoint, first) = one().await;
        assert_eq!(
            (first.state, first.tries, first.status),
            (DeliveryState::Waiting, 1, Some(500))
        );
        assert!(endpoint.failing_since.is_some() && endpoint.disabled_at.is_none());
        for _ in 0..10 {
            talk.ctx.customers.clock.advance(hours(24));
            work(&ctx).await;
        }
        let (endpoint, last) = one().await;
        assert_eq!(last.state, DeliveryState::Failed);
        assert_eq!(endpoint.disabled_why.as_deref(), Some("failing"));
        let heard = std::iter::from_fn(|| hears.try_recv().ok()).count();
        assert_eq!(heard as i64, last.tries, "disabled, it is not called any more");
        // Nobody is told while it is off; on again, the same can be sent again under the same id.
        super::change_state(&ctx, &permit(), id, true).await.unwrap();
        resend(&ctx, &permit(), id, last.id).await.unwrap();
        work(&ctx).await;
        let (headers, _) = hears.try_recv().unwrap();
        assert_eq!(headers["webhook-id"].to_str().unwrap(), last.id.to_string());
        for _ in 0..12 {
            talk.ctx.customers.clock.advance(hours(24));
            work(&ctx).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_says_it_is_gone_is_believed() {
    on_each_engine(async |talk| {
        let ctx = near(talk);
        let (url, _hears) = listening(410, "").await;
        let (id, secret) = listen(&ctx, &url, &[]).await;
        let (_, new) = rotate(&ctx, &permit(), id).await.unwrap();
        assert_ne!(secret, new);
        test(&ctx, &permit(), id).await.unwrap();
        work(&ctx).await;
        let endpoints = list(&ctx, &permit()).await.unwrap();
        assert_eq!(endpoints[0].disabled_why.as_deref(), Some("gone"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_told_of_somebody_goes_when_they_are_erased() {
    on_each_engine(async |talk| {
        let ctx = near(talk);
        let (url, mut hears) = listening(200, "").await;
        let (id, _) = listen(&ctx, &url, &[]).await;
        let anna = proven("phone:+48601234567");
        talk.says(&talk.store, &anna, "1", "My secret is tea").await;
        let named = customers::context::Named::parse("phone:+48601234567", None).unwrap();
        let permit_erase = Permit::console();
        customers::privacy::erase(&talk.ctx.customers, &permit_erase, &named).await.unwrap();
        // The erasure is done first here; what waited has nothing to say any more.
        work(&ctx).await;
        let (_, log) = deliveries(&ctx, &permit(), id).await.unwrap();
        assert!(log.is_empty(), "{log:?}");
        while hears.try_recv().is_ok() {}
    })
    .await;
}
