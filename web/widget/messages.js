// @ts-check
/** The transcript: what the server shows, and what waits in this browser, as lines in order. */

export class Messages {
  constructor() {
    /** By the server's id. @type {Map<string, Shown>} */
    this.shown = new Map();
    /** By the browser's. @type {Map<string, Waiting>} */
    this.waiting = new Map();
    /** Taken by the server, and not yet come back. @type {Map<string, Waiting>} */
    this.sent = new Map();
    /** The moment up to which the shop has read. */
    this.readUntil = '';
  }

  clear() {
    this.shown.clear();
    this.waiting.clear();
    this.sent.clear();
    this.readUntil = '';
  }

  /** @param {Shown} message @returns {boolean} whether it is new */
  show(message) {
    const isNew = !this.shown.has(message.id);
    this.shown.set(message.id, message);
    if (message.key) {
      this.waiting.delete(message.key);
      this.sent.delete(message.key);
    }
    // Who answers has read.
    if (message.from === 'agent') this.read(message.at);
    return isNew;
  }

  /** @param {Waiting} message @param {boolean} isTaken */
  wait(message, isTaken) {
    this.waiting.delete(message.id);
    const isShown = [...this.shown.values()].some((shown) => shown.key === message.id);
    if (!isShown) (isTaken ? this.sent : this.waiting).set(message.id, message);
  }

  /** @param {string} until */
  read(until) {
    if (until > this.readUntil) this.readUntil = until;
  }

  /** The newest message of the shop that came after this id. @param {string} seen */
  unread(seen) {
    return [...this.shown.values()].filter((message) => message.from !== 'you' && message.id > seen).length;
  }

  /** @returns {string} the newest id */
  get last() {
    return [...this.shown.keys()].reduce((last, id) => (id > last ? id : last), '');
  }

  /** @returns {Line[]} */
  lines() {
    const shown = [...this.shown.values()].map((message) => this.#lineOf(message));
    const sent = [...this.sent.values()].map((message) => lineOfWaiting(message, 'sent'));
    const waiting = [...this.waiting.values()].map((message) =>
      lineOfWaiting(message, message.refused ? 'failed' : 'sending'),
    );
    const byTime = (/** @type {Line} */ a, /** @type {Line} */ b) => Date.parse(a.at) - Date.parse(b.at);
    const lines = [...shown, ...sent, ...waiting].sort(byTime);
    lines.slice(0, -1).forEach((line) => delete line.choices);
    return lines;
  }

  /** @param {Shown} message @returns {Line} */
  #lineOf({ id, key, at, from, name, text, door, files = [], survey, choices }) {
    const isRead = Date.parse(at) <= Date.parse(this.readUntil || '1970-01-01');
    const progress = from === 'you' ? /** @type {Progress} */ (isRead ? 'read' : 'delivered') : undefined;
    return { key: key ?? id, at, from, name, text, door, files, fileNames: [], progress, survey, choices };
  }
}

/** @param {Waiting} message @param {Progress} progress @returns {Line} */
function lineOfWaiting({ id, at, text, files }, progress) {
  return { key: id, at, from: 'you', text, files: [], fileNames: files.map((file) => file.name), progress };
}
