//! The shop's traffic: what its web pages post on a working day, as request bodies that are made before the clock
//! runs.
//!
//! 200,000 people come again and again, some much more often than others (Zipf's law, exponent 0.7). Of 100 calls
//! 70 are pages and clicks of visitors (3 of them from a visitor who was never seen before), 25 of people who are
//! signed in, 4 are `identify` with traits, 1 is a completed order. A call has about 550 bytes.
//!
//! A body is sent many times, each time with new message ids and times: these are written over the copy that is
//! sent, which costs the generator next to nothing.

use std::fmt::Write;

use kit::{Clock, Time};

use crate::load::Requests;
use crate::random::{Random, mix};

const VISITORS: usize = 150_000;
const MEMBERS: usize = 50_000;
const EXPONENT: f64 = 0.7;
/// Between the click and the sending of its batch.
const AGO_MS_MAX: usize = 2_000;
const SECONDS_KEPT: usize = AGO_MS_MAX / 1_000 + 2;

const GOODS: &[&str] = &[
    "Filiżanka espresso 80 ml",
    "Ibric din cupru 300 ml",
    "Obrus lniany 140×220",
    "Cafea boabe Maramureș 1 kg",
    "Młynek ręczny Pilot",
    "Lampă de masă Brașov",
];
const CLICKS: &[&str] =
    &["Product Viewed", "Product Clicked", "Product Added", "Cart Viewed", "Product List Viewed"];
const CITIES: &[&str] = &["Kraków", "Wrocław", "Cluj-Napoca", "Iași", "Gdańsk", "București"];
const AGENTS: &[&str] = &[
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
];

/// A body with the places that differ each time it is sent.
#[derive(Default)]
struct Body {
    path: &'static str,
    text: String,
    patches: Vec<Patch>,
    events: u64,
}

#[derive(Clone, Copy)]
enum Patch {
    /// A moment, so many milliseconds before the sending.
    Time { at: usize, ago_ms: usize },
    /// 16 digits that were never sent before; the same within one call.
    Number { at: usize, call: u64 },
}

/// Who acts.
enum Who {
    /// Comes for the first time.
    New,
    Visitor(usize),
    Member(usize),
}

pub struct Traffic {
    bodies: Vec<Body>,
    next_body: usize,
    next_number: u64,
    key: String,
    clock: Clock,
    seconds: Seconds,
}

impl Traffic {
    /// Batches of 100 calls.
    pub fn batches(count: usize) -> Traffic {
        Traffic::new(count, |random| Body::batch(random, 100))
    }

    /// Calls one by one.
    pub fn singles(count: usize) -> Traffic {
        Traffic::new(count, Body::single)
    }

    fn new(count: usize, make: impl Fn(&mut Random) -> Body) -> Traffic {
        let mut random = Random::new(7);
        Traffic {
            bodies: (0..count).map(|_| make(&mut random)).collect(),
            next_body: 0,
            next_number: 1,
            key: String::new(),
            clock: Clock::System,
            seconds: Seconds::default(),
        }
    }

    /// Whose door the calls come in by.
    pub fn set_key(&mut self, key: &str) {
        self.key = key.to_string();
    }

    /// Goes in by the same door as another traffic, after the numbers that it has used.
    pub fn continue_after(&mut self, other: &Traffic) {
        self.key.clone_from(&other.key);
        self.next_number = other.next_number;
    }

    pub fn bytes_per_event(&self) -> f64 {
        let bytes: usize = self.bodies.iter().map(|body| body.text.len()).sum();
        bytes as f64 / self.bodies.iter().map(|body| body.events).sum::<u64>() as f64
    }
}

impl Requests for Traffic {
    fn fill(&mut self, out: &mut Vec<u8>) -> u64 {
        let body = &self.bodies[self.next_body];
        self.next_body = (self.next_body + 1) % self.bodies.len();
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: onedoor\r\nAuthorization: Bearer {}\r\nContent-Type: application/json\r\n\
             Content-Length: {}\r\n\r\n",
            body.path,
            self.key,
            body.text.len()
        );
        out.extend_from_slice(head.as_bytes());
        let start = out.len();
        out.extend_from_slice(body.text.as_bytes());
        let copy = &mut out[start..];
        let now_ms = self.clock.now().as_ms();
        self.seconds.move_to(now_ms);
        for patch in &body.patches {
            match *patch {
                Patch::Time { at, ago_ms } => {
                    self.seconds.write(now_ms - ago_ms as i64, &mut copy[at..at + 23]);
                }
                Patch::Number { at, call } => {
                    write_hex(mix(self.next_number + call), &mut copy[at..at + 16]);
                }
            }
        }
        self.next_number += body.events;
        body.events
    }
}

