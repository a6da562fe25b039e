//! `onedoor channel`: the doors on the command line.

use clap::Subcommand;
use customers::Ctx;
use customers::accounts::Permit;
use customers::channels::{ChannelId, NewChannel, upkeep};
use kit::Result;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a door; prints its keys (the secret key is shown this once)
    Add {
        /// web, app, email, sms, whatsapp, phone, chat, form, store, marketplace, print, …
        #[arg(long)]
        kind: String,
        /// What the shop calls it
        #[arg(long)]
        name: String,
    },
    /// List the doors
    List,
    /// Give a door a new secret key; the old one stops working
    Rotate { id: ChannelId },
    /// Shut a door: its keys stop working, its history stays
    Shut { id: ChannelId },
    /// Open a door that was shut
    Open { id: ChannelId },
}

pub async fn run(ctx: &Ctx, command: Command) -> Result<()> {
    let permit = Permit::console();
    match command {
        Command::Add { kind, name } => {
            let new = NewChannel { kind: kind.parse()?, name };
            let (channel, secret) = upkeep::open_new(ctx, &permit, &new, new.kind.into()).await?;
            println!("id={} write_key={} secret_key={}", channel.id, channel.write_key, secret.0);
        }
        Command::List => {
            for channel in upkeep::list(ctx, &Permit::console()).await? {
                let state = if channel.disabled_at.is_some() { "shut" } else { "open" };
                println!(
                    "id={} kind={} state={state} write_key={} secret_key=(shown when made) name={}",
                    channel.id, channel.kind, channel.write_key, channel.name
                );
            }
        }
        Command::Rotate { id } => {
            let secret = upkeep::replace_secret(ctx, &permit, id).await?;
            println!("secret_key={}", secret.0);
        }
        Command::Shut { id } => upkeep::shut(ctx, &permit, id).await?,
        Command::Open { id } => upkeep::reopen(ctx, &permit, id).await?,
    }
    Ok(())
}
