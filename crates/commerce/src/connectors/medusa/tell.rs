//! Medusa is told how many there are and what each costs.

use std::collections::HashSet;

use kit::money::Money;
use serde_json::{Number, Value, json};

use super::super::Trouble;
use super::super::feeds::read;
use super::super::theirs::Change;
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
        let lies_there = |item: &&Value| {
            let levels = item["location_levels"].as_array().into_iter().flatten();
            levels.into_iter().any(|level| level["location_id"] == **place)
        };
        let items = items.await?;
        let known: HashSet<&str> =
            items.iter().filter(lies_there).filter_map(|item| item["id"].as_str()).collect();
        let (update, create): (Vec<&Change>, Vec<&Change>) =
            counted.into_iter().partition(|change| known.contains(&*change.address.item));
        let level = |change: &&Change| {
            json!({
                "inventory_item_id": change.address.item,
                "location_id": place,
                "stocked_quantity": change.stock,
            })
        };
        let all = |changes: &[&Change]| changes.iter().map(level).collect::<Vec<Value>>();
        let body = json!({ "create": all(&create), "update": all(&update) });
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
}
