//! The order book on the first day: what was bought in the last days, an order at each point that one can come to.
//!
//! Unlike the history, which other systems tell, these are orders of this shop: priced by its promotions, promised from its
//! stock, packed, fetched and brought back like anybody's. The buyers gave a telephone number only, so that nobody is
//! written to.

use std::collections::BTreeMap;

use commerce::Ctx;
use commerce::carts::{Actor, Role, Scope};
use commerce::catalogue::{self, VariantId};
use commerce::orders::{
    self, AtCounter, Contact, Delivery, Goods, Means, NewOrder, Order, Parcel, Taken,
};
use commerce::promotions::AskedLine;
use commerce::returns::{self, Kind, NewReturn};
use commerce::stock::{LocationId, store as stock};
use commerce::tenders::Tendered;
use customers::channels::{self, Door};
use customers::context::Named;
use customers::identities::CustomerId;
use customers::recording::Learned;
use kit::time::hours;
use kit::{Error, Result, Time, Tx};

use super::people::Person;
use super::shop::{self, Country, KRAKOW, PHONE, WEB};
use crate::app::App;

/// The store where orders are fetched, and the shelf of its till.
const STORE: &str = "KRAKOW";
const CLERK: &str = "Ilinca";
const PACKER: &str = "Marta";

struct Bought {
    door: &'static str,
    /// So many hours ago.
    age: i64,
    goods: &'static [(&'static str, i64)],
    way: Way,
    fate: Fate,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Paid to the courier.
    Courier,
    /// Paid before it goes out.
    Transfer,
    /// Paid where it is fetched.
    Fetched,
    /// Sold across the counter.
    Counter,
}

#[derive(Clone, Copy)]
enum Fate {
    Waits,
    IsPaid,
    /// The first line goes out, the rest waits.
    IsPartlySent,
    IsSent,
    IsFetched,
    IsCancelled,
    /// It was sent, and the buyer wants to give it back.
    ComesBack,
}

const fn bought(
    door: &'static str,
    age: i64,
    goods: &'static [(&'static str, i64)],
    way: Way,
    fate: Fate,
) -> Bought {
    Bought { door, age, goods, way, fate }
}

/// The oldest first.
const BOOK: [Bought; 14] = [
    bought(WEB, 70, &[("VZ-LIN-TBL-140", 1), ("VZ-CND-FIR", 1)], Way::Transfer, Fate::ComesBack),
    bought(WEB, 67, &[("VZ-COF-HSE-1000", 2)], Way::Transfer, Fate::IsSent),
    bought(PHONE, 52, &[("VZ-COF-DEC-250", 3), ("VZ-CND-FIR", 2)], Way::Transfer, Fate::IsSent),
    bought(
        KRAKOW,
        47,
        &[("VZ-COF-BRA-500-F", 1), ("VZ-COF-TST-4X60", 1)],
        Way::Counter,
        Fate::Waits,
    ),
    bought(WEB, 45, &[("VZ-BRW-MOK-3", 1)], Way::Fetched, Fate::IsFetched),
    bought(WEB, 43, &[("VZ-VAS-GLS", 1)], Way::Transfer, Fate::IsCancelled),
    bought(
        WEB,
        28,
        &[("VZ-BRW-KTL-09", 1), ("VZ-COF-KEN-250", 2)],
        Way::Courier,
        Fate::IsPartlySent,
    ),
    bought(WEB, 22, &[("VZ-COF-BRA-500", 1), ("VZ-BRW-DRP-02", 1)], Way::Transfer, Fate::IsPaid),
    bought(KRAKOW, 20, &[("VZ-BRW-MOK-6", 1)], Way::Counter, Fate::Waits),
    bought(PHONE, 18, &[("VZ-GRN-HND", 1), ("VZ-COF-GUA-250", 1)], Way::Courier, Fate::Waits),
    bought(WEB, 6, &[("VZ-COF-COL-250", 2)], Way::Fetched, Fate::Waits),
    bought(WEB, 4, &[("VZ-LIN-APR-C", 1), ("VZ-CND-FIR", 1)], Way::Courier, Fate::Waits),
    bought(KRAKOW, 3, &[("VZ-COF-KEN-250-M", 2)], Way::Counter, Fate::Waits),
    bought(WEB, 1, &[("VZ-LIN-TBL-140", 1), ("VZ-VAS-GLS", 1)], Way::Transfer, Fate::Waits),
];

