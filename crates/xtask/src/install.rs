//! Brings what a machine lacks: Debian packages, npm packages, a Python environment.
//!
//! What is there already is left alone, so that a second run costs nothing.

use std::path::Path;
use std::process::Command;

use crate::step::{run, step, succeeds};
use crate::{Outcome, postgres};

/// A thing that tests need: how to see that it is there, and the Debian packages that bring it.
pub struct Need {
    pub what: &'static str,
    pub packages: &'static [&'static str],
    pub is_there: fn() -> bool,
}

/// The second engine.
pub const POSTGRES: Need = Need {
    what: "PostgreSQL 15 or newer",
    packages: &["postgresql"],
    is_there: || postgres::newest().is_some(),
};

/// Reads PDFs again, to see that what we wrote can be read.
pub const POPPLER: Need = Need {
    what: "poppler's pdftotext",
    packages: &["poppler-utils"],
    is_there: || succeeds(Command::new("pdftotext").arg("-v")),
};

/// A browser, and letters for its pages: Polish, Romanian and Russian.
pub const BROWSER: Need = Need {
    what: "Chromium and fonts",
    packages: &["chromium", "fonts-dejavu-core"],
    is_there: || {
        Path::new("/usr/bin/chromium").exists()
            && Path::new("/usr/share/fonts/truetype/dejavu").exists()
    },
};

/// Python that can make environments (Debian ships that part apart).
pub const PYTHON: Need = Need {
    what: "Python 3 with venv",
    packages: &["python3-venv"],
    is_there: || succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"])),
};

/// An SMS gateway, and the message centre that its makers test it with.
pub const KANNEL: Need = Need {
    what: "Kannel and its fake centre",
    packages: &["kannel", "kannel-extras"],
    is_there: || {
        let programs = ["/usr/sbin/bearerbox", "/usr/lib/kannel/test/fakesmsc"];
        programs.iter().all(|program| Path::new(program).exists())
    },
};

/// Installs the packages of the needs that are not met.
pub fn debian(needs: &[Need]) -> Outcome {
    let missing: Vec<&Need> = needs.iter().filter(|need| !(need.is_there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.iter().map(|need| need.what).collect::<Vec<_>>().join(", ");
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages).copied().collect();
    step(&format!("install {names}"), || apt_get(&packages))?;
    match missing.iter().find(|need| !(need.is_there)()) {
        Some(need) => Err(format!("{} is still not found; install it by hand", need.what)),
        None => Ok(()),
    }
}

fn apt_get(packages: &[&str]) -> Outcome {
    if !is_root() || !succeeds(Command::new("apt-get").arg("--version")) {
        return Err(format!(
            "install {0} (on Debian: sudo apt-get install --no-install-recommends {0}), then try again",
            packages.join(" ")
        ));
    }
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        // Another installation may be at work: wait for its lock instead of failing.
        command.args(["-q", "-y", "-o", "DPkg::Lock::Timeout=300"]).args(arguments);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    run(&mut apt(&["update"]))?;
    run(apt(&["install", "--no-install-recommends"]).args(packages))
}

/// Installs the npm packages that `folder/package-lock.json` names, unless these are what is there.
pub fn npm(folder: &Path) -> Outcome {
    npm_by(&["ci"], folder)
}

/// The same without the optional ones. `npm ci` refuses a lock file that lacks what is only for other machines, as one that
/// was written on this machine may.
pub fn npm_without_optional(folder: &Path) -> Outcome {
    npm_by(&["install", "--no-save", "--omit=optional"], folder)
}

fn npm_by(how: &[&str], folder: &Path) -> Outcome {
    once(&folder.join("package-lock.json"), &folder.join("node_modules/.installed"), || {
        // No package's own scripts: nothing that we use needs them.
        let arguments = ["--ignore-scripts", "--no-audit", "--no-fund"];
        run(Command::new("npm").args(how).args(arguments).current_dir(folder))
    })
}

/// Makes the Python environment `venv` with exactly what `requirements` names, unless it is there.
pub fn python(requirements: &Path, venv: &Path) -> Outcome {
    once(requirements, &venv.join("installed"), || {
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(venv))?;
        run(Command::new(venv.join("bin/python"))
            .args(["-m", "pip", "install", "--quiet", "--requirement"])
            .arg(requirements))
    })
}

/// Does the work when `done` does not hold the same text as `wanted`, and then copies it there.
fn once(wanted: &Path, done: &Path, work: impl FnOnce() -> Outcome) -> Outcome {
    let text = std::fs::read(wanted).map_err(|error| format!("{}: {error}", wanted.display()))?;
    if std::fs::read(done).is_ok_and(|last| last == text) {
        return Ok(());
    }
    work()?;
    std::fs::write(done, text).map_err(|error| format!("{}: {error}", done.display()))
}

/// Whether packages can be installed, and whether PostgreSQL, which refuses root, needs another
/// user.
pub fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
