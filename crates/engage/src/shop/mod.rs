//! What the shop says of itself, once, for everybody who answers in its name: when it is open, how things are taken back,
//! how its order numbers look.
//!
//! A text has a name and a language; what has no language (a pattern) has the empty one. Start reading at [`Name`].

mod store;
#[cfg(test)]
mod tests;

use customers::accounts::audit;
use customers::accounts::authority::{Permit, may};
use kit::i18n::Lang;
use kit::{Error, Result, Tx};
use serde_json::json;

use crate::Ctx;

kit::words! {
    Name:
    /// When the shop is open and when somebody answers.
    Hours "hours",
    /// How things are taken back.
    Returns "returns",
    /// How order numbers look, a pattern a line; see [`crate::facts::detect::Pattern`].
    OrderPatterns "order_patterns",
}

const TEXT_CHARS_MAX: usize = 4_000;
const PATTERNS_MAX: usize = 20;

/// What the shop says in a language, if it says it there.
pub fn text(tx: &Tx, name: Name, lang: Lang) -> Result<Option<String>> {
    store::find_maybe(tx, name, lang.code())
}

pub fn order_patterns(tx: &Tx) -> Result<Vec<String>> {
    let text = store::find_maybe(tx, Name::OrderPatterns, "")?.unwrap_or_default();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.take(PATTERNS_MAX).map(str::to_string).collect())
}

/// Says it anew; nothing takes it back.
pub async fn set(
    ctx: &Ctx,
    by: &Permit<may::ManageDoors>,
    name: Name,
    lang: Option<Lang>,
    text: &str,
) -> Result<()> {
    let text = text.trim().replace("\r\n", "\n");
    if text.chars().count() > TEXT_CHARS_MAX {
        let detail = format!("A text of the shop has at most {TEXT_CHARS_MAX} characters.");
        return Err(Error::too_large("text_too_long", detail));
    }
    let code = lang.map_or("", Lang::code);
    let now = ctx.customers.clock.now();
    let write = |tx: &Tx| {
        if store::find_maybe(tx, name, code)?.unwrap_or_default() == text {
            return Ok(());
        }
        store::save(tx, name, code, &text, now)?;
        let detail = json!({ "name": name.as_str(), "language": code });
        audit::record(tx, now, by.actor(), "shop_text_changed", name.as_str(), &detail)
    };
    ctx.customers.db.write(write).await
}
