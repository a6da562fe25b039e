//! Who shops at Vatra & Ziarno: some four hundred invented people.
//!
//! Their e-mail addresses are of domains reserved for documentation (RFC 2606). No range of mobile numbers is
//! reserved for fiction in Poland or Romania, so theirs share one block of each country and nothing is ever sent.

use std::collections::HashSet;

use kit::time::days;

use super::calendar::Span;
use super::names::{self, Names, Surname};
use super::random::Random;
use super::shop::Country;

/// The customer to watch: their way through the doors goes on live (see `live`).
pub const HERO: &str = "Łucja Wróblewska";
/// A couple of one household, who also share a tablet.
pub const COUPLE: [&str; 2] = ["Ioana Munteanu", "Radu Munteanu"];
/// Somebody else types this customer's e-mail address in the web shop.
pub const IMPERSONATED: &str = "Katarzyna Zielińska";
/// Has a new phone number since some weeks.
pub const NEW_NUMBER: &str = "Tomasz Krawczyk";

pub const COUNT: usize = 400;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Woman,
    Man,
}

/// What a customer's shopping is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// Lives on the web shop, with an account.
    Online,
    /// Has the app, opens it often.
    App,
    /// Comes to the store with a card, and has no account.
    Store,
    /// Uses every door.
    Everywhere,
    /// Reads the newsletter, fills carts, leaves them.
    Browser,
    /// Buys without an account.
    Guest,
    /// Buys on the marketplace only.
    Marketplace,
}

#[derive(Clone, Debug)]
pub struct Person {
    /// Counts from 0; part of every id of theirs.
    pub number: u64,
    pub first: &'static str,
    pub last: &'static str,
    pub gender: Gender,
    /// `pl`, `ro`, `ru` or `en`.
    pub language: &'static str,
    pub country: Country,
    pub city: &'static str,
    pub email: String,
    pub phone: String,
    pub habit: Habit,
    /// The loyalty card, for those who carry one: an EAN-13 of the range for use in shops.
    pub card: Option<String>,
    pub newsletter: bool,
    /// When the shop first meets them.
    pub since: kit::Time,
    /// Their place in a household, for those who share one.
    pub household: Option<u64>,
    pub phone_browser: String,
    pub laptop: String,
    pub app_device: String,
}

impl Person {
    pub fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }

    /// Has a part to play in the stories.
    pub fn is_cast(&self) -> bool {
        self.number < CAST.len() as u64
    }

    /// The number of their account, for those who have one.
    pub fn user_id(&self) -> String {
        format!("u{}", 10_000 + self.number)
    }

    pub fn has_account(&self) -> bool {
        !matches!(self.habit, Habit::Store | Habit::Guest | Habit::Marketplace)
    }

    pub fn locale(&self) -> String {
        format!(
            "{}-{}",
            self.language,
            if self.language == "en" { "GB" } else { self.country.code() }
        )
    }
}

/// Everyone, the cast with parts to play first. The same seed and span give the same people.
pub fn everyone(seed: &Random, span: Span) -> Vec<Person> {
    let mut taken = HashSet::new();
    let mut people: Vec<Person> = Vec::with_capacity(COUNT);
    for part in &CAST {
        let mut random = seed.fork(people.len() as u64);
        taken.insert(format!("{} {}", part.first, part.last));
        let mut person = make(&mut random, people.len() as u64, *part, span);
        // The cast is there from the first days on, so that its stories have room.
        person.since = Span::new(span.from, span.from.plus(days(9))).any(&mut random);
        person.newsletter = true;
        person.household = (COUPLE.contains(&person.name().as_str())).then_some(0);
        people.push(person);
    }
    while people.len() < COUNT {
        let number = people.len() as u64;
        let mut random = seed.fork(number);
        let spouse = people.last().filter(|_| number.is_multiple_of(18)).cloned();
        let part = loop {
            let part = match &spouse {
                Some(spouse) => spouse_of(&mut random, spouse),
                None => somebody(&mut random),
            };
            if taken.insert(format!("{} {}", part.first, part.last)) {
                break part;
            }
        };
        let mut person = make(&mut random, number, part, span);
        if spouse.is_some() {
            let household = Some(number / 18);
            person.household = household;
            people[number as usize - 1].household = household;
        }
        people.push(person);
    }
    people
}

