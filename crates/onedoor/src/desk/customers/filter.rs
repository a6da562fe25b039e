//! Which part of a timeline is asked for: by door, by sort of event, by days. All of it stands in the address.

use customers::channels::ChannelId;
use customers::context::api::{cursor, parse_cursor};
use customers::context::timeline::{Asked, Place};
use customers::events::Event;
use customers::events::families::Family;
use jiff::civil::Date;
use kit::time::days;
use kit::{Error, Result, Time};
use maud::{Markup, html};

use super::address;
use super::naming::Doors;
use crate::desk::ui::{Icon, icon};
use crate::desk::who::Desk;
use customers::context::about::About;

/// The spans that are offered without typing a date, in days.
const SPANS: [i64; 4] = [1, 7, 30, 365];

#[derive(Clone, Debug, Default)]
pub struct Filter {
    channel: Option<ChannelId>,
    family: Option<Family>,
    /// The last so many days, today among them.
    span: Option<i64>,
    from: Option<Date>,
    to: Option<Date>,
    pub before: Option<Place>,
}

impl Filter {
    pub fn of(desk: &Desk) -> Result<Filter> {
        let value = |name: &str| desk.query(name).filter(|value| !value.is_empty());
        let span = value("days").and_then(|text| text.parse().ok());
        let date = |name: &str| value(name).map(|text| parse_date(&text)).transpose();
        Ok(Filter {
            channel: value("door").map(|text| text.parse()).transpose()?,
            family: value("sort").map(|text| Family::parse(&text)).transpose()?,
            span: span.filter(|days| SPANS.contains(days)),
            from: date("from")?,
            to: date("to")?,
            before: value("before").map(|text| parse_cursor(&text)).transpose()?,
        })
    }

    pub fn asked(&self, desk: &Desk) -> Asked {
        let start = |date: Date| start_of(desk, date);
        let spanned = self.span.map(|span| {
            let today = desk.now.timestamp().to_zoned(desk.tr.zone().clone()).date();
            start(today).minus(days(span - 1))
        });
        Asked {
            before: self.before,
            from: self.from.map(start).or(spanned),
            until: self.to.and_then(|to| to.tomorrow().ok()).map(start),
            channel: self.channel,
            family: self.family,
        }
    }

    pub fn is_empty(&self) -> bool {
        let days = self.span.is_none() && self.from.is_none() && self.to.is_none();
        self.channel.is_none() && self.family.is_none() && days
    }

    /// What stands behind the `?`, without the place. Ids, codes, numbers and dates need no escaping.
    pub fn query(&self) -> String {
        let pairs = [
            ("door", self.channel.map(|id| id.to_string())),
            ("sort", self.family.map(|family| family.code().to_owned())),
            ("days", self.span.map(|span| span.to_string())),
            ("from", self.from.map(|date| date.to_string())),
            ("to", self.to.map(|date| date.to_string())),
        ];
        let pairs =
            pairs.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?)));
        pairs.collect::<Vec<_>>().join("&")
    }

    /// The address of this filter, from a place on.
    pub fn address(&self, about: &About, last: Option<&str>) -> String {
        let before = last.map(|place| format!("before={place}"));
        let query = [Some(self.query()), before].into_iter().flatten();
        let query: Vec<String> = query.filter(|part| !part.is_empty()).collect();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{}#timeline", address(about.customer.id), query.join("&"))
    }

    pub fn form(&self, desk: &Desk, about: &About) -> Markup {
        let tr = &desk.tr;
        html! {
            form.filters method="get" action=(address(about.customer.id)) {
                label.hidden for="door" { (tr.t("desk-customers-door")) }
                select #door name="door" data-submit {
                    option value="" { (tr.t("desk-customers-every-door")) }
                    @for used in &about.doors_used {
                        (self.door_option(used.channel_id, &about.doors))
                    }
                }
                label.hidden for="sort" { (tr.t("desk-customers-sort")) }
                select #sort name="sort" data-submit {
                    option value="" { (tr.t("desk-customers-every-sort")) }
                    @for family in Family::ALL {
                        option value=(family.code()) selected[self.family == Some(family)] {
                            (tr.t(&format!("desk-customers-sort-{}", family.code())))
                        }
                    }
                }
                label.hidden for="days" { (tr.t("desk-customers-days")) }
                select #days name="days" data-submit {
                    option value="" { (tr.t("desk-customers-any-time")) }
                    @for span in SPANS {
                        option value=(span) selected[self.span == Some(span)] {
                            (tr.t(&format!("desk-customers-days-{span}")))
                        }
                    }
                }
                (self.dates(desk))
                noscript { button.button.small.plain type="submit" { (tr.t("desk-show")) } }
                @if !self.is_empty() {
                    a.button.small.plain href={ (address(about.customer.id)) "#timeline" } {
                        (icon(Icon::Close)) (tr.t("desk-customers-show-all"))
                    }
                }
            }
        }
    }

    fn door_option(&self, id: ChannelId, doors: &Doors) -> Markup {
        html! {
            @if let Some(door) = doors.get(&id) {
                option value=(id) selected[self.channel == Some(id)] { (door.name) }
            }
        }
    }

    fn dates(&self, desk: &Desk) -> Markup {
        let tr = &desk.tr;
        let fields = [("from", self.from), ("to", self.to)];
        let is_open = fields.iter().any(|(_, date)| date.is_some());
        html! {
            details.dates #dates open[is_open] {
                summary { (icon(Icon::Calendar)) (tr.t("desk-customers-dates")) }
                div {
                    @for (name, date) in fields {
                        label { span { (tr.t(&format!("desk-customers-{name}"))) }
                            input type="date" name=(name)
                                value=(date.map(|date| date.to_string()).unwrap_or_default());
                        }
                    }
                    button.button.small.plain type="submit" { (tr.t("desk-show")) }
                }
            }
        }
    }
}

/// Where a page begins that follows these events.
pub fn place_of(event: &Event) -> String {
    cursor(event)
}

pub fn place_text((at, id): Place) -> String {
    format!("{}.{id}", at.0)
}

fn parse_date(text: &str) -> Result<Date> {
    text.parse().map_err(|_| Error::bad_input("bad_date", format!("“{text}” is no date.")))
}

/// The first moment of a day where the reader is.
fn start_of(desk: &Desk, date: Date) -> Time {
    let start = date.to_zoned(desk.tr.zone().clone());
    // Beyond the calendar's years there is nothing to be found.
    start.map_or(Time::MAX, |start| Time(start.timestamp().as_microsecond()))
}
