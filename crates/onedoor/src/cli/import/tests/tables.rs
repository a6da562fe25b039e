use customers::testing::{Shop, on_each_engine};
use expect_test::expect;
use kit::db::Engine;

use super::Desk;

const RECEIPTS: &str = r#"
[door]
name = "Tills"
kind = "store"

[file]
delimiter = ";"
encoding = "windows-1250"
decimal = ","
empty = ["-"]

[call]
type = "track"
event = "Order Completed"
message_id = "receipt-{receipt}"

[call.time]
columns = ["date", "time"]
format = "%d.%m.%Y %H:%M"
zone = "Europe/Warsaw"

[group]
by = ["receipt"]

[[where]]
column = "status"
is_not = ["void"]

[[identity]]
type = "loyalty_card"
value = "PL-{card}"
verified = true

[[identity]]
type = "user_id"
value = "{account}"

[[property]]
path = "order_id"
column = "receipt"

[[property]]
path = "total"
column = "amount"
type = "money"
sum = true

[[property]]
path = "currency"
value = "PLN"

[[property]]
path = "till.city"
column = "city"

[[item]]
path = "name"
column = "product"

[[item]]
path = "quantity"
column = "pieces"
type = "number"
"#;

/// As a till in Łódź saves it: semicolons, decimal commas, Windows-1250.
fn receipts() -> Vec<u8> {
    let text = "\
receipt;date;time;card;account;city;product;pieces;amount;status
1;02.11.2026;09:15;77;anna;Łódź;Filiżanka;2;70,00 zł;sold
1;02.11.2026;09:15;77;anna;Łódź;Kawa;1;45,50 zł;sold
1;02.11.2026;09:15;77;anna;Łódź;Torba;1;1,00 zł;void
2;03.11.2026;17:40;78;-;Łódź;\"Kawa; mielona\";1;1 299,00 zł;sold
3;31.02.2026;10:00;77;anna;Łódź;Kawa;1;45,50 zł;sold
4;04.11.2026;10:00;79;-;Łódź;Kawa;1;sold
4;04.11.2026;10:00;79;-;Łódź;Mleko;1;4,00 zł;sold
5;05.11.2026;10:00;77;anna;Łódź;Kawa;one;45,50 zł;sold
6;05.11.2026;11:00;-;-;Łódź;Kawa;1;45,50 zł;sold
1;02.11.2026;09:15;77;anna;Łódź;Mleko;1;4,00 zł;sold
7;06.11.2026;08:00;78;-;Łódź;Kawa;1;45,50 zł;sold
";
    let page = |c: char| match c {
        'Ł' => 0xa3,
        'ó' => 0xf3,
        'ź' => 0x9f,
        'ż' => 0xbf,
        'ł' => 0xb3,
        _ => u8::try_from(c).unwrap(),
    };
    text.chars().map(page).collect()
}

fn desk() -> Desk {
    Desk::new(&[("map.toml", RECEIPTS.as_bytes()), ("receipts.csv", &receipts())])
}

