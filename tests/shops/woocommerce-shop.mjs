// A WooCommerce shop of its own: there is none to be had from a package registry. This one keeps its books in memory, answers
// in the shapes of wc/v3 and signs what it brings as the plugin does. Says "ready" when it listens.
//
// The API stands at /wp-json/wc/v3; a test does what staff and customers do at /_test/DEED.

import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

import { Refused, answer } from './woocommerce/api.mjs';
import { Books } from './woocommerce/books.mjs';
import { mayAsk } from './woocommerce/keys.mjs';

const HOOK_SECRET = 'hush';
const API = '/wp-json/wc/v3/';

let books; let kept; let asked; let slow_ms;

/** Keeps what is to be brought; the test says when, how often, and whether at all. */
function keep(topic, body) {
  const text = JSON.stringify(body);
  const [resource, event] = topic.split('.');
  return kept.push({
    text,
    headers: {
      'content-type': 'application/json', 'user-agent': 'WooCommerce/10.3.0 Hookshot (WordPress/6.8)',
      'x-wc-webhook-source': 'http://shop.example/', 'x-wc-webhook-topic': topic, 'x-wc-webhook-resource': resource,
      'x-wc-webhook-event': event, 'x-wc-webhook-id': '7', 'x-wc-webhook-delivery-id': randomUUID().replaceAll('-', ''),
      'x-wc-webhook-signature': createHmac('sha256', HOOK_SECRET).update(text, 'utf8').digest('base64'),
    },
  }) - 1;
}

const deeds = {
  open({ products = [], more = 0, orders = 0 }) {
    [books, kept, asked, slow_ms] = [new Books(), [], [], 0];
    products.forEach((one) => books.addProduct(one));
    for (let i = 0; i < more; i += 1) {
      const sku = `P-${String(i).padStart(4, '0')}`;
      books.addProduct({ title: `Thing ${i}`, handle: `thing-${i}`, variants: [[sku, '', 1000 + i, 5]] });
    }
    for (let i = 0; i < orders; i += 1) {
      books.buy({ email: `buyer${i}@example.ro`, goods: [[`P-${String(i % more).padStart(4, '0')}`, 1]] });
    }
    return {};
  },
  buy(wanted) {
    const order = books.buy(wanted);
    return { order: `${order.id}`, name: order.number, delivery: keep('order.created', order) };
  },
  status({ order: id, status }) {
    books.setStatus(books.order(id), status);
    return { delivery: keep('order.updated', books.order(id)) };
  },
  count({ sku, pieces }) {
    books.find(sku)[0].stock_quantity = pieces;
    return {};
  },
  remove_variant({ sku }) {
    return { delivery: keep('product.updated', books.removeVariation(sku)) };
  },
  async bring({ url, deliveries }) {
    const answers = [];
    for (const { headers, text } of deliveries.map((one) => kept[one])) {
      const said = await fetch(url, { method: 'POST', headers, body: text });
      answers.push({ status: said.status, ...(await said.json()) });
    }
    return { answers };
  },
  slow({ ms }) {
    slow_ms = ms;
    return {};
  },
  asked() {
    return { asked: asked.splice(0) };
  },
  variant({ sku }) {
    const [{ stock_quantity: available, regular_price: price }] = books.find(sku);
    return { available, price };
  },
  order({ order: id }) {
    return { words: [books.order(id).status, ...books.notes.get(Number(id)).map((one) => one.note)] };
  },
};

async function respond(request, body) {
  const url = new URL(request.url, `http://${request.headers.host}`);
  const deed = /^\/_test\/(\w+)$/.exec(url.pathname)?.[1];
  if (deed) return deeds[deed](body);
  if (!url.pathname.startsWith(API)) throw new Refused(404, 'rest_no_route', 'No route was found.');
  if (!mayAsk(request, url)) throw new Refused(401, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.');
  const path = url.pathname.slice(API.length);
  asked.push(`${request.method} ${path}`);
  await pause(slow_ms);
  return answer(books, request.method, path, url.searchParams, body);
}

const server = createServer(async (request, response) => {
  let text = '';
  for await (const part of request) text += part;
  const send = (status, said) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  try {
    send(200, await respond(request, JSON.parse(text || '{}')));
  } catch (error) {
    const { status = 500, code = 'internal_server_error', message } = error;
    send(status, { code, message: status === 500 ? String(error.stack) : message, data: { status } });
  }
});
deeds.open({});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
