//! Finding products: by words, however they are accented, cut short or mistyped, and by what they are.
//!
//! A word is looked for as it is typed, and as the beginning of a longer one. Only when that finds nothing, words that
//! differ by a slip of the finger or by their ending stand for it; and one that still finds nothing is left out, as long
//! as another finds something. A product must have all that remain. A code (SKU, GTIN, what a scanner read) finds its
//! product first.
//!
//! Facets count what a further choice would leave: the values of a kind from which something is chosen are counted as if
//! nothing were chosen from it.

pub mod indexing;
mod words;

use std::collections::{BTreeMap, HashMap, HashSet};

use customers::channels::ChannelId;
use kit::{Error, Result, Tx};

use super::categories::Tree;
use super::{ProductId, find_by_code, store, store_search};

pub const CATEGORY: &str = "category";
pub const BRAND: &str = "brand";
/// Before the option's name.
pub const OPTION: &str = "option:";
pub const TEXT_CHARS_MAX: usize = 200;
pub const PAGE_SIZE: usize = 24;
pub const PAGE_SIZE_MAX: usize = 100;
pub const FILTERS_MAX: usize = 20;
/// The most frequent ones of each kind are told.
const VALUES_MAX: usize = 50;
/// A product whose number was typed stands before all others.
const CODE_SCORE: i64 = 1_000_000;

/// Only products with one of the values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// [`CATEGORY`], [`BRAND`], or [`OPTION`] and a name.
    pub kind: String,
    /// Of a category its handle.
    pub values: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Asked<'a> {
    pub text: &'a str,
    pub filters: &'a [Filter],
    /// The door that asks: what is not sold there is left out.
    pub channel: Option<ChannelId>,
    /// Only what is in the window. Staff look for words in the rest, too; facets count what is sold.
    pub is_sold: bool,
    pub after: Option<Place>,
    pub limit: usize,
}

/// Where a page ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub score: i64,
    pub id: ProductId,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.score, self.id)
    }
}

impl std::str::FromStr for Place {
    type Err = Error;

