//! What the desk asks for to connect a number.

use crate::connectors::setup::Field;

const PLAIN: &[&str] = &["no", "latin", "cyrillic"];

pub const SMPP: &[Field] = &[
    Field::text("host"),
    Field::number("port", "2775"),
    Field::text("system_id"),
    Field::secret("password"),
    Field::text("system_type").optional(),
    Field::text("from"),
    Field::choice("plain", PLAIN),
    Field::choice("default_alphabet", &["gsm7", "latin1"]),
    Field::choice("ids", &["same", "hex_then_decimal", "decimal_then_hex"]),
    Field::number("window", "10"),
    Field::number("per_second", "20"),
    Field::text("region").optional(),
];

pub const KANNEL: &[Field] = &[
    Field::text("url"),
    Field::text("username"),
    Field::secret("password"),
    Field::text("from"),
    Field::text("public_url"),
    Field::secret("hook_secret"),
    Field::choice("plain", PLAIN),
    Field::text("region").optional(),
];

pub const TWILIO: &[Field] = &[
    Field::text("account_sid"),
    Field::secret("auth_token"),
    Field::text("from").optional(),
    Field::text("messaging_service_sid").optional(),
    Field::text("public_url"),
    Field::choice("plain", PLAIN),
    Field::text("region").optional(),
];
