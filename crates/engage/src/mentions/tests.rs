//! Whom a note calls.

use customers::accounts::AccountId;

use super::rules::mentioned;

const EWA: AccountId = AccountId([1; 16]);
const EWA_L: AccountId = AccountId([2; 16]);
const ZOLTAN: AccountId = AccountId([3; 16]);

#[test]
fn names_behind_an_at_sign() {
    let names = [(EWA, "Ewa"), (EWA_L, "Ewa Lis"), (ZOLTAN, "Zoltán Nagy")];
    let check = |text: &str, expected: &[AccountId]| {
        assert_eq!(mentioned(text, &names), expected, "{text}");
    };
    check("@Ewa, please look", &[EWA]);
    check("@ewa lis please look", &[EWA_L]);
    // The first name, where only one is called so; without accents too.
    check("for @zoltan: and @Ewa", &[ZOLTAN, EWA]);
    check("@Zoltán Nagy! @Zoltán", &[ZOLTAN]);
    check("write to info@ewa.pl", &[]);
    check("@Ewald", &[]);
    check("nobody, @", &[]);
    let twins = [(EWA, "Ewa Lis"), (EWA_L, "Ewa Nowak")];
    assert_eq!(mentioned("@Ewa", &twins), []);
    assert_eq!(mentioned("@Ewa Nowak", &twins), [EWA_L]);
}
