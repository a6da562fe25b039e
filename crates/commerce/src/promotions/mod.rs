//! What is taken off a basket, and why.

kit::id_type!(PromotionId, "prm");
