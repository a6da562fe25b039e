//! A receipt as the bytes that receipt printers understand: Epson's ESC/POS, of which every maker has these few commands.
//! Pure.
//!
//! Letters go in one code page for the whole slip: 852 for Polish and Romanian, 866 where there is Cyrillic. What neither has
//! is printed without its marks, or as a question mark.

/// Letters in a row, in the printer's ordinary font on paper of 80 mm.
pub const COLUMNS: usize = 42;

/// A row of a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// In the middle: whose receipt it is.
    Centre(String),
    Text(String),
    /// Something and its amount.
    Pair(String, String),
    /// The same, in high letters: what was to be paid.
    High(String, String),
    Rule,
    /// As a bar code that the till reads when the goods come back.
    Code(String),
}

const RESET: &[u8] = b"\x1b@";
const LEFT: &[u8] = b"\x1ba\x00";
const MIDDLE: &[u8] = b"\x1ba\x01";
const HIGH: &[u8] = b"\x1d!\x01";
const LOW: &[u8] = b"\x1d!\x00";
/// Feeds the paper to the knife, and cuts.
const CUT: &[u8] = b"\x1dV\x42\x00";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    /// Latin letters of central Europe.
    Cp852,
    Cyrillic866,
}

pub fn bytes(rows: &[Row]) -> Vec<u8> {
    let page = if rows.iter().any(is_cyrillic) { Page::Cyrillic866 } else { Page::Cp852 };
    let number = if page == Page::Cp852 { 18 } else { 17 };
    let mut out = [RESET, &[0x1b, b't', number]].concat();
    for row in rows {
        match row {
            Row::Centre(text) => {
                out.extend_from_slice(MIDDLE);
                broken(text).iter().for_each(|line| put(&mut out, page, line));
                out.extend_from_slice(LEFT);
            }
            Row::Text(text) => broken(text).iter().for_each(|line| put(&mut out, page, line)),
            Row::Pair(left, right) => pair(&mut out, page, left, right),
            Row::High(left, right) => {
                out.extend_from_slice(HIGH);
                pair(&mut out, page, left, right);
                out.extend_from_slice(LOW);
            }
            Row::Rule => put(&mut out, page, &"-".repeat(COLUMNS)),
            Row::Code(code) => bar_code(&mut out, code),
        }
    }
    out.extend_from_slice(CUT);
    out
}

fn texts(row: &Row) -> [&str; 2] {
    match row {
        Row::Centre(text) | Row::Text(text) => [text, ""],
        Row::Pair(left, right) | Row::High(left, right) => [left, right],
        Row::Rule | Row::Code(_) => ["", ""],
    }
}

fn is_cyrillic(row: &Row) -> bool {
    texts(row).iter().any(|text| text.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c)))
}

/// The left part in as many lines as it takes; the amount stands at the end of the last.
fn pair(out: &mut Vec<u8>, page: Page, left: &str, right: &str) {
    let mut lines = broken(left);
    let last = lines.pop().unwrap_or_default();
    lines.iter().for_each(|line| put(out, page, line));
    let (width, taken) = (last.chars().count(), right.chars().count());
    if width + 1 + taken > COLUMNS {
        put(out, page, &last);
        put(out, page, &format!("{right:>COLUMNS$}"));
    } else {
        let gap = " ".repeat(COLUMNS - width - taken);
        put(out, page, &format!("{last}{gap}{right}"));
    }
}

/// Broken between words; a word that is too long, anywhere.
fn broken(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut letters: Vec<char> = word.chars().collect();
        while !letters.is_empty() {
            let rest = letters.split_off(letters.len().min(COLUMNS));
            let part: String = letters.into_iter().collect();
            letters = rest;
            match lines.last_mut() {
                Some(line) if line.chars().count() + 1 + part.chars().count() <= COLUMNS => {
                    line.push(' ');
                    line.push_str(&part);
                }
                _ => lines.push(part),
            }
        }
    }
    lines
}

fn put(out: &mut Vec<u8>, page: Page, line: &str) {
    out.extend(line.chars().map(|letter| byte(page, letter)));
    out.push(b'\n');
}

fn byte(page: Page, letter: char) -> u8 {
    match letter {
        // Commands hide in no title.
        '\0'..='\x1f' | '\x7f' => b' ',
        '\u{a0}' | '\u{202f}' => b' ',
        '\u{2013}' | '\u{2212}' => b'-',
        '×' => b'x',
        ascii if ascii.is_ascii() => ascii as u8,
        _ if page == Page::Cyrillic866 => cyrillic(letter),
        _ => CENTRAL
            .iter()
            .find(|(known, _)| *known == letter)
            .map_or_else(|| plain(letter), |(_, byte)| *byte),
    }
}

