// @ts-check
/** How the widget speaks with the server. */

/** What the server refused: `status` and the stable `code`. */
export class Refusal extends Error {
  /** @param {number} status @param {string} code @param {number} retryMs */
  constructor(status, code, retryMs) {
    super(code);
    this.status = status;
    this.code = code;
    this.retryMs = retryMs;
  }

  /** Sent again as it is, it would be refused again. */
  get isFinal() {
    return this.status >= 400 && this.status < 500 && ![401, 403, 408, 429].includes(this.status);
  }
}

export class Api {
  /** @param {string} base @param {string} key @param {import('./store.js').Store} store */
  constructor(base, key, store) {
    this.base = base;
    this.key = key;
    this.store = store;
    /** The word of the shop's server on who sits here; kept in no storage. @type {string | null} */
    this.token = null;
  }

  get session() {
    return this.store.get('session');
  }

  /** Whether there is a talk that this browser may see. */
  get mayRead() {
    return this.session !== null || this.token !== null;
  }

  /** @param {string} path @param {RequestInit} [init] @returns {Promise<Response>} */
  async fetch(path, init = {}) {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.key}`);
    if (this.session) headers.set('onedoor-session', this.session);
    if (this.token) headers.set('onedoor-token', this.token);
    const answer = await fetch(this.base + path, { ...init, headers, credentials: 'omit' });
    if (answer.ok) return answer;
    const said = await answer.json().catch(() => ({}));
    this.#forgetWhatIsRefused(said.code);
    const retryMs = Number(answer.headers.get('retry-after') ?? 0) * 1000;
    throw new Refusal(answer.status, said.code ?? '', retryMs);
  }

  /** @param {string | undefined} code */
  #forgetWhatIsRefused(code) {
    if (code === 'bad_token') this.token = null;
    if (code === 'bad_session') this.store.set('session', null);
  }

  /** @param {string} path @returns {Promise<any>} */
  async get(path) {
    return await (await this.fetch(path)).json();
  }

  /** @param {string} path @param {unknown} body @param {RequestInit} [init] @returns {Promise<any>} */
  async post(path, body, init = {}) {
    const answer = await this.fetch(path, { ...init, method: 'POST', body: JSON.stringify(body) });
    return answer.status === 204 ? null : await answer.json();
  }
}
