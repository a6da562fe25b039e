//! Who joins, changes and leaves.

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn piotr_is_invited_changes_role_and_leaves() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let anna = anna(&ctx).await;
        let new = || NewAccount::checked("Piotr", "piotr@kubek.pl", Role::Agent).unwrap();
        let (account, link) = invite(&ctx, &anna.permit().unwrap(), new()).await.unwrap();
        assert_eq!(code(invite(&ctx, &anna.permit().unwrap(), new()).await), "email_taken");
        let early = try_password(&ctx, "piotr@kubek.pl", PASSWORD, &shop()).await;
        assert_eq!(code(early), "wrong_credentials");
        let short = set_password_by_link(&ctx, &link, "kawa".into(), &shop()).await;
        assert_eq!(code(short), "password_short");
        ctx.clock.advance(seconds(1));
        let entry = set_password_by_link(&ctx, &link, PASSWORD.into(), &shop()).await.unwrap();
        let twice = set_password_by_link(&ctx, &link, PASSWORD.into(), &elsewhere()).await;
        assert_eq!(code(twice), "link_gone");

        let piotr = staff(&ctx, &entry.token).await.unwrap();
        assert_eq!(code(piotr.permit::<may::ManageTeam>()), "not_allowed");
        ctx.clock.advance(seconds(1));
        change_role(&ctx, &anna.permit().unwrap(), account.id, Role::Admin).await.unwrap();
        // The new role counts in the sessions that are open.
        let piotr = staff(&ctx, &entry.token).await.unwrap();
        let up = change_role(&ctx, &piotr.permit().unwrap(), account.id, Role::Owner).await;
        assert_eq!(code(up), "owners_only");

        ctx.clock.advance(seconds(1));
        disable(&ctx, &anna.permit().unwrap(), account.id).await.unwrap();
        assert!(staff(&ctx, &entry.token).await.is_none());
        let after = try_password(&ctx, "piotr@kubek.pl", PASSWORD, &shop()).await;
        assert_eq!(code(after), "wrong_credentials");
        ctx.clock.advance(seconds(1));
        enable(&ctx, &anna.permit().unwrap(), account.id).await.unwrap();
        ctx.clock.advance(seconds(1));
        assert_eq!(code(try_password(&ctx, "piotr@kubek.pl", PASSWORD, &shop()).await), "ok");
        expect![[r#"
            Anna account_enabled {"name":"Piotr"}
            Anna account_disabled {"name":"Piotr"}
            Anna role_changed {"name":"Piotr","from":"agent","to":"admin"}
            Piotr password_set {}
            Anna account_invited {"name":"Piotr","role":"agent"}
            Anna desk_set_up {}
        "#]]
        .assert_eq(&audit_log(&ctx, &anna).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_owner_stays() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let anna = anna(&ctx).await;
        let id = anna.actor().account_id.unwrap();
        let permit = || anna.permit::<may::ManageTeam>().unwrap();
        assert_eq!(code(disable(&ctx, &permit(), id).await), "last_owner");
        assert_eq!(code(change_role(&ctx, &permit(), id, Role::Admin).await), "last_owner");
        // Two owners who remove each other at the same moment: one stays.
        let ioana = join(&ctx, &anna, "Ioana", Role::Owner).await;
        let ioana_id = ioana.actor().account_id.unwrap();
        let mut answers = at_once([(anna.clone(), ioana_id), (ioana, id)].map(|(by, of)| {
            let ctx = ctx.clone();
            async move { code(disable(&ctx, &by.permit().unwrap(), of).await) }
        }))
        .await;
        answers.sort();
        assert_eq!(answers, ["last_owner", "ok"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_link_replaces_what_was_lost() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let anna = anna(&ctx).await;
        let piotr = join(&ctx, &anna, "Piotr", Role::Clerk).await;
        let id = piotr.actor().account_id.unwrap();
        let older = reset(&ctx, &anna.permit().unwrap(), id).await.unwrap();
        let link = reset(&ctx, &anna.permit().unwrap(), id).await.unwrap();
        assert_eq!(code(open_password_link(&ctx, &older).await), "link_gone");
        assert_eq!(open_password_link(&ctx, &link).await.unwrap().name, "Piotr");
        let new = "cztery filiżanki".to_owned();
        set_password_by_link(&ctx, &link, new.clone(), &shop()).await.unwrap();
        assert_eq!(
            code(try_password(&ctx, "piotr@kubek.pl", PASSWORD, &shop()).await),
            "wrong_credentials"
        );
        assert_eq!(code(try_password(&ctx, "piotr@kubek.pl", &new, &shop()).await), "ok");

        let late = reset(&ctx, &anna.permit().unwrap(), id).await.unwrap();
        ctx.clock.advance(days(3));
        assert_eq!(code(open_password_link(&ctx, &late).await), "link_gone");
    })
    .await;
}
