//! What a centre says of an SMS of ours: in optional parameters, or in the text form of the specification's appendix B.

use serde::{Deserialize, Serialize};

use super::pdu::{Deliver, tag};
use crate::conversations::State;

/// How a centre writes one id in two places: some say it in decimal in one and in hexadecimal in the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ids {
    #[default]
    Same,
    /// Hexadecimal in the answer, decimal in the receipt.
    HexThenDecimal,
    DecimalThenHex,
}

impl Ids {
    /// The id of a receipt as the answer to the submit wrote it.
    pub fn as_submitted(self, id: &str) -> String {
        let id = id.trim();
        let turned = match self {
            Ids::Same => None,
            Ids::HexThenDecimal => id.parse::<u64>().ok().map(|number| format!("{number:x}")),
            Ids::DecimalThenHex => {
                u64::from_str_radix(id, 16).ok().map(|number| number.to_string())
            }
        };
        Ids::key(self, turned.as_deref().unwrap_or(id))
    }

    /// The one spelling of an id as it was submitted: hexadecimal digits come in both cases and with zeros in front.
    pub fn key(self, id: &str) -> String {
        match self {
            Ids::Same => id.to_string(),
            _ => id.trim_start_matches('0').to_ascii_lowercase(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// As the receipt writes it.
    pub id: String,
    pub state: State,
    pub error: Option<String>,
}

/// Reads a receipt; none if it says nothing of a message.
pub fn read(deliver: &Deliver) -> Option<Receipt> {
    let text = String::from_utf8_lossy(&deliver.text).into_owned();
    let id = match deliver.option(tag::RECEIPTED_MESSAGE_ID) {
        Some(id) => String::from_utf8_lossy(id).trim_end_matches('\0').to_string(),
        None => field(&text, "id:")?.to_string(),
    };
    let word = match deliver.number(tag::MESSAGE_STATE) {
        Some(number) => word_of(number),
        None => field(&text, "stat:")?.to_ascii_uppercase(),
    };
    let state = match word.as_str() {
        "DELIVRD" => State::Delivered,
        "ENROUTE" | "ACCEPTD" => State::Sent,
        "EXPIRED" | "DELETED" | "UNDELIV" | "REJECTD" => State::Failed,
        _ => return None,
    };
    let code = match deliver.option(tag::NETWORK_ERROR_CODE) {
        Some([_, high, low]) => Some(u16::from_be_bytes([*high, *low]).to_string()),
        _ => field(&text, "err:").map(str::to_string),
    };
    let code = code.filter(|code| !code.trim_start_matches('0').is_empty());
    let error = (state == State::Failed).then(|| match code {
        Some(code) => format!("{word}, error {code}"),
        None => word.clone(),
    });
    Some(Receipt { id, state, error })
}

/// Section 5.2.28.
fn word_of(message_state: u32) -> String {
    let words =
        ["", "ENROUTE", "DELIVRD", "EXPIRED", "DELETED", "UNDELIV", "ACCEPTD", "", "REJECTD"];
    words.get(message_state as usize).copied().unwrap_or_default().to_string()
}

/// The word after a label. A label inside a longer one (`dlvrd:` holds no `id:`, but `paid:` would) does not count.
fn field<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let lower = text.to_ascii_lowercase();
    let at = lower
        .match_indices(label)
        .map(|(at, _)| at)
        .find(|at| *at == 0 || lower.as_bytes()[at - 1].is_ascii_whitespace())?;
    text[at + label.len()..].split_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::super::pdu::Address;
    use super::*;

    fn deliver(text: &str, options: &[(u16, &[u8])]) -> Deliver {
        let nobody = Address { ton: 0, npi: 0, text: String::new() };
        let options = options.iter().map(|(tag, value)| (*tag, value.to_vec())).collect();
        let (from, to) = (nobody.clone(), nobody);
        Deliver { from, to, esm_class: 4, data_coding: 0, text: text.into(), options }
    }

    #[track_caller]
    fn check(text: &str, options: &[(u16, &[u8])], expected: Option<(&str, State, Option<&str>)>) {
        let read = read(&deliver(text, options));
        let read = read.as_ref().map(|r| (r.id.as_str(), r.state, r.error.as_deref()));
        assert_eq!(read, expected);
    }

    #[test]
    fn the_options_first_then_the_text() {
        let text = "id:0123 sub:001 dlvrd:001 submit date:2611220251 done date:2611220252 stat:DELIVRD err:000 text:Hi";
        check(text, &[], Some(("0123", State::Delivered, None)));
        let options: &[(u16, &[u8])] =
            &[(tag::RECEIPTED_MESSAGE_ID, b"abc\0"), (tag::MESSAGE_STATE, &[5])];
        check(text, options, Some(("abc", State::Failed, Some("UNDELIV"))));
        check(
            "id:7 stat:UNDELIV err:011",
            &[],
            Some(("7", State::Failed, Some("UNDELIV, error 011"))),
        );
        check("id:7 Stat:acceptd", &[], Some(("7", State::Sent, None)));
        check("id:7 stat:UNKNOWN", &[], None);
        check("Hello", &[], None);
        let options: &[(u16, &[u8])] = &[
            (tag::RECEIPTED_MESSAGE_ID, b"9"),
            (tag::MESSAGE_STATE, &[8]),
            (tag::NETWORK_ERROR_CODE, &[3, 1, 4]),
        ];
        check("", options, Some(("9", State::Failed, Some("REJECTD, error 260"))));
    }

    #[test]
    fn one_id_in_two_spellings() {
        assert_eq!(Ids::Same.as_submitted("00AB"), "00AB");
        assert_eq!(Ids::HexThenDecimal.as_submitted("0000000171"), "ab");
        assert_eq!(Ids::HexThenDecimal.key("00AB"), "ab");
        assert_eq!(Ids::DecimalThenHex.as_submitted("AB"), "171");
        assert_eq!(Ids::DecimalThenHex.key("171"), "171");
    }
}
