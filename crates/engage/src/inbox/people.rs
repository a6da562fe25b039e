//! Of whom the conversations are that somebody looks at: a page shows the person beside what was said, and the person
//! changes without a word in the conversation (a page is viewed, an order placed, a name learned, a permission taken back).
//!
//! All who are looked at are looked up together; while nobody looks, nobody is.

use std::collections::{HashMap, HashSet};

use customers::context::marks;
use customers::events::log::Log;
use customers::identities::CustomerId;
use kit::{Result, Tx};

use super::store;
use crate::conversations::ConversationId;

/// By conversation, the number of those who speak in it.
#[derive(Default)]
pub struct People(HashMap<ConversationId, u64>);

impl People {
    /// Begins with a conversation as it is now.
    pub fn note(&mut self, tx: &Tx, log: &Log, id: ConversationId) -> Result<()> {
        self.0.extend(sums(tx, log, &[id])?);
        Ok(())
    }

    /// The conversations of somebody who is not what they were at the last look.
    pub fn changed(
        &mut self,
        tx: &Tx,
        log: &Log,
        watched: &HashSet<ConversationId>,
    ) -> Result<Vec<ConversationId>> {
        self.0.retain(|id, _| watched.contains(id));
        let watched: Vec<ConversationId> = watched.iter().copied().collect();
        let now = sums(tx, log, &watched)?;
        let mut is_news = |(id, sum): &(ConversationId, u64)| {
            self.0.insert(*id, *sum).is_some_and(|before| before != *sum)
        };
        Ok(now.into_iter().filter(|one| is_news(one)).map(|(id, _)| id).collect())
    }
}

fn sums(
    tx: &Tx,
    log: &Log,
    conversations: &[ConversationId],
) -> Result<HashMap<ConversationId, u64>> {
    let speakers = store::speakers(tx, conversations)?;
    let leaves: Vec<CustomerId> = speakers.iter().map(|(_, leaf)| *leaf).collect();
    let marks = marks::marks(tx, log, &leaves)?;
    let mut sums: HashMap<ConversationId, u64> = HashMap::new();
    for (conversation, leaf) in speakers {
        let sum = sums.entry(conversation).or_default();
        *sum = sum.rotate_left(1) ^ marks.get(&leaf).copied().unwrap_or_default();
    }
    Ok(sums)
}
