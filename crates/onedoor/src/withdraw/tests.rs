//! Zofia withdraws from a contract on her phone, and a stranger learns nothing.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use expect_test::expect;
use tower::ServiceExt as _;

use crate::desk::tests::World;

const FORM: &str = "name=Zofia+Kowalska&order=7kx4m2qd&email=zofia@example.pl&goods=";

async fn ask(router: &Router, what: &str, form: &str) -> (u16, String) {
    let (method, path) = what.split_once(' ').unwrap();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "kubek.pl")
        .header(header::ACCEPT_LANGUAGE, "en")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form.to_string()))
        .unwrap();
    let response = router.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = axum::body::to_bytes(response.into_body(), 1_000_000).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

/// The words of a page, without its marks.
fn words(page: &str) -> String {
    let body = page.split_once("<main>").map_or(page, |(_, body)| body);
    let mut text = String::new();
    let mut is_mark = false;
    for c in body.chars() {
        match c {
            '<' => {
                is_mark = true;
                text.push('\n');
            }
            '>' => is_mark = false,
            c if !is_mark => text.push(c),
            _ => {}
        }
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn two_steps_and_a_receipt() {
    let world = World::with_anna().await;
    let router = crate::router::router(&world.app);
    let (status, page) = ask(&router, "GET /withdraw?order=7KX4-M2QD", "").await;
    assert_eq!(status, 200);
    assert!(page.contains("value=\"7KX4-M2QD\"") && page.contains("lang=pl"), "{page}");
    let (status, page) = ask(&router, "POST /withdraw", FORM).await;
    assert_eq!(status, 200);
    expect![[r#"
        Is this what you declare?
        I withdraw from the contract for order 7kx4m2qd.
        Your name
        Zofia Kowalska
        Number of the order
        7kx4m2qd
        E-mail address
        zofia@example.pl
        Goods
        The whole contract
        Confirm withdrawal
        Change something"#]]
    .assert_eq(&words(&page));
    let at = page.find("name=\"key\" value=\"").unwrap() + "name=\"key\" value=\"".len();
    let key = page[at..].split('"').next().unwrap();
    let confirm = format!("{FORM}&key={key}");
    let (status, page) = ask(&router, "POST /withdraw/confirmation", &confirm).await;
    assert_eq!(status, 200);
    expect![[r#"
        We have your withdrawal
        Received on 21 Nov 2026, 12:00 (UTC).
        I withdraw from the contract for order 7kx4m2qd.
        Your name
        Zofia Kowalska
        Number of the order
        7kx4m2qd
        E-mail address
        zofia@example.pl
        Goods
        The whole contract
        Keep this page: print it or save it. It is your receipt.
        Send the goods back within 14 days, if you have them. If the number and the address fit an order, the money comes back by the means by which you paid; else we write to you."#]].assert_eq(&words(&page));
    // Pressed again, it is the same statement.
    let (_, again) = ask(&router, "POST /withdraw/confirmation", &confirm).await;
    assert!(again.contains("zofia@example.pl"));
    let open = |tx: &kit::Tx| commerce::returns::withdraw::open(tx, 10);
    assert_eq!(world.app.ctx.db.read(open).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost() {
    let world = World::with_anna().await;
    let router = crate::router::router(&world.app);
    for (form, says) in [
        ("name=&order=1&email=a@b.pl", "Write your name."),
        ("name=Zofia&order=&email=a@b.pl", "Write the number of the order."),
        ("name=Zofia&order=1&email=nowhere", "Write an e-mail address"),
    ] {
        let (status, page) = ask(&router, "POST /withdraw", form).await;
        assert_eq!(status, 400);
        assert!(page.contains(says), "{form}: {page}");
    }
    let (_, page) = ask(&router, "POST /withdraw", "name=%3Cb%3E&order=1&email=nowhere").await;
    assert!(page.contains("value=\"&lt;b&gt;\"") && !page.contains("<b>"), "{page}");
    let (status, page) = ask(&router, "POST /withdraw?x", &format!("{FORM}&change=yes")).await;
    assert!(status == 200 && page.contains("value=\"Zofia Kowalska\""), "{page}");
    // Without the first step there is no second.
    let (status, page) = ask(&router, "POST /withdraw/confirmation", FORM).await;
    assert!(status == 400 && page.contains("Begin again, please."), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_is_not_flooded() {
    let world = World::with_anna().await;
    let router = crate::router::router(&world.app);
    for n in 0..6 {
        let form = format!("{FORM}&key=0123456789abcdef{n}");
        let (status, page) = ask(&router, "POST /withdraw/confirmation", &form).await;
        assert_eq!(status, if n < 5 { 200 } else { 429 }, "{page}");
    }
}
