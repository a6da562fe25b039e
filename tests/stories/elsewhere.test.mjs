// Begun in the chat on a telephone, gone on with in the store: the clerk scans a code, and nobody asks anything twice.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';

import { Onedoor } from '../clients/onedoor.mjs';
import { DESK, PHONE, launch, picture } from './browser.mjs';
import { ChatShop } from './chat-shop.mjs';
import { Desk } from './desk.mjs';

const require = createRequire(new URL('../clients/package.json', import.meta.url));
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let onedoor, browser, shop, visitor, owner, clerk, code, link;
const complaints = [];

describe('the talk goes on elsewhere', () => {
  before(async () => {
    onedoor = await Onedoor.start(['Web shop']);
    const { writeKey } = onedoor.channels['Web shop'];
    await openChat(writeKey);
    shop = await ChatShop.open(onedoor.url, writeKey);
    browser = await launch();
    const context = await browser.newContext(DESK);
    owner = new Desk(await context.newPage(), onedoor.url);
    await owner.setUp();
    await owner.makeDoor('store', 'Kraków');
    // The same person, with the telephone in the hand.
    const phone = await browser.newContext({ ...PHONE, locale: 'en-GB', storageState: await context.storageState() });
    clerk = new Desk(await phone.newPage(), onedoor.url);
    visitor = await visit(await browser.newContext(PHONE), shop.url);
  });
  after(async () => {
    await browser?.close();
    shop?.close();
    await onedoor?.stop();
  });

  test('the visitor gets a code', getsCode);
  test('the link says what is known, and offers the doors', opensLink);
  test('the clerk scans it and sees what was asked', scans);
  test('what is said across the counter is in the same talk', talks);
  test('a card that nobody knows is given to them', addsCard);
  test('the friend who opens the link says something and reads nothing', friend);
  test('staff hand a talk over too', staffHandOver);
  test('servers of the shop can listen', webhooks);
  test('nothing broke the policy of the page', () => assert.deepEqual(complaints, []));
});

async function openChat(writeKey) {
  const run = (...words) => promisify(execFile)(process.env.ONEDOOR_BIN, ['channel', ...words, '--data', onedoor.data]);
  const { stdout: list } = await run('list');
  const id = new RegExp(`id=(\\S+) .*write_key=${writeKey}`).exec(list)[1];
  await run('chat', id, '--always-online');
}

async function visit(context, url) {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => {
    if (/content security policy/i.test(line.text())) complaints.push(line.text());
  });
  await page.goto(url);
  await page.waitForFunction(() => window.onedoor !== undefined);
  return page;
}

async function says(page, text) {
  await page.fill('onedoor-chat textarea', text);
  await page.press('onedoor-chat textarea', 'Enter');
  await page.locator('onedoor-chat .progress', { hasText: 'Delivered' }).last().waitFor();
}

/** Nothing that people with other abilities would miss. */
async function accessible(page, name) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run('main', { resultTypes: ['violations'] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), [], name);
}

async function getsCode() {
  await visitor.getByRole('button', { name: 'Open the chat' }).click();
  await says(visitor, 'Where is order 1042?');
  await visitor.getByRole('button', { name: 'Continue elsewhere' }).click();
  await picture(visitor, 'elsewhere-1-menu');
  await visitor.getByRole('button', { name: 'In the store or on the phone' }).click();
  code = await visitor.locator('onedoor-chat .code').textContent();
  assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await picture(visitor, 'elsewhere-2-code');
  const answered = visitor.waitForResponse((it) => it.url().endsWith('/v1/chat/hand-overs'));
  await visitor.keyboard.press('Escape');
  await visitor.getByRole('button', { name: 'Continue elsewhere' }).click();
  await visitor.getByRole('button', { name: 'In the store or on the phone' }).click();
  link = (await (await answered).json()).url;
}

async function opensLink() {
  for (const locale of ['en-GB', 'ru-RU']) {
    const context = await browser.newContext({ ...PHONE, locale });
    const page = await context.newPage();
    await page.goto(link);
    await page.locator('.line', { hasText: 'Where is order 1042?' }).waitFor();
    await picture(page, `elsewhere-3-link-${locale.slice(0, 2)}`);
    await accessible(page, 'the page of the link');
    await context.close();
  }
}

