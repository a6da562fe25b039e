//! What is promised, and whether it was kept: a day in the shop as a table, then on both engines.

use customers::accounts::Permit;
use expect_test::{Expect, expect};
use kit::time::{hours, minutes};
use kit::{Time, Tx};

use crate::conversations::{self, ConversationId, TeamId};
use crate::hours::{Hours, Written};
use crate::sla::{self, store};
use crate::teams::settings::Targets;
use crate::teams::{self, Settings};
use crate::testing::{Talk, browser, on_each_engine};

/// Weekdays from nine to five in Warsaw.
fn office() -> Hours {
    let day = |n: usize| if n < 5 { "9-17" } else { "" }.to_string();
    let written = Written {
        zone: "Europe/Warsaw".into(),
        week: std::array::from_fn(day),
        ..Written::default()
    };
    Hours::try_from(written).unwrap()
}

/// A team to which the chat leads: an answer in an hour, then in half an hour, done in eight.
async fn team(talk: &Talk, hours: Option<Hours>) -> TeamId {
    let id = teams::create(&talk.ctx, &Permit::console(), "Support").await.unwrap();
    let targets =
        Targets { first: Some(60), next: Some(30), resolution: Some(480), ..Targets::default() };
    let settings = Settings { hours, targets, ..Settings::default() };
    teams::set_settings(&talk.ctx, &Permit::console(), id, &settings).await.unwrap();
    teams::set_doors(&talk.ctx, &Permit::console(), id, &[talk.chat.id]).await.unwrap();
    id
}

/// Everything that was promised, a line each, by the clock of Warsaw.
async fn check(talk: &Talk, id: ConversationId, expected: Expect) {
    let zone = office().zone;
    let clock = |at: Option<Time>| match at {
        Some(at) => at.timestamp().to_zoned(zone.clone()).strftime("%a %H:%M").to_string(),
        None => "-".into(),
    };
    let read = |tx: &Tx| Ok((store::all(tx, id)?, conversations::store::find(tx, id)?));
    let (promises, conversation) = talk.ctx.customers.db.read(read).await.unwrap();
    let lines = promises.iter().map(|one| {
        let outcome = one.outcome.map_or("open", |outcome| outcome.as_str());
        let broken = one.broken_at.map(|at| format!(", broken {}", clock(Some(at))));
        let (kind, due) = (one.kind.as_str(), clock(one.due_at));
        format!("{kind}: due {due}, {outcome}{}\n", broken.unwrap_or_default())
    });
    let next = conversation.due_for.map_or("nothing", |kind| kind.as_str());
    let row = format!("next: {next} {}\n", clock(conversation.due_at));
    expected.assert_eq(&lines.chain([row]).collect::<String>());
}

