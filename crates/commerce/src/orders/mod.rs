//! What somebody bought.

kit::id_type!(OrderId, "ord");
