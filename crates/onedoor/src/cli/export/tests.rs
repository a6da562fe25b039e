//! A small shop with everything in it is carried out, in again, and out once more.

use std::collections::BTreeMap;
use std::path::Path;

use customers::Ctx;
use customers::identities::{CustomerId, carried, graph};
use customers::testing::{Shop, defaults, on_each_engine};
use expect_test::expect;
use kit::db::Engine;
use kit::testing::{Folder, place};
use kit::{Db, Tx};
use serde_json::json;

use super::{Format, Options, run};
use crate::cli::import;

/// Visitors, accounts, a kiosk, proven and claimed addresses, staff's merges and splits, consents, a household.
async fn live(shop: &Shop) {
    let at = |minute: u32| format!("2026-11-20T10:{minute:02}:00Z");
    let email =
        |verified: bool| json!([{"type": "email", "id": "anna@example.com", "verified": verified}]);
    shop.web(&[
        json!({"type": "page", "anonymousId": "phone", "name": "Cups", "timestamp": at(1), "messageId": "1"}),
        json!({"type": "identify", "anonymousId": "phone", "userId": "anna", "timestamp": at(2), "messageId": "2",
               "traits": {"firstName": "Anna", "email": "ANNA@example.com", "email_verified": true}}),
        json!({"type": "track", "anonymousId": "kiosk", "userId": "anna", "event": "Signed In",
               "timestamp": at(3), "messageId": "3"}),
        json!({"type": "track", "anonymousId": "kiosk", "userId": "bogdan", "event": "Signed In",
               "timestamp": at(4), "messageId": "4"}),
        json!({"type": "group", "userId": "anna", "groupId": "nowak", "timestamp": at(5), "messageId": "5",
               "traits": {"name": "Nowak", "size": 3}}),
        json!({"type": "alias", "userId": "bogdan", "previousId": "tablet", "timestamp": at(6), "messageId": "6"}),
        json!({"type": "screen", "anonymousId": "stranger", "name": "=Sum(A1)", "messageId": "7"}),
    ])
    .await;
    shop.server(&[
        json!({"type": "track", "event": "Order Completed", "timestamp": at(10), "messageId": "1",
               "context": {"externalIds": email(true), "ip": "10.0.0.1"},
               "properties": {"total": 129.5, "currency": "PLN", "products": [{"name": "Cups", "quantity": 2}]}}),
        json!({"type": "track", "userId": "bogdan", "event": "Consent Given", "timestamp": at(11), "messageId": "2",
               "properties": {"purpose": "marketing", "channel": "email", "identity": "email:bogdan@example.com",
                              "wording": "newsletter v3"}}),
        json!({"type": "identify", "userId": "anna", "timestamp": at(12), "messageId": "3",
               "traits": {"lastName": "Nowak"}, "context": {"externalIds": email(true)}}),
    ])
    .await;
    let customer = async |identity| shop.who(identity).await.unwrap();
    let (stranger, bogdan) = (customer("device:stranger").await, customer("user_id:bogdan").await);
    let now = shop.ctx.clock.now();
    let db = &shop.ctx.db;
    let merge = |tx: &Tx| graph::merge(tx, stranger, bogdan, "Ewa", "same voice", now);
    let edge = db.write(merge).await.unwrap();
    let split = |tx: &Tx| graph::split(tx, bogdan, edge.id, "Ewa", "no, his son", now);
    db.write(split).await.unwrap();
    shop.settle().await;
}

/// A database without anything.
async fn empty(engine: Engine) -> (Ctx, Folder) {
    let (place, folder) = place(engine).await;
    let clock = kit::testing::clock();
    let ctx = Ctx::new(Db::open(&place).await.unwrap(), clock, defaults());
    ctx.db.migrate(&crate::app::migrations(), ctx.clock.now()).await.unwrap();
    (ctx, folder)
}

async fn export(ctx: &Ctx, folder: &Path, format: Format) -> String {
    let mut out = Vec::new();
    let options = Options { out: folder.to_path_buf(), format };
    run(ctx, options, &mut out).await.unwrap();
    String::from_utf8(out).unwrap()
}

