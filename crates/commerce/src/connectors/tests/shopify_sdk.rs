//! What Shopify's own library takes for signed, we take; what it refuses, we refuse. `cargo x shops` installs it.

use std::process::Command;

use kit::db::Engine;
use serde_json::Value;

use super::super::System;
use super::stories::{bring, linked};
use super::world::market;

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::disallowed_methods, reason = "the suite says where its parts are")]
#[ignore = "needs Shopify's library: cargo x shops"]
async fn shopify_s_own_library_agrees_on_what_is_signed() {
    let folder = std::env::var("ONEDOOR_SHOPS_TESTS").expect("cargo x shops names the folder");
    let said = Command::new("node").arg("shopify.mjs").current_dir(folder).output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let cases: Vec<Value> = serde_json::from_slice(&said.stdout).unwrap();
    assert!(cases.len() >= 4);
    let market = market(Engine::Sqlite).await;
    let link = linked(&market, System::Shopify).await;
    for case in cases {
        let headers: Vec<(&str, &str)> = case["headers"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str().unwrap()))
            .collect();
        let body = case["body"].as_str().unwrap();
        let ours = bring(&market, &format!("/hooks/{link}/shopify"), &headers, body).await;
        assert_eq!(ours.starts_with("200"), case["isValid"] == true, "{ours}: {case}");
    }
}
