//! Blanks comments and literals, so that the rules see code only and brackets match.
//!
//! Not a compiler's lexer: it knows what is needed to tell code from text, in Rust and in
//! JavaScript.

use std::ops::Range;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Rust,
    JavaScript,
}

pub struct Masked {
    /// The text, with a space for each byte of a comment or a literal; line ends stay.
    pub code: String,
    /// The contents of string literals, without their quotes.
    pub strings: Vec<Range<usize>>,
}

/// Blanks the comments and literals of a whole file.
pub fn mask(text: &str, language: Language) -> Masked {
    let mut masker = Masker {
        text: text.as_bytes(),
        code: text.into(),
        strings: Vec::new(),
        templates: Vec::new(),
    };
    let mut at = 0;
    while at < text.len() {
        at = match masker.literal(at, language) {
            Some(end) => {
                masker.blank(at..end);
                end
            }
            None => at + 1,
        };
    }
    // Literals begin and end between characters, so what is left is UTF-8.
    let code = String::from_utf8(masker.code).expect("whole characters were blanked");
    Masked { code, strings: masker.strings }
}

struct Masker<'a> {
    text: &'a [u8],
    code: Vec<u8>,
    strings: Vec<Range<usize>>,
    /// JavaScript: for each `${` that is open, how many braces are open inside it.
    templates: Vec<u32>,
}

