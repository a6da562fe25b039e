//! A variant that is made of others: a gift set of a mug and two packets of tea. It lies nowhere itself; there are as many
//! as its parts allow, and its parts are what is promised and sent.

use std::collections::BTreeMap;

use kit::{Error, Result, Tx};

use super::{check_quantity, store_bundles};
use crate::catalogue::VariantId;

/// Kinds of things in one bundle.
const PARTS_MAX: usize = 50;

/// Of each bundle, its parts: so many of a variant.
pub type Parts = BTreeMap<VariantId, Vec<(VariantId, i64)>>;

/// The parts of those that are bundles.
pub fn parts_of(tx: &Tx, variants: &[VariantId]) -> Result<Parts> {
    let mut parts = Parts::new();
    for (bundle, variant, quantity) in store_bundles::parts(tx, variants)? {
        parts.entry(bundle).or_default().push((variant, quantity));
    }
    Ok(parts)
}

/// Makes a variant of others, from now on; without parts it is a thing of its own again.
///
/// # Errors
/// `bundle_in_bundle`: a part may not be made of others itself.
pub fn set_parts(tx: &Tx, bundle: VariantId, parts: &[(VariantId, i64)]) -> Result<()> {
    let mut summed: BTreeMap<VariantId, i64> = BTreeMap::new();
    for &(variant, quantity) in parts {
        check_quantity(quantity)?;
        *summed.entry(variant).or_default() += quantity;
    }
    if summed.len() > PARTS_MAX {
        let detail = format!("A bundle has at most {PARTS_MAX} sorts of parts.");
        return Err(Error::bad_input("too_many_parts", detail));
    }
    let variants: Vec<VariantId> = summed.keys().copied().collect();
    let is_nested = summed.contains_key(&bundle)
        || !store_bundles::parts(tx, &variants)?.is_empty()
        || (!summed.is_empty() && store_bundles::is_part(tx, bundle)?);
    if is_nested {
        let detail = "A bundle is made of things, not of bundles.";
        return Err(Error::bad_input("bundle_in_bundle", detail));
    }
    store_bundles::set_parts(tx, bundle, &summed)
}
