//! The papers of an order, to be printed: in the language of whoever gets them.

use axum::extract::Path;
use axum::response::Response;
use commerce::orders::Order;
use commerce::orders::api::paper_answer;
use commerce::orders::documents::{Kind, Papers};
use commerce::orders::list::numbered;
use customers::accounts::{Permit, may};
use kit::i18n::{Lang, Tr};
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::address;
use crate::desk::ui::{Icon, Tone, button, select};
use crate::desk::who::Desk;

pub async fn show_paper(desk: Desk, Path(number): Path<String>) -> Result<Response> {
    let _: Permit<may::SeeOrders> = desk.staff.permit()?;
    let kind = desk.query("kind").and_then(|kind| kind.parse::<Kind>().ok());
    let kind = kind.ok_or_else(|| Error::not_found("document of this kind"))?;
    let lang = desk.query("lang").and_then(|lang| Lang::parse(&lang));
    let lang = lang.unwrap_or_else(|| desk.tr.lang());
    let read = |tx: &Tx| Papers::read(tx, numbered(tx, &number)?);
    let papers = desk.app.ctx.db.scan(read).await?;
    paper_answer(&papers, kind, &Tr::new(&desk.app.catalogue, lang, desk.app.zone.clone()))
}

/// Which paper, in which language.
pub fn choice(desk: &Desk, order: &Order) -> Markup {
    let tr = &desk.tr;
    let words = |kind: &Kind| tr.t(&format!("paper-{}", kind.as_str().replace('_', "-")));
    let kinds: Vec<_> = Kind::ALL.iter().map(|kind| (kind.as_str().into(), words(kind))).collect();
    let langs: Vec<_> =
        Lang::ALL.iter().map(|lang| (lang.code().into(), lang.own_name().into())).collect();
    html! {
        form.form method="get" action={ (address(&order.number)) "/papers" } target="_blank" {
            (select("kind", &tr.t("desk-orders-paper-kind"), &kinds, "", None))
            (select("lang", &tr.t("desk-orders-paper-lang"), &langs, tr.lang().code(), None))
            (button(Tone::Plain, Some(Icon::Log), &tr.t("desk-orders-paper-open")))
        }
    }
}
