//! Whose prices are the customer's: a group for which price lists and promotions are made. The shop's servers say it, or
//! staff do here; what was said last holds.

use std::collections::BTreeSet;

use axum::extract::{Form, Path};
use commerce::carts::Scope;
use commerce::{prices, promotions};
use customers::accounts::{Permission, Permit, audit, may};
use customers::identities::{CustomerId, graph};
use customers::profiles;
use kit::{Error, Result, Time, Tx};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::json;

use super::page::part;
use super::{address, last_door, parse_id};
use crate::desk::reply::Go;
use crate::desk::ui::{Icon, Tone, button, form, select};
use crate::desk::who::Desk;

/// Of promotions that are not over, so many are asked for which groups they are.
const PROMOTIONS_MAX: usize = 500;

pub struct Group {
    /// The customer's.
    own: Option<String>,
    /// All that there are.
    all: BTreeSet<String>,
}

pub fn read(tx: &Tx, root: CustomerId, now: Time) -> Result<Group> {
    let own = profiles::standing(tx, &Scope::whole(root).leaves(tx)?)?.group;
    let of_lists = prices::store::lists(tx)?.into_iter().filter_map(|list| list.group);
    let promotions = promotions::store::current(tx, now, PROMOTIONS_MAX)?;
    let of_promotions = promotions.into_iter().flat_map(|one| one.rule.needs.groups);
    Ok(Group { all: of_lists.chain(of_promotions).chain(own.clone()).collect(), own })
}

/// Nothing, where the shop has no groups.
pub fn section(desk: &Desk, customer: CustomerId, group: &Group) -> Markup {
    if group.all.is_empty() {
        return html! {};
    }
    let tr = &desk.tr;
    let everybody = || tr.t("desk-prices-everybody");
    let own = group.own.clone().unwrap_or_default();
    let body = if desk.staff.can(Permission::SetPrices) {
        let none = (String::new(), everybody());
        let options: Vec<_> = std::iter::once(none)
            .chain(group.all.iter().map(|one| (one.clone(), one.clone())))
            .collect();
        form(
            desk,
            &format!("{}/group", address(customer)),
            html! {
                (select("group", &tr.t("desk-prices-group"), &options, &own, None))
                p.hint { (tr.t("desk-customers-group-hint")) }
                (button(Tone::Plain, Some(Icon::Check), &tr.t("desk-customers-group-do")))
            },
        )
    } else {
        html! { p { (group.own.clone().unwrap_or_else(everybody)) } }
    };
    part("group", &tr.t("desk-customers-group"), body)
}

#[derive(Deserialize)]
pub struct Chosen {
    group: String,
}

pub async fn set_group(
    desk: Desk,
    Path(id): Path<String>,
    Form(Chosen { group }): Form<Chosen>,
) -> Result<Go> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let (leaf, now) = (parse_id(&id)?, desk.now);
    let write = |tx: &Tx| {
        let root = graph::root(tx, leaf)?;
        let known = read(tx, root, now)?;
        if !group.is_empty() && !known.all.contains(&group) {
            let detail = format!("No price list and no promotion is for the group “{group}”.");
            return Err(Error::bad_input("unknown_group", detail));
        }
        if known.own.as_deref().unwrap_or_default() == group {
            return Ok(root);
        }
        let traits = json!({ "customerGroup": group });
        let door = last_door(tx, root)?;
        profiles::learn(tx, graph::anchor(tx, root)?, &door, &traits.to_string(), now)?;
        let detail = json!({ "group": group, "before": known.own });
        audit::record(tx, now, permit.actor(), "group_set", &root.to_string(), &detail)?;
        Ok(root)
    };
    let root = desk.app.ctx.db.write(write).await?;
    Ok(Go::to(&address(root)).saying("group-set"))
}
