// The demo's shop: what is put in the cart is told by the widget that stands on the page, and so is who signed in.

// @ts-check

const SIGNED_IN = 'vatra-ziarno-signed-in';

const cart = /** @type {HTMLOutputElement} */ (document.querySelector('#cart'));
const account = document.querySelector('[data-account]');

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button');
  if (!(button instanceof HTMLButtonElement)) return;
  if (button.dataset.product) add(JSON.parse(button.dataset.product));
  if (button.dataset.signIn !== undefined) signIn();
  if (button.dataset.signOut !== undefined) signOut();
});

/** @param {Record<string, unknown>} product */
function add(product) {
  cart.value = String(Number(cart.value) + 1);
  window.onedoor?.track('Product Added', { ...product, quantity: 1, currency: 'PLN' });
}

/** The shop's own server says who it is, and signs that. */
async function signIn() {
  const answer = await fetch('/demo/sign-in');
  if (!answer.ok) return;
  const { user, traits, token } = await answer.json();
  localStorage.setItem(SIGNED_IN, user);
  show(true);
  window.onedoor?.identify(user, traits, { token });
}

function signOut() {
  localStorage.removeItem(SIGNED_IN);
  show(false);
  window.onedoor?.reset();
}

/** @param {boolean} isSignedIn */
function show(isSignedIn) {
  const [button, name] = ['[data-sign-in]', '[data-signed-in]'].map((one) => account?.querySelector(one));
  button?.toggleAttribute('hidden', isSignedIn);
  name?.toggleAttribute('hidden', !isSignedIn);
}

// The widget stands before this script in the page, so it is there already.
if (account && localStorage.getItem(SIGNED_IN)) signIn();
