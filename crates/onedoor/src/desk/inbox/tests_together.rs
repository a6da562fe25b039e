//! Stories of a team in the inbox: Anna and Olek look at the same conversation.

use axum::http::StatusCode;
use customers::accounts::Role;
use futures_util::StreamExt as _;

use super::tests::{Shop, text, zofia};

#[tokio::test]
async fn who_was_answered_meanwhile_is_not_answered_twice() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "Where is my parcel?").await;
    let mut olek = shop.anna.join("olek", Role::Agent).await;
    let page = olek.get(&format!("/desk/inbox/{id}")).await.body;
    let at = page.find("name=\"after\" value=\"").unwrap() + "name=\"after\" value=\"".len();
    let after = page[at..].split('"').next().unwrap().to_string();
    let form = format!("kind=answer&body=It+comes+today.&key=k1&after={after}");
    shop.post(id, "messages", &form).await;
    let form = format!("kind=answer&body=Tomorrow&key=k2&after={after}");
    let refused = olek.post(&format!("/desk/inbox/{id}/messages"), &form).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("A colleague has answered meanwhile."), "{}", refused.body);
    assert!(
        refused.body.contains("It comes today.") && refused.body.contains("Tomorrow</textarea>")
    );
    // The page that warned knows of it: sent from there, it goes.
    let at =
        refused.body.find("name=\"after\" value=\"").unwrap() + "name=\"after\" value=\"".len();
    let after = refused.body[at..].split('"').next().unwrap();
    let form = format!("kind=answer&body=Tomorrow&key=k2&after={after}");
    for _ in 0..2 {
        let sent = olek.post(&format!("/desk/inbox/{id}/messages"), &form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
    }
    let said = text(&shop.page(id).await, "id=\"thread\"", "</ol>");
    assert_eq!(said.matches("Tomorrow").count(), 1, "{said}");
}

#[tokio::test]
async fn whoever_is_called_by_a_note_finds_it_unread() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "Where is my parcel?").await;
    let mut olek = shop.anna.join("olek", Role::Agent).await;
    shop.post(id, "messages", "kind=note&body=@Olek,+do+you+know?&key=k1").await;
    let list = olek.get("/desk/inbox?view=mentions").await.body;
    assert!(list.contains("You were called") && list.contains("is-unread"), "{list}");
    let tabs = text(&list, "id=\"inbox-views\"", "</nav>");
    assert!(tabs.contains("Mentions\n1"), "{tabs}");
    olek.get(&format!("/desk/inbox/{id}")).await;
    let list = olek.get("/desk/inbox?view=mentions").await.body;
    assert!(!list.contains("You were called") && list.contains("Where is my parcel?"), "{list}");
    assert!(shop.anna.get("/desk/inbox?view=mentions").await.body.contains("Nobody waits"));
}

#[tokio::test]
async fn a_view_is_kept_counted_and_taken_away() {
    let mut shop = Shop::open().await;
    shop.says(&shop.sms, zofia(), "Where is my parcel?").await;
    let query = format!("view%3Dopen%26door%3D{}", shop.sms.id);
    let kept = shop.anna.post("/desk/inbox/views", &format!("name=Texts+now&query={query}")).await;
    let address = format!("/desk/inbox?view=open&door={}", shop.sms.id);
    assert_eq!(kept.location(), address);
    let page = shop.anna.get("/desk/inbox").await.body;
    let tabs = text(&page, "id=\"inbox-views\"", "</nav>");
    assert!(tabs.ends_with("Texts now\n1\n"), "{tabs}");
    let mut olek = shop.anna.join("olek", Role::Agent).await;
    assert!(!olek.get("/desk/inbox").await.body.contains("Texts now"), "it is Anna's own");
    let page = shop.anna.get(&address).await.body;
    let at = page.find("/desk/inbox/views/vie_").unwrap();
    let remove = page[at..].split('"').next().unwrap().to_string();
    assert_eq!(olek.post(&remove, "").await.status, StatusCode::NOT_FOUND);
    assert_eq!(shop.anna.post(&remove, "").await.status, StatusCode::SEE_OTHER);
    assert!(!shop.anna.get("/desk/inbox").await.body.contains("Texts now"));
    let bad = shop.anna.post("/desk/inbox/views", "name=Bad&query=view%3Dnonsense").await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_colleague_who_looks_and_writes_is_named() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "Where is my parcel?").await;
    let mut olek = shop.anna.join("olek", Role::Agent).await;
    let live = |page: &str| {
        let at = page.find("data-live=\"").unwrap() + "data-live=\"".len();
        page[at..].split('"').next().unwrap().replace("&amp;", "&")
    };
    let page = shop.page(id).await;
    let mut anna_hears = shop.anna.open_stream(&live(&page)).await;
    let page = olek.get(&format!("/desk/inbox/{id}")).await.body;
    let olek_hears = olek.open_stream(&live(&page)).await;
    let heard = async |stream: &mut axum::body::BodyDataStream| {
        let next = tokio::time::timeout(std::time::Duration::from_secs(5), stream.next()).await;
        String::from_utf8(next.unwrap().unwrap().unwrap().to_vec()).unwrap()
    };
    let said = heard(&mut anna_hears).await;
    assert!(said.contains("event: state") && said.contains("olek is here"), "{said}");
    let typing = olek.post(&format!("/desk/inbox/{id}/typing"), "on=on").await;
    assert_eq!(typing.status, StatusCode::NO_CONTENT);
    let said = heard(&mut anna_hears).await;
    assert!(said.contains("olek is writing"), "{said}");
    drop(olek_hears);
    let said = heard(&mut anna_hears).await;
    assert!(!said.contains("olek"), "{said}");
}

#[tokio::test]
async fn whoever_goes_away_is_away_until_they_come_back() {
    let mut shop = Shop::open().await;
    assert!(shop.anna.get("/desk/inbox").await.body.contains("Go away"));
    assert_eq!(shop.anna.post("/desk/availability", "on=").await.location(), "/desk/inbox");
    assert!(shop.anna.get("/desk/inbox").await.body.contains("I am back"));
    shop.anna.post("/desk/availability", "on=on").await;
    assert!(shop.anna.get("/desk/inbox").await.body.contains("Go away"));
}
