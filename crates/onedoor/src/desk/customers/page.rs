//! One customer: who they are, the way they came, what they allow, why they are one.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::context::{about, timeline as events};
use customers::identities::{CustomerId, EdgeId, graph};
use kit::{Result, Time, Tx};
use maud::{Markup, html};

use super::filter::Filter;
use super::{
    address, consent, facts, group, head, known_by, naming, parse_id, points, privacy, timeline,
    why_one,
};
use crate::desk::cart::Panel;
use crate::desk::orders;
use crate::desk::reply::Go;
use crate::desk::ui::Nav;
use crate::desk::who::Desk;

/// One read transaction, so that the whole page is of one moment; never more than a page of the timeline.
pub async fn show_customer(desk: Desk, Path(id): Path<String>) -> Result<Response> {
    let permit: Permit<may::SeeCustomers> = desk.staff.permit()?;
    let leaf = parse_id(&id)?;
    let filter = Filter::of(&desk)?;
    let (ctx, asked, now) = (&desk.app.ctx, filter.asked(&desk), desk.now);
    let found = ctx
        .db
        .scan(|tx| {
            let root = graph::root(tx, leaf)?;
            if root != leaf {
                return Ok(Err(root));
            }
            let about = about::read(tx, ctx, &permit, root, now)?;
            let leaves = &about.customer.leaves;
            let page = events::page(tx, &ctx.recorder.log, leaves, &asked, timeline::PAGE_SIZE)?;
            let shopping = Shopping::read(tx, &desk.app.commerce, root, now)?;
            Ok(Ok((about, page, shopping)))
        })
        .await?;
    let (about, page, shopping) = match found {
        Ok(found) => found,
        // A leaf of somebody: their page has the root's address.
        Err(root) => {
            let query = desk.path.split_once('?').map(|(_, query)| format!("?{query}"));
            let target = format!("{}{}", address(root), query.unwrap_or_default());
            return Ok(Go::to(&target).into_response());
        }
    };
    let title = head::name(&desk, &about);
    let undone = desk.query("undone").and_then(|edge| edge.parse::<EdgeId>().ok());
    let body = html! {
        (why_one::just_undone(&desk, &about, undone))
        (head::section(&desk, &about))
        (jumps(&desk))
        div.customer-columns {
            (timeline::section(&desk, &about, &filter, &page))
            (beside(&desk, &about, &shopping))
        }
    };
    Ok(desk.page(Nav::Customers, &title, body).into_response())
}

/// Everything about a customer but the timeline.
pub async fn about(
    desk: &Desk,
    permit: &Permit<may::SeeCustomers>,
    root: CustomerId,
) -> Result<about::About> {
    let (ctx, now) = (&desk.app.ctx, desk.now);
    ctx.db.scan(|tx| about::read(tx, ctx, permit, root, now)).await
}

/// What somebody means to buy, has bought, and has earned with it.
struct Shopping {
    cart: Panel,
    orders: orders::Panel,
    points: points::Points,
    group: group::Group,
}

impl Shopping {
    fn read(tx: &Tx, shop: &commerce::Ctx, root: CustomerId, now: Time) -> Result<Shopping> {
        Ok(Shopping {
            cart: Panel::read(tx, shop, root, None)?,
            orders: orders::Panel::read(tx, root)?,
            points: points::read(tx, root, now)?,
            group: group::read(tx, root, now)?,
        })
    }
}

fn beside(desk: &Desk, about: &about::About, shopping: &Shopping) -> Markup {
    html! {
        aside.customer-side #about aria-label=(desk.tr.t("desk-customers-about")) {
            (shopping.cart.section(desk))
            (shopping.orders.section(desk, &address(about.customer.id)))
            (points::section(desk, about.customer.id, &shopping.points))
            (group::section(desk, about.customer.id, &shopping.group))
            (known_by::identities(desk, about))
            (known_by::claims(desk, about))
            (known_by::maybe_same(desk, about))
            (consent::section(desk, about))
            (facts::traits(desk, about))
            (facts::doors(desk, about))
            (facts::households(desk, about))
            (why_one::section(desk, about))
            (privacy::section(desk, about))
        }
    }
}

/// On a phone the page is one long column: the ways to its parts.
fn jumps(desk: &Desk) -> Markup {
    let parts = ["timeline", "identities", "consent", "traits", "merges"];
    html! {
        nav.jumps aria-label=(desk.tr.t("desk-customers-parts")) {
            @for part in parts {
                a href={ "#" (part) } { (desk.tr.t(&format!("desk-customers-{part}"))) }
            }
        }
    }
}

/// A part of the page beside the timeline.
pub fn part(id: &str, title: &str, body: Markup) -> Markup {
    html! {
        section.card.part id=(id) {
            h2 { (title) }
            (body)
        }
    }
}

/// “Web shop · 3 Nov 2026”
pub fn source(
    desk: &Desk,
    doors: &naming::Doors,
    channel: customers::channels::ChannelId,
    at: Time,
) -> Markup {
    html! {
        small.source {
            (naming::door(desk, doors, channel))
            time datetime=(at) title=(desk.tr.date_time(at)) { (desk.tr.date(at)) }
        }
    }
}
