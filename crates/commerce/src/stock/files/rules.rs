//! What the columns and numbers of such files look like: pure.

const SKU: &[&str] =
    &["sku", "symbol", "indeks", "kod", "kod produktu", "cod", "cod produs", "артикул", "код"];
const QUANTITY: &[&str] = &[
    "quantity",
    "qty",
    "stock",
    "on hand",
    "ilosc",
    "stan",
    "cantitate",
    "stoc",
    "количество",
    "остаток",
];
const LOCATION: &[&str] = &["location", "warehouse", "magazyn", "depozit", "gestiune", "склад"];

/// Where the columns stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    pub sku: usize,
    pub quantity: usize,
    /// `None`: the whole file is of one place.
    pub location: Option<usize>,
}

impl Columns {
    /// By their names in the first line, in any of our languages.
    ///
    /// # Errors
    /// The English name of the one that is missing.
    pub fn of(names: &[String], has_location: bool) -> Result<Columns, &'static str> {
        let folded: Vec<String> = names
            .iter()
            .map(|name| kit::text::fold(name.trim()).replace(['_', '-'], " "))
            .collect();
        let find = |known: &[&str]| {
            let is_known = |name: &String| known.iter().any(|one| kit::text::fold(one) == *name);
            folded.iter().position(is_known)
        };
        let location = find(LOCATION);
        if location.is_none() && !has_location {
            return Err("location");
        }
        let (sku, quantity) = (find(SKU).ok_or("sku")?, find(QUANTITY).ok_or("quantity")?);
        Ok(Columns { sku, quantity, location: location.filter(|_| !has_location) })
    }
}

/// What stands most often in the first line: `;`, a tab, `,` or `|`.
pub fn delimiter_of(head: &[u8]) -> u8 {
    let first = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |mark: &u8| first.iter().filter(|byte| *byte == mark).count();
    let marks = [b'|', b',', b'\t', b';'];
    marks.into_iter().max_by_key(count).unwrap_or(b';')
}

/// A number of pieces: `12`, `12,000` and `1 200,00` where `;` parts the columns, `12.0` where `,` does.
///
/// # Errors
/// In words: parts of a piece, and marks that could mean a thousand as well as a part.
pub fn number(text: &str, delimiter: u8) -> Result<i64, String> {
    let unclear = || format!("“{text}” is no number of pieces.");
    let is_blank = |c: char| c == ' ' || c == '\u{a0}' || c == '\u{202f}';
    let plain: String = text.chars().filter(|c| !is_blank(*c)).collect();
    let mark = if delimiter == b',' { '.' } else { ',' };
    let (whole, part) = plain.split_once(mark).unwrap_or((&plain, "0"));
    let is_whole_piece = !part.is_empty() && part.bytes().all(|digit| digit == b'0');
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(unclear());
    }
    if !is_whole_piece {
        return Err(format!("“{text}” are not whole pieces."));
    }
    whole.parse().map_err(|_| unclear())
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[test]
    fn numbers_as_systems_write_them() {
        let check = |text: &str, delimiter: u8, expected: Expect| {
            let told = number(text, delimiter).map_or_else(|why| why, |n| n.to_string());
            expected.assert_eq(&told);
        };
        check("12", b';', expect!["12"]);
        check("12,000", b';', expect!["12"]);
        check("1 200,00", b';', expect!["1200"]);
        check("1\u{a0}200", b'\t', expect!["1200"]);
        check("-3", b';', expect!["-3"]);
        check("12.0", b',', expect!["12"]);
        check("12.000", b';', expect!["“12.000” is no number of pieces."]);
        check("12,000", b',', expect!["“12,000” is no number of pieces."]);
        check("1,5", b';', expect!["“1,5” are not whole pieces."]);
        check("", b';', expect!["“” is no number of pieces."]);
        check("5 szt.", b';', expect!["“5 szt.” is no number of pieces."]);
        check(
            "99999999999999999999",
            b';',
            expect!["“99999999999999999999” is no number of pieces."],
        );
    }

    #[test]
    fn columns_by_their_names() {
        let check = |line: &str, has_location: bool, expected: Expect| {
            let delimiter = char::from(delimiter_of(line.as_bytes()));
            let names: Vec<String> = line.split(delimiter).map(str::to_string).collect();
            let told = match Columns::of(&names, has_location) {
                Ok(Columns { sku, quantity, location }) => {
                    format!("{delimiter} {sku} {quantity} {location:?}")
                }
                Err(missing) => format!("no {missing}"),
            };
            expected.assert_eq(&told);
        };
        check("sku,location,quantity", false, expect![", 0 2 Some(1)"]);
        check("Magazyn;Symbol;Nazwa;Ilość", false, expect!["; 1 3 Some(0)"]);
        check("Cod_produs\tStoc", true, expect!["\t 0 1 None"]);
        check("Артикул;Склад;Остаток", false, expect!["; 0 2 Some(1)"]);
        check("sku;quantity", false, expect!["no location"]);
        check("magazyn;nazwa", false, expect!["no sku"]);
    }
}
