// Celina fills a cart on her phone and asks in the chat; Anna helps from the desk; the cart is there on the laptop and at the
// till, where a part of it is sold and the rest is sent; a piece of the parcel comes back at another store.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';

import { Onedoor } from '../clients/onedoor.mjs';
import { DESK, LAPTOP, PHONE, launch, picture } from './browser.mjs';
import { Desk } from './desk.mjs';
import { Inbox } from './inbox.mjs';
import { Letterbox } from './letterbox.mjs';
import { COUPON, GOODS, Stores } from './stores.mjs';

const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true, locale: 'en-GB' };
const CELINA = 'celina@example.com';
const ASKED = 'Does the grinder do for a moka pot?';
const ANSWERED = 'It does. I have put it into your cart, and a coupon with it.';

/** A mug went over the counter of Kraków; the rest out of Warsaw; the beans came back to Gdańsk. */
const EVENING = {
  WAW: { 'MUG-1': 10, 'BEANS-1': 9, 'GRIND-1': 9 },
  KRK: { 'MUG-1': 2 },
  GDN: { 'BEANS-1': 3 },
};

let onedoor, browser, letterbox, stores, desk, inbox, phone, laptop, till, code, number, returned;
const complaints = [];

describe('one shop', () => {
  before(async () => {
    letterbox = await Letterbox.open();
    onedoor = await Onedoor.start([], ['--currency', 'PLN', '--allow-private-webhooks']);
    browser = await launch();
    await openShop();
  });
  after(async () => {
    await browser?.close();
    letterbox?.close();
    await onedoor?.stop();
  });

  test('Celina browses on her phone, and fills a cart', browses);
  test('she asks in the chat', asks);
  test('Anna answers, and adds a line and a coupon', helps);
  test('she logs in on both, and the laptop has the same cart', logsIn);
  test('she shows the code of the cart', showsCode);
  test('the clerk sees all of it', seesAll);
  test('one is sold from the store, the others are sent', sells);
  test('the warehouse packs the parcel', packs);
  test('a piece of it comes back at another store', comesBack);
  test('one customer, one order book, stock right everywhere, one timeline', agrees);
  test('no page has failed', () => assert.deepEqual(complaints, []));
});

/* ---- The shop */

async function page(context) {
  const opened = await context.newPage();
  opened.setDefaultTimeout(15_000);
  opened.on('pageerror', (error) => complaints.push(String(error)));
  opened.on('console', (line) => {
    if (/content security policy/i.test(line.text())) complaints.push(line.text());
  });
  return opened;
}

async function openShop() {
  desk = new Desk(await page(await browser.newContext(DESK)), onedoor.url);
  inbox = new Inbox(desk);
  await desk.setUp();
  onedoor.secretKey = (await desk.makeDoor('api', 'Back office')).secretKey;
  const web = await desk.makeDoor('web', 'Web shop');
  const words = ['channel', 'chat', web.path.split('/').at(-1), '--always-online', '--data', onedoor.data];
  await promisify(execFile)(process.env.ONEDOOR_BIN, words);
  await desk.makeDoor('store', 'Kraków');
  await letterbox.connect(desk);
  stores = new Stores(onedoor);
  await stores.open(desk);
}

/* ---- The story */

async function browses() {
  phone = await page(await browser.newContext({ ...PHONE, locale: 'en-GB' }));
  await phone.goto(`${onedoor.url}/shop`);
  await picture(phone, 'shop-01-front');
  for (const [sku, pieces] of [['MUG-1', '1'], ['BEANS-1', '2']]) {
    const [title] = GOODS[sku];
    await phone.goto(`${onedoor.url}/shop/goods`);
    const isView = (answer) => answer.url().endsWith('/v1/batch') && answer.request().postData()?.includes('Product Viewed');
    const viewed = phone.waitForResponse(isView);
    await phone.getByRole('link', { name: title, exact: true }).last().click();
    await phone.locator('h1', { hasText: title }).waitFor();
    await viewed;
    await phone.getByRole('button', { name: 'Add to cart' }).click();
    await phone.locator('[data-cart-count]', { hasText: pieces }).waitFor();
    await picture(phone, `shop-02-${sku.toLowerCase()}`);
  }
}

