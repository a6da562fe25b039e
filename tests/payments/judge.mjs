// An order is paid by Stripe, as far as that can be tried without Stripe: its own library signs the calls that we must
// believe, its types judge the parameters that we send, and what we send is byte for byte what the library sends for them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test } from 'node:test';

import Stripe from 'stripe';
import { Onedoor } from '../clients/onedoor.mjs';

const SECRET_KEY = 'sk_test_51';
const WEBHOOK_SECRET = 'whsec_test_secret';
const PASSWORD = 'three cups of coffee';
const HERE = import.meta.dirname;

/** Stands where Stripe's API stands: keeps what it is asked, and answers as told. */
class Recorder {
  asked = [];

  static async start() {
    const recorder = new Recorder();
    recorder.server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      recorder.asked.push({ method: request.method, path: request.url, headers: request.headers, body });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(recorder.answer(request.url, new URLSearchParams(body))));
    });
    await new Promise((ready) => recorder.server.listen(0, '127.0.0.1', ready));
    recorder.url = `http://127.0.0.1:${recorder.server.address().port}`;
    return recorder;
  }

  answer(path, form) {
    if (path === '/v1/checkout/sessions') {
      return { id: 'cs_test_1', object: 'checkout.session', url: 'https://checkout.stripe.com/c/pay/cs_test_1' };
    }
    return {
      id: 're_1', object: 'refund', status: 'succeeded', currency: 'eur', amount: Number(form.get('amount')),
      payment_intent: form.get('payment_intent'), metadata: { order: form.get('metadata[order]') },
    };
  }
}

/** The desk's pages, as a browser without script uses them. */
class Desk {
  cookies = new Map();

  constructor(url) {
    this.url = url;
  }

  async fetch(path, form) {
    const headers = { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), accept: 'text/html' };
    if (form) Object.assign(headers, { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' });
    const body = form && new URLSearchParams(form).toString();
    const answer = await fetch(this.url + path, { method: form ? 'POST' : 'GET', headers, body, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      this.cookies.set(name, value);
    }
    return answer;
  }

  async post(path, page, form) {
    const token = /name="_token" value="([^"]+)"/.exec(await (await this.fetch(page)).text())[1];
    const answer = await this.fetch(path, { ...form, _token: token });
    assert.equal(answer.status, 303, await answer.text());
  }
}

/** A form as the nested object that it spells: `a[0][b]=c`. */
function nested(body) {
  const root = {};
  for (const [key, value] of new URLSearchParams(body)) {
    const path = [...key.matchAll(/[^[\]]+/g)].map(([part]) => part);
    let at = root;
    path.forEach((part, i) => {
      const next = /^\d+$/.test(path[i + 1] ?? '') ? [] : {};
      at[part] = i === path.length - 1 ? number(part, value) : (at[part] ?? next);
      at = at[part];
    });
  }
  return root;
}

function number(name, value) {
  return ['quantity', 'unit_amount', 'amount'].includes(name) ? Number(value) : value;
}

