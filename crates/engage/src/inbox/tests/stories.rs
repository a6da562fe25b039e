//! Who waits, in which view, and how a viewer hears of it.

use std::time::{Duration, Instant};

use customers::accounts::{AccountId, Permit, may};
use kit::Tx;
use kit::time::{hours, minutes};

use crate::Ctx;
use crate::conversations::{self, ConversationId};
use crate::inbox::{self, Asked, Live, Order, View, Watched};
use crate::testing::{Talk, browser, on_each_engine, proven};

const OLA: AccountId = AccountId([7; 16]);

fn see() -> Permit<may::SeeConversations> {
    Permit::console()
}

fn asked(view: View, order: Order) -> Asked {
    Asked { view, me: Some(OLA), channel: None, team: None, order, after: None }
}

/// What the lines of a page say last.
async fn lines(talk: &Talk, asked: &Asked, size: usize) -> Vec<String> {
    let read = |tx: &Tx| inbox::page(tx, &see(), asked, size);
    let page = talk.ctx.customers.db.read(read).await.unwrap();
    page.conversations.into_iter().map(|one| one.last_text).collect()
}

/// Three people write, an hour apart.
async fn three(talk: &Talk) -> [ConversationId; 3] {
    let mut ids = Vec::new();
    for name in ["Anna", "Bartek", "Celina"] {
        let id = name.to_lowercase();
        ids.push(talk.says(&talk.chat, &browser(&id), &id, name).await.conversation_id);
        talk.shop.ctx.clock.advance(hours(1));
    }
    [ids[0], ids[1], ids[2]]
}

