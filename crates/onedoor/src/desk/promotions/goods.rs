//! Goods as a shopkeeper writes them, one a line: a SKU, the address of a product, or a category.

use std::collections::HashMap;

use commerce::catalogue::categories::Tree;
use commerce::catalogue::{self, CategoryId, ProductId, VariantId};
use commerce::promotions::rule::Goods;
use commerce::stock::store_skus;
use kit::{Result, Tx};

use crate::desk::typed::{Read, Wrong};

/// Stands for all that the shop has.
const EVERYTHING: &str = "*";

/// What the shop has, by the names in a form.
pub struct Shelf {
    skus: HashMap<String, VariantId>,
    products: HashMap<String, ProductId>,
    tree: Tree,
}

impl Shelf {
    /// All that these texts may name.
    pub fn read(tx: &Tx, texts: &[&str]) -> Result<Shelf> {
        let names = texts.iter().flat_map(|text| lines(text));
        let names: Vec<&str> =
            names.flat_map(|name| [Some(name), name.strip_prefix('-')]).flatten().collect();
        let skus = store_skus::variants(tx, &names)?.into_iter().collect();
        let products = catalogue::store::handle_owners(tx, &names)?.into_iter().collect();
        Ok(Shelf { skus, products, tree: Tree::load(tx)? })
    }

    pub fn goods(&self, field: &'static str, text: &str, except: &str) -> Read<Goods> {
        let (mut variants, mut products, mut categories) = (Vec::new(), Vec::new(), Vec::new());
        let mut left_out = Vec::new();
        for name in lines(text).filter(|name| *name != EVERYTHING) {
            if let Some(variant) = self.skus.get(name) {
                variants.push(*variant);
            } else if let Some(variant) = name.strip_prefix('-').and_then(|sku| self.skus.get(sku))
            {
                left_out.push(*variant);
            } else if let Some(category) = self.category(name) {
                categories.push(category);
            } else if let Some(product) = self.products.get(name) {
                products.push(*product);
            } else {
                return Err(unknown(field, name));
            }
        }
        let not_sku = |name: &str| unknown("except", name);
        let one = |name| self.skus.get(name).copied().ok_or_else(|| not_sku(name));
        left_out.extend(lines(except).map(one).collect::<Read<Vec<VariantId>>>()?);
        Ok(Goods {
            variants: variants.into(),
            products: products.into(),
            categories: categories.into(),
            except: left_out.into(),
        })
    }

    /// `Kitchen > Mugs`, or `Mugs` where one category alone is called so.
    fn category(&self, name: &str) -> Option<CategoryId> {
        let plain = |text: &str| {
            let parts: Vec<String> =
                text.split('>').map(|part| part.trim().to_lowercase()).collect();
            parts.join(" > ")
        };
        let name = plain(name);
        let all = self.tree.all();
        if let Some(found) = all.iter().find(|one| plain(&self.tree.path_text(one.id)) == name) {
            return Some(found.id);
        }
        let mut called = all.iter().filter(|one| plain(&one.title) == name);
        called.next().filter(|_| called.next().is_none()).map(|one| one.id)
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn unknown(field: &'static str, name: &str) -> Wrong {
    let detail = "The shop has no SKU, no category and no product of this name.";
    Wrong::new(field, "goods_unknown", detail).part(name)
}

/// The same in one text, what is left out with a `-` before it; `*` for everything.
pub fn one_text(tx: &Tx, tree: &Tree, goods: &Goods) -> Result<String> {
    let (named, except) = text(tx, tree, goods)?;
    let named = if named.is_empty() { EVERYTHING.to_string() } else { named };
    let except = except.lines().map(|sku| format!("\n-{sku}"));
    Ok(named + &except.collect::<String>())
}

/// The lines that would name these goods, and those of what is left out.
pub fn text(tx: &Tx, tree: &Tree, goods: &Goods) -> Result<(String, String)> {
    let skus = |ids: Vec<VariantId>| -> Result<Vec<String>> {
        let mut skus: Vec<String> =
            catalogue::store::sellables(tx, &ids)?.into_iter().map(|one| one.sku).collect();
        skus.sort_unstable();
        Ok(skus)
    };
    let categories = goods.categories.iter().map(|id| tree.path_text(*id));
    let products: Vec<ProductId> = goods.products.iter().copied().collect();
    let products = catalogue::store::products(tx, &products)?;
    let named: Vec<String> = categories
        .chain(products.into_iter().map(|product| product.handle))
        .chain(skus(goods.variants.iter().copied().collect())?)
        .collect();
    let except = skus(goods.except.iter().copied().collect())?;
    Ok((named.join("\n"), except.join("\n")))
}