async function scans() {
  const { page } = clerk;
  await clerk.open('/desk/store');
  await picture(page, 'elsewhere-4-scanner');
  await accessible(page, 'the scanner');
  // A scanner is a keyboard, and nobody has to tap the field first.
  await page.locator('h1').click({ position: { x: 1, y: 1 }, trial: true });
  await page.evaluate(() => document.activeElement?.blur());
  await page.keyboard.type(code, { delay: 5 });
  await page.keyboard.press('Enter');
  await clerk.sees('“Where is order 1042?”');
  await picture(page, 'elsewhere-5-person');
  await accessible(page, 'who it is');
}

async function talks() {
  const { page } = clerk;
  await page.fill('#store-said', 'The lamp of order 1042 came broken.');
  await page.getByRole('button', { name: 'Write it down' }).click();
  await clerk.sees('noted by Anna Nowak');
  await page.getByText('I answered').click();
  await page.fill('#store-said', 'Here is a new one.');
  await page.getByRole('button', { name: 'Write it down' }).click();
  await clerk.sees('Here is a new one.');
  await picture(page, 'elsewhere-6-noted');
  const said = await page.locator('.transcript .said').allTextContents();
  assert.deepEqual(said, ['Where is order 1042?', 'The lamp of order 1042 came broken.', 'Here is a new one.']);
}

async function addsCard() {
  const { page } = clerk;
  await page.fill('#scan', '2900000001234');
  await page.keyboard.press('Enter');
  await clerk.sees('Nobody has “2900000001234”');
  await picture(page, 'elsewhere-7-unknown');
  await accessible(page, 'whom nobody knows');
  await page.fill('#scan', code);
  await page.keyboard.press('Enter');
  await page.getByText('Add a card, number or address').click();
  await page.fill('#add-loyalty_card', '2900000001234');
  await page.locator('form', { has: page.locator('#add-loyalty_card') }).getByRole('button').click();
  await clerk.sees('Added.');
  await page.fill('#scan', '2900000001234');
  await page.keyboard.press('Enter');
  await clerk.sees('2900000001234');
  await page.selectOption('#lang', 'pl');
  await clerk.sees('Rozmowa');
  await picture(page, 'elsewhere-8-polish');
  await page.selectOption('#lang', 'en');
  await clerk.sees('The conversation');
}

async function friend() {
  const page = await visit(await browser.newContext(PHONE), `${shop.url}#onedoor-go=${link.split('/').pop()}`);
  await page.getByText('We continue the conversation').waitFor();
  await picture(page, 'elsewhere-9-friend');
  await says(page, 'I am a friend of hers');
  const shown = await page.locator('onedoor-chat .text').allTextContents();
  assert.deepEqual(shown.filter((text) => !text.startsWith('We continue')), ['I am a friend of hers']);
  await clerk.open('/desk/inbox');
  await clerk.page.locator('.conversation a.row-link').first().click();
  await clerk.sees('I am a friend of hers');
  await clerk.sees('not proven');
}

async function staffHandOver() {
  const { page } = clerk;
  await page.locator('#go-on summary').click();
  await picture(page, 'elsewhere-10-hand-over');
  await page.locator('#go-on').getByRole('button').click();
  await page.locator('.go-on-code').waitFor();
  await picture(page, 'elsewhere-11-code');
  await accessible(page, 'the code');
}

async function webhooks() {
  const { page } = owner;
  await owner.open('/desk/webhooks');
  await page.fill('[name=url]', 'https://localhost/hooks');
  await page.getByRole('button', { name: 'Add it' }).click();
  await owner.sees('This address cannot be called');
  await page.fill('[name=url]', 'https://shop.example/hooks');
  await page.getByRole('button', { name: 'Add it' }).click();
  await owner.sees('whsec_');
  await picture(page, 'elsewhere-12-webhook');
  await accessible(page, 'a webhook');
  await clerk.open('/desk/webhooks');
  await picture(clerk.page, 'elsewhere-13-webhooks-phone');
}
