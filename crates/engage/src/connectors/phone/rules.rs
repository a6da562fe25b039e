//! Who sees on the desk that a telephone rings: pure.

use customers::accounts::AccountId;

use super::call::{Call, CallState, Way};
use super::store::Extension;

/// Whether somebody at the desk is shown a call that goes on. `extensions` are those of the call's door.
///
/// While it rings: those whose telephones ring; if one rings of which nobody knows whose it is, or none is known to ring
/// yet, all who have no telephone of their own there. While somebody talks: whoever talks.
pub fn is_shown(
    call: &Call,
    state: CallState,
    viewer: Option<AccountId>,
    extensions: &[Extension],
) -> bool {
    let own = extensions.iter().find(|one| Some(one.account_id) == viewer);
    let is_agent = viewer.is_some() && call.agent.as_ref().map(|agent| agent.id) == viewer;
    match (state, call.direction) {
        (CallState::Answered, _) | (CallState::Ringing, Way::Outbound) => is_agent,
        (CallState::Ringing, Way::Inbound) => {
            let is_somebodys =
                |ringing: &String| extensions.iter().any(|one| one.extension == *ringing);
            match own {
                _ if call.ringing.is_empty() => true,
                Some(own) => call.ringing.contains(&own.extension),
                None => call.ringing.iter().any(|ringing| !is_somebodys(ringing)),
            }
        }
        _ => false,
    }
}