async fn import_exported(ctx: &Ctx, folder: &Path) -> String {
    let mut out = Vec::new();
    let command = import::Command::Exported { folder: folder.to_path_buf() };
    let outcome = import::run(ctx, command, &mut out).await;
    let error = outcome.err().map_or(String::new(), |error| format!("onedoor: {}\n", error.detail));
    String::from_utf8(out).unwrap() + &error
}

/// Every file of an export, by its path.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            all.extend(
                files(&path).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text)),
            );
        } else {
            all.insert(name, std::fs::read_to_string(path).unwrap());
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_that_is_carried_out_and_in_is_the_same_shop() {
    on_each_engine(async |shop| {
        live(&shop).await;
        let folder = Folder::new();
        let (first, second) = (folder.0.join("first"), folder.0.join("second"));
        let said = export(&shop.ctx, &first, Format::Jsonl).await;
        assert_eq!(said, "4 customers and 10 events\n");

        let (ctx, _data) = empty(shop.ctx.db.engine()).await;
        let said = import_exported(&ctx, &first).await;
        assert!(said.starts_with("doors 2, groups 1, customers 4\n"), "{said}");
        export(&ctx, &second, Format::Jsonl).await;
        let (was, is) = (files(&first), files(&second));
        assert_eq!(was.keys().collect::<Vec<_>>(), is.keys().collect::<Vec<_>>());
        for (name, text) in &was {
            assert_eq!(text, &is[name], "{name}");
        }

        // Again it changes nothing, and a shop that is another one is left alone.
        let said = import_exported(&ctx, &first).await;
        assert!(!said.contains("onedoor:"), "{said}");
        let third = folder.0.join("third");
        export(&ctx, &third, Format::Jsonl).await;
        assert_eq!(files(&third), was);
        let other = Shop::open(Engine::Sqlite).await;
        other.web(&[json!({"type": "page", "anonymousId": "tv", "messageId": "1"})]).await;
        expect![[r#"
            onedoor: There are customers in this database. An export is taken back into an empty one; to add its history to a shop, use `onedoor import jsonl` with the files in events/.
        "#]].assert_eq(&import_exported(&other.ctx, &first).await);
    })
    .await;
}

/// Who the people are is told by the calls alone, as far as a door's secret key may tell it.
#[tokio::test(flavor = "multi_thread")]
async fn the_calls_of_a_door_are_taken_by_any_import() {
    on_each_engine(async |shop| {
        live(&shop).await;
        let folder = Folder::new();
        export(&shop.ctx, &folder.0.join("out"), Format::Jsonl).await;
        let other = Shop::open(shop.ctx.db.engine()).await;
        for (from, to) in [(&shop.web, &other.web), (&shop.server, &other.server)] {
            let name = format!("out/events/{}.jsonl", from.channel.id);
            let lines = std::fs::read_to_string(folder.0.join(name)).unwrap();
            let imported =
                customers::recording::import_lines(&other.ctx, to, &lines, 1).await.unwrap();
            assert_eq!((imported.bad, imported.recorded), (0, lines.lines().count() as u64));
        }
        for identity in ["user_id:anna", "user_id:bogdan", "device:stranger"] {
            let was = shop.told(shop.who(identity).await.unwrap()).await;
            let is = other.told(other.who(identity).await.unwrap()).await;
            assert_eq!(is, was, "{identity}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_exported_can_be_read() {
    let shop = Shop::open(Engine::Sqlite).await;
    live(&shop).await;
    let folder = Folder::new();
    export(&shop.ctx, &folder.0.join("out"), Format::Jsonl).await;
    let files = files(&folder.0.join("out"));
    // Ids are made anew in each run.
    let tills = &files[&format!("events/{}.jsonl", shop.server.channel.id)];
    let first: serde_json::Value = serde_json::from_str(tills.lines().next().unwrap()).unwrap();
    let shown: Vec<(&str, String)> = ["type", "timestamp", "event", "properties", "context"]
        .into_iter()
        .map(|field| (field, first[field].to_string()))
        .collect();
    expect![[r#"
        [
            (
                "type",
                "\"track\"",
            ),
            (
                "timestamp",
                "\"2026-11-20T10:10:00Z\"",
            ),
            (
                "event",
                "\"Order Completed\"",
            ),
            (
                "properties",
                "{\"total\":129.5,\"currency\":\"PLN\",\"products\":[{\"name\":\"Cups\",\"quantity\":2}]}",
            ),
            (
                "context",
                "{\"externalIds\":[{\"type\":\"email\",\"id\":\"anna@example.com\",\"verified\":true}],\"ip\":\"10.0.0.1\"}",
            ),
        ]
    "#]].assert_debug_eq(&shown);
    assert!(!files["doors.jsonl"].contains("sk_"), "secret keys stay here");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spreadsheet_gets_two_tables_and_no_formulas() {
    let shop = Shop::open(Engine::Sqlite).await;
    live(&shop).await;
    let folder = Folder::new();
    export(&shop.ctx, &folder.0.join("out"), Format::Csv).await;
    let mut files = files(&folder.0.join("out"));
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for identity in ["user_id:anna", "user_id:bogdan", "device:stranger", "device:kiosk"] {
        names.insert(shop.who(identity).await.unwrap().to_string(), identity.to_string());
    }
    let readable =
        |text: String| names.iter().fold(text, |text, (id, name)| text.replace(id.as_str(), name));
    let lines = readable(files.remove("events.csv").unwrap());
    expect![[r#"
        at,customer,door,type,name,amount,currency,properties
        2026-11-20T10:01:00Z,user_id:anna,Web shop,page,Cups,,,{}
        2026-11-20T10:02:00Z,user_id:anna,Web shop,identify,anna,,,"{""firstName"":""Anna"",""email"":""ANNA@example.com"",""email_verified"":true}"
        2026-11-20T10:03:00Z,user_id:anna,Web shop,track,Signed In,,,{}
        2026-11-20T10:04:00Z,user_id:bogdan,Web shop,track,Signed In,,,{}
        2026-11-20T10:05:00Z,user_id:anna,Web shop,group,nowak,,,"{""name"":""Nowak"",""size"":3}"
        2026-11-20T10:06:00Z,user_id:bogdan,Web shop,alias,tablet,,,{}
        2026-11-21T12:00:00Z,device:stranger,Web shop,screen,'=Sum(A1),,,{}
        2026-11-20T10:10:00Z,user_id:anna,Kraków,track,Order Completed,129.50,PLN,"{""total"":129.5,""currency"":""PLN"",""products"":[{""name"":""Cups"",""quantity"":2}]}"
        2026-11-20T10:11:00Z,user_id:bogdan,Kraków,track,Consent Given,,,"{""purpose"":""marketing"",""channel"":""email"",""identity"":""email:bogdan@example.com"",""wording"":""newsletter v3""}"
        2026-11-20T10:12:00Z,user_id:anna,Kraków,identify,anna,,,"{""lastName"":""Nowak""}"
    "#]].assert_eq(&lines);
    let lines = readable(files.remove("customers.csv").unwrap());
    let anna = lines.lines().find(|line| line.starts_with("user_id:anna")).unwrap();
    expect![[r#"user_id:anna,Anna Nowak,2026-11-21T12:00:00Z,2026-11-21T12:00:00Z,anna,anna@example.com,,,nowak,"{""email"":""ANNA@example.com"",""firstName"":""Anna"",""lastName"":""Nowak""}""#]].assert_eq(anna);
}

#[tokio::test(flavor = "multi_thread")]
async fn half_an_export_and_a_full_folder_are_refused() {
    let shop = Shop::open(Engine::Sqlite).await;
    live(&shop).await;
    let folder = Folder::new();
    let out = folder.0.join("out");
    export(&shop.ctx, &out, Format::Jsonl).await;
    let options = Options { out: out.clone(), format: Format::Jsonl };
    let error = run(&shop.ctx, options, &mut Vec::new()).await.unwrap_err();
    assert!(error.detail.ends_with("is not empty; name a folder that is."), "{error}");

    std::fs::remove_file(out.join("export.json")).unwrap();
    let (ctx, _data) = empty(Engine::Sqlite).await;
    let said = import_exported(&ctx, &out).await;
    assert!(said.ends_with("Is this a whole export?\n"), "{said}");
    let first = CustomerId([0; 16]);
    let roots = ctx.db.read(|tx| carried::roots_after(tx, first, 1)).await.unwrap();
    assert!(roots.is_empty(), "nothing is taken of it");
}
