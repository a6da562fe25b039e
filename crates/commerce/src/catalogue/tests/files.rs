//! The catalogue goes out as a table and comes in again.

use customers::accounts::Permit;
use expect_test::{Expect, expect};

use super::*;
use crate::catalogue::files::{Progress, export, import};
use crate::testing::on_each_engine;

/// What an import says of the rows that it leaves out, and how it ends.
async fn take(market: &Market, table: &str) -> (Progress, String) {
    let mut said = String::new();
    let told = |_: &Progress, wrong: &[crate::catalogue::files::Wrong]| {
        for one in wrong {
            said += &format!("line {}: {} ({})\n", one.line, one.detail, one.rows);
        }
        Ok(())
    };
    match import(&market.ctx, &Permit::console(), table.as_bytes(), told).await {
        Ok(progress) => (progress, said),
        Err(error) => (Progress::default(), format!("{}: {}", error.code, error.detail)),
    }
}

async fn written(market: &Market) -> String {
    let mut table = Vec::new();
    export(&market.ctx, &Permit::console(), &mut table, |_| {}).await.unwrap();
    String::from_utf8(table).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_out_comes_in_again_as_it_was() {
    on_each_engine(async |market| {
        stocked(market).await;
        let table = written(market).await;
        expect![[r#"
            handle,title,status,description,brand,category,tax_class,images,doors,title_en,title_pl,title_ro,title_ru,description_en,description_pl,description_ro,description_ru,sku,gtin,option1_name,option1_value,option2_name,option2_value,option3_name,option3_value,weight_g,archived
            blue-mug-laka,Blue mug “Łąka”,active,,Kubek,Kitchen > Mugs,standard,,,,Niebieski kubek „Łąka”,,Синяя кружка,,,,,MUG-1-B,05901234123457,Colour,blue,,,,,,no
            blue-mug-laka,,,,,,,,,,,,,,,,,MUG-1-R,,Colour,red,,,,,,no
            espresso-cup,Espresso cup,active,,Kubek,Kitchen > Mugs,standard,,,,Filiżanka do espresso,,,,,,,CUP-1,,Colour,blue,,,,,,no
            espresso-cup,,,,,,,,,,,,,,,,,CUP-2,,Colour,white,,,,,,no
            coffee-beans-brazil,"Coffee beans, Brazil",active,,Ziarno,Coffee,reduced,,,,,,,,,,,BEANS-1,,,,,,,,1000,no
            gift-mug,Gift mug,draft,,Ziarno,Kitchen,standard,,,,,,,,,,,GIFT-1,,,,,,,,,no
        "#]].assert_eq(&table);
        // Into the same shop: nothing changes. Into an empty one: all is there.
        let (progress, said) = take(market, &table).await;
        assert_eq!((progress.same, progress.rows, said.as_str()), (4, 6, ""));
        let empty = Market::open(market.ctx.customers.db.engine()).await;
        let (progress, said) = take(&empty, &table).await;
        assert_eq!((progress.created, said.as_str()), (4, ""));
        assert_eq!(written(&empty).await, table);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_rows_are_named_and_change_nothing_of_theirs() {
    on_each_engine(async |market| {
        stocked(market).await;
        let table = "\u{feff}Handle;Title;SKU;GTIN;option1_name;option1_value;weight_g;status\n\
             blue-mug-laka;Mug;MUG-1-B;;Colour;blue;300;\n\
             blue-mug-laka;;MUG-1-R;;Colour;red;heavy;\n\
             blue-mug-laka;;MUG-1-G;5901234123458;Colour;green;;\n\
             jug;\"Jug;\nlarge\";JUG-1;;;;;\n\
             bowl;Bowl;BOWL-1\n\
             plate;Plate;PLATE-1;5901234123457;;;;\n\
             spoon;Spoon;SPOON-1;;;;;sold\n\
             fork;;FORK-1;;;;;\n\
             espresso-cup;-;CUP-1;;Colour;blue;;\n\
             ;;BEANS-1;;;;900;archived\n";
        let (progress, said) = take(market, table).await;
        expect![[r#"
            line 3: “heavy” is no weight in whole grams. (3)
            line 4: The last digit of the GTIN 5901234123458 should be 7. (0)
            line 7: The row has 3 cells, the header 8. (1)
            line 8: The variant “MUG-1-B” has the GTIN 05901234123457 already. (1)
            line 9: A status is one of draft, active, archived. (1)
            line 10: A product needs a title. (1)
            line 11: A product needs a title. (1)
        "#]]
        .assert_eq(&said);
        let due = Progress { rows: 10, created: 1, changed: 1, same: 0, left_out: 8 };
        assert_eq!(progress, due);
        let (progress, _) = take(market, table).await;
        assert_eq!((progress.created, progress.changed, progress.same), (0, 0, 2));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_is_none_is_refused_whole() {
    on_each_engine(async |market| {
        let check = async |table: &str, expected: Expect| {
            expected.assert_eq(&take(market, table).await.1);
        };
        check("", expect!["bad_columns: The table needs a column “sku”: it says which variant a row is."]).await;
        check("handle,title\nmug,Mug\n", expect!["bad_columns: The table needs a column “sku”: it says which variant a row is."]).await;
        check("sku,Farbe\nMUG,blau\n", expect!["bad_columns: There is no column “farbe”. There are handle, title, status, description, brand, category, tax_class, images, doors, title_en, title_pl, title_ro, title_ru, description_en, description_pl, description_ro, description_ru, sku, gtin, option1_name, option1_value, option2_name, option2_value, option3_name, option3_value, weight_g, archived."]).await;
        check("sku,sku\nMUG,MUG\n", expect!["bad_columns: The column “sku” is there twice."]).await;
        assert_eq!(take(market, "sku,title\n").await, (Progress::default(), String::new()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn thousands_of_variants_come_in_a_few_transactions() {
    on_each_engine(async |market| {
        let mut table = String::from("handle,title,brand,sku,option1_name,option1_value\n");
        for product in 0..400 {
            for size in 0..5 {
                table += &format!(
                    "mug-{product},Mug number {product},Kubek,M-{product}-{size},Size,{size}\n"
                );
            }
        }
        let (progress, said) = take(market, &table).await;
        assert_eq!((progress.created, progress.rows, said.as_str()), (400, 2_000, ""));
        let (progress, _) = take(market, &table).await;
        assert_eq!((progress.same, progress.created, progress.changed), (400, 0, 0));
    })
    .await;
}
