//! What lies where, and what of it is promised to whom.

kit::id_type!(LocationId, "loc");
kit::id_type!(MovementId, "mov");
kit::id_type!(ReservationId, "rsv");
