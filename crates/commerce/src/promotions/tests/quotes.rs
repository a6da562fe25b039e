//! What a basket costs, with everything that has a say in it.

use customers::accounts::{Permit, may};
use expect_test::expect;
use kit::money::Currency;
use kit::time::days;

use super::super::coupons::{Codes, Limits, make};
use super::*;
use crate::catalogue::testing::mug as goods;
use crate::prices::Buyer;
use crate::prices::exceptions::{self, Change, NewException};
use crate::prices::testing::costs;
use crate::testing::{Market, on_each_engine};

fn asked(lines: &[(VariantId, i64)]) -> Asked {
    let line = |(variant, quantity): &(VariantId, i64)| AskedLine {
        variant: *variant,
        quantity: *quantity,
    };
    let buyer = Buyer { customer: None, group: None, country: "PL".into() };
    Asked {
        way: Way::Costs(12_99),
        ..Asked::new(lines.iter().map(line).collect(), buyer, Currency::PLN)
    }
}

async fn quoted(market: &Market, asked: &Asked) -> Result<Quote> {
    market.ctx.customers.db.read(|tx| quote(&market.ctx, tx, asked)).await
}

/// The totals, the tax and the traces, a line each.
async fn told(market: &Market, asked: &Asked) -> String {
    let quote = serde_json::to_value(quoted(market, asked).await.unwrap()).unwrap();
    let mut text = String::new();
    for total in quote["totals"].as_array().unwrap() {
        text += &format!("{} {}\n", total["type"].as_str().unwrap(), total["amount"]);
    }
    for part in ["taxes", "coupons", "promotions"] {
        for row in quote[part].as_array().unwrap() {
            let values = row.as_object().unwrap().iter().filter(|(name, _)| *name != "promotion");
            let values: Vec<_> = values.map(|(name, value)| format!("{name} {value}")).collect();
            text += &format!("  {}\n", values.join(", "));
        }
    }
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn a_basket_costs_the_same_at_every_door_and_says_why() {
    on_each_engine(async |market| {
        let permit = Permit::<may::SetPrices>::console();
        let (mug, pot) = (goods(market, "MUG").await, goods(market, "POT").await);
        costs(market, mug, 49_90).await;
        costs(market, pot, 12_000).await;
        let mut third =
            promotion(1, Gives::BuyGet { buy: 2, get: 1, basis_points: 10_000, sets_max: None });
        third.rule.goods = Goods { variants: vec![mug].into(), ..Goods::default() };
        third.name = "The third mug is free".into();
        let mut welcome = promotion(2, Gives::Amount { amount: 20_00 });
        welcome.rule.needs.coupon = true;
        welcome.name = "20 zł with a code".into();
        let mut free = promotion(3, Gives::FreeShipping { up_to: None });
        free.rule.needs.amount_min = Some(25_000);
        free.name = "Free delivery from 250 zł".into();
        for promotion in [&third, &welcome, &free] {
            save(&market.ctx, &permit, promotion).await.unwrap();
        }
        let code = Codes::Own("WITAJ".into());
        make(&market.ctx, &permit, welcome.id, &code, Limits::default()).await.unwrap();

        let basket =
            Asked { coupons: vec!["witaj".into(), "nope".into()], ..asked(&[(mug, 3), (pot, 1)]) };
        expect![[r#"
            items_base_amount 26970
            items_discount 4990
            subtotal 21980
            discount 2000
            fulfillment 0
            tax 3736
            total 19980
              rate 2300, gross 19980, net 16244, tax 3736
              code "WITAJ", problem null
              code "NOPE", problem "coupon_unknown"
              name "The third mug is free", code "applied", amount 4990, shipping 0
              name "20 zł with a code", code "applied", amount 2000, shipping 0
              name "Free delivery from 250 zł", code "applied", amount 0, shipping 1299
        "#]]
        .assert_eq(&told(market, &basket).await);

        // The door makes no difference, unless it declared one.
        let at_door = |door| Asked { door: Some(door), ..basket.clone() };
        let (web, till) = (market.shop.web.channel.id, market.shop.server.channel.id);
        let same = quoted(market, &basket).await.unwrap();
        assert_eq!(quoted(market, &at_door(web)).await.unwrap(), same);
        assert_eq!(quoted(market, &at_door(till)).await.unwrap(), same);
        let now = market.ctx.customers.clock.now();
        let dearer = NewException {
            channel: web,
            variant: Some(pot),
            change: Change::BasisPoints(1_000),
            reason: "The marketplace keeps a tenth.".into(),
            starts_at: now,
            ends_at: now.plus(days(30)),
        };
        let dearer = exceptions::declare(&market.ctx, &permit, &dearer).await.unwrap();
        assert_eq!(quoted(market, &at_door(till)).await.unwrap(), same);
        let other = quoted(market, &at_door(web)).await.unwrap();
        let line = &other.lines[1];
        assert_eq!((line.unit_amount, line.exception), (13_200, Some(dearer.id)));

        // A promotion that changes is what holds from then on, also in another process that remembered it.
        let second = market.second_process().await;
        assert_eq!(quoted(&second, &basket).await.unwrap(), same);
        third.is_active = false;
        save(&market.ctx, &permit, &third).await.unwrap();
        for process in [market, &second] {
            let quote = quoted(process, &basket).await.unwrap();
            assert_eq!(quote.total(TotalType::Total), 26_970 - 20_00);
            assert_eq!(quote.promotions.len(), 2);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_priced_is_refused_by_name() {
    on_each_engine(async |market| {
        let mug = goods(market, "MUG").await;
        let code = async |asked: &Asked| quoted(market, asked).await.unwrap_err().to_string();
        assert_eq!(code(&asked(&[(mug, 1)])).await, "Mug MUG has no price in PLN. (no_price)");
        costs(market, mug, 49_90).await;
        assert_eq!(code(&asked(&[(mug, 0)])).await, "A quantity is at least 1. (bad_quantity)");
        let nobody = code(&asked(&[(variant(9), 1)])).await;
        assert!(nobody.ends_with("(not_found)"), "{nobody}");
        let nothing = quoted(market, &asked(&[])).await.unwrap();
        assert_eq!(nothing.total(TotalType::Total), 12_99);
        // A country whose tax we do not know: the tax is theirs to say.
        let mut abroad = asked(&[(mug, 1)]);
        abroad.buyer.country = "XX".into();
        let quote = quoted(market, &abroad).await.unwrap();
        assert_eq!(quote.total(TotalType::Tax), 0);
    })
    .await;
}
