//! Random numbers that are the same in each run.

/// SplitMix64.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mix(self.0)
    }

    /// From 0 to 1, without 1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.share() * n as f64) as usize
    }

    pub fn one_of<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }

    /// A rank below `n`, the smaller the more often: Zipf's law with an exponent below 1.
    pub fn zipf(&mut self, n: usize, exponent: f64) -> usize {
        let rest = 1.0 - exponent;
        let rank = (self.share() * ((n as f64 + 1.0).powf(rest) - 1.0) + 1.0).powf(1.0 / rest);
        (rank as usize - 1).min(n - 1)
    }
}

/// Scatters numbers over all of `u64`; different ones stay different.
pub fn mix(n: u64) -> u64 {
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_drawn_often() {
        let mut random = Random::new(1);
        let draws: Vec<usize> = (0..10_000).map(|_| random.zipf(1_000, 0.99)).collect();
        let of_the_first = draws.iter().filter(|&&rank| rank < 10).count();
        assert!((2_500..4_500).contains(&of_the_first), "{of_the_first}");
        assert!(draws.iter().any(|&rank| rank > 900));
    }
}
