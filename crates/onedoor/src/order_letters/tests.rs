//! Zofia buys, gets a parcel, sends a mug back: what lies in her mailbox.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use commerce::orders::letters::WRITE;
use commerce::shipping::testing::{courier, offers};
use customers::channels::ChannelKind;
use engage::connectors::Provider;
use expect_test::{Expect, expect};
use kit::i18n::Catalogue;
use kit::jobs::{Handler, Job, Outcome, Workers, handler};
use serde_json::Value;

use crate::desk::orders::tests::zofias_order;
use crate::desk::tests::World;

/// The job by which the e-mail door sends a letter.
const SEND: &str = "send_letter";

type Letters = Arc<Mutex<Vec<String>>>;

/// Writes what is due; letters lie in the box instead of going out.
async fn work(world: &World, mailbox: &Letters) {
    let mut handlers: HashMap<&'static str, Handler> = HashMap::new();
    let mut all = crate::jobs::handlers(&world.app);
    handlers.insert(WRITE, all.remove(WRITE).unwrap());
    let into = mailbox.clone();
    let post = handler(move |job: Job| {
        let body: Value = serde_json::from_str(&job.body).unwrap();
        let said = |name: &str| body["letter"][name].as_str().unwrap().replace('\u{a0}', " ");
        let letter = format!("To: {}\n{}\n\n{}\n", said("to"), said("subject"), said("body"));
        into.lock().unwrap().push(letter);
        async { Outcome::Done }
    });
    handlers.insert(SEND, post);
    let ctx = &world.app.ctx;
    let workers = Workers::new(ctx.db.clone(), ctx.clock.clone(), handlers);
    workers.finish().await.unwrap();
}

fn lies_there(mailbox: &Letters, number: &str, expected: Expect) {
    let letters = std::mem::take(&mut *mailbox.lock().unwrap());
    expected.assert_eq(&letters.join("---\n").replace(number, "NUMBER"));
}

#[tokio::test(flavor = "multi_thread")]
async fn she_reads_what_she_bought_and_what_became_of_it() {
    let mut anna = World::with_anna().await;
    anna.app.engage.public_url = Some("https://kubek.pl".into());
    let mailbox = Letters::default();
    engage::testing::door(&anna.app.engage, ChannelKind::Email, "Mail", Some(Provider::Email))
        .await;
    offers(&anna.app.commerce, &[courier()]).await;
    let (_, order) = zofias_order(&anna).await;
    let number = order.number.as_str();
    work(&anna, &mailbox).await;
    lies_there(&mailbox, number, expect![[""]]);

    let page = format!("/desk/orders/{number}");
    anna.post(&format!("{page}/payment"), "version=1&paid_by=transfer+17").await;
    let sent = "version=2&piece-1=1&piece-2=1&carrier=InPost&tracking=6200";
    assert_eq!(anna.post(&format!("{page}/shipments"), sent).await.location(), page);
    work(&anna, &mailbox).await;
    lies_there(&mailbox, number, expect![[""]]);
    let shown = anna.get(&page).await.body;
    assert!(shown.contains("Letter to the buyer"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shop_without_an_email_door_writes_nothing() {
    let anna = World::with_anna().await;
    let mailbox = Letters::default();
    let (_, order) = zofias_order(&anna).await;
    work(&anna, &mailbox).await;
    assert!(mailbox.lock().unwrap().is_empty());
    let read = |tx: &kit::Tx| commerce::orders::store::steps(tx, &order);
    let steps = anna.app.ctx.db.read(read).await.unwrap();
    assert_eq!(steps.len(), 1, "nothing is said to have been written");
}

#[test]
fn each_language_says_all() {
    Catalogue::new(&super::LOCALES).check().unwrap();
}
