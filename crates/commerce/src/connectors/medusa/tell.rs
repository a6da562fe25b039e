//! Medusa is told how many there are, what each costs and what was sent.

use std::collections::HashMap;

use kit::Time;
use kit::money::Money;
use serde::Deserialize;
use serde_json::{Number, Value, json};

use super::super::Trouble;
use super::super::feeds::read;
use super::super::theirs::{Change, Sent};
use super::parse::{RawPrice, odd};
use super::{ASKED_AT_ONCE, Session};

impl Session {
    /// Each change says how it shall be: told again, it is as it was.
    pub async fn tell(&self, changes: &[Change]) -> Result<(), Trouble> {
        for changes in changes.chunks(ASKED_AT_ONCE) {
            self.tell_stock(changes).await?;
            self.tell_prices(changes).await?;
        }
        Ok(())
    }

    /// A thing that never lay at our place of theirs gets a level there.
    async fn tell_stock(&self, changes: &[Change]) -> Result<(), Trouble> {
        let counted = |change: &&Change| change.stock.is_some() && !change.address.item.is_empty();
        let counted: Vec<&Change> = changes.iter().filter(counted).collect();
        if counted.is_empty() {
            return Ok(());
        }
        let ids = counted.iter().map(|change| &*change.address.item);
        let items = self.by_ids(
            "inventory-items",
            "inventory_items",
            "id,location_levels.location_id",
            ids,
        );
        let place = &self.shop.location;
        let lies_there = |item: &Value| {
            let levels = item["location_levels"].as_array().into_iter().flatten();
            levels.into_iter().any(|level| level["location_id"] == **place)
        };
        let items = items.await?;
        let known: HashMap<&str, bool> = items
            .iter()
            .filter_map(|item| Some((item["id"].as_str()?, lies_there(item))))
            .collect();
        let levels = |lies_there: bool| -> Vec<Value> {
            // What is gone there since is among neither.
            let is_meant =
                |change: &&&Change| known.get(&*change.address.item) == Some(&lies_there);
            let level = |change: &&Change| {
                json!({
                    "inventory_item_id": change.address.item,
                    "location_id": place,
                    "stocked_quantity": change.stock,
                })
            };
            counted.iter().filter(is_meant).map(level).collect()
        };
        let body = json!({ "create": levels(false), "update": levels(true) });
        self.post("inventory-items/location-levels/batch", &body).await.map(drop)
    }

    /// The price that everybody pays for one, in the link's currency. Medusa forgets the prices that it is not sent, so the others
    /// go along by their ids.
    async fn tell_prices(&self, changes: &[Change]) -> Result<(), Trouble> {
        let priced: Vec<(&Change, Money)> =
            changes.iter().filter_map(|change| Some((change, change.price?))).collect();
        let Some((_, first)) = priced.first() else { return Ok(()) };
        if first.currency != self.shop.currency {
            let (ours, theirs) = (first.currency, self.shop.currency);
            let words = format!(
                "Our prices are in {ours}, and the link looks at those in {theirs}: set {ours}."
            );
            return Err(Trouble::Odd(words));
        }
        let ids = priced.iter().map(|(change, _)| &*change.their_id);
        let variants = self
            .by_ids("product-variants", "variants", "id,*prices,*prices.price_rules", ids)
            .await?;
        let mut products: Vec<&str> =
            priced.iter().map(|(change, _)| &*change.address.product).collect();
        products.sort_unstable();
        products.dedup();
        for product in products {
            let mut update = Vec::new();
            for (change, price) in
                priced.iter().filter(|(change, _)| change.address.product == product)
            {
                // What is gone there since is told of by the next reading.
                let Some(theirs) = variants.iter().find(|one| one["id"] == *change.their_id) else {
                    continue;
                };
                let prices = self.prices(theirs, *price)?;
                update.push(json!({ "id": change.their_id, "prices": prices }));
            }
            let path = format!("products/{product}/variants/batch");
            self.post(&path, &json!({ "update": update })).await?;
        }
        Ok(())
    }

    fn prices(&self, variant: &Value, price: Money) -> Result<Vec<Value>, Trouble> {
        let theirs: Vec<RawPrice> = read(variant, "/prices")?;
        let code = price.currency.code().to_ascii_lowercase();
        let own = Money::new(self.shop.without_tax(price.minor), price.currency);
        let amount: Number = own.to_decimal().parse().map_err(|error| odd("amount", error))?;
        let usual = theirs.iter().find(|one| one.is_usual(&code));
        // Without its rules and quantities a price would be taken for another one, and one of the two dropped.
        let as_it_is = |one: &RawPrice| {
            json!({
                "id": one.id,
                "currency_code": one.currency_code,
                "rules": one.rules,
                "min_quantity": one.min_quantity,
                "max_quantity": one.max_quantity,
            })
        };
        let others = theirs.iter().filter(|one| usual.is_none_or(|usual| usual.id != one.id));
        let mut prices: Vec<Value> = others.map(as_it_is).collect();
        let mut ours = json!({ "currency_code": code, "amount": amount });
        if let Some(usual) = usual {
            ours["id"] = json!(usual.id);
        }
        prices.push(ours);
        Ok(prices)
    }

    /// Packs pieces of an order there and sends the parcel. What is left to pack is asked first, so that no piece is packed twice.
    pub async fn tell_sent(&self, sent: &Sent) -> Result<(), Trouble> {
        let order = format!("orders/{}", sent.order_id);
        let left = [("fields", "items.id,items.detail.quantity,items.detail.fulfilled_quantity")];
        let left: Vec<RawLeft> = read(&self.get(&order, &left).await?, "/order/items")?;
        let of = |(line, pieces): &(String, i64)| {
            let item = left.iter().find(|item| item.id == *line)?;
            let pieces = (*pieces).min(item.detail.quantity - item.detail.fulfilled_quantity);
            (pieces > 0).then(|| json!({ "id": line, "quantity": pieces }))
        };
        let items: Vec<Value> = sent.lines.iter().filter_map(of).collect();
        if items.is_empty() {
            return Ok(());
        }
        let packed = json!({ "items": items, "no_notification": true });
        let path = format!("{order}/fulfillments?fields=fulfillments.id,fulfillments.created_at");
        let mut parcels: Vec<RawParcel> =
            read(&self.once(&path, &packed).await?, "/order/fulfillments")?;
        parcels.sort_by_key(|parcel| parcel.created_at);
        let parcel = parcels.pop().ok_or_else(|| odd("order", "nothing was packed"))?;
        let labels: Vec<Value> = sent.tracking.iter().map(label).collect();
        let path = format!("{order}/fulfillments/{}/shipments", parcel.id);
        let gone = json!({ "items": items, "labels": labels, "no_notification": true });
        self.once(&path, &gone).await.map(drop)
    }
}

/// It wants both addresses; we know neither.
fn label(tracking: &String) -> Value {
    json!({ "tracking_number": tracking, "tracking_url": "", "label_url": "" })
}

#[derive(Deserialize)]
struct RawLeft {
    id: String,
    detail: RawDetail,
}

#[derive(Deserialize)]
struct RawDetail {
    quantity: i64,
    fulfilled_quantity: i64,
}

#[derive(Deserialize)]
struct RawParcel {
    id: String,
    created_at: Time,
}
