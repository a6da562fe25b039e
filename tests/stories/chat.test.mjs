// A visitor writes, the shop answers, and the talk goes on after a reload, without a connection, and on the phone.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';

import { Onedoor } from '../clients/onedoor.mjs';
import { LAPTOP, PHONE, launch, picture } from './browser.mjs';
import { ChatShop } from './chat-shop.mjs';

const require = createRequire(new URL('../clients/package.json', import.meta.url));
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let onedoor, browser, shop, server, secret, laptop, page, conversation;
const complaints = [];

describe('the chat in the shop', () => {
  before(async () => {
    onedoor = await Onedoor.start(['Web shop']);
    const { writeKey } = onedoor.channels['Web shop'];
    secret = await openChat(writeKey, '--always-online');
    server = await onedoor.addChannel('api', 'Back office');
    shop = await ChatShop.open(onedoor.url, writeKey);
    browser = await launch();
    laptop = await browser.newContext(LAPTOP);
    page = await visit(laptop);
  });
  after(async () => {
    await browser?.close();
    shop?.close();
    await onedoor?.stop();
  });

  test('the widget is typed', typed);
  test('a visitor writes, and is answered without a reload', writes);
  test('a reload keeps the talk', reload);
  test('what is written without a connection is sent once', offline);
  test('what the shop offers is pressed, not typed', offered);
  test('a link opens the talk on the phone', resume);
  test('keys lead in, around and out', keys);
  test('whom the shop vouches for sees what was said before', identified);
  test('when nobody is there, it asks for an e-mail address', away);
  test('it tells the page views and what the shop tells it', tracks);
  test('it speaks four languages', languages);
  test('nothing broke the policy of the page', () => assert.deepEqual(complaints, []));
});

async function openChat(writeKey, ...flags) {
  const run = (...words) => promisify(execFile)(process.env.ONEDOOR_BIN, ['channel', ...words, '--data', onedoor.data]);
  const { stdout: list } = await run('list');
  const id = new RegExp(`id=(\\S+) .*write_key=${writeKey}`).exec(list)[1];
  const { stdout } = await run('chat', id, ...flags);
  return /chat_secret=(\S+)/.exec(stdout)[1];
}

async function visit(context, url = shop.url) {
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (line) => {
    if (/content security policy/i.test(line.text())) complaints.push(line.text());
  });
  await page.goto(url);
  await page.waitForFunction(() => window.onedoor !== undefined);
  return page;
}

async function typed() {
  const tsc = require.resolve('typescript/package.json').replace('package.json', 'bin/tsc');
  const project = fileURLToPath(new URL('../../web/widget', import.meta.url));
  await promisify(execFile)(process.execPath, [tsc, '--project', project]);
}

const texts = (page) => page.locator('onedoor-chat .text').allTextContents();
const says = async (page, text) => {
  await page.fill('onedoor-chat textarea', text);
  await page.press('onedoor-chat textarea', 'Enter');
};
const sees = (page, text) => page.locator('onedoor-chat .text', { hasText: text }).waitFor({ timeout: 10_000 });

/** The shop's own server answers, as an agent's tool would. */
async function answer(text, choices) {
  const answered = await fetch(`${onedoor.url}/v1/conversations/${conversation}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.secretKey}` },
    body: JSON.stringify({ text, choices }),
  });
  assert.equal(answered.status, 201, await answered.text());
}

async function writes() {
  await page.getByRole('button', { name: 'Open the chat' }).click();
  await picture(page, 'chat-1-open');
  const taken = page.waitForResponse((it) => it.url().endsWith('/v1/chat/messages') && it.request().method() === 'POST');
  await says(page, 'Do the cups come in blue?');
  ({ conversation } = await (await taken).json());
  await page.locator('onedoor-chat .progress', { hasText: 'Delivered' }).waitFor();
  await answer('They do, from Monday.');
  await sees(page, 'from Monday');
  assert.deepEqual(await texts(page), ['Do the cups come in blue?', 'They do, from Monday.']);
  await page.locator('onedoor-chat .progress', { hasText: 'Read' }).waitFor();
  await picture(page, 'chat-2-answered');
  await isAccessible(page);
}

async function reload() {
  await page.reload();
  await sees(page, 'from Monday');
  assert.deepEqual(await texts(page), ['Do the cups come in blue?', 'They do, from Monday.']);
  await page.getByRole('button', { name: 'Close the chat' }).click();
  await answer('Shall we keep one for you?');
  await page.getByRole('button', { name: 'Open the chat, 1 new message' }).click();
  await sees(page, 'keep one for you');
}

async function offline() {
  await laptop.setOffline(true);
  await says(page, 'Yes, please');
  await page.locator('onedoor-chat .progress', { hasText: 'Sending…' }).waitFor();
  await page.waitForTimeout(1_500);
  await laptop.setOffline(false);
  await page.locator('onedoor-chat .line', { hasText: 'Yes, please' }).getByText('Delivered').waitFor({ timeout: 15_000 });
  const all = await texts(page);
  assert.equal(all.filter((text) => text === 'Yes, please').length, 1);
}

