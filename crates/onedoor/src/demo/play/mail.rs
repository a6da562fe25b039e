//! The customer's mail program: what came, what they wrote, and a letter to write.

use axum::extract::{Multipart, Path, Query};
use axum::http::HeaderValue;
use axum::http::header::{
    CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use engage::connectors::http;
use kit::i18n::Arg;
use kit::{Error, Result};
use serde::Deserialize;

use super::caller::Caller;
use super::letter::{self, File, New, Read};
use super::mail_pages::{self, Draft};
use super::page::{Here, go, refused};
use super::post::{Folder, Letter};

/// What a mail program sends to refuse more of a kind by one click (RFC 8058).
const ONE_CLICK: &[(&str, &str)] = &[("List-Unsubscribe", "One-Click")];

/// A letter and what stands in it.
#[derive(Clone, Debug)]
pub struct Opened {
    pub letter: Letter,
    pub read: Read,
}

fn opened(letter: Letter) -> Opened {
    let read = letter::read(&letter.bytes);
    Opened { letter, read }
}

/// All letters of the customer, the newest first.
fn all(caller: &Caller) -> Vec<Opened> {
    let letters = caller.play.post.letters(&caller.play.player.email);
    letters.into_iter().rev().map(opened).collect()
}

fn find(all: &[Opened], number: u32) -> Result<&Opened> {
    let found = all.iter().find(|one| one.letter.number == number);
    found.ok_or_else(|| Error::not_found("such a letter"))
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `sent`, else what came.
    folder: String,
    /// The letter that is answered.
    answer: Option<u32>,
}

impl Asked {
    fn folder(&self) -> Folder {
        if self.folder == "sent" { Folder::Sent } else { Folder::Inbox }
    }
}

pub async fn list_letters(caller: Caller, Query(asked): Query<Asked>) -> Response {
    mail_pages::list(&caller, asked.folder(), &all(&caller))
}

pub async fn follow_letters(caller: Caller, Query(asked): Query<Asked>) -> Response {
    let (news, db) = (caller.play.news.clone(), caller.app.ctx.db.clone());
    let folder = asked.folder();
    let draw = move || {
        let caller = caller.clone();
        async move { Ok(mail_pages::rows(&caller, folder, &all(&caller))) }
    };
    news.follow(&db, draw).into_response()
}

/// A letter with the others of its thread, the oldest first; to look at it is to have read it.
pub async fn show_letter(caller: Caller, Path(number): Path<u32>) -> Result<Response> {
    let letters = all(&caller);
    let thread = find(&letters, number)?.read.thread().to_string();
    caller.play.post.mark(&caller.play.player.email, |letter| {
        letter.is_read |= letter.number == number;
    });
    let of_thread = letters.into_iter().rev().filter(|one| one.read.thread() == thread);
    Ok(mail_pages::thread(&caller, number, &of_thread.collect::<Vec<_>>()))
}

pub async fn show_file(
    caller: Caller,
    Path((number, file)): Path<(u32, usize)>,
) -> Result<Response> {
    let letters = all(&caller);
    let found = find(&letters, number)?.read.files.get(file).cloned();
    let File { name, content, .. } = found.ok_or_else(|| Error::not_found("such a file"))?;
    let name: String = form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let name = format!("attachment; filename*=UTF-8''{}", name.replace('+', "%20"));
    let headers = [
        // Whatever it says it is: it is kept, and never shown as a page of ours.
        (CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
        (CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(Error::internal)?),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, content).into_response())
}

/// A blank sheet, or an answer with what is answered below.
pub async fn show_new(caller: Caller, Query(asked): Query<Asked>) -> Result<Response> {
    let Some(number) = asked.answer else {
        let to = caller.play.post.shop().to_string();
        return Ok(mail_pages::new(&caller, &Draft { to, ..Draft::default() }));
    };
    let letters = all(&caller);
    let Opened { letter, read } = find(&letters, number)?;
    let wrote = [("at", Arg::Time(letter.at)), ("name", Arg::Text(read.writer().to_string()))];
    let wrote = caller.tr.with("demo-mail-wrote", &wrote);
    let draft = Draft {
        to: read.reply_to.clone(),
        subject: letter::answer_subject(&read.subject),
        body: format!("\n\n{wrote}\n{}", letter::quote(&read.text)),
        answers: Some(number),
    };
    Ok(mail_pages::new(&caller, &draft))
}

/// The caller stands before the body in the arguments, so that nobody else's files are read.
pub async fn send_letter(caller: Caller, form: Multipart) -> Result<Response> {
    match try_send(&caller, form).await {
        Ok(()) => Ok(go("/demo/mail?folder=sent")),
        Err(error) => Ok(refused(&caller, Here::Mail, &error)),
    }
}

async fn try_send(caller: &Caller, mut form: Multipart) -> Result<()> {
    let unclear = |error: axum::extract::multipart::MultipartError| {
        Error::bad_input("bad_form", error.body_text())
    };
    let (mut to, mut subject, mut body) = (String::new(), String::new(), String::new());
    let (mut answers, mut files) = (None, Vec::new());
    while let Some(field) = form.next_field().await.map_err(unclear)? {
        match field.name().unwrap_or_default() {
            "to" => to = field.text().await.map_err(unclear)?,
            "subject" => subject = field.text().await.map_err(unclear)?,
            "body" => body = field.text().await.map_err(unclear)?,
            "answers" => answers = field.text().await.map_err(unclear)?.parse::<u32>().ok(),
            "file" => {
                let name = field.file_name().unwrap_or_default().to_string();
                let media_type = field.content_type().unwrap_or_default().to_string();
                let content = field.bytes().await.map_err(unclear)?.to_vec();
                // A browser sends an empty one where none was chosen.
                if !name.is_empty() {
                    files.push(File { name, media_type, content });
                }
            }
            _ => {}
        }
    }
    if body.trim().is_empty() && files.is_empty() {
        return Err(Error::bad_input("empty_letter", "The letter is empty."));
    }
    let letters = all(caller);
    let answered = answers.map(|number| find(&letters, number)).transpose()?;
    let player = &caller.play.player;
    let domain = player.email.rsplit_once('@').map_or("example.com", |(_, domain)| domain);
    let id = kit::id::to_base32(kit::id::uuid_v7(caller.now));
    let bytes = letter::write(New {
        from: (player.name(), &player.email),
        to: &to,
        subject: &subject,
        body: &body.replace("\r\n", "\n"),
        answers: answered.map(|one| &one.read),
        files,
        message_id: format!("{id}@{domain}"),
        at: caller.now,
    })?;
    let full = |_| Error::conflict("post_full", "The post office takes no more.");
    caller.play.post.submit(&player.email, to.trim(), &bytes).map(drop).map_err(full)
}

/// By one click, as a mail program does it: a POST to where the letter says, and nothing is asked.
pub async fn unsubscribe(caller: Caller, Path(number): Path<u32>) -> Result<Response> {
    let letters = all(&caller);
    let url = find(&letters, number)?.read.unsubscribe.clone();
    let url = url.ok_or_else(|| Error::not_found("such a button in this letter"))?;
    let answered = match http::post_form(&url, &[], ONE_CLICK).await {
        Ok(answer) if answer.is_success() => Ok(()),
        Ok(answer) => Err(Error::conflict("not_unsubscribed", answer.text())),
        Err(failure) => Err(Error::conflict("not_unsubscribed", String::from(failure))),
    };
    if let Err(error) = answered {
        return Ok(refused(&caller, Here::Mail, &error));
    }
    caller.play.post.mark(&caller.play.player.email, |letter| {
        letter.is_refused |= letter.number == number;
    });
    Ok(go(&format!("/demo/mail/{number}")))
}
