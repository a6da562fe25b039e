// @ts-check
/**
 * The doors of the composer, as they change while somebody looks. Read together with desk.js, inbox.js and composer.js, as
 * one script.
 *
 * - `#composer-ways[data-suggested="way"]`: a part like others that go stale. Whoever has not begun follows what it suggests;
 *   whoever has begun keeps their door, and `#composer-switch` says so, with a button (`0`; while writing, Alt and `0`).
 * - `#composer-ways[data-ends-ms="n"]`: in so many milliseconds a door shuts by itself, and it is fetched again.
 *
 * What was written stays as it is, whatever the doors do.
 */

/** A timer cannot wait longer than this. */
const TIMER_MAX_MS = 2 ** 31 - 1;
/** The server's clock may be a little behind. */
const AFTER_END_MS = 500;

/** Somebody chose the door that is chosen. */
let choseByHand = false;
/** What was suggested when somebody began: no news to them. @type {string | undefined} */
let suggestionKnown;
let isOffered = false;
/** @type {number | undefined} */
let endTimer;

/** @param {Element | null} box @returns {HTMLInputElement[]} */
const waysIn = (box) => /** @type {HTMLInputElement[]} */ ([...box?.querySelectorAll("input[name=way]") ?? []]);
/** @param {Element | null} box */
const chosenIn = (box) => waysIn(box).find((way) => way.checked);
/** @param {Element} box @param {string | undefined} value */
const wayIn = (box, value) => waysIn(box).find((way) => way.value === value);
/** @param {Element | null} box */
const suggestedIn = (box) => box instanceof HTMLElement ? box.dataset.suggested : undefined;

/** Whether there is an answer that a change of doors would concern. */
const hasBegun = () => choseByHand || (body?.value.trim() ?? "") !== "" || kept.files.length > 0;

/** In place of the doors that were there those that are there now. @param {HTMLElement} old @param {HTMLElement} fresh */
function followDoors(old, fresh) {
  if (old.hasAttribute("data-none") !== fresh.hasAttribute("data-none")) {
    // There is a first door now, or no door is left: the composer is another one.
    if (!hasBegun()) location.reload();
    return;
  }
  const before = chosenIn(old);
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const again = before && hasBegun() ? wayIn(fresh, before.value) : undefined;
  if (again) again.checked = true;
  old.replaceWith(fresh);
  if (focused instanceof HTMLInputElement) wayIn(fresh, focused.value)?.focus({ preventScroll: true });
  const isShutNow = again?.hasAttribute("data-shut") && !before?.hasAttribute("data-shut");
  const isNews = suggestedIn(fresh) !== suggestionKnown || isShutNow || isOffered;
  if (!hasBegun()) suggestionKnown = suggestedIn(fresh);
  else if (!again) sayGone(fresh);
  else if (isNews) offerSwitch(fresh, again);
  settleDoors(fresh);
}

/** Says that an answer goes better by another door, unless it goes by that one. @param {HTMLElement} box @param {HTMLInputElement | undefined} chosen */
function offerSwitch(box, chosen) {
  const offer = box.querySelector("#composer-switch");
  isOffered = chosen !== undefined && chosen.value !== suggestedIn(box);
  if (!(offer instanceof HTMLElement) || !isOffered) return;
  const shut = offer.querySelector(".shut-words");
  if (shut && chosen?.hasAttribute("data-shut")) shut.textContent = offer.dataset.shutWords ?? "";
  offer.hidden = false;
  offer.querySelector("button")?.setAttribute("data-hotkey", "0");
  const voice = byId("said");
  const words = offer.querySelector("span")?.textContent?.trim() ?? "";
  if (voice && voice.textContent !== words) voice.textContent = words;
}

/** The door that was chosen is no more; another one is chosen now. @param {HTMLElement} box */
function sayGone(box) {
  const offer = box.querySelector("#composer-switch");
  const words = offer?.querySelector(".shut-words");
  if (!(offer instanceof HTMLElement) || !words) return;
  words.textContent = offer.dataset.shutWords ?? "";
  offer.querySelector("button")?.remove();
  offer.hidden = false;
  const voice = byId("said");
  if (voice) voice.textContent = words.textContent;
}

/** What hangs on the chosen door. @param {HTMLElement} box */
function settleDoors(box) {
  const chosen = chosenIn(box);
  for (const why of box.querySelectorAll(".shut-why")) {
    if (why instanceof HTMLElement) why.hidden = why.dataset.way !== chosen?.value;
  }
  const limits = byId("composer-limits");
  if (limits && chosen?.dataset.files) limits.textContent = chosen.dataset.files;
  showCount();
  clearTimeout(endTimer);
  const left = Number(box.dataset.endsMs ?? Number.NaN) + AFTER_END_MS;
  if (left <= TIMER_MAX_MS) endTimer = setTimeout(() => refreshSoon(["composer-ways", "templates"]), left);
}

document.addEventListener("change", (event) => {
  const way = event.target;
  const box = byId("composer-ways");
  if (!(way instanceof HTMLInputElement) || way.name !== "way" || !(box instanceof HTMLElement)) return;
  choseByHand = true;
  suggestionKnown = suggestedIn(box);
  isOffered = false;
  const offer = byId("composer-switch");
  if (offer instanceof HTMLElement) offer.hidden = true;
  offer?.querySelector("button")?.removeAttribute("data-hotkey");
  settleDoors(box);
});

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-switch]") : null;
  const box = byId("composer-ways");
  const best = button && box ? wayIn(box, suggestedIn(box)) : undefined;
  if (!best) return;
  best.checked = true;
  best.dispatchEvent(new Event("input", { bubbles: true }));
  best.dispatchEvent(new Event("change", { bubbles: true }));
  body?.focus();
});

const doorsNow = byId("composer-ways");
if (doorsNow instanceof HTMLElement) {
  suggestionKnown = suggestedIn(doorsNow);
  settleDoors(doorsNow);
  // Begun some time ago, perhaps at another desk.
  if (hasBegun()) offerSwitch(doorsNow, chosenIn(doorsNow));
}
