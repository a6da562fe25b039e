// @ts-check
/**
 * The comfort of the desk's pages. Everything works without this file; with it, searching answers while you
 * type, lists grow by themselves, keys lead around, and what cannot be undone asks first.
 *
 * The pages say what they want by attributes:
 * - `input[data-results="id"]` in a GET form: as one types, the element `#id` of this page is replaced by that
 *   of the form's answer. It may carry `data-count`, a sentence that is read out.
 * - `[data-live="/url"]`: server-sent events `rows` put their HTML at its head; `stale` names the ids of the
 *   parts of this page that are fetched again. Of two neighbours with the same `data-day` one is enough.
 * - `[data-ago-minutes="# min ago"]`, with `data-ago-now`: keeps `time[data-clock]` inside true as time goes by.
 * - `details[data-load="/url"]`: when opened, shows the `#event` of that page.
 * - `[data-live="/url"]`: server-sent events `rows` put their HTML at its head; `state` takes the place of what is
 *   inside. Then a row with a `data-key` that was not there is marked, and the words of `data-say` are read out.
 * - `form[data-confirm="question"]`: asks before it is sent.
 * - `[data-copy="text"]`: copies, and says `data-done`.
 * - `select[data-submit]`: sends its form when changed.
 * - `[data-list]`: `j` and `k` walk through the first links of its children.
 */

const SEARCH_PAUSE_MS = 120;
const LIVE_ROWS_MAX = 200;
const TOAST_MS = 6000;
const CHORD_MS = 1200;
const STALE_PAUSE_MS = 400;
const TICK_MS = 20_000;
const MINUTE_MS = 60_000;

/** What `g` and a second key open. @type {Record<string, string>} */
const PLACES = { i: "/desk/inbox", t: "/desk/store", o: "/desk/orders", c: "/desk/customers", p: "/desk/products", d: "/desk/doors", a: "/desk/audit", s: "/desk/settings" };

/** @template {Element} E @param {string} id @returns {E | null} */
const byId = (id) => /** @type {E | null} */ (/** @type {unknown} */ (document.getElementById(id)));

// ---- search as you type

/** @type {AbortController | undefined} */
let searching;
/** @type {number | undefined} */
let searchTimer;

/** @param {HTMLInputElement} input */
async function searchNow(input) {
  const { form, dataset } = input;
  const results = document.getElementById(dataset.results ?? "");
  if (!form || !results || new URL(form.action).pathname !== location.pathname) return;
  searching?.abort();
  searching = new AbortController();
  const url = new URL(form.action);
  url.search = new URLSearchParams(/** @type {any} */ (new FormData(form))).toString();
  form.classList.add("is-busy");
  try {
    const answer = await fetch(url, { signal: searching.signal, headers: { accept: "text/html" } });
    // Signed out meanwhile, or refused: let the browser show the page that says so.
    if (!answer.ok || answer.redirected) return location.assign(url);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(results.id);
    if (!fresh) return;
    results.replaceWith(fresh);
    listenIn(fresh);
    history.replaceState(null, "", url);
    const count = byId("search-count");
    if (count) count.textContent = fresh.dataset.count ?? "";
    form.classList.remove("is-busy");
  } catch (error) {
    // A newer search took over; it clears the mark.
    if (/** @type {Error} */ (error).name !== "AbortError") form.classList.remove("is-busy");
  }
}

document.addEventListener("input", (event) => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !input.dataset.results) return;
  clearTimeout(searchTimer);
  searchTimer = setTimeout(() => searchNow(input), SEARCH_PAUSE_MS);
});

// ---- live rows

/** @type {Map<Element, EventSource>} */
const listening = new Map();

/** Listens for every live list inside, and hangs up those that left the page. @param {ParentNode} root */
function listenIn(root) {
  for (const [list, source] of listening) {
    if (!list.isConnected) {
      source.close();
      listening.delete(list);
    }
  }
  for (const list of root.querySelectorAll("[data-live]")) {
    const source = new EventSource(list.getAttribute("data-live") ?? "");
    source.addEventListener("rows", (event) => prepend(list, event.data));
    source.addEventListener("stale", (event) => refreshSoon(event.data.split(" ")));
    source.addEventListener("state", (event) => replace(list, event.data));
    listening.set(list, source);
  }
}

/** @param {Element} list @param {string} html */
function prepend(list, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  for (const row of template.content.children) row.classList.add("is-new");
  const first = list.firstElementChild;
  list.prepend(template.content);
  sameDayOnce(list, first);
  list.parentElement?.querySelector(":scope > .empty")?.remove();
  while (list.childElementCount > LIVE_ROWS_MAX) list.lastElementChild?.remove();
}