const ADDRESSES: [(&str, &str, &str); 5] = [
    ("ul. Długa 7/3", "31-147", "Kraków"),
    ("ul. Piotrkowska 112", "90-006", "Łódź"),
    ("ul. Świdnicka 21", "50-066", "Wrocław"),
    ("al. Jerozolimskie 44", "00-024", "Warszawa"),
    ("ul. Mariacka 9", "40-014", "Katowice"),
];

/// Writes the book; once, when the shelves have just been filled.
pub async fn fill(app: &App, people: &[Person], now: Time) -> Result<()> {
    let (ctx, db) = (&app.commerce, &app.ctx.db);
    let buyers = db.read(|tx| buyers(tx, people)).await?;
    for (number, (bought, buyer)) in BOOK.iter().zip(&buyers).enumerate() {
        let page = Page { ctx, number, bought, buyer, at: now.minus(hours(bought.age)) };
        let order = db.write(|tx| page.sell(tx)).await?.learn(ctx);
        let learned = db.write(|tx| page.go_on(tx, &order)).await?;
        if let Some(learned) = learned {
            ctx.customers.recorder.learn(learned);
        }
        if let Some(back) = page.comes_back() {
            let at = page.after(60);
            let ask = |tx: &Tx| returns::ask(ctx, tx, &page.seller(tx)?, &order, &back, at);
            db.write(ask).await?.learn(ctx);
        }
    }
    Ok(())
}

/// Poles with an account whom the history has met and who have no part to play.
fn buyers<'a>(tx: &Tx, people: &'a [Person]) -> Result<Vec<(CustomerId, &'a Person)>> {
    let mut found = Vec::new();
    let is_pole = |one: &Person| one.country == Country::Poland && one.language == "pl";
    let fit = |one: &&Person| is_pole(one) && one.has_account() && !one.is_cast();
    for person in people.iter().filter(fit) {
        match Named::parse(&format!("user_id:{}", person.user_id()), None)?.find(tx) {
            Ok(customer) => found.push((customer, person)),
            Err(error) if error.is_not_found() => {}
            Err(error) => return Err(error),
        }
        if found.len() == BOOK.len() {
            break;
        }
    }
    Ok(found)
}

/// One page of the book.
struct Page<'a> {
    ctx: &'a Ctx,
    number: usize,
    bought: &'a Bought,
    buyer: &'a (CustomerId, &'a Person),
    at: Time,
}

