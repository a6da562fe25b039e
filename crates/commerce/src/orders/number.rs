//! Order numbers that survive the telephone: seven letters and one that checks them, `7KX4-M2QD`.
//!
//! Crockford's alphabet has no I, L, O, U; what is heard wrong is found by the last letter, which is the sum of the
//! others, each times its place, in the field of 31 elements. So every single wrong letter and every pair of neighbours
//! in the wrong order is found (ISO/IEC 7064 works the same way).

use kit::{Error, Result};

/// 31 letters, a prime number of them: Crockford's without Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKMNPQRSTVWXY";
const LETTERS: usize = 7;

/// The number that these bits make.
pub fn of(bits: u64) -> String {
    let mut left = bits;
    let digits: [usize; LETTERS] = std::array::from_fn(|_| {
        let digit = left % 31;
        left /= 31;
        digit as usize
    });
    let letter = |digit: usize| ALPHABET[digit] as char;
    let mut number: String = digits.iter().map(|digit| letter(*digit)).collect();
    number.push(letter(check(&digits)));
    number.insert(4, '-');
    number
}

/// A number as somebody types or says it: in either case, with or without the hyphen, `o` for zero.
pub fn parse(text: &str) -> Result<String> {
    let wrong = || {
        let shown = kit::text::clip(text, 20);
        let detail = format!("“{shown}” is no order number. It looks like 7KX4-M2QD.");
        Error::bad_input("bad_order_number", detail)
    };
    let letters = text.chars().filter(|letter| letter.is_ascii_alphanumeric());
    let digits = letters.map(digit_of).collect::<Option<Vec<_>>>().ok_or_else(wrong)?;
    let (said, last) = digits.split_at_checked(LETTERS).ok_or_else(wrong)?;
    if last != [check(said)] {
        return Err(wrong());
    }
    let mut number: String = digits.iter().map(|digit| ALPHABET[*digit] as char).collect();
    number.insert(4, '-');
    Ok(number)
}

fn digit_of(letter: char) -> Option<usize> {
    let meant = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|known| *known as char == meant)
}

fn check(digits: &[usize]) -> usize {
    digits.iter().enumerate().map(|(i, digit)| (i + 2) * digit).sum::<usize>() % 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_found_as_it_is_said() {
        let number = of(123_456_789_012);
        assert_eq!(number, "W2TG-83F1");
        for said in ["W2TG-83F1", "w2tg83f1", " w2tg 83fl ", "W 2 T G 8 3 F I"] {
            assert_eq!(parse(said).unwrap(), number, "{said}");
        }
        for wrong in ["", "W2TG", "W2TG-83F2", "2WTG-83F1", "W2TG-83F1A", "Z2TG-83F1"] {
            assert_eq!(parse(wrong).unwrap_err().code, "bad_order_number", "{wrong}");
        }
    }

    #[test]
    fn one_wrong_letter_or_two_in_the_wrong_order_are_found() {
        for bits in (0..2_000_u64).map(|i| i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20) {
            let number: Vec<char> = of(bits).chars().filter(|c| *c != '-').collect();
            for at in 0..number.len() {
                for letter in ALPHABET.iter().map(|b| *b as char).filter(|l| *l != number[at]) {
                    let mut heard = number.clone();
                    heard[at] = letter;
                    assert!(parse(&heard.iter().collect::<String>()).is_err());
                }
            }
            for at in 1..number.len() {
                let mut heard = number.clone();
                heard.swap(at - 1, at);
                let heard: String = heard.iter().collect();
                assert!(parse(&heard).is_err() || number[at - 1] == number[at]);
            }
        }
    }
}
