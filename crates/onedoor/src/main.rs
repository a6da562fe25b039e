//! `onedoor`: one server behind all the doors. See `cli/mod.rs` for the commands, `router.rs` for every route.

mod app;
mod cli;
mod config;
mod demo;
mod desk;
mod disclosure;
mod document;
mod go;
mod help;
mod jobs;
mod key;
mod letters;
mod listen;
mod openapi;
mod router;
mod serve;
mod shopfront;
mod simulate;
#[cfg(test)]
mod statements;
mod till;
mod visitors;
mod web;
mod widget;
mod withdraw;

use std::process::ExitCode;

use clap::Parser;

/// SQLite and JSON make many small allocations; this allocator halves their cost against the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run(cli::Cli::parse())
}
