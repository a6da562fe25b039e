// Ola's till, its line cut at each step of a sale: each is one order and one payment, and nothing is sold twice.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';

import { Onedoor } from '../clients/onedoor.mjs';
import { PHONE, launch, picture } from './browser.mjs';
import { CutLine } from './cut-line.mjs';
import { Desk } from './desk.mjs';
import { until } from './until.mjs';

const require = createRequire(new URL('../clients/package.json', import.meta.url));
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true, locale: 'en-GB' };
const PIECES = 40;

const CARD = '2900000001234';

let onedoor, line, browser, context, page, key, sold = 0, sent = 0;
const complaints = [];

describe('a till whose line is cut', () => {
  before(async () => {
    onedoor = await Onedoor.start([], ['--currency', 'PLN']);
    line = await CutLine.start(onedoor.url);
    browser = await launch();
    context = await browser.newContext(TABLET);
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => complaints.push(String(error)));
    await openShop();
  });
  after(async () => {
    await browser?.close();
    line?.stop();
    await onedoor?.stop();
  });

  test('the till is opened and sells', opens);
  test('a customer is scanned, and the web cart is sold and sent', takesCart);
  test('cut before the sale', cutBefore);
  test('the sale is lost on its way', () => faulty('lost request'));
  test('the answer is lost on its way', () => faulty('lost answer'));
  test('cut in the middle of the queue', cutInTheMiddle);
  test('the page is loaded again without a line', reloaded);
  test('two windows of one till', twoWindows);
  test('the server is killed after the sale', killed);
  test('the price has changed meanwhile', priceChanged);
  test('without a line nothing is sold that the till does not hold', notHeld);
  test('with a telephone in the hand', onTelephone);
  test('the till is closed, and the books agree', closes);
  test('no script has failed', () => assert.deepEqual(complaints, []));
});

/* ---- The shop */

