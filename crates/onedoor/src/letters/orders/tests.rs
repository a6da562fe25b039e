//! Zofia buys, gets a parcel, sends a mug back: what lies in her mailbox.

use std::sync::Arc;

use commerce::carts::{self, Actor};
use commerce::orders::letters::WRITE;
use commerce::orders::{self, Order};
use commerce::shipping::testing::{courier, offers};
use customers::channels::{Door, store as channels};
use expect_test::{Expect, expect};
use kit::Tx;
use kit::i18n::{Catalogue, Lang, Tr};
use kit::money::{Currency, Money};
use kit::secrets::Secrets;
use serde_json::{Value, json};

use crate::desk::orders::tests::zofias_order;
use crate::desk::tests::World;
use crate::letters::testing::{Mailbox, can_write};

/// A shop with an e-mail door.
async fn with_mail() -> (World, Mailbox) {
    let mut anna = World::with_anna().await;
    anna.app.engage.secrets = Secrets::of_hex(&Secrets::random_hex().unwrap()).unwrap();
    can_write(&anna.app).await;
    (anna, Mailbox::default())
}

async fn work(world: &World, mailbox: &Mailbox) {
    mailbox.work(&world.app, WRITE).await;
}

fn lies_there(mailbox: &Mailbox, number: &str, expected: Expect) {
    expected.assert_eq(&mailbox.take().join("---\n").replace(number, "NUMBER"));
}

