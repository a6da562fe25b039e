mod erasing;
mod exporting;

use kit::db::Sql;
use kit::{Tx, params, sql};
use serde_json::{Value, json};

use super::{Erasure, Flag};
use crate::accounts::Permit;
use crate::context::{self, Named};
use crate::identities::{CustomerId, graph};
use crate::testing::{Shop, on_each_engine};

/// Anna as the shop knows her: an account, a device, a proven e-mail, a card, a household, an order, a consent.
async fn anna(shop: &Shop) -> CustomerId {
    shop.web(&[
        json!({"type": "page", "anonymousId": "anna-phone", "name": "Home", "messageId": "a1"}),
        json!({"type": "identify", "anonymousId": "anna-phone", "userId": "u-anna", "messageId": "a2"}),
    ])
    .await;
    shop.server(&[
        json!({"type": "identify", "userId": "u-anna", "messageId": "a3", "traits": {
            "firstName": "Anna", "lastName": "Nowak", "email": "anna@example.com", "email_verified": true,
            "phone": "+48500100200", "loyalty_card": "2900001", "loyalty_card_verified": true}}),
        json!({"type": "group", "userId": "u-anna", "groupId": "g-anna", "messageId": "a4",
            "traits": {"name": "Anna’s household"}}),
        json!({"type": "track", "userId": "u-anna", "event": "Order Completed", "messageId": "a5",
            "properties": {"order_id": "anna-1", "total": 129, "currency": "PLN"}}),
        json!({"type": "track", "userId": "u-anna", "event": "Consent Given", "messageId": "a6",
            "properties": {"purpose": "marketing", "channel": "email", "wording": "v3"}}),
        json!({"type": "track", "userId": "u-anna", "event": "Consent Given", "messageId": "a7",
            "properties": {"purpose": "profiling", "channel": "sms", "identity": "phone:+48500100200"}}),
    ])
    .await;
    shop.who("user_id:u-anna").await.unwrap()
}

async fn erase(shop: &Shop, customer: CustomerId) -> Erasure {
    super::erase(&shop.ctx, &Permit::console(), &Named::Id(customer)).await.unwrap()
}

/// The tables in which a text stands that would tell who it was.
async fn traces(shop: &Shop, text: &str) -> Vec<&'static str> {
    const TEXTS: [(&str, Sql); 11] = [
        ("identities", sql!("select 1 from identities where value like $1")),
        ("claims", sql!("select 1 from claims where value like $1")),
        ("edges", sql!("select 1 from edges where value like $1 or reason like $1")),
        ("proposals", sql!("select 1 from proposals where value like $1")),
        ("traits", sql!("select 1 from traits where doc like $1")),
        ("search_terms", sql!("select 1 from search_terms where term like $1")),
        (
            "consents",
            sql!("select 1 from consents where identity_value like $1 or evidence like $1"),
        ),
        ("groups", sql!("select 1 from groups where id like $1 or traits like $1")),
        ("dealings", sql!("select 1 from dealings where ref like $1")),
        (
            "events",
            sql!(
                "select 1 from events where name like $1 or device like $1 or properties like $1
                   or context like $1"
            ),
        ),
        ("rejections", sql!("select 1 from rejections where body like $1")),
    ];
    let like = format!("%{text}%");
    let look = |tx: &Tx| {
        let mut found = Vec::new();
        for (table, select) in TEXTS {
            if tx.one(select, params![like], |_| Ok(()))?.is_some() {
                found.push(table);
            }
        }
        Ok(found)
    };
    shop.ctx.db.read(look).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_side_of_a_split_keeps_what_its_person_asked_for() {
    on_each_engine(async |shop| {
        let (anna, bogdan) = (anna(&shop).await, bogdan(&shop).await);
        let permit = Permit::console();
        super::set(&shop.ctx, &permit, &Named::Id(anna), Flag::Objection, "by letter")
            .await
            .unwrap();
        let now = shop.ctx.clock.now();
        let merge = |tx: &Tx| graph::merge(tx, anna, bogdan, "staff:ola", "one person", now);
        let edge = shop.ctx.db.write(merge).await.unwrap();
        let flags = async |customer| {
            let context = context::of(&shop.ctx, &Named::Id(customer)).await.unwrap();
            shop.ctx.clock.advance(kit::time::seconds(1));
            (context.customer.restricted_at.is_some(), context.customer.objected_at.is_some())
        };
        assert_eq!(flags(bogdan).await, (false, true), "the stricter side decides");
        super::set(&shop.ctx, &permit, &Named::Id(bogdan), Flag::Restriction, "").await.unwrap();
        let split = |tx: &Tx| graph::split(tx, anna, edge.id, "staff:ola", "two after all", now);
        shop.ctx.db.write(split).await.unwrap();
        assert_eq!(flags(anna).await, (true, true));
        assert_eq!(flags(bogdan).await, (true, false));
        super::clear(&shop.ctx, &permit, &Named::Id(anna), Flag::Restriction, "").await.unwrap();
        super::clear(&shop.ctx, &permit, &Named::Id(anna), Flag::Restriction, "").await.unwrap();
        assert_eq!(flags(anna).await, (false, true));
        assert_eq!(
            audited(&shop).await,
            [
                "customer_objected console {\"reason\":\"by letter\"}",
                "customer_restricted console {\"reason\":\"\"}",
                "customer_restriction_lifted console {\"reason\":\"\"}",
            ]
        );
    })
    .await;
}

async fn bogdan(shop: &Shop) -> CustomerId {
    shop.web(&[login("bogdan-phone", "u-bogdan", "b1")]).await;
    shop.who("user_id:u-bogdan").await.unwrap()
}

fn login(device: &str, user: &str, message: &str) -> Value {
    json!({"type": "identify", "anonymousId": device, "userId": user, "messageId": message})
}

/// The audit log, oldest first: deed, who, detail.
async fn audited(shop: &Shop) -> Vec<String> {
    let read = |tx: &Tx| {
        tx.rows(
            sql!("select action, actor, detail from audit_log order by at, id"),
            params![],
            |row| Ok(format!("{} {} {}", row.text(0)?, row.text(1)?, row.text(2)?)),
        )
    };
    shop.ctx.db.read(read).await.unwrap()
}
