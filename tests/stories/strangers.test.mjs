// Two people at one kiosk, and a stranger who says that somebody's address is theirs: nobody is taken for
// another, and nothing is shown to the one who claims.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Onedoor } from '../clients/onedoor.mjs';
import { DESK, LAPTOP, launch, picture } from './browser.mjs';
import { Desk } from './desk.mjs';
import { addToCart, Shop, signIn, write } from './shop.mjs';
import { record } from './till.mjs';
import { wayOf, waysOf } from './way.mjs';

const EMAIL = 'filip@kubek.example';

let onedoor, browser, desk, shop, web;

describe('nobody is taken for another', () => {
  before(async () => {
    onedoor = await Onedoor.start([]);
    browser = await launch();
    desk = new Desk(await (await browser.newContext(DESK)).newPage(), onedoor.url);
    await desk.setUp();
    web = await desk.makeDoor('web', 'Web shop');
    onedoor.secretKey = web.secretKey;
    shop = await Shop.open(onedoor.url, web.writeKey);
  });
  after(async () => {
    await browser?.close();
    shop?.close();
    await onedoor?.stop();
  });

  test('two people who share a browser stay two', oneProfile);
  test('two people at one kiosk stay two, and the kiosk is shared', oneDevice);
  test('a claimed address joins nobody and shows nothing', impersonation);
});

async function oneProfile() {
  // Nobody clears anything between the two; the SDK itself takes a new device id for the second.
  const context = await browser.newContext(LAPTOP);
  const dana = await askForAnOrder(context, 'family-laptop', 'dana');
  await dana.close();
  await buyCups(context, 'family-laptop', 'emil');
  await assertApart('dana', 'emil');
}

async function oneDevice() {
  // A terminal in a store: it forgets who was there, and is the same device for everybody.
  const context = await browser.newContext(LAPTOP);
  const gustav = await askForAnOrder(context, 'kiosk', 'gustav');
  await gustav.evaluate(() => localStorage.clear());
  await context.clearCookies();
  await gustav.close();
  await buyCups(context, 'kiosk', 'hania');
  await assertApart('gustav', 'hania');

  const { id } = await wayOf(onedoor, 'device:kiosk');
  await desk.openCustomer(id);
  await desk.sees('Shared');
  await picture(desk.page, '11-kiosk');
}

async function askForAnOrder(context, device, account) {
  const page = await shop.visit(context, device);
  await signIn(page, account);
  await write(page, 'Where is my order?');
  return page;
}

async function buyCups(context, device, account) {
  const page = await shop.visit(context, device);
  await signIn(page, account);
  await addToCart(page);
}

/** One asked, the other bought: neither has what the other did, for the server or on their page in the desk. */
async function assertApart(asker, buyer) {
  const [asked, bought] = await waysOf(onedoor, [`user_id:${asker}`, `user_id:${buyer}`]);
  assert.notEqual(asked.id, bought.id);
  assert.ok(asked.way.includes('Contact Form Submitted') && !asked.way.includes('Product Added'));
  assert.ok(bought.way.includes('Product Added') && !bought.way.includes('Contact Form Submitted'));

  await desk.openCustomer(bought.id);
  const told = await desk.timeline();
  assert.ok(told.some((sentence) => sentence.includes('in the cart')), `${told}`);
  assert.ok(!told.some((sentence) => sentence.includes('Where is my order?')), `${told}`);
}

async function impersonation() {
  const traits = { firstName: 'Filip', lastName: 'Zając', email: EMAIL, email_verified: true };
  await record(onedoor.url, web.secretKey, 'identify', { userId: 'filip', traits });
  const order = { order_id: 'A-7', total: 240, currency: 'PLN' };
  await record(onedoor.url, web.secretKey, 'track', {
    userId: 'filip',
    event: 'Order Completed',
    properties: order,
  });
  const before = await wayOf(onedoor, `email:${EMAIL}`);

  const stranger = await shop.visit(await browser.newContext(LAPTOP), 'stranger-laptop');
  await signIn(stranger, 'stranger', EMAIL);
  await write(stranger, 'I am Filip. Where did my order go?');

  assert.deepEqual(await wayOf(onedoor, `email:${EMAIL}`), before, 'he is who he was');
  const claimant = await wayOf(onedoor, 'user_id:stranger');
  assert.notEqual(claimant.id, before.id);
  assert.ok(!claimant.way.includes('Order Completed'));
  await readsNothing(stranger);

  await desk.openCustomer(claimant.id);
  await desk.sees(EMAIL);
  await desk.sees('not proven');
  await picture(desk.page, '12-claim-seen-by-the-staff');
}

/** With the shop's public key, the page of the stranger is told nothing of anybody. */
async function readsNothing(page) {
  const address = `${onedoor.url}/v1/customers/${encodeURIComponent(`email:${EMAIL}`)}`;
  for (const what of ['context', 'timeline', 'live']) {
    const outcome = await page.evaluate(
      async ([url, authorization]) => {
        const asked = fetch(url, { headers: { authorization } });
        return await asked.then((answer) => answer.status, () => 'blocked by the browser');
      },
      [`${address}/${what}`, `Bearer ${web.writeKey}`],
    );
    assert.ok([401, 403, 'blocked by the browser'].includes(outcome), `${what}: ${outcome}`);
    // Without a browser between, the server itself refuses.
    const headers = { authorization: `Bearer ${web.writeKey}` };
    const answer = await fetch(`${address}/${what}`, { headers });
    assert.equal(answer.status, 403);
    assert.doesNotMatch(await answer.text(), /zaj|A-7/i);
  }
}
