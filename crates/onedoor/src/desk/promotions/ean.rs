//! An EAN-13 as bars (GS1 General Specifications, section 5.2): one path of an SVG.

/// The seven modules of a digit on the left side with odd parity; the other two sets follow from it.
const ODD: [&str; 10] = [
    "0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011",
    "0110111", "0001011",
];
/// Which of the six left digits have even parity tells the first digit.
const PARITY: [&str; 10] = [
    "OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO",
    "OEEOEO",
];
/// With the quiet zones: 11 modules before, 7 after.
pub const WIDTH: usize = 11 + 95 + 7;

/// The dark bars, in modules, one high; none where the text is not an EAN-13.
pub fn bars(code: &str) -> Option<String> {
    let digits: Vec<usize> =
        code.chars().map(|c| c.to_digit(10).map(|digit| digit as usize)).collect::<Option<_>>()?;
    if digits.len() != 13 {
        return None;
    }
    let flipped = |modules: &str| -> String {
        modules.chars().map(|module| if module == '0' { '1' } else { '0' }).collect()
    };
    let left = digits[1..7].iter().zip(PARITY[digits[0]].chars()).map(|(digit, parity)| {
        let odd = ODD[*digit];
        if parity == 'O' { odd.to_string() } else { flipped(odd).chars().rev().collect() }
    });
    let right = digits[7..].iter().map(|digit| flipped(ODD[*digit]));
    let modules = format!("101{}01010{}101", left.collect::<String>(), right.collect::<String>());
    let dark = modules.char_indices().filter(|(_, module)| *module == '1');
    Some(dark.map(|(x, _)| format!("M{} 0h1v1h-1z", x + 11)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which modules are dark, without the quiet zone.
    fn modules(code: &str) -> String {
        let path = bars(code).unwrap();
        let dark: Vec<usize> = path
            .split('M')
            .filter(|part| !part.is_empty())
            .map(|part| part.split(' ').next().unwrap().parse().unwrap())
            .collect();
        (11..11 + 95).map(|x| if dark.contains(&x) { '1' } else { '0' }).collect()
    }

    #[test]
    fn a_known_number_has_its_known_bars() {
        // 4-006381-333931: the first digit makes the parities OEOOEE.
        let left = "000110101001110101111011110100010010110011";
        let right = "100001010000101000010111010010000101100110";
        assert_eq!(modules("4006381333931"), format!("101{left}01010{right}101"));
        assert!(bars("40063813339").is_none() && bars("400638133393A").is_none());
    }
}
