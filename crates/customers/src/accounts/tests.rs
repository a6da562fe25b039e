//! Stories of the staff of a small shop: Anna owns it, Ioana runs it with her, Piotr answers customers.

use expect_test::expect;
use kit::db::Db;
use kit::secrets::Secrets;
use kit::time::{days, minutes, seconds};
use kit::{Error, Result};

use super::*;
use crate::Ctx;

mod signing_in;
mod team;

const PASSWORD: &str = "trzy filiżanki kawy";
async fn world(db: Db) -> Ctx {
    let key = Secrets::of_hex(&"5a".repeat(32)).unwrap();
    let ctx = Ctx::new(db, kit::testing::clock(), crate::testing::defaults()).with_secrets(key);
    ctx.db.migrate(crate::MIGRATIONS, ctx.clock.now()).await.unwrap();
    ctx
}

fn visit_from(ip: &str) -> Visit {
    Visit {
        ip: ip.parse().unwrap(),
        user_agent: "Firefox on the shop's laptop".into(),
        request_id: "req_1".into(),
    }
}

fn shop() -> Visit {
    visit_from("203.0.113.9")
}

fn elsewhere() -> Visit {
    visit_from("198.51.100.66")
}

async fn set_up_anna(ctx: &Ctx) -> Result<Entry> {
    set_up_owner(ctx, "Anna", "anna@kubek.pl", PASSWORD.into(), &shop()).await
}

async fn anna(ctx: &Ctx) -> Staff {
    let entry = set_up_anna(ctx).await.unwrap();
    ctx.clock.advance(seconds(1)); // so that the audit log has one order
    staff(ctx, &entry.token).await.unwrap()
}

/// Who holds this token, if anybody does.
async fn staff(ctx: &Ctx, token: &Token) -> Option<Staff> {
    recognise(ctx, token, "req_2").await.unwrap().map(|(staff, _)| staff)
}

/// Invites somebody, who then sets a password: all the way in.
async fn join(ctx: &Ctx, by: &Staff, name: &str, role: Role) -> Staff {
    let email = format!("{}@kubek.pl", name.to_lowercase());
    let new = NewAccount::checked(name, &email, role).unwrap();
    let (_, link) = invite(ctx, &by.permit().unwrap(), new).await.unwrap();
    let entry = set_password_by_link(ctx, &link, PASSWORD.into(), &shop()).await.unwrap();
    staff(ctx, &entry.token).await.unwrap()
}

async fn try_password(ctx: &Ctx, email: &str, password: &str, visit: &Visit) -> Result<Entry> {
    sign_in(ctx, email, password.into(), None, visit).await
}

fn code<T>(result: Result<T>) -> String {
    match result {
        Ok(_) => "ok".into(),
        Err(Error { code, .. }) => code.into(),
    }
}

/// Runs them as tasks of their own, as the server runs its requests.
async fn at_once(
    requests: impl IntoIterator<Item = impl Future<Output = String> + Send + 'static>,
) -> Vec<String> {
    let tasks: Vec<_> = requests.into_iter().map(tokio::spawn).collect();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.unwrap());
    }
    answers
}

async fn audit_log(ctx: &Ctx, reader: &Staff) -> String {
    let permit = reader.permit().unwrap();
    let entries = audit::list(ctx, &permit, &audit::Filter::default(), None, 50).await.unwrap();
    // Two lines of one transaction have no order among them: leave the sign-ins out.
    let told = entries.iter().filter(|e| e.action != "account_signed_in");
    told.map(|e| format!("{} {} {}\n", e.actor, e.action, e.detail)).collect()
}

