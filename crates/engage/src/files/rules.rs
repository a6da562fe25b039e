//! How files go by a door: pure.

use customers::channels::ChannelKind;
use kit::{Error, Result};

use crate::connectors::capabilities::{self, Files};
use crate::conversations::{FILES_BYTES_MAX, FILES_MAX, NewAttachment};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carried {
    /// With the message.
    Attached,
    /// As links in its text: the door carries no files, or not these.
    Linked,
}

/// How these files go by a sort of door. What a door takes at most is its own limit; what no door of ours takes is refused.
pub fn carry(kind: ChannelKind, files: &[NewAttachment]) -> Result<Carried> {
    let bytes: usize = files.iter().map(|file| file.content.len()).sum();
    if files.len() > FILES_MAX || bytes > FILES_BYTES_MAX {
        let megabytes = FILES_BYTES_MAX / 1024 / 1024;
        let detail = format!("A message has at most {FILES_MAX} files of {megabytes} MB in all.");
        return Err(Error::too_large("files_too_large", detail));
    }
    let Some(door) = of_door(kind) else { return Ok(Carried::Linked) };
    let is_small = |file: &NewAttachment| {
        !file.media_type.starts_with("image/") || file.content.len() <= door.image_bytes_max
    };
    let fits = bytes <= door.bytes_max
        && files.iter().all(|file| is_taken(&door, &file.media_type) && is_small(file));
    Ok(if fits { Carried::Attached } else { Carried::Linked })
}

/// What files a sort of door carries. A page or an app in which the shop can be written to has the chat in it.
pub fn of_door(kind: ChannelKind) -> Option<Files> {
    let kind = match kind {
        ChannelKind::Web | ChannelKind::App => ChannelKind::Chat,
        other => other,
    };
    capabilities::of(kind).files.is
}

/// `image/*, application/pdf`; `*` takes whatever.
fn is_taken(door: &Files, media_type: &str) -> bool {
    let media_type = media_type.split(';').next().unwrap_or_default().trim();
    door.types.split(',').map(str::trim).any(|one| match one.strip_suffix('*') {
        Some(beginning) => media_type.starts_with(beginning),
        None => media_type == one,
    })
}

/// The text of an answer with the links to its files.
pub fn with_links(body: &str, links: &[(String, String)]) -> String {
    let lines = links.iter().map(|(name, url)| format!("{name}: {url}"));
    let all: Vec<String> = [body.trim().to_string()]
        .into_iter()
        .filter(|body| !body.is_empty())
        .chain(lines)
        .collect();
    all.join("\n")
}
