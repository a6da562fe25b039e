//! What was offered and not yet chosen.

use customers::channels::ChannelId;
use kit::{Result, Time, Tx, params, sql};

use super::{Choices, TYPED_WITHIN, of_details};
use crate::conversations::MessageId;

/// Between the offer and the number people say a word or two.
const LOOKED_AT: i64 = 6;

/// The offer that stands at an address: in the shop's last word there, and not answered yet.
pub fn open_offer(
    tx: &Tx,
    channel: ChannelId,
    address: &str,
    now: Time,
) -> Result<Option<(MessageId, Choices)>> {
    let newest: Vec<(MessageId, String, String)> = tx.rows(
        sql!(
            "select id, direction, details from messages
             where address = $1 and channel_id = $2 and at > $3
             order by at desc, id desc limit $4"
        ),
        params![address, channel, now.minus(TYPED_WITHIN), LOOKED_AT],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    for (id, direction, details) in newest {
        match direction.as_str() {
            "out" => {
                let choices: Option<Choices> = of_details(&details, "choices");
                return Ok(choices.filter(|choices| !choices.of.is_empty()).map(|it| (id, it)));
            }
            "in" if details.contains("\"chosen\":") => return Ok(None),
            _ => {}
        }
    }
    Ok(None)
}
