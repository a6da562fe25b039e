//! `onedoor customer`: one customer on the command line, for whoever holds the server.

mod show;

use std::fmt::Write as _;
use std::io::{BufRead, Write as _};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;

use crate::disclosure;
use clap::{Subcommand, ValueEnum};
use customers::accounts::Permit;
use customers::context::Named;
use customers::identities::by_hand::{self, Reason};
use customers::identities::{CustomerId, EdgeId, graph, store as identities};
use customers::privacy::{Export, Format, erase};
use customers::{Ctx, profiles};
use futures_util::TryStreamExt;
use jiff::tz::TimeZone;
use kit::db::Engine;
use kit::i18n::{Catalogue, Lang, Tr};
use kit::{Error, Result, Tx};

/// Each customer is named by an id (cus_…) or an identity (email:anna@example.com, user_id:42, phone:+48500100200).
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Who this is, what they are known by, and what they did last
    Show { customer: String },
    /// Say that two customers are one person; can be undone with `split`
    Merge {
        customer: String,
        other: String,
        /// Why; stands in the log of merges
        #[arg(long)]
        reason: String,
    },
    /// Undo a merge; shows what would become of it, and does it with --yes
    Split {
        customer: String,
        /// The merge, as `show` lists it (edg_…)
        merge: EdgeId,
        #[arg(long)]
        reason: String,
        #[arg(long)]
        yes: bool,
    },
    /// Forget a customer for good; prints the receipt
    Erase {
        customer: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
    /// Everything that is known of a customer
    Export {
        customer: String,
        #[arg(long, value_enum, default_value_t = Written::Json)]
        format: Written,
        /// Where to write it; without this, to the terminal
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Language of the HTML page: en, pl, ro, ru
        #[arg(long, default_value = "en")]
        lang: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Written {
    Json,
    Html,
}

pub async fn run(ctx: &Ctx, command: Command) -> Result<()> {
    if ctx.db.engine() == Engine::Sqlite {
        // What a running server has not indexed yet is read from the log.
        ctx.db.write(|tx| ctx.recorder.log.sync(tx)).await?;
    }
    let named = |text: &str| Named::parse(text, ctx.defaults.region.as_deref());
    match command {
        Command::Show { customer } => {
            print!("{}", show::text(ctx, &named(&customer)?, &tr(Lang::En)).await?);
            Ok(())
        }
        Command::Merge { customer, other, reason } => {
            merge(ctx, &named(&customer)?, &named(&other)?, &reason).await
        }
        Command::Split { customer, merge, reason, yes } => {
            split(ctx, &named(&customer)?, merge, &reason, yes).await
        }
        Command::Erase { customer, yes } => forget(ctx, &named(&customer)?, yes).await,
        Command::Export { customer, format, out, lang } => {
            let format = match format {
                Written::Json => Format::Json,
                Written::Html => Format::Html(tr(Lang::parse(&lang).ok_or_else(|| {
                    let detail = format!("“{lang}” is no language of ours: en, pl, ro, ru.");
                    Error::bad_input("bad_language", detail)
                })?)),
            };
            export(ctx, &named(&customer)?, format, out).await
        }
    }
}

fn tr(lang: Lang) -> Tr {
    Tr::new(
        &Arc::new(Catalogue::new(&[customers::LOCALES, engage::LOCALES].concat())),
        lang,
        TimeZone::system(),
    )
}

async fn merge(ctx: &Ctx, one: &Named, other: &Named, reason: &str) -> Result<()> {
    let (now, permit, reason) = (ctx.clock.now(), Permit::console(), Reason::parse(reason)?);
    let by_hand::Merged { customer, edge } = ctx
        .db
        .write(|tx| by_hand::merge(tx, &permit, [one.find(tx)?, other.find(tx)?], &reason, now))
        .await?;
    println!("merged={edge} customer={customer}");
    println!("To undo it: onedoor customer split {customer} {edge} --reason …");
    Ok(())
}

async fn split(ctx: &Ctx, named: &Named, merge: EdgeId, reason: &str, yes: bool) -> Result<()> {
    let (now, permit, reason) = (ctx.clock.now(), Permit::console(), Reason::parse(reason)?);
    if !yes {
        print!("{}", ctx.db.scan(|tx| preview(tx, named.find(tx)?, merge)).await?);
        println!("Nothing was changed. Say --yes to do it.");
        return Ok(());
    }
    let sides = ctx
        .db
        .write(|tx| by_hand::split(tx, &permit, named.find(tx)?, merge, &reason, now))
        .await?;
    for side in sides {
        println!("customer={side}");
    }
    Ok(())
}

/// Who would be who if this merge were undone.
fn preview(tx: &Tx, root: CustomerId, merge: EdgeId) -> Result<String> {
    let leaves = identities::leaves(tx, root)?;
    let edges = identities::edges(tx, &leaves)?;
    if !edges.iter().any(|edge| edge.id == merge && edge.undone.is_none()) {
        return Err(Error::not_found(format!("standing merge {merge} of {root}")));
    }
    let mut text = String::from("Would become:\n");
    for set in graph::parts_without(tx, root, merge)? {
        let name = profiles::resolve(&profiles::store::docs(tx, &set)?).name();
        let events = customers::events::store::count(tx, &set)?;
        writeln!(text, "  {} {} · {events} events", set[0], name.unwrap_or_default()).ok();
        for held in identities::list(tx, &set)? {
            writeln!(text, "    {}:{}", held.kind, held.value).ok();
        }
    }
    Ok(text)
}

async fn forget(ctx: &Ctx, named: &Named, yes: bool) -> Result<()> {
    if !yes {
        print!("{}", show::text(ctx, named, &tr(Lang::En)).await?);
        print!("\nThis cannot be undone. Erase this customer? Type “erase”: ");
        std::io::stdout().flush().ok();
        let mut answer = String::new();
        std::io::stdin().lock().read_line(&mut answer).map_err(Error::internal)?;
        if answer.trim() != "erase" {
            println!("Nothing was changed.");
            return Ok(());
        }
    }
    let erasure = erase(ctx, &Permit::console(), named).await?;
    println!("erasure={}", erasure.id);
    for (table, rows) in &erasure.receipt.went {
        println!("  went: {rows} {table}");
    }
    for kept in &erasure.receipt.kept {
        println!("  kept: {} {}. {}", kept.count, kept.what, kept.why);
    }
    Ok(())
}

async fn export(ctx: &Ctx, named: &Named, format: Format, out: Option<PathBuf>) -> Result<()> {
    let export = Export::open(ctx, &Permit::console(), named, disclosure::chapters()).await?;
    let failed = |error| Error::bad_input("cannot_write", format!("The file: {error}."));
    let mut file: Box<dyn std::io::Write> = match &out {
        Some(path) => Box::new(std::fs::File::create(path).map_err(failed)?),
        None => Box::new(std::io::stdout()),
    };
    let mut pieces = pin!(export.stream(format));
    while let Some(piece) = pieces.try_next().await? {
        file.write_all(piece.as_bytes()).map_err(failed)?;
    }
    file.flush().map_err(failed)
}
