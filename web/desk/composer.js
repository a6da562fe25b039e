// @ts-check
/**
 * The comfort of the composer. Read together with desk.js and inbox.js, as one script.
 *
 * - `#ready`: answers that are put in by `/` and the first letters of their short word, with arrows, Enter and Escape.
 * - `form[data-draft-to]`: what is written goes there every now and then, so that it is at every desk.
 * - `form[data-drop]`: files that are dropped or pasted go into its field, and can be taken out again.
 */

const DRAFT_PAUSE_MS = 900;

const composer = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-draft-to]"));
const body = /** @type {HTMLTextAreaElement | null} */ (byId("composer-body"));

// ---- ready answers

/** The options that fit what was typed after the `/`, the first chosen. @type {HTMLElement[]} */
let offered = [];
let chosen = 0;

/** What stands between the `/` and the cursor, if one is writing a short word. @returns {string | null} */
function shortWord() {
  if (!body) return null;
  const before = body.value.slice(0, body.selectionStart);
  const found = /(?:^|\s)\/([\p{L}\p{N}_-]*)$/u.exec(before);
  return found ? found[1].toLowerCase() : null;
}

function offer() {
  const list = byId("ready");
  const details = list?.closest("details");
  const word = shortWord();
  if (!list || !details || !body) return;
  const options = /** @type {HTMLElement[]} */ ([...list.children]);
  const fits = (/** @type {HTMLElement} */ option) => (option.dataset.shortcut ?? "").startsWith(word ?? "");
  offered = word === null ? [] : options.filter(fits);
  for (const option of options) option.hidden = word !== null && !offered.includes(option);
  details.open = offered.length > 0;
  choose(0);
}

/** @param {number} n */
function choose(n) {
  chosen = offered.length === 0 ? 0 : (n + offered.length) % offered.length;
  for (const [i, option] of offered.entries()) option.setAttribute("aria-selected", String(i === chosen));
  const one = offered[chosen];
  if (one) body?.setAttribute("aria-activedescendant", one.id);
  else body?.removeAttribute("aria-activedescendant");
  one?.scrollIntoView({ block: "nearest" });
}

/** Puts the text in the place of the short word, or where the cursor is. @param {HTMLElement} option */
function putIn(option) {
  if (!body) return;
  const end = body.selectionStart;
  const word = shortWord();
  const start = word === null ? end : end - word.length - 1;
  body.setRangeText(option.dataset.text ?? "", start, end, "end");
  bringChoices(option.dataset.choices);
  const missing = byId("ready-missing");
  if (missing) {
    missing.textContent = option.dataset.missing ?? "";
    missing.hidden = !option.dataset.missing;
  }
  offered = [];
  const details = option.closest("details");
  if (details) details.open = false;
  body.removeAttribute("aria-activedescendant");
  body.focus();
  selectVariable(body, start);
  body.dispatchEvent(new Event("input", { bubbles: true }));
}

/** What the customer can choose from comes along with a ready answer. @param {string | undefined} choices */
function bringChoices(choices) {
  const field = byId("composer-choices");
  if (!choices || !(field instanceof HTMLTextAreaElement)) return;
  field.value = choices;
  const details = field.closest("details");
  if (details) details.open = true;
}

/** What nobody could fill in is selected: the next letter replaces it. @param {HTMLTextAreaElement} text @param {number} from */
function selectVariable(text, from) {
  const found = /\{[a-z_]+\.[a-z_]+\}/.exec(text.value.slice(from));
  if (found) text.setSelectionRange(from + found.index, from + found.index + found[0].length);
}

body?.addEventListener("input", offer);
body?.addEventListener("keydown", (event) => {
  if (offered.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  const acts = {
    ArrowDown: () => choose(chosen + 1),
    ArrowUp: () => choose(chosen - 1),
    Enter: () => putIn(offered[chosen]),
    Tab: () => putIn(offered[chosen]),
    Escape: () => { offered = []; offerNothing(); },
  };
  const act = acts[/** @type {keyof typeof acts} */ (event.key)];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
});

function offerNothing() {
  const details = byId("ready")?.closest("details");
  if (details) details.open = false;
}

byId("ready")?.addEventListener("click", (event) => {
  const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
  if (option instanceof HTMLElement) putIn(option);
});

// ---- drafts on the server

/** @type {number | undefined} */
let keepingSoon;

async function keepDraft() {
  if (!composer?.dataset.draftTo) return;
  const fields = new URLSearchParams();
  for (const name of ["_token", "kind", "way", "subject", "body", "choices"]) {
    fields.set(name, String(new FormData(composer).get(name) ?? ""));
  }
  try {
    await fetch(composer.dataset.draftTo, { method: "POST", body: fields, keepalive: true });
  } catch {
    // This browser has it; the next letter tries again.
  }
}

composer?.addEventListener("input", (event) => {
  if (event.target instanceof HTMLInputElement && event.target.type === "file") return;
  clearTimeout(keepingSoon);
  keepingSoon = setTimeout(keepDraft, DRAFT_PAUSE_MS);
});
composer?.addEventListener("submit", () => clearTimeout(keepingSoon));

// ---- files

const input = /** @type {HTMLInputElement | null} */ (byId("composer-files"));
const kept = new DataTransfer();

/** @param {Iterable<File>} files */
function addFiles(files) {
  for (const file of files) kept.items.add(file);
  showFiles();
}

function showFiles() {
  const list = byId("composer-chosen");
  if (!input || !list) return;
  input.files = kept.files;
  list.replaceChildren(...[...kept.files].map((file, n) => {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = `${file.name} · ${Math.ceil(file.size / 1024)} KB`;
    const out = document.createElement("button");
    out.type = "button";
    out.className = "icon-button";
    out.textContent = "×";
    out.setAttribute("aria-label", `${list.dataset.remove ?? ""}: ${file.name}`);
    out.addEventListener("click", () => {
      kept.items.remove(n);
      showFiles();
      body?.focus();
    });
    item.className = "file";
    item.append(name, out);
    return item;
  }));
}

input?.addEventListener("change", () => {
  // The browser's own field forgets what was chosen before.
  const fresh = [...(input.files ?? [])].filter((file) => ![...kept.files].includes(file));
  addFiles(fresh);
});

// What the chosen door does with files.
composer?.addEventListener("change", (event) => {
  const way = event.target instanceof HTMLInputElement ? event.target.dataset.files : undefined;
  const limits = byId("composer-limits");
  if (way && limits) limits.textContent = way;
});

composer?.addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  composer.classList.add("is-dropping");
});
composer?.addEventListener("dragleave", () => composer.classList.remove("is-dropping"));
composer?.addEventListener("drop", (event) => {
  composer.classList.remove("is-dropping");
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  addFiles(event.dataTransfer.files);
});
body?.addEventListener("paste", (event) => {
  const files = event.clipboardData?.files;
  if (!files?.length) return;
  event.preventDefault();
  addFiles(files);
});
