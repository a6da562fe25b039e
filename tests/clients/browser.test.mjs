// Segment's SDK for browsers on a shop's page in Chromium. The page has an origin of its own, so
// that CORS is real.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import { chromium } from 'playwright-core';

import { FAULTS, FaultyLine } from './faulty-line.mjs';
import { Onedoor } from './onedoor.mjs';
import { assertKnown, phoneOf, visit } from './story.mjs';

const CHANNEL = 'segment-browser';
const RETRY_TIMEOUT_MS = 30_000;
/** As root in a container, and with nothing that the browser would fetch for itself. */
const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

const PAGE = `<!doctype html>
<title>Shop</title>
<link rel="icon" href="data:,">
<script src="/shop.js"></script>
`;

let onedoor, shop, browser;

describe('analytics-next in Chromium', () => {
  before(async () => {
    onedoor = await Onedoor.start([CHANNEL]);
    shop = await openShop();
    browser = await chromium.launch(CHROMIUM);
  });
  after(async () => {
    await browser?.close();
    shop?.server.close();
    await onedoor?.stop();
  });

  test('every call lands once, on the right customer', everyCallLands);
  test('what is sent again over a bad line lands once', landsOverBadLine);
  test("a page cannot read customers with the shop's write key", pageReadsNothing);
});

async function everyCallLands() {
  const dana = 'browser-dana';
  const { page, answers, failures } = await enter(onedoor.url, dana);

  await makeCalls(page, visit(dana));
  await makeCalls(page, visit(dana));

  const settings = `/v1/projects/${onedoor.channels[CHANNEL].writeKey}/settings`;
  assert.equal(answers.get(`GET ${settings}`), 200);
  assert.deepEqual(failures, [], 'the browser lets the page ask onedoor');
  await assertKnown(onedoor, dana, CHANNEL);
  await page.context().close();
}

async function landsOverBadLine() {
  const emil = 'browser-emil';
  const calls = visit(emil);
  const line = await FaultyLine.start(onedoor.url);
  const { page } = await enter(line.url, emil);

  await makeCalls(page, calls);
  // The SDK goes on trying after its call has returned.
  const deadline = Date.now() + RETRY_TIMEOUT_MS;
  while (line.posts < FAULTS.length + calls.length && Date.now() < deadline) await sleep(50);

  await page.context().close();
  await line.stop();
  assert.equal(line.posts, FAULTS.length + calls.length);
  await assertKnown(onedoor, emil, CHANNEL);
}

async function pageReadsNothing() {
  const { page } = await enter(onedoor.url, 'browser-filip');
  const { writeKey } = onedoor.channels[CHANNEL];
  const url = `${onedoor.url}/v1/customers/${encodeURIComponent('user_id:browser-dana')}/context`;
  const outcome = await page.evaluate(
    async ([url, authorization]) => {
      const asked = fetch(url, { headers: { authorization } });
      return await asked.then((answer) => answer.status, () => 'blocked by the browser');
    },
    [url, `Bearer ${writeKey}`],
  );
  assert.ok([401, 403, 'blocked by the browser'].includes(outcome), `${outcome}`);
  await page.context().close();
}

/** A new visitor opens the page; what it asked and what failed is noted. */
async function enter(host, who) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const answers = new Map();
  const failures = [];
  page.on('response', (answer) => {
    answers.set(`${answer.request().method()} ${new URL(answer.url()).pathname}`, answer.status());
  });
  page.on('requestfailed', (asked) => {
    failures.push(`${asked.url()} ${asked.failure()?.errorText}`);
  });
  await page.goto(shop.url);
  const { writeKey } = onedoor.channels[CHANNEL];
  const visitor = { onedoor: host, writeKey, device: phoneOf(who) };
  await page.evaluate((visitor) => window.openShop(visitor), visitor);
  return { page, answers, failures };
}

async function makeCalls(page, calls) {
  for (const call of calls) await page.evaluate((call) => window.makeCall(call), call);
}

/** Serves the page, its script bundled with the SDK, on a port of its own. */
async function openShop() {
  const entry = fileURLToPath(new URL('browser-page.js', import.meta.url));
  const bundle = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  const script = bundle.outputFiles[0].contents;
  const server = createServer((asked, answer) => {
    if (asked.url === '/shop.js') {
      answer.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    } else {
      answer.writeHead(200, { 'content-type': 'text/html' });
      answer.end(PAGE);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}
