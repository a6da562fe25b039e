//! The one way by which products are written: many at once, each taken or refused by itself.

use std::collections::{BTreeSet, HashMap, HashSet};

use kit::error::Kind;
use kit::{Error, Result, Time, Tx};
use serde::Serialize;

use super::categories::Tree;
use super::rules::{self, codes, handles};
use super::{Product, ProductId, VariantId, Wanted, store, store_write};

/// Addresses tried at once for a product whose own is taken.
const HANDLES_TRIED: usize = 50;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Created,
    Changed,
    /// It was like this already.
    Same,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    pub id: ProductId,
    pub outcome: Outcome,
}

/// Makes and changes products. The answers stand in the order of the wanted; a product that is refused changes nothing of
/// its own, and the others are written.
///
/// # Errors
/// Of our own only; what is wrong with a product is its answer.
pub fn save(tx: &Tx, wanted: &[Wanted], now: Time) -> Result<Vec<Result<Saved>>> {
    store_write::take_turn(tx)?;
    let mut batch = Batch::load(tx, wanted, now)?;
    let before: HashSet<ProductId> = batch.known.keys().copied().collect();
    let mut answers = Vec::new();
    let mut changed: BTreeSet<ProductId> = BTreeSet::new();
    for one in wanted {
        let answer = match batch.decide(tx, one) {
            Err(error) if error.kind == Kind::Internal => return Err(error),
            Err(error) => Err(error),
            Ok(saved) => {
                if saved.outcome != Outcome::Same {
                    changed.insert(saved.id);
                }
                Ok(saved)
            }
        };
        answers.push(answer);
    }
    let known: Vec<ProductId> = changed.iter().copied().filter(|id| before.contains(id)).collect();
    let changed: Vec<&Product> = changed.iter().filter_map(|id| batch.known.get(id)).collect();
    store_write::put(tx, &changed, &known)?;
    Ok(answers)
}

/// What stands, as far as these products touch it, with what those before in the batch have changed.
struct Batch {
    now: Time,
    known: HashMap<ProductId, Product>,
    /// By SKU.
    owners: HashMap<String, ProductId>,
    handles: HashMap<String, ProductId>,
    /// The live variant that bears it, and its SKU.
    gtins: HashMap<String, (VariantId, String)>,
    tree: Tree,
}

impl Batch {
    fn load(tx: &Tx, wanted: &[Wanted], now: Time) -> Result<Batch> {
        let variants = || wanted.iter().flat_map(|one| &one.variants);
        let skus: BTreeSet<&str> =
            variants().map(|one| one.sku.trim()).filter(|sku| !sku.is_empty()).collect();
        let owners = store::owners(tx, &skus.into_iter().collect::<Vec<_>>())?;
        let owners: HashMap<String, ProductId> = owners.into_iter().collect();
        let handles: BTreeSet<String> = wanted.iter().map(handle_of).collect();
        let handles: Vec<&str> = handles.iter().map(String::as_str).collect();
        let handles: HashMap<String, ProductId> =
            store::handle_owners(tx, &handles)?.into_iter().collect();
        let named = wanted.iter().filter_map(|one| one.id);
        let ids: BTreeSet<ProductId> =
            named.chain(owners.values().copied()).chain(handles.values().copied()).collect();
        let known = store::products(tx, &ids.into_iter().collect::<Vec<_>>())?;
        // An archived variant that comes back brings its code along.
        let mut gtins: BTreeSet<String> = known
            .iter()
            .flat_map(|product| &product.variants)
            .filter(|variant| variant.archived_at.is_some())
            .filter_map(|variant| variant.gtin.clone())
            .collect();
        gtins.extend(variants().filter_map(|one| codes::gtin(one.gtin.as_deref()?).ok()));
        let gtins: Vec<&str> = gtins.iter().map(String::as_str).collect();
        let gtins = store::gtin_owners(tx, &gtins)?;
        let has_category = wanted.iter().any(|one| one.category.is_some());
        Ok(Batch {
            now,
            known: known.into_iter().map(|product| (product.id, product)).collect(),
            owners,
            handles,
            gtins: gtins.into_iter().map(|(gtin, id, sku)| (gtin, (id, sku))).collect(),
            tree: if has_category { Tree::load(tx)? } else { Tree::default() },
        })
    }

