//! The templates as they were fetched last.

use customers::channels::ChannelId;
use kit::db::Row;
use kit::{Error, Result, Time, Tx, params, sql};

use super::Template;

/// These, and no others any more.
pub fn replace(tx: &Tx, channel: ChannelId, all: &[Template], now: Time) -> Result<()> {
    tx.exec(sql!("delete from whatsapp_templates where channel_id = $1"), params![channel])?;
    for template in all {
        let variables = serde_json::to_string(&template.variables).map_err(Error::internal)?;
        tx.exec(
            sql!(
                "insert into whatsapp_templates (channel_id, name, language, category, header, body,
                   footer, variables, fetched_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                 on conflict (channel_id, name, language) do nothing"
            ),
            params![
                channel,
                template.name,
                template.language,
                template.category,
                template.header,
                template.body,
                template.footer,
                variables,
                now
            ],
        )?;
    }
    Ok(())
}

pub fn list(tx: &Tx, channel: ChannelId) -> Result<Vec<Template>> {
    tx.rows(
        sql!(
            "select name, language, category, header, body, footer, variables
             from whatsapp_templates where channel_id = $1 order by name, language"
        ),
        params![channel],
        template,
    )
}

pub fn find(tx: &Tx, channel: ChannelId, name: &str, language: &str) -> Result<Template> {
    let found = tx.one(
        sql!(
            "select name, language, category, header, body, footer, variables
             from whatsapp_templates where channel_id = $1 and name = $2 and language = $3"
        ),
        params![channel, name, language],
        template,
    )?;
    found.ok_or_else(|| Error::not_found(format!("template “{name}” ({language})")))
}

/// When they were fetched last.
pub fn fetched_at(tx: &Tx, channel: ChannelId) -> Result<Option<Time>> {
    tx.one(
        sql!("select max(fetched_at) from whatsapp_templates where channel_id = $1"),
        params![channel],
        |row| row.get(0),
    )
    .map(Option::flatten)
}

fn template(row: &Row) -> Result<Template> {
    Ok(Template {
        name: row.get(0)?,
        language: row.get(1)?,
        category: row.get(2)?,
        header: row.get(3)?,
        body: row.get(4)?,
        footer: row.get(5)?,
        variables: serde_json::from_str(row.text(6)?).map_err(Error::internal)?,
    })
}
