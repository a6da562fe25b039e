//! What the desk asks for to connect a mailbox.

use crate::connectors::setup::Field;

const TLS: &[&str] = &["tls", "starttls", "none"];

pub const FIELDS: &[Field] = &[
    Field::text("address"),
    Field::text("name").optional(),
    Field::text("imap_host"),
    Field::number("imap_port", "993"),
    Field::choice("imap_tls", TLS),
    Field::text("imap_user"),
    Field::secret("imap_password"),
    Field::text("smtp_host"),
    Field::number("smtp_port", "465"),
    Field::choice("smtp_tls", TLS),
    Field::text("smtp_user").optional(),
    Field::secret("smtp_password").optional(),
    Field::lines("authority").optional(),
    Field::choice("plus", &["yes", "no"]),
    Field::text("authserv_id").optional(),
];
