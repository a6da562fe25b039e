//! A small seeded generator, so that the demo is the same shop every time.
//!
//! SplitMix64 (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, 2014): one addition
//! and one mixing per number, and cheap to split, so that each customer draws from a stream of their own
//! and a change in one life does not rewrite all the others.

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(mix(seed ^ GOLDEN))
    }

    /// A stream of its own for `label`, which takes nothing from this one.
    pub fn fork(&self, label: u64) -> Random {
        Random(mix(self.0 ^ mix(label.wrapping_add(GOLDEN))))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mix(self.0)
    }

    /// A number from 0 to `bound` − 1; `bound` must not be 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        // The high half of the product; its bias (bound / 2⁶⁴) shows in no demo.
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as u64) as i64
    }

    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < u64::from(percent)
    }

    /// Any one of them; there must be one.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.index(from.len())]
    }

    /// A position in a list of this length, which must not be 0.
    pub fn index(&mut self, length: usize) -> usize {
        self.below(length as u64) as usize
    }

    /// Which of the weights was hit.
    pub fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().map(|&w| u64::from(w)).sum());
        for (i, &weight) in weights.iter().enumerate() {
            if left < u64::from(weight) {
                return i;
            }
            left -= u64::from(weight);
        }
        unreachable!("the draw is below the sum of the weights")
    }

    /// How often something happens that happens `per_mille` / 1000 times on average.
    pub fn times(&mut self, per_mille: u64) -> u64 {
        // Between half and one and a half of the average: regulars differ, but do not vanish.
        let drawn = per_mille / 2 + self.below(per_mille + 1);
        drawn / 1000 + u64::from(self.below(1000) < drawn % 1000)
    }

    /// The text of a UUID of version 4, as browsers and phones make for `anonymousId`.
    pub fn uuid(&mut self) -> String {
        let bits = (u128::from(self.next()) << 64) | u128::from(self.next());
        let bits = bits & !(0xf << 76) | (0x4 << 76);
        let bits = bits & !(0b11 << 62) | (0b10 << 62);
        uuid::Uuid::from_u128(bits).to_string()
    }
}

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers_and_a_fork_leaves_no_trace() {
        let (mut a, mut b) = (Random::new(7), Random::new(7));
        b.fork(1).uuid();
        assert_eq!(a.uuid(), b.uuid());
        assert_ne!(Random::new(7).fork(1).uuid(), Random::new(7).fork(2).uuid());
        assert_ne!(Random::new(7).uuid(), Random::new(8).uuid());
    }

    #[test]
    fn draws_stay_within_their_bounds() {
        let mut random = Random::new(1);
        for _ in 0..2_000 {
            assert!((-3..=3).contains(&random.between(-3, 3)));
            assert_ne!(random.weighted(&[1, 0, 2]), 1);
            assert!((1..=4).contains(&random.times(2_500)));
            assert!(!random.chance(0) && random.chance(100));
        }
        assert_eq!(random.uuid().as_bytes()[14], b'4');
    }
}
