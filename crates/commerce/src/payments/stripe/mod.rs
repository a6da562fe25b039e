//! Stripe, by Checkout Sessions: the buyer pays on a page of Stripe's, which tells us by a signed call.
//!
//! <https://docs.stripe.com/api/checkout/sessions>, <https://docs.stripe.com/webhooks/signature>. Requests are forms;
//! amounts are the smallest unit of the currency as Stripe counts it (`amount.rs`).

mod amount;
pub mod signature;
mod understand;

use axum::http::{HeaderMap, HeaderName};
use kit::http::{Answer, bearer, post_form, send};
use kit::money::Money;
use kit::{Error, Result, Time};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::provider::{Beginning, Provider, Session, Told};

/// Stripe answers and calls in the words of this version, whatever the account is set to.
pub const VERSION: &str = "2024-06-20";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    #[serde(default = "api_url")]
    pub api_url: String,
    /// Where the buyer comes back to; `{number}` is the order's.
    pub success_url: String,
    pub cancel_url: String,
}

pub fn api_url() -> String {
    "https://api.stripe.com".into()
}

impl Settings {
    pub fn check(&self) -> Result<()> {
        for url in [&self.api_url, &self.success_url, &self.cancel_url] {
            let is_local =
                url.starts_with("http://127.0.0.1") || url.starts_with("http://localhost");
            if !url.starts_with("https://") && !is_local {
                let detail = "An address begins with https://.";
                return Err(Error::bad_input("bad_payment_url", detail));
            }
        }
        Ok(())
    }
}

#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Keys {
    /// `sk_…` or a restricted `rk_…`.
    pub secret_key: String,
    /// `whsec_…`, of the address that Stripe calls.
    pub webhook_secret: String,
}

impl Keys {
    /// What is empty here is as it was.
    pub fn or(&self, before: Keys) -> Keys {
        let or = |new: &str, old: String| if new.is_empty() { old } else { new.to_string() };
        Keys {
            secret_key: or(&self.secret_key, before.secret_key),
            webhook_secret: or(&self.webhook_secret, before.webhook_secret),
        }
    }

    pub fn check(&self) -> Result<()> {
        let is_key = ["sk_", "rk_"].iter().any(|start| self.secret_key.starts_with(start));
        if !is_key || !self.webhook_secret.starts_with("whsec_") {
            let detail = "Stripe’s secret key begins with sk_ or rk_, the webhook’s with whsec_.";
            return Err(Error::bad_input("bad_payment_key", detail));
        }
        Ok(())
    }
}

#[derive(Clone)]
pub struct Stripe {
    pub settings: Settings,
    pub keys: Keys,
}

impl Stripe {
    fn url(&self, path: &str) -> String {
        format!("{}/v1/{path}", self.settings.api_url.trim_end_matches('/'))
    }

    fn headers(&self, key: Option<&str>) -> Vec<(HeaderName, String)> {
        let version = (HeaderName::from_static("stripe-version"), VERSION.to_string());
        let key = key.map(|key| (HeaderName::from_static("idempotency-key"), key.to_string()));
        [bearer(&self.keys.secret_key), version].into_iter().chain(key).collect()
    }

    async fn post(&self, path: &str, key: &str, form: &[(&str, &str)]) -> Result<Value> {
        let answer = post_form(&self.url(path), &self.headers(Some(key)), form).await;
        read(answer.map_err(unreachable)?)
    }

    async fn get(&self, path: &str) -> Result<Value> {
        let (get, url) = (axum::http::Method::GET, self.url(path));
        let answer = send(get, &url, &self.headers(None), Vec::new()).await;
        read(answer.map_err(unreachable)?)
    }
}

fn unreachable(failure: kit::http::Failure) -> Error {
    let reason = String::from(failure);
    tracing::warn!(%reason, "Stripe does not answer");
    Error::conflict("provider_unreachable", "Stripe does not answer. Try again in a minute.")
}

fn read(answer: Answer) -> Result<Value> {
    let is_success = answer.is_success();
    let body: Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    if is_success && body.is_object() {
        return Ok(body);
    }
    let said = body.pointer("/error/message").and_then(Value::as_str).unwrap_or_default();
    tracing::warn!(status = answer.status, said, "Stripe refuses");
    let detail = format!("Stripe refuses ({}): {}", answer.status, kit::text::clip(said, 200));
    Err(Error::conflict("provider_refused", detail))
}

impl Provider for Stripe {
    const NAME: &'static str = "stripe";

    async fn start(&self, beginning: &Beginning) -> Result<Session> {
        let Beginning { number, amount, email, key } = beginning;
        let units = amount::to_stripe(*amount)?.to_string();
        let currency = amount.currency.code().to_lowercase();
        let there = |url: &str| url.replace("{number}", number);
        let (success, cancel) =
            (there(&self.settings.success_url), there(&self.settings.cancel_url));
        let mut form = vec![
            ("mode", "payment"),
            ("client_reference_id", number.as_str()),
            ("line_items[0][quantity]", "1"),
            ("line_items[0][price_data][currency]", &currency),
            ("line_items[0][price_data][unit_amount]", &units),
            ("line_items[0][price_data][product_data][name]", number),
            ("metadata[order]", number),
            ("payment_intent_data[metadata][order]", number),
            ("success_url", &success),
            ("cancel_url", &cancel),
        ];
        if let Some(email) = email {
            form.push(("customer_email", email));
        }
        let session = self.post("checkout/sessions", key, &form).await?;
        let text = |name: &str| session[name].as_str().map(str::to_string);
        match (text("id"), text("url")) {
            (Some(reference), Some(url)) => Ok(Session { reference, url }),
            _ => Err(Error::conflict("provider_refused", "Stripe gave no page to pay on.")),
        }
    }

    async fn look(&self, session: &str) -> Result<Option<Told>> {
        understand::session(&self.get(&format!("checkout/sessions/{session}")).await?)
    }

    async fn refund(&self, payment: &str, number: &str, amount: Money, key: &str) -> Result<Told> {
        let units = amount::to_stripe(amount)?.to_string();
        let form = [("payment_intent", payment), ("amount", &units), ("metadata[order]", number)];
        let refund = self.post("refunds", key, &form).await?;
        let told = understand::refund(&refund)?;
        told.ok_or_else(|| Error::conflict("provider_refused", "Stripe did not refund it."))
    }

    fn understand(&self, headers: &HeaderMap, body: &[u8], now: Time) -> Result<Option<Told>> {
        let signed = headers.get("stripe-signature").and_then(|value| value.to_str().ok());
        signature::check(signed.unwrap_or_default(), body, &self.keys.webhook_secret, now)?;
        let event: Value = serde_json::from_slice(body)
            .map_err(|error| Error::bad_input("bad_json", format!("The body: {error}.")))?;
        understand::event(&event)
    }
}
