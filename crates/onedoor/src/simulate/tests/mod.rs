//! The connectors against the simulators, over real HTTP, with the clock in the hand.

mod choices;
mod cutting;
mod media;
mod messenger;
mod play;
mod reach;
mod signals;
mod telegram;
mod tokens;
mod whatsapp;
