// @ts-check
/** `<onedoor-chat>`: joins what is seen with what is said. */

import { Elsewhere } from './elsewhere.js';
import { Messages } from './messages.js';
import { Outbox } from './outbox.js';
import { Stream } from './stream.js';
import { sheet } from './style.js';
import { chosenNodes, lineNode, make, parts } from './view.js';
import { fill, plural, wordsOf } from './words.js';

const TYPING_SHOWN_MS = 6_000;
const TYPING_TOLD_MS = 3_000;
/** @type {Settings} Until the server has told its own. */
const SETTINGS = { online: true, elsewhere: [], limits: { text: 4_000, files: 5, bytes: 5 * 1024 * 1024 } };

export class ChatElement extends HTMLElement {
  /**
   * @param {import('./api.js').Api} api @param {import('./store.js').Store} store
   * @param {import('./words.js').Language} language @param {string} [theme]
   */
  start(api, store, language, theme) {
    this.api = api;
    this.store = store;
    this.language = language;
    this.words = wordsOf(language);
    this.settings = SETTINGS;
    this.messages = new Messages();
    /** @type {File[]} */
    this.files = [];
    this.typingTold = 0;
    this.lang = language;
    if (theme) this.dataset.theme = theme;
    this.parts = parts(this.words);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(this.parts.panel, this.parts.launch);
    this.outbox = new Outbox(api, store, (waiting, answer) => this.#waits(waiting, answer !== null));
    this.stream = new Stream(api, (name, data) => this.#hears(name, data));
    const say = (/** @type {string} */ text, /** @type {boolean} */ isError = false) => this.#say(text, isError);
    const proven = () => void this.stream?.restart();
    this.elsewhere = new Elsewhere(api, store, this.words, language, this.parts.link, say, proven);
    this.#listen();
  }

  connectedCallback() {
    for (const waiting of this.store?.waiting ?? []) this.messages?.wait(waiting, false);
    this.#draw();
    if (this.store?.get('open')) this.open(false);
    void this.outbox?.send();
    void this.elsewhere?.arrive().then((arrived) => {
      if (arrived) this.open();
      void this.stream?.start();
    });
  }

  get isOpen() {
    return this.dataset.open !== undefined;
  }

  /** @param {boolean} [withFocus] */
  open(withFocus = true) {
    const { panel, launch, text } = this.#seen();
    this.dataset.open = '';
    panel.hidden = false;
    launch.hidden = true;
    launch.setAttribute('aria-expanded', 'true');
    this.store?.set('open', '1');
    if (withFocus) text.focus();
    void this.#ask();
    this.#confirm();
    this.#toEnd();
  }

  close() {
    const { panel, launch } = this.#seen();
    delete this.dataset.open;
    panel.hidden = true;
    launch.hidden = false;
    launch.setAttribute('aria-expanded', 'false');
    this.store?.set('open', null);
    launch.focus();
  }

  /** The shop's server says who sits here. @param {string} token */
  vouch(token) {
    if (!this.api || this.api.token === token) return;
    this.api.token = token;
    // Staff know whom they talk with, before the next word. What is refused is refused to the next word, too.
    const told = { anonymousId: this.api.store.anonymousId };
    this.api.post('/v1/chat/identity', told).catch(() => {});
    void this.stream?.restart();
  }

  /** Somebody else sits here. */
  forget() {
    if (this.api) this.api.token = null;
    this.messages?.clear();
    this.#draw();
    void this.stream?.restart();
  }

  #seen() {
    if (!this.parts) throw new Error('the chat was not started');
    return this.parts;
  }

  #listen() {
    const { launch, close, send, text, attach, file, elsewhere, panel } = this.#seen();
    launch.addEventListener('click', () => this.open());
    close.addEventListener('click', () => this.close());
    send.addEventListener('click', () => this.#send());
    attach.addEventListener('click', () => file.click());
    elsewhere.addEventListener('click', () => this.elsewhere?.toggle(this.settings?.elsewhere ?? []));
    file.addEventListener('change', () => {
      this.#choose([...this.files, ...(file.files ?? [])]);
      file.value = '';
    });
    text.addEventListener('input', () => this.#types());
    text.addEventListener('keydown', (event) => {
      // (While letters are being composed, Enter ends that.)
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.#send();
    });
    panel.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('visibilitychange', () => this.#confirm());
    addEventListener('offline', () => this.#say(this.words?.offline ?? ''));
    addEventListener('online', () => this.#say(''));
  }

  /** Esc closes; Tab goes around inside. @param {KeyboardEvent} event */
  #key(event) {
    const { panel } = this.#seen();
    if (event.key === 'Escape') {
      event.stopPropagation();
      // The menu first, then the chat.
      if (this.parts?.link.hidden === false) this.elsewhere?.close();
      else this.close();
    }
    if (event.key !== 'Tab') return;
    const all = [.../** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll('button, input, textarea, a[href], [tabindex="0"]'))];
    const reachable = all.filter((element) => element.offsetParent !== null);
    const [first, last] = [reachable[0], reachable.at(-1)];
    const at = this.shadowRoot?.activeElement;
    if (event.shiftKey && at === first) last?.focus();
    else if (!event.shiftKey && at === last) first?.focus();
    else return;
    event.preventDefault();
  }

  /** @param {string} text @param {boolean} [isError] */
  #say(text, isError = false) {
    const { note } = this.#seen();
    note.textContent = text;
    note.classList.toggle('error', isError);
  }

  /** What the server says of itself. */
  async #ask() {
    const settings = await this.api?.get('/v1/chat/settings').catch(() => null);
    if (!settings) return;
    this.settings = settings;
    const { emailRow, greeting } = this.#seen();
    // Whom the shop knows needs not say it again.
    const asks = !settings.online && !this.api?.token && !this.store?.get('email');
    emailRow.hidden = !asks;
    greeting.textContent = (settings.online ? this.words?.greeting : this.words?.away) ?? '';
  }

  /** @param {File[]} files */
  #choose(files) {
    const { limits } = this.settings ?? SETTINGS;
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    if (files.length > limits.files || bytes > limits.bytes) {
      const values = { n: Math.floor(limits.bytes / 1024 / 1024), files: limits.files };
      this.#say(fill(this.words?.tooLarge ?? '', values), true);
      return;
    }
    this.#say('');
    this.files = files;
    const { chosen } = this.#seen();
    chosen.hidden = files.length === 0;
    const remove = (/** @type {File} */ file) => this.#choose((this.files ?? []).filter((one) => one !== file));
    if (this.words) chosen.replaceChildren(...chosenNodes(files, this.words, remove));
  }

  async #send() {
    const { text, email, emailRow } = this.#seen();
    const words = text.value.trim();
    const { limits } = this.settings ?? SETTINGS;
    if (words === '' && this.files?.length === 0) return;
    if ([...words].length > limits.text) {
      this.#say(fill(this.words?.tooLong ?? '', { n: limits.text }), true);
      return;
    }
    if (!emailRow.hidden) {
      if (email.value === '' || !email.checkValidity()) {
        this.#say(this.words?.badEmail ?? '', true);
        email.focus();
        return;
      }
      this.store?.set('email', email.value);
      emailRow.hidden = true;
    }
    this.#say('');
    text.value = '';
    const files = await Promise.all((this.files ?? []).map(encoded));
    this.#choose([]);
    const code = this.store?.get('code') ?? undefined;
    this.store?.set('code', null);
    this.#put({ text: words, files, code });
    text.focus();
  }

  /** What the shop offered is an answer like any other. @param {string} message @param {Choice} choice */
  #press(message, { id, title }) {
    this.#put({ text: title, files: [], choice: { message, id } });
    this.#seen().text.focus();
  }

  /** @param {Pick<Waiting, 'text' | 'files' | 'code' | 'choice'>} said */
  #put(said) {
    const email = this.store?.get('email') ?? undefined;
    const page = location.href.split('#')[0] ?? '';
    this.outbox?.add({ id: crypto.randomUUID(), at: new Date().toISOString(), email, page, ...said });
  }

