//! Tables that become cards on a phone, pages of them, and rows that come by themselves.

use maud::{Markup, html};

use super::{Icon, icon};
use crate::desk::who::Guest;

/// A cell and the heading that stands beside it when the table is a column of cards.
pub type Cell = Markup;

/// `rows` have as many cells as there are `headings`. `name` says aloud what the table holds. With
/// `live_url`, new rows come from there by server-sent events (see [`live_rows`]).
pub fn table(
    name: &str,
    headings: &[String],
    rows: &[Vec<Cell>],
    live_url: Option<&str>,
) -> Markup {
    html! {
        div.table-box {
            table aria-label=(name) {
                thead { tr { @for heading in headings { th scope="col" { (heading) } } } }
                tbody data-list data-live=[live_url] {
                    (live_rows(headings, rows))
                }
            }
        }
    }
}

/// Rows alone: what an SSE event named `rows` carries, newest first, for the head of the table.
pub fn live_rows(headings: &[String], rows: &[Vec<Cell>]) -> Markup {
    html! {
        @for row in rows {
            tr {
                @for (heading, cell) in headings.iter().zip(row) {
                    td data-heading=(heading) {
                        // One box, so that beside its heading on a phone it is one thing.
                        @if !cell.0.is_empty() { div { (cell) } }
                    }
                }
            }
        }
    }
}

/// The way to the next page, if there is one, and back to the newest.
pub fn more(guest: &Guest, next: Option<&str>, newest: Option<&str>) -> Markup {
    html! {
        @if next.is_some() || newest.is_some() {
            nav.more aria-label=(guest.tr.t("desk-pages")) {
                @if let Some(href) = newest {
                    a.button.plain href=(href) { (icon(Icon::Left)) (guest.tr.t("desk-newest")) }
                }
                @if let Some(href) = next {
                    a.button.plain href=(href) rel="next" {
                        (guest.tr.t("desk-older")) (icon(Icon::Right))
                    }
                }
            }
        }
    }
}
