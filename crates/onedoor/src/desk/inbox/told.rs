//! What the customer has told already, beside the conversation: nobody asks for it again. And in the thread, where they
//! had to say it twice.

use engage::conversations::{ConversationId, Message, MessageId};
use engage::facts::{Entity, Told};
use kit::i18n::Arg;
use maud::{Markup, html};

use super::address;
use super::page::Found;
use crate::desk::customers::{naming, timeline};
use crate::desk::ui::{Icon, Tone, badge, icon, icon_named, time};
use crate::desk::who::Desk;

/// Of what was told more than once, one line: the last time.
pub fn section(desk: &Desk, found: &Found) -> Markup {
    let told = newest_of_each(&found.thread.told);
    if told.is_empty() {
        return html! {};
    }
    html! {
        section.card.part.told {
            h2 { (desk.tr.t("desk-told")) }
            ul.rows { @for one in told { li { (line(desk, found, one)) } } }
        }
    }
}

/// They come newest first; of one thing the first is kept.
fn newest_of_each(told: &[Told]) -> Vec<&Told> {
    let mut kept: Vec<&Told> = Vec::new();
    for one in told {
        // A problem is told in other words each time: the last is enough.
        let is_known = kept.iter().any(|known| {
            known.entity == one.entity
                && (known.value == one.value || one.entity == Entity::Problem)
        });
        if !is_known {
            kept.push(one);
        }
    }
    kept.sort_by_key(|one| one.entity);
    kept
}

fn line(desk: &Desk, found: &Found, told: &Told) -> Markup {
    let tr = &desk.tr;
    html! {
        (icon(picture(told.entity)))
        div.grow {
            small.quiet { (tr.t(&format!("desk-told-{}", told.entity.as_str()))) }
            strong { (told.shown) }
            small {
                (naming::door(desk, &found.thread.doors, told.channel_id)) " "
                a href=(place(found.thread.conversation.id, told.message_id)) { (time(desk, told.at)) }
            }
        }
        button.icon-button type="button" data-copy=(told.shown) data-done=(tr.t("desk-copied")) {
            (icon_named(Icon::Copy, &tr.t("desk-copy")))
        }
    }
}

/// The conversation, opened where this was said.
pub fn place(conversation: ConversationId, message: MessageId) -> String {
    format!("{}?at={message}#{message}", address(conversation))
}

fn picture(entity: Entity) -> Icon {
    match entity {
        Entity::Order => Icon::Bag,
        Entity::Tracking => Icon::Qr,
        Entity::Email => Icon::Mail,
        Entity::Phone => Icon::Phone,
        Entity::Address => Icon::Store,
        Entity::Product => Icon::Tag,
        Entity::Problem => Icon::Warning,
    }
}

/// In the thread: what of this message had been told before. What a split has taken away stands no longer beside it.
pub fn again(desk: &Desk, found: &Found, message: &Message) -> Markup {
    let all = &found.thread.told;
    let of_this = all.iter().filter(|one| one.message_id == message.id);
    let repeated = of_this.filter_map(|one| {
        let of = one.again.as_ref()?.of;
        let before =
            all.iter().find(|before| before.message_id == of && before.entity == one.entity)?;
        Some((one, before))
    });
    html! {
        @for (one, before) in repeated {
            p.told-before {
                a href=(place(found.thread.conversation.id, before.message_id)) {
                    (badge(Tone::Warn, Some(Icon::Return), &words(desk, found, one, before)))
                }
            }
        }
    }
}

fn words(desk: &Desk, found: &Found, one: &Told, before: &Told) -> String {
    let door = found.thread.doors.get(&before.channel_id).map(|door| door.name.clone());
    let entity = desk.tr.t(&format!("desk-told-{}", one.entity.as_str()));
    let args = [
        ("what", Arg::Text(entity)),
        ("door", Arg::Text(door.unwrap_or_default())),
        ("time", Arg::Text(timeline::clock(desk, before.at))),
    ];
    desk.tr.with("desk-told-before", &args)
}
