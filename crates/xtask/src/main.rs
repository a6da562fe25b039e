//! `cargo x …`: everything a developer of Onedoor types.
//!
//! A command is one row of [`COMMANDS`]; its work is a module of its own. [`step`] says what is
//! being done and how long it took, [`install`] brings what a machine lacks, [`postgres`] starts
//! the second engine.

mod api;
mod bench;
mod certificates;
mod clients;
mod crash;
mod doors;
mod fuzz;
mod install;
mod lint;
mod mail;
mod payments;
mod phone;
mod postgres;
mod shops;
mod sms;
mod social;
mod step;
mod story;
mod test;

use std::process::ExitCode;
use std::time::Instant;

/// What a command gives back: nothing, or one sentence that says what failed and what to do.
type Outcome<T = ()> = Result<T, String>;

/// A command gets the arguments that follow its name.
type Run = fn(&[String]) -> Outcome;

/// A new command is a new line here: its name, what it does, where it lives.
const COMMANDS: &[(&str, &str, Run)] = &[
    ("test", "all that must hold; --fast: no browser or SDKs; FILTER: only that", test::run),
    ("fmt", "format the code", lint::format),
    ("lint", "check the format and run clippy, warnings refused", lint::run),
    ("clients", "real tracking SDKs and a real browser against this build", clients::run),
    ("api", "other people's judges of the public API and of our webhooks", api::run),
    ("doors", "the doors that talk, against real servers (mail)", doors::run),
    (
        "shops",
        "real Vendure and Medusa servers linked to ours; Shopify's own judge of signatures",
        shops::run,
    ),
    ("sms", "conversations by real SMS centres: SMPP, Kannel; Twilio by its OpenAPI", sms::run),
    ("social", "clients of Telegram and WhatsApp against our simulators of them", social::run),
    ("payments", "an order is paid by Stripe, before Stripe's own library", payments::run),
    ("phone", "calls by a real Asterisk; what we ask of Twilio Voice, by its OpenAPI", phone::run),
    ("crash", "kill -9 during ingest, on both engines; --rounds N (100)", crash::run),
    ("fuzz", "random bytes against all that reads strangers' bytes; --seconds N (20)", fuzz::run),
    ("bench", "how fast it is, against baselines; --quick: half a minute", bench::run),
    (
        "story",
        "retail [--full], omnichannel, chat, conversation, elsewhere, phone, now, demo: long stories, in a browser",
        story::run,
    ),
    ("postgres", "a throw-away PostgreSQL until ctrl-c; --durable: fsync on", postgres::run),
    ("help", "this list", help),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", &[][..]),
    };
    let started = Instant::now();
    let outcome = match COMMANDS.iter().find(|(known, ..)| *known == name) {
        Some((.., run)) => run(rest),
        None => Err(format!("there is no command {name:?}; `cargo x help` lists them")),
    };
    match outcome {
        Ok(()) => {
            if started.elapsed().as_secs() > 0 {
                println!("\ncargo x {name}: all done in {:.0} s", started.elapsed().as_secs_f64());
            }
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("\ncargo x {name}: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn help(_: &[String]) -> Outcome {
    println!("Usage: cargo x COMMAND\n");
    for (name, help, _) in COMMANDS {
        println!("  {name:<10} {help}");
    }
    Ok(())
}
