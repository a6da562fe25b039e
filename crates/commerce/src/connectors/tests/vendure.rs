//! A real Vendure server is linked. `cargo x shops` starts one and names it in `ONEDOOR_TEST_VENDURE`.

use customers::accounts::Permit;
use customers::channels::ChannelId;
use kit::db::Engine;
use kit::testing::engines;
use serde_json::{Value, json};

use super::super::{Keeper, Settings, System, desk};
use super::world::*;
use crate::stock::testing::{assert_sound, place};
use crate::testing::Market;

const SECRETS: [(&str, &str); 2] = [("username", "superadmin"), ("password", "superadmin")];

/// Their server, with the two mouths it has.
struct Vendure {
    url: String,
    admin: String,
}

impl Vendure {
    #[expect(clippy::disallowed_methods, reason = "the suite says where its server is")]
    async fn find() -> Vendure {
        let url = std::env::var("ONEDOOR_TEST_VENDURE").expect("cargo x shops names a server");
        let login =
            "mutation { login(username: \"superadmin\", password: \"superadmin\") { __typename } }";
        let (_, admin) = graphql(&format!("{url}/admin-api"), "", login, json!({})).await;
        Vendure { url, admin }
    }

    async fn admin(&self, query: &str, variables: Value) -> Value {
        graphql(&format!("{}/admin-api", self.url), &self.admin, query, variables).await.0
    }

    /// Somebody buys there, without an account; the order's id and number.
    async fn buys(&self, email: &str, goods: &[(&str, i64)]) -> (String, String) {
        let url = format!("{}/shop-api", self.url);
        let mut token = String::new();
        for (sku, quantity) in goods {
            let id = self.variant(sku).await["id"].as_str().unwrap().to_string();
            let add = "mutation ($id: ID!, $quantity: Int!) { addItemToOrder(productVariantId: $id, quantity: $quantity) {
                __typename ... on ErrorResult { message } } }";
            let (said, mine) =
                graphql(&url, &token, add, json!({ "id": id, "quantity": quantity })).await;
            assert_eq!(said["addItemToOrder"]["__typename"], "Order", "{said}");
            token = mine;
        }
        let (ways, _) =
            graphql(&url, &token, "{ eligibleShippingMethods { id } }", json!({})).await;
        let way = ways.pointer("/eligibleShippingMethods/0/id").cloned().unwrap_or_default();
        let rest = "mutation ($email: String!, $way: [ID!]!) {
            setCustomerForOrder(input: { firstName: \"Anna\", lastName: \"Nowak\", emailAddress: $email }) { __typename }
            setOrderShippingAddress(input: { fullName: \"Anna Nowak\", streetLine1: \"Grodzka 1\", city: \"Kraków\",
              postalCode: \"31-002\", countryCode: \"PL\", phoneNumber: \"+48600100200\" }) { __typename }
            setOrderShippingMethod(shippingMethodId: $way) { __typename }
            transitionOrderToState(state: \"ArrangingPayment\") { __typename ... on ErrorResult { message } }
            addPaymentToOrder(input: { method: \"dummy\", metadata: {} }) {
              __typename ... on Order { id code state } ... on ErrorResult { message } } }";
        let (said, _) = graphql(&url, &token, rest, json!({ "email": email, "way": [way] })).await;
        let order = &said["addPaymentToOrder"];
        assert_eq!(order["state"], "PaymentSettled", "{said}");
        (order["id"].as_str().unwrap().to_string(), order["code"].as_str().unwrap().to_string())
    }

    /// What they say of a variant.
    async fn variant(&self, sku: &str) -> Value {
        let query =
            "query ($sku: String!) { productVariants(options: { filter: { sku: { eq: $sku } } }) {
            items { id priceWithTax stockLevels { stockOnHand stockAllocated } } } }";
        self.admin(query, json!({ "sku": sku })).await["productVariants"]["items"][0].clone()
    }

    /// How many lie there, and how many of them can still be sold.
    async fn stock(&self, sku: &str) -> (i64, i64) {
        let variant = self.variant(sku).await;
        let level = &variant["stockLevels"][0];
        let on_hand = level["stockOnHand"].as_i64().unwrap();
        (on_hand, on_hand - level["stockAllocated"].as_i64().unwrap())
    }

    /// All lines of an order go out.
    async fn ships(&self, order: &str) {
        let lines = self
            .admin(
                "query ($id: ID!) { order(id: $id) { lines { id quantity } } }",
                json!({ "id": order }),
            )
            .await;
        let lines: Vec<Value> = lines["order"]["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| json!({ "orderLineId": line["id"], "quantity": line["quantity"] }))
            .collect();
        let send = "mutation ($lines: [OrderLineInput!]!) { addFulfillmentToOrder(input: { lines: $lines, handler: {
            code: \"manual-fulfillment\", arguments: [{ name: \"method\", value: \"courier\" }, { name: \"trackingCode\", value: \"PL123\" }] } }) {
            __typename ... on Fulfillment { id } ... on ErrorResult { message } } }";
        let made = self.admin(send, json!({ "lines": lines })).await;
        let id = made["addFulfillmentToOrder"]["id"].clone();
        assert!(id.is_string(), "{made}");
        let go = "mutation ($id: ID!) { transitionFulfillmentToState(id: $id, state: \"Shipped\") { __typename } }";
        self.admin(go, json!({ "id": id })).await;
    }

    async fn cancels(&self, order: &str) {
        let cancel = "mutation ($id: ID!) { cancelOrder(input: { orderId: $id, reason: \"changed her mind\" }) {
            __typename ... on ErrorResult { message } } }";
        let said = self.admin(cancel, json!({ "id": order })).await;
        assert_eq!(said["cancelOrder"]["__typename"], "Order", "{said}");
    }

    /// Somebody there writes another number by hand.
    async fn counts(&self, sku: &str, pieces: i64) {
        let id = self.variant(sku).await["id"].clone();
        let set = "mutation ($id: ID!, $n: Int!) { updateProductVariants(input: [{ id: $id, stockOnHand: $n }]) { id } }";
        self.admin(set, json!({ "id": id, "n": pieces })).await;
    }
}

