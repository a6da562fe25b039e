//! Their customers become ours, by the rules for everybody: what a shop vouches for is proven, what was only typed is a claim.

use customers::identities::{Identity, Kind, normal};
use customers::profiles;
use customers::recording::{By, Happening, Learned};
use kit::{Result, Time, Tx};
use serde_json::json;

use super::super::store_records::{self as records, Kind as Recorded, Record};
use super::super::theirs::Person;
use super::super::{Link, rules};
use crate::Ctx;

/// Who somebody of theirs is.
pub struct Who {
    pub proven: Vec<Identity>,
    pub claimed: Vec<Identity>,
}

impl Who {
    pub fn by(&self) -> By<'_> {
        By::Somebody { account: None, device: None, proven: &self.proven, claimed: &self.claimed }
    }
}

/// Their account is proven, since they vouch for it, and so is an address that they have had confirmed. Who bought without
/// an account is who bought before with the same address there: as they see it, and joined to nobody else by it.
pub fn who(ctx: &Ctx, link: &Link, person: &Person) -> Result<Who> {
    let region = ctx.customers.defaults.region.as_deref();
    let identity = |kind: Kind, raw: &Option<String>| {
        let value = normal::normalise(&kind, raw.as_deref()?, region).ok()?.into_owned();
        Some(Identity::new(kind, value))
    };
    let (email, phone) =
        (identity(Kind::EMAIL, &person.email), identity(Kind::PHONE, &person.phone));
    let own = if person.id.is_empty() {
        let address = email.as_ref().or(phone.as_ref()).map(|one| one.value.as_str());
        let guest: Kind = format!("{}_guest", link.system.as_str()).parse()?;
        Identity::new(guest, format!("{}:{}", link.id(), address.unwrap_or("unnamed")))
    } else {
        let account: Kind = format!("{}_customer", link.system.as_str()).parse()?;
        Identity::new(account, format!("{}:{}", link.id(), person.id))
    };
    let (mut proven, mut claimed) = (vec![own], Vec::new());
    match email {
        Some(email) if person.is_email_proven => proven.push(email),
        Some(email) => claimed.push(email),
        None => {}
    }
    claimed.extend(phone);
    Ok(Who { proven, claimed })
}

/// A customer with an account there.
pub fn take(
    ctx: &Ctx,
    tx: &Tx,
    link: &Link,
    person: &Person,
    now: Time,
) -> Result<Option<Learned>> {
    let known = records::find::<[u8; 16]>(tx, link.id(), Recorded::Customer, &person.id)?;
    if !rules::is_news(known.as_ref().map(|known| known.version_at), person.at) {
        return Ok(None);
    }
    let who = who(ctx, link, person)?;
    let happening = Happening {
        name: "Signed Up",
        key: &format!("customer:{}", person.id),
        at: person.made_at.min(now),
        by: who.by(),
        properties: &json!({ "shop": link.system.name() }).to_string(),
    };
    let noted = ctx.customers.recorder.note(tx, &link.door(), &happening, now)?;
    let traits = json!({ "firstName": person.first_name, "lastName": person.last_name });
    profiles::learn(tx, noted.leaf, &link.door(), &traits.to_string(), person.at)?;
    let record = Record::new(noted.leaf.0, person.at);
    records::save(tx, link.id(), Recorded::Customer, &person.id, &record)?;
    Ok(Some(noted.learned))
}
