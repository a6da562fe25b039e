//! Anna keeps price lists, sees why something costs what it does, and declares where a door differs.

use axum::http::StatusCode;
use commerce::catalogue::testing::mug_in;
use customers::accounts::Role;
use customers::channels::{self, ChannelKind, NewChannel};
use kit::time::{days, hours};

use crate::desk::tests::World;

const RETAIL: &str =
    "code=retail&name=Retail&currency=PLN&group=&priority=0&starts_at=&ends_at=&why=Opening";

#[tokio::test]
async fn prices_are_typed_over_and_their_history_is_kept() {
    let mut anna = World::with_anna().await;
    let blue = mug_in(&anna.app.commerce, "BLUE").await;
    mug_in(&anna.app.commerce, "RED").await;
    assert!(anna.get("/desk/prices").await.body.contains("No price list yet"));
    let made = anna.post("/desk/prices", RETAIL).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let list = made.location().to_string();
    let taken = anna.post("/desk/prices", RETAIL).await;
    assert!(taken.body.contains("Another list has this code."), "{}", taken.body);
    let page = anna.get(&list).await.body;
    assert!(page.contains("BLUE") && page.contains("RED"), "{page}");
    // A price, and a lower one from ten pieces on; the row of the other is left as it was.
    let form = format!(
        "why=Opening&variant={blue}&from=1&was=&amount=49%2C90&variant={blue}&from=10&was=&amount=45"
    );
    assert_eq!(anna.post(&list, &form).await.status, StatusCode::SEE_OTHER);
    let page = anna.get(&format!("{list}?q=blue")).await.body;
    assert!(page.contains("value=\"49.90\"") && page.contains("10+"), "{page}");
    // A sale begins; the low of the 30 days before it is told.
    anna.app.ctx.clock.advance(days(1));
    let sale = "code=sale&name=Winter+sale&currency=PLN&priority=10&is_sale=on&why=Winter";
    let sale = anna.post("/desk/prices", sale).await.location().to_string();
    let form = format!("why=Winter&variant={blue}&from=1&was=&amount=39.92");
    assert_eq!(anna.post(&sale, &form).await.status, StatusCode::SEE_OTHER);
    anna.app.ctx.clock.advance(hours(1));
    let why = anna.get(&format!("/desk/prices/variants/{blue}")).await.body;
    for shown in [
        "PLN\u{a0}39.92",
        "From the list “Winter sale”. The price list with the highest priority.",
        "May be announced as −20 %",
        "lower priority",
        "only from this quantity on",
        "The same at every door",
        "Opening",
    ] {
        assert!(why.contains(shown), "{shown}: {why}");
    }
    let wrong = anna.post(&list, &format!("variant={blue}&from=1&was=49.90&amount=dear")).await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert!(wrong.body.contains("dear: Write an amount"), "{}", wrong.body);
}

#[tokio::test]
async fn a_door_that_differs_says_why_and_until_when() {
    let mut anna = World::with_anna().await;
    let blue = mug_in(&anna.app.commerce, "BLUE").await;
    let list = anna.post("/desk/prices", RETAIL).await.location().to_string();
    anna.post(&list, &format!("variant={blue}&from=1&was=&amount=50")).await;
    let ctx = &anna.app.ctx;
    let (new, now) =
        (NewChannel { kind: ChannelKind::Web, name: "Market".into() }, ctx.clock.now());
    let door = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap().0.id;
    let end = now.plus(days(30)).to_string();
    let end = end[..16].replace(':', "%3A");
    let form = |rest: &str| format!("channel={door}&sort=percent&{rest}");
    for (rest, words) in [
        ("value=&reason=Share&ends_at=2030-01-01", "Say by how much it differs."),
        ("value=10&reason=&ends_at=2030-01-01", "Say why this door differs."),
        ("value=10&reason=Share&ends_at=", "Say until when, within a year."),
        ("value=10&reason=Share&ends_at=2040-01-01", "Say until when, within a year."),
        ("value=10&reason=Share&sku=GREEN&ends_at=2030-01-01", "There is no variant of this SKU."),
    ] {
        let refused = anna.post("/desk/prices/exceptions", &form(rest)).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{rest}");
        assert!(refused.body.contains(words), "{rest}: {}", refused.body);
    }
    let declared = anna
        .post(
            "/desk/prices/exceptions",
            &form(&format!("value=10&reason=Their+share.&ends_at={end}")),
        )
        .await;
    assert_eq!(declared.status, StatusCode::SEE_OTHER, "{}", declared.body);
    let page = anna.get("/desk/prices/exceptions").await.body;
    assert!(page.contains("+10\u{a0}%") && page.contains("Their share."), "{page}");
    let why = anna.get(&format!("/desk/prices/variants/{blue}")).await.body;
    assert!(why.contains("Market: PLN\u{a0}55.00"), "{why}");
    let address = page.split("action=\"/desk/prices/exceptions/").nth(1).unwrap();
    let id = address.split("/end").next().unwrap();
    anna.post(&format!("/desk/prices/exceptions/{id}/end"), "").await;
    assert!(
        anna.get("/desk/prices/exceptions").await.body.contains("Every door asks for the same")
    );
    let mut maria = anna.join("Maria", Role::Clerk).await;
    assert!(maria.get(&list).await.body.contains("fieldset class=\"locked\" disabled"));
    assert_eq!(maria.post(&list, "variant=").await.status, StatusCode::FORBIDDEN);
    assert_eq!(maria.get("/desk/prices/new").await.status, StatusCode::FORBIDDEN);
}