/// The last seconds as text, so that a moment is written without a calendar.
#[derive(Default)]
struct Seconds {
    newest: i64,
    texts: [[u8; 20]; SECONDS_KEPT],
}

impl Seconds {
    fn move_to(&mut self, now_ms: i64) {
        let newest = now_ms.div_euclid(1_000);
        if newest == self.newest {
            return;
        }
        self.newest = newest;
        for (i, text) in self.texts.iter_mut().enumerate() {
            let at = Time(kit::time::seconds(newest - i as i64)).to_string();
            text.copy_from_slice(at.as_bytes());
        }
    }

    /// `2026-11-21T12:00:00.123`
    fn write(&self, ms: i64, out: &mut [u8]) {
        let ago = (self.newest - ms.div_euclid(1_000)) as usize;
        out[..19].copy_from_slice(&self.texts[ago][..19]);
        let ms = ms.rem_euclid(1_000);
        let digit = |n: i64| b'0' + (n % 10) as u8;
        out[19..23].copy_from_slice(&[b'.', digit(ms / 100), digit(ms / 10), digit(ms)]);
    }
}

fn write_hex(mut number: u64, out: &mut [u8]) {
    for byte in out.iter_mut().rev() {
        *byte = b"0123456789abcdef"[(number & 15) as usize];
        number >>= 4;
    }
}

impl Body {
    fn batch(random: &mut Random, calls: usize) -> Body {
        let mut body = Body { path: "/v1/batch", ..Body::default() };
        body.text.push_str("{\"batch\":[");
        for i in 0..calls {
            if i > 0 {
                body.text.push(',');
            }
            let ago_ms = AGO_MS_MAX - i * AGO_MS_MAX / calls;
            body.call(random, ago_ms);
            body.text.push('}');
        }
        body.text.push_str("],\"sentAt\":\"");
        body.time(0);
        body.text.push_str("\"}");
        body
    }

    fn single(random: &mut Random) -> Body {
        let mut body = Body::default();
        body.path = body.call(random, 3);
        body.text.push_str(",\"sentAt\":\"");
        body.time(0);
        body.text.push_str("\"}");
        body
    }