async fn link(market: &Market, vendure: &Vendure) -> ChannelId {
    let new = connecting(System::Vendure, &vendure.url, &SECRETS);
    desk::connect(&market.ctx, &Permit::console(), &new).await.unwrap()
}

async fn keep(market: &Market, vendure: &Vendure, link: ChannelId, settings: Settings) {
    let new = super::super::Connecting {
        settings,
        secrets: Vec::new(),
        ..connecting(System::Vendure, &vendure.url, &[])
    };
    desk::change(&market.ctx, &Permit::console(), link, &new).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs a Vendure server: cargo x shops"]
async fn a_vendure_server_sells_from_our_shelf() {
    for engine in engines() {
        story(engine).await;
    }
}

async fn story(engine: Engine) {
    let vendure = Vendure::find().await;
    let market = market_of_today(engine).await;
    let krakow = place(&market, "W1 Kraków PL").await;
    let before = vendure.stock("MUG-BLUE").await;

    // What it has comes in: goods, prices, pieces.
    let link = link(&market, &vendure).await;
    sync(&market, link).await;
    let first = shown(&market, link).await;
    assert!(first.progress.iter().all(|feed| feed.done_at.is_some()), "{:?}", first.progress);
    assert_eq!((first.linked[0], first.linked[1]), (2, 3));
    let (on_hand, reserved, free) = books(&market, "MUG-BLUE").await;
    assert_eq!((on_hand, free), before);
    let price = vendure.variant("MUG-BLUE").await["priceWithTax"].as_i64();
    assert_eq!(price_of(&market, "MUG-BLUE").await, price);

    // Anna buys there: her order stands here, and its pieces are promised here.
    let email =
        format!("anna.{engine:?}.{}@example.pl", market.ctx.customers.clock.now().0).to_lowercase();
    let (order, number) = vendure.buys(&email, &[("MUG-BLUE", 2), ("KETTLE", 1)]).await;
    sync(&market, link).await;
    let guest = format!("email:{email}");
    let told = orders(&market, &guest).await;
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with(&format!("{number} placed paid: 2 × MUG-BLUE = ")), "{told:?}");
    assert_eq!(books(&market, "MUG-BLUE").await, (on_hand, reserved + 2, free - 2));
    let anna = market.shop.who(&guest).await.unwrap();
    assert!(market.shop.told(anna).await.contains(&"Order Completed".to_string()));

    // Read again, and from the start: nothing is taken twice.
    sync(&market, link).await;
    sync_from_start(&market, link).await;
    assert_eq!(orders(&market, &guest).await, told);
    assert_eq!(books(&market, "MUG-BLUE").await, (on_hand, reserved + 2, free - 2));

    // It is sent there: the pieces have left our books as well. Another order is cancelled there.
    vendure.ships(&order).await;
    let (second, _) = vendure.buys(&email, &[("MUG-BLUE", 1)]).await;
    sync(&market, link).await;
    assert_eq!(books(&market, "MUG-BLUE").await, (on_hand - 2, reserved + 1, free - 3));
    vendure.cancels(&second).await;
    sync(&market, link).await;
    assert_eq!(books(&market, "MUG-BLUE").await, (on_hand - 2, reserved, free - 2));
    let told = orders(&market, &guest).await;
    assert!(told[0].contains("cancelled paid: 1 × MUG-BLUE"), "{told:?}");
    assert!(
        told[1].contains("fulfilled paid") && told[1].contains("(2 sent, 0 cancelled)"),
        "{told:?}"
    );

    // From now on ours holds, and is told: one is sold at our till, and the price changes.
    sells(&market, "MUG-BLUE", krakow).await;
    costs(&market, "MUG-BLUE", 55_00).await;
    let ours = Settings { goods: Keeper::Ours, tells_stock: true, ..settings("W1") };
    keep(&market, &vendure, link, ours).await;
    let (third, _) = vendure.buys(&email, &[("MUG-BLUE", 1)]).await;
    sync(&market, link).await;
    let (_, _, free_now) = books(&market, "MUG-BLUE").await;
    assert_eq!(free_now, free - 4);
    assert_eq!(vendure.stock("MUG-BLUE").await, (free_now + 1, free_now));
    assert_eq!(vendure.variant("MUG-BLUE").await["priceWithTax"], 55_00);

    // Somebody there writes 99: what was sold does not come back.
    vendure.counts("MUG-BLUE", 99).await;
    sync_from_start(&market, link).await;
    assert_eq!(vendure.stock("MUG-BLUE").await, (free_now + 1, free_now));
    assert_eq!(books(&market, "MUG-BLUE").await.2, free_now);

    vendure.cancels(&third).await;
    sync(&market, link).await;
    assert_eq!(vendure.stock("MUG-BLUE").await.1, free_now + 1);
    assert_sound(&market).await;
}
