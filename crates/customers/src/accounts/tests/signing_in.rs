//! In and out: passwords, guesses, sessions, the second factor.

use kit::{Tx, params, sql};

use super::*;

#[tokio::test(flavor = "multi_thread")]
async fn anna_signs_in_and_out() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let first = set_up_anna(&ctx).await.unwrap();
        let again =
            sign_in(&ctx, "Anna@Kubek.pl", PASSWORD.into(), Some(&first.token), &shop()).await;
        let again = again.unwrap();
        assert_eq!(again.next, Next::SignedIn);
        // The session rotates: what an attacker planted or saw before does not work after.
        assert!(staff(&ctx, &first.token).await.is_none());
        let anna = staff(&ctx, &again.token).await.unwrap();
        assert_eq!((anna.actor().name.as_str(), anna.role()), ("Anna", Role::Owner));
        sign_out(&ctx, &anna).await.unwrap();
        assert!(staff(&ctx, &again.token).await.is_none());
        assert!(staff(&ctx, &Token::random().unwrap()).await.is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        set_up_anna(&ctx).await.unwrap();
        let wrong = try_password(&ctx, "anna@kubek.pl", "dwie filiżanki", &shop()).await;
        let unknown = try_password(&ctx, "nobody@kubek.pl", PASSWORD, &shop()).await;
        assert_eq!(wrong.unwrap_err(), unknown.unwrap_err());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_gets_slower_and_does_not_lock_anna_out_of_her_shop() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        set_up_anna(&ctx).await.unwrap();
        code(try_password(&ctx, "anna@kubek.pl", PASSWORD, &shop()).await);

        let guess = async || code(try_password(&ctx, "anna@kubek.pl", "guess", &elsewhere()).await);
        for _ in 0..5 {
            assert_eq!(guess().await, "wrong_credentials");
        }
        // Even the right password waits now, or the wait would be a hint.
        let right = try_password(&ctx, "anna@kubek.pl", PASSWORD, &elsewhere()).await;
        assert_eq!(right.unwrap_err().detail, "Too many requests. Try again in 2 s.");
        assert_eq!(code(try_password(&ctx, "anna@kubek.pl", PASSWORD, &shop()).await), "ok");

        ctx.clock.advance(seconds(2));
        assert_eq!(guess().await, "wrong_credentials");
        assert_eq!(guess().await, "too_many");
        ctx.clock.advance(days(1));
        assert_eq!(guess().await, "wrong_credentials");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_at_the_same_moment_all_count() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        set_up_anna(&ctx).await.unwrap();
        let answers = at_once((0..8).map(|_| {
            let ctx = ctx.clone();
            async move { code(try_password(&ctx, "anna@kubek.pl", "guess", &elsewhere()).await) }
        }))
        .await;
        let looked_at = answers.iter().filter(|answer| *answer == "wrong_credentials").count();
        assert_eq!(looked_at, 5, "{answers:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_idle_and_lives_on_when_used() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let entry = set_up_anna(&ctx).await.unwrap();
        for _ in 0..6 {
            ctx.clock.advance(days(13));
            assert!(staff(&ctx, &entry.token).await.is_some());
        }
        ctx.clock.advance(days(12)); // 90 days after the sign-in
        assert!(staff(&ctx, &entry.token).await.is_none());
        let entry = try_password(&ctx, "anna@kubek.pl", PASSWORD, &shop()).await.unwrap();
        ctx.clock.advance(days(14));
        assert!(staff(&ctx, &entry.token).await.is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn anna_sees_her_browsers_and_ends_them() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let anna = anna(&ctx).await;
        let piotr = join(&ctx, &anna, "Piotr", Role::Agent).await;
        ctx.clock.advance(minutes(1));
        let at_home = try_password(&ctx, "anna@kubek.pl", PASSWORD, &elsewhere()).await.unwrap();
        let (sessions, this) = list_sessions(&ctx, &anna).await.unwrap();
        let ips: Vec<_> = sessions.iter().map(|s| (s.ip.as_str(), Some(s.id) == this)).collect();
        assert_eq!(ips, [("198.51.100.66", false), ("203.0.113.9", true)]);

        let foreign = end_session(&ctx, &piotr, sessions[0].id).await;
        assert_eq!(code(foreign), "not_found");
        end_session(&ctx, &anna, sessions[0].id).await.unwrap();
        assert!(staff(&ctx, &at_home.token).await.is_none());
        assert_eq!(end_other_sessions(&ctx, &anna).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_factor() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let anna = anna(&ctx).await;
        let offer = find_second_factor_offer(&ctx, &anna).await.unwrap();
        let shown_again = find_second_factor_offer(&ctx, &anna).await.unwrap();
        assert_eq!(offer.secret, shown_again.secret);
        let now_code = || second_factor::code_at(&offer.secret, ctx.clock.now());

        assert_eq!(code(confirm_second_factor(&ctx, &anna, "000000").await), "wrong_code");
        let codes = confirm_second_factor(&ctx, &anna, &now_code()).await.unwrap();
        assert_eq!(code(find_second_factor_offer(&ctx, &anna).await), "second_factor_on");

        // The password alone opens nothing but the question for the code.
        let half = try_password(&ctx, "anna@kubek.pl", PASSWORD, &shop()).await.unwrap();
        assert_eq!(half.next, Next::Code);
        assert!(staff(&ctx, &half.token).await.is_none());
        assert!(owes_code(&ctx, &half.token).await.unwrap());

        // The code that confirmed the set-up is used up; the next one opens, once.
        assert_eq!(code(enter_code(&ctx, &half.token, &now_code(), &shop()).await), "wrong_code");
        ctx.clock.advance(seconds(30));
        let fresh = now_code();
        let whole = enter_code(&ctx, &half.token, &fresh, &shop()).await.unwrap();
        assert!(staff(&ctx, &whole.token).await.is_some());
        let half = try_password(&ctx, "anna@kubek.pl", PASSWORD, &shop()).await.unwrap();
        assert_eq!(code(enter_code(&ctx, &half.token, &fresh, &shop()).await), "wrong_code");

        // The phone is lost: a code from paper, once.
        let whole = enter_code(&ctx, &half.token, &codes[3].to_uppercase(), &shop()).await.unwrap();
        let anna = staff(&ctx, &whole.token).await.unwrap();
        assert_eq!(count_recovery_codes(&ctx, &anna).await.unwrap(), 9);
        let half = try_password(&ctx, "anna@kubek.pl", PASSWORD, &shop()).await.unwrap();
        assert_eq!(code(enter_code(&ctx, &half.token, &codes[3], &shop()).await), "wrong_code");

        // Five minutes after the password the question is no longer open.
        ctx.clock.advance(minutes(5));
        assert_eq!(
            code(enter_code(&ctx, &half.token, &now_code(), &shop()).await),
            "sign_in_again"
        );

        let off = turn_second_factor_off(&ctx, &anna, "guess".into(), &shop()).await;
        assert_eq!(code(off), "wrong_password");
        turn_second_factor_off(&ctx, &anna, PASSWORD.into(), &shop()).await.unwrap();
        let entry = try_password(&ctx, "anna@kubek.pl", PASSWORD, &shop()).await.unwrap();
        assert_eq!(entry.next, Next::SignedIn);
    })
    .await;
}

/// What lies in Anna's row.
async fn kept_seed(ctx: &Ctx) -> Vec<u8> {
    let select = sql!("select totp_secret from accounts where email = 'anna@kubek.pl'");
    let read = |tx: &Tx| tx.one(select, params![], |row| row.get::<Vec<u8>>(0));
    ctx.db.read(read).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seed_lies_sealed_and_one_of_before_is_sealed_when_it_is_used() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let anna = anna(&ctx).await;
        let offer = find_second_factor_offer(&ctx, &anna).await.unwrap();
        let code_now = || second_factor::code_at(&offer.secret, ctx.clock.now());
        let seed = second_factor::seed_of(&offer.secret);
        assert!(
            !kept_seed(&ctx).await.windows(4).any(|part| seed.windows(4).any(|own| own == part))
        );
        confirm_second_factor(&ctx, &anna, &code_now()).await.unwrap();

        // As it lay before seeds were sealed, on a server that had no key.
        let plain = |tx: &Tx| {
            tx.exec(sql!("update accounts set totp_secret = $1"), params![seed.as_slice()])
        };
        ctx.db.write(plain).await.unwrap();
        let keyless = ctx.clone().with_secrets(Secrets::missing());
        for (ctx, is_sealed) in [(&keyless, false), (&ctx, true), (&ctx, true)] {
            ctx.clock.advance(seconds(30));
            let half = try_password(ctx, "anna@kubek.pl", PASSWORD, &shop()).await.unwrap();
            let whole = enter_code(ctx, &half.token, &code_now(), &shop()).await.unwrap();
            assert!(staff(ctx, &whole.token).await.is_some());
            assert_eq!(kept_seed(ctx).await != seed, is_sealed);
        }
        // A server without a key, or with another one, opens nothing and takes no new seed.
        ctx.clock.advance(seconds(30));
        let half = try_password(&keyless, "anna@kubek.pl", PASSWORD, &shop()).await.unwrap();
        let refused = enter_code(&keyless, &half.token, &code_now(), &shop()).await;
        assert_eq!(code(refused), "no_server_key");
        turn_second_factor_off(&ctx, &anna, PASSWORD.into(), &shop()).await.unwrap();
        assert_eq!(code(find_second_factor_offer(&keyless, &anna).await), "no_server_key");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_known_password_does_not_give_endless_codes_to_try() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let anna = anna(&ctx).await;
        let offer = find_second_factor_offer(&ctx, &anna).await.unwrap();
        let code_now = second_factor::code_at(&offer.secret, ctx.clock.now());
        confirm_second_factor(&ctx, &anna, &code_now).await.unwrap();
        let mut answers = Vec::new();
        for _ in 0..6 {
            let half = match try_password(&ctx, "anna@kubek.pl", PASSWORD, &elsewhere()).await {
                Ok(half) => half,
                Err(error) => {
                    answers.push(error.code);
                    continue;
                }
            };
            let entered = enter_code(&ctx, &half.token, "000000", &elsewhere()).await;
            answers.push(entered.unwrap_err().code);
        }
        expect![[r#"
            ["wrong_code", "wrong_code", "wrong_code", "wrong_code", "wrong_code", "too_many"]"#]]
        .assert_eq(&format!("{answers:?}"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_password_signs_the_other_browsers_out() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let anna = anna(&ctx).await;
        let at_home = try_password(&ctx, "anna@kubek.pl", PASSWORD, &elsewhere()).await.unwrap();
        let change = async |old: &str, new: &str| {
            code(change_password(&ctx, &anna, old.into(), new.into(), &shop()).await)
        };
        assert_eq!(change("guess", "pięć filiżanek").await, "wrong_password");
        assert_eq!(change(PASSWORD, "short").await, "password_short");
        assert_eq!(change(PASSWORD, "pięć filiżanek").await, "ok");
        assert!(staff(&ctx, &at_home.token).await.is_none());
        assert_eq!(list_sessions(&ctx, &anna).await.unwrap().0.len(), 1);
    })
    .await;
}
