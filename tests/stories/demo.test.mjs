// Somebody sees Onedoor for the first time. They open the demo, and play a customer and the shop: chat, mail, SMS, WhatsApp, a
// call, the store. The start page ticks off each step; in the end it was one conversation.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { DESK, LAPTOP, PHONE, launch, picture } from './browser.mjs';
import { Demo } from './demo-shop.mjs';
import { Desk } from './desk.mjs';
import { Inbox } from './inbox.mjs';

const require = createRequire(new URL('../clients/package.json', import.meta.url));
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const STEPS = ['chat', 'sign-in', 'mail', 'sms', 'call', 'store'];

/** What was said, by which door, as it must stand in the end. */
const SAID = [
  ['Web shop', 'Does the hand grinder fit into a rucksack?'],
  ['Mail', 'It does: it is as long as a hand.'],
  ['Mail', 'Lovely. Please put one aside for me.'],
  ['SMS', 'It waits for you in Kraków.'],
  ['SMS', 'On my way!'],
  ['WhatsApp', 'Is there parking?'],
  ['WhatsApp', 'Yes, behind the house.'],
  ['Store Kraków', 'Took the grinder, and a bag of Guji.'],
];
const said = (n) => SAID[n][1];

let demo, browser, start, shop, mail, phone, desk, inbox, conversation;
const complaints = [];

describe('the demo', () => {
  before(async () => {
    demo = await Demo.start();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await demo?.stop();
  });

  test('one page says where to begin', whereToBegin);
  test('the order book is open', orders);
  test('the visitor asks in the chat, and signs in', chat);
  test('it goes on by mail', byMail);
  test('by SMS, and by WhatsApp', bySms);
  test('the telephone rings on either side', calls);
  test('and ends in the store: one conversation', store);
  test('a letter that nobody asked for is refused by one click', unsubscribes);
  test('on a small screen, in four languages, for everybody', everywhere);
  test('pictures for the README', pictures);
  test('nothing broke the policy of a page, and nobody complained', () => {
    assert.deepEqual(complaints, []);
    assert.deepEqual(demo.complained.filter((line) => /WARN|ERROR/.test(line)), []);
  });
});

async function open(context, path) {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => {
    if (/content security policy/i.test(line.text())) complaints.push(line.text());
  });
  await page.goto(demo.url + path);
  return page;
}

/** Nothing that people with other abilities would miss. */
async function accessible(page, name) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run('body', { resultTypes: ['violations'] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], name);
}

/** The start page, which nobody touches, has ticked off the steps up to this one. */
async function ticked(step) {
  const count = STEPS.indexOf(step) + 1;
  await start.locator(`.walk li:nth-child(${count}).is-gone`).waitFor({ timeout: 15_000 });
}

async function whereToBegin() {
  const printed = demo.said.join('\n');
  assert.match(printed, /\/demo\n/);
  assert.match(printed, /Phone line: write_key=wk_\S+ secret_key=sk_/);
  const context = await browser.newContext({ ...LAPTOP, locale: 'en-GB' });
  start = await open(context, '/demo');
  assert.equal(await start.locator('.walk .is-gone').count(), 0);
  await accessible(start, 'the start page');
  await picture(start, 'demo-01-start');
  desk = new Desk(await open(await browser.newContext(DESK), '/desk/inbox'), demo.url);
  inbox = new Inbox(desk);
  [shop, mail, phone] = [await open(context, '/shop'), await open(context, '/demo/mail'), await open(context, '/demo/phone')];
  await mail.getByText('No letters yet').waitFor();
  await phone.getByText('Nothing yet').waitFor();
}

/** An order at each point that one can come to, and one that comes back. */
async function orders() {
  await desk.open('/desk/orders');
  for (const words of ['New · 5', 'Partly sent · 1', 'Done · 7', 'Cancelled · 1']) await desk.sees(words);
  await accessible(desk.page, 'the orders');
  await picture(desk.page, 'demo-01-orders');
  await desk.open('/desk/orders/picking');
  assert.equal(await desk.page.locator('[name^="tracking"]').count(), 5, 'five parcels are to be packed');
  await desk.open('/desk/returns');
  await desk.page.locator('tbody a').first().click();
  await desk.sees('Za mały na nasz stół.');
  await desk.page.locator('.facts a[href^="/desk/orders/"]').click();
  await desk.page.getByRole('link', { name: /^R-/ }).waitFor();
  await desk.page.getByRole('link', { name: 'Begin the return' }).waitFor();
  await accessible(desk.page, 'an order that comes back');
  await picture(desk.page, 'demo-01-order');
}