#[tokio::test(flavor = "multi_thread")]
async fn each_view_has_what_belongs_there() {
    on_each_engine(async |talk| {
        let [anna, bartek, celina] = three(talk).await;
        let staff = talk.staff();
        conversations::assign(&talk.ctx, &staff, anna, Some(OLA), None).await.unwrap();
        talk.answers(bartek, "To Bartek").await.unwrap();
        let later = talk.shop.ctx.clock.now().plus(hours(3));
        conversations::snooze(&talk.ctx, &staff, celina, later).await.unwrap();
        talk.work().await;
        for (view, expected) in [
            (View::Open, vec!["Anna"]),
            (View::Mine, vec!["Anna"]),
            (View::Unassigned, vec!["To Bartek"]),
            (View::Pending, vec!["To Bartek"]),
            (View::Snoozed, vec!["Celina"]),
            (View::Closed, vec![]),
            (View::All, vec!["To Bartek", "Celina", "Anna"]),
        ] {
            let shown = lines(talk, &asked(view, Order::Newest), 10).await;
            assert_eq!(shown, expected, "{view:?}");
        }
        let counts = talk.ctx.customers.db.read(|tx| inbox::counts(tx, &see(), Some(OLA))).await;
        let counts: Vec<_> = counts.unwrap().into_iter().map(|(_, count)| count).collect();
        assert_eq!(counts, [1, 1, 1, 0, 1, 1]);
        let by_phone = Asked { channel: Some(talk.phone.id), ..asked(View::All, Order::Newest) };
        assert_eq!(lines(talk, &by_phone, 10).await, Vec::<String>::new());
        let by_chat = Asked { channel: Some(talk.chat.id), ..asked(View::Mine, Order::Newest) };
        assert_eq!(lines(talk, &by_chat, 10).await, ["Anna"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waits_longest_stands_first_and_pages_go_on_where_they_ended() {
    on_each_engine(async |talk| {
        let [anna, ..] = three(talk).await;
        talk.says(&talk.chat, &browser("anna"), "again", "Anna again").await;
        let newest = asked(View::Open, Order::Newest);
        assert_eq!(lines(talk, &newest, 10).await, ["Anna again", "Celina", "Bartek"]);
        // She has waited since her first word.
        let waiting = asked(View::Open, Order::Waiting);
        assert_eq!(lines(talk, &waiting, 10).await, ["Anna again", "Bartek", "Celina"]);
        for order in [Order::Newest, Order::Waiting] {
            let whole = lines(talk, &asked(View::All, order), 10).await;
            let (mut asked, mut walked) = (asked(View::All, order), Vec::new());
            loop {
                let read = |tx: &Tx| inbox::page(tx, &see(), &asked, 1);
                let page = talk.ctx.customers.db.read(read).await.unwrap();
                walked.extend(page.conversations.into_iter().map(|one| one.last_text));
                asked.after = page.next;
                if asked.after.is_none() {
                    break;
                }
            }
            assert_eq!(walked, whole, "{order:?}");
        }
        assert_eq!(talk.root(anna).await, anna);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_became_one_is_one_line_and_one_transcript() {
    on_each_engine(async |talk| {
        let [anna, bartek, _] = three(talk).await;
        let who = [talk.who("device:anna").await, talk.who("device:bartek").await];
        let now = talk.shop.ctx.clock.now();
        talk.ctx
            .customers
            .db
            .write(|tx| customers::identities::graph::merge(tx, who[0], who[1], "Ola", "one", now))
            .await
            .unwrap();
        talk.work().await;
        let open = lines(talk, &asked(View::Open, Order::Newest), 10).await;
        assert_eq!(open, ["Celina", "Anna"]);
        let thread = talk.ctx.customers.db.read(|tx| inbox::read(tx, &see(), bartek, None)).await;
        let thread = thread.unwrap();
        assert_eq!(thread.conversation.id, anna);
        let said: Vec<_> = thread.messages.iter().map(|message| message.body.as_str()).collect();
        assert_eq!(said, ["Anna", "Bartek"]);
        assert!(thread.parts.iter().all(|part| part.is_proven));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_of_whom_only_the_number_is_known_is_marked() {
    on_each_engine(async |talk| {
        let anna = proven("phone:+48601234567");
        let asked = talk.says(&talk.store, &anna, "1", "Please call me back").await;
        talk.shop.ctx.clock.advance(minutes(1));
        let mut caller = browser("caller:+48601234567");
        caller.claimed = vec![customers::testing::identity_of("phone:+48601234567")];
        talk.says(&talk.phone, &caller, "call-1", "It is me").await;
        let id = asked.conversation_id;
        let read = |tx: &Tx| inbox::read(tx, &see(), id, None);
        let thread = talk.ctx.customers.db.read(read).await.unwrap();
        let marks: Vec<_> = thread
            .messages
            .iter()
            .map(|message| (message.body.as_str(), thread.is_proven(message.conversation_id)))
            .collect();
        assert_eq!(marks, [("Please call me back", true), ("It is me", false)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_viewer_hears_of_what_they_look_at_and_of_nothing_else() {
    on_each_engine(async |talk| {
        let [anna, bartek, _] = three(talk).await;
        let open = async |watched| Live::open(talk.ctx.clone(), see(), watched).await.unwrap();
        let mut of_anna = open(Watched::Conversation(anna)).await;
        let mut of_list = open(Watched::List(asked(View::Open, Order::Newest), 10)).await;
        let nothing = tokio::time::timeout(Duration::from_millis(400), of_anna.changed()).await;
        assert!(nothing.is_err());
        talk.answers(bartek, "Hello").await.unwrap();
        of_list.changed().await.unwrap();
        let nothing = tokio::time::timeout(Duration::from_millis(400), of_anna.changed()).await;
        assert!(nothing.is_err());
        talk.says(&talk.chat, &browser("anna"), "2", "Anybody there?").await;
        of_anna.changed().await.unwrap();
        talk.work().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_at_another_server_sees_what_a_visitor_says_at_this_one() {
    on_each_engine(async |talk| {
        let anna = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        let other = talk.shop.second_process().await;
        let there = Ctx::new(other.ctx.clone(), talk.ctx.secrets.clone());
        let open = async |watched| Live::open(there.clone(), see(), watched).await.unwrap();
        let mut of_anna = open(Watched::Conversation(anna)).await;
        let mut of_list = open(Watched::List(asked(View::Open, Order::Newest), 10)).await;
        // Whoever looks has looked once.
        tokio::time::sleep(Duration::from_millis(300)).await;
        let mut waits = Vec::new();
        for id in ["2", "3", "4"] {
            talk.says(&talk.chat, &browser("anna"), id, &format!("Anybody there? {id}")).await;
            let said = Instant::now();
            let heard = async { tokio::try_join!(of_anna.changed(), of_list.changed()) };
            let heard = tokio::time::timeout(Duration::from_secs(10), heard).await;
            heard.expect("both hear of it").unwrap();
            waits.push(said.elapsed());
            // What followed from the message is heard as well: the next one is waited for from rest.
            tokio::time::sleep(Duration::from_millis(700)).await;
            while tokio::time::timeout(Duration::ZERO, of_anna.changed()).await.is_ok() {}
            while tokio::time::timeout(Duration::ZERO, of_list.changed()).await.is_ok() {}
        }
        println!("{:?}: heard after {waits:?}", there.customers.db.engine());
        // Within a second; a machine that is busy with other tests may be late, but not each time.
        assert!(waits.iter().any(|wait| *wait < Duration::from_secs(1)), "{waits:?}");
        talk.work().await;
    })
    .await;
}
