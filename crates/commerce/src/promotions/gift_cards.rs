//! Gift cards: money that somebody holds as a code.
//!
//! A card's balance is the sum of its entries, which are only ever added. Spending is a conditional update
//! (`… where balance >= …`), so that no number of tills spends more than there is. The code is shown once, when the card
//! is issued; here lies its hash.

use customers::accounts::{Permit, audit, may};
use kit::money::{Currency, Money};
use kit::{Error, Result, Time, Tx, params, sql};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::code;
use super::gift_cards_by_hand::card;
use crate::Ctx;

kit::id_type!(GiftCardId, "gft");

/// What fits on one: a limit of good sense, below that of anonymous electronic money.
pub const AMOUNT_MAX: i64 = 10_000_000;
const REFERENCE_LETTERS_MAX: usize = 100;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GiftCard {
    pub id: GiftCardId,
    /// The last four letters of its code.
    pub ending: String,
    pub balance: Money,
    pub issued_at: Time,
    pub ends_at: Option<Time>,
    pub disabled_at: Option<Time>,
}

fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(code::normal(text)).into()
}

/// Makes the card of this id with this much on it; gives its code, which nobody can see again.
///
/// # Errors
/// `gift_card_issued_already`, where there is a card of this id: its maker asks twice.
pub async fn issue(
    ctx: &Ctx,
    permit: &Permit<may::SetPrices>,
    id: GiftCardId,
    amount: Money,
    ends_at: Option<Time>,
) -> Result<String> {
    if !(1..=AMOUNT_MAX).contains(&amount.minor) {
        let detail = format!("A gift card holds 1 to {AMOUNT_MAX} minor units.");
        return Err(Error::bad_input("bad_amount", detail));
    }
    let ctx = &ctx.customers;
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            let code = code::letters()?;
            let made = tx.exec(
                sql!(
                    "insert into gift_cards
                       (id, code_hash, ending, currency, balance, issued_at, ends_at)
                     values ($1, $2, $3, $4, 0, $5, $6) on conflict (id) do nothing"
                ),
                params![id, hash(&code), &code[8..], amount.currency.code(), now, ends_at],
            )?;
            if made == 0 {
                let detail = "This gift card has been issued already.";
                return Err(Error::conflict("gift_card_issued_already", detail));
            }
            move_by(tx, id, amount.minor, "issue", now)?;
            let (subject, detail) = (id.to_string(), json!({ "amount": amount.to_string() }));
            audit::record(tx, now, permit.actor(), "gift_card_issued", &subject, &detail)?;
            Ok(code::shown(&code))
        })
        .await
}

/// The card of a code.
pub fn find_maybe(tx: &Tx, text: &str) -> Result<Option<GiftCard>> {
    tx.one(
        sql!(
            "select id, ending, currency, balance, issued_at, ends_at, disabled_at
             from gift_cards where code_hash = $1"
        ),
        params![hash(text)],
        card,
    )
}

/// All the answer that a wrong code gets.
pub fn unknown() -> Error {
    Error::bad_input("gift_card_unknown", "There is no gift card of this code.")
}

/// # Errors
/// `other_currency`, `gift_card_over`.
pub fn may_pay(card: &GiftCard, currency: Currency, now: Time) -> Result<()> {
    if card.balance.currency != currency {
        let detail = format!("This gift card holds {}.", card.balance.currency);
        return Err(Error::bad_input("other_currency", detail));
    }
    if !card.is_valid(now) {
        let detail = "This gift card is no longer valid.";
        return Err(Error::conflict("gift_card_over", detail));
    }
    Ok(())
}

/// Holds the cards of these codes until the end of the transaction: all in one order, so that nobody waits for another
/// for ever.
pub fn hold_all(tx: &Tx, codes: &[String]) -> Result<()> {
    let mut cards = Vec::with_capacity(codes.len());
    for code in codes {
        cards.extend(find_maybe(tx, code)?.map(|card| card.id));
    }
    cards.sort_unstable();
    cards.dedup();
    cards.into_iter().try_for_each(|card| hold(tx, card).map(drop))
}

/// Takes an amount off a card, all or nothing; gives what is left. The same reference (`order:ord_…`) again changes
/// nothing.
pub fn spend(tx: &Tx, text: &str, amount: Money, reference: &str, now: Time) -> Result<Money> {
    check_move(amount, reference)?;
    let card = find_maybe(tx, text)?.ok_or_else(unknown)?;
    may_pay(&card, amount.currency, now)?;
    let balance = move_by(tx, card.id, -amount.minor, reference, now)?;
    Ok(Money::new(balance, amount.currency))
}

/// Puts an amount back onto a card, also one that is no longer valid: it is the customer's money. Gives what is on it.
pub fn put_back(
    tx: &Tx,
    card: GiftCardId,
    amount: Money,
    reference: &str,
    now: Time,
) -> Result<i64> {
    check_move(amount, reference)?;
    move_by(tx, card, amount.minor, reference, now)
}

fn check_move(amount: Money, reference: &str) -> Result<()> {
    if !(1..=AMOUNT_MAX).contains(&amount.minor) {
        return Err(Error::bad_input("bad_amount", "The amount must be above zero."));
    }
    if reference.is_empty() || reference.len() > REFERENCE_LETTERS_MAX {
        return Err(Error::bad_input("bad_reference", "A reference has 1 to 100 letters."));
    }
    Ok(())
}

/// Moves the balance and writes the entry; gives the balance.
fn move_by(tx: &Tx, card: GiftCardId, amount: i64, reference: &str, now: Time) -> Result<i64> {
    let balance = hold(tx, card)?;
    let known = tx.one(
        sql!("select amount from gift_card_entries where card_id = $1 and reference = $2"),
        params![card, reference],
        |row| row.get::<i64>(0),
    )?;
    match known {
        Some(known) if known == amount => return Ok(balance),
        Some(_) => {
            let detail = "This reference has moved another amount already.";
            return Err(Error::conflict("reference_used", detail));
        }
        None => {}
    }
    let moved = tx.exec(
        sql!("update gift_cards set balance = balance + $2 where id = $1 and balance + $2 >= 0"),
        params![card, amount],
    )?;
    if moved == 0 {
        let detail = "There is not so much on this gift card.";
        return Err(Error::conflict("gift_card_too_low", detail));
    }
    let balance = balance + amount;
    tx.exec(
        sql!(
            "insert into gift_card_entries (card_id, reference, amount, balance, at)
             values ($1, $2, $3, $4, $5)"
        ),
        params![card, reference, amount, balance, now],
    )?;
    Ok(balance)
}

/// Holds the card until the end of the transaction, so that whoever comes second sees the entry of the first.
fn hold(tx: &Tx, card: GiftCardId) -> Result<i64> {
    let found = tx.one(
        sql!("select balance from gift_cards where id = $1{for_update}"),
        params![card],
        |row| row.get(0),
    )?;
    found.ok_or_else(|| Error::not_found(format!("gift card {card}")))
}

/// What moved it, oldest first: (when, reference, amount, balance after it).
pub fn entries(tx: &Tx, card: GiftCardId) -> Result<Vec<(Time, String, i64, i64)>> {
    tx.rows(
        sql!(
            "select at, reference, amount, balance from gift_card_entries
             where card_id = $1 order by at, reference"
        ),
        params![card],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )
}
