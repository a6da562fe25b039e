//! Certificates for the servers of tests, by `openssl`: an authority of our own, and what it signs for 127.0.0.1.

use std::path::Path;
use std::process::Command;

use crate::Outcome;
use crate::step::succeeds;

const DAYS: &str = "2";

/// Leaves `authority.pem`, `server.pem` and `server.key` in the folder.
pub fn make(folder: &Path) -> Outcome {
    let extensions = "subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n";
    std::fs::write(folder.join("server.ext"), extensions).map_err(|error| error.to_string())?;
    let new = ["req", "-newkey", "rsa:2048", "-nodes"];
    openssl(
        folder,
        &new,
        &[
            "-x509",
            "-keyout",
            "authority.key",
            "-out",
            "authority.pem",
            "-days",
            DAYS,
            "-subj",
            "/CN=Authority of the tests",
        ],
    )?;
    openssl(
        folder,
        &new,
        &["-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=127.0.0.1"],
    )?;
    let sign = [
        "x509",
        "-req",
        "-in",
        "server.csr",
        "-CA",
        "authority.pem",
        "-CAkey",
        "authority.key",
        "-CAcreateserial",
    ];
    openssl(folder, &sign, &["-extfile", "server.ext", "-out", "server.pem", "-days", DAYS])
}

fn openssl(folder: &Path, first: &[&str], then: &[&str]) -> Outcome {
    let mut command = Command::new("openssl");
    command.args(first).args(then).current_dir(folder);
    if succeeds(&mut command) { Ok(()) } else { Err(format!("{command:?} failed")) }
}
