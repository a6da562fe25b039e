//! Files of a small coffee shop, imported: what is said, what is recorded, what is refused.

mod files;
mod tables;

use std::path::PathBuf;

use customers::testing::Shop;
use kit::testing::Folder;

use super::{Command, How, run};

/// A folder with the shop's files.
struct Desk {
    folder: Folder,
}

impl Desk {
    fn new(files: &[(&str, &[u8])]) -> Desk {
        let desk = Desk { folder: Folder::new() };
        for (name, bytes) in files {
            std::fs::write(desk.path(name), bytes).unwrap();
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.0.join(name)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    fn how(&self, files: &[&str]) -> How {
        let files = files.iter().map(|name| self.path(name)).collect();
        How { files, dry_run: false, errors: None, resume: false }
    }

    /// `onedoor import csv --map map.toml FILE`
    async fn import_csv(&self, shop: &Shop, file: &str) -> String {
        self.csv(shop, self.how(&[file])).await
    }

    async fn csv(&self, shop: &Shop, how: How) -> String {
        said(shop, Command::Csv { map: self.path("map.toml"), how }).await
    }

    async fn jsonl(&self, shop: &Shop, channel: &str, how: How) -> String {
        said(shop, Command::Jsonl { channel: channel.into(), how }).await
    }
}

/// What the command says; the end of it is its error, if it fails.
async fn said(shop: &Shop, command: Command) -> String {
    let mut out = Vec::new();
    let outcome = run(&shop.ctx, command, &mut out).await;
    let mut said = String::from_utf8(out).unwrap();
    if let Err(error) = outcome {
        said.push_str(&format!("onedoor: {}\n", error.detail));
    }
    said
}