impl Masker<'_> {
    /// The end of the comment or literal that begins here, if one does.
    fn literal(&mut self, at: usize, language: Language) -> Option<usize> {
        if self.has(at, b"//") {
            return Some(self.find(at, b"\n"));
        }
        if self.has(at, b"/*") {
            return Some(self.block_comment(at, language == Language::Rust));
        }
        match (self.text[at], language) {
            (b'"', _) | (b'\'', Language::JavaScript) => Some(self.quoted(at)),
            (b'r' | b'b' | b'c', Language::Rust) => self.prefixed(at),
            (b'\'', Language::Rust) => self.character(at),
            (b'/', Language::JavaScript) => self.regex(at),
            (b'`' | b'{' | b'}', Language::JavaScript) => self.template(at),
            _ => None,
        }
    }

    fn block_comment(&self, start: usize, nests: bool) -> usize {
        let mut depth = 0;
        let mut at = start;
        while at < self.text.len() {
            if self.has(at, b"/*") && (nests || depth == 0) {
                depth += 1;
                at += 2;
            } else if self.has(at, b"*/") {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return at;
                }
            } else {
                at += 1;
            }
        }
        at
    }

    /// `"…"` or `'…'`, with backslashes.
    fn quoted(&mut self, start: usize) -> usize {
        let quote = self.text[start];
        let mut at = start + 1;
        while at < self.text.len() && self.text[at] != quote {
            at += if self.text[at] == b'\\' { 2 } else { 1 };
        }
        self.string(start + 1..at, 1)
    }

    /// `r"…"`, `r#"…"#`, `b"…"`, `br"…"`, `c"…"`.
    fn prefixed(&mut self, start: usize) -> Option<usize> {
        if start > 0 && is_word(self.text[start - 1]) {
            return None;
        }
        let letters = self.text[start..].iter().take_while(|byte| b"rbc".contains(byte)).count();
        let raw = self.text[start..start + letters].contains(&b'r');
        let hashes = self.text[start + letters..].iter().take_while(|&&byte| byte == b'#').count();
        let quote = start + letters + hashes;
        if letters > 2 || self.text.get(quote) != Some(&b'"') || (hashes > 0 && !raw) {
            return None;
        }
        if !raw {
            return Some(self.quoted(quote));
        }
        let end = [b"\"".as_slice(), &b"#".repeat(hashes)].concat();
        let closed = self.find(quote + 1, &end);
        Some(self.string(quote + 1..closed, end.len()))
    }

    /// `'x'` and `'\n'`; a lifetime is code.
    fn character(&self, start: usize) -> Option<usize> {
        if self.text.get(start + 1) == Some(&b'\\') {
            return Some((self.find(start + 3, b"'") + 1).min(self.text.len()));
        }
        let rest = std::str::from_utf8(&self.text[start + 1..]).ok()?;
        let width = rest.chars().next()?.len_utf8();
        (self.text.get(start + 1 + width) == Some(&b'\'')).then_some(start + width + 2)
    }

    /// `/…/` where a value may stand; elsewhere `/` divides.
    fn regex(&self, start: usize) -> Option<usize> {
        let before = self.code[..start].trim_ascii_end();
        let value_may_stand = match before.last() {
            None => true,
            Some(last) => b"(,=:[!&|?{};>".contains(last) || before.ends_with(b"return"),
        };
        let mut at = start + 1;
        let mut in_class = false;
        while value_may_stand && at < self.text.len() && self.text[at] != b'\n' {
            match self.text[at] {
                b'\\' => at += 1,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'/' if !in_class => return Some(at + 1),
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// The text parts of a template; what stands in `${…}` is code.
    fn template(&mut self, at: usize) -> Option<usize> {
        match self.text[at] {
            b'{' => {
                *self.templates.last_mut()? += 1;
                return None;
            }
            b'}' => {
                let open = self.templates.last_mut()?;
                if *open > 0 {
                    *open -= 1;
                    return None;
                }
                self.templates.pop();
            }
            _ => {}
        }
        let mut end = at + 1;
        while end < self.text.len() && self.text[end] != b'`' {
            if self.has(end, b"${") {
                self.templates.push(0);
                return Some(self.string(at + 1..end, 2));
            }
            end += if self.text[end] == b'\\' { 2 } else { 1 };
        }
        Some(self.string(at + 1..end, 1))
    }

    /// Notes a string's contents; gives the place behind its closing mark.
    fn string(&mut self, contents: Range<usize>, mark: usize) -> usize {
        let end = contents.end.min(self.text.len());
        self.strings.push(contents.start.min(end)..end);
        (end + mark).min(self.text.len())
    }

    fn blank(&mut self, range: Range<usize>) {
        for byte in &mut self.code[range] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }

    fn has(&self, at: usize, wanted: &[u8]) -> bool {
        self.text[at..].starts_with(wanted)
    }

    /// Where `wanted` stands next, or the end of the text.
    fn find(&self, from: usize, wanted: &[u8]) -> usize {
        let rest = self.text.get(from..).unwrap_or_default();
        let found = rest.windows(wanted.len()).position(|window| window == wanted);
        found.map_or(self.text.len(), |at| from + at)
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The code that is left, with one space for each run of blanks.
    fn check(language: Language, text: &str, expected: &str) {
        let code = mask(text, language).code;
        assert_eq!(code.len(), text.len(), "{text}");
        let words: Vec<&str> = code.split(' ').filter(|word| !word.is_empty()).collect();
        assert_eq!(words.join(" "), expected, "{text}");
    }

    #[test]
    fn rust() {
        let check = |text, code| check(Language::Rust, text, code);
        check("a // b\nc", "a \nc");
        check("a /* b /* c */ d */ e", "a e");
        check(r#"f("a\"}") }"#, "f( ) }");
        check(r##"x = r#"a"}"#;"##, "x = ;");
        check("g('{') 'a: g('\\'') g('\\u{7b}')", "g( ) 'a: g( ) g( )");
        check("for b in 'ż'..='z' {}", "for b in ..= {}");
        check("br\"{\" b\"{\" b'{' car\"{\"", "b car");
    }

    #[test]
    fn javascript() {
        let check = |text, code| check(Language::JavaScript, text, code);
        check("f('}', \"}\") // }", "f( , )");
        check("a = /[/}]\\/}/.test(b) / 2", "a = .test(b) / 2");
        check("`a{${b({c: `}`})}}` + d", "b({c: }) + d");
    }

    #[test]
    fn strings_are_noted_without_their_quotes() {
        let text = r##"sql!("one", r#"two"#)"##;
        let strings = mask(text, Language::Rust).strings;
        assert_eq!(
            strings.into_iter().map(|range| &text[range]).collect::<Vec<_>>(),
            ["one", "two"]
        );
    }
}
