//! Who may do what. Authority is an argument: an action that needs a right takes a [`Permit`] of it, and
//! the only ways to a permit are [`Staff::permit`], the server's own command line and the key of an API door. Whoever forgets the
//! check has nothing to call the action with.

use std::fmt;
use std::marker::PhantomData;

use kit::{Error, Result};

use super::{AccountId, SessionId};
use crate::channels::{ChannelKind, Door};

/// What somebody is in the merchant's team. From the most to the fewest rights, but not a ladder: see the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Owner,
    Admin,
    Agent,
    Clerk,
    Marketer,
    Analyst,
}

impl Role {
    pub const ALL: [Role; 6] =
        [Role::Owner, Role::Admin, Role::Agent, Role::Clerk, Role::Marketer, Role::Analyst];

    pub fn code(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Admin => "admin",
            Role::Agent => "agent",
            Role::Clerk => "clerk",
            Role::Marketer => "marketer",
            Role::Analyst => "analyst",
        }
    }

    pub fn parse(code: &str) -> Result<Role> {
        Role::ALL
            .into_iter()
            .find(|role| role.code() == code)
            .ok_or_else(|| Error::bad_input("bad_role", format!("“{code}” is not a role.")))
    }

    pub fn can(self, permission: Permission) -> bool {
        permission.roles().contains(&self)
    }
}

/// The table of rights: `Name = "code": [who has it]`. Each name becomes a value (`Permission::Name`, for
/// asking “would they?”) and a type (`may::Name`, for proving “they may”).
macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $code:literal: [$($role:ident)*];)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Permission {
            $($(#[$doc])* $name,)*
        }

        impl Permission {
            pub const ALL: &'static [Permission] = &[$(Permission::$name,)*];

            pub fn code(self) -> &'static str {
                match self {
                    $(Permission::$name => $code,)*
                }
            }

            pub fn roles(self) -> &'static [Role] {
                match self {
                    $(Permission::$name => &[$(Role::$role,)*],)*
                }
            }
        }

        /// The rights as types: `Permit<may::MergeCustomers>`. They have no values.
        pub mod may {
            use super::{Permission, Right};
            $(
                $(#[$doc])*
                pub enum $name {}

                impl Right for $name {
                    const PERMISSION: Permission = Permission::$name;
                }
            )*
        }
    };
}

permissions! {
    /// Find customers and read their page and timeline.
    SeeCustomers = "see_customers": [Owner Admin Agent Clerk Marketer Analyst];
    /// Correct what is known of a customer, add identities and notes.
    EditCustomers = "edit_customers": [Owner Admin Agent Clerk];
    /// Say that two customers are one person, or that they are not.
    MergeCustomers = "merge_customers": [Owner Admin Agent];
    /// Write down that a customer agreed or refused.
    RecordConsent = "record_consent": [Owner Admin Agent Clerk];
    /// Take one person's whole file out.
    ExportCustomers = "export_customers": [Owner Admin];
    /// Erase one person for good.
    EraseCustomers = "erase_customers": [Owner Admin];
    /// Read conversations.
    SeeConversations = "see_conversations": [Owner Admin Agent Clerk];
    /// Answer customers, and move conversations along.
    Talk = "talk": [Owner Admin Agent Clerk];
    /// See the doors and whether they work.
    SeeDoors = "see_doors": [Owner Admin Agent Marketer Analyst];
    /// Make and change doors, see and replace their keys.
    ManageDoors = "manage_doors": [Owner Admin];
    /// Set prices, make promotions, coupons and gift cards.
    SetPrices = "set_prices": [Owner Admin Marketer];
    /// Bring history in from files.
    ImportHistory = "import_history": [Owner Admin];
    /// Look at what the shop sells.
    SeeCatalogue = "see_catalogue": [Owner Admin Agent Clerk Marketer Analyst];
    /// Make and change products and categories, and take them out of the shop.
    ManageCatalogue = "manage_catalogue": [Owner Admin Marketer];
    /// See what lies where.
    SeeStock = "see_stock": [Owner Admin Agent Clerk Marketer Analyst];
    /// Receive, count and move goods, and say where they lie.
    ManageStock = "manage_stock": [Owner Admin Clerk];
    /// Take goods back: see returns, receive them, pay the money back, refuse them.
    ManageReturns = "manage_returns": [Owner Admin Agent Clerk];
    /// Say what comes back until when, and what does not.
    SetReturnPolicy = "set_return_policy": [Owner Admin];
    /// See what was ordered, and what became of it.
    SeeOrders = "see_orders": [Owner Admin Agent Clerk Marketer Analyst];
    /// Pack, send and hand over what was ordered, take the money for it, write notes.
    FulfilOrders = "fulfil_orders": [Owner Admin Agent Clerk];
    /// Change and cancel orders, give money back.
    ManageOrders = "manage_orders": [Owner Admin Agent];
    /// Sell across the counter, take money, hand over what was ordered.
    SellAtTill = "sell_at_till": [Owner Admin Clerk];
    /// See who works here.
    SeeTeam = "see_team": [Owner Admin];
    /// Invite, disable and reset accounts and change their role.
    ManageTeam = "manage_team": [Owner Admin];
    /// Do the same to an owner, or make one.
    ManageOwners = "manage_owners": [Owner];
    /// Read who did what.
    SeeAuditLog = "see_audit_log": [Owner Admin];
}

