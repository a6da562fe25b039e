//! What somebody wrote, without what they quote and how they sign: pure.
//!
//! The rules are cautious, because a sentence too many does less harm than one too few: who answers between the quoted
//! lines is left whole, and so is whoever would be left with nothing.

/// How the line before a quote ends, in the languages and mail programs of our merchants' customers.
const WROTE: &[&str] = &[
    "wrote:",
    "pisze:",
    "napisał(a):",
    "napisał:",
    "napisała:",
    "a scris:",
    "пишет:",
    "написал:",
    "написала:",
    "написал(а):",
];
/// How it begins, if not with a digit or a day of the week.
const ON: &[&str] = &["on ", "w dniu ", "dnia ", "în ", "in ", "pe ", "la "];
const DAYS: &[&str] = &[
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "pon",
    "wt",
    "śr",
    "czw",
    "pt",
    "sob",
    "niedz",
    "lun",
    "mar",
    "mie",
    "joi",
    "vin",
    "sâm",
    "dum",
    "пн",
    "вт",
    "ср",
    "чт",
    "пт",
    "сб",
    "вс",
    "понед",
    "четв",
    "пятн",
    "субб",
    "воскр",
];
/// What stands between the dashes where a mail program puts the whole letter below.
const ORIGINAL: &[&str] = &[
    "original message",
    "wiadomość oryginalna",
    "oryginalna wiadomość",
    "mesaj original",
    "mesajul original",
    "исходное сообщение",
    "оригинальное сообщение",
];
/// The first lines of the header that Outlook puts there instead.
const FROM: &[&str] = &["from:", "od:", "de la:", "от:"];
const SENT: &[&str] = &["sent:", "date:", "wysłano:", "data:", "trimis:", "отправлено:", "дата:"];
/// What telephones sign with.
const SENT_FROM: &[&str] = &[
    "sent from my ",
    "sent from outlook",
    "get outlook for ",
    "wysłane z ",
    "wysłano z ",
    "trimis de pe ",
    "trimis din ",
    "отправлено с ",
    "отправлено из ",
];
/// An attribution is wrapped into so many lines at most.
const ATTRIBUTION_LINES_MAX: usize = 3;
const ATTRIBUTION_BYTES_MAX: usize = 400;

/// What was written; without what was folded away. Says nothing where nothing was folded.
pub fn fold(text: &str) -> Option<String> {
    let whole = text.trim();
    let lines: Vec<&str> = whole.lines().collect();
    let unquoted = without_quotes(&lines);
    let said = without_signature(&unquoted);
    let said = said.join("\n").trim().to_string();
    (!said.is_empty() && said != whole).then_some(said)
}

fn without_quotes<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    if let Some((start, length)) = attribution(lines) {
        let (before, after) = (&lines[..start], &lines[start + length..]);
        return match quoted_block(after) {
            // A quote without marks: it goes on to the end.
            None => before.to_vec(),
            Some(rest) if has_quotes(rest) => lines.to_vec(),
            Some(rest) => [before, rest].concat(),
        };
    }
    if let Some(start) = (0..lines.len()).find(|&i| begins_original(&lines[i..])) {
        return lines[..start].to_vec();
    }
    // A quote at the end without a word before it.
    let said = lines.iter().rposition(|line| !is_quoted(line) && !line.trim().is_empty());
    let end = said.map_or(0, |last| last + 1);
    if has_quotes(&lines[..end]) { lines.to_vec() } else { lines[..end].to_vec() }
}

/// The lines after the marked quote that stands first, if one does.
fn quoted_block<'a, 'b>(lines: &'b [&'a str]) -> Option<&'b [&'a str]> {
    let first = lines.iter().position(|line| !line.trim().is_empty())?;
    if !is_quoted(lines[first]) {
        return None;
    }
    let is_over = |line: &&str| !is_quoted(line) && !line.trim().is_empty();
    let length = lines[first..].iter().position(is_over).unwrap_or(lines.len() - first);
    Some(&lines[first + length..])
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

fn has_quotes(lines: &[&str]) -> bool {
    lines.iter().any(|line| is_quoted(line))
}

/// Where “On … wrote:” stands, and how many lines it takes.
fn attribution(lines: &[&str]) -> Option<(usize, usize)> {
    let found = |start: usize| {
        let most = ATTRIBUTION_LINES_MAX.min(lines.len() - start);
        let length = (1..=most).find(|&n| is_attribution(&lines[start..start + n]))?;
        Some((start, length))
    };
    (0..lines.len()).find_map(found)
}

fn is_attribution(lines: &[&str]) -> bool {
    let joined = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ").to_lowercase();
    let is_possible = joined.len() <= ATTRIBUTION_BYTES_MAX
        && !is_quoted(&joined)
        && joined.contains(|c: char| c.is_ascii_digit());
    // Some mail programs end with the address alone: “21 ноября 2026 г., Anna <anna@example.com>:”.
    let ends = WROTE.iter().any(|end| joined.ends_with(end))
        || joined.ends_with(">:") && joined.contains('@');
    let begins = ON.iter().chain(DAYS).any(|start| joined.starts_with(start))
        || joined.starts_with(|c: char| c.is_ascii_digit());
    is_possible && ends && begins
}

fn begins_original(lines: &[&str]) -> bool {
    let first = lines[0].trim().to_lowercase();
    let between = first.trim_matches(|c: char| c == '-' || c.is_whitespace());
    if first.starts_with("--") && ORIGINAL.contains(&between) {
        return true;
    }
    let starts = |line: &str, words: &[&str]| {
        let line = line.trim().trim_start_matches('*').to_lowercase();
        words.iter().any(|word| line.starts_with(word))
    };
    starts(lines[0], FROM) && lines[1..].iter().take(3).any(|line| starts(line, SENT))
}

/// Without the lines from “-- ” on (RFC 3676, 4.3), or what a telephone puts at the end.
fn without_signature<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let is_start = |line: &&str| matches!(line.trim_end(), "--" | "—");
    let end = lines.iter().position(is_start).unwrap_or(lines.len());
    let mut said = lines[..end].to_vec();
    while let Some(last) = said.last() {
        let line = last.trim().to_lowercase();
        let is_underscores = line.len() > 5 && line.chars().all(|c| c == '_');
        let is_left_out = line.is_empty()
            || is_underscores
            || SENT_FROM.iter().any(|start| line.starts_with(start));
        if !is_left_out {
            break;
        }
        said.pop();
    }
    said
}
