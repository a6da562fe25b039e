//! The commands of `onedoor`.

mod channel;
mod check;
mod customer;
mod demo;
mod export;
mod import;
mod products;
mod stock;

use std::net::SocketAddr;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use customers::Ctx;
use kit::db::Place;
use kit::{Clock, Db, Error, Result};

use crate::app;
use crate::config::{Config, Options};
use crate::key;
use crate::serve;
use crate::simulate;

/// One server behind all the doors of a shop.
#[derive(Debug, Parser)]
#[command(name = "onedoor", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
    /// Where to listen (of `serve`, which is the command when none is named)
    #[arg(long, global = true, env = "ONEDOOR_LISTEN", value_name = "ADDRESS")]
    listen: Option<SocketAddr>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server
    Serve,
    /// A shop to look at: four hundred customers, half a year of history, and a story that goes on live
    Demo,
    /// The doors: make one, list them
    #[command(subcommand)]
    Channel(channel::Command),
    /// Take in history from elsewhere
    #[command(subcommand)]
    Import(import::Command),
    /// What lies where: take in a file of the merchant's other system
    #[command(subcommand)]
    Stock(stock::Command),
    /// What the shop sells: take it in from a table, write it down as one
    #[command(subcommand)]
    Products(products::Command),
    /// One customer: show, merge, split, erase, export
    #[command(subcommand)]
    Customer(customer::Command),
    /// Is the configuration sound and the database well? Exit code 1 where something needs attention
    Check,
    /// Write everything down as files
    Export(export::Options),
    /// The other side of a door, to try it without a provider
    #[command(subcommand)]
    Simulate(simulate::Command),
}

/// Runs a command; errors go to standard error in words.
pub fn run(cli: Cli) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("onedoor: no threads to run on: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(dispatch(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("onedoor: {}", error.detail);
            ExitCode::FAILURE
        }
    }
}

async fn dispatch(cli: Cli) -> Result<()> {
    let config = Config::load(&cli.options, cli.listen)?;
    match cli.command.unwrap_or(Command::Serve) {
        Command::Serve => serve::serve(&config).await,
        Command::Demo => demo::run(&cli.options, cli.listen, &config).await,
        Command::Channel(command) => {
            channel::run(&open(&config).await?, &key::secrets(&config)?, command).await
        }
        Command::Import(command) => {
            import::run(&open(&config).await?, command, &mut std::io::stdout()).await
        }
        Command::Stock(command) => {
            stock::run(&open(&config).await?, command, &mut std::io::stdout()).await
        }
        Command::Products(command) => {
            products::run(&open(&config).await?, command, &mut std::io::stdout()).await
        }
        Command::Customer(command) => customer::run(&open(&config).await?, command).await,
        Command::Check => check::run(&config).await,
        Command::Export(options) => {
            export::run(&open(&config).await?, options, &mut std::io::stdout()).await
        }
        Command::Simulate(command) => simulate::run(command, cli.listen).await,
    }
}

/// Opens the database and brings its schema up to date.
pub async fn open(config: &Config) -> Result<Ctx> {
    if let Place::Sqlite { path, .. } = &config.place
        && let Some(folder) = path.parent()
    {
        std::fs::create_dir_all(folder).map_err(|error| {
            Error::bad_input("bad_data_folder", format!("{}: {error}", folder.display()))
        })?;
    }
    let db = Db::open(&config.place).await?;
    let clock = Clock::System;
    db.migrate(&app::migrations(), clock.now()).await?;
    Ok(Ctx::new(db, clock, config.defaults.clone()))
}
