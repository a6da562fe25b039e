//! Stories of the doors over HTTP: Anna opens one, connects it, sees that it works, shuts it.

use axum::http::StatusCode;
use customers::accounts::Role;
use customers::channels::{Channel, ChannelKind, store};
use expect_test::expect;
use serde_json::{Value, json};

use super::snippets::{self, Sdk, Server};
use crate::desk::tests::World;
use crate::router::router;

impl World {
    async fn doors(&self) -> Vec<Channel> {
        self.app.ctx.db.read(store::list).await.unwrap()
    }

    /// Makes a door and gives it, its page and its secret key.
    async fn make_door(&mut self, form: &str) -> (Channel, String, String) {
        let made = self.post("/desk/doors", form).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
        assert!(!made.location().contains("sk_"), "no key in an address");
        let page = self.get(made.location()).await.body;
        let secret = secret_in(&page).expect("shown once");
        let door = self.doors().await.pop().unwrap();
        (door, page, secret)
    }

    /// Records with a key, as a till or a page does; the status.
    async fn record(&self, key: &str, call: Value) -> StatusCode {
        let request = axum::http::Request::post("/v1/track")
            .header("authorization", format!("Bearer {key}"))
            .body(axum::body::Body::from(call.to_string()))
            .unwrap();
        use tower::ServiceExt as _;
        let status = router(&self.app).oneshot(request).await.unwrap().status();
        let ctx = &self.app.ctx;
        customers::events::indexing::settle(&ctx.db, &ctx.recorder.log).await.unwrap();
        status
    }
}

fn secret_in(page: &str) -> Option<String> {
    let words = page.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    words.into_iter().find(|word| word.starts_with("sk_")).map(str::to_owned)
}

const STORE: &str = "kind=store&name=Store+Krak%C3%B3w&track=on&sell=on";

fn scan() -> Value {
    let card = json!({ "type": "loyalty_card", "id": "KB-100200", "verified": true });
    json!({ "event": "Loyalty Card Scanned", "context": { "externalIds": [card] } })
}

