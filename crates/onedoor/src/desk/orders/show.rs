//! One order: what was bought for how much and why, where it goes, whose it is, what became of it, what can be done.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Path;
use commerce::orders::Payment::Awaited;
use commerce::orders::list::numbered;
use commerce::orders::{
    Agreed, Delivery, Line, Means, Order, Progress, State, Step, progress, store,
};
use commerce::payments::{self, Payment};
use commerce::returns::{self, Return};
use commerce::shipping::{self, Method};
use commerce::stock::{self, Holder, Location, LocationId, Reservation, reservations};
use commerce::tenders::{self, Tender};
use customers::accounts::{Permission, Permit, may};
use customers::context::store::doors;
use customers::identities::{CustomerId, graph};
use kit::i18n::Arg;
use kit::money::Money;
use kit::{Result, Tx};
use maud::{Markup, html};

use super::forms::{self, Typed};
use super::{PATH, history, list, money, papers, payment_badge, state_badge, tendered};
use crate::desk::customers::address as customer_address;
use crate::desk::customers::naming::{self, Doors};
use crate::desk::reply::Page;
use crate::desk::returns::beside;
use crate::desk::ui::{
    Cell, Fault, Icon, Nav, Tone, card, facts, link_button, table, time, title_row,
};
use crate::desk::who::Desk;

/// Everything that the page shows, of one moment.
pub struct Shown {
    pub order: Order,
    pub lines: Vec<Line>,
    progress: BTreeMap<i64, Progress>,
    pub steps: Vec<Step>,
    /// The customer to whom the leaf belongs now; none if they were erased.
    customer: Option<CustomerId>,
    agreed: Agreed,
    /// The ways that the shop has.
    pub methods: Vec<Method>,
    pub doors: Doors,
    pub places: BTreeMap<LocationId, Location>,
    promised: Vec<Reservation>,
    /// What a provider took and gave back.
    pub payments: Vec<Payment>,
    /// Gift cards and points, and what of them went back.
    pub tenders: Vec<Tender>,
    /// In money, still.
    pub to_pay: Money,
    returns: Vec<Return>,
}

impl Shown {
    fn read(tx: &Tx, number: &str) -> Result<Shown> {
        let order = numbered(tx, number)?;
        let steps = store::steps(tx, &order)?;
        let used: BTreeSet<_> =
            steps.iter().map(|step| step.channel_id).chain([order.channel_id]).collect();
        let places = stock::store::locations(tx)?.into_iter().map(|place| (place.id, place));
        let lines = store::lines(tx, &order)?;
        let returns = returns::store::of_orders(tx, &[&order])?;
        Ok(Shown {
            progress: progress(tx, &order, &lines, &steps)?,
            lines,
            customer: graph::root(tx, order.customer_id).ok(),
            agreed: Agreed::of(&order)?,
            methods: shipping::store::list(tx)?,
            doors: doors(tx, used)?,
            places: places.collect(),
            promised: reservations::of_holder(tx, &Holder::order(order.id))?,
            payments: payments::of_order(tx, &order)?,
            tenders: tenders::of_order(tx, &order)?,
            to_pay: tenders::to_pay(tx, &order)?,
            returns: returns.into_iter().map(|(back, _)| back).collect(),
            steps,
            order,
        })
    }

    pub fn place(&self, id: &str) -> String {
        let found = id.parse().ok().and_then(|id: LocationId| self.places.get(&id));
        found.map_or_else(|| id.to_string(), |place| place.name.clone())
    }

    /// Its money is still to come, by a provider.
    pub fn awaits_provider(&self) -> bool {
        let order = &self.order;
        order.means == Means::Provider
            && order.payment == Awaited
            && order.state != State::Cancelled
    }

    pub fn is_open(&self) -> bool {
        self.lines.iter().any(|line| line.open() > 0)
    }
}

pub async fn show_order(desk: Desk, Path(number): Path<String>) -> Result<Page> {
    page(&desk, &number, &Typed::default(), None).await
}

/// The page; with what was typed and what was wrong with it.
pub async fn page(desk: &Desk, number: &str, typed: &Typed, fault: Option<&Fault>) -> Result<Page> {
    let _: Permit<may::SeeOrders> = desk.staff.permit()?;
    let shown = desk.app.ctx.db.scan(|tx| Shown::read(tx, number)).await?;
    let tr = &desk.tr;
    let title = tr.with("desk-orders-order", &[("number", Arg::Text(shown.order.number.clone()))]);
    let all = link_button(Tone::Plain, Some(Icon::Left), &tr.t("desk-nav-orders"), PATH);
    let body = html! {
        (title_row(&title, "", all))
        p.order-marks {
            (state_badge(desk, shown.order.state)) " " (payment_badge(desk, shown.order.payment))
        }
        div.order-columns {
            div {
                (card(&tr.t("desk-orders-lines"), goods(desk, &shown)))
                (tendered::section(desk, &shown))
                (money::section(desk, &shown, typed, fault))
                (forms::section(desk, &shown, typed, fault))
                (card(&tr.t("desk-orders-history"), history::list(desk, &shown)))
            }
            aside {
                (card(&tr.t("desk-orders-about"), about(desk, &shown)))
                (card(&tr.t("desk-orders-delivery"), delivery(desk, &shown)))
                (beside::of_order(desk, &shown.order, &shown.lines, &shown.returns))
                (card(&tr.t("desk-orders-papers"), papers::choice(desk, &shown.order)))
                (forms::note(desk, &shown, fault))
            }
        }
    };
    Ok(desk.page(Nav::Orders, &title, body))
}

