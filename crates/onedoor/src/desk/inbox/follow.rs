//! What the composer needs so that its doors stay true while somebody writes (`web/desk/follow.js`): by which an answer goes
//! best now, when the next one shuts, and the sentence for whoever has already begun by another.

use engage::connectors::window::Window;
use engage::inbox::rules::Way;
use kit::Time;
use kit::i18n::Arg;
use maud::{Markup, html};

use super::page::Found;
use crate::desk::who::Desk;

/// When a door that is open now shuts by itself, in milliseconds from now.
pub fn next_end_ms(ways: &[Way], now: Time) -> Option<i64> {
    let ends = ways.iter().filter_map(|way| match way.window {
        Window::Open { until } | Window::Person { until } => Some(until.since(now)),
        Window::Always | Window::Shut { .. } => None,
    });
    ends.min().map(|left| left / kit::time::MICROS_PER_MS + 1)
}

/// Hidden until the script finds that whoever writes has begun by another door than the best one.
pub fn offer(desk: &Desk, found: &Found) -> Markup {
    let ways = &found.thread.ways;
    let Some(best) = ways.first() else { return html! {} };
    let door = found.thread.doors.get(&best.channel_id).map_or("", |door| door.name.as_str());
    let last = ways.iter().filter_map(|way| way.written_at).max();
    let is_theirs = best.written_at.is_some() && best.written_at == last;
    let words = if is_theirs { "desk-inbox-now-writes" } else { "desk-inbox-best-door" };
    let says = desk.tr.with(words, &[("door", Arg::Text(door.into()))]);
    html! {
        div.switch-door #composer-switch hidden data-shut-words=(desk.tr.t("desk-inbox-chosen-shut")) {
            span { span.shut-words {} " " span.says { (says) } }
            button.button.small.plain type="button" data-switch {
                (desk.tr.t("desk-inbox-switch"))
                kbd aria-hidden="true" { "Alt" } kbd aria-hidden="true" { "0" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use customers::channels::{ChannelId, ChannelKind};
    use kit::time::{minutes, seconds};

    use super::*;

    #[test]
    fn the_next_door_that_shuts_says_when() {
        let now = Time(1_795_262_400_000_000);
        let way = |window| Way {
            channel_id: ChannelId([1; 16]),
            kind: ChannelKind::Whatsapp,
            address: None,
            is_sure: true,
            written_at: None,
            window,
            stopped_at: None,
        };
        let open = |left| way(Window::Open { until: now.plus(left) });
        assert_eq!(
            next_end_ms(&[way(Window::Always), way(Window::Shut { last: None })], now),
            None
        );
        let ways = [open(minutes(5)), way(Window::Person { until: now.plus(seconds(3)) })];
        assert_eq!(next_end_ms(&ways, now), Some(3_001));
    }
}
