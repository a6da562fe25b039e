// Anna has a conversation open while Zofia changes the door, says STOP, and is recognised: the page follows, and what Anna
// has begun to write stays.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Onedoor } from '../clients/onedoor.mjs';
import { DESK, PHONE, launch, picture } from './browser.mjs';
import { Desk } from './desk.mjs';
import { Inbox } from './inbox.mjs';
import { connectKannel, connectWhatsapp, sms, whatsapp } from './providers.mjs';
import { record } from './till.mjs';
import { until } from './until.mjs';

const ZOFIA = '48601234567';
const DAY_MS = 24 * 60 * 60 * 1000;

let onedoor, browser, context, desk, inbox, page, texts, whats, store;
const complaints = [];

describe('the answer follows the customer', () => {
  before(async () => {
    onedoor = await Onedoor.start([]);
    browser = await launch();
    context = await browser.newContext(DESK);
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    desk = new Desk(page, onedoor.url);
    inbox = new Inbox(desk);
    await desk.setUp();
    texts = await desk.makeDoor('sms', 'Texts');
    await connectKannel(desk);
    whats = await desk.makeDoor('whatsapp', 'WhatsApp');
    await connectWhatsapp(desk);
    store = await desk.makeDoor('store', 'Kraków');
  });
  after(async () => {
    await browser?.close();
    await onedoor?.stop();
  });

  test('whoever has not begun to write goes to the new door with the customer', follows);
  test('whoever has begun is told, and one key switches', isTold);
  test('the SMS are counted while one writes', counts);
  test('STOP holds before the eyes of whoever writes', stops);
  test('a door shuts while one looks', shuts);
  test('whoever is recognised is named on the page', named);
  test('a hidden window counts what came, and tells', hidden);
  test('a view that was kept counts by itself and has a key', views);
  test('nothing failed on the pages', () => assert.deepEqual(complaints, []));
});

/** The door that is chosen, without the page being loaded again. */
async function goesBy(name) {
  await until(`the answer to go by ${name}`, async () => (await chosen())?.includes(name));
}

const chosen = () => page.locator('.way:has(input:checked)').first().textContent();
const written = () => page.inputValue('#composer-body');
const offer = () => page.locator('#composer-switch');

async function follows() {
  await sms(onedoor.url, texts, ZOFIA, 'Is the blue lamp in stock?');
  await inbox.openTheOnlyOne();
  await goesBy('Texts');
  await whatsapp(onedoor.url, whats, ZOFIA, 'I am here now');
  await inbox.said('I am here now');
  await goesBy('WhatsApp');
  assert.ok(await offer().isHidden(), 'nothing to ask: nobody had begun');
}

async function isTold() {
  await page.fill('#composer-body', 'Dear Zofia, the lamp');
  await sms(onedoor.url, texts, ZOFIA, 'Sorry, by SMS after all');
  await inbox.said('Sorry, by SMS after all');
  await offer().waitFor();
  assert.match(await offer().textContent(), /The customer now writes by “Texts”/);
  assert.equal(await page.locator('#said').textContent(), 'The customer now writes by “Texts”.');
  await goesBy('WhatsApp');
  assert.equal(await written(), 'Dear Zofia, the lamp');
  await picture(page, 'now-1-told');
  await picturesElsewhere('now-1-told');
  await page.focus('#composer-body');
  await page.keyboard.press('Alt+0');
  await goesBy('Texts');
  assert.ok(await offer().isHidden());
  assert.equal(await written(), 'Dear Zofia, the lamp');
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'composer-body');
  await page.keyboard.type(' is here');
  assert.equal(await written(), 'Dear Zofia, the lamp is here');
}

/** The same page on a telephone, in another language. */
async function picturesElsewhere(name) {
  const phone = await browser.newContext({ ...PHONE, locale: 'pl-PL', storageState: await context.storageState() });
  const other = await phone.newPage();
  await other.goto(page.url());
  await other.locator('#composer-ways').scrollIntoViewIfNeeded();
  await picture(other, `${name}-phone`);
  await phone.close();
}

async function counts() {
  const count = () => page.locator('#composer-count').textContent();
  for (const [text, expected] of [
    ['x'.repeat(160), 'SMS: 1, characters left: 0'],
    ['x'.repeat(161), 'SMS: 2, characters left: 145'],
    ['€'.repeat(80), 'SMS: 1, characters left: 0'],
    ['ł', 'SMS: 1, characters left: 69'],
    ['ł'.repeat(71), 'SMS: 2, characters left: 63'],
    ['🎉'.repeat(36), 'SMS: 2, characters left: 61'],
  ]) {
    await page.fill('#composer-body', text);
    assert.equal(await count(), expected, text);
  }
  await page.fill('#composer-body', 'Dear Zofia, the lamp is here');
}