async function offered() {
  const titles = ['Kraków', 'Gdańsk', 'By post, please'];
  await answer('Where would you like to have them?', titles.map((title, n) => ({ id: `store-${n}`, title })));
  const buttons = page.locator('onedoor-chat .choices');
  await buttons.getByRole('button', { name: 'Gdańsk' }).waitFor();
  assert.deepEqual(await buttons.getByRole('button').allTextContents(), titles);
  await picture(page, 'chat-3-choices');
  await isAccessible(page);
  await buttons.getByRole('button', { name: 'Gdańsk' }).press('Enter');
  await page.locator('onedoor-chat .line.mine', { hasText: 'Gdańsk' }).getByText('Delivered').waitFor();
  assert.equal(await buttons.count(), 0, 'what was answered is not asked any more');
}

async function resume() {
  await page.getByRole('button', { name: 'Continue elsewhere' }).click();
  await page.getByRole('button', { name: 'On another device' }).click();
  const link = await page.locator('onedoor-chat .link input').inputValue();
  const phone = await visit(await browser.newContext(PHONE), link);
  await sees(phone, 'from Monday');
  assert.ok(!phone.url().includes('onedoor-chat'), 'the link does not stay in the address');
  await says(phone, 'I am on my way to you');
  await sees(page, 'on my way');
  await phone.locator('onedoor-chat .progress', { hasText: 'Delivered' }).last().waitFor();
  await picture(phone, 'chat-3-phone');
  await isAccessible(phone);
  await phone.close();
}

async function keys() {
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('aria-label'));
  await page.focus('onedoor-chat textarea');
  await page.keyboard.type('one');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('two');
  assert.equal(await page.inputValue('onedoor-chat textarea'), 'one\ntwo');
  await page.fill('onedoor-chat textarea', '');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Send');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Continue elsewhere', 'around, to the first');
  // The menu is still open: it closes first, then the chat.
  await page.keyboard.press('Escape');
  assert.equal(await focused(), 'Continue elsewhere');
  await page.keyboard.press('Escape');
  assert.equal(await focused(), 'Open the chat');
}

async function identified() {
  const token = (account, key) => {
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg: 'HS256' })}.${part({ sub: account, exp: Math.floor(Date.now() / 1000) + 600 })}`;
    return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
  };
  const enter = (page, jwt) => page.evaluate((jwt) => {
    window.onedoor.identify('anna', {}, { token: jwt });
    window.onedoor.open();
  }, jwt);
  await enter(page, token('anna', secret));
  await says(page, 'Signed in as Anna');
  await sees(page, 'Signed in as Anna');
  await page.locator('onedoor-chat .progress', { hasText: 'Delivered' }).last().waitFor();

  const other = await visit(await browser.newContext(LAPTOP));
  await enter(other, token('anna', 'guessed'));
  await other.waitForTimeout(800);
  assert.deepEqual(await texts(other), [], 'a forged token shows nothing');
  await enter(other, token('anna', secret));
  await sees(other, 'Signed in as Anna');
  await other.close();
}

async function away() {
  // The staff has never opened the desk.
  const { writeKey } = await onedoor.addChannel('chat', 'Night');
  await openChat(writeKey);
  const page = await visit(await browser.newContext(LAPTOP), `${shop.url}?key=${writeKey}`);
  await page.getByRole('button', { name: 'Open the chat' }).click();
  await page.getByText('Nobody is here right now').waitFor();
  await says(page, 'Are you open on Sunday?');
  await page.getByText('Please enter a whole e-mail address.').waitFor();
  assert.deepEqual(await texts(page), []);
  await page.getByLabel('Your e-mail address').fill('anna@example.com');
  await page.press('onedoor-chat textarea', 'Enter');
  await page.locator('onedoor-chat .progress', { hasText: 'Delivered' }).waitFor();
  await picture(page, 'chat-5-away');
  await isAccessible(page);
  await page.close();
}

async function tracks() {
  const device = await page.evaluate(() => {
    window.onedoor.track('Product Added', { name: 'Espresso cup' });
    const kept = Object.entries(localStorage).find(([name]) => name.endsWith(':device'));
    return kept[1];
  });
  await page.waitForResponse((answer) => answer.url().endsWith('/v1/batch') && answer.ok());
  const { customer } = await onedoor.context(`device:${device}`);
  const told = (await onedoor.timeline(customer.id)).map((event) => event.name || event.type);
  for (const name of ['page', 'Message Received', 'Message Sent', 'anna', 'Product Added']) {
    assert.ok(told.includes(name), `${name} is not in ${told}`);
  }
}

async function languages() {
  const said = {
    pl: ['Napisz do nas', 'Dzień dobry! W czym możemy pomóc?'],
    ro: ['Scrieți-ne', 'Bună ziua! Cu ce vă putem ajuta?'],
    ru: ['Напишите нам', 'Здравствуйте! Чем можем помочь?'],
  };
  for (const [lang, words] of Object.entries(said)) {
    const page = await visit(await browser.newContext({ ...LAPTOP, colorScheme: 'dark' }), `${shop.url}?lang=${lang}`);
    await page.evaluate(() => window.onedoor.open());
    for (const text of words) await page.getByText(text, { exact: true }).waitFor();
    await isAccessible(page);
    if (lang === 'ro') await picture(page, 'chat-4-dark');
    await page.close();
  }
}

/** No rule of WCAG 2 A and AA that axe-core knows is broken. */
async function isAccessible(page) {
  const found = await page.context().newCDPSession(page).then(async (devtools) => {
    // Past the page's policy, as a browser's extension would.
    await devtools.send('Runtime.evaluate', { expression: AXE });
    return await page.evaluate(() => window.axe.run({ include: [['onedoor-chat']] }, { resultTypes: ['violations'] }));
  });
  const told = found.violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(', ')}`);
  assert.deepEqual(told, []);
}