/** Whether Stripe's own types take these parameters. */
function typed(checks) {
  const folder = mkdtempSync(`${HERE}/typed-`);
  try {
    const lines = checks.map(([type, value], i) => `const p${i}: ${type} = ${JSON.stringify(value)};\nvoid p${i};`);
    writeFileSync(`${folder}/params.ts`, `import type Stripe from 'stripe';\n${lines.join('\n')}\n`);
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022'];
    execFileSync(`${HERE}/node_modules/.bin/tsc`, [...options, `${folder}/params.ts`], { cwd: HERE, stdio: 'inherit' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function shop() {
  process.env.ONEDOOR_KEY = '7'.repeat(64);
  const onedoor = await Onedoor.start([]);
  const server = await onedoor.addChannel('api', 'Back office');
  const ask = async (method, path, body) => {
    const headers = { authorization: `Bearer ${server.secretKey}`, 'content-type': 'application/json' };
    const answer = await fetch(onedoor.url + path, { method, headers, body: body && JSON.stringify(body) });
    const json = await answer.json();
    assert.ok(answer.ok, `${method} ${path}: ${JSON.stringify(json)}`);
    return json;
  };
  const desk = new Desk(onedoor.url);
  await desk.fetch('/desk/set-up', { name: 'Anna', email: 'anna@kubek.example', password: PASSWORD });
  const place = { name: 'Lodz', code: 'WLOD', kind: 'warehouse', country: 'PL', city: 'Lodz', sells_online: 'on', ships: 'on' };
  await desk.post('/desk/stock/places', '/desk/stock/places', place);
  await ask('PUT', '/v1/products/MUG', { title: 'Mug', variants: [{ sku: 'MUG' }] });
  const list = { code: 'retail', name: 'Retail', currency: 'EUR' };
  await ask('PUT', '/v1/prices', { list, prices: [{ sku: 'MUG', amount: 4990 }] });
  const asOf = new Date().toISOString();
  await ask('PUT', '/v1/stock/snapshot', { location: 'WLOD', asOf, full: true, levels: [{ sku: 'MUG', quantity: 5 }] });
  return { onedoor, ask, desk };
}

async function annasOrder(ask) {
  const customer = `/v1/customers/${encodeURIComponent('user_id:anna')}`;
  await ask('POST', '/v1/identify', { userId: 'anna', traits: { name: 'Anna' } });
  const changes = [{ action: 'add', sku: 'MUG', quantity: 1 }];
  await ask('POST', `${customer}/cart/changes`, { key: 'change-0123456789abcdef', changes });
  return await ask('POST', `${customer}/orders`, {
    key: 'order-0123456789abcdef', means: 'provider', contact: { email: 'anna@example.pl' },
    delivery: { type: 'address', name: 'Anna', street: 'Grodzka 1', postcode: '31-002', city: 'Kraków', country: 'PL' },
  });
}

test('an order is paid by Stripe once, and given back in part', async () => {
  const stripe = new Stripe(SECRET_KEY);
  const recorder = await Recorder.start();
  const { onedoor, ask, desk } = await shop();
  const settings = {
    secret_key: SECRET_KEY, webhook_secret: WEBHOOK_SECRET, api_url: recorder.url,
    success_url: 'https://kubek.example/thanks?order={number}', cancel_url: 'https://kubek.example/cart',
  };
  await desk.post('/desk/settings/payments', '/desk/settings/payments', settings);
  const { number } = await annasOrder(ask);

  const begun = await ask('POST', `/v1/orders/${number}/payments`);
  assert.equal(begun.url, 'https://checkout.stripe.com/c/pay/cs_test_1');

  const call = async (event, secret = WEBHOOK_SECRET, timestamp = Math.floor(Date.now() / 1000)) => {
    const payload = JSON.stringify(event);
    const header = stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
    const headers = { 'stripe-signature': header, 'content-type': 'application/json' };
    return (await fetch(`${onedoor.url}/hooks/payments/stripe`, { method: 'POST', headers, body: payload })).status;
  };
  const session = {
    id: 'cs_test_1', object: 'checkout.session', payment_status: 'paid', payment_intent: 'pi_1', currency: 'eur',
    amount_total: 4990, client_reference_id: number, metadata: { order: number },
  };
  const paid = { id: 'evt_1', object: 'event', type: 'checkout.session.completed', data: { object: session } };
  const payment = async () => (await ask('GET', `/v1/orders/${number}`)).payment;
  assert.equal(await call(paid, 'whsec_forged'), 401);
  assert.equal(await call(paid, WEBHOOK_SECRET, Math.floor(Date.now() / 1000) - 3600), 401, 'too old');
  assert.equal(await payment(), 'awaited');
  const answers = await Promise.all(Array.from({ length: 20 }, () => call(paid)));
  assert.deepEqual(new Set(answers), new Set([200]));
  assert.equal(await payment(), 'paid');

  const refund = { amount: 1500, key: 'refund-1' };
  await ask('POST', `/v1/orders/${number}/refunds`, refund);
  const { payments } = await ask('POST', `/v1/orders/${number}/refunds`, refund);
  assert.deepEqual(payments.map(({ kind, amount }) => `${kind} ${amount}`), ['started 4990', 'captured 4990', 'refunded 1500']);
  const { steps } = await ask('GET', `/v1/orders/${number}`);
  assert.deepEqual(steps.map(({ kind }) => kind), ['placed', 'paid', 'refunded']);

  // What we asked of Stripe, judged.
  const [start, giveBack, again] = recorder.asked;
  assert.equal(giveBack.headers['idempotency-key'], again.headers['idempotency-key']);
  const [startParams, refundParams] = [nested(start.body), nested(giveBack.body)];
  typed([['Stripe.Checkout.SessionCreateParams', startParams], ['Stripe.RefundCreateParams', refundParams]]);
  const { hostname, port } = new URL(recorder.url);
  const library = new Stripe(SECRET_KEY, { host: hostname, port, protocol: 'http', telemetry: false });
  await library.checkout.sessions.create(startParams);
  await library.refunds.create(refundParams);
  const sorted = (body) => [...new URLSearchParams(body)].map(String).toSorted();
  for (const [ours, theirs] of [[start, recorder.asked.at(-2)], [giveBack, recorder.asked.at(-1)]]) {
    assert.equal(`${ours.method} ${ours.path}`, `${theirs.method} ${theirs.path}`);
    assert.deepEqual(sorted(ours.body), sorted(theirs.body));
    assert.equal(ours.headers.authorization, theirs.headers.authorization);
    assert.equal(ours.headers['content-type'], theirs.headers['content-type']);
  }
  recorder.server.close();
  await onedoor.stop();
});
