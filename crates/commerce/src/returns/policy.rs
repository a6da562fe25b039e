//! What the shop promises to those who send something back: one policy for every door, by the country where the goods went.
//!
//! What nobody has written down is what the law says. A policy that gives less than the law is refused. Some goods do not
//! come back unless something is wrong with them ([`Exclusion`]): a product, or a whole category with all below it.

use customers::accounts::{Permit, audit, may};
use kit::{Error, Result, Time, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::law::{self, Law};
use super::store_policy as store;
use crate::Ctx;
use crate::catalogue::categories::Tree;
use crate::catalogue::{CategoryId, ProductId, Sellable};

kit::id_type!(ExclusionId, "rex");

const DAYS_MAX: i64 = 3_650;
const MONTHS_MAX: i64 = 360;
const EXCLUSIONS_MAX: usize = 1_000;

kit::words! {
    /// Who pays for the way back. Of a complaint it is always the shop.
    Payer:
    Customer "customer",
    Shop "shop",
}

kit::words! {
    /// Why goods do not come back (Directive 2011/83, art. 16).
    Why:
    /// Made for this customer.
    MadeToOrder "made_to_order",
    Perishable "perishable",
    /// Sealed for health or hygiene, and opened.
    Hygiene "hygiene",
    /// Sealed records and programs, opened.
    Unsealed "unsealed",
    /// Newspapers and magazines.
    Press "press",
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Policy {
    pub withdrawal_days: i64,
    /// The shop's own time, beyond the right of withdrawal; also for what was bought at a counter.
    pub return_days: i64,
    pub complaint_months: i64,
    pub answer_days: i64,
    pub refund_days: i64,
    /// Of a withdrawal and a return.
    pub way_back: Payer,
    /// A parcel is with the customer so many days after it left, at the latest: nobody tells the shop when it came.
    pub transit_days: i64,
}

impl Policy {
    pub fn of_law(law: &Law) -> Policy {
        Policy {
            withdrawal_days: law.withdrawal_days,
            return_days: law.withdrawal_days,
            complaint_months: law.complaint_months,
            answer_days: law.answer_days,
            refund_days: law.refund_days,
            way_back: Payer::Customer,
            transit_days: 5,
        }
    }

    /// # Errors
    /// `less_than_the_law`, `bad_policy`.
    pub fn check(&self, law: &Law) -> Result<()> {
        let enough = self.withdrawal_days >= law.withdrawal_days
            && self.return_days >= 0
            && self.complaint_months >= law.complaint_months
            && self.answer_days <= law.answer_days
            && self.refund_days <= law.refund_days;
        if !enough {
            let detail = format!(
                "The law gives at least {} days to withdraw and {} months to complain, an answer within {} days and the \
                 money within {}.",
                law.withdrawal_days, law.complaint_months, law.answer_days, law.refund_days
            );
            return Err(Error::bad_input("less_than_the_law", detail));
        }
        let days = [self.withdrawal_days, self.return_days, self.transit_days];
        let are_sane = days.iter().all(|days| (0..=DAYS_MAX).contains(days))
            && self.complaint_months <= MONTHS_MAX
            && self.answer_days >= 1
            && self.refund_days >= 1;
        if are_sane {
            return Ok(());
        }
        let detail = format!("Days are whole numbers up to {DAYS_MAX}, months up to {MONTHS_MAX}.");
        Err(Error::bad_input("bad_policy", detail))
    }
}

/// What holds for goods that went to a country.
pub fn of(tx: &Tx, country: &str) -> Result<(Law, Policy)> {
    let law = law::of(country);
    let own = store::find_maybe(tx, country)?;
    Ok((law, own.unwrap_or_else(|| Policy::of_law(&law))))
}

/// Promises it anew.
pub async fn set(
    ctx: &Ctx,
    permit: &Permit<may::SetReturnPolicy>,
    country: &str,
    policy: &Policy,
) -> Result<()> {
    if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return Err(Error::bad_input("bad_country", "A country is two letters of ISO 3166: PL."));
    }
    policy.check(&law::of(country))?;
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        store::save(tx, country, policy, now)?;
        let detail = json!({ "country": country, "policy": policy });
        audit::record(tx, now, permit.actor(), "return_policy_set", country, &detail)
    };
    ctx.customers.db.write(write).await
}

/// Goods that do not come back without a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exclusion {
    pub id: ExclusionId,
    pub of: Of,
    pub why: Why,
    pub made_at: Time,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    Product(ProductId),
    Category(CategoryId),
}

pub async fn exclude(
    ctx: &Ctx,
    permit: &Permit<may::SetReturnPolicy>,
    of: Of,
    why: Why,
) -> Result<ExclusionId> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        let all = store::exclusions(tx)?;
        if let Some(known) = all.iter().find(|one| one.of == of) {
            return Ok(known.id);
        }
        if all.len() >= EXCLUSIONS_MAX {
            let detail = format!("There are {EXCLUSIONS_MAX} exceptions already.");
            return Err(Error::conflict("too_many_exclusions", detail));
        }
        let new = Exclusion { id: ExclusionId::new(now), of, why, made_at: now };
        store::insert_exclusion(tx, &new)?;
        let detail = json!({ "why": why });
        audit::record(tx, now, permit.actor(), "return_excluded", &new.id.to_string(), &detail)?;
        Ok(new.id)
    };
    ctx.customers.db.write(write).await
}

pub async fn include(
    ctx: &Ctx,
    permit: &Permit<may::SetReturnPolicy>,
    id: ExclusionId,
) -> Result<()> {
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        if !store::delete_exclusion(tx, id)? {
            return Err(Error::not_found(format!("exception {id}")));
        }
        audit::record(tx, now, permit.actor(), "return_included", &id.to_string(), &json!({}))
    };
    ctx.customers.db.write(write).await
}

pub fn exclusions(tx: &Tx) -> Result<Vec<Exclusion>> {
    store::exclusions(tx)
}

/// The countries with a policy of their own.
pub fn countries(tx: &Tx) -> Result<Vec<String>> {
    store::countries(tx)
}

/// Why these goods do not come back, if they do not.
pub fn excluded(exclusions: &[Exclusion], tree: &Tree, goods: &Sellable) -> Option<Why> {
    let path = goods.category_id.map(|category| tree.path(category)).unwrap_or_default();
    let is_meant = |one: &&Exclusion| match one.of {
        Of::Product(product) => product == goods.product_id,
        Of::Category(category) => path.iter().any(|above| above.id == category),
    };
    exclusions.iter().find(is_meant).map(|one| one.why)
}
