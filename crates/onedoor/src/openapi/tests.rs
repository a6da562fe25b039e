//! The document and the table of routes say the same.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use customers::Ctx;
use kit::Db;
use kit::db::Engine;
use kit::secrets::Secrets;
use kit::testing::{clock, place};
use tower::ServiceExt as _;

use super::document;
use crate::app::{App, migrations};

/// Every path of the public API with its methods, by asking the router.
async fn routed(app: &App) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for route in crate::router::listed(app) {
        if !route.path.starts_with("/v1/") {
            continue;
        }
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let path = route.path.replace(['{', '}'], "x");
            let request = Request::builder().method(&method).uri(path).body(Body::empty()).unwrap();
            let response = crate::router::router(app).oneshot(request).await.unwrap();
            if response.status() != StatusCode::METHOD_NOT_ALLOWED {
                found.insert(format!("{method} {}", route.path));
            }
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn every_public_route_is_in_the_document_and_every_path_in_it_exists() {
    let (place, _folder) = place(Engine::Sqlite).await;
    let db = Db::open(&place).await.unwrap();
    let ctx = Ctx::new(db, clock(), customers::testing::defaults());
    ctx.db.migrate(&migrations(), ctx.clock.now()).await.unwrap();
    let app = App::new(ctx, Secrets::missing()).unwrap();
    let document = document();
    let mut written = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for method in methods.as_object().unwrap().keys() {
            written.insert(format!("{} {path}", method.to_uppercase()));
        }
    }
    let routed = routed(&app).await;
    let missing: Vec<_> = routed.difference(&written).collect();
    let invented: Vec<_> = written.difference(&routed).collect();
    assert!(missing.is_empty(), "routes that the document lacks: {missing:#?}");
    assert!(invented.is_empty(), "paths that nobody serves: {invented:#?}");
}

#[test]
fn every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own() {
    let document = document();
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"").skip(1) {
        let reference = reference.split('"').next().unwrap();
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
    let ids: Vec<&str> = text.split("\"operationId\":\"").skip(1).collect();
    let ids: Vec<&str> = ids.iter().map(|id| id.split('"').next().unwrap()).collect();
    let distinct: BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(ids.len(), distinct.len());
}