  /** @param {Waiting} waiting @param {boolean} isTaken */
  #waits(waiting, isTaken) {
    this.messages?.wait(waiting, isTaken);
    if (waiting.refused === 'bad_file_type') this.#say(this.words?.badFile ?? '', true);
    this.#draw();
    this.#toEnd();
    if (isTaken) void this.stream?.start();
  }

  #types() {
    if (!this.api?.mayRead || Date.now() - (this.typingTold ?? 0) < TYPING_TOLD_MS) return;
    this.typingTold = Date.now();
    this.api.post('/v1/chat/typing', {}).catch(() => {});
  }

  /** @param {string} name @param {any} data */
  #hears(name, data) {
    const { typing } = this.#seen();
    if (name === 'typing') {
      typing.hidden = false;
      clearTimeout(this.typingTimer);
      this.typingTimer = setTimeout(() => (typing.hidden = true), TYPING_SHOWN_MS);
    } else if (name === 'read') {
      this.messages?.read(new Date().toISOString());
      this.#draw();
    } else if (name === 'message' && this.messages?.show(data)) {
      if (data.from !== 'you') typing.hidden = true;
      this.#draw();
      this.#toEnd();
      if (data.from !== 'you') this.#confirm();
    }
  }

  /** Tells the shop what was received, and what was looked at. */
  #confirm() {
    if (!this.messages || !this.store || !this.api?.mayRead) return;
    const unread = this.messages.unread(this.store.get('seen') ?? '');
    if (unread === 0) return;
    const isSeen = this.isOpen && document.visibilityState === 'visible';
    if (isSeen) this.store.set('seen', this.messages.last);
    clearTimeout(this.confirming);
    const body = isSeen ? {} : { state: 'delivered' };
    this.confirming = setTimeout(() => this.api?.post('/v1/chat/read', body).catch(() => {}), 200);
    this.#draw();
  }

  #draw() {
    const { words, language, messages } = this;
    if (!words || !language || !messages) return;
    const { lines, badge, launch } = this.#seen();
    const acts = {
      again: (/** @type {string} */ key) => this.outbox?.again(key),
      download: (/** @type {ShownFile} */ file) => this.#download(file),
      choose: (/** @type {string} */ message, /** @type {Choice} */ choice) => this.#press(message, choice),
      rate: (/** @type {string} */ survey, /** @type {number} */ score) => this.#rate(survey, score),
    };
    const known = new Map([...lines.children].map((node) => [node.getAttribute('data-key'), node]));
    const wanted = messages.lines();
    wanted.forEach((line, index) => {
      const old = known.get(line.key);
      known.delete(line.key);
      const drawn = JSON.stringify(line);
      // What has not changed stays as it is: a screen reader reads out only what is new.
      const node = old?.getAttribute('data-drawn') === drawn ? old : lineNode(line, words, language, acts);
      node.setAttribute('data-drawn', drawn);
      if (old && old !== node) old.replaceWith(node);
      if (lines.children[index] !== node) lines.insertBefore(node, lines.children[index] ?? null);
    });
    known.forEach((node) => node.remove());
    const unread = messages.unread(this.store?.get('seen') ?? '');
    badge.hidden = unread === 0;
    badge.textContent = String(unread);
    const label = unread > 0 ? `${words.open}, ${plural(words.unread, unread, language)}` : words.open;
    launch.setAttribute('aria-label', label);
  }

  #toEnd() {
    const { log } = this.#seen();
    log.scrollTop = log.scrollHeight;
  }

  /** Says how it was; whether the shop has heard it. @param {string} survey @param {number} score */
  async #rate(survey, score) {
    if (!this.api) return false;
    try {
      await this.api.post(`/v1/surveys/${survey}`, { score });
      return true;
    } catch {
      return false;
    }
  }

  /** @param {ShownFile} file */
  async #download(file) {
    const answer = await this.api?.fetch(`/v1/chat/files/${file.id}`).catch(() => null);
    if (!answer) return;
    const url = URL.createObjectURL(await answer.blob());
    make('a', { href: url, download: file.name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

/** @param {File} file @returns {Promise<{name: string, content: string}>} */
async function encoded(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return { name: file.name, content: btoa(text) };
}
