//! What we write into our letters so that answers find their way back, signed so that nobody else can write it.

use kit::Result;
use kit::id::to_base32;
use kit::secrets::{Secrets, Signer};

use super::{Settings, YesNo};
use crate::conversations::{ConversationId, MessageId};

/// The longest part before the `@` (RFC 5321, 4.5.3.1.1).
const LOCAL_BYTES_MAX: usize = 64;
const ID_LETTERS: usize = 26;
/// 80 bits.
const MESSAGE_MAC_LETTERS: usize = 16;
/// 60 and 40 bits: they can be guessed only by sending mail, and the address has to stay short.
const TOKEN_MAC_LETTERS: usize = 12;
const READER_MAC_LETTERS: usize = 8;

pub struct Names {
    signer: Signer,
    local: String,
    domain: String,
    plus: bool,
}

/// What an address of ours says to which somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub conversation: ConversationId,
    /// Who got it from us: compare with [`Names::is_reader`].
    reader: String,
}

impl Names {
    pub fn of(secrets: &Secrets, settings: &Settings) -> Result<Names> {
        let (local, domain) =
            settings.address.rsplit_once('@').unwrap_or((settings.address.as_str(), ""));
        Ok(Names {
            signer: secrets.signer("email")?,
            local: local.to_lowercase(),
            domain: domain.to_lowercase(),
            plus: settings.plus == YesNo::Yes,
        })
    }

    /// The Message-ID of a message, without its brackets: the same at each try.
    pub fn message_id(&self, id: MessageId) -> String {
        format!("{id}.{}@{}", self.mac("message", &id.0, b"", MESSAGE_MAC_LETTERS), self.domain)
    }

    /// The message that a Message-ID of ours names.
    pub fn message_of(&self, message_id: &str) -> Option<MessageId> {
        let (ours, _) = message_id.split_once('@')?;
        let (id, mac) = ours.split_once('.')?;
        let id: MessageId = id.parse().ok()?;
        (self.mac("message", &id.0, b"", MESSAGE_MAC_LETTERS) == mac).then_some(id)
    }

    /// Where `reader` answers to: our address with the conversation in it, if the server takes such and it is short
    /// enough.
    pub fn reply_address(&self, conversation: ConversationId, reader: &str) -> String {
        let id = to_base32(conversation.0);
        let mac = self.mac("conversation", &conversation.0, b"", TOKEN_MAC_LETTERS);
        let reader = self.reader(conversation, reader);
        let tagged = format!("{}+t{id}{mac}{reader}", self.local);
        let local =
            if self.plus && tagged.len() <= LOCAL_BYTES_MAX { &tagged } else { &self.local };
        format!("{local}@{}", self.domain)
    }

    /// The conversation that an address to which somebody wrote names.
    pub fn token_of(&self, recipient: &str) -> Option<Token> {
        let recipient = recipient.to_lowercase();
        let (local, domain) = recipient.rsplit_once('@')?;
        let (name, tag) = local.rsplit_once("+t")?;
        let is_shape = tag.is_ascii()
            && tag.len() == ID_LETTERS + TOKEN_MAC_LETTERS + READER_MAC_LETTERS
            && name == self.local
            && domain == self.domain;
        if !is_shape {
            return None;
        }
        let (id, macs) = tag.split_at(ID_LETTERS);
        let (mac, reader) = macs.split_at(TOKEN_MAC_LETTERS);
        let conversation = ConversationId(kit::id::from_base32(id)?);
        let expected = self.mac("conversation", &conversation.0, b"", TOKEN_MAC_LETTERS);
        (expected == mac).then(|| Token { conversation, reader: reader.into() })
    }

    /// We gave this token to this address.
    pub fn is_reader(&self, token: &Token, address: &str) -> bool {
        self.reader(token.conversation, address) == token.reader
    }

    pub fn is_our_address(&self, address: &str) -> bool {
        let address = address.to_lowercase();
        let Some((local, domain)) = address.rsplit_once('@') else { return false };
        let is_name = local == self.local || local.strip_prefix(&self.local).is_some_and(is_tag);
        domain == self.domain && is_name
    }

    fn reader(&self, conversation: ConversationId, address: &str) -> String {
        let address = address.trim().to_lowercase();
        self.mac("reader", &conversation.0, address.as_bytes(), READER_MAC_LETTERS)
    }

    /// Ids are of one length, so what is joined cannot be cut differently.
    fn mac(&self, what: &str, id: &[u8; 16], more: &[u8], letters: usize) -> String {
        let signed = self.signer.sign(&[what.as_bytes(), b":", id, more].concat());
        let text = to_base32(std::array::from_fn(|i| signed[i]));
        // The first letter holds three bits only.
        text[ID_LETTERS - letters..].to_string()
    }
}

fn is_tag(rest: &str) -> bool {
    rest.starts_with('+')
}
