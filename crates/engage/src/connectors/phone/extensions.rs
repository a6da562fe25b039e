//! Whose telephone an extension is: so that the right desk hears it ring, and names who answered.

use customers::accounts::{AccountId, Permit, may};
use customers::channels::ChannelId;
use kit::{Error, Result, Tx};

use super::store::{self, Extension};
use crate::Ctx;

const LENGTH_MAX: usize = 80;

pub fn list(tx: &Tx, _: &Permit<may::SeeConversations>) -> Result<Vec<Extension>> {
    store::extensions(tx)
}

/// Gives somebody a telephone at a door; an empty one takes it away. One telephone has one owner.
pub async fn set(
    ctx: &Ctx,
    _: &Permit<may::Talk>,
    channel: ChannelId,
    account: AccountId,
    extension: &str,
) -> Result<()> {
    let extension = extension.trim();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "+-_.@:/*#".contains(c);
    if extension.len() > LENGTH_MAX || !extension.chars().all(is_plain) {
        let detail = format!(
            "An extension is a number or a name of up to {LENGTH_MAX} letters, digits and + - _ . @ : / * #."
        );
        return Err(Error::bad_input("bad_extension", detail));
    }
    let write = |tx: &Tx| {
        if extension.is_empty() {
            return store::delete_extension(tx, channel, account);
        }
        let is_taken = |one: &Extension| {
            one.channel_id == channel && one.extension == extension && one.account_id != account
        };
        if store::extensions(tx)?.iter().any(is_taken) {
            let detail = format!("The extension {extension} is a colleague's already.");
            return Err(Error::conflict("extension_taken", detail));
        }
        let extension = extension.to_string();
        store::set_extension(tx, &Extension { channel_id: channel, account_id: account, extension })
    };
    ctx.customers.db.write(write).await
}

/// Somebody's telephone at a door.
pub fn of(tx: &Tx, channel: ChannelId, account: Option<AccountId>) -> Result<Option<String>> {
    let all = store::extensions(tx)?;
    let own = |one: &Extension| one.channel_id == channel && Some(one.account_id) == account;
    Ok(all.into_iter().find(own).map(|one| one.extension))
}
