use std::io::Cursor;

use customers::accounts::Permit;
use expect_test::{Expect, expect};

use super::files::{File, Report, take};
use super::*;
use crate::stock::testing::{assert_sound, has, place};
use crate::testing::on_each_engine;

async fn import(market: &Market, bytes: &[u8], is_full: bool) -> Report {
    let decode = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    let file =
        File { name: "stany.csv", as_of: now(market), is_full, location: None, decode: &decode };
    take(&market.ctx, &Permit::console(), &file, Cursor::new(bytes)).await.unwrap()
}

fn check(report: &Report, expected: Expect) {
    let mut told = format!("{} rows, {:?}\n", report.rows, report.outcome);
    for aside in &report.aside {
        told.push_str(&format!("line {}: {}\n", aside.line, aside.why));
    }
    expected.assert_eq(&told);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_the_erp_is_taken_once_and_its_bad_rows_are_named() {
    on_each_engine(async |market| {
        let (mug, tea) = (thing(market, "MUG").await, thing(market, "TEA").await);
        let lodz = place(market, "WLOD Łódź PL").await;
        let krakow = place(market, "SKRK Kraków PL").await;
        has(market, tea, lodz, 7).await;
        has(market, tea, krakow, 7).await;
        market.ctx.customers.clock.advance(1);
        let file = "\u{feff}Magazyn;Symbol;Nazwa;Ilość\r\n\
            WLOD;MUG;Kubek niebieski;12,000\r\n\
            WLOD;MUG-99;Kubek czerwony;3\r\n\
            SKRK;MUG;\"Kubek; na\nprezent\";1 200\r\n\
            SGDY;MUG;;4\r\n\
            SKRK;TEA;Herbata;2,5\r\n\
            SKRK\r\n";
        let report = import(market, file.as_bytes(), false).await;
        check(
            &report,
            expect![[r#"
                6 rows, Outcome { corrected: 2, as_before: 0, outdated: 0 }
                line 7: “2,5” are not whole pieces.
                line 8: The row is too short.
                line 6: There is no location “SGDY”.
                line 3: There is no variant “MUG-99”.
            "#]],
        );
        assert_eq!(lies(market, mug).await, "SKRK 1200 WLOD 12");
        assert_eq!(lies(market, tea).await, "SKRK 7 WLOD 7");
        let again = import(market, file.as_bytes(), false).await;
        assert!(again.taken_before.is_some());
        assert_eq!(again.rows, 0);

        market.ctx.customers.clock.advance(1);
        let full = "sku,location,quantity\nMUG,WLOD,12\n";
        check(
            &import(market, full.as_bytes(), true).await,
            expect![[r#"
                1 rows, Outcome { corrected: 1, as_before: 1, outdated: 0 }
            "#]],
        );
        // The rest of Łódź is gone; of Kraków the file says nothing.
        assert_eq!(lies(market, tea).await, "SKRK 7 WLOD 0");
        assert_eq!(lies(market, mug).await, "SKRK 1200 WLOD 12");
        assert_sound(market).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_table_of_stock_is_refused_whole() {
    let market = Market::open(kit::db::Engine::Sqlite).await;
    let decode = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    let as_of = now(&market);
    let told = async |bytes: &'static [u8]| {
        let file = File { name: "x", as_of, is_full: true, location: None, decode: &decode };
        let taken = take(&market.ctx, &Permit::console(), &file, Cursor::new(bytes)).await;
        taken.unwrap_err().to_string()
    };
    expect!["It has no column “location”. (bad_stock_file)"].assert_eq(&told(b"a;b\n1;2\n").await);
    expect!["It has no column “quantity”. (bad_stock_file)"]
        .assert_eq(&told(b"sku;magazyn\n1;2\n").await);
    expect!["Its first line is not in this encoding. (bad_stock_file)"]
        .assert_eq(&told(b"sku;ilo\xb6\xe6\n").await);
    expect!["It has no column “location”. (bad_stock_file)"].assert_eq(&told(b"").await);
}
