//! `cargo x story`: long stories, with real data or in a real browser, told to the finished program.

use std::process::Command;

use crate::Outcome;
use crate::install::{self, BROWSER, POSTGRES, PYTHON};
use crate::mail::{MAIL, Mail};
use crate::phone as exchange;
use crate::step::{cargo, onedoor, root, run as run_command, scratch, step};
use crate::test::{TEST_POSTGRES, with_postgres};

/// Households of the short story.
const SAMPLE: &str = "50";

/// `cargo x story retail [--full]`: a year of a real grocer is imported, and every household counted.
/// `cargo x story omnichannel`: people before the doors and staff at the desk, in Chromium.
/// `cargo x story chat`: a visitor and the chat of the shop, likewise.
/// `cargo x story elsewhere`: a talk that begins in the chat and goes on in the store, likewise.
/// `cargo x story conversation`: one customer and one agent, by every door, with real servers behind the doors.
/// `cargo x story phone`: who calls, on the desk.
/// `cargo x story demo [--pictures]`: a newcomer plays both sides of the demo; the README's pictures are made anew.
/// `cargo x story oversell`: a million tries to buy, by every door, in processes that are killed, on both engines.
/// `cargo x story same`: ten thousand baskets cost the same at every door, and limits hold; on both engines.
/// `cargo x story till`: the line of a till is cut at each step of a sale.
/// `cargo x story shop`: a cart goes from a telephone to the till, a parcel goes out and comes back at another store.
/// `cargo x story now`: what staff see while things change, and whether everybody can use the desk's pages.
pub fn run(arguments: &[String]) -> Outcome {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["retail"] => retail(false),
        ["retail", "--full"] => retail(true),
        ["omnichannel"] => omnichannel(&[]),
        ["chat"] => chat(&[]),
        ["elsewhere"] => elsewhere(&[]),
        ["conversation"] => conversation(&[]),
        ["phone"] => phone(&[]),
        ["demo"] => demo(&[]),
        ["demo", "--pictures"] => {
            let folder = root().join("docs/images").display().to_string();
            in_browser("the demo", "demo.mjs", &[("ONEDOOR_DOCS", folder)])
        }
        ["now"] => now(&[]),
        ["till"] => till(&[]),
        ["shop"] => shop(&[]),
        ["oversell"] => oversell(&[]),
        ["same"] => same(&[]),
        _ => Err("Usage: cargo x story retail [--full] | omnichannel | chat | conversation | elsewhere | phone | now | oversell | same | till | shop | demo [--pictures]".to_owned()),
    }
}

/// Of each crowd, on each engine: eight crowds together make a million.
const ATTEMPTS: &str = "125000";

/// The test itself is crates/commerce/tests/oversell.
pub fn oversell(_: &[String]) -> Outcome {
    install::debian(&[POSTGRES])?;
    with_postgres(|postgres| {
        step("sellers are killed, and nothing is sold twice", || {
            let test = ["test", "--release", "--workspace", "--test", "oversell", "--"];
            let mut command = cargo(&test);
            command.arg("--nocapture");
            command.env(TEST_POSTGRES, postgres).env("ONEDOOR_OVERSELL_ATTEMPTS", ATTEMPTS);
            run_command(&mut command)
        })
    })
}

/// Baskets and buyers of the long story; the ordinary run of all tests has fewer.
const BASKETS: &str = "10000";
const BUYERS: &str = "1000";

/// The tests themselves are in crates/commerce/tests/same.rs.
pub fn same(_: &[String]) -> Outcome {
    install::debian(&[POSTGRES])?;
    with_postgres(|postgres| {
        step("every basket costs the same at every door, and limits hold", || {
            let mut command =
                cargo(&["test", "--workspace", "--test", "same", "--", "--nocapture"]);
            command.env(TEST_POSTGRES, postgres);
            command.env("ONEDOOR_SAME_BASKETS", BASKETS).env("ONEDOOR_SAME_BUYERS", BUYERS);
            run_command(&mut command)
        })
    })
}

/// As a suite of `cargo x test`: with a sample, in seconds.
pub fn retail_sample(_: &[String]) -> Outcome {
    retail(false)
}

