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

  test('two people at one kiosk stay two', kiosk);
  test('a claimed address joins nobody and shows nothing', impersonation);
});

async function kiosk() {
  // One browser profile; nobody clears it between the two.
  const context = await browser.newContext(LAPTOP);
  const dana = await shop.visit(context, 'kiosk');
  await signIn(dana, 'dana');
  await write(dana, 'Where is my order?');
  await dana.close();
  const emil = await shop.visit(context, 'kiosk');
  await signIn(emil, 'emil');
  await addToCart(emil);

  const [hers, his] = await waysOf(onedoor, ['user_id:dana', 'user_id:emil']);
  assert.notEqual(hers.id, his.id);
  assert.ok(hers.way.includes('Contact Form Submitted') && !hers.way.includes('Product Added'));
  assert.ok(his.way.includes('Product Added') && !his.way.includes('Contact Form Submitted'));

  await desk.openCustomer(his.id);
  await picture(desk.page, '11-kiosk');
  assert.deepEqual((await desk.timeline()).filter((told) => told.includes('Where is my order?')), []);
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