#[tokio::test(flavor = "multi_thread")]
async fn she_reads_what_she_bought_and_what_became_of_it() {
    let (mut anna, mailbox) = with_mail().await;
    anna.app.engage.public_url = Some("https://kubek.pl".into());
    offers(&anna.app.commerce, &[courier()]).await;
    let (_, order) = zofias_order(&anna).await;
    let number = order.number.as_str();
    work(&anna, &mailbox).await;
    lies_there(
        &mailbox,
        number,
        expect![[r#"
        To: zofia@example.pl
        Zamówienie NUMBER, Web shop

        Dziękujemy. Mamy Twoje zamówienie NUMBER.

        2 × Mug BLUE: 99,80 zł
        1 × Mug RED: 49,90 zł

        Towary: 149,70 zł
        Dostawa (Courier): 12,99 zł
        Razem: 162,69 zł
        w tym VAT 23 %: 30,42 zł

        Dokąd:
        Zofia Wójcik
        Grodzka 1
        31-002 Kraków
        PL

        Prosimy o przelew 162,69 zł z tytułem NUMBER. Numer konta podamy w wiadomości.

        Co się z nim dzieje: https://kubek.pl/shop/orders/NUMBER

        Od umowy można odstąpić w ciągu 14 dni od otrzymania towaru, bez podawania przyczyny. https://kubek.pl/withdraw?order=NUMBER

        Web shop
    "#]],
    );

    let page = format!("/desk/orders/{number}");
    anna.post(&format!("{page}/payment"), "version=1&paid_by=transfer+17").await;
    let sent = "version=2&piece-1=1&piece-2=1&carrier=InPost&tracking=6200";
    assert_eq!(anna.post(&format!("{page}/shipments"), sent).await.location(), page);
    work(&anna, &mailbox).await;
    lies_there(
        &mailbox,
        number,
        expect![[r#"
        To: zofia@example.pl
        Zamówienie NUMBER jest w drodze, Web shop

        Z Twojego zamówienia NUMBER jest już w drodze:

        1 × Mug BLUE
        1 × Mug RED

        Przesyłka: InPost, 6200

        Jeszcze jedna sztuka dotrze później.

        Co się z nim dzieje: https://kubek.pl/shop/orders/NUMBER

        Od umowy można odstąpić w ciągu 14 dni od otrzymania towaru, bez podawania przyczyny. https://kubek.pl/withdraw?order=NUMBER

        Web shop
    "#]],
    );
    let shown = anna.get(&page).await.body;
    assert!(shown.contains("Letter to the buyer"), "{shown}");

    let cracked = "version=3&piece-1=1&why=cracked+in+the+store";
    assert_eq!(anna.post(&format!("{page}/cancellations"), cracked).await.location(), page);
    work(&anna, &mailbox).await;
    lies_there(
        &mailbox,
        number,
        expect![[r#"
            To: zofia@example.pl
            Zamówienie NUMBER: nie wszystko dotrze, Web shop

            Z Twojego zamówienia NUMBER nie dotrze:

            1 × Mug BLUE

            Zwracamy to, co za to zapłacono.

            Co się z nim dzieje: https://kubek.pl/shop/orders/NUMBER

            Web shop
        "#]],
    );

    let amount = Money::new(44_90, Currency::PLN);
    let details = json!({
        "amount": amount, "deduction": 5_00, "why": "Zarysowany.", "return": "R-1", "paid_by": "transfer 18",
    });
    gives_back(&anna, &order, &details).await;
    // The bank's word of the same money comes later: she has read of it.
    gives_back(&anna, &order, &json!({ "amount": amount, "paid_by": "pi_1" })).await;
    work(&anna, &mailbox).await;
    lies_there(
        &mailbox,
        number,
        expect![[r#"
        To: zofia@example.pl
        Zwrot pieniędzy za zamówienie NUMBER, Web shop

        Za zamówienie NUMBER zwracamy 44,90 zł, tą samą drogą, którą zapłacono.

        Zatrzymaliśmy z tego 5,00 zł: Zarysowany.

        Co się z nim dzieje: https://kubek.pl/shop/orders/NUMBER

        Web shop
    "#]],
    );
}

async fn gives_back(world: &World, order: &Order, details: &Value) {
    let ctx = &world.app.ctx;
    let now = ctx.clock.now();
    let write = |tx: &Tx| {
        let held = orders::hold(tx, order)?;
        let channel = channels::find(tx, order.channel_id)?;
        let door = Door { channel: channel.into(), trusted: true };
        let ewa = Actor { role: carts::Role::Clerk, name: Some("Ewa".into()), door };
        orders::pay_back(tx, &ewa, held, details, false, now)
    };
    ctx.db.write(write).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn she_reads_once_what_holds_after_her_order_was_changed_twice() {
    let (mut anna, mailbox) = with_mail().await;
    let (_, order) = zofias_order(&anna).await;
    work(&anna, &mailbox).await;
    mailbox.take();
    let page = format!("/desk/orders/{}", order.number);
    let to =
        "name=Zofia&street=Nowa+2&postcode=30-001&city=Krak%C3%B3w&country=pl&email=z@example.pl";
    for (version, blue) in [(1, 3), (2, 1)] {
        let form = format!("version={version}&line-1={blue}&line-2=1&{to}");
        let edited = anna.post(&format!("{page}/edit"), &form).await;
        assert_eq!(edited.location(), page, "{}", edited.body);
    }
    work(&anna, &mailbox).await;
    lies_there(
        &mailbox,
        &order.number,
        expect![[r#"
        To: z@example.pl
        Zmiana zamówienia NUMBER, Web shop

        Twoje zamówienie NUMBER zostało zmienione. Teraz wygląda tak:

        1 × Mug BLUE: 49,90 zł
        1 × Mug RED: 49,90 zł

        Towary: 99,80 zł
        Razem: 99,80 zł
        w tym VAT 23 %: 18,66 zł

        Dokąd:
        Zofia
        Nowa 2
        30-001 Kraków
        PL

        Prosimy o przelew 99,80 zł z tytułem NUMBER. Numer konta podamy w wiadomości.

        Od umowy można odstąpić w ciągu 14 dni od otrzymania towaru, bez podawania przyczyny.

        Web shop
    "#]],
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn she_reads_that_all_of_it_is_cancelled() {
    let (mut anna, mailbox) = with_mail().await;
    let (_, order) = zofias_order(&anna).await;
    work(&anna, &mailbox).await;
    mailbox.take();
    let page = format!("/desk/orders/{}", order.number);
    anna.post(&format!("{page}/payment"), "version=1&paid_by=transfer+17").await;
    let gone = anna.post(&format!("{page}/cancellations"), "version=2&why=closed+for+good").await;
    assert_eq!(gone.location(), page, "{}", gone.body);
    work(&anna, &mailbox).await;
    lies_there(
        &mailbox,
        &order.number,
        expect![[r#"
        To: zofia@example.pl
        Zamówienie NUMBER jest anulowane, Web shop

        Twoje zamówienie NUMBER zostało anulowane. Nic z niego nie wyślemy.

        Zwracamy to, co za to zapłacono.

        Web shop
    "#]],
    );
}

#[test]
fn what_is_on_a_card_again_is_said_and_points_that_came_back() {
    let catalogue = Arc::new(Catalogue::new(&crate::letters::LOCALES));
    let back = json!({ "back": [
        { "type": "gift_card", "ending": "K7QX", "amount": Money::new(20_00, Currency::PLN) },
        { "type": "points", "points": 3, "amount": Money::new(3, Currency::PLN) },
    ] });
    let said = |lang| {
        let tr = Tr::new(&catalogue, lang, jiff::tz::TimeZone::UTC);
        super::text::went_back(&tr, &back).unwrap().replace('\u{a0}', " ")
    };
    expect![[r#"
        PLN 20.00 is back on your gift card (…K7QX).
        3 points are yours again.
        20,00 zł wróciło na kartę podarunkową (…K7QX).
        Wróciły 3 punkty.
        20,00 PLN sunt din nou pe cardul cadou (…K7QX).
        3 puncte sunt din nou ale dumneavoastră.
        20,00 PLN снова на подарочной карте (…K7QX).
        Вернулись 3 балла."#]]
    .assert_eq(&Lang::ALL.map(said).join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_without_an_email_door_writes_nothing() {
    let anna = World::with_anna().await;
    let mailbox = Mailbox::default();
    let (_, order) = zofias_order(&anna).await;
    work(&anna, &mailbox).await;
    assert!(mailbox.take().is_empty());
    let read = |tx: &Tx| orders::store::steps(tx, &order);
    let steps = anna.app.ctx.db.read(read).await.unwrap();
    assert_eq!(steps.len(), 1, "nothing is said to have been written");
}

#[test]
fn each_language_says_all() {
    Catalogue::new(&crate::letters::LOCALES).check().unwrap();
}
