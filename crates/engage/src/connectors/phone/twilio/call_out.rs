//! Click to call: Twilio rings the agent's telephone, and then the customer's.

use customers::channels::ChannelId;
use kit::{Error, Result};

use super::{Settings, twiml};
use crate::connectors::http::{self, Failure};
use crate::connectors::{Link, twilio};

/// How long the agent's telephone rings, in seconds.
const RINGS: &str = "30";

/// Asks Twilio for a call, which all that it tells of it will name so.
pub async fn call_out(
    link: &Link,
    door: ChannelId,
    call: &str,
    extension: &str,
    number: &str,
) -> Result<()> {
    let settings: Settings = link.settings()?;
    let script = twiml::dial_customer(&settings, door, call, number);
    let told_at = twiml::hook(&settings, door, call, "status");
    let fields = [
        ("To", extension),
        ("From", settings.number.as_str()),
        ("Twiml", &script),
        ("Timeout", RINGS),
        ("StatusCallback", &told_at),
    ];
    let api = settings.api_url.trim_end_matches('/');
    let url = format!("{api}/2010-04-01/Accounts/{}/Calls.json", settings.account_sid);
    let headers = [http::basic(&settings.account_sid, link.secret("auth_token")?)];
    match http::post_form(&url, &headers, &fields).await {
        Ok(answer) if answer.is_success() => Ok(()),
        Ok(answer) => {
            let (_, said) = twilio::refusal(&answer);
            let detail = match answer.status {
                401 | 403 => {
                    format!("{said} Compare the account and its token on the door's page.")
                }
                _ => format!(
                    "{said} Look at your extension under Settings, Telephone: a number (+48…), sip:… or client:…"
                ),
            };
            Err(Error::conflict("twilio_would_not_call", detail))
        }
        // It rings: its reports name the call as we do.
        Err(Failure::Taken { .. }) => Ok(()),
        Err(failure) => {
            let error = String::from(failure);
            let detail = format!("Twilio does not answer ({error}). Try again, or dial by hand.");
            Err(Error::conflict("twilio_not_reached", detail))
        }
    }
}
