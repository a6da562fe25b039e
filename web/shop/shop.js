// The shop's pages work without this; it saves clicks. The widget stands before it in the page, so `window.onedoor` is there.

// @ts-check

const YEAR_SECONDS = 31_536_000;

/** @param {string} name @returns {string | undefined} */
function cookie(name) {
  const pair = document.cookie.split('; ').find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** @param {string} name @param {string} value @param {number} [seconds] */
function keep(name, value, seconds = YEAR_SECONDS) {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax${secure}`;
}

const widget = /** @type {HTMLElement | null} */ (document.querySelector('script[data-key]'));
const key = widget?.dataset.key;

/** The cart and what is looked at belong to one device: the server is told what the widget calls it. */
function nameDevice() {
  const id = window.onedoor?.anonymousId;
  if (id && cookie('onedoor_device') !== id) keep('onedoor_device', id);
}

/** @param {string} selector @param {(element: HTMLElement) => void} act */
function each(selector, act) {
  for (const element of document.querySelectorAll(selector)) act(/** @type {HTMLElement} */ (element));
}

/** Sent twice it would be the same change, so each time has a key of its own. @param {ParentNode} [where] */
function newKeys(where = document) {
  for (const input of where.querySelectorAll('input[name=key]')) {
    /** @type {HTMLInputElement} */ (input).value = crypto.randomUUID();
  }
}

/** What is put into the cart from a shelf: the page stays where it is. @param {HTMLFormElement} form @param {HTMLElement | null} button */
async function addQuietly(form, button) {
  button?.setAttribute('aria-busy', 'true');
  try {
    const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
    // (`form.action` is the field of that name.)
    const answer = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!answer.ok) {
      document.querySelector('main')?.replaceChildren(...(page.querySelector('main')?.childNodes ?? []));
      return;
    }
    for (const selector of ['[data-cart-count]', '#said']) {
      const fresh = page.querySelector(selector);
      if (fresh) document.querySelector(selector)?.replaceWith(document.importNode(fresh, true));
    }
    newKeys(form);
  } catch {
    form.submit();
  } finally {
    button?.removeAttribute('aria-busy');
  }
}

document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.dataset.quick === undefined) return;
  event.preventDefault();
  addQuietly(form, event.submitter);
});

/** Another country or another way costs something else: the sums beside the form follow. @param {HTMLFormElement} form @param {string} changed */
async function renew(form, changed) {
  const body = new URLSearchParams(/** @type {any} */ (new FormData(form)));
  body.set('edit', '1');
  const answer = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body, headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // The choice itself stays under the fingers of whoever has just chosen.
  for (const selector of changed === 'method' ? ['[data-sums]'] : ['[data-ways]', '[data-sums]']) {
    const fresh = page.querySelector(selector);
    if (fresh) document.querySelector(selector)?.replaceWith(document.importNode(fresh, true));
  }
}

document.addEventListener('change', (event) => {
  const input = /** @type {HTMLInputElement} */ (event.target);
  const isOfWay = ['country', 'delivery', 'method'].includes(input.name);
  if (input.form?.dataset.renew !== undefined && isOfWay) renew(input.form, input.name).catch(() => {});
  if (input.form?.dataset.follow !== undefined) input.form.requestSubmit();
  const variants = input.closest('[data-variants]');
  // Another size may cost something else and lie elsewhere: the server tells.
  if (variants) location.replace(`${variants.getAttribute('data-variants')}?variant=${input.value}`);
});

// A page that comes back from the browser's memory would send its old keys.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

document.documentElement.classList.add('has-script');
each('[data-viewed]', (product) => window.onedoor?.track('Product Viewed', JSON.parse(product.dataset.viewed ?? '{}')));

/** A link with the code of a cart, scanned from another device. */
function claim() {
  const code = new URLSearchParams(location.hash.slice(1)).get('cart');
  const box = document.querySelector('[data-claim]');
  if (!code || !box) return;
  history.replaceState(null, '', location.pathname);
  box.setAttribute('open', '');
  const input = /** @type {HTMLInputElement} */ (box.querySelector('[name=code]'));
  input.value = code;
  input.form?.requestSubmit();
}

/** Shows what others do with this cart: somebody of the shop puts something in while one talks to them. */
async function follow() {
  const session = cookie('onedoor_cart');
  const token = cookie('onedoor_token');
  if (!key || !(session || token)) return;
  const headers = new Headers({ authorization: `Bearer ${key}` });
  if (session) headers.set('onedoor-cart', session);
  if (token) headers.set('onedoor-token', token);
  const answer = await fetch('/v1/shop/cart/stream', { headers });
  if (!answer.ok || !answer.body) return;
  let text = '';
  let isFirst = true;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (text + part.value).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events.filter((one) => one.includes('data:'))) {
      // The first tells what the page shows already.
      if (!isFirst) refresh(event);
      isFirst = false;
    }
  }
}

/** @param {string} event */
async function refresh(event) {
  const data = event.split('\n').find((line) => line.startsWith('data:'));
  const pieces = String(JSON.parse(data?.slice(5) ?? '{}').cart?.pieces ?? 0);
  each('[data-cart-count]', (count) => (count.textContent = pieces));
  const shown = document.querySelector('[data-live-cart]');
  if (!shown || shown.contains(document.activeElement)) return;
  const answer = await fetch('/shop/cart', { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-live-cart]');
  if (answer.ok && fresh) shown.replaceWith(document.importNode(fresh, true));
}

/** The shop's own server says who it is, and signs that: a button of the demo. */
async function signIn() {
  const answer = await fetch('/demo/sign-in');
  if (!answer.ok) return;
  const { user, traits, token } = await answer.json();
  keep('onedoor_token', token, 43_200);
  showSignedIn(true);
  window.onedoor?.identify(user, traits, { token });
}

function signOut() {
  for (const name of ['onedoor_token', 'onedoor_cart', 'onedoor_device']) keep(name, '', 0);
  window.onedoor?.reset();
  nameDevice();
  showSignedIn(false);
  each('[data-cart-count]', (count) => (count.textContent = '0'));
}

/** @param {boolean} isSignedIn */
function showSignedIn(isSignedIn) {
  each('[data-sign-in]', (button) => button.toggleAttribute('hidden', isSignedIn));
  each('[data-signed-in]', (name) => name.toggleAttribute('hidden', !isSignedIn));
}

each('[data-sign-in]', (button) => button.addEventListener('click', signIn));
each('[data-sign-out]', (button) => button.addEventListener('click', signOut));

if (new URLSearchParams(location.search).get('did') === 'left') window.onedoor?.reset();
nameDevice();
claim();
follow().catch(() => {});
