// A real grocer's year, imported while the server runs: what Onedoor then knows of every household is what the
// tables say. `cargo x story retail` prepares and runs this.
//
// ONEDOOR_BIN     the program under test
// ONEDOOR_TABLES  the folder that examples/completejourney/fetch.sh made
//
// The tables were counted by examples/completejourney/tables.py, without Onedoor: expected.json.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { Onedoor } from '../clients/onedoor.mjs';
import { OWNER } from './desk.mjs';

/** Mapping and table, in the order of their import. */
const IMPORTS = [
  ['receipts', 'receipts'],
  ['coupons', 'coupons'],
  ['campaigns', 'campaigns'],
  ['people', 'demographics'],
  ['households', 'demographics'],
];
const EXAMPLE = fileURLToPath(new URL('../../examples/completejourney/', import.meta.url));
const OUTPUT_BYTES_MAX = 1024 * 1024;
const PAGE_SIZE = 500;
const AT_ONCE = 8;

/** @type {Onedoor} */
let onedoor;
/** @type {any} */
let expected;

before(async () => {
  expected = JSON.parse(await readFile(table('expected.json'), 'utf8'));
  onedoor = await Onedoor.start(['Head office']);
});

after(() => onedoor.stop());

test('every row is taken in', async () => {
  for (const [map, name] of IMPORTS) {
    const said = await importTable(map, name);
    const { rows, bad, calls, recorded, repeated } = said;
    assert.equal(rows, expected.rows[name], map);
    assert.deepEqual([bad, recorded, repeated], [0, calls, 0], map);
    if (map === 'receipts') assert.equal(calls, expected.baskets);
  }
});

test('the same tables again change nothing', async () => {
  for (const [map, name] of IMPORTS) {
    const { calls, recorded, repeated } = await importTable(map, name);
    assert.deepEqual([recorded, repeated], [0, calls], map);
  }
});

test('every household has its history, to the cent', async () => {
  const ids = Object.keys(expected.households);
  const byStore = new Map();
  const found = await inParallel(ids, (id) => household(id, byStore));
  found.forEach((of, i) => assert.deepEqual(of, expected.households[ids[i]], `household ${ids[i]}`));
  const cents = [...byStore].map(([store, sum]) => [store, decimal(sum)]);
  assert.deepEqual(Object.fromEntries(cents), expected.sales_by_store);
  console.log(`${found.length} households, ${expected.baskets} baskets, ${expected.sales} USD: all there`);
});

test('the desk says the same as the tables', async () => {
  const cookie = await signIn();
  const page = async (path) => {
    const answer = await fetch(onedoor.url + path, { headers: { cookie, 'accept-language': 'en' } });
    assert.equal(answer.status, 200, path);
    return await answer.text();
  };
  const households = Object.entries(expected.households);
  const counted = /([\d,]+) customers/.exec(await page('/desk/customers'));
  assert.equal(number(counted[1]), households.length);
  await inParallel(households, async ([id, { baskets, sales }]) => {
    const { customer } = await onedoor.context(`loyalty_card:CJ${id}`);
    const shown = await page(`/desk/customers/${customer.id}`);
    const said = (name) => new RegExp(`<dt>${name}</dt>\\s*<dd[^>]*>([^<]*)`).exec(shown)?.[1];
    assert.equal(number(said('Orders')), baskets, `orders of household ${id}`);
    assert.equal(number(said('Spent')), Number(sales), `sales to household ${id}`);
  });
});

test('all of it is carried out', async () => {
  const folder = join(onedoor.data, 'exported');
  const options = ['export', '--data', onedoor.data, '--out', folder];
  const { stdout } = await promisify(execFile)(process.env.ONEDOOR_BIN, options);
  const { rows } = expected;
  const events = expected.baskets + rows.coupons + rows.campaigns + 2 * rows.demographics;
  const customers = Object.keys(expected.households).length;
  assert.equal(stdout.replaceAll(',', ''), `${customers} customers and ${events} events\n`);
});

/** `onedoor import csv …`; the counts that it prints. */
async function importTable(map, name) {
  const options = ['import', 'csv', '--data', onedoor.data];
  options.push('--map', join(EXAMPLE, `${map}.toml`), table(`${name}.csv`));
  const limits = { maxBuffer: OUTPUT_BYTES_MAX };
  const { stdout } = await promisify(execFile)(process.env.ONEDOOR_BIN, options, limits);
  console.log(stdout.trimEnd());
  const counts = stdout.matchAll(/^ {2}(\w+) +([\d,]+)$/gm);
  return Object.fromEntries([...counts].map(([, what, n]) => [what, Number(n.replaceAll(',', ''))]));
}

/** What Onedoor knows of a household, in the words of expected.json; its sales are added to `byStore`, in cents. */
async function household(id, byStore) {
  const card = `loyalty_card:CJ${id}`;
  const { customer, facts, traits, groups } = await onedoor.context(card);
  const events = await timeline(customer.id);
  const named = (name) => events.filter((event) => event.name === name);
  const orders = named('Order Completed');
  for (const { properties } of orders) {
    const sum = byStore.get(properties.store_id) ?? 0;
    byStore.set(properties.store_id, sum + cents(properties.total));
  }
  const sales = orders.reduce((sum, order) => sum + order.amount.amount, 0);
  // The context counts for itself, from the dealings.
  assert.deepEqual(facts.spent, [{ amount: sales, currency: 'USD' }]);
  assert.equal(facts.orders, orders.length);
  const known = {
    baskets: orders.length,
    lines: orders.reduce((count, order) => count + order.properties.products.length, 0),
    sales: decimal(sales),
    coupons: named('Coupon Applied').length,
    campaigns: named('Campaign Received').length,
  };
  return traits.age ? { ...known, age: traits.age.value, size: groups[0].traits.size } : known;
}

/** Makes the desk's owner; the cookie of the session. */
async function signIn() {
  const answer = await fetch(`${onedoor.url}/desk/set-up`, {
    method: 'POST',
    headers: { origin: onedoor.url },
    body: new URLSearchParams(OWNER),
    redirect: 'manual',
  });
  assert.equal(answer.status, 303);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

/** “$1,234.50” → 1234.5 */
function number(text) {
  return Number(text.replace(/[^\d.]/g, ''));
}

/** All events of a customer. */
async function timeline(customer) {
  const all = [];
  for (let before = ''; ; ) {
    const query = `limit=${PAGE_SIZE}${before && `&before=${before}`}`;
    const answer = await fetch(`${onedoor.url}/v1/customers/${customer}/timeline?${query}`, {
      headers: { authorization: `Bearer ${onedoor.secretKey}` },
    });
    assert.equal(answer.status, 200);
    const { events, next } = await answer.json();
    all.push(...events);
    if (!next) return all;
    before = next;
  }
}

/** The results of the work, in the order of the items. */
async function inParallel(items, work) {
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [i, item] of queue) results[i] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

function cents(amount) {
  return Math.round(amount * 100);
}

function decimal(sum) {
  return (sum / 100).toFixed(2);
}

function table(name) {
  return join(process.env.ONEDOOR_TABLES, name);
}
