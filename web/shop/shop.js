// The demo's shop: what is put in the cart is told by the widget that stands on the page.

// @ts-check

const cart = /** @type {HTMLOutputElement} */ (document.querySelector('#cart'));

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element && event.target.closest('button[data-product]');
  if (!(button instanceof HTMLButtonElement)) return;
  const product = JSON.parse(button.dataset.product ?? '{}');
  cart.value = String(Number(cart.value) + 1);
  window.onedoor?.track('Product Added', { ...product, quantity: 1, currency: 'PLN' });
});
