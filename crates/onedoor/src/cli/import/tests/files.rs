use std::io::Write;

use customers::testing::{Shop, on_each_engine};
use expect_test::expect;
use kit::db::Engine;

use super::Desk;

const VISITS: &str = r#"{"type":"page","anonymousId":"phone-1","name":"Cups","timestamp":"2026-11-01T10:00:00Z","messageId":"m1"}
{"type":"track","anonymousId":"phone-1","event":"Product Viewed","timestamp":"2026-11-01T10:01:00Z","messageId":"m2"}

{"type":"track","anonymousId":"phone-1"
{"type":"track","anonymousId":"phone-1","timestamp":"2026-11-01T10:02:00Z","messageId":"m3"}
{"type":"page","name":"Cups","timestamp":"2026-11-01T10:03:00Z","messageId":"m4"}
{"type":"identify","userId":"anna","anonymousId":"phone-1","timestamp":"2026-11-01T10:04:00Z","messageId":"m5"}
"#;

#[tokio::test(flavor = "multi_thread")]
async fn lines_that_are_no_calls_are_told_and_the_others_taken() {
    on_each_engine(async |shop| {
        let desk = Desk::new(&[("visits.jsonl", VISITS.as_bytes())]);
        let said = desk.jsonl(&shop, "Web shop", desk.how(&["visits.jsonl"])).await;
        expect![[r#"
            visits.jsonl → Web shop (web)
              line 4: The body cannot be read as a call: EOF while parsing an object at line 1 column 39.
              line 5: A track call needs the name of its `event`.
              line 6: The call names nobody. Send a userId or an anonymousId.
              rows                 6
              bad                  3
              calls                6
              recorded             3
              repeated             0
        "#]].assert_eq(&said);
        let anna = shop.who("user_id:anna").await.unwrap();
        assert_eq!(shop.told(anna).await, ["Cups", "Product Viewed", "anna"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_that_is_not_there_is_no_place_to_import_to() {
    let shop = Shop::open(Engine::Sqlite).await;
    let desk = Desk::new(&[("visits.jsonl", VISITS.as_bytes())]);
    let said = desk.jsonl(&shop, "Web shap", desk.how(&["visits.jsonl"])).await;
    expect![[r#"
        onedoor: There is no door “Web shap”. See `onedoor channel list`.
    "#]]
    .assert_eq(&said);
    let id = shop.web.channel.id.to_string();
    let said = desk.jsonl(&shop, &id, desk.how(&["visits.jsonl"])).await;
    assert!(said.contains("visits.jsonl → Web shop (web)"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_line_is_passed_over_and_a_gzip_is_read() {
    let shop = Shop::open(Engine::Sqlite).await;
    let call = |n: u32, name: &str| {
        format!(
            "{{\"type\":\"page\",\"userId\":\"anna\",\"name\":\"{name}\",\"messageId\":\"m{n}\",\
             \"timestamp\":\"2026-11-01T10:00:0{n}Z\"}}\n"
        )
    };
    let lines = [call(1, "Cups"), call(2, &"x".repeat(70_000)), call(3, "Coffee")].concat();
    let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    zip.write_all(lines.as_bytes()).unwrap();
    let desk = Desk::new(&[("visits.jsonl.gz", &zip.finish().unwrap())]);
    let said = desk.jsonl(&shop, "Web shop", desk.how(&["visits.jsonl.gz"])).await;
    expect![[r#"
        visits.jsonl.gz → Web shop (web)
          line 2: A line has at most 64 KB.
          rows                 3
          bad                  1
          calls                2
          recorded             2
          repeated             0
    "#]]
    .assert_eq(&said);
    let anna = shop.who("user_id:anna").await.unwrap();
    assert_eq!(shop.told(anna).await, ["Cups", "Coffee"]);
}

/// The first 4,000 calls are committed, then the reading of the file fails, as when a disk is pulled out.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_was_stopped_goes_on_where_it_was() {
    on_each_engine(async |shop| {
        let call = |n: u32| {
            format!(
                "{{\"type\":\"page\",\"userId\":\"anna\",\"name\":\"P{n}\",\"messageId\":\"m{n}\",\
                 \"timestamp\":\"2026-11-01T10:00:00Z\"}}\n"
            )
        };
        let lines: String = (0..5_000).map(call).collect();
        let mut zip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        zip.write_all(lines.as_bytes()).unwrap();
        let whole = zip.finish().unwrap();
        let desk = Desk::new(&[("visits.jsonl.gz", &whole)]);
        let mut cut = whole.clone();
        let end = cut.len() - 1_000;
        cut[end..].fill(0);
        std::fs::write(desk.path("visits.jsonl.gz"), cut).unwrap();
        let said = desk.jsonl(&shop, "Web shop", desk.how(&["visits.jsonl.gz"])).await;
        expect![[r#"
            visits.jsonl.gz → Web shop (web)
              rows             4,000
              bad                  0
              calls            4,000
              recorded         4,000
              repeated             0
            onedoor: The file cannot be read: incomplete deflate stream.
        "#]]
        .assert_eq(&said);

        let how = || super::How { resume: true, ..desk.how(&["visits.jsonl.gz"]) };
        let said = desk.jsonl(&shop, "Web shop", how()).await;
        expect![[r#"
            visits.jsonl.gz → Web shop (web)
              goes on after 4,000 calls
              rows                 0
              bad                  0
              calls                0
              recorded             0
              repeated             0
            onedoor: The file cannot be read: incomplete deflate stream.
        "#]]
        .assert_eq(&said);

        std::fs::write(desk.path("visits.jsonl.gz"), whole).unwrap();
        let said = desk.jsonl(&shop, "Web shop", how()).await;
        expect![[r#"
            visits.jsonl.gz → Web shop (web)
              rows             5,000
              bad                  0
              calls            5,000
              recorded         1,000
              repeated         4,000
        "#]]
        .assert_eq(&said);
        let said = desk.jsonl(&shop, "Web shop", how()).await;
        expect![[r#"
            visits.jsonl.gz → Web shop (web)
              goes on after 5,000 calls
              rows                 0
              bad                  0
              calls                0
              recorded             0
              repeated             0
        "#]]
        .assert_eq(&said);
    })
    .await;
}