/// A Friday at noon in Warsaw.
async fn friday(talk: &Talk) {
    let noon = Time::parse("2026-11-27T11:00:00Z").unwrap();
    talk.shop.ctx.clock.advance(noon.since(talk.shop.ctx.clock.now()));
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_in_time_and_the_weekend_between() {
    on_each_engine(async |talk| {
        friday(talk).await;
        team(talk, Some(office())).await;
        let clock = &talk.shop.ctx.clock;
        let id = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        check(
            talk,
            id,
            expect![[r#"
            first: due Fri 13:00, open
            resolution: due Mon 12:00, open
            next: first Fri 13:00
        "#]],
        )
        .await;
        clock.advance(minutes(20));
        talk.answers(id, "Good day").await.unwrap();
        // The way to the end stands still: it is her turn.
        check(
            talk,
            id,
            expect![[r#"
            first: due Fri 13:00, kept
            resolution: due -, open
            next: nothing -
        "#]],
        )
        .await;
        clock.advance(hours(4) + minutes(30));
        talk.says(&talk.chat, &browser("anna"), "2", "One more thing").await;
        check(
            talk,
            id,
            expect![[r#"
            first: due Fri 13:00, kept
            resolution: due Mon 16:30, open
            next: due Mon 09:20, open
            next: next Mon 09:20
        "#]],
        )
        .await;
        talk.work().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_late_is_noted_when_its_time_passes() {
    on_each_engine(async |talk| {
        friday(talk).await;
        team(talk, None).await;
        let clock = &talk.shop.ctx.clock;
        let id = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        clock.advance(minutes(59));
        assert_eq!(sla::note_broken(&talk.ctx).await.unwrap(), 0);
        clock.advance(minutes(2));
        assert_eq!(sla::note_broken(&talk.ctx).await.unwrap(), 1);
        assert_eq!(sla::note_broken(&talk.ctx).await.unwrap(), 0);
        check(
            talk,
            id,
            expect![[r#"
            first: due Fri 13:00, open, broken Fri 13:00
            resolution: due Fri 20:00, open
            next: first Fri 13:00
        "#]],
        )
        .await;
        talk.answers(id, "Sorry that it took so long").await.unwrap();
        conversations::close(&talk.ctx, &talk.staff(), id).await.unwrap();
        check(
            talk,
            id,
            expect![[r#"
            first: due Fri 13:00, broken, broken Fri 13:00
            resolution: due -, kept
            next: nothing -
        "#]],
        )
        .await;
        talk.work().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rest_stops_all_clocks_and_closing_without_a_word_drops_the_promise() {
    on_each_engine(async |talk| {
        friday(talk).await;
        team(talk, None).await;
        let clock = &talk.shop.ctx.clock;
        let id = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        clock.advance(minutes(40));
        let until = clock.now().plus(hours(20));
        conversations::snooze(&talk.ctx, &talk.staff(), id, until).await.unwrap();
        check(
            talk,
            id,
            expect![[r#"
            first: due -, open
            resolution: due -, open
            next: nothing -
        "#]],
        )
        .await;
        clock.advance(hours(20));
        conversations::wake(&talk.ctx).await.unwrap();
        // Of the hour, twenty minutes are left.
        check(
            talk,
            id,
            expect![[r#"
            first: due Sat 09:00, open
            resolution: due Sat 16:00, open
            next: first Sat 09:00
        "#]],
        )
        .await;
        conversations::close(&talk.ctx, &talk.staff(), id).await.unwrap();
        check(
            talk,
            id,
            expect![[r#"
            first: due Sat 09:00, dropped
            resolution: due Sat 16:00, kept
            next: nothing -
        "#]],
        )
        .await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_team_promises_in_its_own_way_and_no_team_nothing() {
    on_each_engine(async |talk| {
        friday(talk).await;
        let support = team(talk, None).await;
        let slow = teams::create(&talk.ctx, &Permit::console(), "Complaints").await.unwrap();
        let targets = Targets { first: Some(120), ..Targets::default() };
        let settings = Settings { hours: Some(office()), targets, ..Settings::default() };
        teams::set_settings(&talk.ctx, &Permit::console(), slow, &settings).await.unwrap();
        let id = talk.says(&talk.chat, &browser("anna"), "1", "Hello").await.conversation_id;
        talk.shop.ctx.clock.advance(minutes(30));
        conversations::assign(&talk.ctx, &talk.staff(), id, None, Some(slow)).await.unwrap();
        // Counted from her first word.
        check(
            talk,
            id,
            expect![[r#"
            first: due Fri 14:00, open
            resolution: due Fri 20:00, dropped
            next: first Fri 14:00
        "#]],
        )
        .await;
        teams::remove(&talk.ctx, &Permit::console(), slow).await.unwrap();
        check(
            talk,
            id,
            expect![[r#"
            first: due Fri 14:00, dropped
            resolution: due Fri 20:00, dropped
            next: nothing -
        "#]],
        )
        .await;
        conversations::assign(&talk.ctx, &talk.staff(), id, None, Some(support)).await.unwrap();
        check(
            talk,
            id,
            expect![[r#"
            first: due Fri 14:00, dropped
            resolution: due Fri 20:00, dropped
            first: due Fri 13:00, open
            resolution: due Fri 20:00, open
            next: first Fri 13:00
        "#]],
        )
        .await;
    })
    .await;
}
