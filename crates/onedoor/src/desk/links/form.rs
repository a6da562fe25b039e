//! The form by which a link is connected, and connected anew.

use commerce::connectors::{Connecting, Keeper, Link, Settings, System};
use commerce::stock::{Location, QUANTITY_MAX};
use kit::{Error, Result};
use maud::{Markup, html};
use serde::Deserialize;

use crate::desk::ui::forms::check;
use crate::desk::ui::{Fault, Field, Icon, Tone, button, form, select};
use crate::desk::who::Desk;

/// As it was typed. A box that is not ticked is not sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub system: String,
    name: String,
    url: String,
    goods: String,
    location: String,
    tells_stock: String,
    aside: String,
    tells_parcels: String,
    their_location: String,
    currency: String,
    username: String,
    password: String,
    api_key: String,
    client_id: String,
    client_secret: String,
    access_token: String,
    consumer_key: String,
    consumer_secret: String,
    webhook_secret: String,
}

impl Typed {
    pub fn fresh(desk: &Desk, system: System) -> Typed {
        Typed {
            system: system.as_str().into(),
            name: system.name().into(),
            goods: Keeper::Theirs.as_str().into(),
            currency: desk.app.ctx.defaults.currency.code().into(),
            ..Typed::default()
        }
    }

    /// How a link is connected; its secrets are never shown.
    pub fn of(link: &Link) -> Typed {
        let settings = link.settings.clone();
        let ticked = |is_on: bool| if is_on { "on".to_string() } else { String::new() };
        Typed {
            system: link.system.as_str().into(),
            name: link.channel.name.clone(),
            url: link.url.clone(),
            goods: settings.goods.as_str().into(),
            location: settings.location.unwrap_or_default(),
            aside: Some(settings.aside).filter(|n| *n > 0).map_or(String::new(), |n| n.to_string()),
            tells_stock: ticked(settings.tells_stock),
            tells_parcels: ticked(settings.tells_parcels),
            their_location: settings.their_location,
            currency: settings.currency,
            ..Typed::default()
        }
    }

    pub fn asked(&self) -> Result<Connecting> {
        let system: System = self.system.parse()?;
        let secret = |name: &&str| ((*name).to_string(), self.secret(name).to_string());
        Ok(Connecting {
            system,
            name: self.name.clone(),
            url: self.url.clone(),
            settings: Settings {
                goods: self.goods.parse()?,
                location: Some(self.location.clone()).filter(|code| !code.is_empty()),
                tells_stock: self.tells_stock == "on",
                aside: self.aside()?,
                tells_parcels: self.tells_parcels == "on",
                their_location: self.their_location.trim().to_string(),
                currency: self.currency.trim().to_ascii_uppercase(),
            },
            secrets: system.secrets().iter().map(secret).collect(),
        })
    }

    fn aside(&self) -> Result<i64> {
        match self.aside.trim() {
            "" => Ok(0),
            text => text.parse().ok().filter(|n| (0..=QUANTITY_MAX).contains(n)).ok_or_else(|| {
                Error::bad_input("bad_aside", "Write how many pieces are kept aside, or nothing.")
            }),
        }
    }

    fn secret(&self, name: &str) -> &str {
        match name {
            "username" => &self.username,
            "password" => &self.password,
            "api_key" => &self.api_key,
            "client_id" => &self.client_id,
            "client_secret" => &self.client_secret,
            "access_token" => &self.access_token,
            "consumer_key" => &self.consumer_key,
            "consumer_secret" => &self.consumer_secret,
            _ => &self.webhook_secret,
        }
    }
}

/// Beside which field an error stands.
pub fn field_of(code: &str) -> &'static str {
    match code {
        "bad_channel_name" => "name",
        "no_such_location" => "location",
        "unknown_word" => "goods",
        "bad_aside" => "aside",
        _ => "url",
    }
}

pub fn show(
    desk: &Desk,
    action: &str,
    typed: &Typed,
    is_new: bool,
    places: &[Location],
    fault: Option<&Fault>,
) -> Markup {
    let tr = &desk.tr;
    let system: System = typed.system.parse().unwrap_or(System::Vendure);
    let text = |name, key: &str, value| Field::text(name, tr.t(key), value);
    let maybe = |name, key: &str, value| Field { is_required: false, ..text(name, key, value) };
    let mut codes = vec![(String::new(), tr.t("desk-links-no-place"))];
    codes.extend(
        places
            .iter()
            .filter(|one| one.is_open())
            .map(|one| (one.code.clone(), format!("{} ({})", one.name, one.code))),
    );
    let keepers: Vec<(String, String)> = Keeper::ALL
        .iter()
        .map(|one| (one.as_str().into(), tr.t(&format!("desk-links-goods-{}", one.as_str()))))
        .collect();
    form(
        desk,
        action,
        html! {
            input type="hidden" name="system" value=(typed.system);
            (text("name", "desk-links-name", &typed.name).show(fault))
            (Field { kind: "url", ..text("url", "desk-links-url", &typed.url) }
                .hint(tr.t(&format!("desk-links-url-{}", system.as_str()))).show(fault))
            @for name in system.secrets() { (secret(desk, system, name, is_new)) }
            (select("goods", &tr.t("desk-links-goods"), &keepers, &typed.goods, fault))
            (select("location", &tr.t("desk-links-place"), &codes, &typed.location, fault))
            p.hint { (tr.t("desk-links-place-hint")) }
            (check("tells_stock", &tr.t("desk-links-tells"), &tr.t("desk-links-tells-hint"),
                typed.tells_stock == "on"))
            (Field { kind: "number", ..maybe("aside", "desk-links-aside", &typed.aside) }
                .hint(tr.t("desk-links-aside-hint")).show(fault))
            @if system.hears_of_parcels() {
                (check("tells_parcels", &tr.t("desk-links-tells-parcels"),
                    &tr.t("desk-links-tells-parcels-hint"), typed.tells_parcels == "on"))
            }
            @if matches!(system, System::Medusa | System::Woocommerce) {
                (text("currency", "desk-links-currency", &typed.currency).show(fault))
            }
            @if system != System::Woocommerce {
                (maybe("their_location", "desk-links-their-place", &typed.their_location)
                    .hint(tr.t("desk-links-their-place-hint")).show(fault))
            }
            (button(Tone::Accent, Some(Icon::Check), &tr.t("desk-save")))
        },
    )
}

/// What is set already stays, where nothing is typed.
fn secret(desk: &Desk, system: System, name: &'static str, is_new: bool) -> Markup {
    let tr = &desk.tr;
    let key = format!("desk-links-secret-{}", name.replace('_', "-"));
    let is_required = is_new && !system.does_without(name);
    let field = Field { is_required, ..Field::password(name, tr.t(&key), "off") };
    let hint = match is_new {
        false => tr.t("desk-links-secret-stays"),
        true if is_required => String::new(),
        true => tr.t(&format!("{key}-hint")),
    };
    field.hint(hint).show(None)
}