/// How many look in without leaving a name.
const PASSERS_BY: u64 = 70;

/// Visitors whom the shop never gets to know. Their names stay here.
pub fn passers_by(seed: &Random, span: Span) -> Vec<Person> {
    (0..PASSERS_BY)
        .map(|n| {
            let number = 2_000 + n;
            let mut random = seed.fork(number);
            let part = Part { habit: Habit::Guest, ..somebody(&mut random) };
            make(&mut random, number, part, span)
        })
        .collect()
}

/// What is decided about a person before chance adds the rest.
#[derive(Clone, Copy)]
struct Part {
    first: &'static str,
    last: &'static str,
    gender: Gender,
    language: &'static str,
    country: Country,
    city: &'static str,
    habit: Habit,
}

const fn lead(
    first: &'static str,
    last: &'static str,
    gender: Gender,
    country: Country,
    habit: Habit,
) -> Part {
    let (language, city) = match country {
        Country::Poland => ("pl", "Kraków"),
        Country::Romania => ("ro", "Cluj-Napoca"),
    };
    Part { first, last, gender, language, country, city, habit }
}

const CAST: [Part; 5] = [
    lead("Łucja", "Wróblewska", Gender::Woman, Country::Poland, Habit::Everywhere),
    lead("Ioana", "Munteanu", Gender::Woman, Country::Romania, Habit::Everywhere),
    lead("Radu", "Munteanu", Gender::Man, Country::Romania, Habit::Online),
    lead("Katarzyna", "Zielińska", Gender::Woman, Country::Poland, Habit::Everywhere),
    lead("Tomasz", "Krawczyk", Gender::Man, Country::Poland, Habit::Everywhere),
];

fn somebody(random: &mut Random) -> Part {
    let polish_home = random.chance(56);
    let country = if polish_home { Country::Poland } else { Country::Romania };
    let (language, names) = match (random.weighted(&[84, 10, 6]), country) {
        (0, Country::Poland) => ("pl", &names::POLISH),
        (0, Country::Romania) => ("ro", &names::ROMANIAN),
        (1, _) => ("ru", &names::RUSSIAN),
        _ => ("en", &names::ENGLISH),
    };
    let gender = if random.chance(61) { Gender::Woman } else { Gender::Man };
    let surname = random.pick(&names.surnames());
    let habit = habit(random);
    let city = city(random, country, habit);
    Part {
        first: first_name(random, names, gender),
        last: bend(surname, gender),
        gender,
        language,
        country,
        city,
        habit,
    }
}

/// The other one of a household: the same surname in its other form, the same town and language.
fn spouse_of(random: &mut Random, person: &Person) -> Part {
    let names = match person.language {
        "pl" => &names::POLISH,
        "ro" => &names::ROMANIAN,
        "ru" => &names::RUSSIAN,
        _ => &names::ENGLISH,
    };
    let gender = match person.gender {
        Gender::Woman => Gender::Man,
        Gender::Man => Gender::Woman,
    };
    let surname = names.surnames().into_iter().find(|&s| bend(s, person.gender) == person.last);
    Part {
        first: first_name(random, names, gender),
        last: surname.map_or(person.last, |s| bend(s, gender)),
        gender,
        language: person.language,
        country: person.country,
        city: person.city,
        habit: habit(random),
    }
}

fn first_name(random: &mut Random, names: &Names, gender: Gender) -> &'static str {
    match gender {
        Gender::Woman => random.pick(&names.women()),
        Gender::Man => random.pick(&names.men()),
    }
}

