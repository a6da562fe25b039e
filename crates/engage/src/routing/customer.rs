//! Which language a customer speaks, as far as anybody knows.

use customers::identities::{CustomerId, graph};
use customers::profiles;
use kit::i18n::Lang;
use kit::{Result, Tx};

use crate::language::language_of;

/// What they said of themselves, else what they write.
pub fn language(tx: &Tx, leaf: CustomerId, text: &str) -> Result<Option<Lang>> {
    let leaves = graph::leaves(tx, leaf)?;
    let profile = profiles::resolve(&profiles::store::docs(tx, &leaves)?);
    let said = ["language", "locale"].iter().find_map(|name| {
        let known = profile.0.get(*name)?;
        Lang::parse(known.value.as_str()?)
    });
    Ok(said.or_else(|| language_of(text)))
}