impl Page<'_> {
    fn sell(&self, tx: &Tx) -> Result<orders::Placed> {
        let (place, lines) = (store(tx)?, self.lines(tx)?);
        let is_counter = self.bought.way == Way::Counter;
        let pieces: BTreeMap<VariantId, i64> =
            lines.iter().map(|line| (line.variant, line.quantity)).collect();
        let counter = AtCounter {
            goods: Some(Goods { lines, is_known: true, ..Goods::default() }),
            taken: is_counter.then_some(Taken { location: place, pieces, till: None }),
        };
        let (actor, scope) = (self.seller(tx)?, Scope::whole(self.buyer.0));
        orders::sell(self.ctx, tx, &actor, &scope, &self.order(place), &counter, self.at)
    }

    fn lines(&self, tx: &Tx) -> Result<Vec<AskedLine>> {
        let line = |&(sku, quantity): &(&str, i64)| {
            let variant = catalogue::find_by_code(tx, sku)?;
            let variant = variant.ok_or_else(|| Error::internal(format!("no goods “{sku}”")))?;
            Ok(AskedLine { variant, quantity })
        };
        self.bought.goods.iter().map(line).collect()
    }

    fn order(&self, place: LocationId) -> NewOrder {
        let (location, person) = (place.to_string(), self.buyer.1);
        let (street, postcode, city) = ADDRESSES[self.number % ADDRESSES.len()];
        let (means, delivery) = match self.bought.way {
            Way::Counter => (Means::InStore, Delivery::Taken { location }),
            Way::Fetched => (Means::InStore, Delivery::Collect { location }),
            way => {
                let means = if way == Way::Courier { Means::OnDelivery } else { Means::Transfer };
                let to = Delivery::Address {
                    name: person.name(),
                    street: street.into(),
                    postcode: postcode.into(),
                    city: city.into(),
                    country: person.country.code().into(),
                };
                (means, to)
            }
        };
        NewOrder {
            key: format!("demo-{}", self.number),
            delivery,
            method: None,
            contact: Contact {
                name: Some(person.name()),
                phone: Some(person.phone.clone()),
                ..Contact::default()
            },
            means,
            paid_by: (self.bought.way == Way::Counter).then(|| "cash".into()),
            expected_total: None,
            tendered: Tendered::default(),
        }
    }

    /// Whoever sold it, and at which door.
    fn seller(&self, tx: &Tx) -> Result<Actor> {
        let (role, name) = match self.bought.door {
            KRAKOW => (Role::Clerk, Some(CLERK)),
            PHONE => (Role::Agent, Some(PACKER)),
            _ => (Role::Customer, None),
        };
        let known = shop::DOORS.iter().find(|door| door.slug == self.bought.door);
        let all = channels::store::list(tx)?;
        let channel = all.into_iter().find(|one| known.is_some_and(|door| door.name == one.name));
        let channel = channel.ok_or_else(|| Error::not_found("such door of the demo"))?;
        let door = Door { channel: channel.into(), trusted: name.is_some() };
        Ok(Actor { role, name: name.map(str::to_owned), door })
    }

    /// What became of the order by now.
    fn go_on(&self, tx: &Tx, order: &Order) -> Result<Option<Learned>> {
        let door = self.seller(tx)?.door;
        let staff = Actor { role: Role::Agent, name: Some(PACKER.into()), door };
        let (ctx, all) = (self.ctx, BTreeMap::new());
        let pay = || orders::pay(tx, &staff, orders::hold(tx, order)?, "transfer", self.after(2));
        let send = |parts| {
            let parcel = Parcel {
                from: None,
                carrier: Some("InPost".into()),
                tracking: Some(format!("6200001683{:014}", self.number)),
            };
            orders::ship(ctx, tx, &staff, orders::hold(tx, order)?, parts, &parcel, self.after(9))
        };
        let (_, learned) = match self.bought.fate {
            Fate::Waits => return Ok(None),
            Fate::IsPaid => return pay().map(|_| None),
            Fate::IsPartlySent => send(&BTreeMap::from([(1, 1)])),
            Fate::IsSent | Fate::ComesBack => pay().and_then(|_| send(&all)),
            Fate::IsFetched => {
                let paid =
                    orders::pay(tx, &staff, orders::hold(tx, order)?, "cash", self.after(20))?;
                let held = orders::hold(tx, &paid)?;
                orders::hand_over(ctx, tx, &staff, held, &all, store(tx)?, self.after(20))
            }
            Fate::IsCancelled => {
                let (held, why) = (orders::hold(tx, order)?, "Ordered twice by mistake.");
                orders::cancel(ctx, tx, &staff, held, &all, why, self.after(1))
            }
        }?;
        Ok(Some(learned))
    }

    fn after(&self, so_many_hours: i64) -> Time {
        self.at.plus(hours(so_many_hours))
    }

    /// What the buyer wants to give back.
    fn comes_back(&self) -> Option<NewReturn> {
        matches!(self.bought.fate, Fate::ComesBack).then(|| NewReturn {
            key: format!("demo-{}", self.number),
            kind: Kind::Withdrawal,
            parts: Vec::new(),
            reason: "Za mały na nasz stół.".into(),
            goodwill: None,
        })
    }
}

fn store(tx: &Tx) -> Result<LocationId> {
    let found = stock::location_by_code(tx, STORE)?;
    found.map(|place| place.id).ok_or_else(|| Error::internal("no store in Kraków"))
}