/** Drops the old heading of a day when new rows brought the same one. @param {Element} list @param {Element | null} old */
function sameDayOnce(list, old) {
  const day = old?.getAttribute("data-day");
  if (!day) return;
  const headings = [...list.querySelectorAll(":scope > [data-day]")];
  if (headings.some((one) => one !== old && one.getAttribute("data-day") === day)) old?.remove();
  // A new day began: what the page calls today is yesterday.
  else if (headings[0] !== old) refreshSoon([list.closest("[id]")?.id ?? ""]);
}

// ---- parts that went stale

/** @type {Set<string>} */
const stale = new Set();
/** @type {number | undefined} */
let staleTimer;
let refreshedAt = -STALE_PAUSE_MS;

/** At once, if it is not again. @param {string[]} ids */
function refreshSoon(ids) {
  for (const id of ids) stale.add(id);
  const rest = refreshedAt + STALE_PAUSE_MS - performance.now();
  staleTimer ??= setTimeout(refresh, Math.max(rest, 0));
}

async function refresh() {
  const ids = [...stale];
  stale.clear();
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ids) renew(id, page);
    // Under another id now, as after a merge: the address says so too.
    if (answer.redirected) history.replaceState(null, "", answer.url);
  } catch {
    // No connection: the stream comes back by itself, and says again what is stale.
  } finally {
    staleTimer = undefined;
    refreshedAt = performance.now();
    if (stale.size > 0) refreshSoon([]);
  }
}

/** Whether somebody has typed there what is nowhere else yet. @param {Element} part */
function isFilledIn(part) {
  const fields = part.querySelectorAll("textarea, input:not([type=hidden], [type=radio], [type=checkbox])");
  return [...fields].some((field) => {
    const { value, defaultValue } = /** @type {HTMLInputElement} */ (field);
    return value !== defaultValue;
  });
}

/** Replaces a part by its fresh self; what was unfolded stays so. @param {string} id @param {Document} page */
function renew(id, page) {
  const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
  if (!old || !fresh) return;
  if (id === "composer-ways") return followDoors(old, fresh);
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  // Somebody is at work inside; the next event tries again.
  if (focused instanceof HTMLElement && focused.matches("input, select, textarea")) return;
  if (isFilledIn(old)) return;
  for (const details of old.querySelectorAll("details[open][id]")) {
    fresh.querySelector(`#${CSS.escape(details.id)}`)?.setAttribute("open", "");
  }
  const place = focused ? [...old.querySelectorAll("a, button, summary")].indexOf(focused) : -1;
  const href = focused?.getAttribute("href");
  const settle = keepTranscript(old, fresh);
  old.replaceWith(fresh);
  settle();
  if (place >= 0) {
    // In a list that was sorted anew, the same entry and not the same place.
    const same = href ? fresh.querySelector(`a[href="${CSS.escape(href)}"]`) : null;
    const again = same ?? fresh.querySelectorAll("a, button, summary")[place];
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }
  listenIn(fresh);
}

// ---- times that pass

setInterval(() => {
  for (const list of document.querySelectorAll("[data-ago-minutes]")) {
    for (const time of list.querySelectorAll("time[data-clock]")) tick(list, time);
  }
}, TICK_MS);

/** @param {Element} list @param {Element} time */
function tick(list, time) {
  const passed = Math.floor((Date.now() - Date.parse(time.getAttribute("datetime") ?? "")) / MINUTE_MS);
  if (passed >= 60) {
    time.textContent = time.getAttribute("data-clock");
    time.removeAttribute("data-clock");
  } else if (passed >= 1) {
    time.textContent = (list.getAttribute("data-ago-minutes") ?? "#").replace("#", String(passed));
  } else {
    time.textContent = list.getAttribute("data-ago-now");
  }
}

// ---- details on demand

