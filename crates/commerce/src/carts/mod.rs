//! What somebody means to buy, at whatever door.

kit::id_type!(CartId, "crt");
kit::id_type!(ChangeId, "cch");
