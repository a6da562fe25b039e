// @ts-check
/** The parts of the panel. Texts go in as text, never as HTML. */

import { fill } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const ICONS = {
  chat: 'M4 4h16v12H9l-5 4z',
  close: 'M5 5l14 14M19 5L5 19',
  send: 'M4 12l16-8-6 16-3-7z',
  clip: 'M8 12l6-6a3.5 3.5 0 015 5l-8 8a5.5 5.5 0 01-8-8l7-7',
  devices: 'M3 5h12v9H3zM1 18h10M16 9h6v11h-6z',
};

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {keyof typeof ICONS} name */
function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true' };
  const path = document.createElementNS(SVG, 'path');
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  path.setAttribute('d', ICONS[name]);
  path.setAttribute('stroke-width', '2');
  path.setAttribute('stroke-linejoin', 'round');
  path.setAttribute('stroke-linecap', 'round');
  svg.append(path);
  return svg;
}

/** @param {keyof typeof ICONS} name @param {string} label @param {string} [kind] */
function iconButton(name, label, kind = 'icon') {
  return make('button', { type: 'button', class: kind, 'aria-label': label, title: label }, icon(name));
}

/** All parts, not yet joined to anything. @param {import('./words.js').Words} words */
export function parts(words) {
  const badge = make('span', { class: 'badge', hidden: '', 'aria-hidden': 'true' });
  const launch = iconButton('chat', words.open, 'launch');
  launch.setAttribute('aria-expanded', 'false');
  launch.append(badge);
  const title = make('h2', { id: 'title' }, words.title);
  const elsewhere = iconButton('devices', words.elsewhere);
  const close = iconButton('close', words.close);
  const greeting = make('p', { class: 'greeting' }, words.greeting);
  const lines = make('div');
  const log = make('div', { class: 'log', role: 'log', tabindex: '0', 'aria-label': words.transcript }, greeting, lines);
  const typing = make('p', { class: 'typing', hidden: '' }, words.typing);
  const note = make('p', { class: 'note', role: 'status' });
  const link = make('div', { class: 'link', hidden: '' });
  const email = make('input', { type: 'email', autocomplete: 'email', id: 'email' });
  const emailRow = make('div', { class: 'email', hidden: '' }, make('label', { for: 'email' }, words.email), email);
  const chosen = make('ul', { class: 'chosen', hidden: '' });
  const file = make('input', { type: 'file', multiple: '', hidden: '', accept: 'image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain' });
  const attach = iconButton('clip', words.attach);
  const text = make('textarea', { rows: '1', 'aria-label': words.write, placeholder: words.write });
  const send = iconButton('send', words.send, 'icon send');
  const composer = make('div', { class: 'composer' }, attach, file, text, send);
  const head = make('div', { class: 'head' }, title, elsewhere, close);
  const panel = make(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: '' },
    head, log, typing, note, link, emailRow, chosen, composer,
  );
  return { launch, badge, panel, elsewhere, close, greeting, log, lines, typing, note, link, email, emailRow, chosen, file, attach, text, send };
}

/**
 * @param {Line} line
 * @param {import('./words.js').Words} words
 * @param {string} language
 * @param {{again: (key: string) => void, download: (file: ShownFile) => void, rate: (survey: string, score: number) => Promise<boolean>, choose: (message: string, choice: Choice) => void}} acts
 */
export function lineNode(line, words, language, acts) {
  const isMine = line.from === 'you';
  const time = make('time', { datetime: line.at }, clock(line.at, language));
  const who = isMine ? words.you : line.name || words.shop;
  const door = line.door ? ` ${words.by[/** @type {keyof typeof words.by} */ (line.door)] ?? words.by.other}` : '';
  const node = make('div', { class: isMine ? 'line mine' : 'line', 'data-key': line.key });
  node.append(make('p', { class: 'who' }, `${who}${door} · `, time));
  if (line.text) node.append(make('p', { class: 'text' }, line.text));
  for (const name of line.fileNames) node.append(make('p', { class: 'file' }, name));
  for (const file of line.files) {
    const button = make('button', { type: 'button', class: 'file' }, file.name);
    button.addEventListener('click', () => acts.download(file));
    node.append(button);
  }
  if (line.survey) node.append(surveyNode(line.survey, words, acts.rate));
  if (line.choices) node.append(choicesNode(line.choices, words, (choice) => acts.choose(line.key, choice)));
  if (line.progress) node.append(progressNode(line.key, line.progress, words, acts.again));
  return node;
}

/**
 * @param {string} key @param {Progress} progress @param {import('./words.js').Words} words
 * @param {(key: string) => void} again
 */
function progressNode(key, progress, words, again) {
  const node = make('p', { class: 'progress' }, words[progress]);
  if (progress === 'failed') {
    const button = make('button', { type: 'button' }, words.again);
    button.addEventListener('click', () => again(key));
    node.append(button);
  }
  return node;
}

/** @param {Choice[]} choices @param {import('./words.js').Words} words @param {(choice: Choice) => void} choose */
function choicesNode(choices, words, choose) {
  const buttons = choices.map((choice) => {
    const button = make('button', { type: 'button' }, choice.title);
    button.addEventListener('click', () => choose(choice), { once: true });
    return button;
  });
  return make('div', { class: 'choices', role: 'group', 'aria-label': words.choose }, ...buttons);
}

/** Which scores were given here, by survey: a line may be drawn again. @type {Map<string, number>} */
const given = new Map();

/**
 * Five buttons, from bad to good.
 * @param {string} survey @param {import('./words.js').Words} words
 * @param {(survey: string, score: number) => Promise<boolean>} rate
 */
function surveyNode(survey, words, rate) {
  const node = make('div', { class: 'survey', role: 'group', 'aria-label': words.rate });
  const thanks = make('p', { class: 'progress', role: 'status' }, given.has(survey) ? words.thanks : '');
  const buttons = words.scores.map((name, n) => {
    const score = n + 1;
    const pressed = String(given.get(survey) === score);
    const button = make('button', { type: 'button', 'aria-label': name, title: name, 'aria-pressed': pressed }, String(score));
    button.addEventListener('click', async () => {
      if (!(await rate(survey, score))) return;
      given.set(survey, score);
      buttons.forEach((one) => one.setAttribute('aria-pressed', String(one === button)));
      thanks.textContent = words.thanks;
    });
    return button;
  });
  node.append(...buttons, thanks);
  return node;
}

/** @param {File[]} files @param {import('./words.js').Words} words @param {(file: File) => void} remove */
export function chosenNodes(files, words, remove) {
  return files.map((file) => {
    const button = make('button', { type: 'button', 'aria-label': fill(words.remove, { name: file.name }) }, `${file.name} ✕`);
    button.addEventListener('click', () => remove(file));
    return make('li', {}, button);
  });
}

/** The hour, and of other days the day too. @param {string} at @param {string} language */
function clock(at, language) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  /** @type {Intl.DateTimeFormatOptions} */
  const day = isToday ? {} : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', ...day }).format(date);
}
