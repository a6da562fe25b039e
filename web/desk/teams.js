// @ts-check
/**
 * The comfort of a team. Read together with desk.js and inbox.js, as one script.
 *
 * - `[data-due="left|overdue|min|hours|days"]`: keeps `time[data-due-at]` inside true as time goes by.
 */

const DUE_TICK_MS = 10_000;
/** Nearer than this is urgent. */
const DUE_SOON_MINUTES = 15;

/** As the server writes it: `12 min`, `1 h 5 min`, `3 d`. @param {number} minutes @param {string[]} patterns */
function dueLength(minutes, [, , min, hours, days]) {
  const put = (/** @type {string} */ pattern, /** @type {number} */ n) => pattern.replace("#", String(n));
  const [whole, left] = [Math.floor(minutes / 60), minutes % 60];
  if (whole === 0) return put(min, left);
  if (whole >= 48) return put(days, Math.floor(whole / 24));
  return left === 0 || whole >= 10 ? put(hours, whole) : `${put(hours, whole)} ${put(min, left)}`;
}

function tickDue() {
  for (const list of document.querySelectorAll("[data-due]")) {
    const patterns = (list.getAttribute("data-due") ?? "").split("|");
    for (const time of list.querySelectorAll("time[data-due-at]")) {
      const left = Math.trunc((Date.parse(time.getAttribute("datetime") ?? "") - Date.now()) / MINUTE_MS);
      const isOver = Date.parse(time.getAttribute("datetime") ?? "") < Date.now();
      time.textContent = patterns[isOver ? 1 : 0].replace("#", dueLength(Math.abs(left), patterns));
      const tone = isOver ? "bad" : left < DUE_SOON_MINUTES ? "warn" : "plain";
      const badge = time.closest(".badge");
      if (badge) badge.className = `badge ${tone}`;
    }
  }
}

setInterval(tickDue, DUE_TICK_MS);

// ---- who else writes here

/** Who stopped typing for so long writes no more. */
const TYPING_REST_MS = 6000;
const TYPING_AGAIN_MS = 4000;

let typingSaidAt = -TYPING_AGAIN_MS;
/** @type {number | undefined} */
let typingRest;

/** Says that somebody writes in this conversation, or has stopped. @param {HTMLFormElement} form @param {boolean} on */
function sayTyping(form, on) {
  const token = form.querySelector("[name=_token]");
  if (!(token instanceof HTMLInputElement)) return;
  typingSaidAt = on ? performance.now() : -TYPING_AGAIN_MS;
  const body = new URLSearchParams({ _token: token.value, on: on ? "on" : "" });
  fetch(form.action.replace(/\/messages$/, "/typing"), { method: "POST", body, keepalive: true }).catch(() => {});
}

document.addEventListener("input", (event) => {
  const text = event.target;
  if (!(text instanceof HTMLTextAreaElement) || !text.form?.dataset.draft) return;
  const form = text.form;
  if (performance.now() - typingSaidAt > TYPING_AGAIN_MS) sayTyping(form, true);
  clearTimeout(typingRest);
  typingRest = setTimeout(() => sayTyping(form, false), TYPING_REST_MS);
});

// ---- whom a note calls: `@` and the beginning of a name

/** The name that is being written before the cursor, without its `@`. @param {HTMLTextAreaElement} text */
function calling(text) {
  const before = text.value.slice(0, text.selectionStart);
  const begun = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}. -]{0,40})$/u.exec(before);
  return begun ? begun[1] : undefined;
}

/** @param {string} text */
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {HTMLTextAreaElement} text @returns {string[]} */
function callable(text) {
  const isNote = text.form?.querySelector("[name=kind][value=note]:checked");
  const begun = isNote ? calling(text) : undefined;
  if (begun === undefined) return [];
  const names = (text.dataset.mentions ?? "").split("\n").filter(Boolean);
  const fits = (/** @type {string} */ name) => folded(name).startsWith(folded(begun)) && name !== begun;
  return names.filter(fits).slice(0, 8);
}

/** @param {HTMLTextAreaElement} text */
function offerNames(text) {
  const names = callable(text);
  let list = byId("callable");
  if (names.length === 0) {
    list?.remove();
    text.removeAttribute("aria-activedescendant");
    return;
  }
  if (!list) {
    list = document.createElement("ul");
    list.id = "callable";
    list.className = "callable";
    list.setAttribute("role", "listbox");
    text.before(list);
    text.setAttribute("aria-controls", list.id);
  }
  list.replaceChildren(...names.map((name, n) => {
    const entry = document.createElement("li");
    entry.id = `callable-${n}`;
    entry.setAttribute("role", "option");
    entry.setAttribute("aria-selected", String(n === 0));
    entry.textContent = name;
    return entry;
  }));
  text.setAttribute("aria-activedescendant", "callable-0");
}

/** @param {HTMLTextAreaElement} text @param {string} name */
function callName(text, name) {
  const begun = calling(text);
  if (begun === undefined) return;
  const at = text.selectionStart - begun.length;
  text.setRangeText(`${name} `, at, text.selectionStart, "end");
  byId("callable")?.remove();
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
  text.focus();
}

document.addEventListener("input", (event) => {
  if (event.target instanceof HTMLTextAreaElement && event.target.dataset.mentions) offerNames(event.target);
});

document.addEventListener("keydown", (event) => {
  const [list, text] = [byId("callable"), event.target];
  if (!list || !(text instanceof HTMLTextAreaElement) || event.ctrlKey || event.metaKey) return;
  const entries = [...list.children];
  const here = entries.findIndex((entry) => entry.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    const next = (here + step + entries.length) % entries.length;
    entries.forEach((entry, n) => entry.setAttribute("aria-selected", String(n === next)));
    text.setAttribute("aria-activedescendant", entries[next].id);
  } else if (event.key === "Enter" || event.key === "Tab") {
    callName(text, entries[here].textContent ?? "");
  } else if (event.key === "Escape") {
    list.remove();
    event.stopPropagation();
  } else {
    return;
  }
  event.preventDefault();
}, true);

document.addEventListener("pointerdown", (event) => {
  const entry = event.target instanceof Element ? event.target.closest("#callable > *") : null;
  const text = byId("composer-body");
  if (!entry) return byId("callable")?.remove();
  event.preventDefault();
  if (text instanceof HTMLTextAreaElement) callName(text, entry.textContent ?? "");
});
