//! The messages of SMPP 3.4 that a shop's link needs, as bytes (specification, sections 4 and 5).

use kit::{Error, Result};

/// What one side says to the other; an answer has the top bit set.
pub mod command {
    pub const GENERIC_NACK: u32 = 0x8000_0000;
    pub const SUBMIT_SM: u32 = 0x4;
    pub const DELIVER_SM: u32 = 0x5;
    pub const UNBIND: u32 = 0x6;
    pub const BIND_TRANSCEIVER: u32 = 0x9;
    pub const ENQUIRE_LINK: u32 = 0x15;
    pub const ANSWER: u32 = 0x8000_0000;
}

/// Optional parameters, by their tags.
pub mod tag {
    pub const RECEIPTED_MESSAGE_ID: u16 = 0x1e;
    pub const USER_MESSAGE_REFERENCE: u16 = 0x204;
    pub const SAR_MSG_REF_NUM: u16 = 0x20c;
    pub const SAR_TOTAL_SEGMENTS: u16 = 0x20e;
    pub const SAR_SEGMENT_SEQNUM: u16 = 0x20f;
    pub const NETWORK_ERROR_CODE: u16 = 0x423;
    pub const MESSAGE_PAYLOAD: u16 = 0x424;
    pub const MESSAGE_STATE: u16 = 0x427;
}

pub const HEADER_BYTES: usize = 16;
/// The largest legal one is a payload of 64 KB; whoever sends more is not speaking SMPP.
pub const PDU_BYTES_MAX: usize = 70 * 1024;
/// The message's header describes its text, or says that it is a receipt (section 5.2.12).
pub const ESM_HAS_HEADER: u8 = 0x40;
const ESM_RECEIPT: u8 = 0x04;
const ESM_KIND: u8 = 0x3c;
const VERSION: u8 = 0x34;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdu {
    pub command: u32,
    pub status: u32,
    pub sequence: u32,
    pub body: Vec<u8>,
}

impl Pdu {
    pub fn new(command: u32, sequence: u32, body: Vec<u8>) -> Pdu {
        Pdu { command, status: 0, sequence, body }
    }

    /// The answer to a PDU of the other side.
    pub fn answer(&self, status: u32, body: Vec<u8>) -> Pdu {
        Pdu { command: self.command | command::ANSWER, status, sequence: self.sequence, body }
    }

    pub fn encode(&self) -> Vec<u8> {
        let length = (HEADER_BYTES + self.body.len()) as u32;
        let mut bytes = Vec::with_capacity(length as usize);
        for word in [length, self.command, self.status, self.sequence] {
            bytes.extend(word.to_be_bytes());
        }
        bytes.extend(&self.body);
        bytes
    }

    /// How long the whole PDU is that begins so.
    pub fn length(start: [u8; 4]) -> Result<usize> {
        let length = u32::from_be_bytes(start) as usize;
        if (HEADER_BYTES..=PDU_BYTES_MAX).contains(&length) {
            Ok(length)
        } else {
            Err(malformed("a length that no message has"))
        }
    }

    /// Reads one whole PDU.
    pub fn decode(bytes: &[u8]) -> Result<Pdu> {
        let mut reader = Reader { rest: bytes };
        reader.take(4)?;
        let mut word = || -> Result<u32> {
            let bytes = reader.take(4)?.try_into().map_err(Error::internal)?;
            Ok(u32::from_be_bytes(bytes))
        };
        let (command, status, sequence) = (word()?, word()?, word()?);
        Ok(Pdu { command, status, sequence, body: reader.rest.to_vec() })
    }

    /// The message's id in the answer to a `submit_sm`.
    pub fn submitted_id(&self) -> Result<String> {
        Reader { rest: &self.body }.c_string()
    }
}

pub fn bind(system_id: &str, password: &str, system_type: &str) -> Vec<u8> {
    let mut body = Vec::new();
    for text in [system_id, password, system_type] {
        push_c_string(&mut body, text);
    }
    // Type and plan of our own addresses, and their range: left to the centre.
    body.extend([VERSION, 0, 0, 0]);
    body
}

/// An address with the type of its number and its numbering plan (sections 5.2.5 and 5.2.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub ton: u8,
    pub npi: u8,
    pub text: String,
}

impl Address {
    /// A number in international form, a short code, or a name of up to eleven letters.
    pub fn of(text: &str) -> Address {
        let digits = text.strip_prefix('+').unwrap_or(text);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Address { ton: 5, npi: 0, text: text.to_string() };
        }
        let (ton, npi) = if text.starts_with('+') { (1, 1) } else { (3, 0) };
        Address { ton, npi, text: digits.to_string() }
    }

    /// With a plus where the number says its country.
    pub fn international(&self) -> String {
        if self.ton == 1 && !self.text.starts_with('+') {
            format!("+{}", self.text)
        } else {
            self.text.clone()
        }
    }
}

/// One SMS on its way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submit {
    pub from: Address,
    pub to: Address,
    pub data_coding: u8,
    /// The header of a part of a longer text; empty for a whole one.
    pub header: Vec<u8>,
    pub text: Vec<u8>,
    /// The same in each try.
    pub reference: u16,
}

