// @ts-check
/** What is said, as it is said: server-sent events by `fetch`, which can send headers where EventSource cannot. */

import { Refusal } from './api.js';

const WAIT_MIN_MS = 500;
const WAIT_MAX_MS = 30_000;
/** The server's heart beats every 20 s; after this much silence the line is dead. */
const SILENCE_MAX_MS = 50_000;

export class Stream {
  /**
   * @param {import('./api.js').Api} api
   * @param {(name: string, data: any) => void} hear
   */
  constructor(api, hear) {
    this.api = api;
    this.hear = hear;
    /** The newest message that was heard. @type {string | null} */
    this.last = null;
    this.wait = WAIT_MIN_MS;
    /** @type {AbortController | null} */
    this.line = null;
    this.isRunning = false;
    addEventListener('online', () => this.#wake());
  }

  /** Listens, if there is something to listen to; a second call changes nothing. */
  async start() {
    if (this.isRunning) return;
    this.isRunning = true;
    while (this.isRunning && this.api.mayRead) {
      try {
        await this.#listen();
      } catch (error) {
        if (error instanceof Refusal && error.retryMs > 0) this.wait = error.retryMs;
      }
      if (!this.isRunning) break;
      await this.#pause();
      await this.#catchUp();
    }
    this.isRunning = false;
  }

  /** As somebody else, or with another proof: all anew. */
  async restart() {
    this.isRunning = false;
    this.line?.abort();
    this.last = null;
    // The old loop ends before the new one begins.
    await new Promise((done) => setTimeout(done, 0));
    this.#wake();
    await new Promise((done) => setTimeout(done, 0));
    void this.start();
  }

  /** Where no stream comes through, this alone brings what was said. */
  async #catchUp() {
    if (!this.isRunning || !this.api.mayRead) return;
    const after = this.last ? `?after=${this.last}` : '';
    try {
      const { messages } = await this.api.get(`/v1/chat/messages${after}`);
      for (const message of messages) this.#take('message', message, message.id);
    } catch {
      // The stream is tried next; its wait grows.
    }
  }

  async #listen() {
    this.line = new AbortController();
    const { line } = this;
    /** @type {Record<string, string>} */
    const headers = this.last ? { 'last-event-id': this.last } : {};
    const answer = await this.api.fetch('/v1/chat/stream', { headers, signal: line.signal, cache: 'no-store' });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (reader) {
      const silence = setTimeout(() => line.abort(), SILENCE_MAX_MS);
      const { value, done } = await reader.read().finally(() => clearTimeout(silence));
      if (done) return;
      this.wait = WAIT_MIN_MS;
      const events = (text + value).split('\n\n');
      text = events.pop() ?? '';
      events.forEach((event) => this.#read(event));
    }
  }

  /** @param {string} event */
  #read(event) {
    /** @type {Record<string, string>} */
    const fields = {};
    for (const line of event.split('\n')) {
      const at = line.indexOf(':');
      if (at > 0) fields[line.slice(0, at)] = line.slice(at + 1).trimStart();
    }
    if (fields.event) this.#take(fields.event, JSON.parse(fields.data || '{}'), fields.id);
  }

  /** @param {string} name @param {any} data @param {string} [id] */
  #take(name, data, id) {
    if (id && id > (this.last ?? '')) this.last = id;
    this.hear(name, data);
  }

  #pause() {
    const jitter = this.wait * (0.5 + Math.random() / 2);
    this.wait = Math.min(this.wait * 2, WAIT_MAX_MS);
    return new Promise((done) => {
      this.wake = done;
      setTimeout(done, jitter);
    });
  }

  #wake() {
    this.wake?.(undefined);
  }
}
