//! Anna sets the programme and puts a customer's points right.

use axum::http::StatusCode;
use customers::accounts::Role;
use kit::i18n::Catalogue;

use crate::desk::tests::World;

const PROGRAM: &str = "earn_points=1&earn_per=1.00&pay_points=100&pay_per=5&expire_days=365\
    &tier_name=Gold&tier_from=1000&tier_percent=150&tier_name=&tier_from=&tier_percent=";

#[test]
fn every_word_is_there_in_every_language() {
    Catalogue::new(&super::LOCALES).check().unwrap();
}

#[tokio::test]
async fn the_programme_is_set_and_says_what_it_comes_to() {
    let mut anna = World::with_anna().await;
    assert!(anna.get("/desk/loyalty").await.body.contains("No points yet"));
    let set = anna.post("/desk/loyalty", PROGRAM).await;
    assert_eq!((set.status, set.location()), (StatusCode::SEE_OTHER, "/desk/loyalty"));
    let page = anna.get("/desk/loyalty").await.body;
    for shown in [
        "PLN\u{a0}100.00 spent brings 100 points.",
        "100 points pay PLN\u{a0}5.00 of an order.",
        "Points are lost 365 days after they came.",
        "Gold: from 1,000 points within a year, 150 % of the usual points.",
        "value=\"Gold\"",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    // Half a rate is none; what was typed stays.
    let half = anna.post("/desk/loyalty", "earn_points=2&earn_per=&expire_days=").await;
    assert_eq!(half.status, StatusCode::BAD_REQUEST);
    assert!(half.body.contains("This is needed.") && half.body.contains("value=\"2\""));
    let slow = anna.post("/desk/loyalty", &PROGRAM.replace("percent=150", "percent=50")).await;
    assert!(slow.body.contains("ten tiers at most"), "{}", slow.body);
    // An agent sees it and sets nothing.
    let mut igor = anna.join("igor", Role::Agent).await;
    let page = igor.get("/desk/loyalty").await.body;
    assert!(page.contains("100 points pay") && !page.contains("name=\"earn_points\""), "{page}");
    assert_eq!(igor.post("/desk/loyalty", PROGRAM).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn points_are_corrected_once_and_with_a_reason() {
    let mut anna = World::with_anna().await;
    anna.post("/desk/loyalty", PROGRAM).await;
    let (ewa, _) = anna.visitor().await;
    let ledger = format!("/desk/loyalty/customers/{ewa}");
    let page = anna.get(&format!("/desk/customers/{ewa}")).await.body;
    assert!(page.contains(&ledger), "the way from the customer: {page}");
    assert!(anna.get(&ledger).await.body.contains("Nothing has come or gone yet"));
    let corrections = format!("{ledger}/corrections");
    let no_reason = anna.post(&corrections, "key=c1&points=50&reason=").await;
    assert_eq!(no_reason.status, StatusCode::BAD_REQUEST);
    assert!(no_reason.body.contains("Say why"), "{}", no_reason.body);
    for _ in 0..2 {
        let sent = anna.post(&corrections, "key=c1&points=50&reason=Bought+by+telephone").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    }
    let page = anna.get(&ledger).await.body;
    for shown in ["50 points", "+50", "Corrected by hand", "Bought by telephone", "Anna"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let much = anna.post(&corrections, "key=c2&points=-51&reason=A+slip").await;
    assert_eq!(much.status, StatusCode::CONFLICT);
    assert!(much.body.contains("There are not so many points."), "{}", much.body);
    anna.post(&corrections, "key=c3&points=-50&reason=A+slip").await;
    assert!(anna.get(&ledger).await.body.contains("0 points"));
    let mut igor = anna.join("igor", Role::Agent).await;
    assert!(igor.get(&ledger).await.body.contains("A slip"));
    let refused = igor.post(&corrections, "key=c4&points=1&reason=x").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}
