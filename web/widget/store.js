// @ts-check
/** What the browser keeps: who it is, the session of its talk, and what waits to be sent. */

/** Segment's SDK keeps the device's id here; where it was on the page before us, it stays the same device. */
const SEGMENT_ID = 'ajs_anonymous_id';

export class Store {
  /** @param {string} key of the door: two doors in one page do not mix @param {string} [device] what the shop's server calls this browser */
  constructor(key, device) {
    this.told = device;
    this.prefix = `onedoor:${key.slice(-8)}:`;
    /** Where the browser keeps nothing (a private window, a full disk), this page load does. @type {Map<string, string>} */
    this.memory = new Map();
  }

  /** @param {string} name @returns {string | null} */
  get(name) {
    const known = this.memory.get(name);
    if (known !== undefined) return known;
    return quietly(() => localStorage.getItem(this.prefix + name));
  }

  /** @param {string} name @param {string | null} value */
  set(name, value) {
    if (value === null) {
      this.memory.delete(name);
      quietly(() => localStorage.removeItem(this.prefix + name));
      return;
    }
    const kept = quietly(() => {
      localStorage.setItem(this.prefix + name, value);
      return true;
    });
    if (kept) this.memory.delete(name);
    else this.memory.set(name, value);
  }

  /** The id of this browser. @returns {string} */
  get anonymousId() {
    const known = this.get('device') ?? this.told ?? segmentId();
    const id = known ?? crypto.randomUUID();
    if (this.get('device') !== id) this.set('device', id);
    return id;
  }

  /** @returns {Waiting[]} */
  get waiting() {
    const kept = this.get('waiting');
    return (kept && quietly(() => JSON.parse(kept))) || [];
  }

  set waiting(messages) {
    this.set('waiting', messages.length > 0 ? JSON.stringify(messages) : null);
  }

  /** Somebody else sits here. */
  clear() {
    for (const name of ['device', 'session', 'waiting', 'seen', 'user', 'open', 'email', 'code']) this.set(name, null);
    this.told = undefined;
    this.set('device', crypto.randomUUID());
  }
}

/** @returns {string | null} */
function segmentId() {
  const text = quietly(() => localStorage.getItem(SEGMENT_ID));
  const id = text && quietly(() => JSON.parse(text));
  return typeof id === 'string' ? id : null;
}

/** @template T @param {() => T} act @returns {T | null} */
function quietly(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
