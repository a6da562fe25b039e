// WooCommerce's own client takes our shop for one: it signs in, reads, writes, and finds what it expects.

import assert from 'node:assert/strict';

import Client from '@woocommerce/woocommerce-rest-api';

const [url] = process.argv.slice(2);
const deed = async (name, body) => (await fetch(`${url}/_test/${name}`, { method: 'POST', body: JSON.stringify(body) })).json();
const client = (consumerSecret) => new Client.default({ url, consumerKey: 'ck_1', consumerSecret, version: 'wc/v3' });
const shop = client('cs_1');

await deed('open', { products: [{ title: 'Kubek', handle: 'kubek', variants: [['BLUE', 'blue', 4990, 10], ['RED', 'red', 4990, 5]] }], more: 12 });
const { order } = await deed('buy', { email: 'ion@example.ro', goods: [['BLUE', 2]] });

await assert.rejects(client('guessed').get('products'), (error) => error.response.status === 401);
await assert.rejects(shop.get('orders', { per_page: 101 }), (error) => error.response.data.code === 'rest_invalid_param');
await assert.rejects(shop.get('customers', { orderby: 'modified' }), (error) => error.response.status === 400);

const products = await shop.get('products', { per_page: 5, orderby: 'id', order: 'asc' });
assert.equal(products.data.length, 5);
const [kubek] = products.data;
const variations = await shop.get(`products/${kubek.id}/variations`);
assert.deepEqual(variations.data.map((one) => [one.sku, one.stock_quantity]).sort(), [['BLUE', 8], ['RED', 5]]);
const told = await shop.post(`products/${kubek.id}/variations/batch`, { update: [{ id: kubek.variations[0], stock_quantity: 3 }, { id: 1 }] });
assert.equal(told.data.update[0].stock_quantity, 3);
assert.equal(told.data.update[1].error.code, 'woocommerce_rest_product_invalid_id');
const sent = await shop.put(`orders/${order}`, { status: 'completed' });
assert.equal(sent.data.status, 'completed');
console.log('agreed');
