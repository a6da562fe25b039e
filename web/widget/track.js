// @ts-check
/** What the visitor does in the shop, told by the calls of the Segment specification. */

/** Calls of one moment go together. */
const PAUSE_MS = 50;
const BATCH_MAX = 50;
/** When nobody takes them, the oldest are let go. */
const KEPT_MAX = 200;
const RETRY_MS = 5_000;

export class Tracker {
  /** @param {import('./api.js').Api} api @param {import('./store.js').Store} store */
  constructor(api, store) {
    this.api = api;
    this.store = store;
    /** @type {Properties[]} */
    this.calls = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    addEventListener('pagehide', () => this.flush());
  }

  /** @param {string} event @param {Properties} [properties] */
  track(event, properties = {}) {
    this.#add({ type: 'track', event, properties });
  }

  /** @param {string} [name] @param {Properties} [properties] */
  page(name, properties = {}) {
    const { title, referrer } = document;
    const { href: url, pathname: path, search } = location;
    this.#add({ type: 'page', name, properties: { title, url: withoutHash(url), path, search, referrer, ...properties } });
  }

  /** @param {string} userId @param {Properties} [traits] */
  identify(userId, traits = {}) {
    this.store.set('user', userId);
    this.#add({ type: 'identify', traits });
  }

  reset() {
    this.flush();
    this.store.clear();
  }

  /** @param {Properties} call */
  #add(call) {
    const { anonymousId } = this.store;
    const userId = this.store.get('user') ?? undefined;
    const context = { page: { url: withoutHash(location.href), title: document.title }, locale: navigator.language };
    const timestamp = new Date().toISOString();
    this.calls.push({ ...call, anonymousId, userId, context, timestamp, messageId: crypto.randomUUID() });
    if (this.calls.length > KEPT_MAX) this.calls.shift();
    this.#later(PAUSE_MS);
  }

  /** @param {number} ms */
  #later(ms) {
    this.timer ??= setTimeout(() => this.flush(), ms);
  }

  async flush() {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.calls.splice(0, BATCH_MAX);
    if (batch.length === 0) return;
    try {
      await this.api.post('/v1/batch', { batch }, { keepalive: true });
    } catch (error) {
      const isFinal = error instanceof Error && 'isFinal' in error && error.isFinal;
      // (Each has its id: what came nevertheless is recorded once.)
      if (!isFinal) this.calls.unshift(...batch);
    }
    if (this.calls.length > 0) this.#later(RETRY_MS);
  }
}

/** What stands behind the `#` may be the link of a talk. @param {string} url */
function withoutHash(url) {
  return url.split('#')[0] ?? url;
}
