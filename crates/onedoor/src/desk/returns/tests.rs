//! Stories of what comes back: Anna finds the order by its number, takes a mug back and pays for it.

use axum::http::StatusCode;
use commerce::carts::{Action, Actor, Change, Role, Scope};
use commerce::catalogue::VariantId;
use commerce::catalogue::testing::mug_in;
use commerce::orders::rules::Parts;
use commerce::orders::testing::paid_to_krakow;
use commerce::orders::{self, Contact, NewOrder, Order, Parcel};
use commerce::prices::{self, NewPrice, testing::retail};
use commerce::returns;
use commerce::returns::withdraw::{self, Statement};
use commerce::stock::{self, LocationId, LocationKind, Movement, MovementKind, NewLocation};
use customers::accounts::Role as StaffRole;
use customers::channels::{self, ChannelId, ChannelKind, Door, NewChannel};
use customers::identities::{CustomerId, store as identities};
use kit::Tx;
use kit::i18n::Catalogue;

use crate::desk::tests::World;

#[test]
fn every_word_is_there_in_every_language() {
    Catalogue::new(&super::LOCALES).check().unwrap();
}

fn krakow(counter: ChannelId) -> NewLocation {
    NewLocation {
        code: "KRK1".into(),
        name: "Krakow".into(),
        kind: LocationKind::Store,
        country: "PL".into(),
        city: "Krakow".into(),
        street: String::new(),
        channel: Some(counter),
        sells_online: true,
        ships: true,
        collects: true,
        position: 0,
    }
}

struct Bought {
    order: Order,
    place: LocationId,
    counter: ChannelId,
    mug: VariantId,
}

