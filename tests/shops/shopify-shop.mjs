// A Shopify shop of its own. There is none to be had offline: this one keeps its books in memory, answers its Admin API by
// Shopify's own schema, refuses what costs too much, and signs what it brings. Says "ready" when it listens.
//
// The API stands at /admin/api/VERSION/graphql.json; a test does what staff and customers do at /_test/DEED.

import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { Api } from './shopify/api.mjs';
import { Books, number } from './shopify/books.mjs';
import * as deliveries from './shopify/deliveries.mjs';
import { VERSION } from './shopify/schema.mjs';

const APP = { client_id: 'app_1', client_secret: 'secret_1' };
/** For a day, to an app that signs in. */
const TOKEN = 'shpat_1';
/** By which what it brings is signed. */
const SECRET = 'hush';

let books; let api; let kept; let slow_ms;

/** Keeps what is to be brought; the test says when, how often, and whether at all. */
const keep = (topic, body) => kept.push(deliveries.delivery(SECRET, topic, body)) - 1;

const deeds = {
  open({ products = [], more = 0, orders = 0 }) {
    [books, kept, slow_ms] = [new Books(), [], 0];
    api = new Api(books);
    products.forEach((one) => books.addProduct(one));
    for (let i = 0; i < more; i += 1) {
      const sku = `P-${String(i).padStart(4, '0')}`;
      books.addProduct({ title: `Thing ${i}`, handle: `thing-${i}`, variants: [[sku, '', 1000 + i, 5]] });
    }
    for (let i = 0; i < orders; i += 1) {
      books.buy({ email: `buyer${i}@example.pl`, goods: [[`P-${String(i % more).padStart(4, '0')}`, 1]] });
    }
    return {};
  },
  buy(wanted) {
    const order = books.buy(wanted);
    return { order: order.id, name: order.name, delivery: keep('orders/create', deliveries.order(order)) };
  },
  /** Somebody buys just before the next numbers are set. */
  meanwhile(wanted) {
    api.meanwhile = () => books.buy(wanted);
    return {};
  },
  ship({ order: id, pieces, tracking }) {
    const order = books.order(id);
    books.ship(order, order.lineItems.map((line) => [line, pieces]), { number: tracking });
    return { delivery: keep('orders/fulfilled', deliveries.order(order)) };
  },
  cancel({ order: id }) {
    const order = books.order(id);
    books.cancel(order);
    return { delivery: keep('orders/cancelled', deliveries.order(order)) };
  },
  count({ sku, pieces }) {
    books.variant(sku).inventoryItem.available = pieces;
    books.touch(books.variant(sku));
    return {};
  },
  remove_variant({ sku }) {
    return { delivery: keep('products/update', deliveries.product(books.removeVariant(sku))) };
  },
  remove_product({ sku }) {
    return { delivery: keep('products/delete', { id: number(books.removeProduct(sku).id) }) };
  },
  async bring({ url, deliveries: which }) {
    const answers = [];
    for (const one of which) answers.push(await deliveries.bring(SECRET, url, kept[one]));
    return { answers };
  },
  /** So many points are left; below none whoever asks waits. */
  points({ left }) {
    api.bucket.points = left;
    api.bucket.at = Date.now();
    return {};
  },
  slow({ ms }) {
    slow_ms = ms;
    return {};
  },
  asked() {
    return { asked: api.asked.splice(0) };
  },
  variant({ sku }) {
    const found = books.variants().find((one) => one.sku === sku);
    return found ? { available: found.inventoryItem.available, price: found.price } : {};
  },
  parcels({ order: id }) {
    const words = ({ trackingInfo: [{ number: tracking }], pieces }) =>
      `${tracking}: ${pieces.map(({ lineItem, quantity }) => `${quantity} × ${lineItem.sku}`).join(', ')}`;
    return { parcels: books.order(id).fulfillments.map(words) };
  },
};

async function answer(request, body) {
  const { pathname } = new URL(request.url, 'http://shop');
  const deed = /^\/_test\/(\w+)$/.exec(pathname)?.[1];
  if (deed) return [200, await deeds[deed](body)];
  if (pathname === '/admin/oauth/access_token') {
    const { grant_type, client_id, client_secret } = body;
    if (grant_type === 'client_credentials' && client_id === APP.client_id && client_secret === APP.client_secret) {
      return [200, { access_token: TOKEN, scope: 'write_products,write_inventory', expires_in: 86_399 }];
    }
    return [400, { error: 'invalid_client', error_description: 'The client credentials are wrong.' }];
  }
  if (pathname !== `/admin/api/${VERSION}/graphql.json`) return [404, { errors: 'Not Found' }];
  if (request.headers['x-shopify-access-token'] !== TOKEN) {
    return [401, { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' }];
  }
  await pause(slow_ms);
  return [200, await api.answer(body)];
}

const server = createServer(async (request, response) => {
  let text = '';
  for await (const part of request) text += part;
  const [status, said] = await answer(request, JSON.parse(text || '{}')).catch((error) => [500, { errors: String(error.stack) }]);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
});
deeds.open({});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
