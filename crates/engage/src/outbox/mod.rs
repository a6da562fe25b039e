//! Messages on their way out: a queue for each door.

use customers::channels::ChannelId;

/// The kind of the jobs that send a message.
pub const SEND: &str = "send_message";

/// The queue of a door's messages.
pub fn queue_of(channel: ChannelId) -> String {
    format!("door/{channel}")
}
