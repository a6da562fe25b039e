// Celina looks around on her phone, writes from her laptop, signs in on both, and is scanned in a store: one
// customer, whose page in the desk shows the whole way while it happens. Then the staff takes her apart again.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Onedoor } from '../clients/onedoor.mjs';
import { DESK, LAPTOP, PHONE, launch, picture } from './browser.mjs';
import { Desk } from './desk.mjs';
import { addToCart, Shop, signIn, write } from './shop.mjs';
import { record } from './till.mjs';
import { wayOf, waysOf } from './way.mjs';

const CARD = { type: 'loyalty_card', id: 'KB-100200', verified: true };

let onedoor, browser, desk, shop, web, store, phone, laptop;
/** The customer of the phone and of the laptop, as they were before anybody signed in. */
let visitors;

describe('one customer behind every door', () => {
  before(async () => {
    onedoor = await Onedoor.start([]);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    shop?.close();
    await onedoor?.stop();
  });

  test('Anna opens the desk and her first two doors', annaOpensTheDesk);
  test('the first event arrives before her eyes', firstEventArrives);
  test('a phone and a laptop are two visitors', twoVisitors);
  test('Celina signs in on both, and is one', oneCustomer);
  test('she is scanned in the store, live', scannedInTheStore);
  test('undoing the merge gives both sides back what was theirs', splitUndoes);
});

async function annaOpensTheDesk() {
  const context = await browser.newContext(DESK);
  desk = new Desk(await context.newPage(), onedoor.url);
  await desk.setUp();
  await desk.open('/desk/doors');
  await desk.sees('One door first');
  await picture(desk.page, '01-one-door-first');

  store = await desk.makeDoor('store', 'Store Kraków');
  web = await desk.makeDoor('web', 'Web shop');
  await desk.sees('Waiting for the first event');
  await picture(desk.page, '02-waiting');
  onedoor.secretKey = web.secretKey;

  await desk.page.reload();
  const page = await desk.page.content();
  assert.ok(!page.includes(web.secretKey), 'the secret key is shown once');
}

async function firstEventArrives() {
  shop = await Shop.open(onedoor.url, web.writeKey);
  phone = await shop.visit(await browser.newContext(PHONE), 'celina-phone');
  await addToCart(phone);
  await picture(phone, '03-phone');
  // The page of the door was never loaded again.
  await desk.sees('First event');
  await desk.sees('Espresso cup');
  await picture(desk.page, '04-first-event');
}

async function twoVisitors() {
  laptop = await shop.visit(await browser.newContext(LAPTOP), 'celina-laptop');
  await write(laptop, 'Does the cup survive a dishwasher?');
  await picture(laptop, '05-laptop');

  visitors = await waysOf(onedoor, ['device:celina-phone', 'device:celina-laptop']);
  assert.notEqual(visitors[0].id, visitors[1].id);
  assert.deepEqual(visitors.map(({ way }) => way), [
    ['Espresso cups', 'Product Viewed', 'Product Added'],
    ['Espresso cups', 'Product Viewed', 'Contact Form Submitted'],
  ]);
}

async function oneCustomer() {
  await signIn(phone, 'celina');
  const { id } = await wayOf(onedoor, 'user_id:celina');
  await desk.openCustomer(id);
  await picture(desk.page, '06-signed-in-on-the-phone');

  // What she wrote as a stranger on the laptop comes over while Anna looks.
  await signIn(laptop, 'celina');
  await desk.sees('Does the cup survive a dishwasher?');
  await picture(desk.page, '07-signed-in-on-both');

  const { id: now, way } = await wayOf(onedoor, 'user_id:celina');
  for (const device of ['device:celina-phone', 'device:celina-laptop']) {
    assert.equal((await wayOf(onedoor, device)).id, now);
  }
  const all = [...visitors.flatMap((one) => one.way), 'identify', 'identify'];
  assert.deepEqual(way.toSorted(), all.toSorted());
}

async function scannedInTheStore() {
  // The shop's own server, which gave her the card, says whose it is.
  const traits = { firstName: 'Celina', lastName: 'Wójcik' };
  const context = { externalIds: [CARD] };
  await record(onedoor.url, web.secretKey, 'identify', { userId: 'celina', traits, context });
  await desk.sees('Celina Wójcik');

  // The till knows the card, and nothing else.
  const event = { event: 'Loyalty Card Scanned', properties: { store: 'Kraków' }, context };
  await record(onedoor.url, store.secretKey, 'track', event);
  await desk.sees('Showed the loyalty card');
  await picture(desk.page, '08-scanned-in-the-store');

  const { doors, way } = await wayOf(onedoor, 'loyalty_card:KB-100200');
  assert.deepEqual(doors, ['Store Kraków', 'Web shop']);
  assert.equal(way.length, 10);
  assert.equal((await desk.timeline()).length, 10, 'the whole way is on her page');
}

async function splitUndoes() {
  await desk.page.reload();
  await desk.undoMerge('-laptop', 'The laptop is her brother’s');
  await picture(desk.page, '09-preview-of-the-split');
  await desk.confirmUndoing();
  await picture(desk.page, '10-after-the-split');

  const sides = ['user_id:celina', 'device:celina-laptop'];
  const [her, laptopAgain] = await waysOf(onedoor, sides);
  assert.notEqual(her.id, laptopAgain.id);
  assert.equal(laptopAgain.id, visitors[1].id);
  assert.deepEqual(laptopAgain.way, visitors[1].way);
  assert.deepEqual(her.way.filter((name) => name === 'Contact Form Submitted'), []);
  assert.equal(her.way.length + laptopAgain.way.length, 10, 'nothing is lost');
}
