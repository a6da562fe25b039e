//! `onedoor simulate …`: the other side of a door, to try it without a provider. Nothing here is part of the server.

mod phone;

use clap::Subcommand;
use kit::Result;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// A telephone in the browser: call the shop, be answered, hang up
    Phone(phone::Options),
}

pub async fn run(command: Command) -> Result<()> {
    match command {
        Command::Phone(options) => phone::run(options).await,
    }
}
