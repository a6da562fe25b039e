// The demo's shop: its cart is the customer's at every door, and follows what others do with it. Who signed in is told by the
// widget that stands on the page.

// @ts-check

const SIGNED_IN = 'vatra-ziarno-signed-in';
const SESSION = 'vatra-ziarno-cart';

const cart = /** @type {HTMLOutputElement} */ (document.querySelector('#cart'));
const key = /** @type {HTMLElement | null} */ (document.querySelector('script[data-key]'))?.dataset.key;
/** What the shop's server signed about who sits here. @type {string | null} */
let token = null;
/** Ends the stream of the one who sat here before. */
let following = new AbortController();
const account = document.querySelector('[data-account]');

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button');
  if (!(button instanceof HTMLButtonElement)) return;
  if (button.dataset.product) add(JSON.parse(button.dataset.product));
  if (button.dataset.signIn !== undefined) signIn();
  if (button.dataset.signOut !== undefined) signOut();
});

/** @param {string} path @param {RequestInit} [init] */
function ask(path, init) {
  const headers = new Headers({ authorization: `Bearer ${key}` });
  const session = localStorage.getItem(SESSION);
  if (session) headers.set('onedoor-cart', session);
  if (token) headers.set('onedoor-token', token);
  return fetch(`/v1/shop/cart${path}`, { ...init, headers });
}

/** What the catalogue does not have is counted on this page alone. @param {Record<string, unknown>} product @returns {Promise<void>} */
async function add(product) {
  const changes = [{ action: 'add', sku: product.sku, quantity: 1 }];
  const anonymousId = window.onedoor?.anonymousId;
  const body = JSON.stringify({ key: crypto.randomUUID(), anonymousId, changes });
  const answer = await ask('/changes', { method: 'POST', body });
  if (answer.status === 401 && localStorage.getItem(SESSION)) {
    // The demo was begun anew: nobody knows this session any more.
    localStorage.removeItem(SESSION);
    return add(product);
  }
  if (answer.status === 404) {
    cart.value = String(Number(cart.value) + 1);
    window.onedoor?.track('Product Added', { ...product, quantity: 1, currency: 'PLN' });
    return;
  }
  if (!answer.ok) return;
  const told = await answer.json();
  if (told.session) {
    localStorage.setItem(SESSION, told.session);
    follow();
  }
  showCart(told.cart);
}

/** @param {{ pieces: number } | null} it */
function showCart(it) {
  cart.value = String(it?.pieces ?? 0);
}

/** Shows the cart, and whatever anybody does with it from now on. */
async function follow() {
  following.abort();
  following = new AbortController();
  const { signal } = following;
  while (!signal.aborted) {
    await listen(signal).catch(() => {});
    // The server was away, or is.
    await new Promise((done) => setTimeout(done, 3_000));
  }
}

/** @param {AbortSignal} signal */
async function listen(signal) {
  const answer = await ask('/stream', { signal });
  if (answer.status === 401) localStorage.removeItem(SESSION);
  if (!answer.ok || !answer.body) return;
  let text = '';
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (text + part.value).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = event.split('\n').find((line) => line.startsWith('data:'));
      if (data) showCart(JSON.parse(data.slice(5)).cart);
    }
  }
}

/** The shop's own server says who it is, and signs that. */
async function signIn() {
  const answer = await fetch('/demo/sign-in');
  if (!answer.ok) return;
  const { user, traits, token: signed } = await answer.json();
  localStorage.setItem(SIGNED_IN, user);
  show(true);
  token = signed;
  window.onedoor?.identify(user, traits, { token: signed });
  follow();
}

function signOut() {
  localStorage.removeItem(SIGNED_IN);
  localStorage.removeItem(SESSION);
  token = null;
  show(false);
  window.onedoor?.reset();
  follow();
}

/** @param {boolean} isSignedIn */
function show(isSignedIn) {
  const [button, name] = ['[data-sign-in]', '[data-signed-in]'].map((one) => account?.querySelector(one));
  button?.toggleAttribute('hidden', isSignedIn);
  name?.toggleAttribute('hidden', !isSignedIn);
}

// The widget stands before this script in the page, so it is there already.
if (account && localStorage.getItem(SIGNED_IN)) signIn();
else follow();
