//! What is told of stock: to the merchant's systems all, to the shop's pages whether there is some.

use std::collections::BTreeMap;

use kit::{Error, Result, Time, Tx};
use serde::Serialize;

use super::{Level, Location, available, bundles, coming, store, store_skus};
use crate::catalogue::VariantId;
use crate::wishes::FEW;

kit::words! {
    Status:
    InStock "in_stock",
    Few "few",
    None "none",
}

impl Status {
    pub fn of(left: i64) -> Status {
        match left {
            ..=0 => Status::None,
            1..=FEW => Status::Few,
            _ => Status::InStock,
        }
    }
}

/// All that is known of one variant.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    pub sku: String,
    /// What could be ordered now.
    pub available: i64,
    pub levels: Vec<ShownLevel>,
    pub coming: Vec<ShownComing>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ShownLevel {
    /// The code of the location.
    pub location: String,
    pub on_hand: i64,
    pub reserved: i64,
    pub safety: i64,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ShownComing {
    pub location: String,
    pub quantity: i64,
    pub expected_at: Option<Time>,
}

pub fn of_sku(tx: &Tx, sku: &str) -> Result<Shown> {
    let found = store_skus::variants(tx, &[sku])?.remove(sku);
    let variant = found.ok_or_else(|| Error::not_found(format!("variant “{sku}”")))?;
    let places: BTreeMap<_, _> =
        store::locations(tx)?.into_iter().map(|place| (place.id, place.code)).collect();
    let code = |id| places.get(&id).cloned().unwrap_or_default();
    let mut levels: Vec<ShownLevel> = store::levels(tx, &[variant])?
        .into_iter()
        .map(|level| ShownLevel {
            location: code(level.location),
            on_hand: level.on_hand,
            reserved: level.reserved,
            safety: level.safety,
        })
        .collect();
    levels.sort_by(|a, b| a.location.cmp(&b.location));
    let coming = coming::expected(tx, &[variant])?
        .into_iter()
        .map(|one| ShownComing {
            location: code(one.to),
            quantity: one.quantity - one.arrived,
            expected_at: one.expected_at,
        })
        .collect();
    let left = available(tx, &[variant])?.first().map_or(0, |(_, left)| *left);
    Ok(Shown { sku: sku.to_string(), available: left, levels, coming })
}

/// How many there are of a variant, and how many in each place where it can be fetched.
pub struct Availability {
    pub sku: String,
    pub quantity: i64,
    pub collect: Vec<(Location, i64)>,
}

/// Of those that are known, in the order asked.
pub fn availability(tx: &Tx, skus: &[&str]) -> Result<Vec<Availability>> {
    let known = store_skus::variants(tx, skus)?;
    let asked: Vec<(&str, VariantId)> =
        skus.iter().filter_map(|sku| Some((*sku, *known.get(*sku)?))).collect();
    let variants: Vec<VariantId> = asked.iter().map(|(_, variant)| *variant).collect();
    let parts = bundles::parts_of(tx, &variants)?;
    let lying = parts.values().flatten().map(|(part, _)| *part).chain(variants.iter().copied());
    let levels = store::levels(tx, &lying.collect::<Vec<_>>())?;
    let places: Vec<Location> = store::locations(tx)?
        .into_iter()
        .filter(|place| place.is_open() && place.collects && place.sells_online)
        .collect();
    let left: BTreeMap<VariantId, i64> = available(tx, &variants)?.into_iter().collect();
    let tell = |(sku, variant): (&str, VariantId)| {
        let here = |place: &Location| {
            let whole = [(variant, 1)];
            let parts = parts.get(&variant).map_or(&whole[..], Vec::as_slice);
            let free = |part: VariantId| {
                let is_it = |level: &&Level| level.variant == part && level.location == place.id;
                levels.iter().find(is_it).map_or(0, Level::free)
            };
            parts.iter().map(|(part, per_one)| free(*part) / per_one).min().unwrap_or(0)
        };
        Availability {
            sku: sku.to_string(),
            quantity: left.get(&variant).copied().unwrap_or(0),
            collect: places.iter().map(|place| (place.clone(), here(place))).collect(),
        }
    };
    Ok(asked.into_iter().map(tell).collect())
}