/// A permission as a type. Implemented by the types in [`may`] only.
pub trait Right {
    const PERMISSION: Permission;
}

/// Who does something, as the audit log will say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// None where no account did it: the command line, the demo.
    pub account_id: Option<AccountId>,
    pub name: String,
    pub role: Role,
    pub request_id: String,
}

impl Actor {
    /// The one at the server's own command line, who holds the database anyway.
    pub fn console() -> Actor {
        Actor {
            account_id: None,
            name: "console".into(),
            role: Role::Owner,
            request_id: String::new(),
        }
    }
}

/// Proof that somebody is signed in. Made by [`super::recognise`] from a session, and by
/// [`Staff::of_open_desk`] for the demo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    pub(super) actor: Actor,
    pub(super) session_id: Option<SessionId>,
}

impl Staff {
    /// The virtual owner of a desk that is open to this machine only (`onedoor demo`): in the place of a colleague, if one
    /// is named, so that a telephone rings for them and a draft is theirs.
    pub fn of_open_desk(request_id: String, colleague: Option<(AccountId, String)>) -> Staff {
        let (account_id, name) = match colleague {
            Some((id, name)) => (Some(id), name),
            None => (None, "Demo".into()),
        };
        Staff { actor: Actor { account_id, name, role: Role::Owner, request_id }, session_id: None }
    }

    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    pub fn role(&self) -> Role {
        self.actor.role
    }

    pub fn can(&self, permission: Permission) -> bool {
        self.actor.role.can(permission)
    }

    /// The proof that this person may do `R`.
    ///
    /// # Errors
    /// `not_allowed`, where their role has no such right.
    pub fn permit<R: Right>(&self) -> Result<Permit<R>> {
        if !self.can(R::PERMISSION) {
            return Err(Error::forbidden(
                "not_allowed",
                format!(
                    "The role “{}” does not include “{}”.",
                    self.role().code(),
                    R::PERMISSION.code()
                ),
            ));
        }
        Ok(Permit { actor: self.actor.clone(), right: PhantomData })
    }

    /// The account that is signed in.
    ///
    /// # Errors
    /// `no_account` on the open desk of the demo.
    pub(super) fn account_id(&self) -> Result<AccountId> {
        self.actor.account_id.filter(|_| self.session_id.is_some()).ok_or_else(|| {
            Error::forbidden("no_account", "The demo's desk has no account of its own.")
        })
    }
}

/// Proof that somebody may do `R`, and who it is.
pub struct Permit<R> {
    actor: Actor,
    right: PhantomData<fn() -> R>,
}

impl<R: Right> Permit<R> {
    /// For the server's own command line.
    pub fn console() -> Permit<R> {
        Permit { actor: Actor::console(), right: PhantomData }
    }
}

impl<R: Right> Permit<R> {
    /// For a server of the merchant's own: whoever holds the secret key of a door of the kind `api`. The key of
    /// a till or a chat reads customers, and does no more.
    pub fn of_server(door: &Door) -> Result<Permit<R>> {
        if !door.trusted || door.channel.kind != ChannelKind::Api {
            let detail = "This needs the secret key of a door of the kind “api”, from a server.";
            return Err(Error::forbidden("api_key_needed", detail));
        }
        let name = format!("door: {}", door.channel.name);
        let actor = Actor { name, ..Actor::console() };
        Ok(Permit { actor, right: PhantomData })
    }
}

impl<R> Permit<R> {
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

impl<R: Right> fmt::Debug for Permit<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} may {}", self.actor.name, R::PERMISSION.code())
    }
}
