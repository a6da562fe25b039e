//! Anna says who is who, hands out a file, and forgets somebody.

use super::*;

#[tokio::test]
async fn two_become_one_by_hand_and_two_again() {
    let mut shop = Shop::with_zofia().await;
    shop.post(
        &shop.web,
        &[
            json!({"type": "page", "anonymousId": "phone-9", "name": "Beans", "messageId": "v1"}),
            json!({"type": "track", "event": "Consent Withdrawn", "anonymousId": "phone-9", "messageId": "v2",
                "properties": {"purpose": "marketing", "channel": "email"}}),
        ],
    )
    .await;
    let (zofia, visitor) = (shop.who("user_id:u7").await, shop.who("device:phone-9").await);
    let home = format!("/desk/customers/{zofia}");

    let search = shop.anna.get(&format!("{home}/merge?q=phone-9")).await;
    assert!(search.body.contains(&format!("{home}/merge?with={visitor}")), "{}", search.body);
    let preview = shop.anna.get(&format!("{home}/merge?with={visitor}")).await;
    expect![[r#"
        Together: Zofia Żak
        4 identities
        8 events
        1 order
        PLN 238.00
        The stricter word holds for both:
        Marketing · E-mail:
        Yes
        →
        Withdrawn
        Each row of history stays on the side that brought it, so undoing gives both sides back exactly what was theirs.
        Reason
        How do you know? The next colleague will read it.
        Merge
        Cancel
    "#]].assert_eq(&text(&preview.body, "<section class=\"card outcome\"", "</main>"));
    let refused =
        shop.anna.post(&format!("{home}/merge"), &format!("with={visitor}&reason=+")).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("Give a reason of 1 to 300 characters."));

    let form = format!("with={visitor}&reason=Told us on the telephone");
    let merged = shop.anna.post(&format!("{home}/merge"), &form).await;
    assert_eq!(merged.location(), home);
    let page = shop.anna.get(&home).await.body;
    assert!(
        page.contains("They are one customer now.") && page.contains("Looked at the page ‘Beans’")
    );
    assert!(page.contains("Merged by hand: ‘Told us on the telephone’"));
    let again = shop.anna.post(&format!("{home}/merge"), &form).await;
    assert_eq!(again.status, StatusCode::CONFLICT);

    let ways: Vec<&str> = page
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.contains("/splits/"))
        .collect();
    assert_eq!(ways.len(), 2);
    let way = ways[1];
    let preview = shop.anna.get(way).await.body;
    let sides = text(&preview, "<div class=\"sides\"", "<form");
    assert!(
        sides.contains("Zofia Żak") && sides.contains("Visitor on Web shop · phone-9"),
        "{sides}"
    );
    assert!(sides.contains("6 events") && sides.contains("2 events"), "{sides}");
    let split = shop.anna.post(way, "reason=Her mother").await;
    assert!(split.location().starts_with(&format!("{home}?undone=edg_")), "{}", split.location());
    let page = shop.anna.get(split.location()).await.body;
    assert!(page.contains("Both sides have back what was theirs"));
    assert!(page.contains(&format!("{home}/merge?with={visitor}")), "the undoing can be undone");
    assert!(!page.contains("Looked at the page ‘Beans’"));
    assert_eq!(shop.who("device:phone-9").await, visitor);
    assert_eq!(shop.anna.get(way).await.status, StatusCode::NOT_FOUND);

    let audit = shop.anna.get("/desk/audit").await.body;
    assert_eq!(audited(&audit, "Merged two customers"), 1);
    assert_eq!(audited(&audit, "Undid a merge"), 1);
    assert!(audit.contains("Told us on the telephone") && audit.contains("Her mother"));
}

#[tokio::test]
async fn what_may_be_one_person_is_asked_and_answered_once() {
    let mut shop = Shop::open().await;
    for (n, user) in ["adam", "ewa"].iter().enumerate() {
        shop.post(
            &shop.till,
            &[json!({"type": "identify", "userId": user, "messageId": n.to_string(),
                "traits": {"name": user, "email": "dom@example.com", "email_verified": true}})],
        )
        .await;
    }
    let (adam, ewa) = (shop.who("user_id:adam").await, shop.who("user_id:ewa").await);
    let page = shop.anna.get(&format!("/desk/customers/{adam}")).await.body;
    assert!(page.contains("May be the same person") && page.contains("Shared"), "{page}");
    let preview = shop.anna.get(&format!("/desk/customers/{adam}/merge?with={ewa}")).await.body;
    assert!(preview.contains("Two accounts are mostly two people"));
    let path = format!("/desk/customers/{adam}/dismissals/{ewa}");
    assert_eq!(shop.anna.post(&path, "").await.status, StatusCode::SEE_OTHER);
    for one in [adam, ewa] {
        let page = shop.anna.get(&format!("/desk/customers/{one}")).await.body;
        assert!(!page.contains("May be the same person"));
    }
    assert_eq!(
        audited(&shop.anna.get("/desk/audit").await.body, "Said that two are not the same"),
        1
    );
}

