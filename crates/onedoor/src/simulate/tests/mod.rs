//! The connectors against the simulators, over real HTTP, with the clock in the hand.

mod choices;
mod media;
mod cutting;
mod messenger;
mod play;
mod reach;
mod signals;
mod telegram;
mod tokens;
mod whatsapp;
