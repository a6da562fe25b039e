//! Anna connects the shop's mailbox.

use axum::http::StatusCode;
use customers::accounts::Role;
use engage::connectors::tokens;
use kit::secrets::Secrets;
use kit::time::hours;

use crate::desk::tests::World;

/// Nobody listens on port 1.
const MAILBOX: &str = "provider=email&address=hello%40kubek.pl&name=Kubek&imap_host=127.0.0.1&imap_port=1&imap_tls=none\
    &imap_user=hello&smtp_host=127.0.0.1&smtp_port=1&smtp_tls=none&plus=yes";

async fn with_a_mail_door() -> (World, String) {
    let mut world = World::with_anna().await;
    world.app.engage.secrets = Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap();
    let made = world.post("/desk/doors", "kind=email&name=Mail&talk=on").await;
    let path = made.location().to_string();
    (world, path)
}

#[tokio::test(flavor = "multi_thread")]
async fn anna_connects_a_mailbox_and_her_password_is_never_shown() {
    let (mut world, path) = with_a_mail_door().await;
    let page = world.get(&path).await.body;
    assert!(page.contains("Not connected yet") && page.contains("Mailbox: server (IMAP)"));

    let connection = format!("{path}/connection");
    let refused = world.post(&connection, MAILBOX).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("This is needed."), "{}", refused.body);
    assert!(refused.body.contains("hello@kubek.pl"), "what she typed is still there");
    let bad = MAILBOX.replace("hello%40kubek.pl", "hello") + "&imap_password=pw";
    let refused = world.post(&connection, &bad).await;
    assert!(refused.body.contains("This is not an e-mail address."));

    let saved = world.post(&connection, &format!("{MAILBOX}&imap_password=s3cr3t-w0rd")).await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, path.as_str()));
    let page = world.get(&path).await.body;
    assert!(page.contains("The connection is saved.") && page.contains("Connected as below"));
    assert!(page.contains("Saved, and not shown again") && !page.contains("s3cr3t-w0rd"));
    // An empty password keeps the one that is there.
    assert_eq!(world.post(&connection, MAILBOX).await.status, StatusCode::SEE_OTHER);
    let audit = world.get("/desk/audit").await.body;
    assert!(audit.contains("Connected a door") && !audit.contains("s3cr3t-w0rd"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_says_what_is_wrong() {
    let (mut world, path) = with_a_mail_door().await;
    let test = format!("{path}/connection/test");
    let before = world.post(&test, "").await;
    assert_eq!(before.status, StatusCode::CONFLICT);
    assert!(before.body.contains("This door is not connected yet."));
    world.post(&format!("{path}/connection"), &format!("{MAILBOX}&imap_password=pw")).await;
    let tried = world.post(&test, "").await;
    assert_eq!(tried.status, StatusCode::CONFLICT);
    assert!(tried.body.contains("The sending server cannot be reached."), "{}", tried.body);
    assert!(tried.body.contains("Connection refused"), "and what the system said");

    let mut agent = world.join("piotr", Role::Agent).await;
    assert!(!agent.get(&path).await.body.contains("imap_host"));
    assert_eq!(agent.post(&test, "").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_that_needs_no_connection_has_none() {
    let (mut world, path) = with_a_mail_door().await;
    let made = world.post("/desk/doors", "kind=store&name=Shop&talk=on").await;
    let store = made.location().to_string();
    assert!(!world.get(&store).await.body.contains("Mailbox"));
    let wrong = world.post(&format!("{store}/connection"), MAILBOX).await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert!(world.get(&path).await.body.contains("Not connected yet"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guide_says_what_to_paste_where_until_the_door_is_connected() {
    let (mut world, _) = with_a_mail_door().await;
    let made = world.post("/desk/doors", "kind=whatsapp&name=WhatsApp&talk=on&track=on").await;
    let path = made.location().to_string();
    let page = world.get(&path).await.body;
    assert!(page.contains("Waiting for the first message"), "{page}");
    assert!(page.contains("<details class=\"guide\" open"), "{page}");
    assert!(page.contains("WhatsApp → Configuration") && page.contains("/hooks/chn_"));
    // The word that Meta must hear is made by us, and is the same each time.
    let token = |page: &str| {
        let (_, rest) = page.split_once("Verify token").unwrap();
        let (_, rest) = rest.split_once("<code>").unwrap();
        rest.split_once('<').unwrap().0.to_string()
    };
    let first = token(&page);
    assert_eq!(first.len(), 32);
    // Nobody answers there: the connection is kept all the same, and a test says so.
    let typed = "provider=whatsapp&phone_number_id=1&business_account_id=2&access_token=EAAJ&app_secret=s\
                 &api_url=http%3A%2F%2F127.0.0.1%3A1%2Fv23.0";
    let saved = world.post(&format!("{path}/connection"), typed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let page = world.get(&path).await.body;
    assert_eq!(token(&page), first);
    assert!(page.contains("<details class=\"guide\">"));
    assert!(page.contains("Write to this door from your own phone first"), "{page}");
    let tried = world.post(&format!("{path}/connection/trial"), "").await;
    assert_eq!(tried.status, StatusCode::CONFLICT);
    assert!(tried.body.contains("Nobody has written here in the last hour."), "{}", tried.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_letter_goes_to_an_address_or_says_why_not() {
    let (mut world, path) = with_a_mail_door().await;
    world.post(&format!("{path}/connection"), &format!("{MAILBOX}&imap_password=pw")).await;
    let page = world.get(&path).await.body;
    assert!(page.contains("Send a test to this e-mail address"));
    assert!(page.contains("mailto:hello@kubek.pl"), "and customers write there");
    let trial = format!("{path}/connection/trial");
    let wrong = world.post(&trial, "to=anna").await;
    assert!(wrong.body.contains("This is no whole address or number."), "{}", wrong.body);
    let down = world.post(&trial, "to=anna%40example.com").await;
    assert_eq!(down.status, StatusCode::CONFLICT);
    assert!(down.body.contains("The test did not go out."), "{}", down.body);
    let mut agent = world.join("piotr", Role::Agent).await;
    assert_eq!(agent.post(&trial, "to=anna%40example.com").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_not_renewed_is_told_on_the_door_and_in_the_list() {
    let (mut world, _) = with_a_mail_door().await;
    let made = world.post("/desk/doors", "kind=instagram&name=Instagram&talk=on&track=on").await;
    let path = made.location().to_string();
    let typed = "provider=instagram&login=instagram&account_id=1&access_token=IGAA&app_secret=s\
                 &api_url=http%3A%2F%2F127.0.0.1%3A1%2Fv23.0";
    world.post(&format!("{path}/connection"), typed).await;
    let door = path.rsplit('/').next().unwrap().parse().unwrap();
    let engage = world.app.engage.clone();
    tokens::renew(&engage, door).await.unwrap();
    let page = world.get(&path).await.body;
    assert!(page.contains("is known once it has been renewed"), "too young to be renewed: {page}");
    assert!(!world.get("/desk/doors").await.body.contains("needs a new token"));
    world.app.ctx.clock.advance(hours(26));
    tokens::renew(&engage, door).await.unwrap();
    let page = world.get(&path).await.body;
    assert!(page.contains("The access token could not be renewed."), "{page}");
    assert!(page.contains("Meta does not answer: "), "and why not: {page}");
    assert!(world.get("/desk/doors").await.body.contains("needs a new token"));
    // Another one was put in: nothing is known of it yet.
    world.post(&format!("{path}/connection"), typed).await;
    assert!(!world.get("/desk/doors").await.body.contains("needs a new token"));
}
