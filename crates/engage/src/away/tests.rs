//! Whoever writes on a Saturday afternoon.

use customers::accounts::Permit;
use expect_test::expect;
use kit::i18n::Lang;
use kit::time::{days, hours};

use crate::hours::{Hours, Written};
use crate::teams::settings::Away;
use crate::teams::{self, Settings};
use crate::testing::{Talk, browser, on_each_engine};

/// A team of chat and till that works from nine to five on weekdays.
async fn team(talk: &Talk, texts: &[(Lang, &str)]) {
    let id = teams::create(&talk.ctx, &Permit::console(), "Support").await.unwrap();
    let day = |n: usize| if n < 5 { "9-17" } else { "" }.to_string();
    let zone = "Europe/Warsaw".to_string();
    let written = Written { zone, week: std::array::from_fn(day), ..Written::default() };
    let texts = texts.iter().map(|(lang, text)| (*lang, text.to_string())).collect();
    let settings = Settings {
        hours: Some(Hours::try_from(written).unwrap()),
        away: Away { is_on: true, texts },
        ..Settings::default()
    };
    teams::set_settings(&talk.ctx, &Permit::console(), id, &settings).await.unwrap();
    let doors = [talk.chat.id, talk.store.id];
    teams::set_doors(&talk.ctx, &Permit::console(), id, &doors).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn once_in_each_closed_period_in_their_language_and_they_go_on_waiting() {
    on_each_engine(async |talk| {
        // It is Saturday noon.
        team(talk, &[(Lang::Ro, "Suntem închiși.")]).await;
        let clock = &talk.shop.ctx.clock;
        let anna = talk.says(&talk.chat, &browser("anna"), "1", "Gdzie jest moja paczka?").await;
        talk.says(&talk.chat, &browser("anna"), "2", "Halo?").await;
        let ion = talk.says(&talk.chat, &browser("ion"), "3", "Unde este coletul meu?").await;
        clock.advance(days(1) + hours(22));
        // Monday: somebody is there, and answers.
        talk.says(&talk.chat, &browser("anna"), "4", "Dzień dobry").await;
        clock.advance(hours(10));
        talk.says(&talk.chat, &browser("anna"), "5", "Dobranoc").await;
        talk.work().await;
        expect![[r#"
            [
                "customer by Chat: Gdzie jest moja paczka? (received)",
                "system by Chat: Dziękujemy za wiadomość. Nikogo teraz nie ma; odpowiemy, gdy tylko wrócimy. Wracamy 23 lis 2026, 09:00. (sent)",
                "customer by Chat: Halo? (received)",
                "customer by Chat: Dzień dobry (received)",
                "customer by Chat: Dobranoc (received)",
                "system by Chat: Dziękujemy za wiadomość. Nikogo teraz nie ma; odpowiemy, gdy tylko wrócimy. Wracamy 24 lis 2026, 09:00. (sent)",
            ]
        "#]]
        .assert_debug_eq(&talk.transcript(anna.conversation_id).await);
        let said = talk.transcript(ion.conversation_id).await;
        assert_eq!(said[1], "system by Chat: Suntem închiși. (sent)");
        let id = anna.conversation_id;
        let read = |tx: &kit::Tx| crate::conversations::store::find(tx, id);
        let conversation = talk.ctx.customers.db.read(read).await.unwrap();
        assert!(conversation.waiting_since.is_some(), "no machine's word is an answer");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_written_to_who_stands_in_the_store() {
    on_each_engine(async |talk| {
        team(talk, &[]).await;
        let id = talk.says(&talk.store, &browser("anna"), "1", "Hello").await.conversation_id;
        assert_eq!(talk.transcript(id).await.len(), 1);
        let id = talk.says(&talk.phone, &browser("jan"), "2", "Hello").await.conversation_id;
        assert_eq!(talk.transcript(id).await.len(), 1);
    })
    .await;
}