async function api(method, path, body) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer = await fetch(onedoor.url + path, { method, headers, body: JSON.stringify(body) });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${text}`);
  return JSON.parse(text);
}

async function costs(amount) {
  const list = { code: 'retail', name: 'Retail', currency: 'PLN', priority: 0 };
  await api('PUT', '/v1/prices', { list, prices: [{ sku: 'MUG-1', quantity_min: 1, amount }], why: 'story' });
}

async function openShop() {
  const desk = new Desk(page, line.url);
  await desk.setUp();
  await desk.makeDoor('store', 'Kraków');
  key = (await desk.makeDoor('api', 'Back office')).secretKey;
  await desk.open('/desk/stock/places');
  await page.fill('[name=name]', 'Kraków');
  await page.fill('[name=code]', 'KRK');
  await page.selectOption('[name=kind]', 'store');
  await page.fill('[name=city]', 'Kraków');
  await page.check('[name=collects]');
  await page.locator('main form button[type=submit]').last().click();
  await desk.sees('KRK');
  await api('PUT', '/v1/products/MUG-1', { title: 'Blue mug', variants: [{ sku: 'MUG-1', gtin: '96385074' }] });
  await costs(4990);
  const asOf = new Date().toISOString();
  await api('PUT', '/v1/stock/snapshot', { location: 'KRK', asOf, levels: [{ sku: 'MUG-1', quantity: PIECES }] });
}

/** What the server has written down: asked of its own database. */
async function books() {
  const script = [
    'import sqlite3, sys, json',
    'one = lambda sql: sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(sql).fetchone()[0]',
    'print(json.dumps([one("select count(*) from orders"), one("select count(*) from till_sales"),',
    '  one("select count(distinct order_id) from till_sales"), one("select sum(quantity) from stock_movements"),',
    '  one("select on_hand from stock_levels"), one("select reserved from stock_levels"),',
    '  one("select coalesce(sum(quantity), 0) from reservations")]))',
  ].join('\n');
  const file = join(onedoor.data, 'onedoor.db');
  const { stdout } = await promisify(execFile)('python3', ['-c', script, file]);
  const [orders, payments, paid, moved, onHand, reserved, promised] = JSON.parse(stdout);
  return { orders, payments, paid, moved, onHand, reserved, promised };
}

/** Each sale is one order and one payment; the shelf and the promises are what the ledger says. */
async function agrees() {
  const { orders, payments, paid, moved, onHand, reserved, promised } = await books();
  assert.deepEqual({ orders, payments, paid }, { orders: sold, payments: sold, paid: sold });
  // What is sent lies there, promised, until it is packed.
  const left = PIECES - sold + sent;
  assert.deepEqual({ moved, onHand }, { moved: left, onHand: left });
  assert.equal(reserved, promised);
}

/* ---- The clerk */

async function scan(at, text = '96385074') {
  await at.fill('#scan', text);
  await at.press('#scan', 'Enter');
  await at.locator('#lines .line').waitFor();
  await at.locator('#pay-cash:enabled').waitFor();
}

/** Takes the money; what the page says then. */
async function pay(at) {
  await at.click('#pay-cash');
  await at.locator('#paid').click();
  await at.locator('#done [data-next]').waitFor({ timeout: 30_000 });
  sold += 1;
  const said = await at.locator('#done-title').textContent();
  await at.locator('#done [data-next]').click();
  return said;
}

async function sells(at = page) {
  await scan(at);
  return await pay(at);
}

const state = (at, text) => at.locator('#line', { hasText: text }).waitFor({ timeout: 30_000 });
const waiting = (at) => at.locator('#queue').getAttribute('data-waiting').then((n) => Number(n ?? 0));
const told = (at = page) => until('the queue to be told', async () => (await waiting(at)) === 0, 40_000);

async function cut() {
  line.cut();
  await page.evaluate(() => fetch('/till/session').catch(() => null));
}

/** The line is back; all is told. */
async function mend() {
  line.mend();
  await state(page, 'Online');
  await told();
}

/* ---- The story */

async function opens() {
  await page.goto(`${line.url}/till`);
  await page.getByRole('button', { name: 'Open the till' }).click();
  await page.locator('#scan').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await scan(page);
  await page.locator('.step', { hasText: '+' }).click();
  await page.locator('#total', { hasText: '99.80' }).waitFor();
  await picture(page, 'till-1-basket');
  await accessible(page, 'the till');
  await page.locator('.step', { hasText: '−' }).click();
  await page.locator('#total', { hasText: '49.90' }).waitFor();
  await page.click('#pay-cash');
  await page.fill('#given', '60');
  await page.locator('#change-due', { hasText: '10.10' }).waitFor();
  await picture(page, 'till-2-cash');
  await accessible(page, 'the money');
  await page.locator('[data-close-dialog]').click();
  assert.equal(await pay(page), 'Sold');
  await agrees();
}

/** Ewa has a card, and something in her cart. */
async function takesCart() {
  const desk = new Desk(await context.newPage(), line.url);
  await desk.open('/desk/store');
  await desk.page.fill('#scan', CARD);
  await desk.page.press('#scan', 'Enter');
  await desk.page.fill('#meet-name', 'Ewa Lis');
  await desk.page.press('#meet-name', 'Enter');
  await desk.page.waitForURL('**/cus_*');
  const customer = /cus_\w+/.exec(desk.page.url())[0];
  await desk.openCustomer(customer);
  await desk.page.fill('#cart [name=sku]', 'MUG-1');
  await desk.page.press('#cart [name=sku]', 'Enter');
  await desk.page.locator('#cart li', { hasText: 'Blue mug' }).waitFor();
  await desk.page.close();

  await page.fill('#scan', CARD);
  await page.press('#scan', 'Enter');
  await page.locator('#beside h2', { hasText: 'Ewa Lis' }).waitFor();
  await page.click('[data-take]');
  await page.locator('#lines .line').waitFor();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await picture(page, 'till-7-customer');
  await accessible(page, 'the customer at the till');
  await page.click('#pay-card');
  await page.fill('#reference', '000122');
  const address = { name: 'Ewa Lis', street: 'Grodzka 1', postcode: '31-002', city: 'Kraków', phone: '+48601234567' };
  for (const [field, text] of Object.entries(address)) await page.fill(`#to-${field}`, text);
  await picture(page, 'till-8-send');
  await page.locator('#paid').click();
  await page.locator('#done [data-next]').click();
  [sold, sent] = [sold + 1, sent + 1];
  // Her cart is empty now.
  await page.fill('#scan', CARD);
  await page.press('#scan', 'Enter');
  await page.locator('#beside', { hasText: 'The cart is empty.' }).waitFor();
  await page.locator('[data-forget]').click();
  await agrees();
}

async function cutBefore() {
  await cut();
  assert.equal(await sells(), 'Sold without a network');
  await state(page, 'No network');
  assert.equal(await waiting(page), 1);
  await picture(page, 'till-3-no-network');
  await mend();
  await agrees();
}

