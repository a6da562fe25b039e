//! `cargo x phone`: calls by a real telephone system.
//!
//! The tests themselves are crates/engage/tests/phone; the telephone system's files are in tests/phone.
//!
//! Debian 12 and 13 have no Asterisk; Debian 11 does, and its programs run there too. So its packages are fetched from the mirror
//! that this machine uses already, and unpacked into a folder of their own: nothing is installed, nothing replaced.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::install::{self, POSTGRES};
use crate::step::{cargo, root, run as run_command, scratch, step};
use crate::test::{TEST_POSTGRES, with_postgres};

/// The last release of Debian that has Asterisk.
const RELEASE: &str = "bullseye";
/// The telephone system, and what plays telephones and callers.
const PACKAGES: &[&str] = &["asterisk", "sip-tester"];
const KEYS: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Arguments choose tests: `cargo x phone asterisk`.
pub fn run(arguments: &[String]) -> Outcome {
    install::debian(&[POSTGRES])?;
    let tree = step("fetch Asterisk and sipp", asterisk)?;
    let judge = root().join("tests/sms");
    step("install the judge", || install::npm(&judge))?;
    with_postgres(|postgres| {
        step("calls by a real telephone system", || {
            // One after the other: each starts servers of its own.
            let mut command = cargo(&["test", "--workspace", "--test", "phone", "--"]);
            command.args(["--ignored", "--test-threads=1", "--nocapture"]).args(arguments);
            command.env(TEST_POSTGRES, postgres);
            command.envs(environment(&tree)).env("ONEDOOR_JUDGE", &judge);
            run_command(&mut command)
        })
    })
}

/// Where tests find the programs in this folder, and the files of a small telephone system.
pub fn environment(tree: &Path) -> [(&'static str, String); 2] {
    [
        ("ONEDOOR_ASTERISK", tree.display().to_string()),
        ("ONEDOOR_PHONE_TESTS", root().join("tests/phone").display().to_string()),
    ]
}

/// The folder with the programs; fetched if it is not there yet.
pub fn asterisk() -> Outcome<PathBuf> {
    let folder = scratch()?.join("tools/asterisk");
    let tree = folder.join("tree");
    if folder.join("done").exists() {
        return Ok(tree);
    }
    for part in [
        "etc/sources.list.d",
        "etc/preferences.d",
        "state/lists/partial",
        "cache/archives/partial",
        "tree",
    ] {
        make(&folder.join(part))?;
    }
    let mirror = mirror()?;
    let source = format!("deb [signed-by={KEYS}] {mirror} {RELEASE} main\n");
    write(&folder.join("etc/sources.list"), &source)?;
    run_command(apt(&folder).arg("update"))?;
    let mut fetch = apt(&folder);
    fetch.args(["install", "--download-only", "--no-install-recommends", "-y"]).args(PACKAGES);
    run_command(&mut fetch)?;
    for package in list(&folder.join("cache/archives"))? {
        if package.extension().is_some_and(|ending| ending == "deb") {
            run_command(Command::new("dpkg-deb").arg("-x").arg(&package).arg(&tree))?;
        }
    }
    write(&folder.join("done"), "")?;
    Ok(tree)
}

/// `apt-get` with lists and a cache of its own; of the system it only reads which packages are there.
fn apt(folder: &Path) -> Command {
    let mut command = Command::new("apt-get");
    let option = |name: &str, path: PathBuf| format!("-oDir::{name}={}", path.display());
    command.arg("-q").args([
        option("Etc", folder.join("etc")),
        option("State", folder.join("state")),
        option("Cache", folder.join("cache")),
        "-oDir::State::status=/var/lib/dpkg/status".to_string(),
        // Nothing of the system is changed: no lock is needed.
        "-oDebug::NoLocking=1".to_string(),
    ]);
    command
}

/// The mirror of Debian that this machine uses.
fn mirror() -> Outcome<String> {
    let mut files = list(Path::new("/etc/apt/sources.list.d"))?;
    files.push("/etc/apt/sources.list".into());
    let texts = files.iter().filter_map(|file| fs::read_to_string(file).ok());
    let words: Vec<String> = texts
        .flat_map(|text| text.split_whitespace().map(str::to_string).collect::<Vec<_>>())
        .collect();
    let is_debian =
        |word: &&String| word.contains("://") && word.trim_end_matches('/').ends_with("/debian");
    let found = words.iter().find(is_debian).cloned();
    found.ok_or_else(|| {
        "this machine has no mirror of Debian; put Asterisk 16 or newer and sipp into target/tools/asterisk/tree".into()
    })
}

fn list(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
}

fn make(folder: &Path) -> Outcome {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

fn write(file: &Path, text: &str) -> Outcome {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}
