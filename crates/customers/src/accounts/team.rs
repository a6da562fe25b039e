//! Who is in the team: invite, change role, disable, reset. Nobody's password is ever known to another: a
//! one-time link lets them set it themselves.

use kit::db::Tx;
use kit::{Error, Result, Time};
use serde_json::json;

use super::authority::{Permission, Permit, Role, Staff, may};
use super::sign_in::{Entry, Next, Visit, actor_of, enter};
use super::{Account, AccountId, Status, Token, audit, passwords, rules, store, store_sessions};
use crate::Ctx;

/// Somebody who will work here, with everything checked.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub name: String,
    pub email: String,
    pub role: Role,
}

impl NewAccount {
    /// # Errors
    /// `bad_name`, `bad_email`.
    pub fn checked(name: &str, email: &str, role: Role) -> Result<NewAccount> {
        Ok(NewAccount { name: rules::check_name(name)?, email: rules::check_email(email)?, role })
    }

    pub(super) fn into_account(self, now: Time, status: Status) -> Account {
        Account {
            id: AccountId::new(now),
            email: self.email,
            name: self.name,
            role: self.role,
            status,
            lang: None,
            theme: None,
            totp_on_at: None,
            created_at: now,
            signed_in_at: None,
        }
    }
}

/// Everybody, in the order they came.
pub async fn list(ctx: &Ctx, _: &Permit<may::SeeTeam>) -> Result<Vec<Account>> {
    ctx.db.read(store::list).await
}

/// Somebody to whom a conversation can belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    pub id: AccountId,
    pub name: String,
    /// May be given one now; who has left still has a name.
    pub can_talk: bool,
}

/// Everybody by name, for those who work with conversations: more of an account they do not see.
pub fn colleagues(tx: &Tx, _: &Permit<may::SeeConversations>) -> Result<Vec<Colleague>> {
    let colleague = |account: Account| Colleague {
        can_talk: account.status == Status::Active && account.role.can(Permission::Talk),
        id: account.id,
        name: account.name,
    };
    Ok(store::list(tx)?.into_iter().map(colleague).collect())
}

/// What somebody who works here is called; no more of the account is told.
pub fn name_maybe(tx: &Tx, id: AccountId) -> Result<Option<String>> {
    Ok(store::find_maybe(tx, id)?.map(|account| account.name))
}

pub async fn find(ctx: &Ctx, _: &Permit<may::SeeTeam>, id: AccountId) -> Result<Account> {
    ctx.db.read(|tx| store::find(tx, id)).await
}

/// One's own account.
///
/// # Errors
/// `no_account` in the demo's open desk.
pub async fn find_own(ctx: &Ctx, staff: &Staff) -> Result<Account> {
    let id = staff.account_id()?;
    ctx.db.read(|tx| store::find(tx, id)).await
}

/// The language and the colours of one's own desk; none leaves it as it is.
pub async fn set_preferences(
    ctx: &Ctx,
    staff: &Staff,
    lang: Option<&str>,
    theme: Option<&str>,
) -> Result<()> {
    let id = staff.account_id()?;
    ctx.db.write(|tx| store::set_preferences(tx, id, lang, theme)).await
}

/// Makes an account and the link with which its owner sets the first password.
///
/// # Errors
/// `email_taken`; `owners_only`.
pub async fn invite(
    ctx: &Ctx,
    permit: &Permit<may::ManageTeam>,
    new: NewAccount,
) -> Result<(Account, Token)> {
    let actor = permit.actor();
    rules::check_rank(actor.role, new.role, new.role)?;
    let now = ctx.clock.now();
    let account = new.into_account(now, Status::Invited);
    let link = Token::random()?;
    ctx.db
        .write(|tx| {
            if !store::insert(tx, &account, None)? {
                return Err(Error::conflict(
                    "email_taken",
                    "Somebody with this e-mail address is in the team already.",
                ));
            }
            store::insert_password_link(tx, &link.hash(), account.id, now)?;
            let detail = json!({ "name": account.name, "role": account.role.code() });
            audit::record(tx, now, actor, "account_invited", &account.id.to_string(), &detail)
        })
        .await?;
    Ok((account, link))
}

/// # Errors
/// `owners_only`; `last_owner`.
pub async fn change_role(
    ctx: &Ctx,
    permit: &Permit<may::ManageTeam>,
    id: AccountId,
    role: Role,
) -> Result<()> {
    let actor = permit.actor();
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            store::lock_owner_seat(tx, now)?;
            let account = store::find(tx, id)?;
            rules::check_rank(actor.role, account.role, role)?;
            if account.role == role {
                return Ok(());
            }
            store::set_role(tx, id, role)?;
            check_owner_remains(tx, &account)?;
            let detail =
                json!({ "name": account.name, "from": account.role.code(), "to": role.code() });
            audit::record(tx, now, actor, "role_changed", &id.to_string(), &detail)
        })
        .await
}

