use std::sync::Arc;

use expect_test::expect;
use futures_util::TryStreamExt;
use jiff::tz::TimeZone;
use kit::i18n::{Catalogue, Lang, Tr};
use kit::{params, sql};

use super::*;
use crate::identities::store as identities;
use crate::privacy::{Export, Format};

async fn export(shop: &Shop, customer: CustomerId, format: Format) -> String {
    let export =
        Export::open(&shop.ctx, &Permit::console(), &Named::Id(customer), &[]).await.unwrap();
    export.stream(format).try_collect::<Vec<_>>().await.unwrap().concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_holds_every_row_of_the_person_and_none_of_others() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        bogdan(&shop).await;
        for batch in 0..3 {
            let look = |n: u32| json!({"type": "page", "anonymousId": "anna-phone", "messageId": format!("l{batch}-{n}")});
            shop.web(&(0..400).map(look).collect::<Vec<_>>()).await;
        }
        let file: Value = serde_json::from_str(&export(&shop, anna, Format::Json).await).unwrap();
        let told: Vec<(&str, usize)> = ["leaves", "identities", "claims", "traits", "consents", "memberships",
            "dealings", "edges", "timeline"]
            .into_iter()
            .map(|part| (part, file[part].as_array().unwrap().len()))
            .collect();
        let count = |tx: &Tx| {
            let leaves = identities::leaves(tx, anna)?;
            let leaves = kit::db::List(&leaves);
            [
                ("leaves", sql!("select count(*) from customers where id in ($1)")),
                ("identities", sql!("select count(*) from identities where customer_id in ($1)")),
                ("claims", sql!("select count(*) from claims where customer_id in ($1)")),
                ("traits", sql!("select count(*) from traits where customer_id in ($1)")),
                ("consents", sql!("select count(*) from consents where customer_id in ($1)")),
                ("memberships", sql!("select count(*) from memberships where customer_id in ($1)")),
                ("dealings", sql!("select count(*) from dealings where customer_id in ($1)")),
                ("edges", sql!("select count(*) from edges where customer_id in ($1)")),
                ("timeline", sql!("select count(*) from events where customer_id in ($1)")),
            ]
            .into_iter()
            .map(|(part, select)| {
                let count = tx.one(select, params![leaves], |row| row.get::<i64>(0))?;
                Ok((part, count.unwrap_or(0) as usize))
            })
            .collect::<kit::Result<Vec<_>>>()
        };
        let there = shop.ctx.db.read(count).await.unwrap();
        assert_eq!(told, there);
        assert_eq!(there.last(), Some(&("timeline", 1_207)));
        assert!(!file.to_string().contains("bogdan"));
        assert_eq!(audited(&shop).await, ["customer_exported console {}"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_speaks_the_persons_language_and_runs_nothing_that_was_typed_in() {
    on_each_engine(async |shop| {
        let anna = anna(&shop).await;
        shop.web(&[json!({"type": "identify", "anonymousId": "anna-phone", "messageId": "x1",
            "traits": {"nick": "<script>alert(1)</script><!--timeline-->"}})])
            .await;
        let catalogue = Arc::new(Catalogue::new(&crate::LOCALES));
        let polish = Tr::new(&catalogue, Lang::Pl, TimeZone::get("Europe/Warsaw").unwrap());
        let page = export(&shop, anna, Format::Html(polish)).await;
        assert!(!page.contains("<script"));
        assert!(!page.contains("<!--timeline-->"));
        assert!(page.ends_with("</tbody></table></main></body></html>"), "{page}");
        assert!(!page.contains("export-"), "a text is missing");
        let start = page.find("<h2>Zamówienia").unwrap();
        let end = start + page[start..].find("<h2>Dlaczego").unwrap();
        expect![[r#"<h2>Zamówienia, zwroty i koszyki</h2><table><thead><tr><th scope="col">Kiedy</th><th scope="col">Co</th><th scope="col">Numer</th><th scope="col">Kwota</th></tr></thead><tbody><tr><td>21 lis 2026, 13:00</td><td>Zamówienie</td><td>anna-1</td><td>129,00 zł</td></tr></tbody></table>"#]]
        .assert_eq(&page[start..end]);
        assert!(page.contains("Złożono zamówienie") || page.contains("zamówieni"), "{page}");
    })
    .await;
}

#[test]
fn every_text_of_the_page_is_there_in_every_language() {
    Catalogue::new(&crate::LOCALES).check().unwrap();
}
