//! Anna makes rules by their form.

use axum::http::StatusCode;

use crate::desk::tests::World;

#[tokio::test]
async fn a_rule_is_made_changed_moved_and_taken_away() {
    let mut anna = World::with_anna().await;
    let none = anna.get("/desk/rules").await.body;
    assert!(none.contains("No rules yet"), "{none}");
    let nothing = anna.post("/desk/rules", "name=Idle&when=begins").await;
    assert_eq!(nothing.status, StatusCode::BAD_REQUEST);
    assert!(nothing.body.contains("Choose what the rule does."));
    assert!(nothing.body.contains("value=\"Idle\""), "what was written stays");
    let urgent = "name=Complaints&when=begins&words=reklamacja,+skarga&priority=urgent";
    assert_eq!(anna.post("/desk/rules", urgent).await.status, StatusCode::SEE_OTHER);
    let silent = "name=Silence&when=silent&days=14&their_turn=on&close=say";
    assert_eq!(anna.post("/desk/rules", silent).await.status, StatusCode::SEE_OTHER);
    let page = anna.get("/desk/rules").await.body;
    assert!(page.contains("1. Complaints") && page.contains("2. Silence"), "{page}");
    let at = page.find("2. Silence").unwrap();
    let id = page[..at].rfind("details id=\"").map(|from| &page[from + 12..]).unwrap();
    let id = id.split('"').next().unwrap().to_string();
    anna.post(&format!("/desk/rules/{id}/up"), "").await;
    assert!(anna.get("/desk/rules").await.body.contains("1. Silence"));
    let off = "name=Quiet&when=silent&days=30&close=close";
    anna.post(&format!("/desk/rules/{id}"), off).await;
    let page = anna.get("/desk/rules").await.body;
    assert!(page.contains("1. Quiet") && page.contains("Off"), "{page}");
    anna.post(&format!("/desk/rules/{id}/removal"), "").await;
    assert!(!anna.get("/desk/rules").await.body.contains("Quiet"));
}
