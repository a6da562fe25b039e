//! The trace in four languages.

use std::sync::Arc;

use expect_test::expect;
use jiff::tz::TimeZone;
use kit::i18n::{Catalogue, Lang, Tr};

use super::*;

#[test]
fn the_trace_is_told_in_four_languages() {
    let catalogue = Arc::new(Catalogue::new(&crate::LOCALES));
    catalogue.check().unwrap();
    let by = PromotionId([2; 16]);
    let outcomes = [
        Outcome::Applied { amount: 20_00, shipping: 0 },
        Outcome::QuantityTooLow { is: 1, needed: 3 },
        Outcome::QuantityTooLow { is: 1, needed: 26 },
        Outcome::AmountTooLow { is: 15_000, needed: 125_000 },
        Outcome::BetterInGroup { by },
    ];
    let mut told = String::new();
    for lang in Lang::ALL {
        let tr = Tr::new(&catalogue, lang, TimeZone::UTC);
        for outcome in &outcomes {
            let sentence = outcome.sentence(Currency::PLN, |_| "Wiosna".into());
            told += &format!("{}\n", tr.sentence(&sentence).replace('\u{a0}', " "));
        }
    }
    expect![[r#"
        Takes off PLN 20.00.
        2 more pieces are needed.
        25 more pieces are needed.
        PLN 1,100.00 more is needed.
        “Wiosna” of the same group gives more.
        Obniża cenę o 20,00 zł.
        Brakuje 2 sztuk.
        Brakuje 25 sztuk.
        Brakuje 1100,00 zł.
        Promocja „Wiosna” z tej samej grupy daje więcej.
        Scade 20,00 PLN.
        Mai trebuie 2 produse.
        Mai trebuie 25 de produse.
        Mai trebuie 1.100,00 PLN.
        „Wiosna”, din același grup, scade mai mult.
        Скидка 20,00 PLN.
        Не хватает 2 штук.
        Не хватает 25 штук.
        Не хватает 1 100,00 PLN.
        Акция «Wiosna» из той же группы выгоднее.
    "#]]
    .assert_eq(&told);
}
