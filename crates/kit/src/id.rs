//! Ids: UUIDv7 (RFC 9562) in the database, a prefix and 26 base-32 letters at the edge.
//!
//! `id_type!(CustomerId, "cus")` makes a type of its own for each noun, so that a customer's id cannot
//! be passed where an order's is wanted.

use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::Time;

/// Crockford's alphabet in lower case: no i, l, o, u, so that an id survives the telephone.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A new UUIDv7: 48 bits of milliseconds, 12 of microseconds, a counter of 24 and 38 random bits. Those of one
/// process sort as they were made (RFC 9562, section 6.2, methods 1 and 3).
pub fn uuid_v7(at: Time) -> [u8; 16] {
    static MADE: AtomicU64 = AtomicU64::new(0);
    let micros = at.0.rem_euclid(crate::time::MICROS_PER_MS) as u128;
    let count = u128::from(MADE.fetch_add(1, Ordering::Relaxed) & 0xff_ffff);
    let random = random_bits() & ((1 << 38) - 1);
    stamp(at.as_ms(), (micros << 64) | (count << 38) | random)
}

/// A UUID of version 8 shape for a thing that names itself: the same time and bits give the same id.
pub fn stamp(ms: i64, bits: u128) -> [u8; 16] {
    let ms = (ms.clamp(0, (1 << 48) - 1)) as u128;
    let high = (bits >> 64) & 0x0fff;
    let low = bits & 0x3fff_ffff_ffff_ffff;
    ((ms << 80) | (0x7 << 76) | (high << 64) | (0b10 << 62) | low).to_be_bytes()
}

/// When an id of [`uuid_v7`] was made, to the millisecond.
pub fn time_of(id: [u8; 16]) -> Time {
    Time((u128::from_be_bytes(id) >> 80) as i64 * crate::time::MICROS_PER_MS)
}

/// 128 random bits: a generator per thread, seeded once by the operating system (a `getrandom` call per
/// event was 4 % of ingest).
fn random_bits() -> u128 {
    thread_local!(static STATE: Cell<Option<[u64; 4]>> = const { Cell::new(None) });
    STATE.with(|cell| {
        let mut s = cell.get().unwrap_or_else(|| {
            let mut seed = [0_u8; 32];
            getrandom::fill(&mut seed).expect("the operating system gives random bytes");
            std::array::from_fn(|i| {
                u64::from_le_bytes(std::array::from_fn(|j| seed[8 * i + j])) | 1
            })
        });
        let bits = (u128::from(xoshiro256(&mut s)) << 64) | u128::from(xoshiro256(&mut s));
        cell.set(Some(s));
        bits
    })
}

/// xoshiro256** (Blackman and Vigna, 2018). Ids are not secrets; tokens come from `getrandom`.
fn xoshiro256(s: &mut [u64; 4]) -> u64 {
    let out = s[1].wrapping_mul(5).rotate_left(7).wrapping_mul(9);
    let t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = s[3].rotate_left(45);
    out
}

/// 26 letters, most significant first, so that text sorts as bytes do.
pub fn to_base32(bytes: [u8; 16]) -> String {
    let n = u128::from_be_bytes(bytes);
    (0..26).rev().map(|i| ALPHABET[((n >> (5 * i)) & 31) as usize] as char).collect()
}

/// The inverse of [`to_base32`]; `None` where a letter is not of the alphabet or the number too big.
pub fn from_base32(text: &str) -> Option<[u8; 16]> {
    if text.len() != 26 || !matches!(text.as_bytes()[0], b'0'..=b'7') {
        return None;
    }
    let mut n: u128 = 0;
    for letter in text.bytes() {
        let digit = ALPHABET.iter().position(|&a| a == letter.to_ascii_lowercase())?;
        n = (n << 5) | digit as u128;
    }
    Some(n.to_be_bytes())
}

/// Makes an id type: `id_type!(CustomerId, "cus")`.
#[macro_export]
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            pub fn new(at: $crate::Time) -> Self {
                Self($crate::id::uuid_v7(at))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}_{}", $prefix, $crate::id::to_base32(self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::Error;

            fn from_str(text: &str) -> $crate::Result<Self> {
                text.strip_prefix(concat!($prefix, "_"))
                    .and_then($crate::id::from_base32)
                    .map(Self)
                    .ok_or_else(|| {
                        $crate::Error::bad_input(
                            "bad_id",
                            format!("“{text}” is not an id of the form {}_…", $prefix),
                        )
                    })
            }
        }

        impl $crate::db::ToV for $name {
            fn to_v(&self) -> $crate::db::V<'_> {
                $crate::db::V::Blob(&self.0)
            }
        }

        impl $crate::db::FromColumn for $name {
            fn from_column_maybe(
                row: &$crate::db::Row<'_>,
                i: usize,
            ) -> $crate::Result<Option<Self>> {
                Ok(<[u8; 16]>::from_column_maybe(row, i)?.map(Self))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<str>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    id_type!(ThingId, "thing");

    #[test]
    fn an_id_reads_back() {
        let id = ThingId::new(Time(1_795_291_606_335_000));
        assert_eq!(id.to_string().parse::<ThingId>().unwrap(), id);
        assert!(id.to_string().starts_with("thing_0"));
        assert_eq!("thing_zzz".parse::<ThingId>().unwrap_err().code, "bad_id");
    }

    #[test]
    fn ids_of_one_moment_sort_as_they_were_made() {
        let at = Time(1_795_262_400_123_456);
        let made: Vec<_> = (0..1_000).map(|_| uuid_v7(at)).collect();
        assert!(made.is_sorted());
        assert!(made[999] < uuid_v7(at.plus(1)));
        assert_eq!(time_of(made[0]), Time(1_795_262_400_123_000));
    }

    #[test]
    fn ids_sort_by_time_as_bytes_and_as_text() {
        let (a, b) = (ThingId::new(Time(1_000_000)), ThingId::new(Time(2_000_000)));
        assert!(a < b && a.to_string() < b.to_string());
    }
}
