//! The head of every paper: who sells, what it is, for whom, and the number for people and for scanners.

use kit::Result;
use kit::i18n::Tr;

use super::Papers;
use super::paper::{LEFT, Paper, RIGHT, Weight};
use crate::orders::Delivery;

const QR_SIDE: f32 = 74.0;
const BARS_HEIGHT: f32 = 34.0;

pub fn draw(paper: &mut Paper, papers: &Papers, title: &str, tr: &Tr) -> Result<()> {
    let order = &papers.order;
    let top = paper.y;
    paper.put((LEFT, top), 10.0, Weight::Soft, &papers.seller);
    paper.put((LEFT, top - 20.0), 20.0, Weight::Strong, title);
    let number = format!("{} {}", tr.t("paper-order"), order.number);
    paper.put((LEFT, top - 48.0), 12.0, Weight::Plain, &number);
    paper.put((LEFT, top - 66.0), 9.0, Weight::Soft, &tr.date(order.placed_at));
    paper.qr_code((RIGHT, top + 6.0), QR_SIDE, &order.number)?;
    let bars = RIGHT - QR_SIDE - 8.0;
    paper.bar_code((bars, top), BARS_HEIGHT, &order.number)?;
    paper.put_right((bars - 30.0, top - BARS_HEIGHT - 4.0), 9.0, Weight::Plain, &order.number);
    paper.y = top - 96.0;
    paper.put((LEFT, paper.y), 8.0, Weight::Soft, &tr.t("paper-to"));
    let contact = [&order.contact.email, &order.contact.phone];
    let whom: Vec<String> =
        to(papers, tr).into_iter().chain(contact.into_iter().flatten().cloned()).collect();
    paper.gap(13.0);
    for line in whom {
        let at = (LEFT, paper.y);
        paper.put(at, 10.0, Weight::Plain, &line);
        paper.gap(13.5);
    }
    paper.gap(16.0);
    Ok(())
}

fn to(papers: &Papers, tr: &Tr) -> Vec<String> {
    let order = &papers.order;
    let place = |key: &str, location: &str| {
        let place = location.parse().ok().and_then(|id| papers.places.get(&id));
        let name = order.contact.name.clone();
        let there = place.map(|place| format!("{} {}", tr.t(key), place.name));
        let street = place.map(|place| format!("{} {}", place.street, place.city));
        let all = [name, there, street].into_iter().flatten();
        all.map(|line| line.trim().to_string()).filter(|line| !line.is_empty()).collect()
    };
    match &order.delivery {
        Delivery::Address { name, street, postcode, city, country } => {
            vec![name.clone(), street.clone(), format!("{postcode} {city}"), country.clone()]
        }
        Delivery::Collect { location } => place("paper-collect", location),
        Delivery::Taken { location } => place("paper-taken", location),
    }
}
