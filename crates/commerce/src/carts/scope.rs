//! How much of a customer's cart somebody sees and may change.

use customers::identities::{CustomerId, erasure, graph};
use kit::{Error, Result, Tx};

/// One customer's cart, or what one leaf has in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    pub leaf: CustomerId,
    /// All leaves of the customer: it is proven who it is. Else this leaf's part alone, as of a browser that has signed
    /// in by its own word: that made its device one with the account, but shows it nothing of the account's.
    pub is_whole: bool,
}

/// What somebody sees: their own, and perhaps a cart that was handed to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    pub own: Reach,
    pub handed: Option<Reach>,
}

impl Scope {
    /// Of whoever is proven to be the customer, and of staff.
    pub fn whole(leaf: CustomerId) -> Scope {
        Scope { own: Reach { leaf, is_whole: true }, handed: None }
    }

    /// Of a browser of which nothing is proven but that it is the same again.
    pub fn part(leaf: CustomerId) -> Scope {
        Scope { own: Reach { leaf, is_whole: false }, handed: None }
    }

    /// Holds the customers until the end of the transaction: nobody joins, splits or changes them meanwhile.
    pub fn hold(&self, tx: &Tx) -> Result<()> {
        let own = self.own.leaf;
        match self.handed {
            None => graph::lock(tx, [own]).map(drop)?,
            Some(handed) => graph::lock(tx, [own, handed.leaf]).map(drop)?,
        }
        if erasure::is_erased(tx, own)? {
            return Err(Error::not_found(format!("customer {own}")));
        }
        Ok(())
    }

    /// The leaves whose parts are seen, the own one first.
    pub fn leaves(&self, tx: &Tx) -> Result<Vec<CustomerId>> {
        let mut leaves = vec![self.own.leaf];
        for reach in std::iter::once(self.own).chain(self.handed) {
            let more = match reach.is_whole {
                true => graph::leaves(tx, reach.leaf)?,
                false => vec![reach.leaf],
            };
            leaves.extend(more.into_iter().filter(|leaf| *leaf != self.own.leaf));
        }
        leaves[1..].sort();
        leaves.dedup();
        Ok(leaves)
    }
}
