//! Which parts of its things Medusa is asked for: those that we read. A star brings all of what hangs there.

use super::Feed;

const PRODUCT: &str = "id,title,description,handle,status,updated_at";

/// The rules of a price are told only if all of the price is asked for.
const VARIANT: &str = "id,sku,ean,upc,updated_at,options.value,options.option.title,*prices,*prices.price_rules,\
    inventory_items.inventory_item_id,inventory_items.required_quantity";

const PERSON: &str = "id,email,phone,first_name,last_name,has_account,created_at,updated_at";

const ADDRESS: &str =
    "first_name,last_name,address_1,address_2,city,postal_code,country_code,phone";

const ORDER: &str = "id,display_id,custom_display_id,status,email,currency_code,created_at,updated_at,\
    total,shipping_total,items.total,items.detail.fulfilled_quantity,items.tax_lines.rate,\
    items.adjustments.code,payment_collections.payments.id,payment_collections.payments.captured_at,\
    fulfillments.canceled_at,fulfillments.labels.tracking_number";

pub fn of(feed: Feed) -> String {
    match feed {
        Feed::Products => format!("{PRODUCT},{}", under("variants", VARIANT)),
        Feed::Variants => format!("{VARIANT},{}", under("product", PRODUCT)),
        Feed::Customers => PERSON.to_string(),
        Feed::Orders => {
            format!("{ORDER},{},{}", under("customer", PERSON), under("shipping_address", ADDRESS))
        }
        Feed::Levels => {
            "id,location_levels.location_id,location_levels.stocked_quantity".to_string()
        }
    }
}

fn under(thing: &str, fields: &str) -> String {
    let field = |field: &str| match field.strip_prefix('*') {
        Some(all) => format!("*{thing}.{all}"),
        None => format!("{thing}.{field}"),
    };
    fields.split(',').map(field).collect::<Vec<_>>().join(",")
}
