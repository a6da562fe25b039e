//! Conversations: an inbox with millions of messages behind it, a message on its way to the agent's screen, and chats
//! that are open while nobody says anything.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`archive`] | ten million messages, made once |
//! | [`desk`] | somebody who is signed in at the desk |
//! | [`reading`] | pages of the inbox while 200 agents look |
//! | [`arriving`] | from the provider's webhook to the page of the agent who looks |
//! | [`sockets`] | memory of chats that are open |
//! | [`stream`] | server-sent events, as a browser hears them |

mod archive;
mod arriving;
mod desk;
mod reading;
mod sockets;
mod stream;

use crate::report::Report;
use crate::stage::Stage;
use crate::store::Place;
use crate::{Bench, Outcome};

/// All of it, on SQLite; what is long to make is kept.
pub async fn measure(bench: &Bench, report: &mut Report) -> Outcome {
    let messages = bench.messages;
    println!("\nSQLite: {messages} messages (made once)");
    let archive = archive::Archive::of(messages);
    let place = archive.at(&bench.onedoor, &bench.scratch.join(format!("messages-{messages}")))?;
    let stage = Stage::set_up(bench, place).await?;
    let desk = desk::Desk::enter(&stage.server).await?;
    reading::measure(&stage, &desk, archive, report).await?;
    arriving::measure(bench, &stage, &desk, report).await?;
    drop(stage);

    let place = Place::new_sqlite(bench.scratch.join("sockets"), "full")?;
    sockets::measure(bench, &Stage::set_up(bench, place).await?, report).await
}
