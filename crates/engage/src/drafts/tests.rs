//! Anna begins to answer, goes away, and goes on at another desk.

use customers::accounts::{NewAccount, Permit, Role, Staff, Visit, may};
use customers::testing::identity_of;

use super::*;
use crate::testing::{Talk, on_each_engine, proven};

async fn colleague(talk: &Talk, name: &str) -> Permit<may::Talk> {
    let ctx = &talk.ctx.customers;
    let new = NewAccount::checked(name, &format!("{name}@kubek.pl"), Role::Agent).unwrap();
    let (_, link) = customers::accounts::invite(ctx, &Permit::console(), new).await.unwrap();
    let ip = std::net::Ipv4Addr::LOCALHOST.into();
    let visit = Visit { ip, user_agent: String::new(), request_id: "test".into() };
    let password = "trzy filizanki kawy".to_string();
    let entry =
        customers::accounts::set_password_by_link(ctx, &link, password, &visit).await.unwrap();
    let (staff, _): (Staff, _) =
        customers::accounts::recognise(ctx, &entry.token, "test").await.unwrap().unwrap();
    staff.permit().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_agent_has_a_draft_in_each_conversation_until_it_is_emptied_or_erased() {
    on_each_engine(async |talk| {
        let (anna, olek) = (colleague(talk, "anna").await, colleague(talk, "olek").await);
        let zofia = proven("phone:+48601234567");
        let id = talk.says(&talk.chat, &zofia, "m1", "Hello").await.conversation_id;
        let draft =
            Draft { kind: "answer".into(), body: "Dear Zofia, ".into(), ..Draft::default() };
        keep(&talk.ctx, &anna, id, &draft).await.unwrap();
        keep(&talk.ctx, &olek, id, &Draft { body: "Hi".into(), ..draft.clone() }).await.unwrap();
        let db = &talk.ctx.customers.db;
        assert_eq!(db.read(|tx| find_maybe(tx, &anna, id)).await.unwrap(), Some(draft.clone()));
        keep(&talk.ctx, &olek, id, &Draft { body: " ".into(), ..draft.clone() }).await.unwrap();
        assert_eq!(db.read(|tx| find_maybe(tx, &olek, id)).await.unwrap(), None);
        let long = Draft { body: "a".repeat(BODY_BYTES_MAX + 1), ..draft };
        assert_eq!(keep(&talk.ctx, &anna, id, &long).await.unwrap_err().code, "draft_too_long");
        let named = customers::context::Named::Identity(identity_of("phone:+48601234567"));
        customers::privacy::erase(&talk.ctx.customers, &Permit::console(), &named).await.unwrap();
        talk.work().await;
        assert_eq!(db.read(|tx| find_maybe(tx, &anna, id)).await.unwrap(), None);
    })
    .await;
}
