//! What somebody wrote before buying: read, and checked field by field. Pure.

use commerce::orders::{Contact, Delivery, Means};
use customers::identities::Kind;
use customers::identities::normal::normalise;
use serde::Deserialize;

const FIELD_BYTES_MAX: usize = 200;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    pub name: String,
    pub email: String,
    pub phone: String,
    /// `address` or `collect`.
    pub delivery: String,
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub country: String,
    /// How it is sent: the code of a delivery method. Empty: the cheapest.
    pub method: String,
    /// Where it is fetched: the id of a location.
    pub location: String,
    pub means: String,
    /// Back from the last page.
    pub edit: String,
    /// Of the order, made by the last page.
    pub key: String,
    /// What was shown there, in minor units.
    pub total: String,
    /// Codes of gift cards, with commas between them.
    pub gift_card: String,
    /// So many points are to pay; empty: none.
    pub points: String,
    /// What was shown as left to pay, in minor units.
    pub to_pay: String,
}

/// A field that is wrong, and the end of the key that says how.
pub type Fault = (&'static str, &'static str);

/// What can be ordered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub delivery: Delivery,
    pub method: Option<String>,
    pub contact: Contact,
    pub means: Means,
}

/// What the shop offers for what lies in the cart.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The locations where one can fetch.
    pub places: Vec<String>,
    /// The ways to that country.
    pub methods: Vec<String>,
}

/// The way that was chosen; what is fetched has none.
pub fn method(sent: &Sent) -> Option<&str> {
    Some(sent.method.as_str()).filter(|method| !method.is_empty() && !is_collected(sent))
}

pub fn is_collected(sent: &Sent) -> bool {
    sent.delivery == "collect"
}

/// How it can be paid, by where it goes.
pub fn means_of(is_collected: bool) -> [Means; 2] {
    if is_collected {
        [Means::InStore, Means::Transfer]
    } else {
        [Means::Transfer, Means::OnDelivery]
    }
}

/// `region` is where a telephone number without a prefix belongs to; `is_covered` says that nothing is left to pay in money.
pub fn check(
    sent: &Sent,
    region: &str,
    choices: &Choices,
    is_covered: bool,
) -> Result<Checked, Vec<Fault>> {
    let mut faults = Vec::new();
    let is_long = |text: &str| text.len() > FIELD_BYTES_MAX;
    let mut need = |field: &'static str, text: &str| {
        if text.trim().is_empty() {
            faults.push((field, "missing"));
        } else if is_long(text) {
            faults.push((field, "long"));
        }
        text.trim().to_string()
    };
    let name = need("name", &sent.name);
    let delivery = if is_collected(sent) {
        Delivery::Collect { location: need("location", &sent.location) }
    } else {
        Delivery::Address {
            name: name.clone(),
            street: need("street", &sent.street),
            postcode: need("postcode", &sent.postcode),
            city: need("city", &sent.city),
            country: need("country", &sent.country).to_ascii_uppercase(),
        }
    };
    match &delivery {
        Delivery::Collect { location }
            if !location.is_empty() && !choices.places.contains(location) =>
        {
            faults.push(("location", "unknown"));
        }
        Delivery::Address { country, .. } if !country.is_empty() && country.len() != 2 => {
            faults.push(("country", "unknown"));
        }
        _ => {}
    }
    let method = method(sent).map(str::to_owned);
    if method.as_ref().is_some_and(|method| !choices.methods.contains(method)) {
        faults.push(("method", "unknown"));
    }
    let contact = contact(sent, name, region, &mut faults);
    let means = sent.means.parse::<Means>().ok();
    let means = means.filter(|means| means_of(is_collected(sent)).contains(means));
    let means = if is_covered { Some(Means::Tenders) } else { means };
    if means.is_none() {
        faults.push(("means", "missing"));
    }
    match means {
        Some(means) if faults.is_empty() => Ok(Checked { delivery, method, contact, means }),
        _ => Err(faults),
    }
}

/// One of both is enough.
fn contact(sent: &Sent, name: String, region: &str, faults: &mut Vec<Fault>) -> Contact {
    let mut reach = |field: &'static str, kind: Kind, text: &str| {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let read = normalise(&kind, text, Some(region));
        if read.is_err() {
            faults.push((field, "wrong"));
        }
        read.ok().map(|value| value.into_owned())
    };
    let email = reach("email", Kind::EMAIL, &sent.email);
    let phone = reach("phone", Kind::PHONE, &sent.phone);
    if sent.email.trim().is_empty() && sent.phone.trim().is_empty() {
        faults.push(("email", "reach"));
    }
    Contact { name: Some(name), email, phone, lang: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anna() -> Sent {
        let text = str::to_string;
        Sent {
            name: text("Anna Nowak"),
            email: text(" Anna@Example.pl "),
            street: text("Grodzka 1"),
            postcode: text("31-002"),
            city: text("Kraków"),
            country: text("PL"),
            delivery: text("address"),
            means: text("transfer"),
            ..Sent::default()
        }
    }

    #[test]
    fn each_field_says_what_is_wrong() {
        let choices = Choices { places: vec!["loc_1".into()], methods: vec!["courier".into()] };
        let faults = |change: fn(&mut Sent)| {
            let mut sent = anna();
            change(&mut sent);
            check(&sent, "PL", &choices, false).err().unwrap_or_default()
        };
        assert_eq!(faults(|_| {}), []);
        assert_eq!(faults(|sent| sent.email.clear()), [("email", "reach")]);
        assert_eq!(faults(|sent| sent.email = "anna".into()), [("email", "wrong")]);
        assert_eq!(faults(|sent| sent.phone = "12".into()), [("phone", "wrong")]);
        assert_eq!(faults(|sent| sent.street = " ".into()), [("street", "missing")]);
        assert_eq!(faults(|sent| sent.city = "x".repeat(201)), [("city", "long")]);
        assert_eq!(faults(|sent| sent.country = "Polska".into()), [("country", "unknown")]);
        assert_eq!(faults(|sent| sent.method = "courier".into()), []);
        assert_eq!(faults(|sent| sent.method = "balloon".into()), [("method", "unknown")]);
        // What is taken in the store is paid there or before, what is sent is not paid in the store.
        assert_eq!(faults(|sent| sent.means = "in_store".into()), [("means", "missing")]);
        let fetched = |location: &'static str| Sent {
            delivery: "collect".into(),
            location: location.into(),
            means: "in_store".into(),
            ..Sent { street: String::new(), ..anna() }
        };
        let wrong = |location| check(&fetched(location), "PL", &choices, false).unwrap_err();
        assert_eq!(wrong(""), [("location", "missing")]);
        assert_eq!(wrong("loc_2"), [("location", "unknown")]);
        let checked = check(&fetched("loc_1"), "PL", &choices, false).unwrap();
        assert_eq!(checked.contact.email.as_deref(), Some("anna@example.pl"));
        assert_eq!(checked.delivery, Delivery::Collect { location: "loc_1".into() });
        // Where a gift card pays for all of it, nobody asks how the rest is paid.
        let covered = Sent { means: String::new(), ..anna() };
        assert_eq!(check(&covered, "PL", &choices, true).unwrap().means, Means::Tenders);
    }
}
