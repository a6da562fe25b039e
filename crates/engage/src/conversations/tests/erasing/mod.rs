//! Nothing is left of somebody who was erased: one life that touches every table, then every row of every table is read.
//!
//! **A new table fails the test** until somebody has thought of it: it is either touched in `life.rs` (and taken away by
//! [`super::super::erasure`]), or stands in [`OF_NOBODY`] with the reason why nothing of a customer can lie in it.

mod dump;
mod life;

use std::collections::BTreeSet;

use customers::accounts::Permit;
use customers::context::Named;
use kit::testing::engines;
use kit::time::{days, hours};

use crate::testing::Talk;
use dump::Tables;
use life::{Life, MARKS};

/// Tables in which nothing of a customer lies, and why.
const OF_NOBODY: &[(&str, &str)] = &[
    ("accounts", "staff"),
    ("agents", "staff"),
    ("articles", "what the shop tells everybody"),
    ("assistant_doors", "settings of doors"),
    ("audit_log", "what staff did"),
    ("channel_slots", "counts"),
    ("channel_totals", "counts"),
    ("channels", "doors"),
    ("counters", "counts"),
    ("erasures", "written by the erasure"),
    ("imports", "files, by their hash"),
    ("link_tokens", "doors"),
    ("links", "doors"),
    ("listeners", "who hears of everybody"),
    ("mailboxes", "doors"),
    ("message_words_config", "settings of SQLite's index"),
    ("message_words_docsize", "sizes"),
    ("message_words_idx", "which page of SQLite's index begins with what: read with its data"),
    ("migrations", "the schema"),
    ("owner_seat", "staff"),
    ("password_links", "staff"),
    ("phone_extensions", "staff"),
    ("queues", "how queues stand"),
    ("ready_answers", "what the shop tells everybody"),
    ("recovery_codes", "staff"),
    ("repeats", "counts"),
    ("routing_rules", "settings"),
    ("saved_views", "what staff wrote for themselves"),
    ("sessions", "staff"),
    ("settings", "settings"),
    ("shop_texts", "what the shop tells everybody"),
    ("sign_in_attempts", "staff"),
    ("sqlite_sequence", "counts"),
    ("team_doors", "settings"),
    ("team_members", "staff"),
    ("teams", "staff"),
    ("tombstones", "written by the erasure"),
    ("viewers", "staff"),
    ("webhook_endpoints", "servers of the shop"),
    ("whatsapp_templates", "what the shop tells everybody"),
];

/// Where the id of an empty row may stay, which tells nobody who it was.
const IDS_STAY: &[(&str, &str)] = &[
    ("audit_log", "that this id was erased: the proof"),
    ("channel_arrivals", "which of a door's newest events it was; the next ones push it out"),
    ("consents", "what was allowed, with a mark in place of the address"),
    ("customers", "the empty row itself, which nobody else gets"),
    ("erasures", "which rows are to be swept"),
    ("provider_messages", "what a provider brings again must not come back"),
    ("webhook_deliveries", "that two ids were one"),
];

#[tokio::test(flavor = "multi_thread")]
async fn no_table_keeps_anything_of_somebody_who_was_erased() {
    for engine in engines() {
        let talk = Talk::open(engine).await;
        let life = Life::live(&talk).await;
        let ids = || life.ids.iter().map(String::as_str);
        let before = Tables::read(&talk).await;
        let touched = before.with_any(MARKS.iter().copied().chain(ids()));
        let of_nobody: BTreeSet<String> =
            OF_NOBODY.iter().map(|(table, _)| table.to_string()).collect();
        let unthought: Vec<&String> = before
            .names()
            .filter(|name| !touched.contains(*name) && !of_nobody.contains(*name))
            .collect();
        assert!(
            unthought.is_empty(),
            "let life.rs touch these, or say in OF_NOBODY why not: {unthought:?}"
        );

        let named = Named::Id(life.customer);
        let permit = Permit::console();
        customers::privacy::erase(&talk.ctx.customers, &permit, &named).await.unwrap();
        talk.work().await;
        // What went wrong before is tried again, and finds nobody.
        for _ in 0..12 {
            talk.ctx.customers.clock.advance(hours(1));
            talk.work().await;
        }
        talk.shop.settle().await;

        let after = Tables::read(&talk).await;
        assert_eq!(after.lines_with(MARKS.iter().copied()), [""; 0]);
        let may_stay: Vec<&str> = IDS_STAY.iter().map(|(table, _)| *table).collect();
        let mut left = after.with_any(ids());
        left.retain(|table| !may_stay.contains(&table.as_str()));
        assert!(left.is_empty(), "ids are left in {left:?}");

        life.others_are_whole(&talk).await;
        life.comes_back(&talk).await;
        talk.ctx.customers.clock.advance(days(1));
        talk.work().await;
    }
}
