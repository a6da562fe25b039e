//! What a person's file tells of what they sent back, and of the contracts from which they withdrew.

use customers::identities::CustomerId;
use customers::privacy::chapters::{Cell, Chapter, Page, Place, Row};
use kit::{Error, Result, Tx};
use serde_json::{Value, json};

use super::withdraw::{Withdrawal, WithdrawalId};
use super::{Kind, Line, Return, ReturnId, store, store_withdrawals};

const PAGE_SIZE: usize = 100;

pub struct Returns;

impl Chapter for Returns {
    fn name(&self) -> &'static str {
        "returns"
    }

    fn heads(&self) -> &'static [&'static str] {
        &[
            "export-when",
            "export-where",
            "export-return-number",
            "export-kind",
            "export-what",
            "export-return-refund",
        ]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page> {
        let returns = store::after(tx, leaf, ReturnId(after), PAGE_SIZE)?;
        let returns = store::with_lines(tx, returns)?;
        let rows = returns.iter().map(|(back, lines)| Ok((back.id.0, row(tx, back, lines)?)));
        Ok(Page::of(rows.collect::<Result<_>>()?, PAGE_SIZE))
    }
}

fn row(tx: &Tx, back: &Return, lines: &[Line]) -> Result<Row> {
    let steps = store::steps(tx, back)?.into_iter().map(|step| {
        let details: Value = serde_json::from_str(&step.details).map_err(Error::internal)?;
        let (at, channel, kind) = (step.at, step.channel_id, step.kind);
        Ok(json!({ "at": at, "channel_id": channel, "kind": kind, "details": details }))
    });
    let steps: Vec<Value> = steps.collect::<Result<_>>()?;
    let json = json!({
        "customer_id": back.customer_id, "id": back.id, "number": back.number,
        "order": back.order_number, "kind": back.kind, "state": back.state, "reason": back.reason,
        "asked_at": back.asked_at, "channel_id": back.channel_id, "lines": lines,
        "refund": back.refund, "steps": steps,
    });
    let kind = match back.kind {
        Kind::Withdrawal => "export-return-withdrawal",
        Kind::Return => "export-return-return",
        Kind::Complaint => "export-return-complaint",
        Kind::Exchange => "export-return-exchange",
    };
    let what = |line: &Line| format!("{} × {}", line.quantity, line.title);
    let what: Vec<String> = lines.iter().map(what).collect();
    let cells = vec![
        Cell::Time(back.asked_at),
        Cell::Door(back.channel_id),
        Cell::Text(back.number.clone()),
        Cell::Word(kind),
        Cell::Text(what.join(", ")),
        Cell::Text(back.refund.to_string()),
    ];
    Ok(Row::new(json, cells))
}

pub struct Withdrawals;

impl Chapter for Withdrawals {
    fn name(&self) -> &'static str {
        "withdrawals"
    }

    fn heads(&self) -> &'static [&'static str] {
        &["export-when", "export-order-number", "export-withdrawal-name", "export-withdrawal-email"]
    }

    fn page(&self, tx: &Tx, leaf: CustomerId, after: Place) -> Result<Page> {
        let all = store_withdrawals::after(tx, leaf, WithdrawalId(after), PAGE_SIZE)?;
        Ok(Page::of(all.iter().map(|one| (one.id.0, declared(leaf, one))).collect(), PAGE_SIZE))
    }
}

fn declared(leaf: CustomerId, one: &Withdrawal) -> Row {
    let said = &one.statement;
    let json = json!({
        "customer_id": leaf, "id": one.id, "at": one.at, "name": said.name,
        "order": said.order_number, "email": said.email, "goods": said.goods,
        "return": one.return_number,
    });
    let cells = vec![
        Cell::Time(one.at),
        Cell::Text(said.order_number.clone()),
        Cell::Text(said.name.clone()),
        Cell::Text(said.email.clone()),
    ];
    Row::new(json, cells)
}
