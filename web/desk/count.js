// @ts-check
/**
 * How many SMS an answer becomes, while it is written. Read together with desk.js, inbox.js and composer.js, as one script.
 *
 * - `#composer-count[data-alphabet][data-escaped][data-room]` has the alphabet and the sizes, and `data-words` the sentence:
 *   `#` stands for the SMS, `##` for the characters that still fit.
 * - `input[name=way][data-letters]` is a door that sends SMS: which letters it changes so that fewer are needed.
 */

/** @typedef {{ alphabet: Set<string>, escaped: Set<string>, room: { gsm: number[], unicode: number[] } }} SmsRules */

/** Room of an only SMS and of a part of several, in units of the alphabet. @param {HTMLElement} place @returns {SmsRules} */
const smsRules = (place) => ({
  alphabet: new Set(place.dataset.alphabet),
  escaped: new Set(place.dataset.escaped),
  room: JSON.parse(place.dataset.room ?? "{}"),
});

/** @param {string} text @param {Record<string, string>} letters @param {SmsRules} rules @returns {[number, number]} SMS, and units that still fit */
function countSms(text, letters, rules) {
  const isCheap = (/** @type {string} */ all) => [...all].every((c) => rules.alphabet.has(c) || rules.escaped.has(c));
  const changed = [...text].map((c) => letters[c] ?? c).join("");
  // Where changed letters do not make it cheaper, nothing is changed.
  const sent = isCheap(changed) ? changed : text;
  const cheap = isCheap(sent);
  // An escaped character and a surrogate pair take two, which stay together.
  const units = [...sent].map((c) => cheap ? (rules.escaped.has(c) ? 2 : 1) : c.length);
  const [single, part] = cheap ? rules.room.gsm : rules.room.unicode;
  const all = units.reduce((sum, n) => sum + n, 0);
  if (all <= single) return [all === 0 ? 0 : 1, single - all];
  let [parts, used] = [1, 0];
  for (const n of units) {
    if (used + n > part) [parts, used] = [parts + 1, 0];
    used += n;
  }
  return [parts, part - used];
}

function showCount() {
  const place = byId("composer-count");
  const letters = chosenIn(byId("composer-ways"))?.dataset.letters;
  if (!(place instanceof HTMLElement) || !body) return;
  place.hidden = letters === undefined || body.value === "";
  if (place.hidden || letters === undefined) return;
  const [parts, left] = countSms(body.value, JSON.parse(letters), smsRules(place));
  place.textContent = (place.dataset.words ?? "").replace("##", String(left)).replace("#", String(parts));
  place.classList.toggle("is-too-long", parts > Number(place.dataset.max));
}

body?.addEventListener("input", showCount);
