//! Whatever the order in which the doors tell what they know, it ends the same.

use kit::Time;

use super::world::{Deed, Dice, Picture, act, assert_nothing_lost, picture};
use crate::testing::on_each_engine;

const WORLDS: u64 = 40;
const ORDERS: usize = 3;

/// What is true of some people, each device being one person's: everything may be told in any order.
fn truths(dice: &mut Dice) -> (Vec<Deed>, Vec<Deed>) {
    let (mut first, mut told) = (Vec::new(), Vec::new());
    let (mut device, mut card) = (0, 0);
    let has_account: [bool; 3] = std::array::from_fn(|n| n == 0 || dice.below(3) > 0);
    for (person, has_account) in has_account.into_iter().enumerate() {
        for _ in 0..1 + dice.below(3) {
            first.push(Deed::Look { device });
            told.push(match (has_account, dice.below(3)) {
                (true, 0) => Deed::Alias { account: person, device },
                (true, _) => Deed::Login { account: person, device },
                (false, _) => Deed::ScanOn { card: person * 10, device },
            });
            // Who says that the first one's e-mail is theirs is joined with nobody.
            if dice.below(3) == 0 {
                told.push(Deed::Claim { device, email: 0 });
            }
            device += 1;
        }
        if has_account {
            first.push(Deed::Buy { account: person });
            told.push(Deed::ProveEmail { account: person, email: person });
            for n in 0..dice.below(3) {
                card = person * 10 + n;
                first.push(Deed::Scan { card });
                told.push(Deed::ProveCard { account: person, card });
            }
        } else {
            first.push(Deed::Scan { card: person * 10 });
        }
        told.push(Deed::Scan { card });
    }
    (first, told)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_in_which_the_doors_tell_does_not_matter() {
    on_each_engine(async |shop| {
        let mut sent = 0;
        for seed in 0..WORLDS {
            let mut dice = Dice(seed);
            let (first, mut told) = truths(&mut dice);
            let mut expected = None;
            for order in 0..ORDERS {
                let world = format!("w{seed}o{order}z");
                shop.ctx.clock.advance(kit::time::minutes(1));
                let since = shop.ctx.clock.now();
                for deed in &first {
                    // One in each millisecond, by which ids are ordered: the roots shall be comparable.
                    shop.ctx.clock.advance(kit::time::ms(1));
                    act(&shop, &world, &[*deed], &mut sent).await;
                }
                for part in told.chunks(1 + dice.below(5)) {
                    act(&shop, &world, part, &mut sent).await;
                }
                let after = picture(&shop, since).await;
                let roots: Vec<_> =
                    first.iter().map(|deed| root_name(&after, &world, *deed)).collect();
                let found = (after.partition(&world), roots);
                let expected = expected.get_or_insert_with(|| found.clone());
                assert_eq!(*expected, found, "seed {seed}, order {order}: {told:?}");
                dice.shuffle(&mut told);
            }
        }
        picture(&shop, Time::MIN).await.assert_sound();
        shop.settle().await;
        assert_nothing_lost(&shop, sent).await;
    })
    .await;
}

/// The identity that was met first among all of the customer's: its leaf is the root.
fn root_name(picture: &Picture, world: &str, deed: Deed) -> Option<String> {
    let identity = deed.names(world).swap_remove(0);
    let root = picture.root_of(&identity)?;
    let is_bringer = |name: &str| !name.starts_with("email:");
    let mut held: Vec<&String> = picture
        .holders
        .iter()
        .filter(|(name, leaf)| **leaf == root && is_bringer(name))
        .map(|(name, _)| name)
        .collect();
    held.sort();
    held.first()
        .map(|name| name.to_lowercase().replace('-', "").replace(&world.replace('-', ""), "%"))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_twice_is_told_once() {
    on_each_engine(async |shop| {
        let mut sent = 0;
        let fresh = shop.second_process().await;
        for seed in 100..100 + WORLDS {
            let (first, told) = truths(&mut Dice(seed));
            let world = format!("w{seed}z");
            shop.ctx.clock.advance(kit::time::minutes(1));
            let since = shop.ctx.clock.now();
            act(&shop, &world, &first, &mut sent).await;
            act(&shop, &world, &told, &mut sent).await;
            let once = picture(&shop, since).await;
            act(&shop, &world, &told, &mut sent).await;
            // By a server that remembers nothing, too.
            act(&fresh, &world, &told, &mut sent).await;
            let twice = picture(&shop, since).await;
            assert_eq!((&once.roots, &once.holders), (&twice.roots, &twice.holders), "seed {seed}");
            assert_eq!(once.edges.len(), twice.edges.len(), "seed {seed}");
        }
        shop.settle().await;
        assert_nothing_lost(&shop, sent).await;
    })
    .await;
}
