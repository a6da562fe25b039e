// What every client is asked to send, and what must then be known about the customer.

import assert from 'node:assert/strict';

/**
 * One call of the Segment specification: its name, and its message in the words of the Node SDK.
 * @typedef {[type: string, message: Record<string, any>]} Call
 */

/** A family's one address. A claim like this joins nobody: Ana and Bogdan stay two customers. */
const FAMILY_EMAIL = 'familia.popescu@example.com';

const ORDER = {
  order_id: 'A-1001',
  total: 73.5,
  currency: 'PLN',
  products: [
    { product_id: 'cup-1', sku: 'CUP-1', name: 'Espresso cup', price: 24.5, quantity: 2 },
    { product_id: 'filter-4', sku: 'FIL-4', name: 'Paper filters', price: 24.5, quantity: 1 },
  ],
};

/**
 * A person looks around on a phone, signs in, and buys: every kind of call once, a second apart.
 * @param {string} who the user id
 * @returns {Call[]}
 */
export function visit(who) {
  const phone = phoneOf(who);
  /** @type {Call[]} */
  const calls = [
    ['track', { anonymousId: phone, event: 'Product Viewed', properties: { product_id: 'cup-1' } }],
    ['page', { anonymousId: phone, name: 'Espresso cups', category: 'Catalogue', properties: {} }],
    ['identify', { anonymousId: phone, userId: who, traits: { name: who, email: FAMILY_EMAIL } }],
    ['track', { userId: who, event: 'Order Completed', properties: ORDER }],
    ['screen', { userId: who, name: 'Thank you', category: 'App', properties: {} }],
    ['group', { userId: who, groupId: 'popescu', traits: { name: 'Familia Popescu' } }],
    ['alias', { userId: who, previousId: `${who}-tablet` }],
  ];
  const start = Date.now() - 60_000;
  return calls.map(([type, message], n) => {
    const timestamp = new Date(start + n * 1000);
    return [type, { ...message, messageId: `${who}-${n}`, timestamp }];
  });
}

/** The device that a person's first calls come from. */
export function phoneOf(who) {
  return `${who}-phone`;
}

/**
 * Every call of the person's visit is on the timeline once, in its order, with its content, at this
 * door, and belongs to the one customer who is known by the account and by the phone.
 * @param {import('./onedoor.mjs').Onedoor} onedoor
 * @param {string} who
 * @param {string} channel the name of the channel that the calls came through
 */
export async function assertKnown(onedoor, who, channel) {
  const context = await onedoor.context(`user_id:${who}`);
  const events = await onedoor.timeline(context.customer.id);

  assert.deepEqual(events.map(sentence), [
    'track Product Viewed',
    'page Espresso cups',
    'identify',
    'track Order Completed',
    'screen Thank you',
    'group',
    'alias',
  ]);
  assert.deepEqual(unique(events.map((event) => event.channel.name)), [channel]);
  const { order_id, products } = events[3].properties;
  assert.deepEqual({ order_id, products }, { order_id: ORDER.order_id, products: ORDER.products });

  const byPhone = await onedoor.context(`device:${phoneOf(who)}`);
  assert.equal(byPhone.customer.id, context.customer.id);
  const emails = context.identities.filter(({ kind }) => kind === 'email');
  assert.ok(emails.every(({ verified }) => !verified), 'a typed-in address is only claimed');
}

/** Two people with one address are two customers. */
export async function assertApart(onedoor, one, other) {
  const contexts = await Promise.all([one, other].map((who) => onedoor.context(`user_id:${who}`)));
  assert.notEqual(contexts[0].customer.id, contexts[1].customer.id);
}

function sentence({ type, name }) {
  return ['track', 'page', 'screen'].includes(type) ? `${type} ${name}` : type;
}

function unique(values) {
  return [...new Set(values)];
}
