// @ts-check
/**
 * The customer's pages of the demo. Everything works without this file; with it, pages change by themselves.
 *
 * - `[data-live="/url"]`: server-sent events `state` take the place of what is inside; `data-bottom` keeps its end in sight. Only
 *   while the page is seen: a browser holds six connections to a server, and both sides are played in one browser.
 * - `form[data-quiet]`: is sent without leaving the page.
 * - `textarea[data-enter]`: Enter sends, with Shift it begins a line.
 * - `textarea[data-cursor="start"]`: one writes above what is quoted.
 */

/** @type {EventSource[]} */
let listening = [];

/** What happened while nobody looked comes with the first event. */
function listen() {
  for (const source of listening) source.close();
  const parts = document.hidden ? [] : [...document.querySelectorAll('[data-live]')];
  listening = parts.map((part) => {
    const source = new EventSource(part.getAttribute('data-live') ?? '');
    source.addEventListener('state', (event) => replace(part, event.data));
    return source;
  });
}

document.addEventListener('visibilitychange', listen);
for (const part of document.querySelectorAll('[data-live]')) toBottom(part);
listen();

/** What had the focus has it afterwards: a row is known by where it leads, a button by what it does. @param {Element} part @param {string} html */
function replace(part, html) {
  const held = part.contains(document.activeElement) ? document.activeElement : null;
  const mark = held && ['href', 'value'].find((name) => held.hasAttribute(name));
  const selector = held && mark && `${held.localName}[${mark}="${CSS.escape(held.getAttribute(mark) ?? '')}"]`;
  part.innerHTML = html;
  const found = selector && part.querySelector(selector);
  if (found instanceof HTMLElement) found.focus();
  toBottom(part);
}

/** @param {Element} part */
function toBottom(part) {
  if (part.hasAttribute('data-bottom')) part.scrollTop = part.scrollHeight;
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-quiet')) return;
  event.preventDefault();
  send(form, event.submitter);
});

/** @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
async function send(form, submitter) {
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form, submitter)));
  const answer = await fetch(form.action, { method: 'POST', body, headers: { 'x-quiet': '1' } }).catch(() => null);
  const problem = document.querySelector('.problem');
  if (problem) {
    const said = answer?.ok ? '' : ((await answer?.json().catch(() => null))?.detail ?? form.action);
    problem.textContent = said;
    problem.toggleAttribute('hidden', !said);
  }
  if (answer?.ok) form.reset();
}

document.addEventListener('keydown', (event) => {
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement) || !('enter' in field.dataset)) return;
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  field.form?.requestSubmit();
});

const sheet = document.querySelector('textarea[data-cursor="start"]');
if (sheet instanceof HTMLTextAreaElement) {
  sheet.focus();
  sheet.setSelectionRange(0, 0);
}
