//! The page around the pages that are none of the desk's: a help article, the demo's shop, a link to go on elsewhere.

use kit::i18n::Lang;
use maud::{DOCTYPE, Markup, html};

/// For pages whose style has dark colours, too.
pub fn any_scheme() -> Markup {
    html! { meta name="color-scheme" content="light dark"; }
}

/// `head` is what only this page has there.
pub fn document(lang: Lang, title: &str, head: Markup, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                // Else browsers ask for one that is not there.
                link rel="icon" href="data:,";
                (head)
            }
            body { (body) }
        }
    }
}
