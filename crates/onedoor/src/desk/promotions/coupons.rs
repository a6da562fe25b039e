//! The codes of a promotion: made one or thousands at a time, looked up, stopped; and what was used when.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::promotions::coupons::{self, CODES_MAX, Codes, Coupon, Limits};
use commerce::promotions::coupons_listed::{self, Batch, Use};
use commerce::promotions::{Promotion, PromotionId, code, store};
use customers::accounts::{Permit, may};
use kit::i18n::Arg;
use kit::{Error, Result, Tx};
use maud::{Markup, html};

use super::LIST;
use super::form_parts::{moment, optional};
use super::list::parse_id;
use crate::desk::reply::{Go, Page};
use crate::desk::typed::{Read, Typed, Wrong};
use crate::desk::ui::{
    Fault, Icon, Nav, Tone, badge, button, card, confirmed_form, form, icon, link_button, more,
    note, select, table, time, title_row,
};
use crate::desk::who::Desk;

const PAGE_SIZE: usize = 50;
const BATCHES: usize = 20;
const USES: usize = 50;

struct Found {
    promotion: Promotion,
    batches: Vec<Batch>,
    codes: Vec<Coupon>,
    is_more: bool,
    uses: Vec<Use>,
}

pub fn find_promotion(tx: &Tx, id: PromotionId) -> Result<Promotion> {
    store::find_maybe(tx, id)?.ok_or_else(|| Error::not_found(format!("promotion {id}")))
}

fn find(tx: &Tx, id: PromotionId, query: &str, after: &str) -> Result<Found> {
    let promotion = find_promotion(tx, id)?;
    let mut codes = if query.is_empty() {
        coupons_listed::page(tx, id, None, after, PAGE_SIZE + 1)?
    } else {
        let mut found = coupons::find(tx, &[query.to_string()])?;
        found.retain(|coupon| coupon.promotion == id);
        found
    };
    let is_more = codes.len() > PAGE_SIZE;
    codes.truncate(PAGE_SIZE);
    Ok(Found {
        promotion,
        batches: coupons_listed::batches(tx, id, BATCHES)?,
        codes,
        is_more,
        uses: coupons_listed::uses(tx, id, USES)?,
    })
}

pub async fn list_coupons(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    page(&desk, parse_id(&id)?, &Typed::default(), None).await
}

pub async fn make_coupons(
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let (id, typed) = (parse_id(&id)?, Typed::new(fields));
    let made = match wanted(&desk, &typed) {
        Ok((codes, limits)) => coupons::make(&desk.app.commerce, &permit, id, &codes, limits)
            .await
            .map_err(|error| Wrong::of(field_of(error.code), error)),
        Err(wrong) => Err(wrong),
    };
    match made {
        Ok(_) => Ok(Go::to(&address(id)).saying("coupons-made").into_response()),
        Err(wrong) => {
            let status = wrong.error.status();
            let fault = wrong.fault(&desk)?;
            Ok(page(&desk, id, &typed, Some(&fault)).await?.with_status(status).into_response())
        }
    }
}

fn field_of(code: &str) -> &'static str {
    match code {
        "bad_code" | "code_exists" => "own",
        "bad_count" => "count",
        "bad_limit" => "uses_max",
        _ => "",
    }
}

fn wanted(desk: &Desk, typed: &Typed) -> Read<(Codes, Limits)> {
    let count = || {
        let count = typed.count("count")?.and_then(|count| usize::try_from(count).ok());
        count.ok_or_else(|| Wrong::new("count", "number_missing", "Write a number above zero."))
    };
    let codes = match typed.get("sort") {
        "letters" => Codes::Letters(count()?),
        "ean13" => Codes::Ean13(count()?),
        _ => Codes::Own(typed.get("own").to_string()),
    };
    let limits = Limits {
        uses_max: typed.count("uses_max")?,
        uses_max_each: typed.count("uses_max_each")?,
        ends_at: typed.moment(desk, "ends_at")?,
    };
    Ok((codes, limits))
}

pub async fn stop_coupon(desk: Desk, Path((id, code)): Path<(String, String)>) -> Result<Go> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    coupons::disable(&desk.app.commerce, &permit, &code).await?;
    Ok(Go::to(&address(parse_id(&id)?)).saying("coupon-stopped"))
}

pub fn address(id: PromotionId) -> String {
    format!("{LIST}/{id}/coupons")
}

async fn page(desk: &Desk, id: PromotionId, typed: &Typed, fault: Option<&Fault>) -> Result<Page> {
    let query = desk.query("q").map(|q| code::normal(&q)).unwrap_or_default();
    let after = desk.query("after").unwrap_or_default();
    let found = desk.app.ctx.db.scan(|tx| find(tx, id, &query, &after)).await?;
    let tr = &desk.tr;
    let name = &found.promotion.name;
    let title = tr.with("desk-coupons-of", &[("name", Arg::Text(name.clone()))]);
    let last = found.codes.last().filter(|_| found.is_more);
    let next = last.map(|coupon| format!("{}?after={}", address(id), coupon.code));
    let body = html! {
        (title_row(&title, &tr.t("desk-coupons-lead"), html! {
            (link_button(Tone::Plain, Some(Icon::Left), name, &format!("{LIST}/{id}")))
        }))
        div.promo-columns {
            div {
                @if !found.batches.is_empty() {
                    (card(&tr.t("desk-coupons-batches"), batches(desk, id, &found.batches)))
                }
                section.card {
                    h2 { (tr.t("desk-coupons-codes")) }
                    (search(desk, id, &query))
                    @if found.codes.is_empty() {
                        p.quiet { (tr.t(if query.is_empty() { "desk-coupons-none" } else { "desk-coupons-no-hit" })) }
                    } @else {
                        (codes(desk, id, &found.codes))
                    }
                    (more(desk, next.as_deref(), (!after.is_empty()).then_some(address(id).as_str())))
                }
                @if !found.uses.is_empty() { (card(&tr.t("desk-coupons-uses"), uses(desk, &found.uses))) }
            }
            div.promo-aside {
                @if found.promotion.rule.needs.coupon {
                    (card(&tr.t("desk-coupons-make"), making(desk, id, typed, fault)))
                } @else {
                    (note(Tone::Warn, html! { (tr.t("desk-coupons-not-needed")) }))
                }
            }
        }
    };
    Ok(desk.page(Nav::Promotions, &title, body))
}

