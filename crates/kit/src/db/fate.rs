//! What became of a closure that wrote, for memory that was changed along with it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// One closure's, told apart from every other's by [`Fate::is`].
#[derive(Clone, Debug, Default)]
pub struct Fate(Arc<AtomicBool>);

impl Fate {
    /// Its writes were undone, alone of its group: those before and behind it stand.
    pub fn is_undone(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    /// Is it the same closure's?
    pub fn is(&self, other: &Fate) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(super) fn undo(&self) {
        self.0.store(true, Ordering::Release);
    }
}
