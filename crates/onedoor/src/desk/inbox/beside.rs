//! Beside the conversation: who it is, what is open, what they did last, and of which parts it is made.

use customers::accounts::Permission;
use engage::inbox::Thread;
use kit::text::clip;
use maud::{Markup, html};

use super::page::{Found, Person};
use super::{address, told};
use crate::desk::customers::{
    address as customer_address, facts, head, known_by, naming, timeline,
};
use crate::desk::ui::forms::token;
use crate::desk::ui::{Icon, Tone, confirmed_form, icon, link_button, time};
use crate::desk::who::Desk;

/// Of what was said in a part, enough to know it again.
const PREVIEW_CHARS_MAX: usize = 120;

pub fn section(desk: &Desk, found: &Found) -> Markup {
    html! {
        aside.customer-side #beside aria-label=(desk.tr.t("desk-customers-about")) {
            @if let Some(person) = &found.person { (who(desk, person)) }
            (told::section(desk, found))
            (parts(desk, found))
            (others(desk, &found.thread))
            @if let Some(person) = &found.person {
                (found.cart.section(desk))
                (found.orders.section(desk, &address(found.thread.conversation.id)))
                (known_by::identities(desk, &person.about))
                (known_by::claims(desk, &person.about))
                (last_seen(desk, person))
                (facts::traits(desk, &person.about))
            }
        }
    }
}

fn who(desk: &Desk, person: &Person) -> Markup {
    let about = &person.about;
    html! {
        section.card.part {
            h2 { (desk.tr.t("desk-inbox-who")) }
            div.person {
                (naming::portrait(about.traits.name().as_deref()))
                div {
                    strong { (head::name(desk, about)) }
                    div.marks { (head::flags(desk, &about.customer)) }
                }
            }
            (head::figures(desk, about))
            (head::open_matters(desk, about))
            (link_button(
                Tone::Plain,
                Some(Icon::User),
                &desk.tr.t("desk-inbox-to-customer"),
                &customer_address(about.customer.id),
            ))
        }
    }
}

fn last_seen(desk: &Desk, person: &Person) -> Markup {
    html! {
        section.card.part {
            h2 { (desk.tr.t("desk-inbox-last-seen")) }
            ol.timeline {
                (timeline::rows(desk, person.about.customer.id, &person.events.events, &person.about.doors))
            }
        }
    }
}

/// Of which parts it is made, where there are several; each can be taken out again.
fn parts(desk: &Desk, found: &Found) -> Markup {
    let thread = &found.thread;
    if thread.parts.len() < 2 {
        return html! {};
    }
    let tr = &desk.tr;
    let id = thread.conversation.id;
    html! {
        section.card.part {
            h2 { (tr.t("desk-inbox-parts")) }
            p.hint { (tr.t("desk-inbox-parts-why")) }
            ul.rows {
                @for part in thread.parts.iter().filter(|part| part.conversation.id != id) {
                    @let it = &part.conversation;
                    @let said = thread.messages.iter().rev().find(|one| one.conversation_id == it.id);
                    li {
                        div.grow {
                            (naming::door(desk, &thread.doors, it.last_channel_id))
                            @if let Some(said) = said { small { (clip(&said.body, PREVIEW_CHARS_MAX)) } }
                            small { (time(desk, it.opened_at)) }
                        }
                        @if desk.staff.can(Permission::Talk) {
                            (confirmed_form(
                                desk,
                                &format!("{}/parts/{}/removal", address(id), it.id),
                                &tr.t("desk-inbox-take-out-ask"),
                                Tone::Warn,
                                &tr.t("desk-inbox-take-out"),
                                html! {},
                            ))
                        }
                    }
                }
            }
        }
    }
}

/// The customer's other conversations that go on: perhaps they are about the same.
fn others(desk: &Desk, thread: &Thread) -> Markup {
    if thread.others.is_empty() {
        return html! {};
    }
    let tr = &desk.tr;
    html! {
        section.card.part {
            h2 { (tr.t("desk-inbox-others")) }
            ul.rows {
                @for other in &thread.others {
                    li {
                        div.grow {
                            a href=(address(other.id)) {
                                (other.subject.as_deref().unwrap_or(&other.last_text))
                            }
                            small {
                                (naming::door(desk, &thread.doors, other.last_channel_id)) " "
                                (time(desk, other.last_at))
                            }
                        }
                        @if desk.staff.can(Permission::Talk) {
                            form method="post" action={ (address(thread.conversation.id)) "/joins" } {
                                (token(desk))
                                input type="hidden" name="other" value=(other.id);
                                button.button.plain.small type="submit" {
                                    (icon(Icon::Link)) (tr.t("desk-inbox-join"))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
