//! A throw-away mail server: OpenSMTPD takes letters, and gives each to Dovecot, which keeps the mailboxes. Whatever
//! address a letter goes to, there is a mailbox for it, whose password is any; but at `guarded.test` it is
//! “correct horse”.
//!
//! Dovecot speaks TLS, too, with a certificate of an authority of our own, and so takes letters of whoever signs in, which it
//! hands on to OpenSMTPD. (Debian 12's OpenSMTPD cannot speak TLS with Debian 12's OpenSSL.)
//!
//! Like the throw-away PostgreSQL it ends with us, however we end.

use std::fs::File;
use std::net::TcpStream;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::install::{Need, is_root};
use crate::postgres::free_port;
use crate::step::succeeds;
use crate::{Outcome, certificates};

/// OpenSMTPD and Dovecot. Debian's Postfix cannot be installed beside this OpenSMTPD.
pub const MAIL: Need = Need {
    what: "OpenSMTPD and Dovecot",
    packages: &["opensmtpd", "dovecot-imapd", "dovecot-lmtpd", "dovecot-submissiond", "openssl"],
    is_there: || {
        let programs = [
            "/usr/sbin/smtpd",
            "/usr/sbin/dovecot",
            "/usr/lib/dovecot/lmtp",
            "/usr/lib/dovecot/submission",
            "/usr/bin/openssl",
        ];
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
    ports: Ports,
}

#[derive(Clone, Copy)]
struct Ports {
    smtp: u16,
    /// With STARTTLS, and signing in.
    submission: u16,
    smtps: u16,
    /// With STARTTLS for those who want it.
    imap: u16,
    imaps: u16,
    lmtp: u16,
}

impl Ports {
    fn free() -> Outcome<Ports> {
        Ok(Ports {
            smtp: free_port()?,
            submission: free_port()?,
            smtps: free_port()?,
            imap: free_port()?,
            imaps: free_port()?,
            lmtp: free_port()?,
        })
    }
}

impl Mail {
    pub fn start() -> Outcome<Mail> {
        if !is_root() {
            return Err("OpenSMTPD and Dovecot start as root only; run this as root".to_owned());
        }
        let folder = std::env::temp_dir().join(format!("onedoor-mail-{}", std::process::id()));
        let ports = Ports::free()?;
        prepare(&folder, ports)?;
        let mut mail = Mail { servers: Vec::new(), folder, ports };
        mail.spawn("/usr/sbin/dovecot", &["-F", "-c"], "dovecot.conf")?;
        mail.spawn("/usr/sbin/smtpd", &["-d", "-f"], "smtpd.conf")?;
        let Ports { smtp, submission, smtps, imap, imaps, lmtp } = ports;
        for port in [smtp, submission, smtps, imap, imaps, lmtp] {
            mail.wait_for(port)?;
        }
        Ok(mail)
    }

    /// Where the tests find it.
    pub fn environment(&self) -> [(&'static str, String); 7] {
        let at = |port: u16| format!("127.0.0.1:{port}");
        let lies = |name: &str| self.folder.join(name).display().to_string();
        [
            ("ONEDOOR_TEST_SMTP", at(self.ports.smtp)),
            ("ONEDOOR_TEST_SUBMISSION", at(self.ports.submission)),
            ("ONEDOOR_TEST_SMTPS", at(self.ports.smtps)),
            ("ONEDOOR_TEST_IMAP", at(self.ports.imap)),
            ("ONEDOOR_TEST_IMAPS", at(self.ports.imaps)),
            ("ONEDOOR_TEST_MAILBOXES", lies("mail")),
            ("ONEDOOR_TEST_AUTHORITY", lies("authority.pem")),
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

fn prepare(folder: &Path, ports: Ports) -> Outcome {
    let says = |error: std::io::Error| format!("{}: {error}", folder.display());
    let boxes = folder.join("mail");
    std::fs::create_dir_all(&boxes).map_err(says)?;
    // Dovecot writes as the user mail, which Debian numbers 8.
    chown(&boxes, Some(8), Some(8)).map_err(says)?;
    certificates::make(folder)?;
    for (name, text) in [
        ("guarded", "hello@guarded.test:{PLAIN}correct horse\n"),
        ("dovecot.conf", &dovecot(folder, ports)),
        ("smtpd.conf", &smtpd(ports)),
    ] {
        std::fs::write(folder.join(name), text).map_err(says)?;
    }
    Ok(())
}

fn smtpd(ports: Ports) -> String {
    let Ports { smtp, lmtp, .. } = ports;
    format!(
        "listen on 127.0.0.1 port {smtp} hostname mail.test\n\
         action \"keep\" lmtp \"127.0.0.1:{lmtp}\" rcpt-to virtual {{ \"@\" = mail }}\n\
         match from any for any action \"keep\"\n"
    )
}

fn dovecot(folder: &Path, ports: Ports) -> String {
    let Ports { smtp, submission, smtps, imap, imaps, lmtp } = ports;
    let folder = folder.display();
    format!(
        "protocols = imap lmtp submission
base_dir = {folder}/run
listen = 127.0.0.1
ssl = yes
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.key
disable_plaintext_auth = no
log_path = {folder}/dovecot.log
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
passdb {{
  driver = passwd-file
  args = username_format=%u {folder}/guarded
  username_filter = *@guarded.test
  result_failure = return-fail
}}
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
    port = {imaps}
    ssl = yes
  }}
}}
service submission-login {{
  inet_listener submission {{
    port = {submission}
  }}
  inet_listener submissions {{
    port = {smtps}
    ssl = yes
  }}
}}
submission_relay_host = 127.0.0.1
submission_relay_port = {smtp}
auth_mechanisms = plain login
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp}
  }}
}}
"
    )
}
