//! What a server asks of the API about one person, with the bytes in view.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use customers::channels::{self, ChannelKind, NewChannel};
use customers::testing::{Shop, on_each_engine};
use expect_test::{Expect, expect};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::router;
use crate::app::App;

struct Api {
    router: Router,
    shop: Shop,
    /// The secret key of the merchant's own server, of a till, and the key that stands in pages.
    server: String,
    till: String,
    page: String,
}

impl Api {
    async fn open(shop: Shop) -> Api {
        let (server, _) = keys(&shop, ChannelKind::Api, "Back office").await;
        let (till, page) = keys(&shop, ChannelKind::Store, "Till").await;
        shop.server(&[json!({"type": "identify", "userId": "anna", "messageId": "1", "traits": {
            "firstName": "Anna", "email": "anna@example.com", "email_verified": true}})])
            .await;
        let app = App::new(shop.ctx.clone(), kit::secrets::Secrets::missing()).unwrap();
        let (db, now) = (&shop.ctx.db, shop.ctx.clock.now());
        db.migrate(&crate::app::migrations(), now).await.unwrap();
        Api { router: router(&app), shop, server, till, page }
    }

    async fn ask(
        &self,
        key: &str,
        method: Method,
        path: &str,
        body: Value,
    ) -> (StatusCode, String) {
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {key}"))
            .body(body)
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8(bytes.to_vec()).unwrap())
    }

    async fn check(&self, key: &str, method: Method, path: &str, body: Value, expected: Expect) {
        let (status, text) = self.ask(key, method, path, body).await;
        let detail = match serde_json::from_str::<Value>(&text) {
            Ok(problem) if problem["code"].is_string() => problem["code"].to_string(),
            _ => String::new(),
        };
        expected.assert_eq(&format!("{} {detail}", status.as_u16()));
    }
}

async fn keys(shop: &Shop, kind: ChannelKind, name: &str) -> (String, String) {
    let (new, now) = (NewChannel { kind, name: name.into() }, shop.ctx.clock.now());
    let make = |tx: &kit::Tx| channels::create(tx, &new, now);
    let (channel, secret) = shop.ctx.db.write(make).await.unwrap();
    (secret.0, channel.write_key)
}

const ANNA: &str = "/v1/customers/email:anna@example.com";

