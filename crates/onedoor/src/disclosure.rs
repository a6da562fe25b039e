//! What a person's file tells: the chapters of all crates that keep something of people.

use std::sync::LazyLock;

use customers::privacy::chapters::{Chapter, Chapters};

static ALL: LazyLock<Vec<&'static dyn Chapter>> = LazyLock::new(|| {
    let carts: &'static dyn Chapter = &commerce::carts::CartChanges;
    engage::disclosure::CHAPTERS.iter().copied().chain([carts]).collect()
});

pub fn chapters() -> Chapters {
    &ALL
}