/// Closes an account and signs all its browsers out. What it did stays in the audit log.
///
/// # Errors
/// `owners_only`; `last_owner`.
pub async fn disable(ctx: &Ctx, permit: &Permit<may::ManageTeam>, id: AccountId) -> Result<()> {
    let actor = permit.actor();
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            store::lock_owner_seat(tx, now)?;
            let account = store::find(tx, id)?;
            rules::check_rank(actor.role, account.role, account.role)?;
            store::set_status(tx, id, Status::Disabled)?;
            check_owner_remains(tx, &account)?;
            store::delete_password_links(tx, id)?;
            store_sessions::delete_others(tx, id, None)?;
            let detail = json!({ "name": account.name });
            audit::record(tx, now, actor, "account_disabled", &id.to_string(), &detail)
        })
        .await
}

/// Opens a disabled account again: active where it has a password, else invited as before.
///
/// # Errors
/// `owners_only`; `not_disabled`.
pub async fn enable(ctx: &Ctx, permit: &Permit<may::ManageTeam>, id: AccountId) -> Result<()> {
    let actor = permit.actor();
    let now = ctx.clock.now();
    ctx.db
        .write(|tx| {
            let account = store::find(tx, id)?;
            rules::check_rank(actor.role, account.role, account.role)?;
            if account.status != Status::Disabled {
                return Err(Error::conflict("not_disabled", "This account is not disabled."));
            }
            let has_password = store::find_proofs(tx, id)?.password_hash.is_some();
            let status = if has_password { Status::Active } else { Status::Invited };
            store::set_status(tx, id, status)?;
            let detail = json!({ "name": account.name });
            audit::record(tx, now, actor, "account_enabled", &id.to_string(), &detail)
        })
        .await
}

/// For somebody who lost the password or the authenticator: a new link. The old ways in go on working until
/// it is used, so that a reset by mistake locks nobody out.
///
/// # Errors
/// `owners_only`; `account_disabled`.
pub async fn reset(ctx: &Ctx, permit: &Permit<may::ManageTeam>, id: AccountId) -> Result<Token> {
    let actor = permit.actor();
    let now = ctx.clock.now();
    let link = Token::random()?;
    ctx.db
        .write(|tx| {
            let account = store::find(tx, id)?;
            rules::check_rank(actor.role, account.role, account.role)?;
            if account.status == Status::Disabled {
                return Err(Error::conflict("account_disabled", "Enable the account first."));
            }
            store::insert_password_link(tx, &link.hash(), id, now)?;
            let detail = json!({ "name": account.name });
            audit::record(tx, now, actor, "account_reset", &id.to_string(), &detail)
        })
        .await?;
    Ok(link)
}

/// Whose link this is.
///
/// # Errors
/// `link_gone`, where it was used, replaced or is too old.
pub async fn open_password_link(ctx: &Ctx, link: &Token) -> Result<Account> {
    let now = ctx.clock.now();
    ctx.db
        .read(|tx| match store::find_password_link(tx, &link.hash(), now)? {
            Some(id) => store::find(tx, id),
            None => Err(link_gone()),
        })
        .await
}

/// Sets the password, takes away the second factor that may be lost, and signs in here and nowhere else.
///
/// # Errors
/// `link_gone`; those of [`rules::check_password`].
pub async fn set_password_by_link(
    ctx: &Ctx,
    link: &Token,
    password: String,
    visit: &Visit,
) -> Result<Entry> {
    let now = ctx.clock.now();
    let account = open_password_link(ctx, link).await?;
    rules::check_password(&password, &account.email, &account.name)?;
    let password_hash = passwords::hash(password).await?;
    let token = Token::random()?;
    ctx.db
        .write(|tx| {
            if !store::use_password_link(tx, &link.hash(), now)? {
                return Err(link_gone());
            }
            store::set_password(tx, account.id, &password_hash)?;
            store::set_status(tx, account.id, Status::Active)?;
            store::turn_totp_off(tx, account.id)?;
            store_sessions::delete_others(tx, account.id, None)?;
            let actor = actor_of(&account, &visit.request_id);
            let subject = account.id.to_string();
            audit::record(tx, now, &actor, "password_set", &subject, &json!({}))?;
            enter(tx, now, &account, visit, &token, Next::SignedIn)
        })
        .await?;
    Ok(Entry { token, next: Next::SignedIn })
}

fn link_gone() -> Error {
    Error::bad_input("link_gone", "This link was used or is too old. Ask for a new one.")
}

/// After a change to `before`, who was perhaps the last owner.
fn check_owner_remains(tx: &Tx, before: &Account) -> Result<()> {
    if before.role == Role::Owner {
        rules::check_owner_remains(store::count_active_owners(tx)?)?;
    }
    Ok(())
}
