use expect_test::{Expect, expect};
use kit::Time;

use super::*;
use crate::stock::rules::{Level, Source, needs, plan};

/// `WLOD PL`, `SKRK PL`, `SBUC RO`: a warehouse begins with W, a store with S.
fn site(described: &str, position: i64) -> Location {
    let (code, country) = described.split_once(' ').unwrap();
    let is_warehouse = code.starts_with('W');
    let mut id = [0; 16];
    id[..4].copy_from_slice(code.as_bytes());
    Location {
        id: LocationId(id),
        code: code.into(),
        name: code.into(),
        kind: if is_warehouse { LocationKind::Warehouse } else { LocationKind::Store },
        country: country.into(),
        city: String::new(),
        street: String::new(),
        channel: None,
        sells_online: code != "SGDY",
        ships: true,
        collects: !is_warehouse,
        position,
        made_at: Time(0),
        closed_at: (code == "SOLD").then_some(Time(0)),
    }
}

fn thing(name: char) -> VariantId {
    VariantId([name as u8; 16])
}

/// `a 5` lies there, `a 5/2` with two kept back.
fn levels(place: &Location, lying: &str) -> Vec<Level> {
    let words: Vec<&str> = lying.split_whitespace().collect();
    let level = |pair: &[&str]| {
        let (on_hand, safety) = pair[1].split_once('/').unwrap_or((pair[1], "0"));
        Level {
            variant: thing(pair[0].chars().next().unwrap()),
            location: place.id,
            on_hand: on_hand.parse().unwrap(),
            reserved: 0,
            safety: safety.parse().unwrap(),
        }
    };
    words.chunks(2).map(level).collect()
}

/// A bundle `g` is one `a` and two `b`.
fn check(places: &[(&str, &str)], from: &Source, wanted: &str, expected: Expect) {
    let sites: Vec<Location> =
        places.iter().enumerate().map(|(i, (site_of, _))| site(site_of, i as i64)).collect();
    let lying: Vec<Level> =
        sites.iter().zip(places).flat_map(|(site, (_, lying))| levels(site, lying)).collect();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let one = |pair: &[&str]| Wanted {
        variant: thing(pair[0].chars().next().unwrap()),
        quantity: pair[1].parse().unwrap(),
        from: from.clone(),
    };
    let wanted: Vec<Wanted> = words.chunks(2).map(one).collect();
    let gift = (thing('g'), vec![(thing('a'), 1), (thing('b'), 2)]);
    let told = match plan(&needs(&wanted, &[gift].into()), &sites, &lying) {
        Ok(lines) => {
            let tell = |line: &rules::Line| {
                let code = &sites.iter().find(|site| site.id == line.location).unwrap().code;
                format!("{} {} from {code}", line.quantity, line.variant.0[0] as char)
            };
            lines.iter().map(tell).collect::<Vec<_>>().join(", ")
        }
        Err(short) => format!("of {} there are {}", short.asked.0[0] as char, short.left),
    };
    expected.assert_eq(&told);
}

fn to(country: &str) -> Source {
    Source::Parcel(Some(country.into()))
}

#[test]
fn the_warehouse_of_the_country_sends_first() {
    let shop = [("SKRK PL", "a 5"), ("WLOD PL", "a 5"), ("WBUC RO", "a 5")];
    check(&shop, &to("PL"), "a 2", expect!["2 a from WLOD"]);
    check(&shop, &to("RO"), "a 2", expect!["2 a from WBUC"]);
    check(&shop, &to("DE"), "a 2", expect!["2 a from WLOD"]);
    check(&shop, &Source::Parcel(None), "a 2", expect!["2 a from WLOD"]);
}

#[test]
fn a_store_sends_what_the_warehouse_lacks() {
    let shop = [("WLOD PL", "a 1"), ("SKRK PL", "a 2"), ("SPOZ PL", "a 9")];
    check(&shop, &to("PL"), "a 2", expect!["2 a from SKRK"]);
    check(&shop, &to("PL"), "a 5", expect!["5 a from SPOZ"]);
    check(&shop, &to("PL"), "a 11", expect!["2 a from SKRK, 9 a from SPOZ"]);
    check(&shop, &to("PL"), "a 13", expect!["of a there are 12"]);
}

#[test]
fn one_parcel_is_better_than_two() {
    let shop = [("WLOD PL", "a 5"), ("SKRK PL", "a 1 b 1"), ("SPOZ PL", "b 5")];
    check(&shop, &to("PL"), "a 1 b 1", expect!["1 a from SKRK, 1 b from SKRK"]);
    check(&shop, &to("PL"), "a 2 b 2", expect!["2 a from WLOD, 2 b from SPOZ"]);
    let far = [("WLOD PL", "a 5"), ("SPOZ PL", "b 5"), ("WBUC RO", "a 1 b 1")];
    check(&far, &to("PL"), "a 1 b 1", expect!["1 a from WBUC, 1 b from WBUC"]);
}

#[test]
fn what_is_kept_back_is_for_the_counter() {
    let shop = [("SKRK PL", "a 5/2"), ("SGDY PL", "a 7"), ("SOLD PL", "a 7")];
    let krakow = site("SKRK PL", 0).id;
    check(&shop, &to("PL"), "a 3", expect!["3 a from SKRK"]);
    check(&shop, &to("PL"), "a 4", expect!["of a there are 3"]);
    check(&shop, &Source::Collect(krakow), "a 4", expect!["of a there are 3"]);
    check(&shop, &Source::Counter(krakow), "a 5", expect!["5 a from SKRK"]);
    let gdynia = site("SGDY PL", 0).id;
    check(&shop, &Source::Counter(gdynia), "a 7", expect!["7 a from SGDY"]);
    let closed = site("SOLD PL", 0).id;
    check(&shop, &Source::Counter(closed), "a 1", expect!["of a there are 0"]);
    let warehouse = [("WLOD PL", "a 5")];
    let lodz = site("WLOD PL", 0).id;
    check(&warehouse, &Source::Collect(lodz), "a 1", expect!["of a there are 0"]);
}

#[test]
fn a_bundle_is_taken_apart() {
    let shop = [("WLOD PL", "a 5 b 6"), ("SKRK PL", "a 1 b 2")];
    check(&shop, &to("PL"), "g 3", expect!["3 a from WLOD, 6 b from WLOD"]);
    check(&shop, &to("PL"), "g 4", expect!["4 a from WLOD, 2 b from SKRK, 6 b from WLOD"]);
    check(&shop, &to("PL"), "g 5", expect!["of g there are 4"]);
    check(&shop, &to("PL"), "g 3 b 2", expect!["3 a from WLOD, 2 b from SKRK, 6 b from WLOD"]);
    check(&shop, &to("PL"), "g 3 b 3", expect!["of g there are 4"]);
}
