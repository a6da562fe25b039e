//! What a person's file tells: the chapters of all crates that keep something of people.

use std::sync::LazyLock;

use customers::privacy::chapters::{Chapter, Chapters};

static ALL: LazyLock<Vec<&'static dyn Chapter>> = LazyLock::new(|| {
    let bought: [&'static dyn Chapter; 6] = [
        &commerce::carts::CartChanges,
        &commerce::orders::Orders,
        &commerce::returns::Returns,
        &commerce::returns::Withdrawals,
        &commerce::loyalty::Points,
        &commerce::wishes::Wishes,
    ];
    engage::disclosure::CHAPTERS.iter().copied().chain(bought).collect()
});

pub fn chapters() -> Chapters {
    &ALL
}
