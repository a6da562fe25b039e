//! Zofia is in the store in Kraków; Ola, the clerk, holds a telephone with the desk on it.

use std::sync::Arc;

use axum::http::StatusCode;
use customers::accounts::Role;
use customers::channels::{self, Channel, ChannelKind, NewChannel};
use customers::identities::CustomerId;
use customers::testing::identity_of;
use engage::connectors::{Provider, link};
use engage::conversations::{self, Inbound, Sender};
use kit::Tx;
use kit::secrets::{Sealed, Secrets};

use crate::desk::tests::World;

async fn door(world: &World, kind: ChannelKind, name: &str) -> Arc<Channel> {
    let (ctx, new) = (&world.app.ctx, NewChannel { kind, name: name.into() });
    let now = ctx.clock.now();
    Arc::new(ctx.db.write(|tx| channels::create(tx, &new, now)).await.unwrap().0)
}

/// The owner's desk, and the clerk's.
async fn open() -> (World, World, Arc<Channel>) {
    let mut anna = World::with_anna().await;
    let key = Secrets::random_hex().unwrap();
    anna.app.engage.secrets = Secrets::of_hex(&key).unwrap();
    let store = door(&anna, ChannelKind::Store, "Kraków").await;
    let ola = anna.join("ola", Role::Clerk).await;
    (anna, ola, store)
}

async fn zofia_asks(world: &World) -> CustomerId {
    let chat = door(world, ChannelKind::Chat, "Shop chat").await;
    let app = &world.app;
    let inbound = Inbound {
        provider_id: "1".into(),
        sender: Sender {
            proven: vec![identity_of("loyalty_card:2900000001234")],
            claimed: vec![identity_of("phone:+48601234567")],
            name: Some("Zofia".into()),
            address: Some("device:laptop".into()),
            ..Sender::default()
        },
        at: app.ctx.clock.now(),
        body: "Is the lamp in stock?".into(),
        ..Inbound::default()
    };
    conversations::receive(&app.engage, &chat, &inbound).await.unwrap();
    app.ctx.clock.advance(kit::time::minutes(5));
    let named = customers::context::Named::Identity(identity_of("loyalty_card:2900000001234"));
    app.ctx.db.read(|tx| named.find(tx)).await.unwrap()
}

