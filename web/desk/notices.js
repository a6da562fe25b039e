// @ts-check
/**
 * What one should hear of although one looks elsewhere. Read together with desk.js, as one script.
 *
 * - `#notices` has what this browser does then: `input[data-notice]`, kept in this browser.
 *
 * A hidden window counts in its title what came. Of all windows of this browser the one that listens (calls.js) shows the
 * notice and sounds, unless one of them is in sight: then whoever sits there sees it.
 */

/** @typedef {{ id: string, why: string, url: string, title: string, text: string }} Notice */

const NOTICES = "onedoor-notices";
const WINDOW_TITLE = document.title;
/** So long the windows have to say that one of them is in sight. */
const SIGHT_MS = 250;
const KNOWN_MAX = 200;

let missed = 0;
/** Who rings, as it stands in the title. */
let ringing = "";
/** Notices that a window in sight has taken note of. @type {Set<string>} */
const inSight = new Set();

/** @returns {{ show?: boolean, sound?: boolean, nobodys?: boolean }} */
function noticesWanted() {
  try {
    return { nobodys: true, ...JSON.parse(localStorage.getItem(NOTICES) ?? "{}") };
  } catch {
    return { nobodys: true };
  }
}

function retitle() {
  const prefix = ringing ? `☎ ${ringing} · ` : missed > 0 ? `(${missed}) ` : "";
  document.title = prefix + WINDOW_TITLE;
}

/** Whether this window is in sight of whoever sits here. @param {Notice} notice */
function takeNote(notice) {
  if (!noticesWanted().nobodys && notice.why === "nobodys") return false;
  if (document.visibilityState === "visible") return true;
  missed += 1;
  retitle();
  return false;
}

/** Of the window that listens: tells, unless a window in sight has it. @param {Notice} notice */
function tell(notice) {
  const wanted = noticesWanted();
  if (!wanted.nobodys && notice.why === "nobodys") return;
  setTimeout(() => {
    if (inSight.has(notice.id) || document.visibilityState === "visible") return;
    if (wanted.show && "Notification" in window && Notification.permission === "granted") {
      const shown = new Notification(notice.title, { body: notice.text, tag: notice.url });
      shown.addEventListener("click", () => {
        window.focus();
        location.assign(notice.url);
      });
    }
    if (wanted.sound) sound();
  }, SIGHT_MS);
}

/** @param {string} id */
function noteInSight(id) {
  if (inSight.size >= KNOWN_MAX) inSight.clear();
  inSight.add(id);
}

/** Two soft tones; no file to fetch. */
function sound() {
  const audio = new AudioContext();
  for (const [n, pitch] of [660, 880].entries()) {
    const start = audio.currentTime + n * 0.14;
    const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, start);
    loudness.gain.exponentialRampToValueAtTime(0.12, start + 0.02);
    loudness.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
    tone.connect(loudness).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.32);
  }
  setTimeout(() => audio.close(), 800);
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible") return;
  missed = 0;
  retitle();
});

// ---- what this browser does

const noticesMenu = byId("notices");
if (noticesMenu instanceof HTMLElement) {
  noticesMenu.hidden = false;
  const wanted = /** @type {Record<string, boolean>} */ (noticesWanted());
  for (const box of noticesMenu.querySelectorAll("input[data-notice]")) {
    if (box instanceof HTMLInputElement) box.checked = wanted[box.dataset.notice ?? ""] === true;
  }
  sayWhatIsAllowed(noticesMenu);
  noticesMenu.addEventListener("change", async (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || !box.dataset.notice) return;
    if (box.dataset.notice === "show" && box.checked && "Notification" in window) await Notification.requestPermission();
    keeping(() => localStorage.setItem(NOTICES, JSON.stringify({ ...noticesWanted(), [box.dataset.notice ?? ""]: box.checked })));
    // Whoever asks for the sound hears which it is.
    if (box.dataset.notice === "sound" && box.checked) sound();
    sayWhatIsAllowed(noticesMenu);
  });
}

/** @param {HTMLElement} menu */
function sayWhatIsAllowed(menu) {
  const show = menu.querySelector("input[data-notice=show]");
  const isWanted = show instanceof HTMLInputElement && show.checked;
  const can = "Notification" in window && window.isSecureContext;
  const say = (/** @type {string} */ name, /** @type {boolean} */ isTrue) => menu.querySelector(name)?.toggleAttribute("hidden", !isTrue);
  say("[data-notices-insecure]", isWanted && !can);
  say("[data-notices-denied]", isWanted && can && Notification.permission === "denied");
}
