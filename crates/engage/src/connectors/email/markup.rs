//! HTML of strangers, made safe to show: no script, no style, no frame, and nothing that is fetched from elsewhere, by
//! which its sender would learn when and where the mail was read.

use std::borrow::Cow;
use std::collections::HashSet;

/// Keeps text, its structure, links (opened without telling where from) and pictures that came along in the mail.
pub fn clean(html: &str) -> String {
    ammonia::Builder::default()
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "cid"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"))
        .attribute_filter(|element, attribute, value| match (element, attribute) {
            ("a" | "area", "href") => Some(Cow::Borrowed(value)),
            // Whatever else would be fetched.
            (_, "src" | "background" | "href" | "cite" | "longdesc") => {
                value.starts_with("cid:").then_some(Cow::Borrowed(value))
            }
            _ => Some(Cow::Borrowed(value)),
        })
        .clean(html)
        .to_string()
}
