//! The SQL of statements of withdrawal.

use customers::identities::CustomerId;
use kit::db::{List, Row};
use kit::{Result, Time, Tx, params, sql};

use super::withdraw::{Statement, Withdrawal, WithdrawalId};

/// False, where another transaction has just kept one with its key.
pub fn insert(tx: &Tx, new: &Withdrawal) -> Result<bool> {
    let (customer, order) = new.order.unzip();
    let said = &new.statement;
    let inserted = tx.exec(
        sql!(
            "insert into withdrawals (id, key, at, name, order_number, email, goods, customer_id, order_id,
               return_number, settled_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (key) do nothing"
        ),
        params![
            new.id,
            said.key,
            new.at,
            said.name,
            said.order_number,
            said.email,
            said.goods,
            customer,
            order,
            new.return_number,
            new.settled_at
        ],
    )?;
    Ok(inserted == 1)
}

pub fn keyed_maybe(tx: &Tx, key: &str) -> Result<Option<Withdrawal>> {
    tx.one(
        sql!(
            "select id, key, at, name, order_number, email, goods, customer_id, order_id, return_number, settled_at
             from withdrawals where key = $1"
        ),
        params![key],
        withdrawal,
    )
}

pub fn open(tx: &Tx, size: usize) -> Result<Vec<Withdrawal>> {
    tx.rows(
        sql!(
            "select id, key, at, name, order_number, email, goods, customer_id, order_id, return_number, settled_at
             from withdrawals where settled_at is null order by at, id limit $1"
        ),
        params![size as i64],
        withdrawal,
    )
}

/// What a leaf declared after this one.
pub fn after(
    tx: &Tx,
    leaf: CustomerId,
    after: WithdrawalId,
    size: usize,
) -> Result<Vec<Withdrawal>> {
    tx.rows(
        sql!(
            "select id, key, at, name, order_number, email, goods, customer_id, order_id, return_number, settled_at
             from withdrawals where customer_id = $1 and id > $2 order by id limit $3"
        ),
        params![leaf, after, size as i64],
        withdrawal,
    )
}

/// False, where there is none that is open.
pub fn set_settled(tx: &Tx, id: WithdrawalId, now: Time) -> Result<bool> {
    let settled = tx.exec(
        sql!("update withdrawals set settled_at = $2 where id = $1 and settled_at is null"),
        params![id, now],
    )?;
    Ok(settled == 1)
}

/// What these leaves declared: they were erased.
pub fn erase(tx: &Tx, leaves: &[CustomerId]) -> Result<()> {
    tx.exec(sql!("delete from withdrawals where customer_id in ($1)"), params![List(leaves)])?;
    Ok(())
}

fn withdrawal(row: &Row) -> Result<Withdrawal> {
    let statement = Statement {
        key: row.get(1)?,
        name: row.get(3)?,
        order_number: row.get(4)?,
        email: row.get(5)?,
        goods: row.get(6)?,
    };
    let (customer, order) = (row.get::<Option<CustomerId>>(7)?, row.get(8)?);
    Ok(Withdrawal {
        id: row.get(0)?,
        at: row.get(2)?,
        statement,
        order: customer.zip(order),
        return_number: row.get(9)?,
        settled_at: row.get(10)?,
    })
}
