//! The connectors against the simulators, over real HTTP, with the clock in the hand.

mod cutting;
mod messenger;
mod play;
mod telegram;
mod whatsapp;