async function chat() {
  await shop.getByRole('button', { name: 'Open the chat' }).click();
  await shop.fill('onedoor-chat textarea', said(0));
  await shop.press('onedoor-chat textarea', 'Enter');
  await ticked('chat');
  await picture(shop, 'demo-02-chat');
  const known = shop.waitForResponse((answer) => answer.url().endsWith('/v1/chat/identity') && answer.ok());
  await shop.getByRole('button', { name: /^Sign in as/ }).click();
  await known;
  await ticked('sign-in');
  await start.locator('.walk .is-next .ways a', { hasText: 'As the shop' }).waitFor();
  const path = await start.locator('.walk .is-next .ways a', { hasText: 'As the shop' }).getAttribute('href');
  conversation = path.split('/').at(-1);
  await desk.open(path);
  await inbox.said(said(0));
}

async function byMail() {
  await inbox.answer('Mail', said(1));
  const row = mail.locator('.letters a').first();
  await row.waitFor({ timeout: 15_000 });
  await picture(mail, 'demo-03-mail');
  await row.click();
  await mail.getByText(said(1)).waitFor();
  await mail.getByRole('link', { name: 'Answer' }).click();
  const quoted = await mail.inputValue('textarea[name=body]');
  assert.match(quoted, /> It does: it is as long as a hand\./);
  await mail.keyboard.type(said(2));
  await mail.setInputFiles('input[type=file]', { name: 'rucksack.txt', mimeType: 'text/plain', buffer: Buffer.from('30 litres') });
  await picture(mail, 'demo-04-answer');
  await mail.getByRole('button', { name: 'Send' }).click();
  const line = await inbox.said(said(2));
  await line.getByText('rucksack.txt').waitFor();
  await ticked('mail');
}

async function bySms() {
  await inbox.answer('SMS', said(3));
  await phone.getByText(said(3)).waitFor({ timeout: 15_000 });
  await inbox.reaches(said(3), 'Delivered');
  await phone.fill('textarea', said(4));
  await phone.press('textarea', 'Enter');
  await phone.locator('.texts li:not(.from-shop)', { hasText: said(4) }).waitFor();
  await inbox.said(said(4));
  await ticked('sms');
  await picture(phone, 'demo-05-sms');
  await phone.getByRole('link', { name: 'WhatsApp' }).click();
  await phone.fill('textarea', said(5));
  await phone.getByRole('button', { name: 'Send' }).click();
  await inbox.said(said(5));
  // Until she wrote there, this door was shut to the shop; the composer is of before.
  await desk.page.reload();
  await inbox.answer('WhatsApp', said(6));
  await phone.locator('.from-shop', { hasText: said(6) }).waitFor({ timeout: 15_000 });
  await inbox.reaches(said(6), 'Read');
  await picture(phone, 'demo-06-whatsapp');
}

async function calls() {
  await phone.getByRole('link', { name: 'Calls' }).click();
  await phone.getByRole('button', { name: 'Call the shop' }).click();
  const card = desk.page.locator('.call-card');
  await card.waitFor({ timeout: 15_000 });
  await picture(desk.page, 'demo-07-it-rings');
  await start.getByRole('button', { name: 'Pick up for the shop' }).click();
  await phone.getByText('You are talking with').waitFor();
  await phone.getByRole('button', { name: 'Hang up' }).click();
  await card.waitFor({ state: 'detached' });
  await ticked('call');
  // The other way round, from the customer's page.
  await desk.page.getByRole('link', { name: 'Call', exact: true }).first().click();
  const number = (await phone.locator('h1 small').textContent()).trim();
  await desk.page.locator('.rows li', { hasText: number }).getByRole('button').click();
  await phone.getByText('calls you').waitFor({ timeout: 15_000 });
  await picture(phone, 'demo-08-rings-here');
  await phone.getByRole('button', { name: 'Answer' }).click();
  await phone.getByRole('button', { name: 'Hang up' }).click();
}

