// @ts-check
/** What the visitor wrote, kept until the server has it, sent one after the other, and each once. */

import { Refusal } from './api.js';

const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 30_000;

export class Outbox {
  /**
   * @param {import('./api.js').Api} api
   * @param {import('./store.js').Store} store
   * @param {(waiting: Waiting, answer: {id: string} | null) => void} changed
   */
  constructor(api, store, changed) {
    this.api = api;
    this.store = store;
    this.changed = changed;
    this.retry = RETRY_MIN_MS;
    this.isSending = false;
    addEventListener('online', () => this.send());
  }

  /** @param {Waiting} message */
  add(message) {
    this.store.waiting = [...this.store.waiting, message];
    this.changed(message, null);
    void this.send();
  }

  /** Sends what waits; two pages of the shop do not send at once, so that a first message makes one talk. */
  async send() {
    if (this.isSending) return;
    this.isSending = true;
    try {
      if (navigator.locks) await navigator.locks.request(`${this.store.prefix}send`, () => this.#sendAll());
      else await this.#sendAll();
      this.retry = RETRY_MIN_MS;
    } catch (error) {
      const wait = error instanceof Refusal && error.retryMs > 0 ? error.retryMs : this.retry;
      this.retry = Math.min(this.retry * 2, RETRY_MAX_MS);
      setTimeout(() => this.send(), wait);
    } finally {
      this.isSending = false;
    }
  }

  async #sendAll() {
    for (;;) {
      const message = this.store.waiting.find((waiting) => !waiting.refused);
      if (!message) return;
      await this.#sendOne(message);
    }
  }

  /** @param {Waiting} message */
  async #sendOne(message) {
    const { refused: _, ...rest } = message;
    try {
      const body = { ...rest, anonymousId: this.store.anonymousId };
      const answer = await this.api.post('/v1/chat/messages', body);
      this.store.set('session', answer.session);
      this.#keep(message.id, null);
      this.changed(message, answer);
    } catch (error) {
      if (!(error instanceof Refusal) || !error.isFinal) throw error;
      const refused = { ...message, refused: error.code };
      this.#keep(message.id, refused);
      this.changed(refused, null);
    }
  }

  /** @param {string} id @param {Waiting | null} instead */
  #keep(id, instead) {
    const others = this.store.waiting.flatMap((waiting) => {
      if (waiting.id !== id) return [waiting];
      return instead ? [instead] : [];
    });
    this.store.waiting = others;
  }

  /** What was refused is tried once more, as the visitor asks. @param {string} id */
  again(id) {
    const waiting = this.store.waiting.find((message) => message.id === id);
    if (!waiting) return;
    const { refused: _, ...message } = waiting;
    this.#keep(id, message);
    this.changed(message, null);
    void this.send();
  }
}