async function faulty(fate) {
  line.plan = [fate];
  assert.equal(await sells(), 'Sold without a network');
  await mend();
  assert.deepEqual(line.plan, []);
  await agrees();
}

async function cutInTheMiddle() {
  await cut();
  for (let n = 0; n < 3; n += 1) assert.equal(await sells(), 'Sold without a network');
  assert.equal(await waiting(page), 3);
  line.plan = ['pass', 'lost answer', 'lost request'];
  await mend();
  assert.deepEqual(line.plan, []);
  await agrees();
}

async function reloaded() {
  await cut();
  await sells();
  await scan(page);
  await page.reload();
  // The page, the till, the basket and the sale are still there.
  await page.locator('#lines .line').waitFor();
  assert.equal(await waiting(page), 1);
  assert.equal(await pay(page), 'Sold without a network');
  await mend();
  await agrees();
}

async function twoWindows() {
  const other = await context.newPage();
  await other.goto(`${line.url}/till`);
  await other.locator('#scan').waitFor();
  await cut();
  await other.evaluate(() => fetch('/till/session').catch(() => null));
  await scan(page);
  await scan(other);
  await Promise.all([pay(page), pay(other)]);
  line.plan = ['lost answer'];
  await mend();
  await told(other);
  await other.close();
  await agrees();
}

async function killed() {
  line.plan = ['lost answer'];
  await scan(page);
  await page.click('#pay-cash');
  const before = line.told;
  await page.locator('#paid').click();
  await until('the sale at the server', () => line.told > before);
  await onedoor.crash();
  await page.locator('#done [data-next]').click({ timeout: 30_000 });
  sold += 1;
  await mend();
  await agrees();
}

async function priceChanged() {
  await cut();
  await scan(page);
  await costs(5990);
  await pay(page);
  await mend();
  await agrees();
  await costs(4990);
  await page.reload();
  await page.locator('#scan').waitFor();
}

async function notHeld() {
  await until('the quota to be full', async () => (await books()).promised === 5 + sent);
  await page.waitForTimeout(500);
  await cut();
  await scan(page);
  for (let n = 0; n < 5; n += 1) await page.locator('.step', { hasText: '+' }).click();
  await page.locator('#pay-cash:enabled').waitFor();
  await page.click('#pay-cash');
  await page.locator('#paid').click();
  await page.locator('#paying-error', { hasText: 'Without a network only' }).waitFor();
  await page.locator('[data-close-dialog]').click();
  await page.locator('.step', { hasText: '−' }).click();
  await page.locator('#drop').click();
  await mend();
  await agrees();
}

async function onTelephone() {
  const telephone = await browser.newContext({ ...PHONE, locale: 'en-GB', storageState: await context.storageState() });
  const hand = await telephone.newPage();
  await hand.goto(`${line.url}/till`);
  await hand.fill('#name', 'Telephone');
  await picture(hand, 'till-4-telephone-open');
  await hand.getByRole('button', { name: 'Open the till' }).click();
  await scan(hand);
  await picture(hand, 'till-5-telephone');
  await accessible(hand, 'the till on a telephone');
  await sellsOn(hand);
  hand.on('dialog', (dialog) => dialog.accept());
  await hand.click('#close-till');
  await hand.locator('#choose').waitFor();
  await telephone.close();
  await agrees();
}

async function sellsOn(at) {
  await at.click('#pay-card');
  await at.fill('#reference', '000123');
  await at.locator('#paid').click();
  await at.locator('#done [data-next]').waitFor();
  sold += 1;
  const [receipt] = await Promise.all([at.context().waitForEvent('page'), at.locator('#done a').click()]);
  await receipt.locator('.slip').waitFor();
  await picture(receipt, 'till-6-receipt');
  const bytes = await (await at.request.get(`${receipt.url()}/bytes`)).body();
  assert.equal(bytes.subarray(0, 2).toString('latin1'), '\x1b@', 'a printer begins anew');
  await receipt.close();
  await at.locator('#done [data-next]').click();
}

async function closes() {
  page.on('dialog', (dialog) => dialog.accept());
  await page.click('#close-till');
  await page.locator('#choose').waitFor();
  await agrees();
  assert.equal((await books()).promised, sent, 'what the tills held is free again');
}

/** Nothing that people with other abilities would miss. */
async function accessible(at, name) {
  await at.evaluate(AXE);
  const wrong = await at.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  });
  assert.deepEqual(wrong, [], name);
}
