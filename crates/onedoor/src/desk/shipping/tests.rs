//! Anna says how parcels go out and what that costs; Maria at the till sees it.

use axum::http::StatusCode;
use customers::accounts::Role;

use crate::desk::tests::World;

const COURIER: &str = "title=Courier&code=courier&currency=PLN&kind=address&countries=PL%2C+ro\
    &from=&weight=5&cost=12%2C99&from=&weight=30&cost=24.99&from=&weight=&cost=\
    &free_from=200&tax_class=standard&title_pl=Kurier&position=1&is_active=on";

#[tokio::test]
async fn a_method_is_made_changed_and_switched_off() {
    let mut anna = World::with_anna().await;
    let none = anna.get("/desk/shipping").await.body;
    assert!(none.contains("No delivery methods yet"), "{none}");
    let made = anna.post("/desk/shipping", COURIER).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let page = anna.get("/desk/shipping").await.body;
    for shown in ["PL, RO", "PLN\u{a0}12.99 · up to 5\u{a0}kg", "free from PLN\u{a0}200.00"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let taken = anna.post("/desk/shipping", COURIER).await;
    assert!(taken.body.contains("Another method has this code."), "{}", taken.body);
    let form = anna.get("/desk/shipping/courier").await.body;
    assert!(form.contains("value=\"12.99\"") && form.contains("value=\"30\""), "{form}");
    for (was, is, words) in [
        ("cost=12%2C99", "cost=dear", "dear: Write an amount"),
        ("weight=30", "weight=heavy", "heavy: Write a weight"),
        ("weight=30", "weight=5", "one cost"),
        ("title=Courier", "title=", "Give the method a name."),
        ("PL%2C+ro", "Poland", "two letters"),
    ] {
        let wrong =
            anna.post("/desk/shipping", &COURIER.replace(was, is).replace("courier", "x1")).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST, "{is}");
        assert!(wrong.body.contains(words), "{is}: {}", wrong.body);
    }
    let off = format!("known=yes&{}", COURIER.replace("&is_active=on", ""));
    assert_eq!(anna.post("/desk/shipping", &off).await.status, StatusCode::SEE_OTHER);
    assert!(anna.get("/desk/shipping").await.body.contains("switched off"));
    assert_eq!(anna.get("/desk/shipping/balloon").await.status, StatusCode::NOT_FOUND);
    let mut maria = anna.join("Maria", Role::Clerk).await;
    let seen = maria.get("/desk/shipping").await;
    assert!(seen.body.contains("Courier") && !seen.body.contains("/desk/shipping/new"));
    assert_eq!(maria.get("/desk/shipping/courier").await.status, StatusCode::FORBIDDEN);
    assert_eq!(maria.post("/desk/shipping", COURIER).await.status, StatusCode::FORBIDDEN);
}
