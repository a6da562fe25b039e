//! The talk goes on across the counter.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use customers::accounts::{Permit, may};
use customers::channels::Channel;
use engage::conversations::ConversationId;
use engage::counter::{self, Noted, Spoke};
use kit::Result;
use maud::{Markup, html};
use serde::Deserialize;

use super::person::{self, Person};
use super::scan::key_of;
use super::{customer_of, person_address, store_of};
use crate::desk::inbox;
use crate::desk::reply::Go;
use crate::desk::ui::forms::{Fault, token};
use crate::desk::ui::{Icon, icon};
use crate::desk::who::Desk;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Said {
    spoke: String,
    body: String,
    talk: String,
    key: String,
}

pub async fn create_message(
    desk: Desk,
    Path((door, id)): Path<(String, String)>,
    Form(said): Form<Said>,
) -> Result<Response> {
    let permit: Permit<may::Talk> = desk.staff.permit()?;
    let store = store_of(&desk, &door).await?;
    let customer = customer_of(&id)?;
    let noted = Noted {
        customer,
        conversation: said.talk.parse::<ConversationId>().ok(),
        spoke: said.spoke.parse().unwrap_or(Spoke::Customer),
        body: said.body.clone(),
        key: key_of(&said.key),
    };
    match counter::note(&desk.app.engage, &permit, &store, &noted).await {
        Ok(_) => {
            let person = person_address(store.id, customer);
            let go = match noted.conversation {
                Some(talk) => Go::to(&format!("{person}?talk={talk}")),
                None => Go::to(&person),
            };
            Ok(go.saying("store-noted").into_response())
        }
        Err(error) => {
            let fault = Fault::of(&desk, error, "body")?;
            let page = person::page(&desk, &store, customer, Some(&fault)).await?;
            Ok(page.with_status(StatusCode::BAD_REQUEST).into_response())
        }
    }
}

pub fn section(desk: &Desk, store: &Channel, person: &Person) -> Markup {
    let tr = &desk.tr;
    let key = kit::id::to_base32(kit::id::uuid_v7(desk.now));
    let action = format!("{}/messages", person_address(store.id, person.about.customer.id));
    html! {
        section.card.thread-card.store-talk {
            h2.store-title { (tr.t("desk-store-talk")) }
            @if let Some(found) = &person.talk { (inbox::transcript(desk, found)) }
            form.composer method="post" action=(action) {
                (token(desk))
                input type="hidden" name="key" value=(key);
                @if let Some(found) = &person.talk {
                    input type="hidden" name="talk" value=(found.thread.conversation.id);
                }
                fieldset.kinds {
                    legend.hidden { (tr.t("desk-store-who-spoke")) }
                    label {
                        input type="radio" name="spoke" value="customer" checked;
                        span { (tr.t("desk-store-customer-spoke")) }
                    }
                    @if person.talk.is_some() {
                        label {
                            input type="radio" name="spoke" value="shop";
                            span { (tr.t("desk-store-we-spoke")) }
                        }
                    }
                }
                label.hidden for="store-said" { (tr.t("desk-store-said")) }
                textarea #store-said name="body" rows="3" placeholder=(tr.t("desk-store-said")) {}
                div.composer-foot {
                    @if let Some(found) = &person.talk {
                        a.quiet href={ "/desk/inbox/" (found.thread.conversation.id) } { (tr.t("desk-store-to-inbox")) }
                    }
                    button.button.accent type="submit" { (icon(Icon::Check)) (tr.t("desk-store-keep")) }
                }
            }
        }
    }
}
