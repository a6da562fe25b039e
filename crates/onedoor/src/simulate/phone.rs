//! The customer's phone: a page for people, and the same by calls for tests.

use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{Html, IntoResponse};
use axum::routing::{get, post};
use axum::{Json, Router};
use kit::time::{hours, seconds};
use kit::{Error, Result};
use serde_json::{Value, json};

use super::Sim;
use super::fields::Fields;
use super::world::{Line, Person, State as Far, Trouble};

const PAGE: &str = include_str!("phone.html");
const SCRIPT: &str = include_str!("phone.js");

pub fn routes() -> Router<Sim> {
    Router::new()
        .route("/", get(|| async { Html(PAGE) }))
        .route("/phone.js", get(show_script))
        .route("/phone/state", get(show_state))
        .route("/phone/say", post(say))
        .route("/phone/edit", post(edit))
        .route("/phone/read", post(read))
        .route("/phone/people", post(change_person))
        .route("/phone/clock", post(move_clock))
        .route("/phone/trouble", post(make_trouble))
        .route("/phone/again", post(bring_again))
}

async fn show_script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT)
}

async fn show_state(State(sim): State<Sim>) -> Json<Value> {
    let now = sim.now();
    let things = sim.world.things();
    Json(json!({
        "provider": sim.provider.name, "now": now, "people": things.people, "lines": things.lines,
    }))
}

/// `person`, and `text`, a `file`, a `press`ed button of the line `reply_to`, or a deep link's `payload`.
async fn say(State(sim): State<Sim>, request: Request) -> Result<Json<Value>> {
    let mut fields = Fields::read(request).await?;
    let person = person(&sim, &fields)?;
    let reply_to = fields.get("reply_to").map(str::to_string);
    let pressed = match (fields.get("press"), &reply_to) {
        (Some(data), Some(id)) => {
            let buttons = sim.world.line(id).map(|line| line.buttons).unwrap_or_default();
            buttons.into_iter().find(|(known, _)| known == data)
        }
        _ => None,
    };
    let file = fields.files.pop();
    let file = file.map(|part| sim.world.keep(&part.name, &part.media_type, part.content));
    let text = fields.get("text").map(str::to_string);
    let text = text.or_else(|| pressed.as_ref().map(|(_, words)| words.clone()));
    let line = Line {
        is_from_shop: false,
        file,
        pressed,
        reply_to,
        payload: fields.get("payload").map(str::to_string),
        ..sim.world.line_of_shop(name(&sim), &person, text.as_deref().unwrap_or_default())
    };
    let line = sim.world.say(line);
    let person = sim.world.person(&person.id).unwrap_or(person);
    sim.courier.bring((sim.provider.said)(&sim, &sim.world, &person, &line));
    Ok(Json(json!({ "id": line.id })))
}

/// Somebody writes a text.
pub fn says(sim: &Sim, person: &Person, text: &str) {
    let line = Line { is_from_shop: false, ..sim.world.line_of_shop(name(sim), person, text) };
    let line = sim.world.say(line);
    sim.courier.bring((sim.provider.said)(sim, &sim.world, person, &line));
}

/// A name for a customer's message, as the provider makes them.
fn name(sim: &Sim) -> String {
    let number = sim.world.number();
    match sim.provider.name {
        "WhatsApp" => format!("wamid.SIM{number:08}"),
        "Telegram" => number.to_string(),
        _ => format!("m_SIM{number:08}"),
    }
}

async fn edit(State(sim): State<Sim>, request: Request) -> Result<Json<Value>> {
    let fields = Fields::read(request).await?;
    let now = sim.now();
    let text = fields.get("text").unwrap_or_default().to_string();
    let line = sim.world.change_line(fields.get("line").unwrap_or_default(), |line| {
        line.text = text;
        line.edited_at = Some(now);
    });
    let line = line.ok_or_else(|| Error::not_found("such a line"))?;
    let person = sim.world.person(&line.person);
    let person = person.ok_or_else(|| Error::not_found("such a person"))?;
    sim.courier.bring((sim.provider.said)(&sim, &sim.world, &person, &line));
    Ok(Json(json!({})))
}

/// The customer looks at what came.
async fn read(State(sim): State<Sim>, request: Request) -> Result<Json<Value>> {
    let person = person(&sim, &Fields::read(request).await?)?;
    reads(&sim, &person);
    Ok(Json(json!({})))
}

