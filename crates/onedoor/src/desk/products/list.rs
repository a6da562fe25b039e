//! All products, the newest first; and those that fit a search.

use commerce::catalogue::categories::Tree;
use commerce::catalogue::search::{self, Asked};
use commerce::catalogue::{Product, ProductId, Status, store};
use customers::accounts::{Permission, Permit, may};
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::LIST;
use crate::desk::reply::Page;
use crate::desk::ui::layout::{Tab, tabs};
use crate::desk::ui::{
    Cell, Icon, Nav, Tone, badge, empty, icon, link_button, more, table, title_row,
};
use crate::desk::who::Desk;

const PAGE_SIZE: usize = 50;
/// How far products are counted; beyond it there is a “+”.
const COUNTED_MAX: i64 = 100_000;

const TABS: [(&str, &str, Option<Status>); 4] = [
    (LIST, "desk-products-all", None),
    ("/desk/products?status=active", "desk-products-active", Some(Status::Active)),
    ("/desk/products?status=draft", "desk-products-draft", Some(Status::Draft)),
    ("/desk/products?status=archived", "desk-products-archived", Some(Status::Archived)),
];

struct Found {
    products: Vec<Product>,
    tree: Tree,
    /// All that there are, or all that fit.
    count: i64,
    next: Option<ProductId>,
}

pub async fn list_products(desk: Desk) -> Result<Page> {
    let _: Permit<may::SeeCatalogue> = desk.staff.permit()?;
    let query = desk.query("q").map(|q| q.trim().to_owned()).unwrap_or_default();
    let status = desk.query("status").and_then(|status| status.parse::<Status>().ok());
    let before = desk.query("before").map(|text| parse_place(&text)).transpose()?;
    let look = |tx: &Tx| {
        if query.is_empty() { page_of(tx, status, before) } else { fitting(tx, &query) }
    };
    let found = desk.app.ctx.db.scan(look).await?;
    let title = desk.tr.t("desk-nav-products");
    let tab = TABS.iter().find(|(_, _, of)| *of == status).map_or(LIST, |(href, _, _)| *href);
    let mark = if status.is_some() { '&' } else { '?' };
    let next = found.next.map(|id| format!("{tab}{mark}before={id}"));
    let count = count_text(&desk, found.count, !query.is_empty());
    let body = html! {
        (title_row(&title, &desk.tr.t("desk-products-lead"), new_button(&desk)))
        (search_form(&desk, &query))
        div #goods data-count=(count) {
            @if query.is_empty() { (status_tabs(&desk, status)) }
            @if found.products.is_empty() {
                (nothing(&desk, &query, status))
            } @else {
                (rows(&desk, &title, &found))
                p.hint { (count) }
            }
            (more(&desk, next.as_deref(), before.map(|_| tab)))
        }
    };
    Ok(desk.page(Nav::Products, &title, body))
}

fn parse_place(text: &str) -> Result<ProductId> {
    let bad = |_| Error::bad_input("bad_cursor", "This is not a place in the list.");
    text.parse().map_err(bad)
}

fn page_of(tx: &Tx, status: Option<Status>, before: Option<ProductId>) -> Result<Found> {
    let mut ids = store::page(tx, status, before, PAGE_SIZE + 1)?;
    let is_more = ids.len() > PAGE_SIZE;
    ids.truncate(PAGE_SIZE);
    Ok(Found {
        next: ids.last().copied().filter(|_| is_more),
        products: store::products(tx, &ids)?,
        tree: Tree::load(tx)?,
        count: store::count(tx, COUNTED_MAX + 1)?,
    })
}

/// Whatever its state: staff look for what is not yet, or no more, sold.
fn fitting(tx: &Tx, query: &str) -> Result<Found> {
    let tree = Tree::load(tx)?;
    let (filters, channel) = (&[], None);
    let asked =
        Asked { text: query, filters, channel, is_sold: false, after: None, limit: PAGE_SIZE };
    let found = search::find(tx, &tree, &asked)?;
    let products = store::products(tx, &found.products)?;
    Ok(Found { products, tree, count: found.total, next: None })
}

fn count_text(desk: &Desk, count: i64, is_search: bool) -> String {
    let key = if is_search { "desk-products-hits" } else { "desk-products-count" };
    desk.tr.with(key, &[("count", Arg::Int(count))])
}

fn new_button(desk: &Desk) -> Markup {
    if !desk.staff.can(Permission::ManageCatalogue) {
        return html! {};
    }
    let to = format!("{LIST}/new");
    link_button(Tone::Accent, Some(Icon::Plus), &desk.tr.t("desk-products-new"), &to)
}

fn search_form(desk: &Desk, query: &str) -> Markup {
    let name = desk.tr.t("desk-products-search");
    html! {
        form.search.wide role="search" aria-label=(name) method="get" action=(LIST) {
            (icon(Icon::Search))
            label.hidden for="product" { (name) }
            input #product name="q" type="search" autocomplete="off" spellcheck="false"
                value=(query) placeholder=(desk.tr.t("desk-products-search-hint"))
                data-results="goods";
        }
    }
}

fn status_tabs(desk: &Desk, status: Option<Status>) -> Markup {
    let entries: Vec<Tab> =
        TABS.iter().map(|(href, key, of)| (*href, desk.tr.t(key), *of == status)).collect();
    tabs(&desk.tr.t("desk-products-status"), &entries)
}

fn nothing(desk: &Desk, query: &str, status: Option<Status>) -> Markup {
    let tr = &desk.tr;
    if !query.is_empty() {
        let words = tr.with("desk-products-no-hit", &[("query", Arg::Text(query.into()))]);
        let all = link_button(Tone::Plain, None, &tr.t("desk-products-all"), LIST);
        return empty(Icon::Search, &words, &tr.t("desk-products-no-hit-text"), all);
    }
    if status.is_some() {
        let text = tr.t("desk-products-none-here-text");
        return empty(Icon::Tag, &tr.t("desk-products-none-here"), &text, html! {});
    }
    let text = tr.t("desk-products-none-text");
    empty(Icon::Tag, &tr.t("desk-products-none"), &text, new_button(desk))
}

fn rows(desk: &Desk, title: &str, found: &Found) -> Markup {
    let headings = ["product", "sku", "brand", "category", "status"]
        .map(|key| desk.tr.t(&format!("desk-products-{key}")));
    let rows: Vec<Vec<Cell>> =
        found.products.iter().map(|product| row(desk, product, &found.tree)).collect();
    table(title, &headings, &rows, None)
}

fn row(desk: &Desk, product: &Product, tree: &Tree) -> Vec<Cell> {
    let live: Vec<_> = product.live().collect();
    let category = product.category_id.map(|id| tree.path_text(id));
    vec![
        html! {
            a.row-link href={ (LIST) "/" (product.id) } { (product.title_in(desk.tr.lang())) }
        },
        html! {
            @if let [first, others @ ..] = &live[..] {
                code { (first.sku) }
                @if !others.is_empty() { " " small { "+" (others.len()) } }
            }
        },
        html! { (product.brand.as_deref().unwrap_or_default()) },
        html! { (category.unwrap_or_default()) },
        status_badge(desk, product.status),
    ]
}

pub fn status_badge(desk: &Desk, status: Status) -> Markup {
    let words = desk.tr.t(&format!("desk-products-{}", status.as_str()));
    match status {
        Status::Active => badge(Tone::Good, Some(Icon::Check), &words),
        Status::Draft => badge(Tone::Warn, Some(Icon::Clock), &words),
        Status::Archived => badge(Tone::Plain, None, &words),
    }
}
