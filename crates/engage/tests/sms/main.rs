//! SMS by real centres: SMPP by the npm package `smpp`, and Debian's Kannel with its fake centre. `cargo x sms` runs it.

mod centre;
mod kannel;
mod smpp;
