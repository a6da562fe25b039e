use expect_test::{Expect, expect};
use kit::money::Currency;

use super::{Commerce, ShopEvent, parse};

/// What is understood of an event: its name, its amount, its order, and a line for each product.
fn check(name: &str, properties: &str, expected: Expect) {
    expected.assert_eq(&told(parse(name, properties, Some(Currency::PLN))));
}

fn told(event: Option<Commerce<'_>>) -> String {
    let Some(event) = event else { return "unknown\n".to_owned() };
    let mut told = event.event.name().to_owned();
    if let Some(value) = event.value() {
        told += &format!(" · {value}");
    }
    if let Some(order) = event.order_id() {
        told += &format!(" · order {order}");
    }
    for product in event.products() {
        let name = product.name.or(product.sku).or(product.product_id).unwrap_or_default();
        let quantity = product.quantity.map_or("by weight".to_owned(), |pieces| pieces.to_string());
        let price = product.price.map_or("no price".to_owned(), |price| price.to_string());
        told += &format!("\n  {quantity} × {name} at {price}");
    }
    told + "\n"
}

#[test]
fn an_order_is_read_as_the_specification_writes_it() {
    check(
        "Order Completed",
        r#"{
            "checkout_id": "fksdjfsdjfisjf9sdfjsd9f", "order_id": "1042", "affiliation": "Kraków",
            "subtotal": 119.00, "total": 129.00, "revenue": 119.00, "shipping": 10, "tax": 24.12,
            "discount": 2.5, "coupon": "MAY20", "currency": "EUR",
            "products": [
                {"product_id": "p1", "sku": "G-250", "name": "Ethiopia Guji 250 g", "price": 49, "quantity": 1},
                {"product_id": "p2", "name": "Espresso cups", "price": 35.00, "quantity": 2}
            ]
        }"#,
        expect![[r#"
            Order Completed · 129.00 EUR · order 1042
              1 × Ethiopia Guji 250 g at 49.00 EUR
              2 × Espresso cups at 35.00 EUR
        "#]],
    );
}

#[test]
fn senders_mix_up_types_and_we_understand_them() {
    check(
        "Order Completed",
        r#"{"order_id": 1042, "total": "129.00", "currency": "ron", "coupon": null,
            "products": [{"name": "Filter papers", "price": "12.5", "quantity": "4"},
                         {"sku": 77, "quantity": 2.0}, {"name": "Beans", "price": 120, "quantity": 0.35},
                         null, "oops", {"name": ""}]}"#,
        expect![[r#"
            Order Completed · 129.00 RON · order 1042
              4 × Filter papers at 12.50 RON
              2 × 77 at no price
              by weight × Beans at 120.00 RON
        "#]],
    );
    check(
        "Order Completed",
        r#"{"order_id": "", "products": {"name": "Mug", "price": 20}}"#,
        expect![[r#"
            Order Completed · 20.00 PLN
              1 × Mug at 20.00 PLN
        "#]],
    );
    check(
        "Order Completed",
        "null",
        expect![[r#"
        Order Completed
    "#]],
    );
    check(
        "Order Completed",
        "not json",
        expect![[r#"
        Order Completed
    "#]],
    );
}

#[test]
fn an_order_is_worth_its_total_else_its_revenue_else_its_products() {
    let products = r#""products": [{"name": "Mug", "price": 20, "quantity": 3}, {"name": "Tea", "price": 9.99}]"#;
    check(
        "Order Completed",
        &format!(r#"{{"total": 80, "revenue": 70, {products}}}"#),
        expect![[r#"
            Order Completed · 80.00 PLN
              3 × Mug at 20.00 PLN
              1 × Tea at 9.99 PLN
        "#]],
    );
    check(
        "Order Completed",
        &format!(r#"{{"revenue": 70, {products}}}"#),
        expect![[r#"
        Order Completed · 70.00 PLN
          3 × Mug at 20.00 PLN
          1 × Tea at 9.99 PLN
    "#]],
    );
    check(
        "Order Completed",
        &format!(r#"{{{products}}}"#),
        expect![[r#"
        Order Completed · 69.99 PLN
          3 × Mug at 20.00 PLN
          1 × Tea at 9.99 PLN
    "#]],
    );
    check(
        "Order Completed",
        r#"{"products": [{"name": "Mug", "price": 20}, {"name": "Tea"}]}"#,
        expect![[r#"
            Order Completed
              1 × Mug at 20.00 PLN
              1 × Tea at no price
        "#]],
    );
    check(
        "Order Refunded",
        r#"{"order_id": "1042", "total": 30}"#,
        expect![[r#"
        Order Refunded · 30.00 PLN · order 1042
    "#]],
    );
    check(
        "Coupon Applied",
        r#"{"coupon_id": "MAY20", "discount": 10, "total": 80}"#,
        expect![[r#"
            Coupon Applied
        "#]],
    );
}

#[test]
fn an_amount_is_exact_or_absent() {
    let value = |properties: &str, default| parse("Order Completed", properties, default)?.value();
    let pln = Some(Currency::PLN);
    let check = |properties: &str, default, expected: &str| {
        let value = value(properties, default).map_or("none".to_owned(), |money| money.to_string());
        assert_eq!(value, expected, "{properties}");
    };
    check(r#"{"total": 90071992547409.93}"#, pln, "90071992547409.93 PLN");
    check(r#"{"total": 1000, "currency": "JPY"}"#, pln, "1000 JPY");
    check(r#"{"total": 129}"#, None, "none");
    check(r#"{"total": 129, "currency": "złoty"}"#, pln, "none");
    check(r#"{"total": "1 299,00 zł"}"#, pln, "none");
    check(
        r#"{"products": [{"name": "Gold", "price": 90000000000000000, "quantity": 9}]}"#,
        pln,
        "none",
    );
}

#[test]
fn a_product_stands_in_the_properties_themselves() {
    check(
        "Product Added",
        r#"{"cart_id": "c1", "product_id": "p2", "name": "Espresso cups", "price": 35, "quantity": 2}"#,
        expect![[r#"
            Product Added · 70.00 PLN
              2 × Espresso cups at 35.00 PLN
        "#]],
    );
    check(
        "Product Viewed",
        r#"{"name": "Mug", "price": 20, "value": 18}"#,
        expect![[r#"
        Product Viewed · 18.00 PLN
          1 × Mug at 20.00 PLN
    "#]],
    );
    check(
        "Product Viewed",
        r#"{"category": "Cups", "quantity": 0}"#,
        expect![[r#"
        Product Viewed
    "#]],
    );
}

#[test]
fn older_names_and_those_of_google_are_understood() {
    for (alias, name) in [
        ("Viewed Product", "Product Viewed"),
        ("added product", "Product Added"),
        ("Completed Order", "Order Completed"),
        ("ORDER_COMPLETED", "Order Completed"),
        ("Viewed Checkout Step", "Checkout Step Viewed"),
        ("add_to_cart", "Product Added"),
        ("add_shipping_info", "Checkout Step Completed"),
    ] {
        assert_eq!(ShopEvent::find(alias).map(ShopEvent::name), Some(name), "{alias}");
    }
    check(
        "purchase",
        r#"{"transaction_id": "T-9", "value": 84.5, "currency": "EUR",
            "items": [{"item_id": "p1", "item_name": "Guji", "price": 42.25, "quantity": 2, "index": 0}]}"#,
        expect![[r#"
            Order Completed · 84.50 EUR · order T-9
              2 × Guji at 42.25 EUR
        "#]],
    );
}

#[test]
fn every_event_is_found_by_its_name_and_others_are_not() {
    for event in ShopEvent::ALL {
        assert_eq!(ShopEvent::find(event.name()), Some(event));
    }
    for name in ["", "Quiz Finished", "Order", "Order Completed!", &"x".repeat(1000), "Заказ"]
    {
        assert_eq!(ShopEvent::find(name), None, "{name}");
    }
}

#[test]
fn a_field_that_comes_twice_counts_once() {
    let event = parse(
        "Order Completed",
        r#"{"total": 1, "total": 2, "order\u005fid": "a\"b"}"#,
        Some(Currency::PLN),
    );
    assert_eq!(told(event), "Order Completed · 1.00 PLN · order a\"b\n");
}