async function asks() {
  await phone.getByRole('button', { name: 'Open the chat' }).click();
  await phone.fill('onedoor-chat textarea', ASKED);
  await phone.press('onedoor-chat textarea', 'Enter');
  await phone.locator('onedoor-chat .progress', { hasText: 'Delivered' }).waitFor();
  await picture(phone, 'shop-03-asks');
}

async function helps() {
  await inbox.openTheOnlyOne();
  await inbox.said(ASKED);
  const cart = desk.page.locator('#cart');
  await picture(desk.page, 'shop-04-beside-the-talk');
  await cart.locator('[name=sku]:not([type=hidden])').fill('GRIND-1');
  await cart.getByRole('button', { name: 'Add' }).first().click();
  await cart.locator('li', { hasText: 'Hand grinder' }).getByText('Anna Nowak, customer service').waitFor();
  await cart.locator('[name=code]:not([type=hidden])').fill(COUPON);
  await cart.locator('[name=code]:not([type=hidden])').press('Enter');
  await cart.locator('li', { hasText: COUPON }).getByText('Anna Nowak, customer service').waitFor();
  await inbox.answer('Web shop', ANSWERED);
  await picture(desk.page, 'shop-05-helped');
  // On the phone, without a reload.
  await phone.locator('onedoor-chat .text', { hasText: ANSWERED }).waitFor();
  await phone.locator('[data-cart-count]', { hasText: '3' }).waitFor();
  await picture(phone, 'shop-06-is-answered');
  await phone.getByRole('button', { name: 'Close the chat' }).click();
}

/** By a code that comes by mail. */
async function enters(at) {
  await at.goto(`${onedoor.url}/shop/account`);
  await at.fill('main [name=email]', CELINA);
  await at.getByRole('button', { name: 'Send the code' }).click();
  await at.fill('#code', await letterbox.code(CELINA));
  await at.getByRole('button', { name: 'Log in' }).click();
  await at.getByText('You are logged in.').waitFor();
}

/** What the cart's page says: goods, coupons, the total. */
async function cartOn(at) {
  await at.goto(`${onedoor.url}/shop/cart`);
  await at.locator('.sums').waitFor();
  const goods = await at.locator('.cart .line h2').allTextContents();
  const coupons = await at.locator('ul.coupons strong').allTextContents();
  return { goods: goods.toSorted(), coupons, sums: await at.locator('.sums dl').first().textContent() };
}

async function logsIn() {
  await enters(phone);
  const before = await cartOn(phone);
  assert.deepEqual(before.goods, ['Blue mug', 'Guji beans', 'Hand grinder']);
  assert.deepEqual(before.coupons, [COUPON]);
  await picture(phone, 'shop-07-cart-on-the-phone');
  laptop = await page(await browser.newContext({ ...LAPTOP, locale: 'en-GB' }));
  await enters(laptop);
  await picture(laptop, 'shop-08-logged-in');
  assert.deepEqual(await cartOn(laptop), before, 'the same cart');
  await picture(laptop, 'shop-09-cart-on-the-laptop');
}

async function showsCode() {
  await phone.getByRole('button', { name: 'Show at the till' }).click();
  await phone.locator('.code svg').waitFor();
  code = (await phone.locator('.code .letters').textContent()).replace('-', '');
  await picture(phone, 'shop-10-code');
}

/** On the tablet behind the counter of Kraków. */
async function seesAll() {
  const storageState = await desk.page.context().storageState();
  till = await page(await browser.newContext({ ...TABLET, storageState }));
  await till.goto(`${onedoor.url}/till`);
  await till.selectOption('#location', { label: 'Kraków' });
  await till.getByRole('button', { name: 'Open the till' }).click();
  // What the scanner reads in the QR code, it types.
  await till.fill('#scan', `${onedoor.url}/shop/cart#cart=${code}`);
  await till.press('#scan', 'Enter');
  const beside = till.locator('#beside');
  await beside.locator('h2', { hasText: CELINA }).waitFor();
  const shown = await beside.innerText();
  const [cart, viewed] = shown.split('Looked at');
  for (const seen of [ASKED, 'Blue mug', 'Guji beans', 'Hand grinder']) assert.ok(cart.includes(seen), `${seen}: ${shown}`);
  for (const seen of ['Blue mug', 'Guji beans']) assert.ok(viewed.includes(seen), `${seen}: ${shown}`);
  await picture(till, 'shop-11-who-it-is');
}

