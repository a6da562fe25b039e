//! What is filled in, and who may say what by which short word.

use customers::accounts::Permit;

use super::rules::{Filled, fill, left_over, unknown};
use super::*;
use crate::testing::on_each_engine;

#[test]
fn what_is_known_is_filled_in_and_what_is_not_stays_visible() {
    let values =
        vec![("customer.first_name", "Zofia".to_string()), ("order.number", String::new())];
    let check = |text: &str, expected: &str, missing: &[&str]| {
        let Filled { text: filled, missing: named } = fill(text, &values);
        assert_eq!(
            (filled.as_str(), named.iter().map(String::as_str).collect::<Vec<_>>()),
            (expected, missing.to_vec())
        );
    };
    check("Dear {customer.first_name},", "Dear Zofia,", &[]);
    check("Dear { customer.first_name | customer }", "Dear Zofia", &[]);
    check("Order {order.number}", "Order {order.number}", &["order.number"]);
    check("Order {order.number|of yours}", "Order of yours", &[]);
    check("{order.number|}!", "!", &[]);
    check(
        "A {brace} and { more, {customer.first_name",
        "A {brace} and { more, {customer.first_name",
        &[],
    );
    assert_eq!(left_over("see {order.number} here"), Some("{order.number}"));
    assert_eq!(left_over("a {b.c} d"), None);
    assert_eq!(unknown("a {customer.shoe_size}"), Some("customer.shoe_size"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_word_stands_for_one_answer_in_each_language() {
    on_each_engine(async |talk| {
        let (ctx, by) = (&talk.ctx, Permit::console());
        let new = |shortcut: &str, lang, body: &str| New {
            shortcut: shortcut.into(),
            lang,
            title: String::new(),
            body: body.into(),
            choices: "Yes\r\n\r\n No ".into(),
        };
        let id = save(ctx, &by, None, &new("/Returns", Lang::En, "You have 30 days.\r\nGladly."))
            .await
            .unwrap();
        save(ctx, &by, None, &new("returns", Lang::Pl, "Na zwrot jest 30 dni.")).await.unwrap();
        let taken = save(ctx, &by, None, &new("returns", Lang::Pl, "Inaczej")).await.unwrap_err();
        assert_eq!(taken.code, "shortcut_taken");
        for (shortcut, body, code) in [
            ("", "x", "bad_shortcut"),
            ("a b", "x", "bad_shortcut"),
            ("a", " ", "bad_ready_body"),
            ("a", "{customer.age}", "unknown_variable"),
        ] {
            let refused = save(ctx, &by, None, &new(shortcut, Lang::En, body)).await;
            assert_eq!(refused.unwrap_err().code, code);
        }
        save(ctx, &by, Some(id), &new("returns", Lang::En, "You have 14 days.")).await.unwrap();
        let all = ctx.customers.db.read(list).await.unwrap();
        let shown: Vec<_> =
            all.iter().map(|one| format!("/{} {} {}", one.shortcut, one.lang, one.title)).collect();
        assert_eq!(shown, ["/returns en You have 14 days.", "/returns pl Na zwrot jest 30 dni."]);
        assert_eq!(all[0].choices, ["Yes", "No"]);
        let twice = New { choices: "Yes\nyes".into(), ..new("again", Lang::En, "Well?") };
        assert_eq!(save(ctx, &by, None, &twice).await.unwrap_err().code, "bad_choices");
        delete(ctx, &by, id).await.unwrap();
        assert_eq!(delete(ctx, &by, id).await.unwrap_err().code, "not_found");
        assert_eq!(
            save(ctx, &by, Some(id), &new("x", Lang::En, "y")).await.unwrap_err().code,
            "not_found"
        );
    })
    .await;
}