/// Somebody has looked at all that the shop wrote. Returns how much of it was new.
pub fn reads(sim: &Sim, person: &Person) -> usize {
    let lines = sim.world.things().lines.clone();
    let is_new =
        |line: &&Line| line.is_from_shop && line.person == person.id && line.state < Far::Read;
    let new = lines.iter().filter(is_new);
    new.map(|line| set_state(sim, person, &line.id, Far::Read)).count()
}

/// Makes somebody (`name`, `phone`), or changes `person`: `blocked`, `hides_phone`.
async fn change_person(State(sim): State<Sim>, request: Request) -> Result<Json<Value>> {
    let fields = Fields::read(request).await?;
    if fields.get("person").is_none() {
        let (name, phone) = (fields.get("name"), fields.get("phone"));
        let person = sim.world.meet(name.unwrap_or("Jan"), phone.unwrap_or("48600000000"));
        return Ok(Json(json!(person)));
    }
    let before = person(&sim, &fields)?;
    let is = |field: &str, now: bool| fields.get(field).map_or(now, |value| value == "true");
    let after = sim.world.change_person(&before.id, |person| {
        person.has_blocked = is("blocked", person.has_blocked);
        person.hides_phone = is("hides_phone", person.hides_phone);
    });
    let after = after.ok_or_else(|| Error::not_found("such a person"))?;
    if after.has_blocked != before.has_blocked
        && let Some(call) = (sim.provider.blocked)(&sim, &sim.world, &after)
    {
        sim.courier.bring(call);
    }
    Ok(Json(json!(after)))
}

async fn move_clock(State(sim): State<Sim>, request: Request) -> Result<Json<Value>> {
    let fields = Fields::read(request).await?;
    let by = hours(fields.number("hours").unwrap_or(0).clamp(0, 24 * 365));
    sim.world.move_clock(by.saturating_add(seconds(fields.number("seconds").unwrap_or(0))));
    Ok(Json(json!({ "now": sim.now() })))
}

/// The next `times` messages of the shop meet `rate`, `down` or `lost`.
async fn make_trouble(State(sim): State<Sim>, request: Request) -> Result<Json<Value>> {
    let fields = Fields::read(request).await?;
    let trouble = match fields.get("kind") {
        Some("rate") => Trouble::Rate,
        Some("down") => Trouble::Down,
        Some("lost") => Trouble::LostAnswer,
        _ => return Err(Error::bad_input("bad_trouble", "`kind` is rate, down or lost.")),
    };
    let times = fields.number("times").unwrap_or(1).clamp(1, 1_000);
    sim.world.things().trouble = Some((trouble, u32::try_from(times).unwrap_or(1)));
    Ok(Json(json!({})))
}

async fn bring_again(State(sim): State<Sim>) -> Json<Value> {
    Json(json!({ "brought": sim.courier.bring_again() }))
}

fn person(sim: &Sim, fields: &Fields) -> Result<Person> {
    let person = match fields.get("person") {
        Some(id) => sim.world.person(id),
        None => sim.world.person_of(|_| true),
    };
    person.ok_or_else(|| Error::not_found("such a person"))
}

/// A message of the shop's is on its way: what the provider reports of it by itself.
pub fn tell(sim: &Sim, person: &Person, line: Line) {
    if let Some(call) = (sim.provider.told)(sim, &sim.world, person, &line) {
        sim.courier.bring(call);
    }
    if line.state == Far::Sent {
        set_state(sim, person, &line.id, Far::Delivered);
    }
}

fn set_state(sim: &Sim, person: &Person, line: &str, state: Far) {
    let changed = sim.world.change_line(line, |line| line.state = state);
    if let Some(line) = changed
        && let Some(call) = (sim.provider.told)(sim, &sim.world, person, &line)
    {
        sim.courier.bring(call);
    }
}

/// A text of a JSON value.
pub fn text(value: &Value, pointer: &str) -> Option<String> {
    value.pointer(pointer).and_then(Value::as_str).map(str::to_string)
}

/// A list of things of which two texts count.
pub fn pairs(value: &Value, list: &str, first: &str, second: &str) -> Vec<(String, String)> {
    let things = value.pointer(list).and_then(Value::as_array).into_iter().flatten();
    things.filter_map(|thing| Some((text(thing, first)?, text(thing, second)?))).collect()
}

/// A name of a file as it may stand in an address.
pub fn in_address(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '_' };
    name.chars().map(plain).collect()
}
