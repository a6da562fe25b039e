//! Whether the carts are what their changes say.

use std::collections::BTreeMap;

use kit::{Result, Tx};

use super::store;

/// What is wrong, in words; empty where all is well. Every test asks, and the command line may. Reads everything.
pub fn audit(tx: &Tx) -> Result<Vec<String>> {
    let (kept, summed) = store::all_parts(tx)?;
    let mut wrong = Vec::new();
    for (key, quantity) in &kept {
        let sum = summed.get(key).copied().unwrap_or(0);
        if sum != *quantity {
            wrong.push(format!("{key:?}: the line has {quantity}, its changes make {sum}"));
        }
    }
    for (key, sum) in summed.iter().filter(|(key, _)| !kept.contains_key(key)) {
        wrong.push(format!("{key:?}: there is no line, its changes make {sum}"));
    }
    let mut parts = BTreeMap::new();
    for (key, delta) in store::all_deltas(tx)? {
        let part = parts.entry(key.clone()).or_insert(0);
        *part += delta;
        if *part < 0 {
            wrong.push(format!("{key:?} was at {part}"));
        }
    }
    Ok(wrong)
}
