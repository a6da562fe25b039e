// The script of the shop's page, as its developer would write it after reading the page of the door in the desk.

import '../clients/browser-page.js';

const byId = (id) => document.getElementById(id);

window.enter = async (visitor) => {
  await window.openShop(visitor);
  await window.analytics.page('Catalogue', 'Espresso cups');
  await window.analytics.track('Product Viewed', { product_id: 'cup-1', name: 'Espresso cup' });
};

byId('add').addEventListener('click', () => {
  const cup = { product_id: 'cup-1', name: 'Espresso cup', price: 49, currency: 'PLN', quantity: 2 };
  window.analytics.track('Product Added', cup);
});

byId('send').addEventListener('click', () => {
  window.analytics.track('Contact Form Submitted', { message: byId('message').value });
});

byId('sign-in').addEventListener('click', () => {
  const [account, email] = [byId('account').value, byId('email').value];
  byId('who').textContent = account;
  window.analytics.identify(account, email ? { email } : {});
});
