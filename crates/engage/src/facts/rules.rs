//! When something that is told again is a repeat: pure.

use super::{Again, Entity, Told};
use crate::language::are_akin;

kit::words! {
    /// What had changed in between.
    Because:
    Door "door",
    Agent "agent",
}

/// Of two sentences about a problem, the share of words that both have, in percent, from which on they say the same.
const SAME_SENTENCE: usize = 50;

/// Whether this had been told already, by another door or to somebody else. What is said twice to the same person by the
/// same door is no fault of the shop's.
pub fn repeat(earlier: &[Told], told: &Told) -> Option<Again> {
    let before = earlier.iter().filter(|one| one.message_id != told.message_id);
    let last =
        before.filter(|one| is_same(one, told)).max_by_key(|one| (one.at, one.message_id))?;
    let because = if last.channel_id != told.channel_id {
        Because::Door
    } else if last.served_by.is_some()
        && told.served_by.is_some()
        && last.served_by != told.served_by
    {
        Because::Agent
    } else {
        return None;
    };
    Some(Again { of: last.message_id, because })
}

fn is_same(a: &Told, b: &Told) -> bool {
    if a.entity != b.entity {
        return false;
    }
    match a.entity {
        Entity::Problem => says_the_same(&a.value, &b.value),
        _ => a.value == b.value,
    }
}

/// Compares two sentences by their words, whatever their forms and order.
fn says_the_same(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let shared = a.iter().filter(|one| b.iter().any(|other| are_akin(one, other))).count();
    shared * 100 >= SAME_SENTENCE * a.len().min(b.len()).max(1)
}
