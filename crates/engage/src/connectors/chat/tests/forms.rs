//! The contact form, as browsers and scripts send it.

use expect_test::expect;

use super::*;
use crate::testing::on_each_engine;

const URLENCODED: &str = "application/x-www-form-urlencoded";

async fn post(talk: &Talk, kind: &str, body: &str) -> String {
    let router = routes(talk.ctx.clone(), Live::default()).into_router();
    let request = Request::post(format!("/v1/forms/{}", talk.chat.write_key))
        .header(header::CONTENT_TYPE, kind)
        .header(header::ORIGIN, "https://kubek.pl");
    let response =
        router.oneshot(request.body(Body::from(body.to_string())).unwrap()).await.unwrap();
    let status = response.status().as_u16();
    let to = response.headers().get(header::LOCATION).map(|to| to.to_str().unwrap().to_string());
    format!("{status} {}", to.unwrap_or_default())
}

/// What the inbox has: who claims what, and what they say.
async fn inbox(talk: &Talk) -> Vec<String> {
    let list = |tx: &kit::Tx| {
        let rows = kit::sql!("select id from messages order by id");
        let ids = tx.rows(rows, kit::params![], |row| row.get(0))?;
        let find = |id: &crate::conversations::MessageId| {
            crate::conversations::store::find_message(tx, *id)
        };
        ids.iter().map(find).collect::<kit::Result<Vec<_>>>()
    };
    let messages = talk.ctx.customers.db.read(list).await.unwrap();
    let told = messages.iter().map(|m| {
        let (name, address) = (m.author_name.as_deref(), m.address.as_deref());
        format!("{} <{}>: {}", name.unwrap_or("-"), address.unwrap_or("-"), m.body)
    });
    told.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_recorded_however_it_comes() {
    on_each_engine(async |talk| {
        let html = "name=Anna&email=Anna%40Example.com&message=Do+you+ship%3F&website=&started=1\
                    &redirect=https%3A%2F%2Fkubek.pl%2Fthanks";
        assert_eq!(post(talk, URLENCODED, html).await, "303 https://kubek.pl/thanks");
        let elsewhere = "message=Again&redirect=https%3A%2F%2Fevil.example%2F";
        assert_eq!(post(talk, URLENCODED, elsewhere).await, "200 ");
        let json = json!({"name": "Ion", "phone": "+40 721 234 567", "message": "Sunați-mă", "id": "f-1"});
        assert_eq!(post(talk, "application/json", &json.to_string()).await, "202 ");
        assert_eq!(post(talk, "application/json", &json.to_string()).await, "202 ");
        let parts = "--x\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\nBroken\r\n\
                     --x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"cup.gif\"\r\n\r\nGIF89a\r\n\
                     --x\r\nContent-Disposition: form-data; name=\"more\"; filename=\"\"\r\n\r\n\r\n--x--\r\n";
        assert_eq!(post(talk, "multipart/form-data; boundary=x", parts).await, "200 ");
        expect![[r#"
            [
                "Anna <email:anna@example.com>: Do you ship?",
                "- <->: Again",
                "Ion <phone:+40721234567>: Sunați-mă",
                "- <->: Broken",
            ]
        "#]]
        .assert_debug_eq(&inbox(talk).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_machine_is_thanked_and_forgotten() {
    on_each_engine(async |talk| {
        let now = talk.ctx.customers.clock.now().as_ms();
        let trapped = "name=Bot&message=Buy+now&website=https%3A%2F%2Fspam.example";
        assert_eq!(post(talk, URLENCODED, trapped).await, "200 ");
        let quick = format!("message=Buy+now&started={}", now - 500);
        assert_eq!(post(talk, URLENCODED, &quick).await, "200 ");
        assert!(inbox(talk).await.is_empty());
        let slow = format!("message=Hello&started={}", now - 5_000);
        assert_eq!(post(talk, URLENCODED, &slow).await, "200 ");
        assert_eq!(inbox(talk).await, ["- <->: Hello"]);
    })
    .await;
}
