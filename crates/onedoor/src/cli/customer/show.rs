//! A customer as text to read.

use std::fmt::Write as _;

use customers::Ctx;
use customers::channels::ChannelId;
use customers::context::{self, Context, Named};
use customers::events::sentences::sentence;
use customers::identities::{Edge, store as identities};
use kit::i18n::Tr;
use kit::{Result, Time};

pub async fn text(ctx: &Ctx, named: &Named, tr: &Tr) -> Result<String> {
    let context = context::of(ctx, named).await?;
    let leaves = &context.customer.leaves;
    let edges = ctx.db.read(|tx| identities::edges(tx, leaves)).await?;
    let mut text = String::new();
    // Writing to a String cannot fail.
    write_context(&mut text, &context, tr, ctx.clock.now()).ok();
    write_edges(&mut text, &edges, tr).ok();
    Ok(text)
}

fn write_context(text: &mut String, context: &Context, tr: &Tr, now: Time) -> std::fmt::Result {
    let customer = &context.customer;
    let door = |id: &ChannelId| {
        context.channels.get(id).map_or_else(|| id.to_string(), |door| door.name.clone())
    };
    let name = customer.name.as_deref().unwrap_or("(no name)");
    writeln!(text, "{name}  {}", customer.id)?;
    let known = if customer.known { "known" } else { "a visitor" };
    let seen = tr.ago(now, customer.last_seen_at);
    writeln!(text, "  {known}, last seen {seen} at {}", door(&customer.last_channel_id))?;
    for (what, at) in
        [("restricted", customer.restricted_at), ("objects to marketing", customer.objected_at)]
    {
        if let Some(at) = at {
            writeln!(text, "  {what} since {}", tr.date(at))?;
        }
    }
    writeln!(text, "\nKnown by")?;
    for held in &context.identities {
        let sure = match (held.shared_at, held.verified) {
            (Some(_), _) => "shared",
            (None, true) => "verified",
            (None, false) => "claimed",
        };
        writeln!(text, "  {}:{}  {sure}, {}", held.kind, held.value, door(&held.channel_id))?;
    }
    for claim in &context.claims {
        writeln!(text, "  {}:{}  said to be theirs, held by another", claim.kind, claim.value)?;
    }
    section(text, "Traits", &context.traits.0, |(name, said)| {
        format!("{name}: {}  {}", said.value, door(&said.channel_id))
    })?;
    section(text, "Consents", &context.consents, |standing| {
        let identity = standing.subject.identity.as_ref();
        let identity = identity.map_or_else(String::new, |identity| format!(" {identity}"));
        let (subject, since) = (&standing.subject, tr.date(standing.since));
        let state = standing.state.as_str();
        format!("{} by {}{identity}: {state} since {since}", subject.purpose, subject.channel)
    })?;
    section(text, "Groups", &context.groups, |group| {
        format!("{} {}", group.id, group.name.as_deref().unwrap_or_default())
    })?;
    let spent: Vec<String> = context.facts.spent.iter().map(|money| tr.money(*money)).collect();
    writeln!(text, "\nOrders: {}  {}", context.facts.orders, spent.join(", "))?;
    section(text, "Last events", &context.last_events, |event| {
        let said = sentence(event.kind, &event.name, event.properties.get(), None);
        let (when, where_) = (tr.date_time(event.occurred_at), door(&event.channel_id));
        format!("{when}  {where_}  {}", tr.sentence(&said))
    })
}

fn write_edges(text: &mut String, edges: &[Edge], tr: &Tr) -> std::fmt::Result {
    section(text, "Merges", edges, |edge| {
        let evidence = edge.evidence.as_ref().map(|identity| format!(" {identity}"));
        let undone = edge.undone.as_ref();
        let undone =
            undone.map(|undone| format!(", undone {} by {}", tr.date(undone.at), undone.by));
        format!(
            "{}  {}{} {} by {}{}",
            edge.id,
            edge.rule.as_str(),
            evidence.unwrap_or_default(),
            tr.date(edge.joined_at),
            edge.actor,
            undone.unwrap_or_default()
        )
    })
}

/// A title and its lines; nothing where there are none.
fn section<T>(
    text: &mut String,
    title: &str,
    items: impl IntoIterator<Item = T>,
    line: impl Fn(T) -> String,
) -> std::fmt::Result {
    let mut items = items.into_iter().peekable();
    if items.peek().is_some() {
        writeln!(text, "\n{title}")?;
    }
    items.try_for_each(|item| writeln!(text, "  {}", line(item)))
}
