//! Where letters lie: a mailbox for every address, and the shop's own, which its door watches.
//!
//! The shop hands its letters over by SMTP ([`smtp`]) and watches its mailbox by IMAP ([`imap`]): two small servers on
//! addresses of this machine, each as much of its protocol as the e-mail door speaks.

pub mod imap;
pub mod smtp;
mod wire;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kit::{Clock, Time};

use super::news::News;

/// How the shop's server calls itself when it says whose letter it checked (RFC 8601).
pub const SHOP_SERVER: &str = "mx.vatra-ziarno.example";

pub const LETTER_BYTES_MAX: usize = 12 * 1024 * 1024;
/// What is older is thrown away.
const LETTERS_MAX: usize = 200;
const BOXES_MAX: usize = 500;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Folder {
    Inbox,
    Sent,
}

#[derive(Clone, Debug)]
pub struct Letter {
    /// In the whole post office; grows.
    pub number: u32,
    pub folder: Folder,
    pub at: Time,
    pub bytes: Arc<[u8]>,
    pub is_read: bool,
    /// Its reader wants no more like it.
    pub is_refused: bool,
}

pub struct Post {
    clock: Clock,
    news: News,
    /// The shop's address. What is written to `shop+anything@…` comes there too.
    shop: String,
    /// By which the shop's mailbox is opened.
    password: String,
    things: Mutex<Things>,
}

#[derive(Default)]
struct Things {
    boxes: BTreeMap<String, Vec<Letter>>,
    number: u32,
}

/// The post office takes no more.
#[derive(Debug)]
pub struct Full;

impl Post {
    pub fn new(clock: Clock, news: News, shop: &str, password: String) -> Post {
        Post { clock, news, shop: shop.into(), password, things: Mutex::default() }
    }

    pub fn shop(&self) -> &str {
        &self.shop
    }

    pub fn password(&self) -> &str {
        &self.password
    }

    fn things(&self) -> MutexGuard<'_, Things> {
        self.things.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A letter for each of these addresses.
    pub fn deliver(&self, from: &str, to: &[String], bytes: &[u8]) -> Result<(), Full> {
        for address in to {
            let address = address.to_lowercase();
            if self.is_shop(&address) {
                let received = received(from, &address, bytes);
                self.keep(&self.shop, Folder::Inbox, received.into())?;
            } else {
                self.keep(&address, Folder::Inbox, bytes.into())?;
            }
        }
        Ok(())
    }

    /// What somebody wrote: a copy stays with them, the letter goes its way.
    pub fn submit(&self, from: &str, to: &str, bytes: &[u8]) -> Result<u32, Full> {
        let number = self.keep(&from.to_lowercase(), Folder::Sent, bytes.into())?;
        self.deliver(from, &[to.to_string()], bytes)?;
        Ok(number)
    }

    fn is_shop(&self, address: &str) -> bool {
        let Some((local, domain)) = self.shop.split_once('@') else { return false };
        let Some((to, at)) = address.rsplit_once('@') else { return false };
        at == domain && to.split('+').next() == Some(local)
    }

    fn keep(&self, address: &str, folder: Folder, bytes: Arc<[u8]>) -> Result<u32, Full> {
        let mut things = self.things();
        if things.boxes.len() >= BOXES_MAX && !things.boxes.contains_key(address) {
            return Err(Full);
        }
        things.number += 1;
        let number = things.number;
        let is_read = folder == Folder::Sent;
        let at = self.clock.now();
        let letters = things.boxes.entry(address.to_string()).or_default();
        letters.push(Letter { number, folder, at, bytes, is_read, is_refused: false });
        if letters.len() > LETTERS_MAX {
            letters.remove(0);
        }
        drop(things);
        self.news.tell();
        Ok(number)
    }

    /// All that lies in somebody's mailbox, the oldest first.
    pub fn letters(&self, address: &str) -> Vec<Letter> {
        self.things().boxes.get(&address.to_lowercase()).cloned().unwrap_or_default()
    }

    pub fn unread(&self, address: &str) -> usize {
        let things = self.things();
        let letters = things.boxes.get(&address.to_lowercase());
        letters.map_or(0, |letters| letters.iter().filter(|letter| !letter.is_read).count())
    }

    /// Marks letters as their reader has seen or refused them.
    pub fn mark(&self, address: &str, mark: impl Fn(&mut Letter)) {
        let mut things = self.things();
        let letters = things.boxes.get_mut(&address.to_lowercase());
        letters.into_iter().flatten().for_each(mark);
        drop(things);
        self.news.tell();
    }
}

/// As the shop's own server lays it down: from whom and for whom it was, and that whoever sent it may speak for their
/// domain. Here everybody was let in by this machine, so everybody may.
fn received(from: &str, to: &str, bytes: &[u8]) -> Vec<u8> {
    let domain = from.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
    let head = format!(
        "Return-Path: <{from}>\r\nDelivered-To: {to}\r\nAuthentication-Results: {SHOP_SERVER};\r\n \
         spf=pass smtp.mailfrom={from};\r\n dkim=pass header.d={domain}\r\n"
    );
    [head.as_bytes(), bytes].concat()
}
