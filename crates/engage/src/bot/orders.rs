//! How the customer's orders stand, read from their timeline: pure.

use std::collections::BTreeMap;

use customers::events::Event;
use customers::events::commerce::{self, ShopEvent};
use serde_json::Value;

use super::rules::{OrderSeen, Stage};

/// The orders that these events tell of, the newest first.
pub fn seen(events: &[Event]) -> Vec<OrderSeen> {
    let mut orders: BTreeMap<String, OrderSeen> = BTreeMap::new();
    for event in events {
        let Some(told) = commerce::parse(&event.name, event.properties.get(), None) else {
            continue;
        };
        let Some(stage) = stage(told.event) else { continue };
        let Some(number) = told.order_id().or(told.receipt_number()) else { continue };
        let at = event.occurred_at;
        let order = orders.entry(number.to_string()).or_insert_with(|| OrderSeen {
            number: number.to_string(),
            placed_at: at,
            stage,
            stage_at: at,
            tracking: None,
        });
        order.placed_at = order.placed_at.min(at);
        // Two doors may tell of one step: the first time counts.
        if stage > order.stage || (stage == order.stage && at < order.stage_at) {
            (order.stage, order.stage_at) = (stage, at);
        }
        order.tracking = order.tracking.take().or_else(|| tracking(event.properties.get()));
    }
    let mut orders: Vec<OrderSeen> = orders.into_values().collect();
    orders.sort_by_key(|order| std::cmp::Reverse(order.placed_at));
    orders
}

fn stage(event: ShopEvent) -> Option<Stage> {
    match event {
        ShopEvent::OrderCompleted => Some(Stage::Placed),
        ShopEvent::OrderShipped => Some(Stage::Shipped),
        ShopEvent::ReturnStarted => Some(Stage::ReturnStarted),
        ShopEvent::OrderRefunded => Some(Stage::Refunded),
        ShopEvent::OrderCancelled => Some(Stage::Cancelled),
        _ => None,
    }
}

fn tracking(properties: &str) -> Option<String> {
    let properties: Value = serde_json::from_str(properties).ok()?;
    let found = ["tracking_number", "tracking_id", "trackingNumber"]
        .iter()
        .find_map(|key| properties.get(*key));
    found.and_then(Value::as_str).map(str::to_string).filter(|text| !text.is_empty())
}