/// Zofia bought two mugs for 49,90 zł each in the web shop, paid and got them.
async fn bought(world: &World) -> Bought {
    let (ctx, db) = (&world.app.commerce, &world.app.ctx.db);
    let mug = mug_in(ctx, "MUG-1").await;
    let now = ctx.customers.clock.now();
    let contact = Contact { email: Some("zofia@example.pl".into()), ..Contact::default() };
    let new = NewOrder { contact, ..paid_to_krakow("o1") };
    let write = |tx: &Tx| {
        let web = NewChannel { kind: ChannelKind::Web, name: "Web shop".into() };
        let (channel, _) = channels::create(tx, &web, now)?;
        let door = Door { channel: channel.clone().into(), trusted: true };
        let actor = Actor { role: Role::Customer, name: None, door };
        let list = prices::save_list(tx, &retail(), "test", now)?;
        let price = [NewPrice { variant: mug, quantity_min: 1, amount: Some(49_90) }];
        prices::set(tx, list, &price, "test", now)?;
        let counter = NewChannel { kind: ChannelKind::Store, name: "Krakow".into() };
        let counter = channels::create(tx, &counter, now)?.0.id;
        let place = stock::locations::make(tx, &krakow(counter), now)?.id;
        let came = Movement {
            variant: mug,
            location: place,
            kind: MovementKind::Received,
            quantity: 5,
            reference: "delivery",
            actor: "test",
            key: None,
            at: now,
        };
        stock::record(tx, &[came], now)?;
        let zofia = CustomerId::new(now);
        identities::insert_leaves(tx, &[zofia], channel.id, now)?;
        let actions = vec![Action::Add { variant: mug, quantity: 2 }];
        let change = Change { key: "c1".into(), actions };
        commerce::carts::change(ctx, tx, &actor, zofia, &change, now)?.learn(ctx);
        let order = orders::place(ctx, tx, &actor, &Scope::whole(zofia), &new, now)?.learn(ctx);
        let held = orders::hold(tx, &order)?;
        let parcel = Parcel::default();
        let (order, _) = orders::ship(ctx, tx, &actor, held, &Parts::new(), &parcel, now)?;
        Ok(Bought { order, place, counter, mug })
    };
    db.write(write).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mug_comes_back_and_is_paid_for() {
    let mut anna = World::with_anna().await;
    let empty = anna.get("/desk/returns").await.body;
    assert!(empty.contains("Nothing here"), "{empty}");
    let Bought { order, place, counter, mug } = bought(&anna).await;
    let said = order.number.to_lowercase().replace('-', "+");
    let found = anna.get(&format!("/desk/returns/find?q={said}")).await;
    let form = format!("/desk/returns/new?order={}", order.number);
    assert_eq!(found.location(), form);
    let unknown = anna.get("/desk/returns/find?q=7KX4").await;
    assert!(unknown.body.contains("There is no return and no order"), "{}", unknown.body);
    let of_order = format!("/desk/orders/{}", order.number);
    let page = anna.get(&of_order).await.body;
    assert!(page.contains(&format!("href=\"{form}\"")), "{page}");
    let page = anna.get(&form).await.body;
    assert!(page.contains("Mug MUG-1") && page.contains("Withdrawal from the contract"), "{page}");

    let field = format!("quantity_1_{mug}");
    let none = format!("order={}&key=k1&kind=withdrawal&{field}=", order.number);
    let none = anna.post("/desk/returns/new", &none).await;
    assert!(none.body.contains("Say how many pieces come back."), "{}", none.body);
    let begin = format!("order={}&key=k1&kind=withdrawal&reason=Too+big&{field}=1", order.number);
    let begun = anna.post("/desk/returns/new", &begin).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    let one = begun.location().to_string();
    let page = anna.get(&of_order).await.body;
    assert!(page.contains(&one) && page.contains("Asked for"), "{page}");
    let list = anna.get("/desk/returns").await.body;
    assert!(list.contains(&order.number) && list.contains("1 × Mug MUG-1"), "{list}");
    let page = anna.get(&one).await.body;
    assert!(
        ["Too big", "It is here", &of_order].iter().all(|words| page.contains(words)),
        "{page}"
    );

    let receipt = format!("{one}/receipt");
    let too_many = format!("version=1&location={place}&restocked_1=2&written_off_1=0");
    let too_many = anna.post(&receipt, &too_many).await;
    assert!(too_many.body.contains("More came than was announced."), "{}", too_many.body);
    let came = format!("version=1&location={place}&restocked_1=1&written_off_1=0");
    assert_eq!(anna.post(&receipt, &came).await.location(), one);
    // The form that was sent twice.
    let twice = anna.post(&receipt, &came).await;
    assert!(twice.body.contains("Somebody changed this return meanwhile."), "{}", twice.body);
    let page = anna.get(&one).await.body;
    assert!(page.contains("What was paid for it: 49.90") || page.contains("49.90"), "{page}");
    let paid = "version=2&paid_by=cash&deduction=9,90&why_kept=Worn";
    assert_eq!(anna.post(&format!("{one}/refund"), paid).await.status, StatusCode::SEE_OTHER);
    let page = anna.get(&one).await.body;
    assert!(
        page.contains("40.00") && page.contains("Worn") && !page.contains("/refusal"),
        "{page}"
    );
    // Asked for at the door where they were bought; the store took them, and gave the money back.
    let back = one.rsplit('/').next().unwrap();
    let steps = |tx: &Tx| returns::store::steps(tx, &returns::store::find(tx, back)?);
    let steps = anna.app.ctx.db.read(steps).await.unwrap();
    let doors: Vec<ChannelId> = steps.iter().map(|step| step.channel_id).collect();
    assert_eq!(doors, [order.channel_id, counter, counter]);
    let all = anna.get("/desk/returns?state=refunded").await.body;
    assert!(all.contains("1 × Mug MUG-1"), "{all}");
}

#[tokio::test(flavor = "multi_thread")]
async fn statements_wait_until_somebody_says_that_it_is_done() {
    let mut anna = World::with_anna().await;
    let said = Statement {
        key: "0123456789abcdef".into(),
        name: "Jan <b>Kowalski</b>".into(),
        order_number: "12345".into(),
        email: "jan@example.pl".into(),
        goods: String::new(),
    };
    let (ctx, now) = (&anna.app.commerce, anna.app.ctx.clock.now());
    let declare = |tx: &Tx| withdraw::declare(ctx, tx, &said, now);
    let taken = ctx.customers.db.write(declare).await.unwrap().learn(ctx);
    let page = anna.get("/desk/returns").await.body;
    assert!(page.contains("Jan &lt;b&gt;Kowalski") && page.contains("12345"), "{page}");
    let settle = format!("/desk/returns/withdrawals/{}/settlement", taken.id);
    assert_eq!(anna.post(&settle, "").await.status, StatusCode::SEE_OTHER);
    assert!(!anna.get("/desk/returns").await.body.contains("Kowalski"));
    assert_eq!(anna.post(&settle, "").await.status, StatusCode::NOT_FOUND);
    let log = anna.get("/desk/audit").await.body;
    assert!(log.contains("Dealt with a statement of withdrawal"), "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rules_can_be_kinder_than_the_law_and_never_harder() {
    let mut anna = World::with_anna().await;
    mug_in(&anna.app.commerce, "MUG-1").await;
    let page = anna.get("/desk/returns/policy").await.body;
    assert!(page.contains("By law: 14") && page.contains("Everything comes back."), "{page}");
    let policy = |withdrawal: i64| {
        format!(
            "country=PL&withdrawal_days={withdrawal}&return_days=30&complaint_months=24\
             &answer_days=14&refund_days=14&transit_days=5&way_back=shop"
        )
    };
    let less = anna.post("/desk/returns/policy", &policy(7)).await;
    assert_eq!(less.status, StatusCode::BAD_REQUEST);
    assert!(less.body.contains("The law gives more than that"), "{}", less.body);
    let saved = anna.post("/desk/returns/policy", &policy(14)).await;
    assert_eq!(saved.location(), "/desk/returns/policy?country=PL");
    let add = "/desk/returns/policy/exclusions";
    let added = anna.post(add, "sku=MUG-1&why=hygiene").await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.body);
    let page = anna.get("/desk/returns/policy").await.body;
    assert!(page.contains("Sealed for hygiene") && page.contains("value=\"30\""), "{page}");
    let unknown = anna.post(add, "sku=NONE&why=hygiene").await;
    assert!(unknown.body.contains("Choose a category, or type a SKU"), "{}", unknown.body);
    // A clerk takes goods back, and does not make the rules.
    let mut ewa = anna.join("ewa", StaffRole::Clerk).await;
    assert_eq!(ewa.get("/desk/returns").await.status, StatusCode::OK);
    assert_eq!(ewa.get("/desk/returns/policy").await.status, StatusCode::FORBIDDEN);
}
