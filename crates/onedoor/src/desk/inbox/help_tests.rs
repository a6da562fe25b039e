//! What helps whoever answers: what was told already, words found again, ready answers, drafts, files.

use axum::http::StatusCode;
use customers::accounts::Permit;
use engage::conversations::store as conversations;
use engage::ready::{self, New};
use kit::Tx;
use kit::i18n::Lang;

use super::tests::{Shop, text, zofia};

#[tokio::test]
async fn what_was_told_stands_beside_and_what_is_told_again_is_marked_and_reported() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "Where is order 1042?").await;
    let page = shop.page(id).await;
    assert!(page.contains("Already told") && page.contains("data-copy=\"1042\""), "{page}");
    assert!(!page.contains("told before"));
    // The same person goes on in the chat, and must say it again.
    assert_eq!(shop.says(&shop.chat, zofia(), "It is about order 1042").await, id);
    let page = shop.page(id).await;
    assert!(page.contains("Order told before: Texts, 12:01"), "{page}");
    let report = shop.anna.get("/desk/inbox/repeats").await.body;
    assert!(report.contains("In 1 of 1 conversations (100 %)"), "{report}");
    let other = shop.anna.join("maria", customers::accounts::Role::Marketer).await;
    let mut maria = other;
    assert_eq!(maria.get("/desk/inbox/repeats").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_word_leads_to_the_message_in_its_conversation() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "Czy żółw jest w sklepie?").await;
    for n in 0..60 {
        shop.says(&shop.sms, zofia(), &format!("and more {n}")).await;
    }
    let found = shop.anna.get("/desk/inbox/search?q=zolw").await.body;
    assert!(found.contains("<mark>żółw</mark>"), "{found}");
    let at = found.find(&format!("/desk/inbox/{id}?at=")).expect("a link to the message");
    let href = found[at..].split(['"', '#']).next().unwrap().to_string();
    let page = shop.anna.get(&href).await.body;
    let thread = text(&page, "id=\"thread\"", "</ol>");
    assert!(
        thread.contains("Czy żółw jest w sklepie?") && !thread.contains("and more 59"),
        "{href}"
    );
    assert!(shop.anna.get("/desk/inbox/search?q=nic").await.body.contains("Nobody said that"));
}

#[tokio::test]
async fn a_ready_answer_is_filled_in_and_a_variable_that_is_left_is_not_sent() {
    let mut shop = Shop::open().await;
    let new = New {
        shortcut: "sent".into(),
        lang: Lang::En,
        title: String::new(),
        body: "Order {order.number} is on its way to {customer.first_name}. {agent.name}".into(),
        choices: "By post\nIn the store".into(),
    };
    ready::save(&shop.anna.app.engage, &Permit::console(), None, &new).await.unwrap();
    let id = shop.says(&shop.sms, zofia(), "Where is order 1042?").await;
    let page = shop.page(id).await;
    assert!(page.contains("Order 1042 is on its way to {customer.first_name}. Anna"), "{page}");
    assert!(page.contains("Not known, put it in yourself: customer.first_name"));
    assert!(page.contains("data-choices=\"By post\nIn the store\""), "{page}");
    let form = format!("kind=answer&way={}&body=Dear+{{customer.first_name}}&key=k1", shop.sms.id);
    let refused = shop.anna.post(&format!("/desk/inbox/{id}/messages"), &form).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("A variable in braces is still there"), "{}", refused.body);
}

#[tokio::test]
async fn what_is_written_is_there_at_the_next_desk_until_it_is_sent() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.sms, zofia(), "Hello").await;
    let draft = "kind=answer&body=Dear+Zofia";
    let kept = shop.anna.post(&format!("/desk/inbox/{id}/draft"), draft).await;
    assert_eq!(kept.status, StatusCode::NO_CONTENT);
    assert!(shop.page(id).await.contains("Dear Zofia"));
    let mut olek = shop.anna.join("olek", customers::accounts::Role::Agent).await;
    assert!(!olek.get(&format!("/desk/inbox/{id}")).await.body.contains("Dear Zofia"));
    shop.post(id, "messages", &format!("kind=note&way={}&body=Call+her&key=k", shop.sms.id)).await;
    assert!(!shop.page(id).await.contains("Dear Zofia"));
}

#[tokio::test]
async fn files_go_along_and_a_form_with_files_needs_its_token_too() {
    let mut shop = Shop::open().await;
    let id = shop.says(&shop.chat, zofia(), "How does it work?").await;
    let path = format!("/desk/inbox/{id}/messages");
    let fields = [("kind", "answer"), ("body", "Here it is"), ("key", "k1")];
    let file = ("instrukcja.pdf", "application/pdf", "%PDF-1.4");
    let answer = shop.anna.post_files(&path, &fields, &[file], true).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(shop.page(id).await.contains("instrukcja.pdf"));
    let read = |tx: &Tx| {
        let end = (kit::Time::MAX, engage::conversations::MessageId([0xff; 16]));
        let said = conversations::page(tx, &[id], end, 1)?;
        conversations::attachments(tx, &[said[0].id])
    };
    let files = shop.anna.app.ctx.db.read(read).await.unwrap();
    assert_eq!((files[0].media_type.as_str(), files[0].size), ("application/pdf", 8));
    let stale = shop.anna.post_files(&path, &fields, &[file], false).await;
    assert_eq!(stale.status, StatusCode::FORBIDDEN);
}
