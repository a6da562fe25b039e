// @ts-check
/** The telephone of `onedoor simulate phone`: each button tells the server what happened, as a telephone system would. */

const form = /** @type {HTMLFormElement} */ (document.getElementById("telephone"));
const state = /** @type {HTMLElement} */ (document.getElementById("state"));
const told = /** @type {HTMLElement} */ (document.getElementById("told"));

let call = "";

/** What each deed tells, and in which state the telephone is afterwards. @type {Record<string, [string, string]>} */
const DEEDS = {
  ring: ["ringing", "ringing"],
  answer: ["answered", "talking"],
  machine: ["voicemail", "machine"],
  "hang-up": ["ended", "idle"],
};

/** @param {string} name */
const typed = (name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value.trim();

/** @param {string} deed */
async function act(deed) {
  const [event, next] = DEEDS[deed];
  if (event === "ringing") call = `simulated-${crypto.randomUUID()}`;
  const at = new Date().toISOString();
  /** @type {Record<string, string>} */
  const body = { call, event, at };
  if (event === "ringing") {
    Object.assign(body, { direction: "inbound", from: typed("number") });
    if (typed("name")) body.name = typed("name");
  }
  if (event !== "ended" && typed("extension")) body.extension = typed("extension");
  const answer = await fetch("/calls", { method: "POST", body: JSON.stringify(body) });
  const said = await answer.text();
  write(JSON.stringify(body), `${answer.status} ${said}`, answer.ok);
  if (answer.ok) turn(next);
}

/** @param {string} next */
function turn(next) {
  form.dataset.state = next;
  state.textContent = state.dataset[next] ?? "";
  for (const button of form.querySelectorAll("button")) {
    const when = button.dataset.when;
    button.disabled = when === "on" ? next === "idle" : when !== next;
  }
}

/** @param {string} asked @param {string} said @param {boolean} isGood */
function write(asked, said, isGood) {
  const line = document.createElement("li");
  for (const text of [asked, said]) line.appendChild(document.createElement("code")).textContent = text;
  line.className = isGood ? "good" : "bad";
  told.prepend(line);
}

form.addEventListener("click", (event) => {
  const deed = event.target instanceof HTMLElement ? event.target.dataset.deed : undefined;
  if (deed) act(deed);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (form.dataset.state === "idle") act("ring");
});