fn bend((man, woman): Surname, gender: Gender) -> &'static str {
    match gender {
        Gender::Woman => woman,
        Gender::Man => man,
    }
}

fn habit(random: &mut Random) -> Habit {
    use Habit::{App, Browser, Everywhere, Guest, Marketplace, Online, Store};
    let habits = [Online, App, Store, Everywhere, Browser, Guest, Marketplace];
    habits[random.weighted(&[24, 14, 17, 14, 15, 8, 8])]
}

fn city(random: &mut Random, country: Country, habit: Habit) -> &'static str {
    let cities: [&str; 8] = match country {
        Country::Poland => {
            ["Kraków", "Warszawa", "Katowice", "Wrocław", "Rzeszów", "Gdańsk", "Tarnów", "Łódź"]
        }
        Country::Romania => {
            ["Cluj-Napoca", "București", "Oradea", "Timișoara", "Brașov", "Sibiu", "Turda", "Iași"]
        }
    };
    // Nobody comes to the store every other week from the other end of the country.
    let near: [u32; 8] = [82, 0, 6, 0, 0, 0, 12, 0];
    let anywhere: [u32; 8] = [44, 16, 9, 8, 7, 6, 6, 4];
    let comes_often = matches!(habit, Habit::Store | Habit::Everywhere);
    cities[random.weighted(if comes_often { &near } else { &anywhere })]
}

fn make(random: &mut Random, number: u64, part: Part, span: Span) -> Person {
    let has_store = matches!(part.city, "Kraków" | "Cluj-Napoca");
    let carries_card = match part.habit {
        Habit::Store | Habit::Everywhere => true,
        Habit::Online | Habit::App | Habit::Browser => has_store && random.chance(35),
        Habit::Guest | Habit::Marketplace => false,
    };
    let newsletter = match part.habit {
        Habit::Marketplace | Habit::Guest => false,
        Habit::Browser => true,
        _ => random.chance(58),
    };
    // Half of them were customers before the records begin; the others were won since, the last of them long
    // enough ago to have settled in.
    let met = if random.chance(50) { span.from.plus(days(30)) } else { span.to.minus(days(8)) };
    Person {
        number,
        first: part.first,
        last: part.last,
        gender: part.gender,
        language: part.language,
        country: part.country,
        city: part.city,
        email: email(random, part, number),
        phone: phone(part.country, number),
        habit: part.habit,
        card: carries_card.then(|| card(number)),
        newsletter,
        since: Span::new(span.from, met).any(random),
        household: None,
        phone_browser: random.uuid(),
        laptop: random.uuid(),
        app_device: random.uuid(),
    }
}

fn email(random: &mut Random, part: Part, number: u64) -> String {
    let (first, last) = (names::latin(part.first), names::latin(part.last));
    let kind = random.weighted(&[60, 20, 20]);
    let domain = random.pick(&["example.com", "example.org", "example.net"]);
    let local = match kind {
        0 => format!("{first}.{last}"),
        // The number keeps two people of the same initial apart.
        1 => format!("{}{last}{}", &first[..1], 40 + number),
        _ => format!("{last}.{first}"),
    };
    format!("{local}@{domain}")
}

/// A mobile number in E.164. 7919 is prime to 100,000, so no two people share one.
pub fn phone(country: Country, number: u64) -> String {
    let digits = (31_407 + number * 7_919) % 100_000;
    match country {
        Country::Poland => format!("+485300{digits:05}"),
        Country::Romania => format!("+407000{digits:05}"),
    }
}

/// An EAN-13 of the range 29, which shops number themselves, with its check digit.
fn card(number: u64) -> String {
    let digits = format!("2900{:08}", 10_407 + number * 137);
    let sum: u32 = digits
        .bytes()
        .zip([1, 3].iter().cycle())
        .map(|(d, weight)| u32::from(d - b'0') * weight)
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_number_ends_in_its_check_digit() {
        // Check digits by the GS1 rule, worked out by hand.
        assert_eq!(card(0), "2900000104075");
    }
}