#[tokio::test(flavor = "multi_thread")]
async fn only_the_merchants_own_server_exports_flags_and_erases() {
    on_each_engine(async |shop| {
        let api = Api::open(shop).await;
        let deeds = [
            (Method::GET, format!("{ANNA}/export")),
            (Method::POST, format!("{ANNA}/erasure")),
            (Method::PUT, format!("{ANNA}/restriction")),
            (Method::DELETE, format!("{ANNA}/restriction")),
            (Method::PUT, format!("{ANNA}/objection")),
            (Method::DELETE, format!("{ANNA}/objection")),
        ];
        for (method, path) in deeds {
            for (key, expected) in [
                (&api.page, expect![[r#"403 "api_key_needed""#]]),
                (&api.till, expect![[r#"403 "api_key_needed""#]]),
                (&"sk_wrong".to_string(), expect![[r#"401 "unknown_key""#]]),
            ] {
                api.check(key, method.clone(), &path, Value::Null, expected).await;
            }
        }
        assert!(api.shop.who("user_id:anna").await.is_some(), "she is still there");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_flagged_exported_and_erased() {
    on_each_engine(async |shop| {
        let api = Api::open(shop).await;
        let (get, post) = (Method::GET, Method::POST);
        let objection = format!("{ANNA}/objection");
        let why = json!({ "reason": "wrote to us" });
        api.check(&api.server, Method::PUT, &objection, why, expect!["204 "]).await;
        let (_, context) =
            api.ask(&api.till, get.clone(), &format!("{ANNA}/context"), Value::Null).await;
        let context: Value = serde_json::from_str(&context).unwrap();
        assert_eq!(context["customer"]["objected_at"], "2026-11-21T12:00:00Z");
        api.check(&api.server, Method::DELETE, &objection, Value::Null, expect!["204 "]).await;

        let export = format!("{ANNA}/export");
        let (status, file) = api.ask(&api.server, get.clone(), &export, Value::Null).await;
        let file: Value = serde_json::from_str(&file).unwrap();
        assert_eq!((status, &file["timeline"][0]["name"]), (StatusCode::OK, &json!("anna")));

        let erasure = format!("{ANNA}/erasure");
        let (status, receipt) = api.ask(&api.server, post.clone(), &erasure, Value::Null).await;
        let receipt: Value = serde_json::from_str(&receipt).unwrap();
        assert_eq!((status, &receipt["by"]), (StatusCode::CREATED, &json!("door: Back office")));
        expect![[r#"{"events":1,"identities":2,"search_terms":1,"traits":1}"#]]
            .assert_eq(&receipt["receipt"]["went"].to_string());
        api.check(&api.server, post, &erasure, Value::Null, expect![[r#"404 "not_found""#]]).await;
        api.check(&api.server, get, &export, Value::Null, expect![[r#"404 "not_found""#]]).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_writes_down_a_consent_and_says_what_it_cannot_understand() {
    on_each_engine(async |shop| {
        let api = Api::open(shop).await;
        let (path, post) = (format!("{ANNA}/consents"), Method::POST);
        let yes = json!({"purpose": "Marketing", "channel": "email", "state": "granted",
            "identity": "email:Anna@example.com", "wording": "receipt-2",
            "evidence": {"receipt": "17"}});
        api.check(
            &api.page,
            post.clone(),
            &path,
            yes.clone(),
            expect![[r#"403 "write_key_cannot_read""#]],
        )
        .await;
        let (status, line) = api.ask(&api.till, post.clone(), &path, yes).await;
        let line: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(status, StatusCode::CREATED);
        assert_eq!((&line["purpose"], &line["state"]), (&json!("marketing"), &json!("granted")));
        for (wrong, expected) in [
            (json!({"purpose": "x", "channel": "email"}), expect![[r#"400 "bad_json""#]]),
            (
                json!({"purpose": " ", "channel": "email", "state": "denied"}),
                expect![[r#"400 "bad_consent""#]],
            ),
            (
                json!({"purpose": "x", "channel": "email", "state": "denied", "identity": "anna"}),
                expect![[r#"400 "bad_identity""#]],
            ),
            (
                json!({"purpose": "x", "channel": "email", "state": "denied",
                    "at": "2027-01-01T00:00:00Z"}),
                expect![[r#"400 "bad_time""#]],
            ),
        ] {
            api.check(&api.till, post.clone(), &path, wrong, expected).await;
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn doors_are_listed_and_made_by_the_merchants_own_server() {
    on_each_engine(async |shop| {
        let api = Api::open(shop).await;
        let (path, new) = ("/v1/channels", json!({ "kind": "email", "name": "Newsletter" }));
        for key in [&api.page, &api.till] {
            for (method, body) in [(Method::GET, Value::Null), (Method::POST, new.clone())] {
                api.check(key, method, path, body, expect![[r#"403 "api_key_needed""#]]).await;
            }
        }
        let (status, made) = api.ask(&api.server, Method::POST, path, new).await;
        let made: Value = serde_json::from_str(&made).unwrap();
        assert_eq!(status, StatusCode::CREATED);
        assert!(made["secret_key"].as_str().unwrap().starts_with("sk_"));
        let (_, listed) = api.ask(&api.server, Method::GET, path, Value::Null).await;
        assert!(!listed.contains("sk_"), "{listed}");
        let listed: Value = serde_json::from_str(&listed).unwrap();
        let names: Vec<_> =
            listed["channels"].as_array().unwrap().iter().map(|c| &c["name"]).collect();
        assert_eq!(names.len(), 5);
        assert!(names.contains(&&json!("Newsletter")), "{names:?}");
    })
    .await;
}