impl Submit {
    pub fn encode(&self) -> Vec<u8> {
        let mut body = Vec::new();
        push_c_string(&mut body, "");
        for address in [&self.from, &self.to] {
            body.extend([address.ton, address.npi]);
            push_c_string(&mut body, &address.text);
        }
        let esm_class = if self.header.is_empty() { 0 } else { ESM_HAS_HEADER };
        // esm_class, protocol_id, priority; no schedule, no validity; a receipt, no replacing; coding; no stored text.
        body.extend([esm_class, 0, 0, 0, 0, 1, 0, self.data_coding, 0]);
        body.push((self.header.len() + self.text.len()) as u8);
        body.extend(&self.header);
        body.extend(&self.text);
        body.extend(tag::USER_MESSAGE_REFERENCE.to_be_bytes());
        body.extend(2_u16.to_be_bytes());
        body.extend(self.reference.to_be_bytes());
        body
    }
}

/// An SMS that comes in, or a receipt of one of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deliver {
    pub from: Address,
    pub to: Address,
    pub esm_class: u8,
    pub data_coding: u8,
    pub text: Vec<u8>,
    pub options: Vec<(u16, Vec<u8>)>,
}

impl Deliver {
    pub fn decode(body: &[u8]) -> Result<Deliver> {
        let mut reader = Reader { rest: body };
        reader.c_string()?;
        let from = reader.address()?;
        let to = reader.address()?;
        let esm_class = reader.byte()?;
        reader.take(2)?;
        reader.c_string()?;
        reader.c_string()?;
        reader.take(2)?;
        let data_coding = reader.byte()?;
        reader.byte()?;
        let length = reader.byte()?;
        let mut text = reader.take(usize::from(length))?.to_vec();
        let options = reader.options()?;
        if let Some((_, payload)) = options.iter().find(|(tag, _)| *tag == tag::MESSAGE_PAYLOAD)
            && text.is_empty()
        {
            text.clone_from(payload);
        }
        Ok(Deliver { from, to, esm_class, data_coding, text, options })
    }

    pub fn is_receipt(&self) -> bool {
        self.esm_class & ESM_KIND == ESM_RECEIPT
    }

    pub fn option(&self, tag: u16) -> Option<&[u8]> {
        self.options.iter().find(|(known, _)| *known == tag).map(|(_, value)| value.as_slice())
    }

    /// An option that is a number.
    pub fn number(&self, tag: u16) -> Option<u32> {
        let value = self.option(tag).filter(|value| value.len() <= 4)?;
        Some(value.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
    }
}

fn push_c_string(body: &mut Vec<u8>, text: &str) {
    body.extend(text.bytes().filter(|byte| *byte != 0));
    body.push(0);
}

fn malformed(what: &str) -> Error {
    Error::bad_input("bad_smpp", format!("The centre sent {what}."))
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) =
            self.rest.split_at_checked(count).ok_or_else(|| malformed("a message cut short"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn c_string(&mut self) -> Result<String> {
        let end = self.rest.iter().position(|byte| *byte == 0);
        let end = end.ok_or_else(|| malformed("a text without an end"))?;
        let text = String::from_utf8_lossy(self.take(end)?).into_owned();
        self.byte()?;
        Ok(text)
    }

    fn address(&mut self) -> Result<Address> {
        let (ton, npi) = (self.byte()?, self.byte()?);
        Ok(Address { ton, npi, text: self.c_string()? })
    }

    fn options(&mut self) -> Result<Vec<(u16, Vec<u8>)>> {
        let mut options = Vec::new();
        while !self.rest.is_empty() {
            let head = self.take(4)?;
            let (tag, length) = ([head[0], head[1]], [head[2], head[3]]);
            let value = self.take(usize::from(u16::from_be_bytes(length)))?;
            options.push((u16::from_be_bytes(tag), value.to_vec()));
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_submit_as_the_specification_lays_it_out() {
        let submit = Submit {
            from: Address::of("SHOP"),
            to: Address::of("+48601234567"),
            data_coding: 8,
            header: vec![5, 0, 3, 7, 2, 1],
            text: vec![1, 0x42],
            reference: 0x1234,
        };
        // No service type; ton 5; ton 1 and npi 1; UDH; receipt wanted; coding 8; 8 bytes; the reference.
        let expected = b"\0\x05\0SHOP\0\x01\x0148601234567\0\x40\0\0\0\0\x01\0\x08\0\x08\
            \x05\0\x03\x07\x02\x01\x01\x42\x02\x04\0\x02\x12\x34";
        assert_eq!(submit.encode(), expected);
        let pdu = Pdu::new(command::SUBMIT_SM, 3, submit.encode());
        assert_eq!(Pdu::decode(&pdu.encode()).unwrap(), pdu);
    }

    #[test]
    fn who_is_a_number_and_who_is_a_name() {
        assert_eq!(Address::of("7123"), Address { ton: 3, npi: 0, text: "7123".into() });
        assert_eq!(Address::of("+48601").international(), "+48601");
        assert_eq!(Address::of("Kubek 24").ton, 5);
    }

    #[test]
    fn a_length_that_no_message_has_is_refused() {
        assert!(Pdu::length([0, 0, 0, 15]).is_err());
        assert!(Pdu::length(*b"GET ").is_err());
        assert_eq!(Pdu::length([0, 0, 0, 16]).unwrap(), 16);
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(bytes: Vec<u8>) {
            Deliver::decode(&bytes).ok();
            Pdu::decode(&bytes).ok();
        }
    }
}
