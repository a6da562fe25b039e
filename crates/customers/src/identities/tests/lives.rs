//! Random lives: people share devices, cards and e-mails, staff merge and split as they like. Whatever happens,
//! the picture stays sound, and nobody who had no part in it changes.

use std::collections::BTreeSet;

use kit::Time;

use super::super::{CustomerId, graph};
use super::world::{Deed, Dice, Picture, act, assert_nothing_lost, picture};
use crate::testing::{Shop, on_each_engine};

const WORLDS: u64 = 25;
const STEPS: usize = 24;
/// Accounts, devices, cards and e-mails of each world: few, so that they meet.
const SIZE: usize = 4;

#[tokio::test(flavor = "multi_thread")]
async fn any_life_leaves_the_picture_sound_and_bystanders_alone() {
    on_each_engine(async |shop| {
        let mut sent = 0;
        for seed in 0..WORLDS {
            let (mut dice, world) = (Dice(seed), format!("w{seed}z"));
            shop.ctx.clock.advance(kit::time::minutes(1));
            let since = shop.ctx.clock.now();
            let mut before = picture(&shop, since).await;
            for step in 0..STEPS {
                shop.ctx.clock.advance(kit::time::seconds(1));
                let touched = match dice.below(8) {
                    0 => merge_any(&shop, &before, &mut dice).await,
                    1 => split_any(&shop, &before, &mut dice).await,
                    _ => {
                        let deed = Deed::any(&mut dice, SIZE);
                        act(&shop, &world, &[deed], &mut sent).await;
                        let names = deed.names(&world);
                        names.iter().filter_map(|name| before.root_of(name)).collect()
                    }
                };
                let after = picture(&shop, since).await;
                assert_bystanders_unchanged(&before, &after, &touched, seed, step);
                after.assert_sound();
                before = after;
            }
        }
        picture(&shop, Time::MIN).await.assert_sound();
        assert_nothing_lost(&shop, sent).await;
        shop.settle().await;
        assert_nothing_lost(&shop, sent).await;
    })
    .await;
}

/// Staff join two customers; who was touched.
async fn merge_any(shop: &Shop, before: &Picture, dice: &mut Dice) -> BTreeSet<CustomerId> {
    let leaves: Vec<CustomerId> = before.roots.keys().copied().collect();
    if leaves.is_empty() {
        return BTreeSet::new();
    }
    let (a, b, now) = (*dice.pick(&leaves), *dice.pick(&leaves), shop.ctx.clock.now());
    let merged =
        shop.ctx.db.write(|tx| graph::merge(tx, a, b, "staff:ola", "same person", now)).await;
    let are_one = before.roots[&a] == before.roots[&b];
    assert_eq!(
        merged.map(drop).map_err(|e| e.code),
        if are_one { Err("already_merged") } else { Ok(()) }
    );
    BTreeSet::from([before.roots[&a], before.roots[&b]])
}

/// Staff undo a merge, whoever made it; who was touched.
async fn split_any(shop: &Shop, before: &Picture, dice: &mut Dice) -> BTreeSet<CustomerId> {
    let standing: Vec<_> = before.edges.iter().filter(|edge| edge.undone.is_none()).collect();
    if standing.is_empty() {
        return BTreeSet::new();
    }
    let (edge, now) = (*dice.pick(&standing), shop.ctx.clock.now());
    let split = |tx: &kit::Tx| graph::split(tx, edge.a, edge.id, "staff:ola", "not the same", now);
    let sets = shop.ctx.db.write(split).await.expect("stands");
    assert_eq!(sets.len(), 2, "undoing one edge makes two of one");
    let again = shop.ctx.db.write(split).await.map(drop).unwrap_err();
    assert!(again.is_not_found(), "{again}");
    BTreeSet::from([before.roots[&edge.a]])
}

fn assert_bystanders_unchanged(
    before: &Picture,
    after: &Picture,
    touched: &BTreeSet<CustomerId>,
    seed: u64,
    step: usize,
) {
    for (leaf, root) in before.roots.iter().filter(|(_, root)| !touched.contains(root)) {
        assert_eq!(after.roots[leaf], *root, "seed {seed}, step {step}: a bystander changed");
    }
}