fn making(desk: &Desk, id: PromotionId, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let tr = &desk.tr;
    let sorts = ["own", "letters", "ean13"]
        .map(|sort| (sort.to_string(), tr.t(&format!("desk-coupons-sort-{sort}"))));
    let max = ("max", Arg::Int(CODES_MAX as i64));
    html! {
        (form(desk, &address(id), html! {
            @if let Some(fault) = fault.filter(|fault| fault.field.is_empty()) {
                (note(Tone::Bad, html! { (fault.text) }))
            }
            (select("sort", &tr.t("desk-coupons-sort"), &sorts, typed.get("sort"), fault))
            (optional(desk, "own", "code-own", typed).hint(tr.t("desk-coupons-own-hint")).show(fault))
            (optional(desk, "count", "code-count", typed).hint(tr.with("desk-coupons-count-hint", &[max])).show(fault))
            (optional(desk, "uses_max", "code-uses-max", typed).hint(tr.t("desk-coupons-uses-max-hint")).show(fault))
            (optional(desk, "uses_max_each", "code-uses-each", typed).show(fault))
            (moment(desk, "ends_at", "ends", typed).show(fault))
            (button(Tone::Accent, Some(Icon::Plus), &tr.t("desk-coupons-make")))
        }))
    }
}

fn batches(desk: &Desk, id: PromotionId, all: &[Batch]) -> Markup {
    let tr = &desk.tr;
    html! {
        ul.rows {
            @for batch in all {
                @let made = batch.made_at.0;
                li {
                    div.grow {
                        strong { (tr.with("desk-coupons-count", &[("count", Arg::Int(batch.codes))])) }
                        small {
                            (time(desk, batch.made_at)) " · "
                            (tr.with("desk-coupons-used-times", &[("count", Arg::Int(batch.uses))]))
                        }
                    }
                    a.button.plain.small href={ (LIST) "/" (id) "/coupons.csv?made=" (made) } { "CSV" }
                    a.button.plain.small href={ (address(id)) "/sheet?made=" (made) } {
                        (tr.t("desk-coupons-print"))
                    }
                }
            }
        }
    }
}

fn search(desk: &Desk, id: PromotionId, query: &str) -> Markup {
    let name = desk.tr.t("desk-coupons-search");
    html! {
        form.search.wide role="search" aria-label=(name) method="get" action=(address(id)) {
            (icon(Icon::Search))
            label.hidden for="coupon" { (name) }
            input #coupon name="q" type="search" autocomplete="off" spellcheck="false"
                value=(query) placeholder=(name);
        }
    }
}

fn codes(desk: &Desk, id: PromotionId, all: &[Coupon]) -> Markup {
    let tr = &desk.tr;
    let headings =
        ["code", "state", "used", "until"].map(|key| tr.t(&format!("desk-coupons-{key}")));
    let row = |one: &Coupon| {
        let stop = format!("{}/{}/stop", address(id), one.code);
        vec![
            html! { code { (code::shown(&one.code)) } },
            html! {
                (state(desk, one))
                @if one.disabled_at.is_none() {
                    " " (confirmed_form(desk, &stop, &tr.t("desk-coupons-stop-ask"), Tone::Bad,
                        &tr.t("desk-coupons-stop"), html! {}))
                }
            },
            html! {
                (tr.number(one.uses))
                @if let Some(max) = one.uses_max { " / " (tr.number(max)) }
            },
            html! { @if let Some(end) = one.ends_at { (tr.date_time(end)) } @else { "–" } },
        ]
    };
    let rows: Vec<_> = all.iter().map(row).collect();
    table(&tr.t("desk-coupons-codes"), &headings, &rows, None)
}

fn state(desk: &Desk, one: &Coupon) -> Markup {
    let (tone, key) = match one.refusal(desk.now) {
        None => (Tone::Good, "valid"),
        Some(error) if error.code == "coupon_disabled" => (Tone::Plain, "stopped"),
        Some(error) if error.code == "coupon_over" => (Tone::Plain, "over"),
        Some(_) => (Tone::Warn, "used-up"),
    };
    badge(tone, None, &desk.tr.t(&format!("desk-coupons-is-{key}")))
}

fn uses(desk: &Desk, all: &[Use]) -> Markup {
    html! {
        ul.rows {
            @for one in all {
                li {
                    div.grow {
                        code { (code::shown(&one.code)) }
                        small { (time(desk, one.used_at)) }
                    }
                    a href={ "/desk/customers/" (one.customer) } { (desk.tr.t("desk-coupons-customer")) }
                }
            }
        }
    }
}
