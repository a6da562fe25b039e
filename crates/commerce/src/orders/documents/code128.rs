//! Code 128 (ISO/IEC 15417), code set B: any text of printable ASCII as bars that every hand scanner reads. Pure.

use kit::{Error, Result};

const START_B: usize = 104;
const STOP: &str = "2331112";

/// How wide bars and gaps are, in turn, in modules, for each value of the symbol character; from the standard's table.
const WIDTHS: [&str; 106] = [
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232",
];

/// Bars and gaps in turn, a bar first, each so many modules wide. Around them a scanner needs ten modules of nothing.
pub fn bars(text: &str) -> Result<Vec<u8>> {
    let mut values = vec![START_B];
    for byte in text.bytes() {
        if !(b' '..=b'~').contains(&byte) {
            return Err(Error::internal("only printable ASCII goes into a bar code"));
        }
        values.push(usize::from(byte - b' '));
    }
    let weighted = values.iter().enumerate().map(|(place, value)| place.max(1) * value);
    values.push(weighted.sum::<usize>() % 103);
    let symbols = values.iter().map(|value| WIDTHS[*value]).chain([STOP]);
    Ok(symbols.flat_map(str::bytes).map(|digit| digit - b'0').collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_symbol_is_eleven_modules_and_no_two_are_alike() {
        let sum = |widths: &str| widths.bytes().map(|digit| u32::from(digit - b'0')).sum::<u32>();
        assert!(WIDTHS.iter().all(|widths| sum(widths) == 11));
        assert_eq!(sum(STOP), 13);
        let different: std::collections::BTreeSet<_> = WIDTHS.iter().collect();
        assert_eq!(different.len(), WIDTHS.len());
    }

    #[test]
    fn a_known_code() {
        // “A”: start B, 33, the check (104 + 33) mod 103 = 34, stop.
        let digits: String = bars("A").unwrap().iter().map(u8::to_string).collect();
        assert_eq!(digits, ["211214", "111323", "131123", STOP].concat());
        assert!(bars("ż").is_err());
    }
}