async function sells() {
  await till.click('[data-take]');
  const line = (sku) => till.locator(`#lines .line[data-sku="${sku}"]`);
  const pressed = (sku, way) => line(sku).getByRole('button', { name: way, exact: true, pressed: true }).waitFor();
  // What does not lie here is sent.
  await pressed('MUG-1', 'Taken now');
  await pressed('BEANS-1', 'Send');
  await pressed('GRIND-1', 'Send');
  await till.locator('#coupons', { hasText: COUPON }).waitFor();
  // 313.90, and a tenth less.
  await till.locator('#total', { hasText: '282.51' }).waitFor();
  await picture(till, 'shop-12-basket');
  await till.click('#pay-card');
  await till.fill('#reference', '000123');
  const address = { name: 'Celina Wójcik', street: 'Grodzka 1', postcode: '31-002', city: 'Kraków', phone: '+48601234567' };
  for (const [field, text] of Object.entries({ ...address, email: CELINA })) await till.fill(`#to-${field}`, text);
  // The parcel costs something: 14.90 more.
  await till.locator('#rest-way option', { hasText: 'Courier' }).waitFor({ state: 'attached' });
  await till.locator('#paying-total', { hasText: '297.41' }).waitFor();
  await picture(till, 'shop-13-where-to');
  await till.locator('#paid').click();
  await till.locator('#done-title', { hasText: 'Sold' }).waitFor();
  number = /\S+$/.exec(await till.locator('#done-text').textContent())[0];
  await picture(till, 'shop-14-sold');
  await reads([number, 'Courier', '14,90', '297,41', 'odstąpić']);
  await till.locator('#done [data-next]').click();
  till.on('dialog', (dialog) => dialog.accept());
  await till.click('#close-till');
  await till.locator('#choose').waitFor();
  await laptop.goto(`${onedoor.url}/shop/cart`);
  await laptop.getByText('The cart is empty.').waitFor();
}

async function packs() {
  await desk.open('/desk/orders/picking');
  const parcel = desk.page.locator('.picks section', { hasText: number });
  for (const sku of ['BEANS-1', 'GRIND-1']) {
    await desk.page.fill('[data-pick]', sku);
    await desk.page.press('[data-pick]', 'Enter');
    await parcel.locator('li', { hasText: sku }).locator('input:checked').waitFor();
  }
  assert.equal(await parcel.locator('li').count(), 2, 'the mug is not sent');
  await parcel.getByLabel('Carrier').fill('InPost');
  await parcel.getByLabel('Tracking number').fill('6200001');
  await picture(desk.page, 'shop-15-picked');
  await parcel.getByRole('button', { name: 'Packed: it goes out' }).click();
  await parcel.waitFor({ state: 'detached' });
  await desk.open(`/desk/orders/${number}`);
  await desk.sees('6200001');
  await picture(desk.page, 'shop-16-order');
  await reads(['w drodze', 'Guji beans', 'Hand grinder', '6200001']);
}

/** A letter to Celina says all of this: in Polish, as nobody knows what she speaks and the shop is in Poland. */
async function reads(words) {
  const letter = await letterbox.letter(CELINA, (text) => words.every((word) => text.includes(word)));
  assert.ok(letter, words.join(', '));
}

async function comesBack() {
  const { page: at } = desk;
  await desk.open('/desk/returns');
  await at.fill('#field-q', number);
  await at.press('#field-q', 'Enter');
  await at.locator('tr', { hasText: 'Guji beans' }).locator('input.pieces').fill('1');
  await at.selectOption('[name=kind]', 'return');
  await picture(at, 'shop-17-return');
  await at.getByRole('button', { name: 'Begin the return' }).click();
  await at.selectOption('[name=location]', { label: 'Gdańsk' });
  returned = new URL(at.url()).pathname.split('/').at(-1);
  await picture(at, 'shop-18-is-here');
  await at.getByRole('button', { name: 'It is here' }).click();
  await at.fill('[name=paid_by]', 'card 000123');
  await picture(at, 'shop-19-refund');
  await at.getByRole('button', { name: 'The money is paid back' }).click();
  await at.getByRole('main').getByText('Refunded', { exact: true }).first().waitFor();
  await picture(at, 'shop-20-refunded');
  await reads([number, '58,50', 'zwracamy']);
}

