//! How to connect a door, step by step: what to make at the provider's, what to copy from there, what to paste there. The
//! words are `desk-doors-guide-<provider>-<n>`.

use customers::channels::Channel;
use engage::connectors::{Provider, setup};
use maud::{Markup, html};

use crate::desk::ui::copyable;
use crate::desk::who::Desk;

/// How many steps there are, and in which one our addresses are pasted at the provider's.
fn steps(provider: Provider) -> (u8, Option<u8>) {
    match provider {
        Provider::Whatsapp | Provider::Messenger | Provider::Instagram => (5, Some(4)),
        Provider::Telegram => (4, None),
        Provider::Twilio | Provider::TwilioVoice => (4, Some(3)),
        Provider::Email | Provider::Smpp | Provider::Kannel | Provider::Asterisk => (3, None),
        Provider::Own => (2, None),
        Provider::Chat | Provider::Form | Provider::Store => (0, None),
    }
}

/// Open until the door is connected.
pub fn show(desk: &Desk, door: &Channel, provider: Provider, is_connected: bool) -> Markup {
    let (count, paste_at) = steps(provider);
    if count == 0 {
        return html! {};
    }
    // A server without a key connects no doors, and says so when somebody tries.
    let verify_token = setup::verify_token_of(&desk.app.engage, provider, door.id).ok().flatten();
    let hook = setup::hook_of(provider, door.id).map(|path| format!("{}{path}", desk.own_url()));
    let name = provider.as_str().replace('_', "-");
    html! {
        details.guide open[!is_connected] {
            summary { (desk.tr.t("desk-doors-guide")) }
            ol {
                @for step in 1..=count {
                    li {
                        p { (desk.tr.t(&format!("desk-doors-guide-{name}-{step}"))) }
                        @if paste_at == Some(step) {
                            @if let Some(hook) = &hook { (paste(desk, "desk-doors-hook", hook)) }
                            @if let Some(token) = &verify_token {
                                (paste(desk, "desk-doors-verify-token", token))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn paste(desk: &Desk, label: &str, text: &str) -> Markup {
    html! {
        div.key {
            h3 { (desk.tr.t(label)) }
            (copyable(desk, text))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::tz::TimeZone;
    use kit::i18n::{Catalogue, Lang, Tr};

    use super::*;
    use crate::desk::LOCALES;

    #[test]
    fn every_step_has_its_words() {
        let catalogue = Arc::new(Catalogue::new(&LOCALES));
        for provider in Provider::ALL {
            let (count, paste_at) = steps(*provider);
            assert!(paste_at.is_none_or(|step| step < count));
            for step in 1..=count {
                let name = provider.as_str().replace('_', "-");
                let key = format!("desk-doors-guide-{name}-{step}");
                for lang in Lang::ALL {
                    let tr = Tr::new(&catalogue, lang, TimeZone::UTC);
                    assert_ne!(tr.t(&key), key, "{lang:?}");
                }
            }
        }
    }
}
