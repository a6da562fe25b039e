//! Shops read the catalogue with any key; the shop's own servers keep it.

use axum::body::Body;
use axum::http::{Method, Request, header};
use customers::channels::{self, ChannelKind, NewChannel};
use expect_test::{Expect, expect};
use serde_json::json;
use tower::ServiceExt as _;

use super::*;
use crate::catalogue::{api, shop_api};
use crate::testing::on_each_engine;

struct Caller<'a> {
    market: &'a Market,
    key: String,
}

impl Caller<'_> {
    async fn page(market: &Market) -> Caller<'_> {
        Caller { market, key: market.shop.web.channel.write_key.clone() }
    }

    async fn server(market: &Market) -> Caller<'_> {
        let ctx = &market.ctx.customers;
        let (new, now) =
            (NewChannel { kind: ChannelKind::Api, name: "ERP".into() }, ctx.clock.now());
        let (_, secret) = ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap();
        Caller { market, key: secret.0 }
    }

    async fn ask(&self, method: Method, path: &str, body: Value) -> (u16, String) {
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.key))
            .header(header::ACCEPT_LANGUAGE, "pl,en;q=0.5")
            .body(body)
            .unwrap();
        let ctx = self.market.ctx.clone();
        let router = shop_api::routes(ctx.clone()).merge(api::routes(ctx)).into_router();
        let response = router.oneshot(request).await.unwrap();
        let status = response.status().as_u16();
        let body = axum::body::to_bytes(response.into_body(), 1_000_000).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    /// The answer, indented, with ids as `…`, for they are new in each run.
    async fn check(&self, method: Method, path: &str, body: Value, expected: Expect) {
        let (status, text) = self.ask(method, path, body).await;
        let text = match serde_json::from_str::<Value>(&text) {
            Ok(problem) if problem["code"].is_string() => {
                format!("{}: {}", problem["code"], problem["detail"])
            }
            Ok(mut value) => {
                hide_ids(&mut value);
                format!("{value:#}")
            }
            Err(_) => text,
        };
        expected.assert_eq(&format!("{status} {text}"));
    }
}

