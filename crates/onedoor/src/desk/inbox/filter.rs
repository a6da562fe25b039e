//! Which conversations the list shows. All of it stands in the address.

use customers::channels::{Channel, ChannelId};
use engage::inbox::{Asked, Order, Place, View};
use engage::teams::{Team, TeamId};
use kit::{Error, Result, Time};
use maud::{Markup, html};

use super::LIST;
use crate::desk::who::Desk;

#[derive(Clone, Debug)]
pub struct Filter {
    pub view: View,
    pub order: Order,
    pub door: Option<ChannelId>,
    pub team: Option<TeamId>,
    pub after: Option<Place>,
}

impl Filter {
    pub fn of(desk: &Desk) -> Result<Filter> {
        Filter::from(|name| desk.query(name))
    }

    /// As a view that was kept has it.
    pub fn of_query(query: &str) -> Result<Filter> {
        let pairs: Vec<(String, String)> =
            fields_of(query).ok_or_else(|| Error::bad_input("bad_view", "This is no view."))?;
        Filter::from(|name| {
            pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
        })
    }

    fn from(value: impl Fn(&str) -> Option<String>) -> Result<Filter> {
        let value = |name: &str| value(name).filter(|value| !value.is_empty());
        Ok(Filter {
            view: value("view").map(|text| text.parse()).transpose()?.unwrap_or(View::Open),
            order: value("order").map(|text| text.parse()).transpose()?.unwrap_or(Order::Newest),
            door: value("door").map(|text| text.parse()).transpose()?,
            team: value("team").map(|text| text.parse()).transpose()?,
            after: value("after").map(|text| parse_place(&text)).transpose()?,
        })
    }

    pub fn asked(&self, desk: &Desk) -> Asked {
        Asked {
            view: self.view,
            me: desk.staff.actor().account_id,
            channel: self.door,
            team: self.team,
            order: self.order,
            after: self.after,
        }
    }

    /// The address of the list with this filter, from a place on.
    pub fn address(&self, after: Option<Place>) -> String {
        format!("{LIST}?{}", self.query(after))
    }

    pub fn query(&self, after: Option<Place>) -> String {
        let mut query = format!("view={}", self.view.as_str());
        if self.order != Order::Newest {
            query.push_str(&format!("&order={}", self.order.as_str()));
        }
        if let Some(door) = self.door {
            query.push_str(&format!("&door={door}"));
        }
        if let Some(team) = self.team {
            query.push_str(&format!("&team={team}"));
        }
        if let Some((at, id)) = after {
            query.push_str(&format!("&after={}.{id}", at.0));
        }
        query
    }

    /// The team, the door and the order, to choose from.
    pub fn form(&self, desk: &Desk, doors: &[Channel], teams: &[Team]) -> Markup {
        let tr = &desk.tr;
        html! {
            form.filters method="get" action=(LIST) {
                input type="hidden" name="view" value=(self.view.as_str());
                @let teams: Vec<&Team> = teams.iter().filter(|team| team.removed_at.is_none()).collect();
                @if !teams.is_empty() {
                    label.hidden for="inbox-team" { (tr.t("desk-inbox-team")) }
                    select #inbox-team name="team" data-submit {
                        option value="" { (tr.t("desk-inbox-all-teams")) }
                        @for team in teams {
                            option value=(team.id) selected[self.team == Some(team.id)] { (team.name) }
                        }
                    }
                }
                label.hidden for="inbox-door" { (tr.t("desk-inbox-door")) }
                select #inbox-door name="door" data-submit {
                    option value="" { (tr.t("desk-inbox-all-doors")) }
                    @for door in doors.iter().filter(|door| door.talk) {
                        option value=(door.id) selected[self.door == Some(door.id)] { (door.name) }
                    }
                }
                label.hidden for="inbox-order" { (tr.t("desk-inbox-order")) }
                select #inbox-order name="order" data-submit {
                    @for order in Order::ALL {
                        option value=(order.as_str()) selected[self.order == *order] {
                            (tr.t(&format!("desk-inbox-order-{}", order.as_str())))
                        }
                    }
                }
                noscript { button.button.small.plain type="submit" { (tr.t("desk-show")) } }
            }
        }
    }
}

fn parse_place(text: &str) -> Result<Place> {
    let parsed =
        text.split_once('.').and_then(|(at, id)| Some((Time(at.parse().ok()?), id.parse().ok()?)));
    parsed.ok_or_else(|| Error::bad_input("bad_cursor", "This is not a place in the list."))
}

/// The fields of an address. Ids and words stand in it as they are.
fn fields_of(query: &str) -> Option<Vec<(String, String)>> {
    let uri = format!("/?{query}").parse().ok()?;
    let pairs: axum::extract::Query<Vec<(String, String)>> =
        axum::extract::Query::try_from_uri(&uri).ok()?;
    Some(pairs.0)
}
