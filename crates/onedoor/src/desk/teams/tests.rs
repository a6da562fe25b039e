//! Stories of teams: Anna, who owns the shop, makes one and gives it hours and promises.

use axum::http::StatusCode;
use customers::accounts::Role;

use crate::desk::tests::World;

/// The address of the team that was just made.
async fn make(anna: &mut World, name: &str) -> String {
    let answer = anna.post("/desk/teams", &format!("name={name}")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_string()
}

#[tokio::test]
async fn a_team_is_made_named_filled_and_removed() {
    let mut anna = World::with_anna().await;
    anna.join("olek", Role::Agent).await;
    let none = anna.get("/desk/teams").await.body;
    assert!(none.contains("No teams yet"), "{none}");
    let team = make(&mut anna, "Support").await;
    let taken = anna.post("/desk/teams", "name=support").await;
    assert_eq!(taken.status, StatusCode::CONFLICT);
    assert!(taken.body.contains("There is a team of this name already."));
    let page = anna.get(&team).await.body;
    let at = page.find("name=\"member\" value=\"").unwrap() + "name=\"member\" value=\"".len();
    let member = page[at..].split('"').next().unwrap();
    anna.post(&format!("{team}/members"), &format!("member={member}")).await;
    assert!(anna.get("/desk/teams").await.body.contains("1 member"));
    let stranger = "member=acc_00000000000000000000000000";
    let refused = anna.post(&format!("{team}/members"), stranger).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    anna.post(&format!("{team}/name"), "name=Helpers").await;
    assert!(anna.get("/desk/teams").await.body.contains("Helpers"));
    assert_eq!(anna.post(&format!("{team}/removal"), "").await.location(), "/desk/teams");
    assert_eq!(anna.get(&team).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn hours_and_promises_are_kept_and_nonsense_is_named() {
    let mut anna = World::with_anna().await;
    let team = make(&mut anna, "Support").await;
    let hours = "has_hours=on&zone=Europe/Warsaw&mon=9-17&tue=9-12,+13-17:30&holidays=PL&closed=";
    let saved = anna.post(&format!("{team}/hours"), hours).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let page = anna.get(&team).await.body;
    assert!(page.contains("value=\"9:00-12:00, 13:00-17:30\""), "{page}");
    for (form, words) in [
        ("has_hours=on&zone=Warsaw", "This is no time zone."),
        ("has_hours=on&zone=UTC&mon=17-9", "These are no hours."),
        ("has_hours=on&zone=UTC&closed=tomorrow", "This is no date."),
    ] {
        let refused = anna.post(&format!("{team}/hours"), form).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST);
        assert!(refused.body.contains(words), "{form}");
    }
    let targets = "first=60&next=&resolution=480&stands_pending=on";
    anna.post(&format!("{team}/targets"), targets).await;
    let page = anna.get(&team).await.body;
    assert!(page.contains("name=\"first\" type=\"number\" value=\"60\""), "{page}");
    let refused = anna.post(&format!("{team}/targets"), "first=soon").await;
    assert!(refused.body.contains("This is not a whole number."));
    anna.post(&format!("{team}/away"), "away_on=on&pl=Wracamy+rano").await;
    anna.post(&format!("{team}/survey"), "survey_on=on&quiet_days=14").await;
    let page = anna.get(&team).await.body;
    assert!(page.contains("Wracamy rano") && page.contains("value=\"14\""));
}
