//! What the e-mail door makes of letters, and how it writes them: tables without a server. The real servers are in
//! `crates/engage/tests/doors`.

mod bounces;
mod letters;
mod notices;
mod quotes;
mod servers;
mod understanding;

use kit::secrets::Secrets;
use kit::testing::NOON;
use serde_json::json;

use super::names::Names;
use super::understand::{Understood, understand};
use super::{Link, Settings};
use crate::connectors::Provider;
use crate::conversations::{ConversationId, Inbound, MessageId};

const CONVERSATION: ConversationId = ConversationId([7; 16]);
const MESSAGE: MessageId = MessageId([9; 16]);

/// A shop of one server's key and one mailbox.
struct Shop {
    settings: Settings,
    names: Names,
}

fn shop() -> Shop {
    let settings = json!({
        "address": "hello@kubek.pl", "name": "Kubek", "plus": "yes",
        "imap_host": "localhost", "imap_port": 993, "imap_tls": "tls", "imap_user": "hello",
        "smtp_host": "localhost", "smtp_port": 465, "smtp_tls": "tls", "authserv_id": "mx.kubek.pl",
    });
    let channel_id = customers::channels::ChannelId([1; 16]);
    let link = Link { settings, ..Link::plain(channel_id, Provider::Email) };
    let settings = Settings::of(&link).unwrap();
    let secrets = Secrets::of_hex(&"5a".repeat(32)).unwrap();
    Shop { names: Names::of(&secrets, &settings).unwrap(), settings }
}

impl Shop {
    fn reads(&self, mail: &str) -> Understood {
        let mail = mail.trim_start().replace('\n', "\r\n");
        understand(mail.as_bytes(), NOON, &self.settings, &self.names)
    }

    fn message(&self, mail: &str) -> Inbound {
        match self.reads(mail) {
            Understood::Message(inbound) => *inbound,
            other => panic!("not a message: {other:?}"),
        }
    }

    /// The address to which Anna answers.
    fn annas_token(&self) -> String {
        self.names.reply_address(CONVERSATION, "anna@example.com")
    }
}
