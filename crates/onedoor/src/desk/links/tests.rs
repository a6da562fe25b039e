//! Stories of links at the desk.

use axum::http::StatusCode;
use kit::i18n::Catalogue;

use crate::desk::tests::World;

#[test]
fn every_word_is_there_in_every_language() {
    Catalogue::new(&super::LOCALES).check().unwrap();
}

#[tokio::test]
async fn a_shop_that_does_not_answer_is_not_linked() {
    let mut anna = World::with_anna().await;
    assert!(anna.get("/desk/links").await.body.contains("No shop is linked yet"));
    let choice = anna.get("/desk/links/new").await.body;
    for system in ["Vendure", "Medusa", "Shopify", "WooCommerce"] {
        assert!(choice.contains(system), "{choice}");
    }
    let form = anna.get("/desk/links/new?system=vendure").await.body;
    assert!(form.contains("Password of the administrator"), "{form}");

    let typed = "system=vendure&name=Old+shop&goods=theirs&location=&username=a&password=b&url=";
    for (url, words) in [
        ("nowhere", "Write the address of the shop’s server"),
        // Port 9 of this machine: nobody listens there.
        ("http%3A%2F%2F127.0.0.1%3A9", "Connection refused"),
    ] {
        let refused = anna.post("/desk/links", &format!("{typed}{url}")).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{}", refused.body);
        assert!(
            refused.body.contains(words) && refused.body.contains("Old shop"),
            "{}",
            refused.body
        );
        assert!(!refused.body.contains("value=\"b\""), "secrets are not shown");
    }
    let elsewhere =
        format!("{typed}http%3A%2F%2F127.0.0.1%3A9").replace("location=", "location=W9");
    let refused = anna.post("/desk/links", &elsewhere).await;
    assert!(refused.body.contains("No open place has this code"), "{}", refused.body);
    assert!(anna.get("/desk/links").await.body.contains("No shop is linked yet"));
    let nobody = "chn_00000000000000000000000000";
    assert_eq!(anna.get(&format!("/desk/links/{nobody}")).await.status, StatusCode::NOT_FOUND);
}
