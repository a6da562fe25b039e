//! By which door a file goes how.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use customers::channels::ChannelKind;
use kit::time::days;
use tower::ServiceExt as _;

use super::rules::{Carried, carry};
use super::*;
use crate::conversations::{self, NewReply};
use crate::testing::{door, on_each_engine, proven};

fn file(media_type: &str, bytes: usize) -> NewAttachment {
    NewAttachment {
        name: "instrukcja.pdf".into(),
        media_type: media_type.into(),
        content_id: None,
        content: vec![b'a'; bytes],
    }
}

#[test]
fn a_door_carries_what_it_can_and_links_to_the_rest() {
    let check = |kind, media_type: &str, bytes, expected| {
        assert_eq!(carry(kind, &[file(media_type, bytes)]).ok(), expected, "{kind:?} {media_type}");
    };
    let mb = 1024 * 1024;
    check(ChannelKind::Email, "application/pdf", mb, Some(Carried::Attached));
    check(ChannelKind::Chat, "image/png", mb, Some(Carried::Attached));
    check(ChannelKind::Web, "image/png", mb, Some(Carried::Attached));
    check(ChannelKind::Sms, "image/png", 9, Some(Carried::Linked));
    check(ChannelKind::Whatsapp, "image/png", 9, Some(Carried::Attached));
    check(ChannelKind::Whatsapp, "text/plain; charset=utf-8", 9, Some(Carried::Attached));
    check(ChannelKind::Whatsapp, "application/zip", 9, Some(Carried::Linked));
    check(ChannelKind::Whatsapp, "image/jpeg", 6 * mb, Some(Carried::Linked));
    check(ChannelKind::Whatsapp, "video/mp4", 16 * mb, Some(Carried::Attached));
    check(ChannelKind::Instagram, "image/png", 8 * mb, Some(Carried::Attached));
    check(ChannelKind::Instagram, "image/png", 9 * mb, Some(Carried::Linked));
    check(ChannelKind::Instagram, "audio/ogg", 9, Some(Carried::Linked));
    check(ChannelKind::Whatsapp, "application/pdf", 17 * mb, Some(Carried::Linked));
    check(ChannelKind::Email, "application/pdf", 26 * mb, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn by_sms_a_file_is_a_link_that_is_signed_and_ends() {
    on_each_engine(async |talk| {
        let sms =
            door(&talk.ctx, ChannelKind::Sms, "Texts", Some(crate::connectors::Provider::Chat))
                .await;
        let id = talk
            .says(&sms, &proven("phone:+48601234567"), "m1", "How does it work?")
            .await
            .conversation_id;
        let new = NewReply {
            body: "Here it is.".into(),
            attachments: vec![file("application/pdf", 3)],
            own_url: Some("https://shop.example".into()),
            ..NewReply::default()
        };
        let sent = conversations::reply(&talk.ctx, &talk.staff(), id, &new).await.unwrap();
        talk.work().await;
        let body = talk.messages(id).await.last().unwrap().body.clone();
        let path = path(&talk.ctx.secrets, sent, 0).unwrap();
        assert_eq!(body, format!("Here it is.\ninstrukcja.pdf: https://shop.example{path}"));
        let get = async |path: &str| {
            let routes = routes(talk.ctx.clone()).into_router();
            let request = Request::get(path).body(Body::empty()).unwrap();
            routes.oneshot(request).await.unwrap()
        };
        let answer = get(&path).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(
            answer.headers()["content-disposition"],
            "attachment; filename*=UTF-8''instrukcja.pdf"
        );
        assert_eq!(
            get(&path.replace("/files/A", "/files/B")).await.status(),
            StatusCode::NOT_FOUND
        );
        assert_eq!(get("/files/guess").await.status(), StatusCode::NOT_FOUND);
        talk.ctx.customers.clock.advance(days(31));
        assert_eq!(get(&path).await.status(), StatusCode::NOT_FOUND);
        let without_url = NewReply { own_url: None, ..new };
        let refused = conversations::reply(&talk.ctx, &talk.staff(), id, &without_url).await;
        assert_eq!(refused.unwrap_err().code, "door_without_files");
    })
    .await;
}
