//! A throw-away mail server: OpenSMTPD takes letters, and gives each to Dovecot, which keeps the mailboxes. Whatever
//! address a letter goes to, there is a mailbox for it, whose password is any. Only at `gone.test` there is none: a letter is
//! taken, and comes back.
//!
//! Like the throw-away PostgreSQL it ends with us, however we end.

use std::fs::File;
use std::net::TcpStream;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::install::{Need, is_root};
use crate::postgres::free_port;
use crate::step::succeeds;

/// OpenSMTPD and Dovecot. Debian's Postfix cannot be installed beside this OpenSMTPD.
pub const MAIL: Need = Need {
    what: "OpenSMTPD and Dovecot",
    packages: &["opensmtpd", "dovecot-imapd", "dovecot-lmtpd"],
    is_there: || {
        let programs = ["/usr/sbin/smtpd", "/usr/sbin/dovecot", "/usr/lib/dovecot/lmtp"];
        programs.iter().all(|program| Path::new(program).exists())
    },
};

const START_LIMIT: Duration = Duration::from_secs(20);
const STOP_LIMIT: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(50);

/// Running servers; they stop when this is dropped.
pub struct Mail {
    servers: Vec<Child>,
    folder: PathBuf,
    smtp: u16,
    imap: u16,
}

impl Mail {
    pub fn start() -> Outcome<Mail> {
        if !is_root() {
            return Err("OpenSMTPD and Dovecot start as root only; run this as root".to_owned());
        }
        let folder = std::env::temp_dir().join(format!("onedoor-mail-{}", std::process::id()));
        let (smtp, imap, lmtp) = (free_port()?, free_port()?, free_port()?);
        prepare(&folder, smtp, imap, lmtp)
            .map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut mail = Mail { servers: Vec::new(), folder, smtp, imap };
        mail.spawn("/usr/sbin/dovecot", &["-F", "-c"], "dovecot.conf")?;
        mail.spawn("/usr/sbin/smtpd", &["-d", "-f"], "smtpd.conf")?;
        for port in [smtp, imap, lmtp] {
            mail.wait_for(port)?;
        }
        Ok(mail)
    }

    /// Where the tests find it.
    pub fn environment(&self) -> [(&'static str, String); 3] {
        [
            ("ONEDOOR_TEST_SMTP", format!("127.0.0.1:{}", self.smtp)),
            ("ONEDOOR_TEST_IMAP", format!("127.0.0.1:{}", self.imap)),
            ("ONEDOOR_TEST_MAILBOXES", self.folder.join("mail").display().to_string()),
        ]
    }

    fn spawn(&mut self, program: &str, arguments: &[&str], config: &str) -> Outcome {
        let log = |error: std::io::Error| format!("{program}: {error}");
        let out = File::create(self.folder.join(format!("{config}.log"))).map_err(log)?;
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig=TERM", "--", program]).args(arguments);
        command.arg(self.folder.join(config));
        command.stdout(out.try_clone().map_err(log)?).stderr(out);
        self.servers.push(command.spawn().map_err(log)?);
        Ok(())
    }

    fn wait_for(&mut self, port: u16) -> Outcome {
        let deadline = Instant::now() + START_LIMIT;
        while Instant::now() < deadline {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(());
            }
            std::thread::sleep(POLL);
        }
        Err(format!("nobody listens on port {port}:\n{}", self.logs()))
    }

    fn logs(&self) -> String {
        let files = ["dovecot.conf.log", "dovecot.log", "smtpd.conf.log"];
        files
            .map(|name| std::fs::read_to_string(self.folder.join(name)).unwrap_or_default())
            .join("\n")
    }
}

impl Drop for Mail {
    fn drop(&mut self) {
        for server in &mut self.servers {
            succeeds(Command::new("kill").arg("-TERM").arg(server.id().to_string()));
            let deadline = Instant::now() + STOP_LIMIT;
            while matches!(server.try_wait(), Ok(None)) && Instant::now() < deadline {
                std::thread::sleep(POLL);
            }
            if matches!(server.try_wait(), Ok(None)) && server.kill().is_ok() {
                server.wait().ok();
            }
        }
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

fn prepare(folder: &Path, smtp: u16, imap: u16, lmtp: u16) -> std::io::Result<()> {
    let boxes = folder.join("mail");
    std::fs::create_dir_all(&boxes)?;
    // Dovecot writes as the user mail, which Debian numbers 8.
    chown(&boxes, Some(8), Some(8))?;
    std::fs::write(folder.join("dovecot.conf"), dovecot(folder, imap, lmtp))?;
    std::fs::write(
        folder.join("smtpd.conf"),
        format!(
            "listen on 127.0.0.1 port {smtp} hostname mail.test\n\
             action \"keep\" lmtp \"127.0.0.1:{lmtp}\" rcpt-to virtual {{ \"@\" = mail }}\n\
             action \"refuse\" mda \"exit 67\" virtual {{ \"@\" = mail }}\n\
             match from any for domain \"gone.test\" action \"refuse\"\n\
             match from any for any action \"keep\"\n"
        ),
    )
}

fn dovecot(folder: &Path, imap: u16, lmtp: u16) -> String {
    let folder = folder.display();
    format!(
        "protocols = imap lmtp
base_dir = {folder}/run
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
log_path = {folder}/dovecot.log
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
passdb {{
  driver = static
  args = nopassword=y
}}
userdb {{
  driver = static
  args = uid=mail gid=mail home={folder}/mail/%u
}}
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
"
    )
}
