//! How a link is kept: its address and settings, and its secrets, which lie sealed.

use std::sync::Arc;

use customers::channels::{Channel, ChannelId, Door};
use kit::{Error, Result, Time};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{State, System};

kit::words! {
    /// Whose word on goods and their prices holds.
    Keeper:
    /// They keep the goods: what they change is changed here.
    Theirs "theirs",
    /// We keep the goods: theirs are found by their SKU, and are told our prices.
    Ours "ours",
}

/// What staff set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub goods: Keeper,
    /// The code of the place where their pieces lie; none: how many they have is not counted in.
    pub location: Option<String>,
    /// They are told how many there are.
    pub tells_stock: bool,
    /// So many of each are kept aside for them, and they are told of these alone; 0: they are told of all there are.
    pub aside: i64,
    /// They are told what of their orders was sent from here.
    pub tells_parcels: bool,
    /// Their own id of the place whose stock we set.
    pub their_location: String,
    /// Of their prices, where they do not say it.
    pub currency: String,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            goods: Keeper::Theirs,
            location: None,
            tells_stock: false,
            aside: 0,
            tells_parcels: false,
            their_location: String::new(),
            currency: String::new(),
        }
    }
}

impl Settings {
    /// Of each variant; nothing, where they are told nothing.
    pub fn aside_max(&self) -> i64 {
        if self.tells_stock { self.aside } else { 0 }
    }
}

#[derive(Clone, Debug)]
pub struct Link {
    pub channel: Arc<Channel>,
    pub system: System,
    pub url: String,
    pub settings: Settings,
    /// Texts by their names, opened.
    pub secrets: Map<String, Value>,
    pub state: State,
    pub synced_at: Option<Time>,
    pub error: Option<String>,
    pub failed_at: Option<Time>,
    pub changed_at: Time,
}

impl Link {
    pub fn id(&self) -> ChannelId {
        self.channel.id
    }

    /// It is believed as a server of the merchant's is: it vouches for its accounts.
    pub fn door(&self) -> Door {
        Door { channel: self.channel.clone(), trusted: true }
    }

    pub fn secret(&self, name: &str) -> Result<&str> {
        let secret = self.secrets.get(name).and_then(Value::as_str);
        secret.filter(|secret| !secret.is_empty()).ok_or_else(|| {
            let detail = format!("The link has no “{name}”. Set it on its page.");
            Error::bad_input("no_secret", detail)
        })
    }

    /// Their address, without a slash at its end.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }
}

/// An address as it is stored; a shop of one's own machine may have plain http.
pub fn checked_url(text: &str) -> Result<String> {
    let url = text.trim().trim_end_matches('/');
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    let is_sound = url.parse::<hyper::Uri>().is_ok_and(|uri| uri.host().is_some());
    if is_web && is_sound && url.len() <= 500 && !url.contains(['?', '#', '@']) {
        return Ok(url.to_string());
    }
    let detail = "Write the address of the shop's server, like https://shop.example.";
    Err(Error::bad_input("bad_shop_url", detail))
}