fn hide_ids(value: &mut Value) {
    match value {
        Value::String(text) => {
            let found = ["prd_", "var_", "cat_", "chn_"].iter().find_map(|id| text.find(id));
            if let Some(at) = found {
                text.replace_range(at + 4.., "…");
            }
        }
        Value::Array(values) => values.iter_mut().for_each(hide_ids),
        Value::Object(fields) => fields.values_mut().for_each(hide_ids),
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_page_lists_and_shows_what_is_sold() {
    on_each_engine(async |market| {
        stocked(market).await;
        let page = Caller::page(market).await;
        let get = async |path: &str, expected: Expect| {
            page.check(Method::GET, path, Value::Null, expected).await
        };
        get(
            "/v1/shop/products?q=kubke&limit=1&option=Colour:blue",
            expect![[r#"
            200 {
              "products": [
                {
                  "id": "prd_…",
                  "handle": "blue-mug-laka",
                  "title": "Niebieski kubek „Łąka”",
                  "brand": "Kubek",
                  "category": {
                    "id": "cat_…",
                    "handle": "mugs",
                    "title": "Mugs"
                  },
                  "tax_class": "standard",
                  "media": [],
                  "options": [
                    {
                      "name": "Colour",
                      "values": [
                        "blue",
                        "red"
                      ]
                    }
                  ],
                  "variants": [
                    {
                      "id": "var_…",
                      "sku": "MUG-1-B",
                      "gtin": "05901234123457",
                      "options": [
                        {
                          "name": "Colour",
                          "value": "blue"
                        }
                      ],
                      "weight_g": null
                    },
                    {
                      "id": "var_…",
                      "sku": "MUG-1-R",
                      "gtin": null,
                      "options": [
                        {
                          "name": "Colour",
                          "value": "red"
                        }
                      ],
                      "weight_g": null
                    }
                  ]
                }
              ],
              "total": 2,
              "next": "4.prd_…",
              "facets": [
                {
                  "kind": "brand",
                  "name": null,
                  "values": [
                    {
                      "value": "Kubek",
                      "title": "Kubek",
                      "count": 2
                    }
                  ]
                },
                {
                  "kind": "category",
                  "name": null,
                  "values": [
                    {
                      "value": "kitchen",
                      "title": "Kitchen",
                      "count": 2
                    },
                    {
                      "value": "mugs",
                      "title": "Mugs",
                      "count": 2
                    }
                  ]
                },
                {
                  "kind": "option",
                  "name": "Colour",
                  "values": [
                    {
                      "value": "blue",
                      "title": "blue",
                      "count": 2
                    },
                    {
                      "value": "red",
                      "title": "red",
                      "count": 1
                    },
                    {
                      "value": "white",
                      "title": "white",
                      "count": 1
                    }
                  ]
                }
              ],
              "meant": {
                "kubke": [
                  "kubek"
                ]
              },
              "ignored": []
            }"#]],
        )
        .await;
        get(
            "/v1/shop/products/blue-mug-laka?lang=en",
            expect![[r#"
            200 {
              "id": "prd_…",
              "handle": "blue-mug-laka",
              "title": "Blue mug “Łąka”",
              "description": "",
              "brand": "Kubek",
              "category": {
                "id": "cat_…",
                "handle": "mugs",
                "title": "Mugs"
              },
              "tax_class": "standard",
              "media": [],
              "options": [
                {
                  "name": "Colour",
                  "values": [
                    "blue",
                    "red"
                  ]
                }
              ],
              "variants": [
                {
                  "id": "var_…",
                  "sku": "MUG-1-B",
                  "gtin": "05901234123457",
                  "options": [
                    {
                      "name": "Colour",
                      "value": "blue"
                    }
                  ],
                  "weight_g": null
                },
                {
                  "id": "var_…",
                  "sku": "MUG-1-R",
                  "gtin": null,
                  "options": [
                    {
                      "name": "Colour",
                      "value": "red"
                    }
                  ],
                  "weight_g": null
                }
              ]
            }"#]],
        )
        .await;
        get(
            "/v1/shop/categories",
            expect![[r#"
            200 {
              "categories": [
                {
                  "id": "cat_…",
                  "handle": "kitchen",
                  "title": "Kitchen",
                  "count": 2,
                  "children": [
                    {
                      "id": "cat_…",
                      "handle": "mugs",
                      "title": "Mugs",
                      "count": 2,
                      "children": []
                    }
                  ]
                },
                {
                  "id": "cat_…",
                  "handle": "coffee",
                  "title": "Coffee",
                  "count": 1,
                  "children": []
                }
              ]
            }"#]],
        )
        .await;
        get(
            "/v1/shop/products/gift-mug",
            expect![[r#"404 "not_found": "There is no product “gift-mug”.""#]],
        )
        .await;
        get(
            "/v1/shop/products?limit=101",
            expect![[r#"400 "bad_limit": "A page has 1 to 100 products.""#]],
        )
        .await;
        get(
            "/v1/shop/products?after=x",
            expect![[r#"400 "bad_cursor": "`after` must be the `next` of the page before.""#]],
        )
        .await;
        get(
            "/v1/shop/products?colour=blue",
            expect![[r#"400 "unknown_parameter": "There is no parameter “colour”.""#]],
        )
        .await;
        get(
            "/v1/shop/codes/GIFT-1",
            expect![[r#"404 "not_found": "There is no product “GIFT-1”.""#]],
        )
        .await;
        let link = "/v1/shop/codes/https%3A%2F%2Fid.kubek.pl%2F01%2F05901234123457";
        let (status, found) = page.ask(Method::GET, link, Value::Null).await;
        let found: Value = serde_json::from_str(&found).unwrap();
        assert_eq!((status, &found["product"]["handle"]), (200, &json!("blue-mug-laka")));
        assert_eq!(found["variant_id"], found["product"]["variants"][0]["id"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_puts_products_again_and_again() {
    on_each_engine(async |market| {
        let server = Caller::server(market).await;
        let mug = json!({"title": "Mug", "category": "Kitchen > Mugs", "variants": [{"sku": "MUG/1", "gtin": "96385074"}]});
        let path = "/v1/products/MUG%2F1";
        let (status, first) = server.ask(Method::PUT, path, mug.clone()).await;
        assert_eq!(status, 201, "{first}");
        assert_eq!(server.ask(Method::PUT, path, mug).await, (200, first.clone()));
        let id = serde_json::from_str::<Value>(&first).unwrap()["id"].as_str().unwrap().to_string();
        let by_id = format!("/v1/products/{id}");
        server.check(Method::PUT, &by_id, json!({"brand": "Kubek"}), expect![[r#"
            200 {
              "id": "prd_…",
              "handle": "mug",
              "status": "active",
              "title": "Mug",
              "description": "",
              "brand": "Kubek",
              "category": "Kitchen > Mugs",
              "tax_class": "standard",
              "media": [],
              "texts": {},
              "channels": [],
              "variants": [
                {
                  "id": "var_…",
                  "sku": "MUG/1",
                  "gtin": "00000096385074",
                  "options": [],
                  "weight_g": null,
                  "archived": false
                }
              ],
              "created_at": "2026-11-21T12:00:00Z",
              "updated_at": "2026-11-21T12:00:00Z"
            }"#]]).await;
        let nobody = "/v1/products/prd_00000000000000000000000000";
        server.check(Method::PUT, nobody, json!({"brand": "Kubek"}), expect![[r#"404 "not_found": "There is no product prd_00000000000000000000000000.""#]]).await;
        server.check(Method::PUT, "/v1/products/X", plain("X", "Y"), expect![[r#"400 "sku_missing": "One of the variants of a new product has its SKU, “X”.""#]]).await;
        server.check(Method::PUT, path, json!({"titel": "Mug"}), expect![[r#"400 "bad_json": "The body: unknown field `titel`, expected one of `handle`, `title`, `description`, `brand`, `category`, `tax_class`, `status`, `media`, `texts`, `channels`, `variants` at line 1 column 8.""#]]).await;
        server.check(Method::PUT, path, json!({"status": "sold"}), expect![[r#"400 "bad_json": "The body: unknown variant `sold`, expected one of `draft`, `active`, `archived` at line 1 column 16.""#]]).await;
        server.check(Method::GET, "/v1/products/Y", Value::Null, expect![[r#"404 "not_found": "There is no product with the SKU “Y”.""#]]).await;
        assert_eq!(server.ask(Method::DELETE, path, Value::Null).await, (204, String::new()));
        assert_eq!(server.ask(Method::DELETE, path, Value::Null).await, (204, String::new()));
        let page = Caller::page(market).await;
        assert_eq!(page.ask(Method::GET, "/v1/shop/products/mug", Value::Null).await.0, 404);
        assert_eq!(page.ask(Method::PUT, path, json!({})).await.0, 403);
        let (_, archived) = server.ask(Method::GET, path, Value::Null).await;
        assert!(archived.contains(r#""status":"archived""#), "{archived}");
        let title = json!({"title": "Mugs & cups", "texts": {"pl": "Kubki"}});
        server.check(Method::PUT, "/v1/categories/mugs", title, expect![[r#"
            200 {
              "id": "cat_…",
              "handle": "mugs",
              "title": "Mugs & cups",
              "parent": "kitchen",
              "texts": {
                "pl": "Kubki"
              },
              "position": 0
            }"#]]).await;
    })
    .await;
}
