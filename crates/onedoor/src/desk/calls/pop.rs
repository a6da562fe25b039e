//! Who calls: a card on every page of the desk, gone when another answered or it is over.

use customers::accounts::{Permission, Permit, may};
use customers::context::about::{self, About};
use customers::context::timeline::{self, Asked};
use customers::events::families::Family;
use customers::events::{Event, sentences};
use engage::connectors::phone::pop::Shown;
use engage::connectors::phone::{CallState, Way};
use engage::conversations::{Conversation, store as conversations};
use kit::error::Kind;
use kit::i18n::Arg;
use kit::text::clip;
use kit::{Result, Tx};
use maud::{Markup, html};

use crate::desk::customers::{address as customer_address, head, naming};
use crate::desk::ui::{Icon, Tone, badge, icon, link_button, time};
use crate::desk::who::Desk;

/// Of what was said last, a glance.
const TEXT_CHARS_MAX: usize = 90;

/// The place for the cards; the script fills it. Only on the desks of those who see conversations.
pub fn place(desk: &Desk) -> Markup {
    if !desk.staff.can(Permission::SeeConversations) {
        return html! {};
    }
    html! {
        div.call-cards #calls role="region" aria-label=(desk.tr.t("desk-calls"))
            data-calls="/desk/calls/live" {}
    }
}

/// Everything that a card shows.
struct Card<'a> {
    call: &'a Shown,
    conversation: Conversation,
    /// Whoever has the number, else whoever called before from it.
    about: Option<About>,
    last_order: Option<Event>,
}

pub async fn cards(desk: &Desk, shown: &[Shown]) -> Result<Markup> {
    let (see_customers, ctx) = (desk.staff.permit()?, &desk.app.ctx);
    let look = |tx: &Tx| -> Result<Vec<Card>> {
        shown.iter().map(|call| find(tx, desk, &see_customers, call)).collect()
    };
    let cards = ctx.db.scan(look).await?;
    Ok(html! { @for card in &cards { (show(desk, card)) } })
}

fn find<'a>(
    tx: &Tx,
    desk: &Desk,
    permit: &Permit<may::SeeCustomers>,
    call: &'a Shown,
) -> Result<Card<'a>> {
    let ctx = &desk.app.ctx;
    let who = call.holder.unwrap_or(call.caller);
    let about = match about::read(tx, ctx, permit, who, desk.now) {
        Ok(about) => Some(about),
        Err(error) if error.kind == Kind::NotFound => None,
        Err(error) => return Err(error),
    };
    let orders = Asked { family: Some(Family::Shopping), ..Asked::default() };
    let last_order = match &about {
        Some(about) => {
            timeline::page(tx, &ctx.recorder.log, &about.customer.leaves, &orders, 1)?.events.pop()
        }
        None => None,
    };
    let conversation = conversations::find(tx, call.conversation_id)?;
    Ok(Card { call, conversation, about, last_order })
}

fn show(desk: &Desk, card: &Card) -> Markup {
    let tr = &desk.tr;
    let call = card.call;
    let number = call.address.as_deref().and_then(|address| address.split_once(':'));
    let number = number.map(|(_, number)| number).or(call.call.number());
    let name = card.about.as_ref().and_then(|about| about.traits.name());
    let known = card.about.as_ref().filter(|_| name.is_some() || call.holder.is_some());
    let who = match known {
        Some(about) => head::name(desk, about),
        None => call.call.name.clone().unwrap_or_else(|| tr.t("desk-calls-unknown")),
    };
    html! {
        section.call-card role="alert" data-key=(call.message_id) data-call=(call.state.as_str())
            data-who=(who) {
            p.call-state { (icon(Icon::Phone)) (state(desk, call)) }
            div.person {
                (naming::portrait(name.as_deref()))
                div {
                    strong { (who) }
                    small { (number.unwrap_or(&tr.t("desk-calls-withheld"))) }
                }
            }
            @if call.holder.is_some() {
                @let claimed = badge(Tone::Warn, Some(Icon::Claimed), &tr.t("desk-customers-not-proven"));
                (naming::explained(&claimed, &tr.t("desk-calls-not-proven-why")))
            }
            (what_is_known(desk, card))
            div.actions {
                @if let Some(about) = &card.about {
                    (link_button(
                        Tone::Accent,
                        Some(Icon::User),
                        &tr.t("desk-calls-open-customer"),
                        &customer_address(about.customer.id),
                    ))
                }
                a.button.plain href={ "/desk/inbox/" (card.conversation.id) } data-hotkey="p" {
                    (icon(Icon::Chat)) (tr.t("desk-calls-open-conversation"))
                }
            }
        }
    }
}

fn state(desk: &Desk, call: &Shown) -> String {
    let key = match (call.state, call.call.direction) {
        (CallState::Answered, _) => "desk-calls-talking",
        (_, Way::Outbound) => "desk-calls-calling",
        (_, Way::Inbound) => "desk-calls-incoming",
    };
    desk.tr.t(key)
}

/// When they were seen, what they bought, what is open: in a glance.
fn what_is_known(desk: &Desk, card: &Card) -> Markup {
    let tr = &desk.tr;
    let currency = Some(desk.app.ctx.defaults.currency);
    let said =
        Some(clip(&card.conversation.last_text, TEXT_CHARS_MAX)).filter(|text| !text.is_empty());
    let subject = card.conversation.subject.as_deref().map(Into::into).or(said);
    html! {
        dl.call-facts {
            @if let Some(about) = card.about.as_ref().filter(|_| card.call.holder.is_some()) {
                div {
                    dt { (tr.t("desk-customers-last-seen")) }
                    dd { (naming::door(desk, &about.doors, about.customer.last_channel_id)) " "
                        (time(desk, about.customer.last_seen_at)) }
                }
            }
            @if let Some(order) = &card.last_order {
                @let sentence = sentences::sentence(order.kind, &order.name, order.properties.get(), currency);
                div {
                    dt { (tr.t("desk-calls-last-order")) }
                    dd { (tr.sentence(&sentence)) " " small { (time(desk, order.occurred_at)) } }
                }
            }
            @if let Some(subject) = subject {
                div {
                    dt { (tr.t("desk-calls-conversation")) }
                    dd { (tr.with("desk-calls-quoted", &[("text", Arg::Text(subject.into_owned()))])) }
                }
            }
        }
    }
}
