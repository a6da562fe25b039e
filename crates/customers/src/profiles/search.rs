//! Finding a customer by the beginning of a name or of any identity, without regard to accents.
//!
//! Words of names and national telephone numbers lie folded in `search_terms`; identities are found by the
//! beginning of their value in the table of identities itself. A former name still finds its owner.

use std::collections::BTreeSet;

use kit::db::{List, ToV, V};
use kit::text::{fold, words};
use kit::{Result, Tx, params, sql};

use super::Doc;
use crate::identities::{CustomerId, Identity, Kind};

const NAMES: [&str; 9] = [
    "firstName",
    "first_name",
    "lastName",
    "last_name",
    "name",
    "fullName",
    "full_name",
    "company",
    "username",
];
/// The kinds whose beginnings are searched; devices are not for people to type.
const SEARCHED: [Kind; 4] = [Kind::EMAIL, Kind::PHONE, Kind::LOYALTY_CARD, Kind::USER_ID];
pub const QUERY_LENGTH_MAX: usize = 100;
/// Leaves looked at for one word.
const CANDIDATES_MAX: i64 = 400;

/// Notes the words of names that are new in a document.
pub fn note_names(tx: &Tx, leaf: CustomerId, before: &Doc, doc: &Doc) -> Result<()> {
    let known: BTreeSet<String> = names(before).collect();
    note(tx, leaf, names(doc).filter(|word| !known.contains(word)).collect())
}

fn names(doc: &Doc) -> impl Iterator<Item = String> {
    NAMES.iter().filter_map(|name| doc.get(*name)?.value.as_str()).flat_map(words)
}

/// A telephone is also found by its number without the country code.
pub fn note_identity(tx: &Tx, leaf: CustomerId, identity: &Identity) -> Result<()> {
    if identity.kind != Kind::PHONE {
        return Ok(());
    }
    let Ok(number) = phonenumber::parse(None, &identity.value) else { return Ok(()) };
    note(tx, leaf, BTreeSet::from([number.national().to_string()]))
}

fn note(tx: &Tx, leaf: CustomerId, terms: BTreeSet<String>) -> Result<()> {
    let rows: Vec<[V; 2]> = terms.iter().map(|term| [V::Text(term), leaf.to_v()]).collect();
    tx.many(
        sql!(
            "insert into search_terms (term, customer_id) values ($1, $2)
             on conflict (term, customer_id) do nothing"
        ),
        &rows,
    )?;
    Ok(())
}

/// The customers (roots) that fit every word of the query.
pub fn find(tx: &Tx, query: &str, limit: usize) -> Result<Vec<CustomerId>> {
    let query = kit::text::clip(query.trim(), QUERY_LENGTH_MAX);
    let words = query_words(&query);
    let mut found: Option<BTreeSet<CustomerId>> = None;
    for word in &words {
        let roots = find_word(tx, word)?;
        found = Some(match found {
            None => roots,
            Some(before) => before.intersection(&roots).copied().collect(),
        });
    }
    let mut found = found.unwrap_or_default();
    if let [first, last] = &words[..] {
        found.extend(find_full_name(tx, first, last)?);
    }
    Ok(found.into_iter().take(limit).collect())
}

/// Words of a query as they were typed; a number typed in groups (`500 100 200`) is one word.
fn query_words(query: &str) -> Vec<String> {
    if query.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c)) {
        return vec![query.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()];
    }
    query.split_whitespace().map(str::to_string).collect()
}

fn find_word(tx: &Tx, word: &str) -> Result<BTreeSet<CustomerId>> {
    let mut roots = find_name(tx, word)?;
    let (lower, spellings) = (fold(word), spellings(word));
    for kind in SEARCHED {
        let prefixes = match kind.as_str() {
            "phone" => spellings.clone(),
            "loyalty_card" => vec![word.to_ascii_uppercase().replace('-', "")],
            // Other systems' ids: upper and lower case differ there.
            "user_id" => vec![word.to_string()],
            _ => vec![lower.clone()],
        };
        for prefix in prefixes.iter().filter(|prefix| !prefix.is_empty()) {
            roots.extend(find_identity(tx, &kind, prefix)?);
        }
    }
    for number in &spellings {
        roots.extend(find_term(tx, number)?);
    }
    Ok(roots)
}

/// The beginnings under which a number may lie that was typed like this: with `00` or nothing for the `+` of the
/// country, with the 0 (in Russia the 8) that is dialled inside one.
fn spellings(word: &str) -> Vec<String> {
    if word.is_empty() || !word.bytes().all(|b| b.is_ascii_digit() || b == b'+') {
        return Vec::new();
    }
    let mut spellings = vec![word.to_string()];
    match (word.strip_prefix("00"), word.strip_prefix('0'), word.strip_prefix('8')) {
        (Some(international), ..) => spellings.push(format!("+{international}")),
        (None, Some(national), _) if !national.is_empty() => spellings.push(national.to_string()),
        (.., Some(national)) if national.len() >= 3 => {
            spellings.extend([format!("+{word}"), national.to_string()]);
        }
        _ if !word.starts_with(['+', '0']) => spellings.push(format!("+{word}")),
        _ => {}
    }
    spellings
}

/// `Kowalska-Nowak` lies as two words: both must be there.
fn find_name(tx: &Tx, word: &str) -> Result<BTreeSet<CustomerId>> {
    let mut found: Option<BTreeSet<CustomerId>> = None;
    for part in words(word) {
        let roots = find_term(tx, &part)?;
        found = Some(match found {
            None => roots,
            Some(before) => before.intersection(&roots).copied().collect(),
        });
    }
    Ok(found.unwrap_or_default())
}

fn find_term(tx: &Tx, prefix: &str) -> Result<BTreeSet<CustomerId>> {
    let found = tx.rows(
        sql!(
            "select c.root_id from search_terms t join customers c on c.id = t.customer_id
             where t.term >= $1 and t.term < $2 limit $3"
        ),
        params![prefix, end_of_prefix(prefix), CANDIDATES_MAX],
        |row| row.get(0),
    )?;
    Ok(found.into_iter().collect())
}

/// Two words of one leaf. There may be more people of either name than are looked at for one word.
fn find_full_name(tx: &Tx, first: &str, last: &str) -> Result<Vec<CustomerId>> {
    let (first, last) = (fold(first), fold(last));
    tx.rows(
        sql!(
            "select c.root_id from search_terms t
             join search_terms o on o.customer_id = t.customer_id and o.term >= $3 and o.term < $4
             join customers c on c.id = t.customer_id
             where t.term >= $1 and t.term < $2 limit $5"
        ),
        params![first, end_of_prefix(&first), last, end_of_prefix(&last), CANDIDATES_MAX],
        |row| row.get(0),
    )
}

fn find_identity(tx: &Tx, kind: &Kind, prefix: &str) -> Result<Vec<CustomerId>> {
    tx.rows(
        sql!(
            "select c.root_id from identities i join customers c on c.id = i.customer_id
             where i.kind = $1 and i.value >= $2 and i.value < $3 limit $4"
        ),
        params![kind.as_str(), prefix, end_of_prefix(prefix), CANDIDATES_MAX],
        |row| row.get(0),
    )
}

/// The first text after all that begin with this one, by bytes.
fn end_of_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    tx.exec(sql!("delete from search_terms where customer_id in ($1)"), params![List(leaves)])
}
