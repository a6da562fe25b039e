//! Codes to take away: as a CSV file for whoever prints or sends them, and as sheets of A4 with QR codes and bars.

use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use commerce::promotions::coupons::{CODES_MAX, Coupon};
use commerce::promotions::{Promotion, PromotionId, code, coupons_listed};
use customers::accounts::{Permit, may};
use kit::i18n::Arg;
use kit::qr::Qr;
use kit::{Error, Result, Time};
use maud::{Markup, html};

use super::coupons::{address, find_promotion};
use super::ean;
use super::kinds::in_short;
use super::list::parse_id;
use crate::desk::reply::Page;
use crate::desk::ui::{Icon, Nav, Tone, link_button, more, title_row};
use crate::desk::who::Desk;

/// Ten pages of 24.
const SHEET_CODES: usize = 240;

/// The codes that were made together, or all; at most as many as are made at a time.
async fn codes(
    desk: &Desk,
    id: PromotionId,
    after: &str,
    limit: usize,
) -> Result<(Promotion, Vec<Coupon>)> {
    let made = desk.query("made").map(|text| text.parse().map(Time));
    let made = made.transpose().map_err(|_| Error::bad_input("bad_batch", "No such batch."))?;
    let read = desk.app.ctx.db.scan(|tx| {
        Ok((find_promotion(tx, id)?, coupons_listed::page(tx, id, made, after, limit)?))
    });
    read.await
}

pub async fn download_coupons(desk: Desk, Path(id): Path<String>) -> Result<Response> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    let after = desk.query("after").unwrap_or_default();
    let (_, codes) = codes(&desk, id, &after, CODES_MAX).await?;
    let mut file = csv::Writer::from_writer(Vec::new());
    let write = |file: &mut csv::Writer<Vec<u8>>, row: [&str; 6]| {
        file.write_record(row).map_err(Error::internal)
    };
    write(&mut file, ["code", "shown", "uses", "uses_max", "uses_max_each", "ends_at"])?;
    let number = |max: Option<i64>| max.map_or(String::new(), |max| max.to_string());
    for one in &codes {
        let ends_at = one.ends_at.map_or(String::new(), |end| end.to_string());
        let shown = code::shown(&one.code);
        let (max, each) = (number(one.uses_max), number(one.uses_max_each));
        write(&mut file, [&one.code, &shown, &one.uses.to_string(), &max, &each, &ends_at])?;
    }
    let body = file.into_inner().map_err(|error| Error::internal(error.into_error()))?;
    let name = format!("attachment; filename=\"coupons-{id}.csv\"");
    let headers =
        [(CONTENT_TYPE, "text/csv; charset=utf-8".to_string()), (CONTENT_DISPOSITION, name)];
    Ok((headers, body).into_response())
}

pub async fn show_sheet(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    let after = desk.query("after").unwrap_or_default();
    let (promotion, mut codes) = codes(&desk, id, &after, SHEET_CODES + 1).await?;
    let is_more = codes.len() > SHEET_CODES;
    codes.truncate(SHEET_CODES);
    let next = codes.last().filter(|_| is_more).map(|last| {
        let made = desk.query("made").map_or(String::new(), |made| format!("&made={made}"));
        format!("{}/sheet?after={}{made}", address(id), last.code)
    });
    let tr = &desk.tr;
    let title = tr.t("desk-coupons-sheet");
    let labels: Result<Vec<Markup>> =
        codes.iter().map(|coupon| label(&desk, &promotion, coupon)).collect();
    let body = html! {
        (title_row(&title, &tr.t("desk-coupons-sheet-lead"), html! {
            (link_button(Tone::Plain, Some(Icon::Left), &promotion.name, &address(id)))
        }))
        ul.coupon-sheet { @for label in labels? { li { (label) } } }
        (more(&desk, next.as_deref(), None))
    };
    Ok(desk.page(Nav::Promotions, &title, body))
}

/// A QR code that holds the code; with bars too where the code is an EAN-13.
fn label(desk: &Desk, promotion: &Promotion, coupon: &Coupon) -> Result<Markup> {
    let qr = Qr::of(&coupon.code)?;
    let until = coupon.ends_at.or(promotion.ends_at);
    Ok(html! {
        svg.qr viewBox={ "0 0 " (qr.size) " " (qr.size) } aria-hidden="true" {
            path d=(qr.path) {}
        }
        div {
            strong { (promotion.name) }
            span { (in_short(desk, &promotion.rule)) }
            code { (code::shown(&coupon.code)) }
            @if let Some(bars) = ean::bars(&coupon.code) {
                svg.bars viewBox={ "0 0 " (ean::WIDTH) " 1" } preserveAspectRatio="none"
                    aria-hidden="true" { path d=(bars) {} }
            }
            @if let Some(until) = until {
                small { (desk.tr.with("desk-promo-until", &[("end", Arg::Text(desk.tr.date(until)))])) }
            }
        }
    })
}
