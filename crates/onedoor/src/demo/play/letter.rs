//! A letter as its reader sees it, and a letter as they write it. Pure.

use engage::connectors::email::clean_html;
use kit::text::clip;
use kit::{Error, Result, Time};
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, Message as Draft, MultiPart, SinglePart};
use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders};

/// A letter that was read.
#[derive(Clone, Debug, Default)]
pub struct Read {
    pub from: String,
    pub from_name: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    /// Cleaned: nothing runs, nothing is fetched from elsewhere. None where it says no more than the text.
    pub html: Option<String>,
    pub files: Vec<File>,
    /// Without its brackets.
    pub message_id: String,
    /// What it answers, the oldest first.
    pub references: Vec<String>,
    /// Where an answer goes.
    pub reply_to: String,
    /// Where one click refuses more of the kind (RFC 8058).
    pub unsubscribe: Option<String>,
}

#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    pub media_type: String,
    pub content: Vec<u8>,
}

/// A letter to be written.
#[derive(Debug)]
pub struct New<'a> {
    pub from: (String, &'a str),
    pub to: &'a str,
    pub subject: &'a str,
    pub body: &'a str,
    pub answers: Option<&'a Read>,
    pub files: Vec<File>,
    pub message_id: String,
    pub at: Time,
}

const SUBJECT_BYTES_MAX: usize = 300;

pub fn read(bytes: &[u8]) -> Read {
    let Some(mail) = MessageParser::default().parse(bytes) else { return Read::default() };
    let first = |address: Option<&mail_parser::Address>| {
        let one = address.and_then(|address| address.first());
        let text = |text: Option<&str>| text.unwrap_or_default().trim().to_string();
        one.map(|one| (text(one.address()), text(one.name()))).unwrap_or_default()
    };
    let (from, from_name) = first(mail.from());
    let (reply_to, _) = first(mail.reply_to());
    let is_html = mail.html_bodies().next().is_some_and(|part| part.is_text_html());
    let html = is_html.then(|| mail.body_html(0)).flatten().map(|html| clean_html(&html));
    let mut references = ids(mail.references());
    // Some mail programs say only this.
    let answered = ids(mail.in_reply_to()).into_iter();
    let unsaid: Vec<String> = answered.filter(|id| !references.contains(id)).collect();
    references.extend(unsaid);
    Read {
        to: first(mail.to()).0,
        subject: mail.subject().unwrap_or_default().trim().to_string(),
        text: mail.body_text(0).unwrap_or_default().replace("\r\n", "\n").trim().to_string(),
        html: html.filter(|html| !is_plain(html)),
        files: mail.attachments().map(file).collect(),
        message_id: mail.message_id().unwrap_or_default().to_string(),
        references,
        reply_to: if reply_to.is_empty() { from.clone() } else { reply_to },
        unsubscribe: unsubscribe(&mail),
        from,
        from_name,
    }
}

impl Read {
    /// As whoever wrote it calls themselves.
    pub fn writer(&self) -> &str {
        if self.from_name.is_empty() { &self.from } else { &self.from_name }
    }

    /// Letters of one thread have this in common.
    pub fn thread(&self) -> &str {
        self.references.first().map_or(&self.message_id, String::as_str)
    }
}

fn ids(value: &HeaderValue) -> Vec<String> {
    match value {
        HeaderValue::Text(id) => vec![id.to_string()],
        HeaderValue::TextList(ids) => ids.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

fn file(part: &mail_parser::MessagePart) -> File {
    let media_type = part.content_type().map_or_else(
        || "application/octet-stream".to_string(),
        |kind| format!("{}/{}", kind.c_type, kind.c_subtype.as_deref().unwrap_or("plain")),
    );
    let name = part.attachment_name().unwrap_or("file").to_string();
    File { name, media_type, content: part.contents().to_vec() }
}

/// Only where one click is enough, as mail programs do it: the button asks nobody anything else.
fn unsubscribe(mail: &Message) -> Option<String> {
    mail.header_raw("List-Unsubscribe-Post")?;
    let list = mail.header_raw("List-Unsubscribe")?;
    let urls = list.split(',').map(|one| one.trim().trim_matches(['<', '>']).to_string());
    urls.into_iter().find(|url| url.starts_with("http"))
}

/// Whether this HTML says no more than the text beside it: paragraphs and lines.
fn is_plain(html: &str) -> bool {
    let tags = ["<p>", "</p>", "<br>"];
    !tags.iter().fold(html.to_string(), |rest, tag| rest.replace(tag, "")).contains('<')
}

/// A text in pieces, of which some are addresses of pages: mail programs lead there.
pub fn pieces(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(at) = ["https://", "http://"].iter().filter_map(|start| rest.find(start)).min() {
        let (before, link) = rest.split_at(at);
        let end = link.find(char::is_whitespace).unwrap_or(link.len());
        let link = link[..end].trim_end_matches(['.', ',', ')', '>', '!', '?']);
        pieces.extend([(false, before), (true, link)]);
        rest = &rest[at + link.len()..];
    }
    pieces.push((false, rest));
    pieces
}

/// “Re:” once.
pub fn answer_subject(subject: &str) -> String {
    if subject.to_lowercase().starts_with("re:") {
        subject.into()
    } else {
        format!("Re: {subject}")
    }
}

/// What is answered, as mail programs quote it.
pub fn quote(text: &str) -> String {
    text.lines().map(|line| format!("> {line}").trim_end().to_string() + "\n").collect()
}

pub fn write(new: New) -> Result<Vec<u8>> {
    let refused = |error: &dyn std::fmt::Display| {
        Error::bad_input("bad_letter", format!("The letter cannot be sent: {error}."))
    };
    let address = |text: &str| text.trim().parse::<lettre::Address>().map_err(|e| refused(&e));
    let one_line: String =
        new.subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let mut builder = Draft::builder()
        .from(Mailbox::new(Some(new.from.0), address(new.from.1)?))
        .to(Mailbox::new(None, address(new.to)?))
        .subject(clip(one_line.trim(), SUBJECT_BYTES_MAX).into_owned())
        .date(std::time::UNIX_EPOCH + micros(new.at))
        .message_id(Some(format!("<{}>", new.message_id)));
    if let Some(answered) = new.answers {
        let bracketed = |id: &String| format!("<{id}>");
        let mut all: Vec<String> = answered.references.iter().map(bracketed).collect();
        all.push(bracketed(&answered.message_id));
        builder = builder.in_reply_to(bracketed(&answered.message_id)).references(all.join(" "));
    }
    let text = SinglePart::plain(new.body.to_string());
    let built = if new.files.is_empty() {
        builder.singlepart(text)
    } else {
        let all = MultiPart::mixed().singlepart(text);
        builder.multipart(new.files.into_iter().fold(all, |all, file| all.singlepart(part(file))))
    };
    Ok(built.map_err(|error| refused(&error))?.formatted())
}

fn part(file: File) -> SinglePart {
    let kind = ContentType::parse(&file.media_type).unwrap_or(ContentType::TEXT_PLAIN);
    Attachment::new(file.name).body(file.content, kind)
}

fn micros(at: Time) -> std::time::Duration {
    std::time::Duration::from_micros(u64::try_from(at.0).unwrap_or_default())
}
