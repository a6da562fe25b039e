//! How to connect a door: its keys, and what to paste where.

use customers::channels::{Channel, ChannelKind, SecretKey};
use kit::i18n::Arg;
use maud::{Markup, html};

use super::snippets::{self, Sdk, Server};
use crate::desk::ui::{Icon, Tone, card, confirmed_form, copyable, icon, note};
use crate::desk::who::Desk;

/// The write key; and the secret key, on the one page that shows it.
pub fn keys(desk: &Desk, door: &Channel, secret: Option<&SecretKey>) -> Markup {
    let tr = &desk.tr;
    let replace = format!("/desk/doors/{}/secret", door.id);
    let question = tr.with("desk-doors-replace-ask", &[("name", Arg::Text(door.name.clone()))]);
    let title = tr.t("desk-doors-keys");
    card(
        &title,
        html! {
            div.key {
                h3 { (icon(Icon::Key)) (tr.t("desk-doors-secret-key")) }
                @if let Some(secret) = secret {
                    (note(Tone::Warn, html! { (tr.t("desk-doors-secret-once")) }))
                    (copyable(desk, &secret.0))
                }
                p.hint { (tr.t("desk-doors-secret-hint")) }
                @if secret.is_none() {
                    (confirmed_form(
                        desk,
                        &replace,
                        &question,
                        Tone::Bad,
                        &tr.t("desk-doors-replace"),
                        html! {},
                    ))
                }
            }
            div.key {
                h3 { (icon(Icon::Web)) (tr.t("desk-doors-write-key")) }
                (copyable(desk, &door.write_key))
                p.hint { (tr.t("desk-doors-write-hint")) }
            }
        },
    )
}

/// A row of tabs, one for each way to connect. Radio buttons and style only: it works without script, by
/// keyboard too, and changing the tab does not load the page, on which the secret key stands once.
pub fn snippets(desk: &Desk, door: &Channel) -> Markup {
    let tr = &desk.tr;
    let server = Server::at(&desk.own_url());
    let first = first_choice(door.kind);
    card(
        &tr.t("desk-doors-connect"),
        html! {
            p.quiet { (tr.t("desk-doors-connect-text")) }
            div.tabbed role="group" aria-label=(tr.t("desk-doors-connect")) {
                @for sdk in Sdk::ALL {
                    @let id = format!("sdk-{}", sdk.code());
                    input.hidden type="radio" name="sdk" id=(id) checked[sdk == first];
                    label for=(id) { (tr.t(&format!("desk-doors-sdk-{}", sdk.code()))) }
                    div.tab-panel { (panel(desk, sdk, &server, &door.write_key)) }
                }
            }
        },
    )
}

fn panel(desk: &Desk, sdk: Sdk, server: &Server, write_key: &str) -> Markup {
    html! {
        @for (caption, code) in snippets::of(sdk, server, write_key) {
            div.snippet {
                p { (desk.tr.t(caption)) }
                pre.code tabindex="0" { (code) }
                button.button.plain.small type="button" data-copy=(code)
                    data-done=(desk.tr.t("desk-copied")) {
                    (icon(Icon::Copy)) span { (desk.tr.t("desk-copy")) }
                }
            }
        }
    }
}

/// What whoever connects this kind of door most probably has in front of them.
fn first_choice(kind: ChannelKind) -> Sdk {
    match kind {
        ChannelKind::Web | ChannelKind::Form | ChannelKind::Chat => Sdk::Browser,
        ChannelKind::Store => Sdk::Till,
        ChannelKind::Import | ChannelKind::Api | ChannelKind::App => Sdk::Curl,
        _ => Sdk::Node,
    }
}
