//! Anna's composer as Zofia goes from door to door. How an open page follows is told in tests/stories/composer.test.mjs.

use customers::testing::identity_of;
use engage::connectors::sms::store as numbers;
use engage::conversations::Sender;
use expect_test::expect;
use kit::Tx;

use super::tests::{Shop, text, zofia};

/// By which address an answer goes best, and the doors of the composer.
fn doors(page: &str) -> String {
    let after = |text: &str, mark: &str| text[text.find(mark).unwrap() + mark.len()..].to_string();
    let best = after(&after(page, "id=\"composer-ways\""), "data-suggested=\"");
    let best = best.split('"').next().unwrap().split(' ').nth(1).unwrap();
    format!("best to {best}\n{}", text(page, "class=\"ways\"", "</fieldset>"))
}

#[tokio::test]
async fn an_answer_goes_best_where_she_wrote_last_and_not_where_she_wants_nothing() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "Where is my parcel?").await;
    let proven = vec![identity_of("phone:+48601234567")];
    let in_chat = Sender {
        proven,
        device: Some("laptop".into()),
        address: Some("device:laptop".into()),
        ..Sender::default()
    };
    shop.says(&shop.chat, in_chat, "I am here now").await;
    let page = shop.page(id).await;
    expect![[r#"
        best to device:laptop
        By which door
        Shop chat
        Texts
        +48601234567
    "#]]
    .assert_eq(&doors(&page));
    assert!(page.contains("The customer now writes by “Shop chat”."), "{page}");

    shop.says(&shop.sms, zofia(), "Stop").await;
    let (sms, now) = (shop.sms.id, shop.anna.app.ctx.clock.now());
    let stop = |tx: &Tx| numbers::suppress(tx, "+48601234567", sms, "STOP", now);
    assert!(shop.anna.app.ctx.db.write(stop).await.unwrap());
    let page = shop.page(id).await;
    expect![[r#"
        best to device:laptop
        By which door
        Shop chat
        Texts
        +48601234567
        wants no messages
    "#]]
    .assert_eq(&doors(&page));
    assert!(page.contains("An answer goes best by “Shop chat” now."), "{page}");
    assert!(text(&page, "class=\"shut-why\"", "</form>").contains("they want no messages here"));

    // She asks something: that can be answered.
    shop.says(&shop.sms, zofia(), "And when do you open?").await;
    let page = shop.page(id).await;
    assert!(doors(&page).starts_with("best to phone:+48601234567"), "{page}");
    assert!(!page.contains("wants no messages"));
}

#[tokio::test]
async fn a_door_that_sends_sms_brings_the_rules_by_which_they_are_counted() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "Where is my parcel?").await;
    let page = shop.page(id).await;
    assert!(page.contains("data-letters=\"{}\""), "{page}");
    assert!(page.contains("data-room=\"{&quot;gsm&quot;:[160,153],&quot;unicode&quot;:[70,67]}\""));
}