async function agrees() {
  const { customer } = await onedoor.context(`email:${CELINA}`);
  const events = await onedoor.timeline(customer.id);
  assert.deepEqual(events.flatMap(told), [
    'Web shop: looked at Blue mug',
    'Web shop: customer added MUG-1',
    'Web shop: looked at Guji beans',
    'Web shop: customer added BEANS-1',
    `Web shop: ${ASKED}`,
    'Web shop: Anna Nowak added GRIND-1',
    `Web shop: Anna Nowak entered ${COUPON}`,
    `Web shop: ${ANSWERED}`,
    'Web shop: Identity Proven',
    'Web shop: Identity Proven',
    `Kraków: Order Completed ${number} MUG-1 BEANS-1 GRIND-1`,
    `Kraków: Order Shipped ${number} BEANS-1 GRIND-1`,
    `Kraków: Return Asked ${number} BEANS-1`,
    `Kraków: Return Received ${number} BEANS-1 at Gdańsk`,
    `Kraków: Order Refunded ${number} BEANS-1`,
  ]);
  const pages = events.filter(({ type }) => type === 'page').map(({ properties }) => properties.path);
  for (const path of ['/shop', '/shop/p/blue-mug', '/shop/p/guji-beans', '/shop/cart']) assert.ok(pages.includes(path), path);
  await oneOrder(customer.id);
  assert.deepEqual(await stores.levels(), EVENING);
  await seenAtTheDesk(customer.id);
}

/** What happened, and by whom; of pages nothing. */
function told({ type, name, channel, properties: it }) {
  if (type !== 'track') return [];
  const who = it.changed_by_name ?? it.changed_by;
  const goods = (it.products ?? []).map(({ sku }) => ` ${sku}`).join('');
  const what = {
    'Product Viewed': () => `looked at ${it.name}`,
    'Product Added': () => `${who} added ${it.sku}`,
    'Coupon Entered': () => `${who} entered ${it.coupon_id}`,
    'Message Received': () => it.text,
    'Message Sent': () => it.text,
  }[name]?.() ?? `${name}${it.order_id ? ` ${it.order_id}` : ''}${goods}${it.place ? ` at ${it.place}` : ''}`;
  return [`${channel.name}: ${what}`];
}

/** One order, paid once; of the beans went back what was paid for them. */
async function oneOrder(customer) {
  const { orders } = await stores.api('GET', `/v1/customers/${customer}/orders`);
  const [order, ...others] = orders;
  assert.deepEqual(others, []);
  const { state, payment, total, coupons } = order;
  assert.deepEqual([order.number, state, payment, total, coupons], [number, 'fulfilled', 'paid', 29741, [COUPON]]);
  const lines = order.lines.map(({ sku, shipped, returned: back }) => [sku, shipped, back]);
  assert.deepEqual(lines, [['MUG-1', 1, 0], ['BEANS-1', 1, 1], ['GRIND-1', 1, 0]]);
  const back = await stores.api('GET', `/v1/returns/${returned}`);
  assert.deepEqual([back.order, back.state, back.refund], [number, 'refunded', 5850]);
}

async function seenAtTheDesk(customer) {
  await desk.open('/desk/orders');
  await desk.sees(number);
  assert.equal(await desk.page.locator('main tbody tr').count(), 1, 'one order book');
  await picture(desk.page, 'shop-21-orders');
  await desk.open('/desk/customers');
  const links = desk.page.locator('main a[href^="/desk/customers/cus_"]');
  await links.first().waitFor();
  const people = await links.evaluateAll((all) => [...new Set(all.map((one) => one.pathname))]);
  assert.deepEqual(people, [`/desk/customers/${customer}`], 'one customer');
  await picture(desk.page, 'shop-22-customers');
  await desk.openCustomer(customer);
  await desk.sees(number);
  await picture(desk.page, 'shop-23-timeline');
  // What she paid, less what she got back.
  await desk.page.locator('.figures', { hasText: '238.91' }).waitFor();
  await desk.page.locator('.timeline .event', { hasText: 'Put Hand grinder in the cart' }).getByText('Anna Nowak').waitFor();
  await desk.page.locator('.timeline .event', { hasText: 'Return received: Guji beans' }).getByText('Gdańsk').waitFor();
  await phone.goto(`${onedoor.url}/shop/orders/${number}`);
  await phone.locator('h1', { hasText: number }).waitFor();
  await picture(phone, 'shop-24-order-on-the-phone');
}