async function store() {
  await phone.getByRole('link', { name: 'Card' }).click();
  await picture(phone, 'demo-09-card');
  const path = await start.locator('.walk li:last-child .ways a', { hasText: 'As the shop' }).getAttribute('href');
  await desk.open(path);
  await desk.page.press('#scan', 'Enter');
  await desk.sees(said(6));
  await desk.page.fill('#store-said', said(7));
  await desk.page.getByRole('button', { name: 'Write it down' }).click();
  await desk.sees(said(7));
  await ticked('store');
  await start.getByText('That was the whole way').waitFor();
  await start.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await picture(start, 'demo-10-the-whole-way');
  await desk.open(`/desk/inbox/${conversation}`);
  await inbox.said(said(7));
  const words = SAID.map(([, text]) => text);
  const transcript = (await inbox.transcript()).filter(([, text]) => words.includes(text));
  assert.deepEqual(transcript, SAID, 'one conversation, one transcript in order');
  assert.equal(await desk.page.locator('.told-before').count(), 0, 'nothing was said twice');
  await picture(desk.page, 'demo-11-one-transcript');
  await bothSides();
}

async function unsubscribes() {
  await mail.goto(`${demo.url}/demo/mail/new`);
  await mail.fill('[name=subject]', 'One more thing');
  await mail.fill('[name=body]', 'Thank you, it is wonderful.');
  await mail.getByRole('button', { name: 'Send' }).click();
  await inbox.said('Thank you, it is wonderful.');
  await inbox.answer('Mail', 'With pleasure!');
  await desk.page.locator('form[action$="/closure"] button').first().click();
  await mail.goto(`${demo.url}/demo/mail`);
  const asks = mail.locator('.letters .is-new a', { hasNotText: 'With pleasure!' }).first();
  await asks.waitFor({ timeout: 15_000 });
  await asks.click();
  await mail.getByRole('button', { name: 'Unsubscribe' }).click();
  await mail.getByText('You are unsubscribed').waitFor();
  await picture(mail, 'demo-12-unsubscribed');
}

async function everywhere() {
  for (const locale of ['pl-PL', 'ro-RO', 'ru-RU']) {
    const context = await browser.newContext({ ...PHONE, locale });
    for (const path of ['/demo', '/shop', '/demo/mail', '/demo/mail/new', '/demo/phone', '/demo/phone?tab=calls', '/demo/phone?tab=card']) {
      const page = await open(context, path);
      assert.equal(await page.locator('html').getAttribute('lang'), locale.slice(0, 2));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.ok(!wide, `${path} fits a small screen in ${locale}`);
      if (path !== '/shop') await accessible(page, `${path} in ${locale}`);
      const name = path.replaceAll(/[^a-z]+/g, '-');
      await picture(page, `demo-13${name}-${locale.slice(0, 2)}`);
      await page.close();
    }
    await context.close();
  }
}

/** Those of the README: made anew with `cargo x story demo --pictures`. */
async function pictures() {
  const folder = process.env.ONEDOOR_DOCS;
  if (!folder) return;
  const page = await open(await browser.newContext({ ...DESK, viewport: { width: 1360, height: 1000 } }), '/desk/doors');
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(folder, 'doors.png') });
  const hero = demo.said.find((line) => line.includes('/desk/customers/')).trim();
  await page.goto(hero);
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(folder, 'customer.png') });
}

/** The customer holds the telephone; the shop has their conversation open. */
async function bothSides() {
  const folder = process.env.ONEDOOR_DOCS;
  if (!folder) return;
  const context = await browser.newContext({ ...PHONE, viewport: { width: 500, height: 1200 }, locale: 'en-GB' });
  await desk.page.setViewportSize({ width: 1360, height: 1200 });
  const sides = [await side(await open(context, '/demo/phone')), await side(desk.page)];
  await desk.page.setViewportSize(DESK.viewport);
  // Both are shown at three quarters of their size.
  const both = await browser.newPage({ viewport: { width: 375 + 1020 + 48, height: 932 } });
  const images = sides.map((bytes) => `<img src="data:image/png;base64,${bytes.toString('base64')}" height="900">`);
  await both.setContent(`<body style="margin:0;padding:16px;display:flex;gap:16px;background:#d9d3ca">${images.join('')}</body>`);
  await both.screenshot({ path: join(folder, 'both.png') });
  await context.close();
}

async function side(page) {
  await page.waitForTimeout(500);
  return await page.screenshot();
}
