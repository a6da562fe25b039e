//! Variables of ready answers: pure.

/// What can be filled in.
pub const VARIABLES: [&str; 4] =
    ["customer.first_name", "customer.name", "agent.name", "order.number"];

/// What is known in one conversation: (variable, value).
pub type Values = Vec<(&'static str, String)>;

/// A text, and the variables that nobody could fill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    pub text: String,
    pub missing: Vec<String>,
}

/// A piece of a text: as it is, or a variable with its word for want of a value.
enum Piece<'a> {
    Plain(&'a str),
    Variable { whole: &'a str, name: &'a str, otherwise: Option<&'a str> },
}

/// Only what looks like a variable is one: a brace in a sentence stays a brace.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let Some(length) = rest[start..].find('}') else { break };
        let inside = &rest[start + 1..start + length];
        let (name, otherwise) = match inside.split_once('|') {
            Some((name, otherwise)) => (name.trim(), Some(otherwise.trim())),
            None => (inside.trim(), None),
        };
        if is_name(name) {
            pieces.push(Piece::Plain(&rest[..start]));
            pieces.push(Piece::Variable { whole: &rest[start..=start + length], name, otherwise });
            rest = &rest[start + length + 1..];
        } else {
            pieces.push(Piece::Plain(&rest[..=start]));
            rest = &rest[start + 1..];
        }
    }
    pieces.push(Piece::Plain(rest));
    pieces
}

/// `customer.first_name`: two words and a point.
fn is_name(text: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    text.split_once('.').is_some_and(|(noun, property)| is_word(noun) && is_word(property))
}

/// Fills in what is known; what is not, and has no other word, stays in its braces and is named.
pub fn fill(text: &str, values: &Values) -> Filled {
    let mut filled = Filled::default();
    for piece in pieces(text) {
        match piece {
            Piece::Plain(plain) => filled.text.push_str(plain),
            Piece::Variable { whole, name, otherwise } => {
                let value =
                    values.iter().find(|(known, value)| *known == name && !value.is_empty());
                match (value, otherwise) {
                    (Some((_, value)), _) => filled.text.push_str(value),
                    (None, Some(otherwise)) => filled.text.push_str(otherwise),
                    (None, None) => {
                        filled.text.push_str(whole);
                        filled.missing.push(name.to_string());
                    }
                }
            }
        }
    }
    filled
}

/// A variable in an answer on its way out: somebody forgot to replace it.
pub fn left_over(text: &str) -> Option<&str> {
    pieces(text).into_iter().find_map(|piece| match piece {
        Piece::Variable { whole, name, .. } if VARIABLES.contains(&name) => Some(whole),
        _ => None,
    })
}

/// The first variable that nobody could ever fill.
pub fn unknown(text: &str) -> Option<&str> {
    pieces(text).into_iter().find_map(|piece| match piece {
        Piece::Variable { name, .. } if !VARIABLES.contains(&name) => Some(name),
        _ => None,
    })
}