#[tokio::test]
async fn who_may_see_and_do_what() {
    let shop = Shop::with_zofia().await;
    shop.post(
        &shop.web,
        &[json!({"type": "page", "anonymousId": "phone-9", "name": "Beans", "messageId": "v1"})],
    )
    .await;
    let (zofia, visitor) = (shop.who("user_id:u7").await, shop.who("device:phone-9").await);
    let home = format!("/desk/customers/{zofia}");
    let mut anna = shop.anna;
    let page = anna.get(&home).await.body;
    let link = |end: &str| {
        let mut links = page.split('"').filter(|text| text.starts_with("/desk/"));
        links.find(|text| text.contains(end)).unwrap().to_owned()
    };
    let pages = [
        ("list", "/desk/customers".to_owned()),
        ("customer", home.clone()),
        ("raw event", link("/events/")),
        ("merge", format!("{home}/merge?with={visitor}")),
        ("split", link("/splits/")),
        ("file", format!("{home}/export")),
        ("erasure", format!("{home}/erasure")),
    ];
    let mut team = Vec::new();
    for role in Role::ALL {
        team.push((role, anna.join(role.code(), role).await));
    }
    let mut table = String::new();
    for (name, path) in &pages {
        table.push_str(&format!("{name}:"));
        for (role, theirs) in &mut team {
            let status = theirs.get(path).await.status.as_u16();
            table.push_str(&format!(" {} {status}", role.code()));
        }
        table.push('\n');
    }
    let form = format!("with={visitor}&reason=x&name=Zofia+Zak&is_set=true");
    let deeds = [format!("{home}/merge"), link("/splits/"), format!("{home}/erasure")];
    for (role, theirs) in team.iter_mut().skip(3) {
        let page = theirs.get(&home).await.body;
        for words in ["Merge with…", "Undo…", "Erase…", "Their file"] {
            assert!(!page.contains(words), "{role:?} sees {words}");
        }
        for path in &deeds {
            let status = theirs.post(path, &form).await.status;
            assert_eq!(status, StatusCode::FORBIDDEN, "{role:?} {path}");
        }
        let objection = theirs.post(&format!("{home}/objection"), &form).await.status.as_u16();
        table.push_str(&format!("{} notes an objection: {objection}\n", role.code()));
    }
    expect![[r#"
        list: owner 200 admin 200 agent 200 clerk 200 marketer 200 analyst 200
        customer: owner 200 admin 200 agent 200 clerk 200 marketer 200 analyst 200
        raw event: owner 200 admin 200 agent 403 clerk 403 marketer 403 analyst 403
        merge: owner 200 admin 200 agent 200 clerk 403 marketer 403 analyst 403
        split: owner 200 admin 200 agent 200 clerk 403 marketer 403 analyst 403
        file: owner 200 admin 200 agent 403 clerk 403 marketer 403 analyst 403
        erasure: owner 200 admin 200 agent 403 clerk 403 marketer 403 analyst 403
        clerk notes an objection: 303
        marketer notes an objection: 403
        analyst notes an objection: 403
    "#]]
    .assert_eq(&table);
}

#[tokio::test]
async fn zofia_gets_her_file_and_is_forgotten() {
    let mut shop = Shop::with_zofia().await;
    let home = format!("/desk/customers/{}", shop.who("user_id:u7").await);
    let file = shop.anna.get(&format!("{home}/export?format=html")).await;
    assert_eq!(file.headers["content-type"], "text/html; charset=utf-8");
    assert!(file.body.contains("zofia@example.com") && file.body.trim_end().ends_with("</html>"));
    let file: Value =
        serde_json::from_str(&shop.anna.get(&format!("{home}/export?format=json")).await.body)
            .unwrap();
    assert_eq!(file["timeline"].as_array().unwrap().len(), 6);

    let flagged = shop.anna.post(&format!("{home}/objection"), "is_set=true").await;
    assert_eq!(flagged.location(), home);
    assert!(shop.anna.get(&home).await.body.contains("No direct marketing"));

    let erase = format!("{home}/erasure");
    assert!(shop.anna.get(&erase).await.body.contains("Erase Zofia Żak?"));
    let refused = shop.anna.post(&erase, "name=Zofia").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("Type the name as it is shown."));
    let erased = shop.anna.post(&erase, "name=zofia zak").await;
    let receipt = shop.anna.get(erased.location()).await.body;
    for said in ["Erased. This is the receipt.", "Identities", "Salted hashes of their identities"]
    {
        assert!(receipt.contains(said), "{said}: {receipt}");
    }
    assert!(!receipt.contains("Zofia") && !receipt.contains("went-"), "{receipt}");
    assert_eq!(shop.anna.get(&home).await.status, StatusCode::NOT_FOUND);
    assert!(shop.anna.get("/desk/customers").await.body.contains("No customers yet"));
    let audit = shop.anna.get("/desk/audit").await.body;
    for said in ["Erased a customer", "Took a customer’s file out", "Noted an objection"] {
        assert!(audited(&audit, said) > 0, "{said}");
    }
}
