//! Click to call: rings the agent's telephone, and then the customer's as if the agent had dialled.

use std::time::Duration;

use kit::{Error, Result};

use super::Settings;
use super::ami::Ami;
use crate::connectors::Link;

/// How long the agent's telephone rings.
const RINGS_MAX: Duration = Duration::from_secs(30);

/// Asks Asterisk for a call; `id` is what its first channel is called. A connection of its own: whichever server process the
/// desk asks, it works.
pub async fn originate(link: &Link, id: &str, extension: &str, number: &str) -> Result<()> {
    let settings: Settings = link.settings()?;
    let mut ami = Ami::open(&settings, link.secret("password")?, "off").await?;
    let endpoint = settings.endpoint.replace("{extension}", extension);
    // As it is dialled on a telephone: many dial plans know no plus.
    let dialled = format!("{}{}", settings.prefix.trim(), number.replacen('+', "00", 1));
    // The agent's telephone shows whom it will call; what the customer sees is the dial plan's, as for any call of this extension.
    let shown = format!("\"{number}\" <{extension}>");
    let rings_ms = RINGS_MAX.as_millis().to_string();
    let fields = [
        ("Channel", endpoint.as_str()),
        ("Context", &settings.context),
        ("Exten", &dialled),
        ("Priority", "1"),
        ("CallerID", &shown),
        ("Timeout", &rings_ms),
        ("ChannelId", id),
        ("Async", "true"),
    ];
    let answer = ami.ask("Originate", &fields).await?;
    ami.send("Logoff", &[]).await?;
    if answer.is_success() {
        return Ok(());
    }
    let said = answer.get("Message").unwrap_or("no reason");
    let detail = format!(
        "Asterisk would not ring {endpoint} ({said}). Look at your extension under Settings, Telephone, and whether the \
         manager's account may originate (write = originate)."
    );
    Err(Error::conflict("asterisk_would_not_call", detail))
}