document.addEventListener("toggle", async (event) => {
  const details = event.target;
  if (!(details instanceof HTMLDetailsElement) || !details.open || !details.dataset.load) return;
  const url = details.dataset.load;
  delete details.dataset.load;
  const answer = await fetch(url, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const loaded = page.getElementById("event");
  loaded?.removeAttribute("id");
  if (loaded) details.querySelector("a")?.replaceWith(loaded);
}, true);

/** @param {Element} place @param {string} html */
function replace(place, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const fresh = template.content;
  const known = new Map(keyed(place).map((part) => [part.dataset.key, part]));
  const focused = document.activeElement?.closest("[data-key]");
  const here = focused instanceof HTMLElement && place.contains(focused) ? focused.dataset.key : undefined;
  for (const part of keyed(fresh)) {
    const before = known.get(part.dataset.key);
    if (known.size > 0 && !before) part.closest("tr, li")?.classList.add("is-new");
    if (part instanceof HTMLDetailsElement && before instanceof HTMLDetailsElement) part.open = before.open;
  }
  say(place, fresh);
  place.replaceChildren(fresh);
  // Whoever walks by keyboard stays where they were.
  const again = keyed(place).find((part) => part.dataset.key === here);
  const row = again?.closest("tr") ?? again;
  const target = row?.querySelector("a, summary");
  if (here && target instanceof HTMLElement) target.focus({ preventScroll: true });
}

/** @param {ParentNode} root @returns {HTMLElement[]} */
const keyed = (root) => [...root.querySelectorAll("[data-key]")].filter((part) => part instanceof HTMLElement);

/** Reads out what has become of it, not what it was when the page came. @param {ParentNode} before @param {ParentNode} now */
function say(before, now) {
  const words = (/** @type {ParentNode} */ root) => root.querySelector("[data-say]")?.getAttribute("data-say") ?? "";
  const voice = byId("said");
  if (voice && words(now) !== words(before)) voice.textContent = words(now);
}

// ---- asking first

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset.confirm || form.dataset.confirmed) return;
  const dialog = byId("confirm");
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  const question = byId("confirm-question");
  const verb = byId("confirm-verb");
  if (question) question.textContent = form.dataset.confirm;
  if (verb) {
    verb.textContent = form.dataset.confirmVerb ?? "";
    verb.className = `button ${form.dataset.confirmTone ?? "accent"}`;
  }
  dialog.returnValue = "";
  dialog.addEventListener("close", () => {
    if (dialog.returnValue !== "yes") return;
    form.dataset.confirmed = "yes";
    form.requestSubmit();
  }, { once: true });
  dialog.showModal();
});

// ---- small things

document.addEventListener("change", (event) => {
  const select = event.target;
  if (select instanceof HTMLSelectElement && select.matches("[data-submit]")) select.form?.requestSubmit();
});

document.addEventListener("click", async (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const copier = target?.closest("[data-copy]");
  if (copier instanceof HTMLElement) await copy(copier);
  target?.closest("[data-dismiss]")?.parentElement?.remove();
  // A click beside a dialog closes it.
  if (target instanceof HTMLDialogElement && event.target === target) target.close();
});

/** @param {HTMLElement} button */
async function copy(button) {
  await navigator.clipboard.writeText(button.dataset.copy ?? "");
  const label = button.querySelector("span") ?? button;
  const before = label.textContent;
  label.textContent = button.dataset.done ?? before;
  button.classList.add("is-done");
  setTimeout(() => {
    label.textContent = before;
    button.classList.remove("is-done");
  }, 1600);
}

setTimeout(() => document.querySelector(".toast")?.remove(), TOAST_MS);

// ---- keys

let chordUntil = 0;

document.addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof Element && event.target.matches("input:not([type=radio]), select, textarea");
  if (event.key === "Escape" && isTyping) /** @type {HTMLElement} */ (event.target).blur();
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  if (act(event.key) || press(event.key)) event.preventDefault();
});

/** Does what the key stands for; whether it stood for anything. @param {string} key */
function act(key) {
  if (performance.now() < chordUntil && key in PLACES) {
    chordUntil = 0;
    location.assign(PLACES[key]);
    return true;
  }
  switch (key) {
    case "g":
      chordUntil = performance.now() + CHORD_MS;
      return true;
    case "/": {
      // A page may have a search of its own.
      if (press("/")) return true;
      const search = /** @type {HTMLInputElement | null} */ (byId("search"));
      search?.focus();
      search?.select();
      return search !== null;
    }
    case "j":
      return walk(1);
    case "k":
      return walk(-1);
    case "?": {
      const help = byId("help");
      if (help instanceof HTMLDialogElement) help.showModal();
      return help !== null;
    }
    default:
      return false;
  }
}

/** Moves the focus to the next or the previous entry of the list; Enter then opens it as any link. @param {1 | -1} by */
function walk(by) {
  const entries = [...document.querySelectorAll("[data-list] > *")]
    .map((row) => row.matches("a") ? row : row.querySelector("a"))
    .filter((link) => link instanceof HTMLElement);
  if (entries.length === 0) return false;
  const here = entries.findIndex((link) => link === document.activeElement);
  const next = here < 0 ? (by > 0 ? 0 : entries.length - 1) : here + by;
  const entry = entries[Math.min(Math.max(next, 0), entries.length - 1)];
  entry.focus();
  entry.scrollIntoView({ block: "nearest" });
  return true;
}

listenIn(document);
