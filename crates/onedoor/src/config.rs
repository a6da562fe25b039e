//! Configuration: flags, then environment (`ONEDOOR_…`), then the file `onedoor.toml`, then defaults. Read once,
//! here, at start.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::Args;
use customers::Defaults;
use kit::db::{Place, Synchronous};
use kit::money::Currency;
use kit::{Error, Result};
use serde::Deserialize;

/// Options that every command takes.
#[derive(Args, Clone, Debug, Default)]
pub struct Options {
    /// Folder for the data of the embedded database
    #[arg(long, global = true, env = "ONEDOOR_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// PostgreSQL instead of the embedded database: postgres://user:password@host/name
    #[arg(
        long,
        global = true,
        env = "ONEDOOR_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    pub database: Option<String>,
    /// Configuration file; flags and environment win over it
    #[arg(long, global = true, env = "ONEDOOR_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// How sure a commit is on the embedded database: full, or normal (a power cut may take the last moments)
    #[arg(long, global = true, env = "ONEDOOR_SYNCHRONOUS", value_name = "MODE")]
    pub synchronous: Option<String>,
    /// Country whose dialling code telephone numbers without one have (ISO 3166)
    #[arg(long, global = true, env = "ONEDOOR_REGION", value_name = "CODE")]
    pub region: Option<String>,
    /// Currency of prices that name none (ISO 4217)
    #[arg(long, global = true, env = "ONEDOOR_CURRENCY", value_name = "CODE")]
    pub currency: Option<String>,
    /// The key that secrets in the database are sealed with: 64 hexadecimal digits
    #[arg(long, global = true, env = "ONEDOOR_KEY", value_name = "HEX", hide_env_values = true)]
    pub key: Option<String>,
    /// How people reach this server, for links that are sent: https://talk.example.com
    #[arg(long, global = true, env = "ONEDOOR_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Let webhooks call addresses of this machine and its network (for development)
    #[arg(long, global = true, env = "ONEDOOR_ALLOW_PRIVATE_WEBHOOKS")]
    pub allow_private_webhooks: bool,
    /// Log as text or json
    #[arg(long, global = true, env = "ONEDOOR_LOG_FORMAT", value_name = "FORMAT")]
    pub log_format: Option<String>,
}

/// The file, with the same names.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    database: Option<String>,
    listen: Option<SocketAddr>,
    synchronous: Option<String>,
    region: Option<String>,
    currency: Option<String>,
    key: Option<String>,
    public_url: Option<String>,
    allow_private_webhooks: bool,
    log_format: Option<String>,
}

#[derive(Clone, Debug)]
pub struct Config {
    pub place: Place,
    pub listen: SocketAddr,
    pub defaults: Defaults,
    /// See `key.rs`.
    pub key: Option<String>,
    pub public_url: Option<String>,
    pub allow_private_webhooks: bool,
    pub log_json: bool,
}

const LISTEN: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);
const FILE: &str = "onedoor.toml";
pub const DATABASE_FILE: &str = "onedoor.db";

impl Config {
    /// Puts the sources together and says what is wrong with them.
    pub fn load(options: &Options, listen: Option<SocketAddr>) -> Result<Config> {
        let file = read_file(options.config.as_deref())?;
        let synchronous = options.synchronous.clone().or(file.synchronous);
        let synchronous = match synchronous.as_deref() {
            None | Some("full") => Synchronous::Full,
            Some("normal") => Synchronous::Normal,
            Some(other) => return Err(bad("synchronous", other, "full or normal")),
        };
        let place = match options.database.clone().or(file.database) {
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Place::Postgres { url }
            }
            Some(url) => return Err(bad("database", &url, "a URL that begins with postgres://")),
            None => {
                let folder = options.data.clone().or(file.data).unwrap_or_else(|| "data".into());
                Place::Sqlite { path: folder.join(DATABASE_FILE), synchronous }
            }
        };
        let currency = options.currency.clone().or(file.currency);
        let currency = currency.as_deref().unwrap_or("EUR");
        let log_format = options.log_format.clone().or(file.log_format);
        Ok(Config {
            place,
            listen: listen.or(file.listen).unwrap_or(LISTEN),
            defaults: Defaults {
                region: options.region.clone().or(file.region),
                currency: Currency::parse(currency)
                    .ok_or_else(|| bad("currency", currency, "an ISO 4217 code such as EUR"))?,
            },
            key: options.key.clone().or(file.key),
            public_url: public_url(options.public_url.clone().or(file.public_url))?,
            allow_private_webhooks: options.allow_private_webhooks || file.allow_private_webhooks,
            log_json: match log_format.as_deref() {
                None | Some("text") => false,
                Some("json") => true,
                Some(other) => return Err(bad("log_format", other, "text or json")),
            },
        })
    }
}

fn public_url(url: Option<String>) -> Result<Option<String>> {
    match url {
        Some(url) if !url.starts_with("https://") && !url.starts_with("http://") => {
            Err(bad("public_url", &url, "an address that begins with https://"))
        }
        url => Ok(url.map(|url| url.trim_end_matches('/').to_string())),
    }
}

fn read_file(path: Option<&Path>) -> Result<File> {
    let (path, wanted) = path.map_or((Path::new(FILE), false), |path| (path, true));
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !wanted => {
            return Ok(File::default());
        }
        Err(error) => {
            let detail = format!("The configuration file {}: {error}.", path.display());
            return Err(Error::bad_input("bad_config", detail));
        }
    };
    toml::from_str(&text).map_err(|error| {
        Error::bad_input(
            "bad_config",
            format!("The configuration file {}: {error}", path.display()),
        )
    })
}

fn bad(name: &str, value: &str, expected: &str) -> Error {
    Error::bad_input("bad_config", format!("{name} = “{value}”: expected {expected}."))
}
