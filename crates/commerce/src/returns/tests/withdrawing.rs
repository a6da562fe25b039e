//! The statement that anybody can make.

use kit::Tx;
use kit::time::days;

use super::super::withdraw::{self, Statement, Withdrawal};
use super::super::{Kind, State, store};
use super::world::{Bought, bought, left, order_now, sent};
use crate::orders;
use crate::testing::{Market, on_each_engine};

fn says(number: &str, email: &str) -> Statement {
    Statement {
        key: format!("{}:{email}:0123456789", number.replace(' ', "")),
        name: " Anna  Nowak ".into(),
        order_number: number.into(),
        email: email.into(),
        goods: String::new(),
    }
}

async fn declares(market: &Market, said: &Statement) -> kit::Result<(Withdrawal, bool)> {
    let (ctx, now) = (&market.ctx, market.ctx.customers.clock.now());
    let said = withdraw::checked(said)?;
    let declared = ctx.customers.db.write(|tx| withdraw::declare(ctx, tx, &said, now)).await?;
    let is_new = !declared.is_repeated;
    Ok((declared.learn(ctx), is_new))
}

async fn waiting(market: &Market) -> usize {
    market.ctx.customers.db.read(|tx| withdraw::open(tx, 10)).await.unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_knows_the_address_withdraws_at_once() {
    on_each_engine(async |market| {
        let Bought { order, .. } = sent(market).await;
        market.ctx.customers.clock.advance(days(10));
        let said = order.number.to_lowercase().replace('-', " ");
        let (taken, is_new) = declares(market, &says(&said, "anna@EXAMPLE.pl")).await.unwrap();
        assert!(is_new && taken.settled_at.is_some());
        assert_eq!(taken.statement.name, "Anna Nowak");
        let number = taken.return_number.clone().unwrap();
        let back = market.ctx.customers.db.read(|tx| store::find(tx, &number)).await.unwrap();
        assert_eq!((back.kind, back.state), (Kind::Withdrawal, State::Asked));
        // The button was pressed twice.
        let (again, is_new) = declares(market, &says(&said, "anna@EXAMPLE.pl")).await.unwrap();
        assert_eq!((again, is_new), (taken, false));
        assert_eq!(waiting(market).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_sent_is_cancelled() {
    on_each_engine(async |market| {
        let Bought { order, blue, .. } = bought(market).await;
        assert_eq!(left(market, blue).await, 2);
        let says = says(&order.number, "anna@example.pl");
        let (taken, _) = declares(market, &says).await.unwrap();
        assert_eq!((taken.return_number, left(market, blue).await), (None, 5));
        assert_eq!(order_now(market, &order).await.state, orders::State::Cancelled);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_else_changes_nothing_and_waits_for_staff() {
    on_each_engine(async |market| {
        let Bought { order, .. } = sent(market).await;
        let number = &order.number;
        let some =
            Statement { goods: "Only the red mug".into(), ..says(number, "anna@example.pl") };
        for (n, said) in [says(number, "other@example.pl"), says("12345", "anna@example.pl"), some]
            .iter()
            .enumerate()
        {
            let (taken, is_new) = declares(market, said).await.unwrap();
            assert!(is_new && taken.settled_at.is_none() && taken.return_number.is_none());
            assert_eq!(waiting(market).await, n + 1);
        }
        let of_order = |tx: &Tx| store::of_orders(tx, &[&order]);
        assert!(market.ctx.customers.db.read(of_order).await.unwrap().is_empty());
        // After the time is over, staff decide.
        market.ctx.customers.clock.advance(days(60));
        let late =
            Statement { key: "late-0123456789abcdef".into(), ..says(number, "anna@example.pl") };
        let (late, _) = declares(market, &late).await.unwrap();
        assert_eq!((late.settled_at, late.return_number), (None, None));
        let said = says("", "anna@example.pl");
        let refused = declares(market, &said).await.unwrap_err();
        assert_eq!(refused.code, "bad_order_number");
        let said = says(number, "no address");
        assert_eq!(declares(market, &said).await.unwrap_err().code, "bad_email");
    })
    .await;
}
