//! Pictures, voices and papers, both ways: fetched with the provider's own key, kept, and judged by what is in them.

use customers::channels::ChannelKind;
use engage::connectors;
use engage::conversations::{NewAttachment, NewReply, State, reply, store};
use engage::testing::{Talk, on_each_engine};
use expect_test::{Expect, expect};
use kit::Tx;
use serde_json::{Value, json};

use super::play::{ACCOUNT, Play, SECRET};
use crate::simulate::messenger::{INSTAGRAM, MESSENGER};
use crate::simulate::{Provider, telegram, whatsapp};

async fn open(talk: &Talk, kind: ChannelKind) -> Play<'_> {
    use connectors::Provider::{Instagram, Messenger, Telegram, Whatsapp};
    let secrets = json!({ "access_token": "EAAJ", "app_secret": SECRET, "token": SECRET });
    let account = json!({ "account_id": ACCOUNT, "human_agent": "no" });
    let number = json!({ "phone_number_id": ACCOUNT, "business_account_id": "1" });
    let (simulated, provider, hook, settings): (Provider, _, _, Value) = match kind {
        ChannelKind::Whatsapp => (whatsapp::PROVIDER, Whatsapp, "whatsapp", number),
        ChannelKind::Messenger => (MESSENGER, Messenger, "messenger", account),
        ChannelKind::Instagram => (INSTAGRAM, Instagram, "messenger", account),
        _ => (telegram::PROVIDER, Telegram, "", json!({ "mode": "webhook" })),
    };
    let play = Play::open(talk, simulated, (kind, provider, hook), settings, secrets).await;
    if kind == ChannelKind::Telegram {
        // It lives as long as the test.
        let (_, stopped) = tokio::sync::watch::channel(false);
        tokio::spawn(connectors::telegram::keep(talk.ctx.clone(), play.door.id, stopped));
    }
    play
}

/// What the shop has of the files that Anna sent.
async fn kept(play: &Play<'_>, who: &str) -> String {
    let talk = play.talk;
    let conversation = talk.conversation_of(who).await;
    let messages = talk.messages(conversation).await;
    let ids: Vec<_> = messages.iter().map(|message| message.id).collect();
    let files = talk.ctx.customers.db.read(|tx: &Tx| store::attachments(tx, &ids)).await.unwrap();
    let lines = files.iter().map(|file| format!("{} {} {}", file.name, file.media_type, file.size));
    lines.collect::<Vec<_>>().join("\n")
}

async fn brings(talk: &Talk, kind: ChannelKind, who: &str, expected: Expect) {
    let play = open(talk, kind).await;
    let files: [(&str, (&str, &str), &[u8]); 4] = [
        ("Ta", ("lamp.jpg", "image/jpeg"), b"\xff\xd8\xff\xe0 a lamp"),
        ("", ("voice.ogg", "audio/ogg"), b"OggS a voice"),
        ("", ("hurra.webp", "image/webp"), b"RIFF\x08\0\0\0WEBP"),
        ("", ("faktura.pdf", "application/pdf"), b"MZ a program that calls itself a paper"),
    ];
    for (n, (caption, named, content)) in files.into_iter().enumerate() {
        play.file(caption, named, content).await;
        play.until_said(who, n + 1).await;
    }
    // Each is fetched by a job of its own, after its message was recorded.
    play.until("all are fetched", async || kept(&play, who).await.lines().count() == 4).await;
    expected.assert_eq(&kept(&play, who).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_customers_send_is_fetched_and_looked_into() {
    on_each_engine(async |talk| {
        let told = expect![[r#"
            image.jpeg image/jpeg 11
            audio.ogg audio/ogg 12
            sticker.webp image/webp 12
            faktura.pdf application/x-executable 38"#]];
        brings(talk, ChannelKind::Whatsapp, "phone:+48601234567", told).await;
        let told = expect![[r#"
            image.jpg image/jpeg 11
            audio.mp4 audio/mp4 12
            image.jpg image/webp 12
            faktura.pdf application/x-executable 38"#]];
        brings(talk, ChannelKind::Messenger, "messenger_id:7000000001", told).await;
        let told = expect![[r#"
            photo.jpg image/jpeg 11
            voice.ogg audio/ogg 12
            photo.jpg image/webp 12
            faktura.pdf application/x-executable 38"#]];
        brings(talk, ChannelKind::Telegram, "telegram_id:7000000001", told).await;
    })
    .await;
}

/// What the phone gets of three files of the shop's.
async fn gets(talk: &Talk, kind: ChannelKind, who: &str, expected: Expect) {
    let play = open(talk, kind).await;
    play.phone("say", &[("text", "Hej")]).await;
    play.until_said(who, 1).await;
    let file = |name: &str, media_type: &str| NewAttachment {
        name: name.into(),
        media_type: media_type.into(),
        content_id: None,
        content: b"content".to_vec(),
    };
    let attachments = vec![
        file("a.png", "image/png"),
        file("b.mp4", "video/mp4"),
        file("c.zip", "application/zip"),
    ];
    let conversation = talk.conversation_of(who).await;
    for one in attachments {
        let own_url = Some("https://talk.kubek.pl".to_string());
        let new = NewReply { attachments: vec![one], own_url, ..NewReply::default() };
        reply(&talk.ctx, &talk.staff(), conversation, &new).await.unwrap();
        play.until("it is out", async || {
            let last = talk.messages(conversation).await.pop().unwrap();
            last.state >= State::Sent && last.state != State::Queued
        })
        .await;
        talk.ctx.customers.clock.advance(kit::time::minutes(1));
    }
    // Links are signed, and never the same.
    let seen = play.seen().await.into_iter().map(|line| match line.split_once("/files/") {
        Some((before, after)) => {
            let file =
                if before.contains('[') || !after.contains('[') { "" } else { " and a file" };
            format!("{before}/files/…{file}")
        }
        None => line,
    });
    let seen = seen.map(|line| line.trim().to_string());
    expected.assert_eq(&seen.collect::<Vec<_>>().join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_shop_sends_goes_as_it_is_or_as_a_link() {
    on_each_engine(async |talk| {
        let told = expect![[r#"
            [a.png] (delivered)
            [b.mp4] (delivered)
            c.zip: https://talk.kubek.pl/files/…"#]];
        gets(talk, ChannelKind::Whatsapp, "phone:+48601234567", told).await;
        let told = expect![[r#"
            [a.png] (delivered)
            [b.mp4] (delivered)
            [c.zip] (delivered)"#]];
        gets(talk, ChannelKind::Messenger, "messenger_id:7000000001", told).await;
        // Instagram takes no files: it fetches them by a signed link.
        let told = expect![[r#"
            [image at https://talk.kubek.pl/files/…
            [video at https://talk.kubek.pl/files/…
            c.zip: https://talk.kubek.pl/files/…"#]];
        gets(talk, ChannelKind::Instagram, "instagram_id:7000000001", told).await;
        let told = expect![[r#"
            [a.png] (sent)
            [b.mp4] (sent)
            [c.zip] (sent)"#]];
        gets(talk, ChannelKind::Telegram, "telegram_id:7000000001", told).await;
    })
    .await;
}
