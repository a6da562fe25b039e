//! Somebody who is signed in at the desk, as a browser is: with a cookie, and with the token that its forms carry.

use std::net::SocketAddr;

use crate::Outcome;
use crate::http::Connection;
use crate::process::Server;

const EMAIL: &str = "anna@kubek.example";
const PASSWORD: &str = "three cups of coffee";

pub struct Desk {
    pub address: SocketAddr,
    cookie: String,
    token: String,
}

impl Desk {
    /// Sets the desk up, or signs in where that was done in an earlier run.
    pub async fn enter(server: &Server) -> Outcome<Desk> {
        let mut desk =
            Desk { address: server.address, cookie: String::new(), token: String::new() };
        let owner = [("name", "Anna"), ("email", EMAIL), ("password", PASSWORD)];
        let mut head = desk.post("/desk/set-up", &owner).await?;
        if !head.starts_with("HTTP/1.1 303") {
            head = desk.post("/desk/sign-in", &owner[1..]).await?;
        }
        let cookie = between(&head, "onedoor_session=", ";").ok_or("no session was given")?;
        desk.cookie = format!("onedoor_session={cookie}");
        let page = desk.page("/desk/doors/new?kind=sms").await?;
        let token = between(&page, "name=\"_token\" value=\"", "\"").ok_or("no form token")?;
        desk.token = token.to_string();
        Ok(desk)
    }

    /// The request for a page, or for a stream of it.
    pub fn get(&self, path: &str) -> String {
        format!("GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n\r\n", self.address, self.cookie)
    }

    pub async fn page(&self, path: &str) -> Outcome<String> {
        let (head, body) = self.ask(&self.get(path)).await?;
        if head.starts_with("HTTP/1.1 200") { Ok(body) } else { Err(format!("{path}: {head}")) }
    }

    /// Sends a form; the answer's head.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Outcome<String> {
        let pairs = fields.iter().copied().chain([("_token", self.token.as_str())]);
        let form: Vec<String> =
            pairs.map(|(name, value)| format!("{name}={}", plain(value))).collect();
        let (form, address) = (form.join("&"), self.address);
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
            self.cookie,
            form.len()
        );
        Ok(self.ask(&request).await?.0)
    }

    async fn ask(&self, request: &str) -> Outcome<(String, String)> {
        let failed = |error: std::io::Error| error.to_string();
        let mut connection = Connection::open(self.address).await.map_err(failed)?;
        connection.ask(request.as_bytes()).await.map_err(failed)?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ok((text(connection.head()), text(connection.body())))
    }
}

/// For a form: of what is sent here, only spaces and signs need care.
fn plain(value: &str) -> String {
    let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    let encoded = value.bytes().map(|byte| match byte {
        byte if is_plain(&byte) => (byte as char).to_string(),
        byte => format!("%{byte:02X}"),
    });
    encoded.collect()
}

pub fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}