async function stops() {
  const send = page.getByRole('button', { name: 'Send' });
  assert.ok(await send.isVisible());
  await page.focus('#composer-body');
  await sms(onedoor.url, texts, ZOFIA, 'STOP');
  await page.locator('.way', { hasText: 'Texts' }).getByText('wants no messages').waitFor();
  await offer().waitFor();
  assert.match(await offer().textContent(), /nothing can be written freely any more.*WhatsApp/s);
  await page.getByText('the customer wrote that they want no messages here').waitFor();
  assert.ok(await send.isHidden(), 'by a door that is shut nothing goes');
  await page.keyboard.press('Control+Enter');
  assert.ok(await page.locator('#composer-body').isVisible(), 'what was written stays in sight');
  await picture(page, 'now-2-stop');
  await offer().getByRole('button').click();
  await goesBy('WhatsApp');
  assert.equal(await written(), 'Dear Zofia, the lamp is here');
  await send.waitFor();
  await page.fill('#composer-body', '');
}

async function shuts() {
  const left = 12_000;
  await whatsapp(onedoor.url, whats, '48605123987', 'Do you have cups?', Date.now() - DAY_MS + left);
  await desk.open('/desk/inbox?view=all');
  await page.locator('ol.conversations > li', { hasText: 'Do you have cups?' }).locator('a').first().click();
  await page.locator('.way', { hasText: 'until' }).waitFor();
  await page.locator('.way', { hasText: 'shut now' }).waitFor({ timeout: left + 10_000 });
  await page.locator('.way', { hasText: 'shut now' }).click();
  await page.getByRole('heading', { name: 'Approved templates' }).waitFor();
  await picture(page, 'now-3-shut');
}

async function named() {
  const traits = { name: 'Celina Kowalska', phone: '+48605123987', phone_verified: true };
  await record(onedoor.url, store.secretKey, 'identify', { userId: 'celina', traits });
  await page.locator('#thread-head h1', { hasText: 'Celina Kowalska' }).waitFor({ timeout: 10_000 });
}

async function hidden() {
  await context.grantPermissions(['notifications']);
  const elsewhere = await context.newPage();
  await elsewhere.addInitScript(() => {
    window.told = [];
    Object.defineProperty(document, 'visibilityState', { get: () => window.isHidden ? 'hidden' : 'visible' });
    window.Notification = class extends EventTarget {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      constructor(title, { body }) { super(); window.told.push(`${title}: ${body}`); }
    };
  });
  await page.goto('about:blank');
  await elsewhere.goto(`${onedoor.url}/desk/inbox`);
  await elsewhere.locator('#notices summary').click();
  await elsewhere.getByLabel('Show a notice of new messages').check();
  await picture(elsewhere, 'now-4-notices');
  await elsewhere.evaluate(() => { window.isHidden = true; });
  await whatsapp(onedoor.url, whats, ZOFIA, 'Are you still there?');
  await elsewhere.waitForFunction(() => window.told.length > 0);
  const told = await elsewhere.evaluate(() => window.told);
  assert.equal(told.length, 1, String(told));
  assert.match(told[0], /Are you still there\?$/);
  assert.match(await elsewhere.title(), /^\(1\) /);
  await elsewhere.evaluate(() => { window.isHidden = false; document.dispatchEvent(new Event('visibilitychange')); });
  assert.doesNotMatch(await elsewhere.title(), /^\(/);
  await elsewhere.close();
}

async function views() {
  await desk.open('/desk/inbox');
  const door = texts.path.split('/').at(-1);
  await desk.open(`/desk/inbox?view=open&door=${door}`);
  await page.locator('#keep-view summary').click();
  await page.fill('#view-name', 'Texts now');
  await page.locator('#keep-view').getByRole('button', { name: 'Save' }).click();
  await desk.open('/desk/inbox');
  const tab = page.locator('#inbox-views a.saved');
  const count = async () => Number(/\d+$/.exec((await tab.innerText()).trim())?.[0] ?? 0);
  const before = await count();
  await sms(onedoor.url, texts, '48607777777', 'Do you deliver on Sunday?');
  await until('the count of the view', async () => await count() === before + 1);
  await page.keyboard.press(await tab.getAttribute('data-hotkey'));
  await page.waitForURL(`**door=${door}**`);
}
