//! The colours of desk.css keep WCAG 2.2 AA in light and dark: text 4.5 : 1 on its ground, edges 3 : 1.

use std::collections::BTreeMap;

const CSS: &str = include_str!("../../../../../web/desk/desk.css");

/// Name → (light, dark), as written in `:root`.
fn colours() -> BTreeMap<&'static str, [&'static str; 2]> {
    let value = |line: &'static str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(':')?;
        let value = value.trim().trim_end_matches(';');
        match value.strip_prefix("light-dark(") {
            Some(pair) => {
                let (light, dark) = pair.trim_end_matches(')').split_once(", ")?;
                Some((name, [light, dark]))
            }
            None => value.starts_with('#').then_some((name, [value, value])),
        }
    };
    CSS.lines().take_while(|line| *line != "}").filter_map(value).collect()
}

/// Relative luminance (WCAG 2.2, “relative luminance”).
fn luminance(colour: &str) -> f64 {
    let channel = |i: usize| {
        let byte = u8::from_str_radix(&colour[1 + 2 * i..3 + 2 * i], 16).unwrap();
        let c = f64::from(byte) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn text_and_edges_can_be_seen() {
    let colours = colours();
    let grounds = ["paper", "surface", "raised", "sunken"];
    let mut pairs: Vec<(&str, &str, f64)> = Vec::new();
    for ground in grounds {
        for text in ["ink", "ink-soft", "accent", "good", "warn", "bad"] {
            pairs.push((text, ground, 4.5));
        }
    }
    for ground in ["paper", "surface", "raised"] {
        pairs.push(("edge", ground, 3.0));
    }
    pairs.extend([
        ("good", "good-soft", 4.5),
        ("warn", "warn-soft", 4.5),
        ("bad", "bad-soft", 4.5),
        ("accent-strong", "accent-soft", 4.5),
        ("ink", "accent-soft", 4.5),
        ("on-accent", "accent", 4.5),
        ("on-accent", "accent-strong", 4.5),
        ("side-ink", "side", 4.5),
        ("side-soft", "side", 4.5),
        ("side-ink", "side-here", 4.5),
        ("glow", "side-here", 3.0),
    ]);
    let mut weak = Vec::new();
    for (text, ground, least) in pairs {
        for (i, scheme) in ["light", "dark"].iter().enumerate() {
            let ratio = contrast(colours[text][i], colours[ground][i]);
            if ratio < least {
                weak.push(format!("{scheme}: {text} on {ground} has {ratio:.2}, needs {least}"));
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}