fn goods(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    let headings = ["goods", "quantity", "unit", "discount", "sum", "left"]
        .map(|key| tr.t(&format!("desk-orders-{key}")));
    let rows: Vec<Vec<Cell>> =
        shown.lines.iter().map(|line| row(desk, line, &shown.progress[&line.position])).collect();
    html! {
        (table(&tr.t("desk-orders-lines"), &headings, &rows, None))
        (totals(desk, shown))
    }
}

fn row(desk: &Desk, line: &Line, progress: &Progress) -> Vec<Cell> {
    let tr = &desk.tr;
    vec![
        html! { div { strong { (line.title) } small.block { (line.sku) } } },
        html! { (tr.number(line.quantity)) },
        html! { (tr.money(line.unit)) },
        html! { @if line.discount.minor != 0 { "−" (tr.money(line.discount)) } },
        html! { (tr.money(line.total)) },
        said(desk, progress),
    ]
}

/// “1 to go · 2 sent · 1 cancelled”
fn said(desk: &Desk, progress: &Progress) -> Markup {
    let say = |key: &str, count| desk.tr.with(key, &[("count", Arg::Int(count))]);
    let parts = [
        ("desk-orders-to-go", progress.open),
        ("desk-orders-sent", progress.sent),
        ("desk-orders-handed", progress.handed_over),
        ("desk-orders-dropped", progress.cancelled),
        ("desk-orders-came-back", progress.returned),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(_, n)| *n > 0).map(|(key, n)| say(key, *n)).collect();
    html! { (parts.join(" · ")) }
}

fn totals(desk: &Desk, shown: &Shown) -> Markup {
    let tr = &desk.tr;
    let currency = shown.order.total.currency;
    let mut rows: Vec<(String, Markup)> = Vec::new();
    for total in shown.agreed.shown() {
        let amount = tr.money(total.money(currency));
        let strong = total.kind == "total";
        rows.push((
            tr.t(&total.key()),
            html! { @if strong { strong { (amount) } } @else { (amount) } },
        ));
    }
    let given = shown.agreed.given();
    html! {
        div.order-totals { (facts(&rows)) }
        @if !given.is_empty() {
            h3 { (tr.t("desk-orders-why")) }
            ul.rows {
                @for (name, amount) in given {
                    li {
                        div.grow { strong { (name) } }
                        span { "−" (tr.money(Money::new(amount, currency))) }
                    }
                }
            }
        }
    }
}

fn about(desk: &Desk, shown: &Shown) -> Markup {
    let (tr, order) = (&desk.tr, &shown.order);
    let name = list::buyer(order);
    let name = if name.is_empty() { tr.t("desk-orders-somebody") } else { name };
    let may_see = desk.staff.can(Permission::SeeCustomers);
    let customer = match shown.customer.filter(|_| may_see) {
        Some(id) => html! { a href=(customer_address(id)) { (name) } },
        None => html! { (name) },
    };
    let means = match order.means {
        Means::OnDelivery => "desk-orders-means-on-delivery",
        Means::InStore => "desk-orders-means-in-store",
        Means::Transfer => "desk-orders-means-transfer",
        Means::Provider => "desk-orders-means-provider",
        Means::Tenders => "desk-orders-means-tenders",
    };
    let mut rows = vec![
        (tr.t("desk-orders-buyer"), customer),
        (tr.t("desk-orders-placed"), html! { (time(desk, order.placed_at)) }),
        (tr.t("desk-orders-sold-at"), naming::door(desk, &shown.doors, order.channel_id)),
        (tr.t("desk-orders-means"), html! { (tr.t(means)) }),
    ];
    if let Some(name) = &order.actor_name {
        rows.push((tr.t("desk-orders-served-by"), html! { (name) }));
    }
    if !order.coupons.is_empty() {
        rows.push((tr.t("desk-orders-coupons"), html! { (order.coupons.join(", ")) }));
    }
    facts(&rows)
}

fn delivery(desk: &Desk, shown: &Shown) -> Markup {
    let (tr, order) = (&desk.tr, &shown.order);
    let contact = &order.contact;
    let mut from: BTreeMap<LocationId, i64> = BTreeMap::new();
    for one in &shown.promised {
        *from.entry(one.location).or_default() += one.quantity;
    }
    let mut rows = vec![(tr.t("desk-orders-to"), to(desk, shown))];
    if let Some(way) = &shown.agreed.shipping {
        let title = way.title_in(tr.lang());
        rows.push((tr.t("desk-orders-method"), html! { (title) }));
    }
    for (key, value) in [("email", &contact.email), ("phone", &contact.phone)] {
        if let Some(value) = value {
            let scheme = if key == "email" { "mailto:" } else { "tel:" };
            let link = html! { a href={ (scheme) (value) } { (value) } };
            rows.push((tr.t(&format!("desk-orders-{key}")), link));
        }
    }
    if !from.is_empty() {
        let pieces = |(place, pieces): (&LocationId, &i64)| {
            format!("{} ({})", shown.place(&place.to_string()), tr.number(*pieces))
        };
        let from: Vec<String> = from.iter().map(pieces).collect();
        rows.push((tr.t("desk-orders-from"), html! { (from.join(", ")) }));
    }
    facts(&rows)
}

fn to(desk: &Desk, shown: &Shown) -> Markup {
    let at = |key: &str, location: &str| {
        let place = Arg::Text(shown.place(location));
        html! { (desk.tr.with(key, &[("place", place)])) }
    };
    match &shown.order.delivery {
        Delivery::Address { name, street, postcode, city, country } => html! {
            address { (name) br; (street) br; (postcode) " " (city) br; (country) }
        },
        Delivery::Collect { location } => at("desk-orders-collect", location),
        Delivery::Taken { location } if location.is_empty() => {
            html! { (desk.tr.t("desk-orders-erased")) }
        }
        Delivery::Taken { location } => at("desk-orders-taken", location),
    }
}
