//! Where customers reach a door: a link that opens it in the program they have for it, to be put on a page or printed.

use customers::channels::Channel;
use engage::handover::{Qr, ways};
use kit::Result;
use maud::{Markup, html};

use crate::desk::ui::{card, copyable};
use crate::desk::who::Desk;

pub async fn show(desk: &Desk, door: &Channel) -> Result<Markup> {
    let engage = &desk.app.engage;
    let Some(link) = desk.app.ctx.db.read(|tx| ways::plain(engage, tx, door)).await? else {
        return Ok(html! {});
    };
    let qr = Qr::of(&link)?;
    let view = format!("0 0 {0} {0}", qr.size);
    let tr = &desk.tr;
    Ok(card(
        &tr.t("desk-doors-reach"),
        html! {
            p.quiet { (tr.t("desk-doors-reach-text")) }
            (copyable(desk, &link))
            svg.go-on-qr viewBox=(view) role="img" aria-label=(tr.t("desk-doors-reach-qr")) shape-rendering="crispEdges" {
                path d=(qr.path);
            }
        },
    ))
}
