//! The SQL of policies and of what does not come back.

use kit::{Error, Result, Time, Tx, params, sql};

use super::policy::{Exclusion, ExclusionId, Of, Policy};

pub fn find_maybe(tx: &Tx, country: &str) -> Result<Option<Policy>> {
    tx.one(sql!("select body from return_policies where country = $1"), params![country], |row| {
        serde_json::from_str(row.text(0)?).map_err(Error::internal)
    })
}

pub fn save(tx: &Tx, country: &str, policy: &Policy, now: Time) -> Result<()> {
    let body = serde_json::to_string(policy).map_err(Error::internal)?;
    tx.exec(
        sql!(
            "insert into return_policies (country, body, changed_at) values ($1, $2, $3)
             on conflict (country) do update
               set body = excluded.body, changed_at = excluded.changed_at"
        ),
        params![country, body, now],
    )?;
    Ok(())
}

pub fn countries(tx: &Tx) -> Result<Vec<String>> {
    tx.rows(sql!("select country from return_policies order by country"), params![], |row| {
        row.get(0)
    })
}

pub fn exclusions(tx: &Tx) -> Result<Vec<Exclusion>> {
    tx.rows(
        sql!("select id, product_id, category_id, why, made_at from return_exclusions order by id"),
        params![],
        |row| {
            let of = match (row.get(1)?, row.get(2)?) {
                (Some(product), _) => Of::Product(product),
                (None, Some(category)) => Of::Category(category),
                (None, None) => return Err(Error::internal("an exception of nothing")),
            };
            let why = row.text(3)?.parse()?;
            Ok(Exclusion { id: row.get(0)?, of, why, made_at: row.get(4)? })
        },
    )
}

pub fn insert_exclusion(tx: &Tx, new: &Exclusion) -> Result<()> {
    let (product, category) = match new.of {
        Of::Product(product) => (Some(product), None),
        Of::Category(category) => (None, Some(category)),
    };
    tx.exec(
        sql!(
            "insert into return_exclusions (id, product_id, category_id, why, made_at)
             values ($1, $2, $3, $4, $5)"
        ),
        params![new.id, product, category, new.why.as_str(), new.made_at],
    )?;
    Ok(())
}

pub fn delete_exclusion(tx: &Tx, id: ExclusionId) -> Result<bool> {
    let deleted = tx.exec(sql!("delete from return_exclusions where id = $1"), params![id])?;
    Ok(deleted == 1)
}
