//! What a person may ask of the shop: everything that is known of them, or that it be forgotten.

pub mod tombstones;
