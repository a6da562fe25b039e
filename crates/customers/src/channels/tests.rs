use kit::testing::{NOON, clock, on_each_engine};

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_door_opens_with_its_keys_until_it_is_shut() {
    on_each_engine(async |db| {
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
    on_each_engine(async |db| {
        db.migrate(crate::MIGRATIONS, NOON).await.unwrap();
        let new = NewChannel { kind: ChannelKind::Web, name: "  ".into() };
        let refused = db.write(|tx| create(tx, &new, NOON).map(|_| ())).await.unwrap_err();
        assert_eq!(refused.code, "bad_channel_name");
        assert_eq!("gramophone".parse::<ChannelKind>().unwrap_err().code, "bad_channel_kind");
    })
    .await;
}
