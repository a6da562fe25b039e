//! The papers of Anna's order in four languages, read again as poppler reads them where it is there.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Arc;

use expect_test::expect;
use jiff::tz::TimeZone;
use kit::i18n::{Catalogue, Lang};
use kit::money::{Currency, Money};
use kit::testing::{Folder, NOON};

use super::font::Font;
use super::*;
use crate::orders::{Contact, Delivery, Means, OrderId, Payment, State};
use crate::stock::{LocationKind, ReservationId};

fn tr(lang: Lang) -> Tr {
    Tr::new(&Arc::new(Catalogue::new(&crate::LOCALES)), lang, TimeZone::UTC)
}

fn line(position: i64, title: &str, quantity: i64, total: i64) -> Line {
    let money = |minor| Money::new(minor, Currency::PLN);
    Line {
        position,
        variant: catalogue::VariantId([position as u8; 16]),
        sku: format!("SKU-{position}"),
        title: title.into(),
        quantity,
        unit: money(49_90),
        discount: money(quantity * 49_90 - total),
        total: money(total),
        tax_rate: 2300,
        tax: money(total - total * 100 / 123),
        shipped: 0,
        cancelled: 0,
    }
}

/// Two mugs and a plate for Łucja in Kraków, from the warehouse in Łódź.
fn papers(lines: Vec<Line>) -> Papers {
    let order = Order {
        customer_id: customers::identities::CustomerId([1; 16]),
        id: OrderId([2; 16]),
        number: "W2TG-83F1".into(),
        cart_id: None,
        channel_id: customers::channels::ChannelId([3; 16]),
        actor: "customer".into(),
        actor_name: None,
        state: State::Placed,
        means: Means::Transfer,
        payment: Payment::Awaited,
        total: Money::new(13_970, Currency::PLN),
        quote: r#"{"totals": [{"type": "items_base_amount", "amount": 14970},
            {"type": "items_discount", "amount": 1000}, {"type": "tax", "amount": 2612},
            {"type": "total", "amount": 13970}],
            "taxes": [{"rate": 2300, "gross": 13970, "net": 11358, "tax": 2612}]}"#
            .into(),
        coupons: Vec::new(),
        delivery: Delivery::Address {
            name: "Łucja Źdźbło".into(),
            street: "ul. Św. Gertrudy 7".into(),
            postcode: "31-002".into(),
            city: "Kraków".into(),
            country: "PL".into(),
        },
        contact: Contact { email: Some("lucja@example.pl".into()), ..Contact::default() },
        placed_at: NOON,
        changed_at: NOON,
        version: 1,
    };
    let location = LocationId([4; 16]);
    let place = Location {
        id: location,
        code: "WLOD".into(),
        name: "Łódź – magazyn".into(),
        kind: LocationKind::Warehouse,
        country: "PL".into(),
        city: "Łódź".into(),
        street: String::new(),
        channel: None,
        sells_online: true,
        ships: true,
        collects: false,
        position: 0,
        made_at: NOON,
        closed_at: None,
    };
    let promised = lines.iter().map(|line| Reservation {
        variant: line.variant,
        id: ReservationId([line.position as u8; 16]),
        location,
        asked: line.variant,
        holder: Holder::order(order.id),
        quantity: line.quantity,
        expires_at: None,
        made_at: NOON,
    });
    let named = |line: &Line| (line.variant, (line.sku.clone(), line.title.clone()));
    Papers {
        agreed: Agreed::of(&order).unwrap(),
        notes: vec!["Wysyłamy w poniedziałek.".into()],
        places: BTreeMap::from([(location, place)]),
        promised: promised.collect(),
        goods: lines.iter().map(named).collect(),
        seller: "Kubek.pl".into(),
        lines,
        order,
    }
}

fn annas() -> Papers {
    papers(vec![line(1, "Kubek „Żółw”, 0,3 l", 2, 89_80), line(2, "Farfurie și ceașcă", 1, 49_90)])
}

/// What poppler reads in a PDF; none where it is not installed.
fn read(pdf: &[u8]) -> Option<String> {
    let folder = Folder::new();
    let path = folder.0.join("paper.pdf");
    std::fs::write(&path, pdf).unwrap();
    let read = Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output().ok()?;
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    assert!(read.stderr.is_empty(), "{}", String::from_utf8_lossy(&read.stderr));
    Some(String::from_utf8(read.stdout).unwrap())
}

#[test]
fn the_font_has_every_letter_that_the_shop_says() {
    let font = Font::new().unwrap();
    let said: String = crate::LOCALES.iter().map(|(_, text)| *text).collect();
    let missing: std::collections::BTreeSet<char> =
        said.chars().filter(|letter| !letter.is_control() && !font.has(*letter)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn each_paper_in_each_language_says_what_it_should() {
    let papers = annas();
    for lang in Lang::ALL {
        for kind in Kind::ALL {
            let tr = tr(lang);
            let pdf = papers.print(*kind, &tr).unwrap();
            assert_eq!(pdf, papers.print(*kind, &tr).unwrap(), "the same bytes again");
            assert!(pdf.starts_with(b"%PDF-") && pdf.len() < 60_000, "{}", pdf.len());
            let Some(text) = read(&pdf) else { continue };
            let title = tr.t(&format!("paper-{}", kind.as_str().replace('_', "-")));
            for words in [title.as_str(), "W2TG-83F1", "Łucja Źdźbło", "Żółw", "ceașcă"] {
                assert!(text.contains(words), "{kind:?} {lang:?} {words}: {text}");
            }
        }
    }
}

#[test]
fn what_does_not_fit_goes_on_the_next_page() {
    let many = (1..=60).map(|n| line(n, &format!("Kubek {n}"), 1, 49_90)).collect();
    let pdf = papers(many).print(Kind::PackingSlip, &tr(Lang::Pl)).unwrap();
    let Some(text) = read(&pdf) else { return };
    assert!(text.contains("Strona 4 z 4") && text.contains("Kubek 60"), "{text}");
}

#[test]
fn a_confirmation_in_polish() {
    let Some(text) = read(&annas().print(Kind::Confirmation, &tr(Lang::Pl)).unwrap()) else {
        return;
    };
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    expect![[r#"
        Kubek.pl
        Potwierdzenie zamówienia                                           W2TG-83F1
        Zamówienie W2TG-83F1
        21 lis 2026
        Dla
        Łucja Źdźbło
        ul. Św. Gertrudy 7
        31-002 Kraków
        PL
        lucja@example.pl
        Towar                                       Sztuki      Cena            Rabat    VAT       Wartość
        Kubek „Żółw”, 0,3 l                             2    49,90 zł       −10,00 zł   23 %      89,80 zł
        SKU-1
        Farfurie și ceașcă                              1    49,90 zł                   23 %      49,90 zł
        SKU-2
                                                                             Towary              149,70 zł
                                                                    Rabat na towary               10,00 zł
                                                                         w tym VAT                26,12 zł
                                                                            Razem              139,70 zł
        VAT                             Netto       VAT           Brutto
        23 %                       113,58 zł    26,12 zł       139,70 zł
        Przelew · jeszcze nieopłacone
        Wysyłamy w poniedziałek.
        Potwierdzenie zamówienia W2TG-83F1                                                      Strona 1 z 1"#]].assert_eq(&lines.join("\n"));
}
