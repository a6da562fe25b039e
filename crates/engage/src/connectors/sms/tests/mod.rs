//! Stories of SMS.
