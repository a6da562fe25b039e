// @ts-check
/**
 * The comfort of the inbox. Read together with desk.js, as one script.
 *
 * - `[data-hotkey="r"]`: the key presses it; with `data-focus="id"` the focus goes there afterwards.
 * - `form[data-draft="id"]`: what is written in it is kept in this browser until it was sent.
 * - `a[data-earlier]`: what stands on that page is put before what is here.
 * - `[data-grows]`: what was loaded of earlier stays when the list is fetched again, and so does the end in sight.
 */

const DRAFT = "onedoor-draft:";
/** Nearer to the end than this, one wants to stay there. */
const END_PX = 160;

// ---- keys

/** Presses what has this key; whether something had. @param {string} key */
function press(key) {
  const target = document.querySelector(`[data-hotkey="${CSS.escape(key)}"]`);
  if (!(target instanceof HTMLElement)) return false;
  target.click();
  const next = byId(target.dataset.focus ?? "");
  if (next instanceof HTMLElement) next.focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  const text = event.target;
  if (!(text instanceof HTMLTextAreaElement) || !text.form) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    // By a door that is shut nothing goes; the reason stands there.
    const button = text.form.querySelector("button[type=submit]");
    if (button instanceof HTMLElement && button.checkVisibility()) text.form.requestSubmit();
  }
  // While writing, the doors are one key and Alt away.
  if (event.altKey && /^[0-9]$/.test(event.key) && press(event.key)) {
    event.preventDefault();
    text.focus();
  }
});

document.addEventListener("change", (event) => {
  const choice = event.target;
  if (choice instanceof HTMLInputElement && choice.dataset.focus) byId(choice.dataset.focus)?.focus();
});

// ---- drafts

/** @param {HTMLFormElement} form @returns {HTMLTextAreaElement | null} */
const textOf = (form) => form.querySelector("textarea");

/** What one browser cannot keep (a private window, a full store) is no reason to stop. @param {() => void} act */
function keeping(act) {
  try {
    act();
  } catch {
    // Only the draft is lost, and only when the page is.
  }
}

/** @param {HTMLFormElement} form */
function restore(form) {
  const text = textOf(form);
  if (!text) return;
  const key = DRAFT + form.dataset.draft;
  keeping(() => {
    if (location.hash === "#sent") {
      localStorage.removeItem(key);
      history.replaceState(null, "", location.pathname + location.search);
    } else if (text.value === "") {
      text.value = localStorage.getItem(key) ?? "";
    }
  });
  fit(text);
}

document.addEventListener("input", (event) => {
  const text = event.target;
  if (!(text instanceof HTMLTextAreaElement) || !text.form?.dataset.draft || text !== textOf(text.form)) return;
  const key = DRAFT + text.form.dataset.draft;
  keeping(() => text.value === "" ? localStorage.removeItem(key) : localStorage.setItem(key, text.value));
  fit(text);
});

/** The field grows with its text, up to a third of the window. @param {HTMLTextAreaElement} text */
function fit(text) {
  text.rows = 3;
  while (text.scrollHeight > text.clientHeight && text.rows < 12) text.rows += 1;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset.draft || event.defaultPrevented) return;
  // Sent once; the form's key keeps a second one from going out all the same.
  const button = form.querySelector("button[type=submit]");
  if (button instanceof HTMLButtonElement) setTimeout(() => { button.disabled = true; });
});

// ---- the transcript

document.addEventListener("click", async (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-earlier]") : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const answer = await fetch(link.href, { headers: { accept: "text/html" } });
  if (!answer.ok || answer.redirected) return location.assign(link.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const earlier = page.getElementById("thread");
  const here = byId("thread");
  if (!earlier || !here) return;
  const box = scroller();
  const height = box.scrollHeight;
  link.closest("li")?.remove();
  const first = here.firstElementChild;
  here.prepend(...earlier.children);
  dropSameDay(here, first);
  // What one was reading stays where it was.
  box.scrollBy(0, box.scrollHeight - height);
});

/** Of two headings of one day the second is dropped. @param {Element} list @param {Element | null} second */
function dropSameDay(list, second) {
  const day = second?.getAttribute("data-day");
  const same = [...list.querySelectorAll("[data-day]")].filter((one) => one.getAttribute("data-day") === day);
  if (day && same.length > 1) second?.remove();
}

/** The transcript scrolls by itself; on a phone the whole page does. @returns {Element} */
function scroller() {
  const box = byId("transcript");
  const scrolls = box && getComputedStyle(box).overflowY === "auto";
  return scrolls ? box : document.documentElement;
}

function isAtEnd() {
  const box = scroller();
  if (box === document.documentElement) {
    const thread = byId("thread");
    return thread !== null && thread.getBoundingClientRect().bottom < innerHeight + END_PX;
  }
  return box.scrollTop + box.clientHeight >= box.scrollHeight - END_PX;
}

/** Before a list that grows is replaced: what to do afterwards. @param {Element} old @param {Element} fresh */
function keepTranscript(old, fresh) {
  if (!old.hasAttribute("data-grows")) return () => {};
  const wasAtEnd = isAtEnd();
  const first = fresh.querySelector("li.message");
  const known = first && old.querySelector(`#${CSS.escape(first.id)}`);
  // Older ones that were loaded here are not on the page's first screen.
  const before = known ? [...old.children].slice(0, [...old.children].indexOf(known)) : [];
  if (before.some((one) => one.matches("li.message"))) {
    while (fresh.firstElementChild && fresh.firstElementChild !== first) fresh.firstElementChild.remove();
    fresh.prepend(...before);
  }
  for (const message of fresh.querySelectorAll("li.message")) {
    if (!document.getElementById(message.id) && !before.includes(message)) message.classList.add("is-new");
  }
  return () => { if (wasAtEnd) toEnd(); };
}

function toEnd() {
  const box = scroller();
  if (box === document.documentElement) document.querySelector(".composer")?.scrollIntoView({ block: "end" });
  else box.scrollTop = box.scrollHeight;
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  if (form instanceof HTMLFormElement) restore(form);
}
if (byId("thread") && !new URLSearchParams(location.search).has("before")) toEnd();
