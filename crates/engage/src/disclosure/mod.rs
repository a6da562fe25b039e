//! What a person's file tells of their conversations: everything that was said with them, their files, calls, what staff noted
//! of them, codes that were sent to them, and what they thought of it.
//!
//! The file itself is made by [`customers::privacy`]; here are its chapters, which whoever builds the product hands over
//! ([`CHAPTERS`]).
//!
//! **What staff noted among themselves is in it.** Art. 15 GDPR gives a person all data that relate to them, and an opinion
//! about somebody relates to them as much as a fact (CJEU C-434/16, *Nowak*); they get a faithful copy (C-487/21). Whoever
//! wrote a note is left out: which employee handled a matter under the shop's direction is the employee's own business
//! (C-579/21, *Pankki S*; art. 15 (4)). So the shop has to read the notes before it hands the file over, and to black out
//! what is about somebody else: no program can tell. `docs/privacy.md` says so to whoever hands it over.
//!
//! Kept here:
//! - Only what hangs on the person's own leaves: of a conversation of several, what the others said is theirs.
//! - No code, no key and no hash of one; no name of an employee.
//!
//! Left out, as it says nothing that is not in the file already: the search index, the log of webhooks (copies), the clocks of
//! promises, who looks at what. Left out, too, is what somebody has begun to write and not said.

mod store;
#[cfg(test)]
mod tests;

use customers::identities::{CustomerId, Kind, store as identities};
use customers::privacy::chapters::{Cell, Chapter, Chapters, Page, Place, Row};
use kit::{Result, Tx};
use serde_json::json;

use crate::connectors::sms;
use crate::conversations::{Author, Direction, Message, MessageId, store as conversations};

/// Rows of a page: of messages, each may be of 256 KB.
const PAGE_SIZE: usize = 100;

pub const CHAPTERS: Chapters =
    &[&Conversations, &Messages, &Notes, &Files, &Calls, &Told, &Codes, &Answers, &Stops];

struct Conversations;

impl Chapter for Conversations {
    fn name(&self) -> &'static str {
        "conversations"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-subject", "export-status", "export-closed"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, _: Place) -> Result<Page> {
        store::conversations(tx, leaf).map(Page::whole)
    }
}

/// What they said, and what was said to them.
struct Messages;

impl Chapter for Messages {
    fn name(&self) -> &'static str {
        "messages"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-where", "export-who", "export-what"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page> {
        let messages = conversations::of_leaf(
            tx,
            leaf,
            &[Direction::In, Direction::Out],
            MessageId(after),
            PAGE_SIZE,
        )?;
        let rows = messages.iter().map(|message| (message.id.0, row_of(message)));
        Ok(Page::of(rows.collect(), PAGE_SIZE))
    }
}

/// What staff wrote down of them.
struct Notes;

impl Chapter for Notes {
    fn name(&self) -> &'static str {
        "notes"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-what"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page> {
        let notes =
            conversations::of_leaf(tx, leaf, &[Direction::Note], MessageId(after), PAGE_SIZE)?;
        let rows = notes.iter().map(|note| {
            let json = json!({
                "customer_id": note.customer_id, "conversation_id": note.conversation_id,
                "id": note.id, "at": note.at, "text": note.body,
            });
            (note.id.0, Row::new(json, vec![Cell::Time(note.at), Cell::Text(note.body.clone())]))
        });
        Ok(Page::of(rows.collect(), PAGE_SIZE))
    }
}

struct Files;

impl Chapter for Files {
    fn name(&self) -> &'static str {
        "files"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-file", "export-kind", "export-size"]
    }

    /// Those of one message at a time: they may be of 25 MB.
    fn page(&self, tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page> {
        store::files_after(tx, leaf, after)
    }
}

struct Calls;

impl Chapter for Calls {
    fn name(&self) -> &'static str {
        "calls"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-where", "export-status"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, _: Place) -> Result<Page> {
        store::calls(tx, leaf).map(Page::whole)
    }
}

/// What was understood of what they said.
struct Told;

impl Chapter for Told {
    fn name(&self) -> &'static str {
        "told"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-where", "export-kind", "export-value"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, _: Place) -> Result<Page> {
        store::told(tx, leaf).map(Page::whole)
    }
}

/// Codes that were made for them or sent to them: that, when and where to, and never the code.
struct Codes;

impl Chapter for Codes {
    fn name(&self) -> &'static str {
        "codes"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-kind", "export-sent-to", "export-used"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, _: Place) -> Result<Page> {
        let mut rows = store::hand_overs(tx, leaf)?;
        rows.extend(store::proofs(tx, leaf)?);
        Ok(Page::whole(rows))
    }
}

/// How it was, in their words.
struct Answers;

impl Chapter for Answers {
    fn name(&self) -> &'static str {
        "answers"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-score", "export-what"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, _: Place) -> Result<Page> {
        store::answers(tx, leaf).map(Page::whole)
    }
}

/// Numbers of theirs to which nothing goes unasked. That STOP holds is kept apart from everything else, so it is found by
/// the number.
struct Stops;

impl Chapter for Stops {
    fn name(&self) -> &'static str {
        "stops"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-value", "export-why"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, _: Place) -> Result<Page> {
        let mut rows = Vec::new();
        for held in identities::list(tx, &[leaf])?.iter().filter(|held| held.kind == Kind::PHONE) {
            let Some(stop) = sms::store::suppression_maybe(tx, &held.value)? else { continue };
            let json = json!({
                "customer_id": leaf, "number": held.value, "reason": stop.reason, "since": stop.since,
            });
            let cells = vec![
                Cell::Time(stop.since),
                Cell::Text(held.value.clone()),
                Cell::Text(stop.reason),
            ];
            rows.push(Row::new(json, cells));
        }
        Ok(Page::whole(rows))
    }
}

fn row_of(message: &Message) -> Row {
    let json = json!({
        "customer_id": message.customer_id,
        "conversation_id": message.conversation_id,
        "id": message.id,
        "at": message.at,
        "channel_id": message.channel_id,
        "direction": message.direction,
        "author": message.author,
        "author_name": message.author_name.as_ref().filter(|_| message.author == Author::Customer),
        "address": message.address,
        "subject": message.subject,
        "text": message.body,
        "html": message.html,
        "state": message.state,
        "state_at": message.state_at,
        "details": store::details(message),
    });
    let who = match message.author {
        Author::Customer => "export-who-customer",
        Author::Agent => "export-who-shop",
        Author::Bot | Author::System => "export-who-machine",
    };
    let said = match &message.subject {
        Some(subject) => format!("{subject}\n{}", message.body),
        None => message.body.clone(),
    };
    let cells = vec![
        Cell::Time(message.at),
        Cell::Door(message.channel_id),
        Cell::Word(who),
        Cell::Text(said),
    ];
    Row::new(json, cells)
}
