//! `onedoor channel`: the doors on the command line.

use clap::Subcommand;
use customers::Ctx;
use customers::accounts::Permit;
use customers::channels::{self, ChannelId, NewChannel, upkeep};
use engage::connectors::chat::{self, ChatSettings, Presence};
use kit::secrets::Secrets;
use kit::{Result, Tx};

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
    /// Let talk through a page's door; prints the secret that signs who is signed in there, and the snippet
    Chat {
        id: ChannelId,
        /// Say that somebody is there at any time, and not only while the desk is used
        #[arg(long)]
        always_online: bool,
    },
}

pub async fn run(ctx: &Ctx, secrets: &Secrets, command: Command) -> Result<()> {
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
        Command::Chat { id, always_online } => open_chat(ctx, secrets, id, always_online).await?,
    }
    Ok(())
}

async fn open_chat(ctx: &Ctx, keys: &Secrets, id: ChannelId, always_online: bool) -> Result<()> {
    let settings = always_online.then_some(ChatSettings { presence: Presence::Always });
    let now = ctx.clock.now();
    let open = |tx: &Tx| {
        let channel = channels::store::find(tx, id)?;
        let secret = chat::open(tx, keys, &channel, settings.clone(), now)?;
        Ok((channel, secret))
    };
    let (channel, secret) = ctx.db.write(open).await?;
    println!("chat_secret={secret}");
    let key = channel.write_key;
    println!(r#"<script type="module" src="https://…/widget.js" data-key="{key}"></script>"#);
    Ok(())
}
