//! History as JSON lines: sent as often as one likes, told by line what was wrong.

use expect_test::expect;
use kit::Tx;

use super::{request, secret_key, send, told, told_of_anna};
use crate::privacy::tombstones;
use crate::testing::{Shop, identity_of, on_each_engine};

const LINES: &str = r#"{"type":"identify","userId":"anna","traits":{"firstName":"Anna"},"timestamp":"2025-05-01T10:00:00Z","messageId":"1"}
{"type":"track","event":"Order Completed","userId":"anna","timestamp":"2025-05-02T10:00:00Z","messageId":"2"}

not JSON
{"type":"track","userId":"anna","timestamp":"2025-05-03T10:00:00Z"}
{"type":"page","name":"Cups","userId":"anna","timestamp":"2025-05-04T10:00:00Z"}
{"type":"track","event":"Exported","userId":"anna","originalTimestamp":"2025-05-05T11:00:00Z","timestamp":"2025-05-05T10:00:00Z","sentAt":"2025-05-05T11:00:01Z","messageId":"6"}
"also not a call"
"#;

async fn import(shop: &Shop, key: &str, lines: &str) -> String {
    told(send(shop, request("/v1/import", key, lines.to_string())).await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_lines_are_told_by_number_and_sending_again_changes_nothing() {
    on_each_engine(async |shop| {
        let key = secret_key(&shop).await;
        expect![[r#"
            200
            {"lines":7,"recorded":4,"repeated":0,"erased":0,"bad":3,"bad_lines":[{"line":4,"code":"bad_json","detail":"The body cannot be read as a call: expected ident at line 1 column 2."},{"line":5,"code":"no_event","detail":"A track call needs the name of its `event`."},{"line":8,"code":"bad_json","detail":"The body cannot be read as a call: invalid type: string \"also not a call\", expected struct Call at line 1 column 17."}]}"#]]
        .assert_eq(&import(&shop, &key, LINES).await);
        shop.settle().await;
        shop.ctx.clock.advance(kit::time::hours(1));
        let again = import(&shop.second_process().await, &key, LINES).await;
        assert!(again.contains(r#""recorded":0,"repeated":4"#), "{again}");
        let anna = shop.who("user_id:anna").await.unwrap();
        let told = shop.timeline(anna).await.into_iter().rev();
        let told: Vec<_> = told.map(|event| format!("{} {}", event.occurred_at, event.name)).collect();
        // What was exported has been corrected already; when it was sent says nothing now.
        assert_eq!(
            told,
            [
                "2025-05-01T10:00:00Z anna",
                "2025-05-02T10:00:00Z Order Completed",
                "2025-05-04T10:00:00Z Cups",
                "2025-05-05T10:00:00Z Exported",
            ]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_person_does_not_come_back_by_an_import() {
    on_each_engine(async |shop| {
        let key = secret_key(&shop).await;
        let now = shop.ctx.clock.now();
        let erased = [identity_of("user_id:anna"), identity_of("email:celina@example.com")];
        shop.ctx.db.write(|tx: &Tx| tombstones::set(tx, &erased, now)).await.unwrap();
        let lines = r#"{"type":"track","event":"Old","userId":"anna","messageId":"1"}
{"type":"track","event":"Old","userId":"bogdan","messageId":"2"}
{"type":"identify","userId":"celina","traits":{"email":"Celina@Example.com"},"messageId":"3"}"#;
        expect![[r#"
            200
            {"lines":3,"recorded":1,"repeated":0,"erased":2,"bad":0,"bad_lines":[]}"#]]
        .assert_eq(&import(&shop, &key, lines).await);
        assert_eq!(shop.who("user_id:anna").await, None);
        assert_eq!(shop.who("user_id:celina").await, None);
        // They may come back by themselves.
        shop.web(&[super::annas("Hello again", "9")]).await;
        assert_eq!(told_of_anna(&shop).await, ["Hello again"]);
    })
    .await;
}
