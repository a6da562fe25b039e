//! Texts in four languages, and what is told in them.

use expect_test::{Expect, expect};

use crate::facts::detect::{Known, Pattern, found};

fn known() -> Known {
    Known {
        region: Some("PL".into()),
        orders: vec!["1042".into(), "W-20411".into()],
        products: vec![
            "Ethiopia Guji beans, 250 g".into(),
            "Kawiarka".into(),
            "Hand grinder, small".into(),
        ],
        patterns: vec![Pattern::parse("VZ-####").unwrap()],
    }
}

fn check(text: &str, expected: Expect) {
    let lines = found(text, &known())
        .into_iter()
        .map(|found| format!("{} {} [{}]\n", found.entity.as_str(), found.shown, found.value));
    expected.assert_eq(&lines.collect::<String>());
}

#[test]
fn numbers_of_orders() {
    check("Where is 1042?", expect!["order 1042 [1042]\n"]);
    check("where is w-20411 please", expect!["order w-20411 [W-20411]\n"]);
    check("It is vz-7731.", expect!["order vz-7731 [VZ-7731]\n"]);
    check("My order number is 88123, thanks", expect!["order 88123 [88123]\n"]);
    check("zamówienie nr 77123", expect!["order 77123 [77123]\n"]);
    check("Chodzi o zamówienie #500100200", expect!["order 500100200 [500100200]\n"]);
    check("comanda cu numărul 5521", expect!["order 5521 [5521]\n"]);
    check(
        "заказ № 4412 не пришёл",
        expect![[r#"
        order 4412 [4412]
        problem заказ № 4412 не пришёл [заказ 4412 пришел]
    "#]],
    );
    check("I have an order. 2500 pieces", expect![""]);
    check("I want to order 12 cups", expect![""]);
}

#[test]
fn addresses_and_numbers_of_people() {
    check(
        "Write to Anna.Nowak@Example.com.",
        expect!["email Anna.Nowak@Example.com [anna.nowak@example.com]\n"],
    );
    check("Mój numer to 601 234 567, dziękuję", expect!["phone 601 234 567 [+48601234567]\n"]);
    check(
        "zamówienie 1042, tel. 601234567",
        expect![[r#"
        order 1042 [1042]
        phone 601234567 [+48601234567]
    "#]],
    );
    check("+40 721 234 567", expect!["phone +40 721 234 567 [+40721234567]\n"]);
    check("Bună ziua, sunați-mă la 0721 234 567", expect!["phone 0721 234 567 [+40721234567]\n"]);
    check("Between 12.11.2026 and 2026-11-14, for 1299,00", expect![""]);
}

#[test]
fn where_people_live() {
    check(
        "Proszę wysłać na ul. Długą 5/12, 31-001 Kraków.",
        expect!["address ul. Długą 5/12, 31-001 Kraków [dlug 5 12]\n"],
    );
    check("ulica Długa 5/12", expect!["address ulica Długa 5/12 [dlug 5 12]\n"]);
    check(
        "pe str. Mihai Eminescu nr. 7, 400001 Cluj-Napoca",
        expect!["address str. Mihai Eminescu nr. 7, 400001 Cluj-Napoca [miha emine 7]\n"],
    );
    check("I moved to 12 Baker Street", expect!["address 12 Baker Street [bake 12]\n"]);
    check("Мой адрес: ул. Ленина, д. 5", expect!["address ул. Ленина, д. 5 [лени 5]\n"]);
    check("I have 2 pieces on my way", expect![""]);
}

#[test]
fn parcels() {
    check("RR123456785PL has not moved", expect!["tracking RR123456785PL [RR123456785PL]\n"]);
    check(
        "RR123456784PL has a wrong digit",
        expect![[r#"
        problem RR123456784PL has a wrong digit [rr123456784pl has wrong digit]
    "#]],
    );
    check("AWB 1234567890123", expect!["tracking 1234567890123 [1234567890123]\n"]);
    check(
        "nr przesyłki: 520000012345678901234567",
        expect!["tracking 520000012345678901234567 [520000012345678901234567]\n"],
    );
}

#[test]
fn products_as_people_call_them() {
    check(
        "Is the hand grinder in stock?",
        expect!["product Hand grinder, small [hand grinder small]\n"],
    );
    check("Szukam kawiarki na prezent", expect!["product Kawiarka [kawiarka]\n"]);
    check("My hands are cold", expect![""]);
}

#[test]
fn what_is_wrong() {
    check(
        "Dzień dobry. W paczce jedna filiżanka jest pęknięta. Pozdrawiam",
        expect![[r#"
        problem W paczce jedna filiżanka jest pęknięta. [paczce jedna filizanka jest peknieta]
    "#]],
    );
    check(
        "Râșnița nu mai funcționează.",
        expect![[r#"
        problem Râșnița nu mai funcționează. [rasnita mai functioneaza]
    "#]],
    );
    check(
        "The kettle does not turn on!",
        expect![[r#"
        problem The kettle does not turn on! [the kettle does not turn]
    "#]],
    );
    check(
        "Чашка пришла разбитой",
        expect![[r#"
        problem Чашка пришла разбитой [чашка пришла разбитой]
    "#]],
    );
    check("Everything is fine, thank you.", expect![""]);
}

#[test]
fn a_pattern_must_say_something() {
    for text in ["", "ab", "@@@", "##"] {
        assert_eq!(Pattern::parse(text), None, "{text}");
    }
}
