//! Where a door is reached, as its provider tells it: the number of a WhatsApp door, the name of a bot, a page, an account.
//! Links to the door are made of it, and nobody has to type it. It stands among the door's settings.

use std::time::Duration;

use kit::{Result, Tx};
use serde_json::json;

use super::{Link, Provider, link, messenger, telegram, whatsapp};
use crate::Ctx;

/// Whoever saves the form does not wait longer for a provider that is slow; the test of the door asks again.
const SOON: Duration = Duration::from_secs(5);

pub const NUMBER: &str = "number";
pub const USERNAME: &str = "username";
/// What says whose number or name it is: when it is another, nothing is known of it.
const WHOSE: [&str; 2] = ["phone_number_id", "account_id"];

pub type Learned = Vec<(&'static str, String)>;

pub async fn ask(link: &Link) -> Result<Learned> {
    match link.provider {
        Provider::Whatsapp => whatsapp::learn(link).await,
        Provider::Messenger | Provider::Instagram => messenger::learn(link).await,
        Provider::Telegram => telegram::learn(link).await,
        _ => Ok(Vec::new()),
    }
}

/// Right after somebody has connected the door. What goes wrong is told by the door's test, not here.
pub async fn soon(ctx: &Ctx, link: &Link) {
    let learning = async { keep(ctx, link, &ask(link).await?).await };
    match tokio::time::timeout(SOON, learning).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            tracing::info!(door = %link.channel_id, %error, "nothing was learned of the door yet");
        }
        Err(_) => tracing::info!(door = %link.channel_id, "the door's provider is slow"),
    }
}

/// Writes it down, unless the door was connected otherwise meanwhile.
pub async fn keep(ctx: &Ctx, link: &Link, learned: &Learned) -> Result<()> {
    if learned.iter().all(|(name, value)| link.settings[*name] == json!(value)) {
        return Ok(());
    }
    let write = |tx: &Tx| {
        let known = link::find_maybe(tx, &ctx.secrets, link.channel_id)?;
        let Some(known) = known.filter(|known| known.changed_at == link.changed_at) else {
            return Ok(());
        };
        let mut settings = known.settings;
        for (name, value) in learned {
            settings[*name] = json!(value);
        }
        link::set_settings(tx, link.channel_id, &settings)
    };
    ctx.customers.db.write(write).await
}

/// The same account was connected anew.
pub fn carry_over(before: &Link, new: &mut Link) {
    let is_same = WHOSE.iter().all(|name| before.settings[*name] == new.settings[*name])
        && before.secrets["token"] == new.secrets["token"];
    for name in [NUMBER, USERNAME] {
        if is_same && !before.settings[name].is_null() && new.settings[name].is_null() {
            new.settings[name] = before.settings[name].clone();
        }
    }
}
