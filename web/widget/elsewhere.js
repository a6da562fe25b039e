// @ts-check
/** “Continue elsewhere”: on another device, by e-mail or SMS, in the store; and “show my earlier messages”. */

import { make } from './view.js';
import { fill } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
/** How the address of a page ends that was opened by a link of the talk, or of a hand-over. */
const LINK_MARK = '#onedoor-chat=';
const GO_MARK = '#onedoor-go=';

export class Elsewhere {
  /**
   * @param {import('./api.js').Api} api @param {import('./store.js').Store} store
   * @param {import('./words.js').Words} words @param {string} language
   * @param {HTMLElement} place @param {(text: string, isError?: boolean) => void} say
   * @param {() => void} proven what to do when it was shown who sits here
   */
  constructor(api, store, words, language, place, say, proven) {
    this.api = api;
    this.store = store;
    this.words = words;
    this.language = language;
    this.place = place;
    this.say = say;
    this.proven = proven;
  }

  /** Opens the menu, or closes it. @param {string[]} doors what the shop has */
  toggle(doors) {
    if (!this.place.hidden) return this.close();
    const { words } = this;
    const items = [
      this.#item(words.onDevice, () => this.#onDevice()),
      doors.includes('email') && this.#item(words.byEmail, () => this.#bySending('email')),
      doors.includes('sms') && this.#item(words.bySms, () => this.#bySending('phone')),
      this.#item(words.inStore, () => this.#byCode()),
      doors.includes('email') && this.#item(words.earlier, () => this.#prove('email')),
      !doors.includes('email') && doors.includes('sms') && this.#item(words.earlier, () => this.#prove('phone')),
    ].filter((item) => item !== false);
    this.#show(make('ul', { class: 'menu' }, ...items));
    items[0]?.querySelector('button')?.focus();
  }

  close() {
    this.place.hidden = true;
    this.place.replaceChildren();
  }

  /** @param {...Node} nodes */
  #show(...nodes) {
    this.place.replaceChildren(...nodes);
    this.place.hidden = false;
  }

  /** @param {string} text @param {() => void} act */
  #item(text, act) {
    const button = make('button', { type: 'button' }, text);
    button.addEventListener('click', act);
    return make('li', {}, button);
  }

  /** The same talk in another browser: whoever has the link has the talk. */
  async #onDevice() {
    const { words } = this;
    const made = await this.api.post('/v1/chat/link', { page: location.href }).catch(() => null);
    if (!made) return this.say(words.linkFailed, true);
    this.say(words.linkReady);
    const url = make('input', { readonly: '', value: made.url, 'aria-label': words.onDevice });
    const copy = make('button', { type: 'button' }, words.copy);
    copy.addEventListener('click', async () => {
      url.select();
      await navigator.clipboard?.writeText(made.url).catch(() => {});
      copy.textContent = words.copied;
    });
    this.#show(make('div', { class: 'row' }, url, copy), qrNode(made.qr, words.onDevice));
    url.select();
  }

  /** A code to say or to scan, and the programs that open with it. */
  async #byCode() {
    const { words } = this;
    const body = { lang: this.language, page: pageNow() };
    const made = await this.api.post('/v1/chat/hand-overs', body).catch(() => null);
    if (!made) return this.say(words.linkFailed, true);
    this.say(words.codeReady);
    const ways = make('p', { class: 'ways' });
    for (const way of made.ways) {
      if (way.href) ways.append(make('a', { href: way.href, target: '_blank', rel: 'noreferrer' }, way.name));
    }
    const code = make('p', { class: 'code', tabindex: '-1' }, made.code);
    this.#show(code, qrNode(made.qr, words.inStore), ways);
    code.focus();
  }

  /** @param {'email' | 'phone'} kind */
  #bySending(kind) {
    const { words } = this;
    const send = async (/** @type {string} */ value) => {
      const body = { [kind]: value, lang: this.language, page: pageNow() };
      await this.api.post('/v1/chat/hand-overs', body);
      this.close();
      this.say(fill(words.sentTo, { to: value }));
    };
    this.#ask(kind, words.send, send);
  }

  /** @param {'email' | 'phone'} kind */
  #prove(kind) {
    const { words } = this;
    const send = async (/** @type {string} */ value) => {
      const asked = await this.api.post('/v1/chat/proofs', { [kind]: value, lang: this.language });
      this.say(fill(words.codeSent, { to: value }));
      this.#ask('code', words.check, async (/** @type {string} */ code) => {
        const proven = await this.api.post(`/v1/chat/proofs/${asked.id}`, { code });
        this.store.set('session', proven.session);
        this.close();
        this.say('');
        this.proven();
      });
    };
    this.#ask(kind, words.sendCode, send);
  }

  /** One line to type, and what is done with it. @param {'email' | 'phone' | 'code'} kind @param {string} verb @param {(value: string) => Promise<void>} act */
  #ask(kind, verb, act) {
    const { words } = this;
    const types = { email: 'email', phone: 'tel', code: 'text' };
    const fills = { email: 'email', phone: 'tel', code: 'one-time-code' };
    const names = { email: words.email, phone: words.phone, code: words.code };
    const input = make('input', { type: types[kind], autocomplete: fills[kind], required: '', id: 'elsewhere-value' });
    if (kind === 'code') input.inputMode = 'numeric';
    const label = make('label', { for: 'elsewhere-value' }, names[kind]);
    const form = make('form', { class: 'row' }, input, make('button', {}, verb));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      act(input.value.trim()).catch((error) => this.say(this.#reason(error.code), true));
    });
    this.#show(label, form);
    input.focus();
  }

  /** @param {string | undefined} code */
  #reason(code) {
    const { words } = this;
    if (code === 'wrong_proof') return words.wrongCode;
    if (code === 'proof_spent' || code === 'proof_expired') return words.codeOver;
    if (code === 'too_many_codes') return words.tooOften;
    if (code === 'bad_address') return words.badAddress;
    if (code === 'no_session' || code === 'nothing_said') return words.linkFailed;
    return words.notSent;
  }

  /** This page was opened by a link: of the same talk, or of one that goes on here. Whether it was. */
  async arrive() {
    const { hash } = location;
    const mark = [LINK_MARK, GO_MARK].find((one) => hash.startsWith(one));
    if (!mark) return false;
    const link = hash.slice(mark.length);
    history.replaceState(history.state, '', location.pathname + location.search);
    if (mark === LINK_MARK) {
      const opened = await this.api.post('/v1/chat/sessions', { link }).catch(() => null);
      if (opened) this.store.set('session', opened.session);
      else this.say(this.words.linkOld, true);
      return true;
    }
    const path = `/v1/chat/hand-overs/${encodeURIComponent(link)}?lang=${this.language}`;
    const known = await this.api.get(path).catch(() => null);
    if (known) {
      // It is used up by the first message.
      this.store.set('code', link);
      this.say(known.line);
    } else {
      this.say(this.words.goOld, true);
    }
    return true;
  }
}

function pageNow() {
  return location.href.split('#')[0] ?? '';
}

/** @param {{size: number, path: string}} qr @param {string} label */
function qrNode(qr, label) {
  const svg = document.createElementNS(SVG, 'svg');
  const attributes = { viewBox: `0 0 ${qr.size} ${qr.size}`, class: 'qr', role: 'img', 'aria-label': label };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', qr.path);
  svg.append(path);
  return svg;
}
