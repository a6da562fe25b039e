//! What Shopify is told: how many there are, what each costs, what was sent.

use kit::secrets::Secrets;
use serde_json::{Value, json};

use super::super::Trouble;
use super::super::feeds::read;
use super::super::theirs::{Change, Counted, Sent};
use super::session::{Session, gid};
use super::{parse, queries};

/// So often the levels are read and set, if others change them in between.
const TRIES_MAX: usize = 3;

/// How many of a variant there shall be, and there are.
struct Wanted<'c> {
    change: &'c Change,
    target: i64,
    now: i64,
}

impl Wanted<'_> {
    /// Setting it brings back nothing that was bought there and not heard of.
    fn is_sound(&self) -> bool {
        let is_believed = self.change.stock_before.is_none_or(|before| before == self.now);
        is_believed || self.target <= self.now
    }
}

impl Session {
    /// Tells all of it, whatever becomes of a part; then the first trouble.
    pub async fn tell(&self, changes: &[Change]) -> Result<Vec<Counted>, Trouble> {
        let stock = self.tell_stock(changes).await;
        let prices = self.tell_prices(changes).await;
        let other = stock?;
        prices.map(|()| other)
    }

    /// Sets what there shall be. Where they say something else than we believed, somebody bought there or changed it by hand:
    /// fewer are set all the same, more only when what was bought is known, with the next reading.
    async fn tell_stock(&self, changes: &[Change]) -> Result<Vec<Counted>, Trouble> {
        let changes: Vec<&Change> = changes
            .iter()
            .filter(|one| one.stock.is_some() && !one.address.item.is_empty())
            .collect();
        for _ in 0..TRIES_MAX {
            let wanted = self.look(&changes).await?;
            let (sound, other): (Vec<_>, Vec<_>) = wanted.iter().partition(|one| one.is_sound());
            let due: Vec<Value> = sound
                .iter()
                .filter(|one| one.now != one.target)
                .map(|one| self.quantity(one))
                .collect();
            if due.is_empty() || self.set(due).await? {
                return Ok(other.into_iter().map(said).collect());
            }
        }
        Err(Trouble::Away("What Shopify has changes faster than it can be told.".into()))
    }

