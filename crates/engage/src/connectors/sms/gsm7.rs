//! The alphabet of the first mobile telephones: 128 characters of 7 bits, and ten more behind an escape
//! (3GPP TS 23.038, section 6.2.1).

/// By code. At 0x1B lies the escape, which no text holds.
const DEFAULT: [char; 128] = [
    '@', '£', '$', '¥', 'è', 'é', 'ù', 'ì', 'ò', 'Ç', '\n', 'Ø', 'ø', '\r', 'Å', 'å', //
    'Δ', '_', 'Φ', 'Γ', 'Λ', 'Ω', 'Π', 'Ψ', 'Σ', 'Θ', 'Ξ', '\u{1b}', 'Æ', 'æ', 'ß', 'É', //
    ' ', '!', '"', '#', '¤', '%', '&', '\'', '(', ')', '*', '+', ',', '-', '.', '/', //
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ':', ';', '<', '=', '>', '?', //
    '¡', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', //
    'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z', 'Ä', 'Ö', 'Ñ', 'Ü', '§', //
    '¿', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', //
    'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', 'ä', 'ö', 'ñ', 'ü', 'à', //
];

const ESCAPE: u8 = 0x1b;

const EXTENSION: [(u8, char); 10] = [
    (0x0a, '\u{c}'),
    (0x14, '^'),
    (0x28, '{'),
    (0x29, '}'),
    (0x2f, '\\'),
    (0x3c, '['),
    (0x3d, '~'),
    (0x3e, ']'),
    (0x40, '|'),
    (0x65, '€'),
];

enum Code {
    Plain(u8),
    Escaped(u8),
}

fn code_of(c: char) -> Option<Code> {
    if c == '\u{1b}' {
        return None;
    }
    if let Some(code) = DEFAULT.iter().position(|known| *known == c) {
        return Some(Code::Plain(code as u8));
    }
    let extended = EXTENSION.iter().find(|(_, known)| *known == c)?;
    Some(Code::Escaped(extended.0))
}

/// The characters that take one septet, and those that take two.
pub fn characters() -> (String, String) {
    let plain = DEFAULT.iter().filter(|c| **c != '\u{1b}').collect();
    (plain, EXTENSION.iter().map(|(_, c)| c).collect())
}

/// How many septets a character takes; none if the alphabet lacks it.
pub fn septets(c: char) -> Option<usize> {
    code_of(c).map(|code| match code {
        Code::Plain(_) => 1,
        Code::Escaped(_) => 2,
    })
}

/// The text as SMPP carries it: each septet in a byte of its own. None if the alphabet lacks a character.
pub fn encode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match code_of(c)? {
            Code::Plain(code) => bytes.push(code),
            Code::Escaped(code) => bytes.extend([ESCAPE, code]),
        }
    }
    Some(bytes)
}

/// Back to text. What no table knows becomes what the standard says: a space after an unknown escape.
pub fn decode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        if *byte != ESCAPE {
            text.push(DEFAULT.get(usize::from(*byte)).copied().unwrap_or('\u{fffd}'));
            continue;
        }
        let Some(code) = rest.next() else { break };
        let extended = EXTENSION.iter().find(|(known, _)| known == code);
        text.push(extended.map_or(' ', |(_, c)| *c));
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_code_is_one_character_and_back() {
        for code in (0..128_u8).filter(|code| *code != ESCAPE) {
            let text = decode(&[code]);
            assert_eq!(encode(&text), Some(vec![code]), "{code:#x} {text:?}");
        }
        for (code, c) in EXTENSION {
            assert_eq!(decode(&[ESCAPE, code]), c.to_string());
            assert_eq!(encode(&c.to_string()), Some(vec![ESCAPE, code]));
        }
        assert_eq!(encode("ł"), None);
        assert_eq!(encode("\u{1b}"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_read(bytes: Vec<u8>) {
            decode(&bytes);
        }
    }
}
