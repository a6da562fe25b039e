//! Markdown as HTML that is safe to show, and as plain text: pure.

use std::collections::HashSet;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// Tables and lists, links and pictures; no script, no style, no frame. The page has the one `h1`, so the author's largest
/// heading is an `h2`, whichever it was written as.
pub fn to_html(markdown: &str) -> String {
    let headings = Parser::new_ext(markdown, options()).filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(level),
        _ => None,
    });
    let largest = headings.min().unwrap_or(HeadingLevel::H1);
    let events = Parser::new_ext(markdown, options()).map(|event| match event {
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: below_title(level, largest), id, classes, attrs })
        }
        Event::End(TagEnd::Heading(level)) => {
            Event::End(TagEnd::Heading(below_title(level, largest)))
        }
        // Typed HTML is text like any other.
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        other => other,
    });
    let mut rendered = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut rendered, events);
    // Whatever the renderer lets through: a link that runs a script, for one.
    ammonia::Builder::default()
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(Some("noopener"))
        .clean(&rendered)
        .to_string()
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

fn below_title(level: HeadingLevel, largest: HeadingLevel) -> HeadingLevel {
    HeadingLevel::try_from(level as usize - largest as usize + 2).unwrap_or(HeadingLevel::H6)
}

/// The words alone, as a door without markup carries them.
pub fn to_text(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(piece) | Event::Code(piece) => text.push_str(&piece),
            Event::SoftBreak => text.push(' '),
            Event::HardBreak => text.push('\n'),
            Event::Start(Tag::Item) => text.push_str("– "),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_)) => {
                text.push_str("\n\n")
            }
            Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => text.push('\n'),
            Event::End(TagEnd::TableCell) => text.push(' '),
            _ => {}
        }
    }
    let mut text = text.replace("\n\n\n", "\n\n");
    text.truncate(text.trim_end().len());
    text
}