    fn decide(&mut self, tx: &Tx, wanted: &Wanted) -> Result<Saved> {
        let id = self.which(wanted)?;
        let known = id.and_then(|id| self.known.get(&id));
        let mut product = rules::decide(known, wanted, self.now)?;
        if product.handle.is_empty() {
            product.handle = self.free_handle(tx, &handles::of(&product.title))?;
        }
        self.check(&product)?;
        // Nothing can be refused any more: a category that is made for it stays.
        if let Some(category) = &wanted.category {
            product.category_id = self.tree.resolve(tx, category, self.now)?;
        }
        let outcome = match known {
            None => Outcome::Created,
            Some(known) if *known == product => Outcome::Same,
            Some(_) => Outcome::Changed,
        };
        if outcome == Outcome::Changed {
            product.updated_at = self.now;
        }
        let id = product.id;
        self.claim(product);
        Ok(Saved { id, outcome })
    }

    /// The product that is meant; none, where it is a new one.
    fn which(&self, wanted: &Wanted) -> Result<Option<ProductId>> {
        let skus = || wanted.variants.iter().map(|one| one.sku.trim());
        let by_sku = skus().find_map(|sku| self.owners.get(sku)).copied();
        let named = wanted.handle.as_deref().map(str::trim).filter(|handle| !handle.is_empty());
        let by_handle = || named.and_then(|handle| self.handles.get(handle)).copied();
        let id = wanted.id.or(by_sku).or_else(by_handle);
        if let Some(id) = id.filter(|id| !self.known.contains_key(id)) {
            return Err(Error::not_found(format!("product {id}")));
        }
        let is_others = |sku: &&str| self.owners.get(*sku).is_some_and(|of| Some(*of) != id);
        match skus().find(is_others) {
            Some(sku) => Err(sku_taken(sku)),
            None => Ok(id),
        }
    }

    /// Nobody else may have its numbers.
    fn check(&self, product: &Product) -> Result<()> {
        let is_others = |of: &ProductId| *of != product.id;
        if self.handles.get(&product.handle).is_some_and(is_others) {
            let detail = format!("Another product has the address “{}”.", product.handle);
            return Err(Error::conflict("handle_taken", detail));
        }
        for variant in &product.variants {
            if self.owners.get(&variant.sku).is_some_and(is_others) {
                return Err(sku_taken(&variant.sku));
            }
        }
        let own: HashSet<VariantId> = product.variants.iter().map(|variant| variant.id).collect();
        let mut seen: HashMap<&str, &str> = HashMap::new();
        for variant in product.live() {
            let Some(gtin) = variant.gtin.as_deref() else { continue };
            // What its own variants bear now does not count, but what they will bear: they may change their codes.
            let other = self.gtins.get(gtin).filter(|(id, _)| !own.contains(id));
            let other = other.map(|(_, sku)| sku.as_str()).or_else(|| seen.get(gtin).copied());
            if let Some(sku) = other {
                let detail = format!("The variant “{sku}” has the GTIN {gtin} already.");
                return Err(Error::conflict("gtin_taken", detail));
            }
            seen.insert(gtin, &variant.sku);
        }
        Ok(())
    }

    /// The next of the batch find it so.
    fn claim(&mut self, product: Product) {
        self.handles.insert(product.handle.clone(), product.id);
        for variant in &product.variants {
            self.owners.insert(variant.sku.clone(), product.id);
        }
        for variant in product.live() {
            if let Some(gtin) = &variant.gtin {
                self.gtins.insert(gtin.clone(), (variant.id, variant.sku.clone()));
            }
        }
        self.known.insert(product.id, product);
    }

    fn free_handle(&self, tx: &Tx, handle: &str) -> Result<String> {
        if !self.handles.contains_key(handle) {
            return Ok(handle.to_string());
        }
        let mut first = 2;
        loop {
            let tried: Vec<String> = (first..first + HANDLES_TRIED)
                .map(|n| handles::numbered(handle, n))
                .filter(|handle| !self.handles.contains_key(handle))
                .collect();
            let names: Vec<&str> = tried.iter().map(String::as_str).collect();
            let taken: HashMap<String, ProductId> =
                store::handle_owners(tx, &names)?.into_iter().collect();
            if let Some(free) = tried.iter().find(|handle| !taken.contains_key(*handle)) {
                return Ok(free.clone());
            }
            first += HANDLES_TRIED;
        }
    }
}

/// The address that it names, or that would be made of its title.
fn handle_of(wanted: &Wanted) -> String {
    match wanted.handle.as_deref().map(str::trim).filter(|handle| !handle.is_empty()) {
        Some(handle) => handle.to_string(),
        None => handles::of(wanted.title.as_deref().unwrap_or_default()),
    }
}

fn sku_taken(sku: &str) -> Error {
    Error::conflict("sku_taken", format!("Another product has the SKU “{sku}”."))
}
