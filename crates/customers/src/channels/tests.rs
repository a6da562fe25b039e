use expect_test::expect;
use kit::testing::{NOON, clock};
use serde_json::json;

use super::*;
use crate::accounts::{Permit, audit};
use crate::events::store as events;
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn a_door_opens_with_its_keys_until_it_is_shut() {
    kit::testing::on_each_engine(async |db| {
        db.migrate(crate::MIGRATIONS, NOON).await.unwrap();
        let (clock, doors) = (clock(), Doors::default());
        let new = NewChannel { kind: ChannelKind::Web, name: " Shop ".into() };
        let (shop, secret) = db.write(|tx| create(tx, &new, NOON)).await.unwrap();
        assert_eq!((shop.name.as_str(), shop.track, shop.talk), ("Shop", true, false));

        let public = doors.open(&db, &clock, &shop.write_key).await.unwrap();
        assert_eq!(public.may_read().unwrap_err().code, "write_key_cannot_read");
        assert!(doors.open(&db, &clock, &secret.0).await.unwrap().may_read().is_ok());

        let rotated = db.write(|tx| rotate_secret(tx, shop.id)).await.unwrap();
        clock.advance(KEY_REMEMBERED_MAX);
        assert_eq!(doors.open(&db, &clock, &secret.0).await.unwrap_err().code, "unknown_key");
        assert!(doors.open(&db, &clock, &rotated.0).await.is_ok());

        db.write(|tx| store::set_disabled(tx, shop.id, Some(NOON))).await.unwrap();
        doors.forget();
        assert_eq!(doors.open(&db, &clock, &shop.write_key).await.unwrap_err().code, "unknown_key");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_needs_a_name_and_a_known_kind() {
    kit::testing::on_each_engine(async |db| {
        db.migrate(crate::MIGRATIONS, NOON).await.unwrap();
        let new = NewChannel { kind: ChannelKind::Web, name: "  ".into() };
        let refused = db.write(|tx| create(tx, &new, NOON).map(|_| ())).await.unwrap_err();
        assert_eq!(refused.code, "bad_channel_name");
        assert_eq!("gramophone".parse::<ChannelKind>().unwrap_err().code, "bad_channel_kind");
    })
    .await;
}

fn passes_nothing() -> Passes {
    Passes { track: false, talk: true, sell: true }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_in_by_a_door_is_counted_behind_the_recording() {
    on_each_engine(async |shop| {
        let web = shop.web.channel.id;
        let visit = |n: i64, at: &str| {
            json!({ "type": "page", "anonymousId": "phone-1", "messageId": n.to_string(),
                    "timestamp": at })
        };
        let activity = async || {
            shop.settle().await;
            let now = shop.ctx.clock.now();
            shop.ctx.db.read(|tx| activity::find(tx, web, now)).await.unwrap()
        };
        assert_eq!(activity().await, activity::Activity::default(), "nothing yet");

        shop.web(&[visit(1, "2026-01-10T10:00:00Z"), visit(2, "2026-01-10T11:00:00Z")]).await;
        shop.web(&[visit(1, "2026-01-10T10:00:00Z")]).await;
        let first = activity().await;
        assert_eq!((first.events, first.last_hour, first.last_day()), (2, 2, 2), "once each");
        assert_eq!(first.first_at, Some(shop.ctx.clock.now()));

        shop.ctx.clock.advance(kit::time::minutes(130));
        shop.web(&[visit(3, "2026-01-10T12:00:00Z")]).await;
        let later = activity().await;
        assert_eq!((later.events, later.last_hour, later.last_day()), (3, 1, 3));
        assert_eq!(later.first_at, first.first_at);
        assert_eq!(later.by_hour[21..], [2, 0, 1], "two hours ago, the hour between, now");

        shop.ctx.clock.advance(kit::time::days(2));
        let much_later = activity().await;
        assert_eq!((much_later.events, much_later.last_day()), (3, 0));
        assert_eq!(much_later.last_at, later.last_at);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_events_of_a_door_are_remembered() {
    on_each_engine(async |shop| {
        let web = shop.web.channel.id;
        let calls: Vec<_> = (0..30)
            .map(|n| json!({ "type": "page", "name": format!("Page {n}"), "userId": "u1" }))
            .collect();
        shop.web(&calls[..5]).await;
        shop.settle().await;
        shop.ctx.clock.advance(kit::time::seconds(1));
        shop.web(&calls[5..]).await;
        shop.settle().await;
        let log = &shop.ctx.recorder.log;
        let read = |tx: &Tx| {
            let find = |a: &activity::Arrival| {
                events::find_maybe(tx, log, a.customer_id, a.occurred_at, a.event_id)
            };
            activity::latest(tx, web)?.iter().map(find).collect::<Result<Vec<_>>>()
        };
        let latest = shop.ctx.db.read(read).await.unwrap();
        let names: Vec<String> =
            latest.into_iter().map(|event| event.expect("its index is written").name).collect();
        assert_eq!(names.len(), activity::LATEST_MAX);
        assert!(names.contains(&"Page 29".into()) && !names.contains(&"Page 4".into()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_staff_changes_doors_and_the_log_says_who() {
    on_each_engine(async |shop| {
        let ctx = &shop.ctx;
        let permit = Permit::console();
        let new = NewChannel { kind: ChannelKind::App, name: "App".into() };
        let made = upkeep::open_new(ctx, &permit, &new, ChannelKind::App.into()).await;
        let (app, old) = made.unwrap();
        upkeep::rename(ctx, &permit, app.id, " Mobile app ").await.unwrap();
        let secret = upkeep::replace_secret(ctx, &permit, app.id).await.unwrap();
        let open = async |key: &str| ctx.doors.open(&ctx.db, &ctx.clock, key).await;
        assert!(open(&old.0).await.is_err());
        upkeep::set_passes(ctx, &permit, app.id, passes_nothing()).await.unwrap();
        let door = open(&secret.0).await.unwrap();
        assert_eq!(door.may_record().unwrap_err().code, "door_does_not_track");
        upkeep::shut(ctx, &permit, app.id).await.unwrap();
        assert!(open(&secret.0).await.is_err(), "at once, in this process");
        upkeep::reopen(ctx, &permit, app.id).await.unwrap();
        assert!(open(&secret.0).await.is_ok());

        let filter = audit::Filter { subject: Some(app.id.to_string()), ..Default::default() };
        let entries = audit::list(ctx, &Permit::console(), &filter, None, 50).await.unwrap();
        let mut told: Vec<_> =
            entries.iter().map(|e| format!("{} {}", e.action, e.detail)).collect();
        told.sort();
        expect![[r#"
            door_made {"name":"App","kind":"app"}
            door_opened {"name":"Mobile app"}
            door_passes_changed {"name":"Mobile app","track":false,"talk":true,"sell":true}
            door_renamed {"name":"Mobile app","was":"App"}
            door_secret_replaced {"name":"Mobile app"}
            door_shut {"name":"Mobile app"}"#]]
        .assert_eq(&told.join("\n"));
    })
    .await;
}
