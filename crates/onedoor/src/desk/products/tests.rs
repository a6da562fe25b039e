//! Anna keeps the catalogue; Maria at the counter looks at it.

use axum::http::StatusCode;
use customers::accounts::Role;

use crate::desk::tests::World;

const MUG: &str = "title=Kubek+%C5%81%C4%85ka&description=&brand=Kubek&status=active&tax_class=standard&handle=\
    &category=Kuchnia+%3E+Kubki&images=https%3A%2F%2Fkubek.pl%2Fmug.jpg&title_en=Mug+Meadow\
    &variant=&sku=MUG-B&gtin=5901234123457&options=Kolor%3A+niebieski&weight_g=350&archived=no\
    &variant=&sku=MUG-R&gtin=&options=Kolor%3A+czerwony&weight_g=&archived=no\
    &variant=&sku=&gtin=&options=&weight_g=&archived=no";

#[tokio::test]
async fn a_product_is_written_found_changed_and_taken_out() {
    let mut anna = World::with_anna().await;
    let none = anna.get("/desk/products").await.body;
    assert!(none.contains("Nothing to sell yet"), "{none}");
    assert!(anna.get("/desk/products/new").await.body.contains("name=\"sku\""));
    let made = anna.post("/desk/products", MUG).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let address = made.location().to_string();
    let page = anna.get(&address).await.body;
    for shown in [
        "Kubek Łąka",
        "value=\"MUG-B\"",
        "value=\"Kolor: czerwony\"",
        "Kuchnia &gt; Kubki",
        "kubek-laka",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    // Found by a slip of the finger, in the reader's language.
    let list = anna.get("/desk/products?q=kubke").await.body;
    assert!(list.contains("Mug Meadow") && list.contains("MUG-B"), "{list}");
    assert!(anna.get("/desk/products?q=lampa").await.body.contains("No product fits"));
    // What was typed stays where something is wrong.
    let wrong = MUG.replace("5901234123457", "5901234123458").replace("sku=MUG-", "sku=CUP-");
    let refused = anna.post("/desk/products", &wrong).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(
        refused.body.contains("check digit") && refused.body.contains("value=\"CUP-R\""),
        "{}",
        refused.body
    );
    let variant =
        page.split("name=\"variant\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let change = format!(
        "title=Kubek&status=draft&tax_class=reduced&variant={variant}&sku=MUG-1&archived=no&options=Kolor%3A+blue"
    );
    assert_eq!(anna.post(&address, &change).await.status, StatusCode::SEE_OTHER);
    let page = anna.get(&address).await.body;
    assert!(page.contains("value=\"MUG-1\"") && page.contains("value=\"MUG-R\""), "{page}");
    assert!(anna.get("/desk/products?status=draft").await.body.contains("MUG-1"));
    assert!(!anna.get("/desk/products?status=active").await.body.contains("MUG-1"));
    let archived = anna.post(&format!("{address}/archive"), "").await;
    assert_eq!(archived.location(), "/desk/products");
    assert!(anna.get("/desk/products?status=archived").await.body.contains("MUG-1"));
    let log = anna.get("/desk/audit").await.body;
    for done in ["Made a product", "Changed a product", "Took a product out of the shop"] {
        assert!(log.contains(done), "{done}");
    }
}

#[tokio::test]
async fn who_may_only_look_cannot_change() {
    let mut anna = World::with_anna().await;
    let address = anna.post("/desk/products", MUG).await.location().to_string();
    let mut maria = anna.join("Maria", Role::Clerk).await;
    let page = maria.get(&address).await.body;
    assert!(
        page.contains("fieldset class=\"locked\" disabled") && !page.contains("/archive"),
        "{page}"
    );
    assert_eq!(maria.get("/desk/products/new").await.status, StatusCode::FORBIDDEN);
    for path in ["/desk/products", &address, &format!("{address}/archive")] {
        assert_eq!(maria.post(path, MUG).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}