#[tokio::test(flavor = "multi_thread")]
async fn the_receipts_of_a_till_become_orders() {
    on_each_engine(async |shop| {
        let desk = desk();
        let mut how = desk.how(&["receipts.csv"]);
        how.errors = Some(desk.path("errors.csv"));
        let said = desk.csv(&shop, how).await;
        expect![[r#"
            receipts.csv → Tills (store)
              line 6, date: “31.02.2026 10:00” is no time like %d.%m.%Y %H:%M.
              line 7: The row has 9 cells, the header 10. (2 rows are left out)
              line 9, pieces: “one” is no number.
              line 10: The call names nobody. Send a userId or an anonymousId.
              line 11: Other rows of this group stand elsewhere in the file. Sort it, or set `gather = "file"`.
              rows                11
              left out             1
              bad                  6
              calls                4
              recorded             3
              repeated             0
        "#]].assert_eq(&said);
        expect![[r#"
            file,line,column,rows_left_out,problem
            receipts.csv,6,date,1,“31.02.2026 10:00” is no time like %d.%m.%Y %H:%M.
            receipts.csv,7,,2,"The row has 9 cells, the header 10."
            receipts.csv,9,pieces,1,“one” is no number.
            receipts.csv,10,,1,The call names nobody. Send a userId or an anonymousId.
            receipts.csv,11,,1,"Other rows of this group stand elsewhere in the file. Sort it, or set `gather = ""file""`."
        "#]].assert_eq(&desk.read("errors.csv"));

        let anna = shop.who("user_id:anna").await.unwrap();
        assert_eq!(shop.who("loyalty_card:PL77").await, Some(anna));
        expect![[r#"
            2026-11-02T08:15:00Z Order Completed · 115.50 PLN
              {"order_id":"1","total":115.50,"currency":"PLN","till":{"city":"Łódź"},"products":[{"name":"Filiżanka","quantity":2},{"name":"Kawa","quantity":1}]}
        "#]].assert_eq(&story(&shop, "loyalty_card:PL77").await);
        expect![[r#"
            2026-11-03T16:40:00Z Order Completed · 1299.00 PLN
              {"order_id":"2","total":1299.00,"currency":"PLN","till":{"city":"Łódź"},"products":[{"name":"Kawa; mielona","quantity":1}]}
            2026-11-06T07:00:00Z Order Completed · 45.50 PLN
              {"order_id":"7","total":45.50,"currency":"PLN","till":{"city":"Łódź"},"products":[{"name":"Kawa","quantity":1}]}
        "#]].assert_eq(&story(&shop, "loyalty_card:PL78").await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_again_changes_nothing() {
    on_each_engine(async |shop| {
        let desk = desk();
        desk.import_csv(&shop, "receipts.csv").await;
        let before = story(&shop, "user_id:anna").await;
        let said = desk.import_csv(&shop, "receipts.csv").await;
        let counts: Vec<&str> = said.lines().map(str::trim).rev().take(4).collect();
        expect![[r#"
              repeated             3
              recorded             0
              calls                4
              bad                  6"#]]
        .assert_eq(&counts.join("\n"));
        assert_eq!(story(&shop, "user_id:anna").await, before);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_shows_the_first_calls_and_records_nothing() {
    let shop = Shop::open(Engine::Sqlite).await;
    let desk = desk();
    let mut how = desk.how(&["receipts.csv"]);
    how.dry_run = true;
    expect![[r#"
        receipts.csv → Tills (store) (dry run: nothing is recorded)
        line 2:
          {
            "type": "track",
            "event": "Order Completed",
            "messageId": "receipt-1",
            "timestamp": "2026-11-02T08:15:00Z",
            "userId": "anna",
            "context": {
              "externalIds": [
                {
                  "type": "loyalty_card",
                  "id": "PL-77",
                  "verified": true
                }
              ]
            },
            "properties": {
              "order_id": "1",
              "total": 115.5,
              "currency": "PLN",
              "till": {
                "city": "Łódź"
              },
              "products": [
                {
                  "name": "Filiżanka",
                  "quantity": 2
                },
                {
                  "name": "Kawa",
                  "quantity": 1
                }
              ]
            }
          }
        line 5:
          {
            "type": "track",
            "event": "Order Completed",
            "messageId": "receipt-2",
            "timestamp": "2026-11-03T16:40:00Z",
            "context": {
              "externalIds": [
                {
                  "type": "loyalty_card",
                  "id": "PL-78",
                  "verified": true
                }
              ]
            },
            "properties": {
              "order_id": "2",
              "total": 1299.0,
              "currency": "PLN",
              "till": {
                "city": "Łódź"
              },
              "products": [
                {
                  "name": "Kawa; mielona",
                  "quantity": 1
                }
              ]
            }
          }
          line 6, date: “31.02.2026 10:00” is no time like %d.%m.%Y %H:%M.
          line 7: The row has 9 cells, the header 10. (2 rows are left out)
          line 9, pieces: “one” is no number.
          line 10: The call names nobody. Send a userId or an anonymousId.
          line 11: Other rows of this group stand elsewhere in the file. Sort it, or set `gather = "file"`.
          rows                11
          left out             1
          bad                  6
          calls                4
    "#]].assert_eq(&desk.csv(&shop, how).await);
    assert_eq!(shop.who("user_id:anna").await, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_a_group_may_stand_anywhere_if_the_mapping_says_so() {
    let shop = Shop::open(Engine::Sqlite).await;
    let desk = desk();
    let anywhere = RECEIPTS.replace("by = [\"receipt\"]", "by = [\"receipt\"]\ngather = \"file\"");
    std::fs::write(desk.path("map.toml"), anywhere).unwrap();
    desk.import_csv(&shop, "receipts.csv").await;
    expect![[r#"
        2026-11-02T08:15:00Z Order Completed · 119.50 PLN
          {"order_id":"1","total":119.50,"currency":"PLN","till":{"city":"Łódź"},"products":[{"name":"Filiżanka","quantity":2},{"name":"Kawa","quantity":1},{"name":"Mleko","quantity":1}]}
    "#]].assert_eq(&story(&shop, "user_id:anna").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_and_their_households_have_traits() {
    const PEOPLE: &str = r#"
        door = { name = "Old shop", kind = "import" }
        identity = [
            { type = "user_id", value = "{id}" },
            { type = "email", value = "{mail}", verified = true },
        ]
        trait = [
            { path = "firstName", column = "name" },
            { path = "address.city", column = "city" },
            { path = "newsletter", column = "news", type = "bool" },
            { path = "visits", column = "visits", type = "number" },
        ]
        [call]
        type = "identify"
        time = { value = "2020-01-01", zone = "Europe/Bucharest" }
    "#;
    let people = "id,mail,name,city,news,visits\n\
                  1001,Ana@Example.com,Ana,Cluj,yes,12\n\
                  1002,not an address,Bogdan,,no,\n\
                  undefined,,Nobody,Iași,no,1\n";
    let desk = Desk::new(&[("map.toml", PEOPLE.as_bytes()), ("people.csv", people.as_bytes())]);
    on_each_engine(async |shop| {
        expect![[r#"
            people.csv → Old shop (import)
              line 4: The call names nobody: the value stands for nobody in particular, so it identifies no one. Send a userId or an anonymousId.
              rows                 3
              bad                  1
              calls                3
              recorded             2
              repeated             0
        "#]].assert_eq(&desk.import_csv(&shop, "people.csv").await);
        let ana = shop.who("email:ana@example.com").await.unwrap();
        assert_eq!(shop.who("user_id:1001").await, Some(ana));
        expect![[r#"
            2019-12-31T22:00:00Z 1001
              {"firstName":"Ana","address":{"city":"Cluj"},"newsletter":true,"visits":12}
        "#]].assert_eq(&story(&shop, "user_id:1001").await);
        expect![[r#"
            2019-12-31T22:00:00Z 1002
              {"firstName":"Bogdan","newsletter":false}
        "#]].assert_eq(&story(&shop, "user_id:1002").await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mapping_that_does_not_fit_says_so_before_anything_is_recorded() {
    let shop = Shop::open(Engine::Sqlite).await;
    let check = async |was: &str, is: &str| {
        let desk = desk();
        assert!(RECEIPTS.contains(was));
        std::fs::write(desk.path("map.toml"), RECEIPTS.replacen(was, is, 1)).unwrap();
        let said = desk.import_csv(&shop, "receipts.csv").await;
        said.replace(&desk.folder.0.display().to_string(), "…")
    };
    let said = [
        check("column = \"amount\"", "column = \"price\"").await,
        check("type = \"track\"", "type = \"trick\"").await,
        check("event = \"Order Completed\"", "").await,
        check("sum = true", "sum = true\nround = 2").await,
        check("type = \"money\"\nsum", "type = \"text\"\nsum").await,
        check("Europe/Warsaw", "Europe/Cracow").await,
        check("receipt-{receipt}", "receipt-{receipt").await,
        check("[group]\nby = [\"receipt\"]", "").await,
        check("path = \"till.city\"", "path = \"total.city\"").await,
        check("delimiter = \";\"", "delimiter = \"||\"").await,
    ];
    expect![[r#"
        onedoor: The file has no column “price”. It has: receipt, date, time, card, account, city, product, pieces, amount, status.

        onedoor: The mapping …/map.toml: TOML parse error at line 13, column 8
           |
        13 | type = "trick"
           |        ^^^^^^^
        “trick” is no type of call: track, identify, page, screen, group, alias.

        onedoor: The mapping …/map.toml: A call of type track needs `event`.

        onedoor: The mapping …/map.toml: TOML parse error at line 47, column 1
           |
        47 | round = 2
           | ^^^^^
        unknown field `round`, expected one of `path`, `column`, `value`, `type`, `sum`

        onedoor: The mapping …/map.toml: “total”: numbers and money of a [group] have a `sum`.

        onedoor: This machine knows no time zone “Europe/Cracow”.

        onedoor: The mapping …/map.toml: TOML parse error at line 15, column 14
           |
        15 | message_id = "receipt-{receipt"
           |              ^^^^^^^^^^^^^^^^^^
        “receipt-{receipt”: a column is written {name}, a brace {{.

        onedoor: The mapping …/map.toml: An [[item]] needs a [group].

        onedoor: Two values stand at “total.city”.

        onedoor: “||” is no delimiter: one letter, or tab.
    "#]].assert_eq(&said.join("\n"));
    assert_eq!(shop.ctx.db.read(customers::channels::store::list).await.unwrap().len(), 2);
}

/// The timeline, oldest first: time, door, name, worth, properties.
async fn story(shop: &Shop, identity: &str) -> String {
    let events = shop.timeline(shop.who(identity).await.unwrap()).await;
    let line = |event: &customers::events::Event| {
        let amount = event.amount.map_or(String::new(), |amount| format!(" · {amount}"));
        format!("{} {}{amount}\n  {}\n", event.occurred_at, event.name, event.properties)
    };
    events.iter().rev().map(line).collect()
}
