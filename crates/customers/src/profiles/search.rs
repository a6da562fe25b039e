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
    let national = identity.value.get(identity.value.len().saturating_sub(9)..);
    note(tx, leaf, national.map(str::to_string).into_iter().collect())
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
    let mut found: Option<BTreeSet<CustomerId>> = None;
    for word in query_words(&query) {
        let roots = find_word(tx, &word)?;
        found = Some(match found {
            None => roots,
            Some(before) => before.intersection(&roots).copied().collect(),
        });
    }
    Ok(found.unwrap_or_default().into_iter().take(limit).collect())
}

/// Words of a query; a number typed in groups (`500 100 200`) is one word.
fn query_words(query: &str) -> Vec<String> {
    let is_number = query.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c));
    if is_number {
        return vec![query.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()];
    }
    query.split_whitespace().map(fold).collect()
}

fn find_word(tx: &Tx, word: &str) -> Result<BTreeSet<CustomerId>> {
    let (from, to) = (word.to_string(), end_of_prefix(word));
    let mut roots: BTreeSet<CustomerId> = tx
        .rows(
            sql!(
                "select c.root_id from search_terms t join customers c on c.id = t.customer_id
                 where t.term >= $1 and t.term < $2 limit $3"
            ),
            params![from, to, CANDIDATES_MAX],
            |row| row.get(0),
        )?
        .into_iter()
        .collect();
    for kind in SEARCHED {
        let prefix =
            if kind == Kind::LOYALTY_CARD { word.to_uppercase() } else { word.to_string() };
        roots.extend(tx.rows(
            sql!(
                "select c.root_id from identities i join customers c on c.id = i.customer_id
                 where i.kind = $1 and i.value >= $2 and i.value < $3 limit $4"
            ),
            params![kind.as_str(), prefix, end_of_prefix(&prefix), CANDIDATES_MAX],
            |row| row.get::<CustomerId>(0),
        )?);
    }
    Ok(roots)
}

/// The first text after all that begin with this one, by bytes.
fn end_of_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<u64> {
    tx.exec(sql!("delete from search_terms where customer_id in ($1)"), params![List(leaves)])
}
