//! What is said, without what is quoted: one row for each way in which mail programs quote.

use super::super::quotes::fold;

#[track_caller]
fn check(text: &str, said: Option<&str>) {
    assert_eq!(fold(text).as_deref(), said, "{text}");
}

#[test]
fn the_quote_below_is_folded_in_four_languages() {
    for wrote in [
        "On Sat, 21 Nov 2026 at 12:00, Kubek <hello@kubek.pl> wrote:",
        "On Sat, 21 Nov 2026 at 12:00, Kubek\n<hello+t0123456789@kubek.pl> wrote:",
        "W dniu 21.11.2026 o 12:00, Kubek pisze:",
        "sob., 21 lis 2026 o 12:00 Kubek <hello@kubek.pl> napisał(a):",
        "Dnia 21 listopada 2026 12:00 Kubek <hello@kubek.pl> napisała:",
        "În sâm., 21 nov. 2026 la 12:00, Kubek <hello@kubek.pl> a scris:",
        "La 21.11.2026 12:00, Kubek a scris:",
        "21.11.2026 12:00, Kubek пишет:",
        "сб, 21 нояб. 2026 г. в 12:00, Kubek <hello@kubek.pl>:",
        "Суббота, 21 ноября 2026, 12:00 +03:00 от Kubek <hello@kubek.pl>:",
    ] {
        check(
            &format!("The blue one.\n\n{wrote}\n\n> Which one?\n> Yours, Kubek\n"),
            Some("The blue one."),
        );
        // HTML turned into text has no marks.
        check(&format!("The blue one.\n{wrote}\nWhich one?\n"), Some("The blue one."));
    }
}

#[test]
fn a_whole_letter_below_is_folded() {
    for below in [
        "-----Original Message-----\nFrom: Kubek",
        "----- Wiadomość oryginalna -----\nOd: Kubek",
        "-----Mesaj original-----\nDe la: Kubek",
        "-----Исходное сообщение-----\nОт: Kubek",
        "From: Kubek <hello@kubek.pl>\nSent: Saturday\nTo: Anna\nSubject: Re",
        "________________________________\nOd: Kubek <hello@kubek.pl>\nWysłano: sobota\nDo: Anna",
        "De la: Kubek\nTrimis: sâmbătă\nCătre: Anna",
        "От: Kubek\nОтправлено: суббота\nКому: Анна",
    ] {
        check(&format!("Thanks!\n\n{below}\n\nWhich one?"), Some("Thanks!"));
    }
}

#[test]
fn signatures_are_folded() {
    check("Thanks!\n-- \nAnna Nowak\n+48 600 100 200", Some("Thanks!"));
    check("Thanks!\n\nSent from my iPhone", Some("Thanks!"));
    check("Dzięki!\n\nWysłane z iPhone'a", Some("Dzięki!"));
    check("Mulțumesc!\n\nTrimis de pe Android", Some("Mulțumesc!"));
    check("Спасибо!\n\nОтправлено с iPhone", Some("Спасибо!"));
}

#[test]
fn who_answers_below_the_quote_is_heard() {
    check("On 21 Nov 2026, Kubek wrote:\n> Which one?\n\nThe blue one.", Some("The blue one."));
}

#[test]
fn what_is_in_doubt_stays() {
    // Between the quoted lines, each answer needs its question.
    check("On 21 Nov 2026, Kubek wrote:\n> Which one?\nThe blue one.\n> When?\nToday.", None);
    check("> Which one?\nThe blue one.", None);
    // Not an attribution: no date.
    check("My friend wrote:\nthe shop is closed on Sunday", None);
    // Nothing would be left.
    check("> Which one?", None);
    check("-- \nAnna", None);
    check("Just a question.", None);
}
