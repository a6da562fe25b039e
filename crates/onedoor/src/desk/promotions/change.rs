//! A promotion is made, changed, switched off and on, ended; a copy of one begins as a form.

use axum::extract::{Form, Path};
use axum::response::{IntoResponse, Response};
use commerce::catalogue::categories::Tree;
use commerce::promotions::budgets::{self, Gone};
use commerce::promotions::{self, Promotion, PromotionId, store};
use customers::accounts::{Permit, may};
use customers::channels::{Channel, store as channels};
use kit::i18n::Arg;
use kit::{Error, Result, Tx};

use super::kinds::{self, Kind};
use super::list::parse_id;
use super::{LIST, form, sent};
use crate::desk::reply::{Go, Page};
use crate::desk::typed::{Typed, Wrong};
use crate::desk::ui::Fault;
use crate::desk::who::Desk;

type Fields = Form<Vec<(String, String)>>;

/// What the page shows beside what was typed.
pub struct Beside {
    /// None: it is new.
    pub promotion: Option<Promotion>,
    pub gone: Gone,
    pub doors: Vec<Channel>,
}

fn find(tx: &Tx, id: PromotionId) -> Result<Promotion> {
    store::find_maybe(tx, id)?.ok_or_else(|| Error::not_found(format!("promotion {id}")))
}

fn beside(tx: &Tx, promotion: Option<Promotion>) -> Result<Beside> {
    let mut doors = channels::list(tx)?;
    doors.retain(|door| door.sell && door.disabled_at.is_none());
    let gone = match &promotion {
        Some(one) => budgets::gone(tx, &[one.id])?.remove(&one.id).unwrap_or_default(),
        None => Gone::default(),
    };
    Ok(Beside { promotion, gone, doors })
}

/// `?kind=percentage` is a fresh form of that kind, `?copy=prm_…` one filled like another; else there is a choice.
pub async fn show_new_promotion(desk: Desk) -> Result<Response> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    if let Some(id) = desk.query("copy") {
        let id = parse_id(&id)?;
        let filled = |tx: &Tx| {
            let original = find(tx, id)?;
            let name = ("name", Arg::Text(original.name.clone()));
            let name = desk.tr.with("desk-promo-copy-of", &[name]);
            let copy = Promotion { name, ..original };
            let typed = sent::of(tx, &desk, &Tree::load(tx)?, &copy)?;
            Ok((Kind::of(&copy.rule), typed, beside(tx, None)?))
        };
        let (kind, typed, beside) = desk.app.ctx.db.read(filled).await?;
        return Ok(form::page(&desk, kind, &beside, &typed, None).into_response());
    }
    let Some(kind) = desk.query("kind").and_then(|word| word.parse::<Kind>().ok()) else {
        return Ok(kinds::choose_kind(desk).await?.into_response());
    };
    let beside = desk.app.ctx.db.read(|tx| beside(tx, None)).await?;
    Ok(form::page(&desk, kind, &beside, &form::fresh(&desk, kind), None).into_response())
}

pub async fn show_promotion(desk: Desk, Path(id): Path<String>) -> Result<Page> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    let id = parse_id(&id)?;
    let look = |tx: &Tx| {
        let one = find(tx, id)?;
        let typed = sent::of(tx, &desk, &Tree::load(tx)?, &one)?;
        Ok((Kind::of(&one.rule), typed, beside(tx, Some(one))?))
    };
    let (kind, typed, beside) = desk.app.ctx.db.read(look).await?;
    Ok(form::page(&desk, kind, &beside, &typed, None))
}

pub async fn create_promotion(desk: Desk, Form(fields): Fields) -> Result<Response> {
    save(desk, None, Typed::new(fields)).await
}

pub async fn change_promotion(
    desk: Desk,
    Path(id): Path<String>,
    Form(fields): Fields,
) -> Result<Response> {
    let _: Permit<may::SetPrices> = desk.staff.permit()?;
    save(desk, Some(parse_id(&id)?), Typed::new(fields)).await
}

async fn save(desk: Desk, id: Option<PromotionId>, typed: Typed) -> Result<Response> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let kind: Kind = typed.get("kind").parse()?;
    let db = &desk.app.ctx.db;
    let before = db.read(|tx| id.map(|id| find(tx, id)).transpose()).await?;
    let is_active = before.as_ref().is_none_or(|before| before.is_active);
    // A form that is sent twice makes one promotion: it brings the id.
    let fresh = typed.get("id").parse().unwrap_or_else(|_| PromotionId::new(desk.now));
    let id = id.unwrap_or(fresh);
    let read = db.read(|tx| Ok(sent::promotion(tx, &desk, kind, &typed, id, is_active))).await?;
    let saved = match read {
        Ok(new) => promotions::save(&desk.app.commerce, &permit, &new).await.map_err(Wrong::from),
        Err(wrong) => Err(wrong),
    };
    match saved {
        Ok(()) => Ok(Go::to(&format!("{LIST}/{id}")).saying("promotion-saved").into_response()),
        Err(wrong) => {
            let status = wrong.error.status();
            let fault: Fault = wrong.fault(&desk)?;
            let beside = db.read(|tx| beside(tx, before.clone())).await?;
            let page = form::page(&desk, kind, &beside, &typed, Some(&fault));
            Ok(page.with_status(status).into_response())
        }
    }
}

/// Saves it as `change` makes it.
async fn change(desk: Desk, id: &str, change: impl Fn(&mut Promotion), said: &str) -> Result<Go> {
    let permit: Permit<may::SetPrices> = desk.staff.permit()?;
    let id = parse_id(id)?;
    let mut one = desk.app.ctx.db.read(|tx| find(tx, id)).await?;
    change(&mut one);
    promotions::save(&desk.app.commerce, &permit, &one).await?;
    Ok(Go::to(&format!("{LIST}/{id}")).saying(said))
}

pub async fn pause_promotion(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    change(desk, &id, |one| one.is_active = false, "promotion-paused").await
}

pub async fn resume_promotion(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    change(desk, &id, |one| one.is_active = true, "promotion-resumed").await
}

/// From now on it is over. What has not begun never will.
pub async fn end_promotion(desk: Desk, Path(id): Path<String>) -> Result<Go> {
    let now = desk.now;
    let end = |one: &mut Promotion| {
        one.starts_at = one.starts_at.filter(|start| *start < now);
        one.ends_at = Some(one.ends_at.map_or(now, |end| end.min(now)));
    };
    change(desk, &id, end, "promotion-ended").await
}