    fn from_str(text: &str) -> Result<Place> {
        let parsed = text.split_once('.').and_then(|(score, id)| {
            Some(Place { score: score.parse().ok()?, id: id.parse().ok()? })
        });
        parsed.ok_or_else(|| {
            Error::bad_input("bad_cursor", "`after` must be the `next` of the page before.")
        })
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best first.
    pub products: Vec<ProductId>,
    pub next: Option<Place>,
    pub total: i64,
    pub facets: Vec<Facet>,
    /// Typed, and the words that stand for it.
    pub meant: Vec<(String, Vec<String>)>,
    /// Typed, and found nowhere.
    pub ignored: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facet {
    pub kind: String,
    /// And how many products have it, the most first.
    pub values: Vec<(String, i64)>,
}

type Scores = HashMap<ProductId, i64>;

pub fn find(tx: &Tx, tree: &Tree, asked: &Asked) -> Result<Found> {
    let mut found = Found::default();
    let hidden = match asked.channel {
        Some(channel) => store_search::hidden_at(tx, channel)?,
        None => HashSet::new(),
    };
    let scores = by_text(tx, asked, &mut found)?;
    if scores.is_none() && asked.filters.is_empty() {
        return window(tx, tree, asked, &hidden, found);
    }
    let mut chosen: Vec<(&str, HashSet<ProductId>)> = Vec::new();
    for filter in asked.filters {
        chosen.push((&filter.kind, with_values(tx, tree, filter)?));
    }
    let fits = |id: &ProductId, but: Option<&str>| {
        !hidden.contains(id)
            && chosen.iter().all(|(kind, ids)| Some(*kind) == but || ids.contains(id))
    };
    // The ids among which to look, but for one kind of filters; none: among all that are sold.
    let among = |but: Option<&str>| -> Option<Vec<Place>> {
        let place = |(id, score): (&ProductId, &i64)| Place { score: *score, id: *id };
        if let Some(scores) = &scores {
            let fitting = scores.iter().filter(|(id, _)| fits(id, but));
            return Some(fitting.map(place).collect());
        }
        let (_, ids) = chosen.iter().find(|(kind, _)| Some(*kind) != but)?;
        Some(ids.iter().filter(|id| fits(id, but)).map(|id| place((id, &0))).collect())
    };
    let mut places = among(None).unwrap_or_default();
    places.sort_unstable_by(|a, b| b.cmp(a));
    found.total = places.len() as i64;
    found.facets = facets(tx, tree, &places, &among, asked, &hidden)?;
    let rest = places.iter().filter(|place| asked.after.is_none_or(|after| **place < after));
    let page: Vec<&Place> = rest.take(asked.limit + 1).collect();
    found.next = next_of(&page, asked.limit);
    found.products = page.iter().take(asked.limit).map(|place| place.id).collect();
    Ok(found)
}

fn next_of(page: &[&Place], limit: usize) -> Option<Place> {
    if page.len() > limit { limit.checked_sub(1).map(|last| *page[last]) } else { None }
}

/// All that is in the window, the newest first.
fn window(
    tx: &Tx,
    tree: &Tree,
    asked: &Asked,
    hidden: &HashSet<ProductId>,
    found: Found,
) -> Result<Found> {
    let after = asked.after.map(|place| place.id);
    let ids = store_search::window(tx, asked.channel, after, asked.limit + 1)?;
    let places: Vec<Place> = ids.iter().map(|id| Place { score: 0, id: *id }).collect();
    let hidden_sold = store_search::count_sold_of(tx, hidden)?;
    Ok(Found {
        next: next_of(&places.iter().collect::<Vec<_>>(), asked.limit),
        products: ids.into_iter().take(asked.limit).collect(),
        total: store_search::count_sold(tx)? - hidden_sold,
        facets: as_facets(tree, counts(tx, None, hidden)?),
        ..found
    })
}

/// What has the words; none, where there are none.
fn by_text(tx: &Tx, asked: &Asked, found: &mut Found) -> Result<Option<Scores>> {
    let text = kit::text::clip(asked.text.trim(), TEXT_CHARS_MAX);
    if text.is_empty() {
        return Ok(None);
    }
    let mut scores = words::find(tx, &text, asked.is_sold, found)?;
    if let Some(variant) = find_by_code(tx, &text)?
        && let Some(product) = store::product_of(tx, variant)?
        && (!asked.is_sold || store_search::count_sold_of(tx, &HashSet::from([product]))? > 0)
    {
        scores.insert(product, CODE_SCORE);
    }
    Ok(Some(scores))
}

fn with_values(tx: &Tx, tree: &Tree, filter: &Filter) -> Result<HashSet<ProductId>> {
    if filter.kind != CATEGORY {
        return store_search::with_facet(tx, &filter.kind, &filter.values);
    }
    let named = filter.values.iter().filter_map(|handle| tree.by_handle(handle));
    let all: Vec<String> =
        named.flat_map(|one| tree.below(one.id)).map(|id| id.to_string()).collect();
    store_search::with_facet(tx, CATEGORY, &all)
}

/// By kind and value.
type Counts = BTreeMap<String, HashMap<String, i64>>;

fn counts(tx: &Tx, ids: Option<&[ProductId]>, hidden: &HashSet<ProductId>) -> Result<Counts> {
    let mut counts = Counts::new();
    let mut add = |rows: Vec<(String, String, i64)>, sign: i64| {
        for (kind, value, count) in rows {
            *counts.entry(kind).or_default().entry(value).or_default() += sign * count;
        }
    };
    match ids {
        Some(ids) => add(store_search::count_facets(tx, ids)?, 1),
        None => {
            add(store_search::count_all_facets(tx)?, 1);
            let hidden: Vec<ProductId> = hidden.iter().copied().collect();
            add(store_search::count_facets(tx, &hidden)?, -1);
        }
    }
    Ok(counts)
}

fn facets(
    tx: &Tx,
    tree: &Tree,
    places: &[Place],
    among: &impl Fn(Option<&str>) -> Option<Vec<Place>>,
    asked: &Asked,
    hidden: &HashSet<ProductId>,
) -> Result<Vec<Facet>> {
    if !asked.is_sold {
        return Ok(Vec::new());
    }
    let ids = |places: &[Place]| places.iter().map(|place| place.id).collect::<Vec<_>>();
    let mut all = counts(tx, Some(&ids(places)), hidden)?;
    for filter in asked.filters {
        let others = among(Some(&filter.kind));
        let mut without = counts(tx, others.as_deref().map(ids).as_deref(), hidden)?;
        all.remove(&filter.kind);
        if let Some(values) = without.remove(&filter.kind) {
            all.insert(filter.kind.clone(), values);
        }
    }
    Ok(as_facets(tree, all))
}

fn as_facets(tree: &Tree, counts: Counts) -> Vec<Facet> {
    let facet = |(kind, values): (String, HashMap<String, i64>)| {
        let mut values: Vec<(String, i64)> =
            if kind == CATEGORY { rolled_up(tree, &values) } else { values.into_iter().collect() };
        values.retain(|(_, count)| *count > 0);
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        values.truncate(VALUES_MAX);
        Facet { kind, values }
    };
    counts.into_iter().map(facet).filter(|facet| !facet.values.is_empty()).collect()
}

/// By handle; what lies in a category lies in those above it too.
fn rolled_up(tree: &Tree, counts: &HashMap<String, i64>) -> Vec<(String, i64)> {
    let mut rolled: HashMap<&str, i64> = HashMap::new();
    for (id, count) in counts {
        let Ok(id) = id.parse() else { continue };
        for category in tree.path(id) {
            *rolled.entry(&category.handle).or_default() += count;
        }
    }
    rolled.into_iter().map(|(handle, count)| (handle.to_string(), count)).collect()
}

/// How many products a door sells in each category and below it, by handle.
pub fn count_categories(tx: &Tx, tree: &Tree, channel: ChannelId) -> Result<Vec<(String, i64)>> {
    let hidden = store_search::hidden_at(tx, channel)?;
    let counts = counts(tx, None, &hidden)?;
    let mut rolled = counts.get(CATEGORY).map_or(Vec::new(), |counts| rolled_up(tree, counts));
    rolled.retain(|(_, count)| *count > 0);
    Ok(rolled)
}