#[tokio::test]
async fn a_scan_shows_who_it_is_and_the_talk_goes_on() {
    let (anna, mut ola, store) = open().await;
    let zofia = zofia_asks(&anna).await;
    assert_eq!(ola.get("/desk").await.location(), "/desk/store", "a clerk begins here");
    let here = format!("/desk/store/{}", store.id);
    assert_eq!(ola.get("/desk/store").await.location(), here, "there is one store");
    let scanner = ola.get(&here).await.body;
    assert!(scanner.contains("autofocus") && scanner.contains("id=\"scan\""), "{scanner}");
    let scanned = ola.post(&format!("{here}/scans"), "q=2900000001234&key=k1").await;
    let person = format!("{here}/{zofia}");
    assert_eq!(scanned.location(), person, "{}", scanned.body);
    let page = ola.get(&person).await.body;
    for words in [
        "Shop chat, 5 min ago: “Is the lamp in stock?”",
        "Known",
        "+48601234567",
        "Prove by a code",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
    let start = page.find("name=\"talk\" value=\"").unwrap() + "name=\"talk\" value=\"".len();
    let talk = page[start..].split('"').next().unwrap().to_owned();
    let said = format!("spoke=customer&body=I+came+for+it&key=m1&talk={talk}");
    let noted = ola.post(&format!("{person}/messages"), &said).await;
    assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.body);
    let page = ola.get(&person).await.body;
    assert!(page.contains("I came for it") && page.contains("noted by ola"), "{page}");
    let empty = ola.post(&format!("{person}/messages"), "spoke=customer&body=+&key=m2").await;
    assert_eq!(empty.status, StatusCode::BAD_REQUEST);
    assert!(empty.body.contains("Write something."));
    // Who may not talk to customers, may not do it here.
    let mut maria = anna.join("maria", Role::Marketer).await;
    assert_eq!(maria.get(&person).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        maria.post(&format!("{here}/scans"), "q=2900000001234").await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn an_unknown_card_is_given_to_somebody() {
    let (anna, mut ola, store) = open().await;
    let zofia = zofia_asks(&anna).await;
    let here = format!("/desk/store/{}", store.id);
    let scanned = ola.post(&format!("{here}/scans"), "q=2900000009999&key=k1").await;
    assert_eq!(scanned.location(), format!("{here}?q=2900000009999"));
    let page = ola.get(scanned.location()).await.body;
    assert!(
        page.contains("Nobody has “2900000009999”") && page.contains("value=\"2900000009999\""),
        "{page}"
    );
    let person = format!("{here}/{zofia}");
    let added =
        ola.post(&format!("{person}/identities"), "kind=loyalty_card&value=2900000009999").await;
    assert_eq!(added.location(), person);
    assert_eq!(
        ola.post(&format!("{here}/scans"), "q=2900000009999&key=k2").await.location(),
        person
    );
    // An account is not a clerk's to give.
    let account = ola.post(&format!("{person}/identities"), "kind=user_id&value=7").await;
    assert_eq!(account.status, StatusCode::BAD_REQUEST);
    let met =
        ola.post(&format!("{here}/customers"), "name=Ewa+Lis&card=2900000007777&key=k3").await;
    let page = ola.get(met.location()).await.body;
    assert!(page.contains("Ewa Lis") && page.contains("Nice to meet them."), "{page}");
    let found = ola.get(&format!("{here}?q=Ewa")).await.body;
    assert!(found.contains("Who of these is it?"), "{found}");
}

#[tokio::test]
async fn a_number_is_proven_by_a_code_that_the_customer_reads_out() {
    let (anna, mut ola, store) = open().await;
    let zofia = zofia_asks(&anna).await;
    let person = format!("/desk/store/{}/{zofia}", store.id);
    let form = "kind=phone&value=%2B48601234567";
    let no_door = ola.post(&format!("{person}/proofs"), form).await;
    assert!(no_door.body.contains("No connected door"), "{}", no_door.body);
    let texts = door(&anna, ChannelKind::Sms, "Texts").await;
    let (app, nothing) = (&anna.app, serde_json::json!({}));
    let now = app.ctx.clock.now();
    let keys = &app.engage.secrets;
    let connect =
        |tx: &Tx| link::save(tx, keys, texts.id, Provider::Store, &nothing, &nothing, now);
    app.ctx.db.write(connect).await.unwrap();
    assert_eq!(ola.post(&format!("{person}/proofs"), form).await.location(), person);
    let page = ola.get(&person).await.body;
    assert!(page.contains("We sent it to +48601234567."), "{page}");
    let start = page.find("/proofs/prf_").unwrap() + "/proofs/".len();
    let id = page[start..].split('"').next().unwrap().to_owned();
    let proof: engage::proofs::ProofId = id.parse().unwrap();
    let read = |tx: &Tx| engage::proofs::store::unsent_maybe(tx, proof);
    let (_, sealed) = app.ctx.db.read(read).await.unwrap().unwrap();
    let code = String::from_utf8(keys.open(&Sealed(sealed), &proof.0).unwrap()).unwrap();
    let wrong = if code == "000000" { "111111" } else { "000000" };
    let refused = ola.post(&format!("{person}/proofs/{id}"), &format!("code={wrong}")).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.body.contains("This is not the code."), "{}", refused.body);
    let proven = ola.post(&format!("{person}/proofs/{id}"), &format!("code={code}")).await;
    assert_eq!(proven.status, StatusCode::SEE_OTHER, "{}", proven.body);
    let held =
        |tx: &Tx| customers::identities::store::find_maybe(tx, &identity_of("phone:+48601234567"));
    assert!(app.ctx.db.read(held).await.unwrap().unwrap().verified);
}

#[tokio::test]
async fn a_code_that_a_caller_reads_out_leads_to_the_talk() {
    let (anna, mut ola, store) = open().await;
    let zofia = zofia_asks(&anna).await;
    let engage = &anna.app.engage;
    let now = anna.app.ctx.clock.now();
    let find = |tx: &Tx| engage::counter::talk_of(tx, zofia, now);
    let talk = anna.app.ctx.db.read(find).await.unwrap().unwrap();
    let asked = engage::handover::Asked {
        conversation: talk.id,
        channel: talk.last_channel_id,
        by: engage::handover::MadeBy::Staff,
        lang: kit::i18n::Lang::En,
        page: None,
        address: None,
    };
    let permit = customers::accounts::Permit::console();
    let made = engage::handover::make(engage, &permit, &asked).await.unwrap();
    let found = ola.get(&format!("/desk/customers?q={}", made.code)).await;
    assert_eq!(found.location(), format!("/desk/inbox/{}", talk.id));
    // In the store the same code is a visit of whoever stands there.
    let scanned = ola
        .post(&format!("/desk/store/{}/scans", store.id), &format!("q={}&key=k", made.code))
        .await;
    assert_eq!(scanned.location(), format!("/desk/store/{}/{zofia}?talk={}", store.id, talk.id));
    // Staff give one out, shown once, with a QR code.
    let form = "to=&lang=pl";
    let shown = ola.post(&format!("/desk/inbox/{}/hand-overs", talk.id), form).await;
    assert!(
        shown.body.contains("go-on-code") && shown.body.contains("<path d=\"M"),
        "{}",
        shown.body
    );
    let nowhere =
        ola.post(&format!("/desk/inbox/{}/hand-overs", talk.id), "to=phone%3A%2B48601234567").await;
    assert_eq!(nowhere.status, StatusCode::CONFLICT);
}
