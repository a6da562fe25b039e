//! Whom a text calls: pure.

use customers::accounts::AccountId;
use kit::text::fold;

/// Whoever's name stands in the text behind an `@`: the whole name, or the first one where only one is called so. Case and
/// accents do not matter; of two names that fit, the longer counts.
pub fn mentioned(text: &str, names: &[(AccountId, &str)]) -> Vec<AccountId> {
    let folded = fold(text);
    let names: Vec<(AccountId, String)> =
        names.iter().map(|(id, name)| (*id, fold(name))).collect();
    let mut found = Vec::new();
    for (at, _) in folded.match_indices('@') {
        let is_word = folded[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        // In an e-mail address it calls nobody.
        if is_word {
            continue;
        }
        let called = called(&folded[at + 1..], &names);
        found.extend(called.filter(|id| !found.contains(id)));
    }
    found
}

fn called(rest: &str, names: &[(AccountId, String)]) -> Option<AccountId> {
    let stands = |name: &str| {
        let behind = rest.strip_prefix(name).map(|rest| rest.chars().next());
        behind.is_some_and(|next| !next.is_some_and(char::is_alphanumeric))
    };
    let whole = names.iter().filter(|(_, name)| stands(name)).max_by_key(|(_, name)| name.len());
    if let Some((id, _)) = whole {
        return Some(*id);
    }
    let first = |name: &str| name.split_whitespace().next().is_some_and(stands);
    let mut those = names.iter().filter(|(_, name)| first(name));
    match (those.next(), those.next()) {
        (Some((id, _)), None) => Some(*id),
        _ => None,
    }
}
