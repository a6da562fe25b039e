// The page on which a developer plays the customer: shows what is said, and says it.

const by = (id) => document.getElementById(id);
const lines = by("lines");
let shown = "";
let answering = "";

const post = (path, fields) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return fetch(`/phone/${path}`, { method: "POST", body: form });
};

const who = () => by("person").value;
let people = [];

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function show(line) {
  const item = element("li", line.text, line.is_from_shop ? line.state : "mine");
  item.dataset.id = line.id;
  if (line.file) item.append(element("small", `File: ${line.file.name} (${line.file.media_type})`));
  for (const [data, words] of line.buttons) {
    const button = element("button", words);
    button.onclick = () => post("say", { person: who(), press: data, reply_to: line.id }).then(look);
    item.append(button);
  }
  const state = line.error ? `${line.state}, error ${line.error}` : line.state;
  const at = new Date(line.at).toLocaleString();
  item.append(element("small", line.is_from_shop ? `${at} · ${state}` : at));
  if (line.is_from_shop) {
    const reply = element("button", "Reply to this");
    reply.onclick = () => {
      answering = line.id;
      by("words").placeholder = `Reply to “${line.text.slice(0, 30)}”`;
      by("words").focus();
    };
    item.append(reply);
  }
  return item;
}

async function look() {
  const state = await (await fetch("/phone/state")).json();
  const text = JSON.stringify(state.lines) + JSON.stringify(state.people) + who();
  by("now").textContent = new Date(state.now).toLocaleString();
  if (text === shown) return;
  by("provider").textContent = state.provider;
  people = state.people;
  const chosen = who() || people[0]?.id;
  by("person").replaceChildren(...people.map((person) => {
    const notes = [person.phone, person.has_blocked && "blocks", person.hides_phone && "number hidden"];
    const option = element("option", `${person.name} · ${notes.filter(Boolean).join(" · ")}`);
    option.value = person.id;
    return option;
  }));
  by("person").value = chosen;
  shown = JSON.stringify(state.lines) + JSON.stringify(state.people) + who();
  lines.replaceChildren(...state.lines.filter((line) => line.person === who()).map(show));
  lines.scrollTop = lines.scrollHeight;
}

const deeds = {
  hour: () => post("clock", { hours: 1 }),
  day: () => post("clock", { hours: 25 }),
  read: () => post("read", { person: who() }),
  again: () => post("again", {}),
  rate: () => post("trouble", { kind: "rate" }),
  lost: () => post("trouble", { kind: "lost" }),
  block: () => post("people", { person: who(), blocked: !now().has_blocked }),
  hide: () => post("people", { person: who(), hides_phone: !now().hides_phone }),
  person: () => {
    const name = prompt("Name", "Jan Kowalski");
    return name && post("people", { name, phone: prompt("Number", "48600100200") ?? "" });
  },
};
const now = () => people.find((person) => person.id === who());

for (const button of document.querySelectorAll("[data-do]")) {
  button.onclick = async () => {
    await deeds[button.dataset.do]();
    look();
  };
}

by("person").onchange = look;
by("say").onsubmit = async (event) => {
  event.preventDefault();
  const fields = { person: who(), text: by("words").value };
  if (answering) fields.reply_to = answering;
  const file = by("file").files[0];
  if (file) fields.file = file;
  await post("say", fields);
  event.target.reset();
  answering = "";
  by("words").placeholder = "Write to the shop";
  look();
};

look();
setInterval(look, 1000);
