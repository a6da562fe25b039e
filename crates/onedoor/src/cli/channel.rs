//! `onedoor channel`: the doors on the command line.

use clap::Subcommand;
use customers::Ctx;
use customers::channels::{self, ChannelId, NewChannel, store};
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
    let now = ctx.clock.now();
    match command {
        Command::Add { kind, name } => {
            let new = NewChannel { kind: kind.parse()?, name };
            let (channel, secret) = ctx.db.write(|tx| channels::create(tx, &new, now)).await?;
            println!("id={} write_key={} secret_key={}", channel.id, channel.write_key, secret.0);
        }
        Command::List => {
            for channel in ctx.db.read(store::list).await? {
                let state = if channel.disabled_at.is_some() { "shut" } else { "open" };
                println!(
                    "id={} kind={} state={state} write_key={} secret_key=(shown when made) name={}",
                    channel.id, channel.kind, channel.write_key, channel.name
                );
            }
        }
        Command::Rotate { id } => {
            let secret = ctx.db.write(|tx| channels::rotate_secret(tx, id)).await?;
            println!("secret_key={}", secret.0);
        }
        Command::Shut { id } => {
            ctx.db.write(|tx| store::set_disabled(tx, id, Some(now))).await?;
        }
        Command::Open { id } => ctx.db.write(|tx| store::set_disabled(tx, id, None)).await?,
    }
    Ok(())
}