#[test]
fn who_may_do_what() {
    let mut table = format!("{:18}", "");
    for role in Role::ALL {
        table.push_str(&format!("{:>9}", role.code()));
    }
    table.push('\n');
    for permission in Permission::ALL {
        table.push_str(&format!("{:18}", permission.code()));
        for role in Role::ALL {
            table.push_str(&format!("{:>9}", if role.can(*permission) { "yes" } else { "·" }));
        }
        table.push('\n');
    }
    expect![[r#"
                              owner    admin    agent    clerk marketer  analyst
        see_customers           yes      yes      yes      yes      yes      yes
        edit_customers          yes      yes      yes      yes        ·        ·
        merge_customers         yes      yes      yes        ·        ·        ·
        record_consent          yes      yes      yes      yes        ·        ·
        export_customers        yes      yes        ·        ·        ·        ·
        erase_customers         yes      yes        ·        ·        ·        ·
        see_conversations       yes      yes      yes      yes        ·        ·
        talk                    yes      yes      yes      yes        ·        ·
        see_doors               yes      yes      yes        ·      yes      yes
        manage_doors            yes      yes        ·        ·        ·        ·
        set_prices              yes      yes        ·        ·      yes        ·
        import_history          yes      yes        ·        ·        ·        ·
        see_catalogue           yes      yes      yes      yes      yes      yes
        manage_catalogue        yes      yes        ·        ·      yes        ·
        see_stock               yes      yes      yes      yes      yes      yes
        manage_stock            yes      yes        ·      yes        ·        ·
        manage_returns          yes      yes      yes      yes        ·        ·
        set_return_policy       yes      yes        ·        ·        ·        ·
        see_orders              yes      yes      yes      yes      yes      yes
        fulfil_orders           yes      yes      yes      yes        ·        ·
        manage_orders           yes      yes      yes        ·        ·        ·
        sell_at_till            yes      yes        ·      yes        ·        ·
        see_team                yes      yes        ·        ·        ·        ·
        manage_team             yes      yes        ·        ·        ·        ·
        manage_owners           yes        ·        ·        ·        ·        ·
        see_audit_log           yes      yes        ·        ·        ·        ·
    "#]]
    .assert_eq(&table);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_owner_is_made_once() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        assert!(!is_set_up(&ctx).await.unwrap());
        let mut answers = at_once(["anna", "bogdan", "celina"].map(|name| {
            let ctx = ctx.clone();
            async move {
                let email = format!("{name}@kubek.pl");
                code(set_up_owner(&ctx, name, &email, PASSWORD.into(), &shop()).await)
            }
        }))
        .await;
        answers.sort();
        assert_eq!(answers, ["already_set_up", "already_set_up", "ok"]);
        assert!(is_set_up(&ctx).await.unwrap());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_log_comes_in_pages() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let anna = anna(&ctx).await;
        for n in 0..5 {
            ctx.clock.advance(minutes(1));
            let now = ctx.clock.now();
            let detail = serde_json::json!({ "n": n });
            ctx.db
                .write(|tx| audit::record(tx, now, anna.actor(), "cup_counted", "cup_1", &detail))
                .await
                .unwrap();
        }
        let filter = audit::Filter { action: Some("cup_counted".into()), ..Default::default() };
        let (mut pages, mut before) = (Vec::new(), None);
        loop {
            let permit = anna.permit().unwrap();
            let page = audit::list(&ctx, &permit, &filter, before, 2).await.unwrap();
            let Some(last) = page.last() else { break };
            before = Some((last.at, last.id));
            pages
                .push(page.iter().map(|e| e.detail["n"].to_string()).collect::<Vec<_>>().join(" "));
        }
        assert_eq!(pages, ["4 3", "2 1", "0"]);
        let actions = audit::list_actions(&ctx, &anna.permit().unwrap()).await.unwrap();
        assert_eq!(actions, ["account_signed_in", "cup_counted", "desk_set_up"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demos_owner_has_no_account_to_change() {
    kit::testing::on_each_engine(async |db| {
        let ctx = world(db).await;
        let demo = Staff::of_open_desk("req_3".into(), None);
        assert!(demo.can(Permission::EraseCustomers));
        assert_eq!(code(find_own(&ctx, &demo).await), "no_account");
        assert_eq!(code(find_second_factor_offer(&ctx, &demo).await), "no_account");
    })
    .await;
}