    /// One call without its closing brace; returns the path that takes it alone.
    fn call(&mut self, random: &mut Random, ago_ms: usize) -> &'static str {
        let visitor = |random: &mut Random| Who::Visitor(random.zipf(VISITORS, EXPONENT));
        let member = |random: &mut Random| Who::Member(random.zipf(MEMBERS, EXPONENT));
        let path = match random.below(100) {
            0..3 => self.page_or_click(random, &Who::New),
            3..70 => {
                let who = visitor(random);
                self.page_or_click(random, &who)
            }
            70..95 => {
                let who = member(random);
                self.page_or_click(random, &who)
            }
            95..99 => {
                let who = random.zipf(MEMBERS, EXPONENT);
                self.identify(random, who)
            }
            _ => {
                let who = member(random);
                self.order(random, &who)
            }
        };
        self.text.push_str(",\"messageId\":\"ajs-next-");
        self.number();
        self.text.push_str("\",\"timestamp\":\"");
        self.time(ago_ms);
        self.text.push('"');
        self.context(random);
        self.events += 1;
        path
    }

    fn page_or_click(&mut self, random: &mut Random, who: &Who) -> &'static str {
        let (goods, number) = (random.one_of(GOODS), random.below(2_000));
        if random.below(2) == 0 {
            self.begin("page", random, who);
            self.write(format_args!(
                ",\"name\":\"Product\",\"properties\":{{\"path\":\"/p/{number}\",\"title\":\"{goods}\",\
                 \"url\":\"https://shop.example/p/{number}\",\"referrer\":\"https://shop.example/c/kawa\"}}"
            ));
            return "/v1/page";
        }
        self.begin("track", random, who);
        let click = random.one_of(CLICKS);
        self.write(format_args!(
            ",\"event\":\"{click}\",\"properties\":{{\"product_id\":\"P-{number}\",\"name\":\"{goods}\",\
             \"price\":{}.90,\"currency\":\"PLN\",\"quantity\":1,\"category\":\"kawa\"}}",
            10 + number % 300
        ));
        "/v1/track"
    }

    fn identify(&mut self, random: &mut Random, member: usize) -> &'static str {
        self.begin("identify", random, &Who::Member(member));
        let city = CITIES[member % CITIES.len()];
        // Most say what they said last time; one in five has changed something.
        let orders = if random.below(5) == 0 { random.below(40) } else { member % 40 };
        self.write(format_args!(
            ",\"traits\":{{\"email\":\"person{member}@mail.example\",\"firstName\":\"Anna{}\",\
             \"lastName\":\"Kowalska{}\",\"address\":{{\"city\":\"{city}\"}},\"orders\":{orders}}}",
            member % 700,
            member % 900
        ));
        "/v1/identify"
    }

    fn order(&mut self, random: &mut Random, who: &Who) -> &'static str {
        self.begin("track", random, who);
        self.text.push_str(",\"event\":\"Order Completed\",\"properties\":{\"order_id\":\"");
        self.number();
        let lines = 1 + random.below(4);
        let total = (0..lines).map(|line| 20 + line * 10).sum::<usize>();
        self.write(format_args!("\",\"total\":{total},\"currency\":\"PLN\",\"products\":["));
        for line in 0..lines {
            let comma = if line == 0 { "" } else { "," };
            let (goods, price) = (random.one_of(GOODS), 20 + line * 10);
            self.write(format_args!(
                "{comma}{{\"product_id\":\"P-{}\",\"name\":\"{goods}\",\"price\":{price},\"quantity\":1}}",
                random.below(2_000)
            ));
        }
        self.text.push_str("]}");
        "/v1/track"
    }

    fn begin(&mut self, kind: &str, random: &mut Random, who: &Who) {
        self.write(format_args!("{{\"type\":\"{kind}\",\"anonymousId\":\""));
        match *who {
            Who::New => {
                self.text.push_str("8f14e45f-ceea-467a-");
                self.number();
            }
            Who::Visitor(n) => self.device(n as u64),
            // A laptop, and for one in five a telephone.
            Who::Member(n) => {
                let devices = if n % 5 == 0 { 2 } else { 1 };
                self.device((VISITORS + 2 * n + random.below(devices)) as u64);
            }
        }
        self.text.push('"');
        if let Who::Member(n) = who {
            self.write(format_args!(",\"userId\":\"member-{n}\""));
        }
    }

    /// An anonymous id as browsers make them.
    fn device(&mut self, n: u64) {
        let (a, b) = (mix(n), mix(n ^ 0xdead_beef));
        let (a, b, c, d) = (a >> 32, a >> 16 & 0xffff, a & 0xfff, b & 0xffff_ffff_ffff);
        self.write(format_args!("{a:08x}-{b:04x}-4{c:03x}-8{:03x}-{d:012x}", n % 4_096));
    }

    fn context(&mut self, random: &mut Random) {
        let agent = random.one_of(AGENTS);
        self.write(format_args!(
            ",\"context\":{{\"library\":{{\"name\":\"analytics.js\",\"version\":\"npm:next-1.81.0\"}},\
             \"userAgent\":\"{agent}\",\"locale\":\"pl-PL\",\"timezone\":\"Europe/Warsaw\"}}"
        ));
    }

    fn write(&mut self, text: std::fmt::Arguments) {
        self.text.write_fmt(text).expect("writing to a String does not fail");
    }

    fn number(&mut self) {
        self.patches.push(Patch::Number { at: self.text.len(), call: self.events });
        self.text.push_str("0000000000000000");
    }

    fn time(&mut self, ago_ms: usize) {
        self.patches.push(Patch::Time { at: self.text.len(), ago_ms });
        self.text.push_str("2026-01-01T00:00:00.000Z");
    }
}

#[cfg(test)]
mod tests {
    use customers::recording::call::{Batch, Call, present};
    use std::collections::HashSet;

    use super::*;

    fn body(request: &[u8]) -> &[u8] {
        let end = request.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        &request[end + 4..]
    }

    #[test]
    fn a_body_is_sent_again_with_other_ids_and_times() {
        let mut traffic = Traffic::batches(2);
        let (mut ids, mut request) = (HashSet::new(), Vec::new());
        for _ in 0..10 {
            request.clear();
            assert_eq!(traffic.fill(&mut request), 100);
            let batch: Batch = serde_json::from_slice(body(&request)).unwrap();
            for call in &batch.batch {
                assert!(ids.insert(present(&call.message_id).unwrap().to_string()));
                let at = Time::parse(present(&call.timestamp).unwrap()).unwrap();
                let age = Clock::System.now().since(at);
                assert!((0..kit::time::seconds(4)).contains(&age), "{age}");
            }
        }
        let bytes = traffic.bytes_per_event();
        assert!((450.0..650.0).contains(&bytes), "{bytes}");
    }

    #[test]
    fn single_calls_are_whole() {
        let mut traffic = Traffic::singles(200);
        let mut request = Vec::new();
        for _ in 0..200 {
            request.clear();
            assert_eq!(traffic.fill(&mut request), 1);
            let call: Call = serde_json::from_slice(body(&request)).unwrap();
            assert!(present(&call.sent_at).is_some());
        }
    }
}