#[tokio::test(flavor = "multi_thread")]
async fn anna_opens_her_first_door_and_sees_its_first_event() {
    let mut world = World::with_anna().await;
    assert!(world.get("/desk/doors").await.body.contains("One door first"));
    assert!(world.get("/desk/doors/new").await.body.contains("Tills, receipts and loyalty cards"));
    assert!(world.get("/desk/doors/new?kind=store").await.body.contains("Name of the door"));

    let (door, page, secret) = world.make_door(STORE).await;
    assert_eq!((door.kind, door.name.as_str()), (ChannelKind::Store, "Store Kraków"));
    assert_eq!((door.track, door.talk, door.sell), (true, false, true));
    for shown in ["The door is made.", "shown this once", "Waiting for the first event"] {
        assert!(page.contains(shown), "{shown}");
    }
    assert!(page.contains("curl http://desk.kubek.pl/v1/track"), "its own address");
    let path = format!("/desk/doors/{}", door.id);
    assert_eq!(secret_in(&world.get(&path).await.body), None, "not a second time");

    assert_eq!(world.record(&secret, scan()).await, StatusCode::OK);
    let page = world.get(&path).await.body;
    for shown in ["First event", "Showed the loyalty card", "KB-100200"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert!(world.get("/desk/doors").await.body.contains("1 in the last hour"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_call_says_why() {
    let mut world = World::with_anna().await;
    let (door, _, secret) = world.make_door(STORE).await;
    let nobody = json!({ "event": "Order Completed", "properties": { "total": "<b>12</b>" } });
    assert_eq!(world.record(&secret, nobody).await, StatusCode::BAD_REQUEST);
    let path = format!("/desk/doors/{}", door.id);
    let page = world.get(&path).await.body;
    assert!(page.contains("It names nobody. Send a userId or an anonymousId."));
    assert!(page.contains("&lt;b&gt;12"), "the call itself, as text");
    // An analyst sees that and why, but not what the call said.
    let page = world.join("maria", Role::Analyst).await.get(&path).await.body;
    assert!(page.contains("It names nobody.") && !page.contains("&lt;b&gt;12"));
    assert!(!page.contains(&door.write_key), "keys are for those who connect doors");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_secret_key_takes_the_place_of_the_old() {
    let mut world = World::with_anna().await;
    let (door, _, old) = world.make_door(STORE).await;
    let path = format!("/desk/doors/{}", door.id);
    let answer = world.post(&format!("{path}/secret"), "").await;
    assert_eq!(answer.location(), path);
    let cookie = answer.headers.get_all("set-cookie").iter().next_back().unwrap().to_str().unwrap();
    let (_, rules) = cookie.split_once("; ").unwrap();
    assert_eq!(rules, format!("Path={path}; Max-Age=60; HttpOnly; SameSite=Strict"));
    let new = secret_in(&world.get(&path).await.body).unwrap();
    assert_ne!(new, old);
    assert_eq!(world.record(&old, scan()).await, StatusCode::UNAUTHORIZED);
    assert_eq!(world.record(&new, scan()).await, StatusCode::OK);
    let audit = world.get("/desk/audit").await.body;
    assert!(audit.contains("Made a new secret key"));
    assert!(secret_in(&audit).is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_planted_in_the_cookie_is_not_shown() {
    let mut world = World::with_anna().await;
    let (door, ..) = world.make_door(STORE).await;
    world.cookies.push(("onedoor_once".into(), "sk_<b>".into()));
    assert!(!world.get(&format!("/desk/doors/{}", door.id)).await.body.contains("sk_"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_door_is_renamed_narrowed_shut_and_opened_again() {
    let mut world = World::with_anna().await;
    let (door, _, secret) = world.make_door(STORE).await;
    let path = format!("/desk/doors/{}", door.id);
    let refused = world.post(&format!("{path}/name"), "name=+").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("A door needs a name of 1 to 80 characters."));
    world.post(&format!("{path}/name"), "name=Kazimierz").await;
    assert!(world.get(&path).await.body.contains("The door is renamed."));

    world.post(&format!("{path}/passes"), "talk=on").await;
    assert_eq!(world.record(&secret, scan()).await, StatusCode::FORBIDDEN);
    assert!(world.get(&path).await.body.contains("Events do not pass through this door"));
    world.post(&format!("{path}/passes"), "track=on").await;
    world.post(&format!("{path}/shut"), "").await;
    assert_eq!(world.record(&secret, scan()).await, StatusCode::UNAUTHORIZED);
    assert!(world.get(&path).await.body.contains("This door has been shut since"));
    world.post(&format!("{path}/open"), "").await;
    assert_eq!(world.record(&secret, scan()).await, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn doors_are_for_those_who_may() {
    let mut anna = World::with_anna().await;
    let (door, ..) = anna.make_door(STORE).await;
    let path = format!("/desk/doors/{}", door.id);
    let mut agent = anna.join("piotr", Role::Agent).await;
    assert_eq!(agent.get(&path).await.status, StatusCode::OK);
    for action in ["shut", "open", "secret", "passes", "name"] {
        let answer = agent.post(&format!("{path}/{action}"), "name=x").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{action}");
    }
    assert_eq!(agent.post("/desk/doors", STORE).await.status, StatusCode::FORBIDDEN);
    let mut clerk = anna.join("ewa", Role::Clerk).await;
    assert_eq!(clerk.get(&path).await.status, StatusCode::FORBIDDEN);
    assert_eq!(anna.doors().await.len(), 1);
}

#[test]
fn snippets_are_ready_to_paste() {
    let server = Server::at("https://desk.kubek.pl:8443");
    let all: Vec<String> = Sdk::ALL
        .into_iter()
        .flat_map(|sdk| snippets::of(sdk, &server, "wk_1"))
        .map(|(caption, code)| format!("# {caption}\n{code}\n"))
        .collect();
    expect![[r##"
        # desk-doors-step-install
        npm install @segment/analytics-next

        # desk-doors-step-send
        import { AnalyticsBrowser } from '@segment/analytics-next'

        export const analytics = AnalyticsBrowser.load(
          { writeKey: 'wk_1', cdnURL: 'https://desk.kubek.pl:8443' },
          { integrations: {
            'Segment.io': { apiHost: 'desk.kubek.pl:8443/v1', protocol: 'https' },
          } },
        )

        analytics.page()
        analytics.track('Product Viewed', {
          product_id: 'cup-1', name: 'Espresso cup', price: 24.5, currency: 'PLN',
        })

        # desk-doors-step-sign-in
        analytics.identify('user-1', { firstName: 'Anna', lastName: 'Nowak' })

        # desk-doors-step-install
        npm install @segment/analytics-node

        # desk-doors-step-send
        import { Analytics } from '@segment/analytics-node'

        const analytics = new Analytics({ writeKey: 'wk_1', host: 'https://desk.kubek.pl:8443' })

        analytics.track({
          userId: 'user-1',
          event: 'Order Completed',
          properties: { order_id: 'A-1001', total: 73.5, currency: 'PLN' },
        })
        await analytics.closeAndFlush()

        # desk-doors-step-install
        pip install segment-analytics-python

        # desk-doors-step-send
        import segment.analytics as analytics

        analytics.write_key = 'wk_1'
        analytics.host = 'https://desk.kubek.pl:8443'

        analytics.track('user-1', 'Order Completed', {
            'order_id': 'A-1001', 'total': 73.5, 'currency': 'PLN',
        })
        analytics.flush()

        # desk-doors-step-install
        npm install @rudderstack/rudder-sdk-node

        # desk-doors-step-send
        import RudderAnalytics from '@rudderstack/rudder-sdk-node'

        const analytics = new RudderAnalytics('wk_1', { dataPlaneUrl: 'https://desk.kubek.pl:8443' })

        analytics.track({
          userId: 'user-1',
          event: 'Order Completed',
          properties: { order_id: 'A-1001', total: 73.5, currency: 'PLN' },
        })
        await analytics.flush()

        # desk-doors-step-send
        curl https://desk.kubek.pl:8443/v1/track -u wk_1: \
          -H 'content-type: application/json' -d '{
            "anonymousId": "visitor-1",
            "event": "Product Viewed",
            "properties": { "product_id": "cup-1", "name": "Espresso cup" }
          }'

        # desk-doors-step-secret
        read -rs ONEDOOR_SECRET_KEY && export ONEDOOR_SECRET_KEY

        # desk-doors-step-scan
        curl https://desk.kubek.pl:8443/v1/track -u "$ONEDOOR_SECRET_KEY:" \
          -H 'content-type: application/json' -d '{
            "event": "Loyalty Card Scanned",
            "context": { "externalIds": [
              { "type": "loyalty_card", "id": "KB-100200", "verified": true }
            ] }
          }'

        # desk-doors-step-ask
        curl https://desk.kubek.pl:8443/v1/customers/loyalty_card:KB-100200/context \
          -H "authorization: Bearer $ONEDOOR_SECRET_KEY"
    "##]].assert_eq(&all.join("\n"));
}

#[test]
fn nothing_strange_gets_into_code() {
    assert_eq!(Server::at("http://a'+alert(1)+'"), Server::at("http://localhost"));
    assert_eq!(Server::at("http://"), Server::at("http://localhost"));
    assert_ne!(Server::at("http://[::1]:8080"), Server::at("http://localhost"));
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_door_says_what_it_can_carry_and_how_we_know() {
    let mut world = World::with_anna().await;
    for kind in ChannelKind::ALL {
        let (door, page, _) = world.make_door(&format!("kind={kind}&name=A+door&talk=on")).await;
        assert!(page.contains("What this door can carry"), "{kind}");
        if kind == &ChannelKind::Sms {
            for fact in ["REZYGNUJĘ", "Twilio support", "SMS of one message at most: 20"] {
                assert!(page.contains(fact), "{fact} in {page}");
            }
        }
        if kind == &ChannelKind::Whatsapp {
            assert!(page.contains("For 24 h after the customer’s last word"), "{page}");
            assert!(page.contains("error 131047"), "{page}");
        }
        assert_eq!(door.kind, *kind);
    }
}
