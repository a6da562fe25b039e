use std::borrow::Cow;

use expect_test::{Expect, expect};

use super::{Blocklist, Kind, Refusal, normalise};

/// One line a value: what was typed, and what is kept of it or why it is refused.
fn check(kind: Kind, raw: &[&str], expected: Expect) {
    check_in(kind, None, raw, expected);
}

fn check_in(kind: Kind, region: Option<&str>, raw: &[&str], expected: Expect) {
    let line = |raw: &&str| match normalise(&kind, raw, region) {
        Ok(value) => format!("{raw:?} → {value}\n"),
        Err(refusal) => format!("{raw:?} ✗ {refusal:?}\n"),
    };
    expected.assert_eq(&raw.iter().map(line).collect::<String>());
}

#[test]
fn an_e_mail_has_one_spelling() {
    check(
        Kind::EMAIL,
        &[
            "anna@sklep.pl",
            " Anna.Nowak@Sklep.PL\n",
            "anna+kawa@gmail.com",
            "zażółć@JAŹŃ.pl",
            "zaz\u{307}o\u{301}łć@jaz\u{301}n\u{301}.pl",
            "\u{feff}ion@cafea.ro\u{200b}",
            "İpek@kahve.tr",
        ],
        expect![[r#"
            "anna@sklep.pl" → anna@sklep.pl
            " Anna.Nowak@Sklep.PL\n" → anna.nowak@sklep.pl
            "anna+kawa@gmail.com" → anna+kawa@gmail.com
            "zażółć@JAŹŃ.pl" → zażółć@jaźń.pl
            "zaz\u{307}o\u{301}łć@jaz\u{301}n\u{301}.pl" → zażółć@jaźń.pl
            "\u{feff}ion@cafea.ro\u{200b}" → ion@cafea.ro
            "İpek@kahve.tr" → i̇pek@kahve.tr
        "#]],
    );
}

#[test]
fn what_is_no_e_mail() {
    check(
        Kind::EMAIL,
        &[
            "anna",
            "anna@localhost",
            "anna@@sklep.pl",
            "anna@sklep..pl",
            ".anna@sklep.pl",
            "anna nowak@sklep.pl",
            "Anna <anna@sklep.pl>",
            "\"anna nowak\"@sklep.pl",
            "anna@192.168.0.1",
            "anna@-sklep.pl",
            &format!("{}@sklep.pl", "a".repeat(65)),
            &format!("anna@{}.pl", ["sklep"; 50].join(".")),
        ],
        expect![[r#"
            "anna" ✗ Malformed
            "anna@localhost" ✗ Malformed
            "anna@@sklep.pl" ✗ Malformed
            "anna@sklep..pl" ✗ Malformed
            ".anna@sklep.pl" ✗ Malformed
            "anna nowak@sklep.pl" ✗ Malformed
            "Anna <anna@sklep.pl>" ✗ Malformed
            "\"anna nowak\"@sklep.pl" ✗ Malformed
            "anna@192.168.0.1" ✗ Malformed
            "anna@-sklep.pl" ✗ Malformed
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@sklep.pl" ✗ Malformed
            "anna@sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.sklep.pl" ✗ TooLong
        "#]],
    );
}

#[test]
fn addresses_that_nobody_reads() {
    check(
        Kind::EMAIL,
        &[
            "test@test.pl",
            "NoReply@sklep.pl",
            "no-reply+1042@sklep.pl",
            "do_not_reply@sklep.pl",
            "brak@brak.pl",
            "null@null.com",
            "info@piekarnia.pl",
            "tester@sklep.pl",
        ],
        expect![[r#"
            "test@test.pl" ✗ Blocked
            "NoReply@sklep.pl" ✗ Blocked
            "no-reply+1042@sklep.pl" ✗ Blocked
            "do_not_reply@sklep.pl" ✗ Blocked
            "brak@brak.pl" ✗ Blocked
            "null@null.com" ✗ Blocked
            "info@piekarnia.pl" → info@piekarnia.pl
            "tester@sklep.pl" → tester@sklep.pl
        "#]],
    );
}

#[test]
fn a_telephone_number_is_e164() {
    check_in(
        Kind::PHONE,
        Some("PL"),
        &[
            "+48500100200",
            "500 100 200",
            "500-100-200",
            "48 500 100 200",
            "0048 500 100 200",
            "tel:+48-500-100-200",
            "+48 (0) 12 345 67 80",
            "+40 721 234 567",
            "+7 812 309-00-00",
            "+39 06 6982",
            "+1 (415) 555-2671",
            "+44 020 7946 0018",
        ],
        expect![[r#"
            "+48500100200" → +48500100200
            "500 100 200" → +48500100200
            "500-100-200" → +48500100200
            "48 500 100 200" → +48500100200
            "0048 500 100 200" → +48500100200
            "tel:+48-500-100-200" → +48500100200
            "+48 (0) 12 345 67 80" → +48123456780
            "+40 721 234 567" → +40721234567
            "+7 812 309-00-00" → +78123090000
            "+39 06 6982" → +39066982
            "+1 (415) 555-2671" → +14155552671
            "+44 020 7946 0018" → +442079460018
        "#]],
    );
}

#[test]
fn the_region_tells_how_a_number_is_dialled() {
    check_in(
        Kind::PHONE,
        Some("RO"),
        &["0721 234 567", "021 311 82 22"],
        expect![[r#"
        "0721 234 567" → +40721234567
        "021 311 82 22" → +40213118222
    "#]],
    );
    check_in(
        Kind::PHONE,
        Some("ru"),
        &["8 (912) 345-67-80", "8 812 309-00-00", "812 309-00-00"],
        expect![[r#"
            "8 (912) 345-67-80" → +79123456780
            "8 812 309-00-00" → +78123090000
            "812 309-00-00" → +78123090000
        "#]],
    );
    check_in(
        Kind::PHONE,
        Some("AR"),
        &["011 15 2345 6780", "+54 9 11 2345 6780"],
        expect![[r#"
            "011 15 2345 6780" → +5491123456780
            "+54 9 11 2345 6780" → +5491123456780
        "#]],
    );
    check_in(
        Kind::PHONE,
        Some("AQ"),
        &["0721 234 567", "+40721234567"],
        expect![[r#"
        "0721 234 567" ✗ Malformed
        "+40721234567" → +40721234567
    "#]],
    );
    check_in(
        Kind::PHONE,
        None,
        &["0721 234 567", "00 40 721 234 567"],
        expect![[r#"
        "0721 234 567" ✗ Malformed
        "00 40 721 234 567" → +40721234567
    "#]],
    );
}

#[test]
fn what_is_no_telephone_number() {
    check_in(
        Kind::PHONE,
        Some("PL"),
        &[
            "112",
            "order 500100200",
            "0800 PIZZA",
            "anna@sklep.pl",
            "500 100 200 ext. 7",
            "500 100",
            "+999 500 100 200",
            "+48 500 100 200, +48 500 100 201",
            "500100200500100200500100200",
            "111 111 111",
            "+48 000 000 000",
            "123456789",
            "000000000",
        ],
        expect![[r#"
            "112" ✗ Malformed
            "order 500100200" ✗ Malformed
            "0800 PIZZA" ✗ Malformed
            "anna@sklep.pl" ✗ Malformed
            "500 100 200 ext. 7" ✗ Malformed
            "500 100" ✗ Malformed
            "+999 500 100 200" ✗ Malformed
            "+48 500 100 200, +48 500 100 201" ✗ Malformed
            "500100200500100200500100200" ✗ TooLong
            "111 111 111" ✗ Blocked
            "+48 000 000 000" ✗ Blocked
            "123456789" ✗ Blocked
            "000000000" ✗ Blocked
        "#]],
    );
}

#[test]
fn a_loyalty_card_is_what_the_scanner_reads() {
    check(
        Kind::LOYALTY_CARD,
        &[
            "2900 1234 5678",
            "ks-0042-a",
            "KS0042A",
            "2900–1234",
            "0000 0000",
            "1111",
            "карта 5",
            "—",
        ],
        expect![[r#"
            "2900 1234 5678" → 290012345678
            "ks-0042-a" → KS0042A
            "KS0042A" → KS0042A
            "2900–1234" → 29001234
            "0000 0000" ✗ Blocked
            "1111" ✗ Blocked
            "карта 5" ✗ Malformed
            "—" ✗ Blocked
        "#]],
    );
}

#[test]
fn ids_of_other_systems_stay_as_they_are() {
    check(
        Kind::USER_ID,
        &[
            "1042",
            " U-1042 ",
            "Żaneta",
            "507f191e810c19729de860ea",
            "two words",
            "bell\u{7}",
            "rtl\u{202e}gpj",
            &"x".repeat(256),
        ],
        expect![[r#"
            "1042" → 1042
            " U-1042 " → U-1042
            "Żaneta" → Żaneta
            "507f191e810c19729de860ea" → 507f191e810c19729de860ea
            "two words" → two words
            "bell\u{7}" ✗ Malformed
            "rtl\u{202e}gpj" ✗ Malformed
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" ✗ TooLong
        "#]],
    );
}

#[test]
fn values_that_stand_for_nobody() {
    let words =
        "null NULL Undefined None nil N/A #N/A - — unknown guest Anonymous 0 -1 true False NaN \\N";
    let phrases = [
        "",
        " ",
        "[object Object]",
        "(not set)",
        "00000000-0000-0000-0000-000000000000",
        "{{ customer.id }}",
        "${userId}",
        "*|EMAIL|*",
    ];
    for value in words.split(' ').chain(phrases) {
        for kind in [Kind::USER_ID, Kind::DEVICE, Kind::EMAIL, Kind::PHONE, Kind::LOYALTY_CARD] {
            assert_eq!(normalise(&kind, value, Some("PL")), Err(Refusal::Blocked), "{value:?}");
        }
    }
    check(
        Kind::DEVICE,
        &["nullable", "guest-17", "10", "00000000-0000-4000-8000-000000000000"],
        expect![[r#"
        "nullable" → nullable
        "guest-17" → guest-17
        "10" → 10
        "00000000-0000-4000-8000-000000000000" → 00000000-0000-4000-8000-000000000000
    "#]],
    );
}

#[test]
fn a_merchant_blocks_values_of_their_own() {
    let mut blocked = Blocklist::default();
    blocked.add(Kind::PHONE, "12 345 67 80", Some("PL")).unwrap();
    blocked.add(Kind::EMAIL, "@Sklep.pl", None).unwrap();
    blocked.add(Kind::EMAIL, "kasa@", None).unwrap();
    blocked.add(Kind::USER_ID, "null", None).unwrap();
    assert_eq!(blocked.add(Kind::EMAIL, "not an address", None), Err(Refusal::Malformed));

    let is_blocked = |kind, raw| blocked.normalise(&kind, raw, Some("PL")) == Err(Refusal::Blocked);
    assert!(is_blocked(Kind::PHONE, "+48 12 345 67 80"));
    assert!(is_blocked(Kind::EMAIL, "ANNA@sklep.pl"));
    assert!(is_blocked(Kind::EMAIL, "kasa@inny.pl"));
    assert!(is_blocked(Kind::USER_ID, "null"));
    assert!(!is_blocked(Kind::EMAIL, "anna@inny.pl"));
    assert!(!is_blocked(Kind::LOYALTY_CARD, "kasa@"));
}

#[test]
fn kinds_read_as_sdks_and_merchants_write_them() {
    let read = |text: &str| match text.parse::<Kind>() {
        Ok(kind) => format!("{text} → {kind}, at most {}\n", kind.max_per_customer()),
        Err(error) => format!("{text} ✗ {}\n", error.code),
    };
    let kinds = "user_id userId anonymousId device email Phone loyalty-card loyaltyCard ios.idfa \
                 whatsapp _x 7eleven kod%klienta телефон a_name_that_is_much_too_long_for_a_kind";
    expect![[r#"
        user_id → user_id, at most 1
        userId → user_id, at most 1
        anonymousId → device, at most 100
        device → device, at most 100
        email → email, at most 10
        Phone → phone, at most 10
        loyalty-card → loyalty_card, at most 5
        loyaltyCard → loyalty_card, at most 5
        ios.idfa → ios_idfa, at most 20
        whatsapp → whatsapp, at most 20
        _x ✗ bad_identity_kind
        7eleven ✗ bad_identity_kind
        kod%klienta ✗ bad_identity_kind
        телефон ✗ bad_identity_kind
        a_name_that_is_much_too_long_for_a_kind ✗ bad_identity_kind
    "#]]
    .assert_eq(&kinds.split(' ').map(read).collect::<String>());
}

#[test]
fn a_normal_value_is_not_copied() {
    for (kind, value) in [
        (Kind::USER_ID, "1042"),
        (Kind::DEVICE, "3f0c9a52-6c1e-4d55-b4a6-0f8a3d1c2b7e"),
        (Kind::EMAIL, "anna@sklep.pl"),
        (Kind::PHONE, "+48500100200"),
        (Kind::LOYALTY_CARD, "290012345678"),
    ] {
        assert!(matches!(normalise(&kind, value, None), Ok(Cow::Borrowed(_))), "{kind} {value}");
    }
}
