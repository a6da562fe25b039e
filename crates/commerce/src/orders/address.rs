//! Where an order goes and whom to call: pure.

use kit::{Error, Result};

use super::{Contact, Delivery};

const FIELD_BYTES_MAX: usize = 200;

pub fn check(delivery: &Delivery, contact: &Contact) -> Result<()> {
    let bad = |detail: String| Err(Error::bad_input("bad_delivery", detail));
    if let Delivery::Address { name, street, postcode, city, country } = delivery {
        let fields = [("name", name), ("street", street), ("postcode", postcode), ("city", city)];
        for (field, value) in fields {
            if value.trim().is_empty() || value.len() > FIELD_BYTES_MAX {
                let detail =
                    format!("`delivery.{field}` is needed, of at most {FIELD_BYTES_MAX} bytes.");
                return bad(detail);
            }
        }
        if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return bad("`delivery.country` is two letters of ISO 3166: PL, RO.".into());
        }
    }
    let said = [&contact.name, &contact.email, &contact.phone];
    if said.into_iter().flatten().any(|value| value.len() > FIELD_BYTES_MAX) {
        return bad(format!("Each field of `contact` has at most {FIELD_BYTES_MAX} bytes."));
    }
    // A parcel that is lost, or a collection that is not ready: somebody must be told.
    let is_there = matches!(delivery, Delivery::Taken { .. });
    if !is_there && contact.email.is_none() && contact.phone.is_none() {
        return bad("Give `contact.email` or `contact.phone`.".into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(country: &str, street: &str) -> Delivery {
        Delivery::Address {
            name: "Anna Nowak".into(),
            street: street.into(),
            postcode: "31-002".into(),
            city: "Kraków".into(),
            country: country.into(),
        }
    }

    #[test]
    fn what_a_parcel_needs() {
        let anna = Contact { email: Some("anna@example.pl".into()), ..Contact::default() };
        let nobody = Contact::default();
        let taken = Delivery::Taken { location: "loc_1".into() };
        check(&to("PL", "Grodzka 1"), &anna).unwrap();
        check(&taken, &nobody).unwrap();
        for (delivery, contact) in [
            (to("PL", " "), &anna),
            (to("Polska", "Grodzka 1"), &anna),
            (to("pl", "Grodzka 1"), &anna),
            (to("PL", &"x".repeat(201)), &anna),
            (to("PL", "Grodzka 1"), &nobody),
        ] {
            assert_eq!(check(&delivery, contact).unwrap_err().code, "bad_delivery");
        }
    }
}
