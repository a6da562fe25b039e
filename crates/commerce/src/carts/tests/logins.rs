//! Two people change one cart at one moment, at two doors and by two server processes.

use std::sync::Arc;

use crate::carts::Role;
use crate::carts::rules::Action;
use crate::carts::testing::{assert_sound, by, device, mug, put_by, told};
use crate::testing::Market;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_customer_and_a_clerk_change_one_line_at_one_moment() {
    for engine in kit::testing::engines() {
        let first = Market::open(engine).await;
        let second = Arc::new(first.second_process().await);
        let first = Arc::new(first);
        let (blue, phone) = (mug(&first, "BLUE").await, device(&first, "phone").await);
        let tasks: Vec<_> = (0..8)
            .map(|task| {
                let market = if task % 2 == 0 { first.clone() } else { second.clone() };
                let role = if task % 2 == 0 { Role::Customer } else { Role::Clerk };
                tokio::spawn(async move {
                    let actor = by(role, None, &market.shop.web);
                    for n in 0..10 {
                        let add = [Action::Add { variant: blue, quantity: 1 }];
                        let key = format!("{task}-{n}");
                        put_by(&market, &actor, phone, &key, &add).await.unwrap();
                    }
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(told(&first, phone).await, "80 × BLUE");
        assert_sound(&first).await;
        // Whoever comes with a wish that was meant for what they saw, has it: setting is no adding.
        let set = [Action::Set { variant: blue, quantity: 2 }];
        let actor = by(Role::Clerk, None, &second.shop.web);
        put_by(&second, &actor, phone, "set", &set).await.unwrap();
        assert_eq!(told(&first, phone).await, "2 × BLUE");
    }
}
