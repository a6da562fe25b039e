//! Where the demo's goods lie: a warehouse that sends parcels, and the two stores, where one can fetch them.

use commerce::stock::{
    Location, LocationKind, Movement, MovementKind, NewLocation, locations, record,
};
use customers::channels::Channel;
use kit::{Result, Time, Tx};

use super::goods::Goods;
use super::shop;

/// A place, and how much of each thing lies there: from none to so many.
struct Place {
    code: &'static str,
    name: &'static str,
    kind: LocationKind,
    country: &'static str,
    city: &'static str,
    street: &'static str,
    /// The door of the store.
    door: Option<&'static str>,
    ships: bool,
    pieces_max: i64,
}

const PLACES: [Place; 3] = [
    Place {
        code: "WAREHOUSE",
        name: "Warehouse Niepołomice",
        kind: LocationKind::Warehouse,
        country: "PL",
        city: "Niepołomice",
        street: "ul. Wodna 14",
        door: None,
        ships: true,
        pieces_max: 60,
    },
    Place {
        code: "KRAKOW",
        name: "Vatra & Ziarno Kraków",
        kind: LocationKind::Store,
        country: "PL",
        city: "Kraków",
        street: "ul. Józefa 21",
        door: Some(shop::KRAKOW),
        ships: true,
        pieces_max: 12,
    },
    Place {
        code: "CLUJ",
        name: "Vatra & Ziarno Cluj-Napoca",
        kind: LocationKind::Store,
        country: "RO",
        city: "Cluj-Napoca",
        street: "str. Memorandumului 8",
        door: Some(shop::CLUJ),
        ships: false,
        pieces_max: 9,
    },
];

/// Sold out everywhere, so that one can ask to be told.
const GONE: [&str; 2] = ["VZ-VAS-FLR", "VZ-LIN-CSH-45-R"];
/// The last ones.
const FEW: [&str; 3] = ["VZ-BRW-IBR-300", "VZ-CUP-HOR", "VZ-GRN-ELC"];

/// Makes the places and puts the goods there.
pub fn fill(tx: &Tx, goods: &Goods, doors: &[Channel], at: Time) -> Result<()> {
    let mut movements = Vec::new();
    for (position, place) in PLACES.iter().enumerate() {
        let location = make(tx, place, position, doors, at)?;
        for (number, (sku, variant)) in goods.variants.iter().enumerate() {
            let quantity = pieces(place, sku, number);
            if quantity > 0 {
                movements.push(Movement {
                    variant: *variant,
                    location: location.id,
                    kind: MovementKind::Received,
                    quantity,
                    reference: "Opening stock",
                    actor: shop::NAME,
                    key: None,
                    at,
                });
            }
        }
    }
    record(tx, &movements, at)?;
    Ok(())
}

fn make(tx: &Tx, place: &Place, position: usize, doors: &[Channel], at: Time) -> Result<Location> {
    let name = shop::DOORS.iter().find(|door| Some(door.slug) == place.door).map(|door| door.name);
    let channel = doors.iter().find(|door| Some(door.name.as_str()) == name).map(|door| door.id);
    let new = NewLocation {
        code: place.code.into(),
        name: place.name.into(),
        kind: place.kind,
        country: place.country.into(),
        city: place.city.into(),
        street: place.street.into(),
        channel,
        sells_online: true,
        ships: place.ships,
        collects: place.kind == LocationKind::Store,
        position: position as i64,
    };
    locations::make(tx, &new, at)
}

/// Uneven, as on real shelves, and the same each time.
fn pieces(place: &Place, sku: &str, number: usize) -> i64 {
    if GONE.contains(&sku) {
        return 0;
    }
    if FEW.contains(&sku) {
        return i64::from(place.door == Some(shop::KRAKOW)) * 2;
    }
    let uneven = (number as i64 * 37 + place.pieces_max * 11) % place.pieces_max;
    if place.door.is_none() { uneven + 8 } else { uneven }
}