    /// How many of each it says there are. What is not kept at our place there is left alone.
    async fn look<'c>(&self, changes: &[&'c Change]) -> Result<Vec<Wanted<'c>>, Trouble> {
        if changes.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<String> =
            changes.iter().map(|one| gid("InventoryItem", &one.address.item)).collect();
        let asked = json!({ "ids": ids, "location": self.location });
        let answer = self.query(queries::LEVELS_OF, asked).await?;
        let nodes: Vec<Value> = read(&answer, "/nodes")?;
        let wanted = changes.iter().zip(&nodes).filter_map(|(change, node)| {
            let level = &node["inventoryLevel"]["quantities"];
            let now = level.pointer("/0/quantity").and_then(Value::as_i64)?;
            Some(Wanted { change, target: change.stock?, now })
        });
        Ok(wanted.collect())
    }

    fn quantity(&self, wanted: &Wanted) -> Value {
        json!({
            "inventoryItemId": gid("InventoryItem", &wanted.change.address.item),
            "locationId": self.location,
            "quantity": wanted.target,
            "changeFromQuantity": wanted.now,
        })
    }

    /// Sets them together; false, if one of them had changed since it was read, and then none was set.
    async fn set(&self, quantities: Vec<Value>) -> Result<bool, Trouble> {
        let input =
            json!({ "name": "available", "reason": "correction", "quantities": quantities });
        // Of this one try: the same words tomorrow are another change.
        let key = Secrets::random_hex().map_err(|error| Trouble::Away(error.detail))?;
        let asked = json!({ "input": input, "key": key });
        let answer = self.query(queries::SET_LEVELS, asked).await?;
        let errors: Vec<Value> = read(&answer, "/done/userErrors")?;
        if errors.iter().any(|error| error["code"] == "CHANGE_FROM_QUANTITY_STALE") {
            return Ok(false);
        }
        refused(&answer).map(|()| true)
    }

    /// Prices are set by their product.
    async fn tell_prices(&self, changes: &[Change]) -> Result<(), Trouble> {
        let mut products: Vec<&str> = changes
            .iter()
            .filter(|change| change.price.is_some())
            .map(|change| change.address.product.as_str())
            .collect();
        products.sort_unstable();
        products.dedup();
        let mut told = Ok(());
        for product in products {
            let mut variants = Vec::new();
            for change in changes.iter().filter(|change| change.address.product == product) {
                let Some(price) = change.price else { continue };
                if price.currency != self.currency {
                    let (theirs, ours) = (self.currency, price.currency);
                    let words = format!("Its prices are in {theirs}, ours are in {ours}.");
                    return Err(Trouble::Odd(words));
                }
                let id = gid("ProductVariant", &change.their_id);
                variants.push(json!({ "id": id, "price": price.to_decimal() }));
            }
            let asked = json!({ "product": gid("Product", product), "variants": variants });
            let answer = self.query(queries::SET_PRICES, asked).await?;
            told = told.and(refused(&answer));
        }
        told
    }

    /// Tells what was sent, as far as they have it still to send. Shopify writes no letter about it: ours does.
    pub async fn tell_sent(&self, sent: &Sent) -> Result<(), Trouble> {
        let asked = json!({ "order": gid("Order", &sent.order_id) });
        let answer = self.query(queries::LEFT_TO_SEND, asked).await?;
        let mut waiting: Vec<Value> = read(&answer, "/order/fulfillmentOrders/nodes")?;
        let mut rest = sent.lines.clone();
        for one in &mut waiting {
            if !matches!(one["status"].as_str(), Some("OPEN" | "IN_PROGRESS")) {
                continue;
            }
            self.fill(one, "line_items", queries::MORE_LEFT_TO_SEND).await?;
            let lines = take_from(&mut rest, one["line_items"]["nodes"].as_array());
            if lines.is_empty() {
                continue;
            }
            let of =
                json!([{ "fulfillmentOrderId": one["id"], "fulfillmentOrderLineItems": lines }]);
            let mut fulfillment =
                json!({ "lineItemsByFulfillmentOrder": of, "notifyCustomer": false });
            if let Some(number) = &sent.tracking {
                fulfillment["trackingInfo"] = json!({ "number": number, "company": sent.carrier });
            }
            let asked = json!({ "fulfillment": fulfillment });
            refused(&self.once(queries::SEND, asked).await?)?;
        }
        Ok(())
    }
}

/// So many pieces of what waits in a fulfilment order as were sent; these are taken off.
fn take_from(rest: &mut [(String, i64)], waiting: Option<&Vec<Value>>) -> Vec<Value> {
    let mut lines = Vec::new();
    for one in waiting.into_iter().flatten() {
        let line = parse::id(&one["lineItem"]["id"]);
        let Some((_, left)) = rest.iter_mut().find(|(id, _)| *id == line) else { continue };
        let quantity = (*left).min(one["remainingQuantity"].as_i64().unwrap_or(0));
        if quantity > 0 {
            *left -= quantity;
            lines.push(json!({ "id": one["id"], "quantity": quantity }));
        }
    }
    lines
}

fn said(wanted: &Wanted) -> Counted {
    Counted { their_id: wanted.change.their_id.clone(), quantity: wanted.now }
}

/// What it did not do, by its own words.
fn refused(answer: &Value) -> Result<(), Trouble> {
    let errors: Vec<Value> = read(answer, "/done/userErrors")?;
    let words: Vec<&str> = errors.iter().filter_map(|error| error["message"].as_str()).collect();
    if words.is_empty() { Ok(()) } else { Err(Trouble::Odd(words.join(" "))) }
}