fn retail(is_full: bool) -> Outcome {
    install::debian(&[PYTHON])?;
    let folder = scratch()?.join("completejourney");
    step("fetch the tables", || {
        let mut fetch = Command::new(root().join("examples/completejourney/fetch.sh"));
        fetch.arg(&folder);
        if !is_full {
            fetch.args(["--households", SAMPLE]);
        }
        run_command(&mut fetch)
    })?;
    let tables = if is_full { folder } else { folder.join(format!("{SAMPLE}-households")) };
    let program = step("build onedoor", || {
        if is_full {
            run_command(&mut cargo(&["build", "--release", "--bin", "onedoor"]))?;
            return Ok(scratch()?.join("release/onedoor"));
        }
        // All targets, as the tests build them: the same features, so that nothing is compiled twice.
        run_command(&mut cargo(&["build", "--workspace", "--all-targets"]))?;
        onedoor()
    })?;
    step("a grocer's year", || {
        let mut node = Command::new("node");
        node.args(["--test-reporter=spec", "retail.mjs"]).current_dir(root().join("tests/stories"));
        node.env("ONEDOOR_BIN", &program).env("ONEDOOR_TABLES", &tables);
        run_command(&mut node)
    })
}

/// One customer behind every door, live, and nobody taken for another. A picture of each step is kept.
pub fn omnichannel(_: &[String]) -> Outcome {
    in_browser("one customer behind every door", "omnichannel.mjs", &[])
}

/// The widget in a page of a shop: its types, its accessibility, and a talk from the first word to the phone.
pub fn chat(_: &[String]) -> Outcome {
    in_browser("the chat in the shop", "chat.mjs", &[])
}

/// Somebody calls, by the telephone of `onedoor simulate phone`: their card on the desk, their call in the conversation.
pub fn phone(_: &[String]) -> Outcome {
    in_browser("who calls, on the desk", "phone.mjs", &[])
}

/// `onedoor demo`: somebody plays a customer and the shop, from the chat to the store.
pub fn demo(_: &[String]) -> Outcome {
    in_browser("the demo", "demo.mjs", &[])
}

/// The composer follows the customer, a second server too; then axe-core judges every page.
pub fn now(_: &[String]) -> Outcome {
    in_browser("what staff see is true now", "now.mjs", &[])
}

/// The line of a till is cut at each step: one sale is one order and one payment, and nothing is sold twice.
pub fn till(_: &[String]) -> Outcome {
    // Python reads the books of the server, as its own SQLite.
    install::debian(&[PYTHON])?;
    in_browser("the till, its line cut at each step", "counter.mjs", &[])
}

/// One customer, one order book, stock right everywhere, one timeline. A picture of each step is kept.
pub fn shop(_: &[String]) -> Outcome {
    in_browser("one shop", "one-shop.mjs", &[])
}

/// Begun in the chat, gone on with in the store: a code, a scan, a link.
pub fn elsewhere(_: &[String]) -> Outcome {
    in_browser("the talk goes on elsewhere", "elsewhere.mjs", &[])
}

/// Chat, e-mail, SMS, a telephone call, the store: one conversation. A picture of each step is kept.
pub fn conversation(_: &[String]) -> Outcome {
    install::debian(&[MAIL])?;
    step("install the SMS centre", || install::npm(&root().join("tests/sms")))?;
    let asterisk = step("fetch Asterisk and sipp", exchange::asterisk)?;
    let mail = step("start a mail server and a mailbox", Mail::start)?;
    let mut environment = mail.environment().to_vec();
    environment.extend(exchange::environment(&asterisk));
    in_browser("one conversation", "conversation.mjs", &environment)
}

fn in_browser(name: &str, file: &str, environment: &[(&str, String)]) -> Outcome {
    install::debian(&[BROWSER])?;
    // The stories drive the same browser and the same SDK as the clients: one lock file for both.
    step("install the browser's driver", || install::npm(&root().join("tests/clients")))?;
    let build = ["build", "--workspace", "--all-targets"];
    step("build onedoor", || run_command(&mut cargo(&build)))?;
    let pictures = scratch()?.join("stories");
    step(name, || {
        let mut node = Command::new("node");
        let folder = root().join("tests/stories");
        node.args(["--test-reporter=spec", file]).current_dir(folder);
        node.env("ONEDOOR_BIN", onedoor()?).env("ONEDOOR_PICTURES", &pictures);
        node.envs(environment.iter().map(|(name, value)| (name, value)));
        run_command(&mut node)
    })?;
    println!("pictures of each step: {}", pictures.display());
    Ok(())
}
