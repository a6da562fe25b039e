// @ts-check
/**
 * One line in the shop's pages: `<script type="module" src="https://…/widget.js" data-key="wk_…"></script>`.
 *
 * It tells the page views, gives `window.onedoor` to the shop's scripts, and puts the chat into the corner.
 * Attributes: `data-lang` (en, pl, ro, ru), `data-theme` (light, dark), `data-chat="off"`, `data-token` (the JWT of the
 * shop's server), `data-device` (what that server calls this browser, unless the widget has named it before).
 *
 * | module | what it does |
 * | --- | --- |
 * | store.js | what the browser keeps |
 * | api.js, stream.js, outbox.js | what goes to the server and comes from it |
 * | messages.js | what the transcript is |
 * | view.js, style.js, words.js | how it looks and what it says |
 * | elsewhere.js | the talk goes on elsewhere; who sits here is proven |
 * | element.js | the custom element that joins them |
 * | track.js | what the visitor does in the shop |
 */

import { Api } from './api.js';
import { ChatElement } from './element.js';
import { Store } from './store.js';
import { Tracker } from './track.js';
import { languageOf } from './words.js';

const script = /** @type {HTMLScriptElement | null} */ (
  document.querySelector('script[data-key][src*="widget.js"]')
);

if (script?.dataset.key && !window.onedoor) start(script, script.dataset.key);

/** @param {HTMLScriptElement} script @param {string} key */
function start(script, key) {
  const { lang, theme, chat, token, device } = script.dataset;
  const store = new Store(key, device);
  const api = new Api(new URL(script.src).origin, key, store);
  const tracker = new Tracker(api, store);
  customElements.define('onedoor-chat', ChatElement);
  const element = /** @type {ChatElement} */ (document.createElement('onedoor-chat'));
  element.start(api, store, languageOf(lang), theme);
  if (token) element.vouch(token);
  if (chat !== 'off') whenReady(() => document.body.append(element));
  window.onedoor = {
    track: (event, properties) => tracker.track(event, properties),
    page: (name, properties) => tracker.page(name, properties),
    identify: (userId, traits, options) => {
      tracker.identify(userId, traits);
      if (options?.token) element.vouch(options.token);
    },
    reset: () => {
      tracker.reset();
      element.forget();
    },
    get anonymousId() {
      return store.anonymousId;
    },
    open: () => element.open(),
    close: () => element.close(),
  };
  tracker.page();
  dispatchEvent(new Event('onedoor:ready'));
}

/** @param {() => void} act */
function whenReady(act) {
  if (document.body) act();
  else document.addEventListener('DOMContentLoaded', act, { once: true });
}