fn cyrillic(letter: char) -> u8 {
    let after = |first: char| (letter as u32 - first as u32) as u8;
    match letter {
        'А'..='п' => 0x80 + after('А'),
        'р'..='я' => 0xe0 + after('р'),
        'Ё' => 0xf0,
        'ё' => 0xf1,
        '№' => 0xfc,
        _ => plain(letter),
    }
}

/// The letter without its marks.
fn plain(letter: char) -> u8 {
    let folded = kit::text::fold(&letter.to_string());
    let base = folded.chars().next().filter(char::is_ascii_alphanumeric);
    base.map_or(
        b'?',
        |base| if letter.is_uppercase() { base.to_ascii_uppercase() } else { base } as u8,
    )
}

/// Letters of code page 852; Romanian ș and ț as their older forms with a cedilla, which it has.
const CENTRAL: &[(char, u8)] = &[
    ('ą', 0xa5),
    ('Ą', 0xa4),
    ('ć', 0x86),
    ('Ć', 0x8f),
    ('ę', 0xa9),
    ('Ę', 0xa8),
    ('ł', 0x88),
    ('Ł', 0x9d),
    ('ń', 0xe4),
    ('Ń', 0xe3),
    ('ó', 0xa2),
    ('Ó', 0xe0),
    ('ś', 0x98),
    ('Ś', 0x97),
    ('ź', 0xab),
    ('Ź', 0x8d),
    ('ż', 0xbe),
    ('Ż', 0xbd),
    ('ă', 0xc7),
    ('Ă', 0xc6),
    ('â', 0x83),
    ('Â', 0xb6),
    ('î', 0x8c),
    ('Î', 0xd7),
    ('ș', 0xad),
    ('Ș', 0xb8),
    ('ț', 0xee),
    ('Ț', 0xdd),
    ('ä', 0x84),
    ('ö', 0x94),
    ('ü', 0x81),
    ('ß', 0xe1),
    ('é', 0x82),
];

/// CODE128, with the number below; of letters that it cannot carry there is none in an order number.
fn bar_code(out: &mut Vec<u8>, code: &str) {
    let code: Vec<u8> = code.bytes().filter(u8::is_ascii_graphic).take(30).collect();
    out.extend_from_slice(MIDDLE);
    // The number below the bars; 64 dots high; bars of 2 dots.
    out.extend_from_slice(b"\x1dH\x02\x1dh\x40\x1dw\x02");
    out.extend_from_slice(&[0x1d, b'k', 73, code.len() as u8 + 2]);
    // Set B: capital letters, digits and signs.
    out.extend_from_slice(b"{B");
    out.extend_from_slice(&code);
    out.extend_from_slice(LEFT);
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn shown(rows: &[Row]) -> String {
        bytes(rows).escape_ascii().to_string().replace("\\n", "\n")
    }

    #[test]
    fn a_receipt_in_bytes() {
        let rows = [
            Row::Centre("Kubek, Kraków".into()),
            Row::Rule,
            Row::Pair("2 × Kubek żółty".into(), "99,80\u{a0}zł".into()),
            Row::Text("od 4,90 zł".into()),
            Row::High("Razem".into(), "99,80\u{a0}zł".into()),
            Row::Code("7KX4-M2QD".into()),
        ];
        expect![[r#"
            \x1b@\x1bt\x12\x1ba\x01Kubek, Krak\xa2w
            \x1ba\x00------------------------------------------
            2 x Kubek \xbe\xa2\x88ty                   99,80 z\x88
            od 4,90 z\x88
            \x1d!\x01Razem                             99,80 z\x88
            \x1d!\x00\x1ba\x01\x1dH\x02\x1dh@\x1dw\x02\x1dkI\x0b{B7KX4-M2QD\x1ba\x00
            \x1dVB\x00"#]]
        .assert_eq(&shown(&rows));
    }

    #[test]
    fn letters_find_their_code_page() {
        let check = |text: &str, expected: &str| {
            let all = bytes(&[Row::Text(text.into())]);
            let line = all[5..all.len() - CUT.len() - 1].escape_ascii().to_string();
            assert_eq!(line, expected, "{text}");
        };
        check("Țuică în sticlă", r"\xdduic\xc7 \x8cn sticl\xc7");
        check("Чашка Ёж", r"\x97\xa0\xe8\xaa\xa0 \xf0\xa6");
        check("Ångström ☕", r"Angstr\x94m ?");
        // Nothing that somebody writes into a title is a command.
        check("a\u{1b}@b", "a @b");
    }

    #[test]
    fn long_titles_are_broken_and_amounts_stay_whole() {
        let long = "A mug for everybody who drinks a very great deal of tea";
        let told = shown(&[Row::Pair(long.into(), "1 234,50 zł".into())]);
        for line in told.lines() {
            assert!(line.replace("\\x88", "l").len() <= COLUMNS + 20, "{line}");
        }
        assert!(told.contains("1 234,50 z\\x88"), "{told}");
        assert_eq!(broken(&"x".repeat(100)).len(), 3);
    }
}
