// Deliveries, each with what Shopify's own library says of its signature. Printed as JSON.

import '@shopify/shopify-api/adapters/node';
import { ApiVersion, shopifyApi } from '@shopify/shopify-api';
import { createHmac } from 'node:crypto';

const SECRET = 'hush';

const shopify = shopifyApi({
  apiKey: 'key', apiSecretKey: SECRET, hostName: 'shop.example', isEmbeddedApp: false, scopes: ['read_orders'],
  apiVersion: Object.values(ApiVersion).filter((version) => version !== 'unstable').sort().at(-1),
  logger: { log: () => {} },
});

const body = JSON.stringify({ id: 1, title: 'Kubek „Ława” ☕', variants: [], updated_at: '2026-11-21T12:00:00Z' });
const hmac = (secret, text) => createHmac('sha256', secret).update(text, 'utf8').digest('base64');

const deliveries = [
  { signature: hmac(SECRET, body), body },
  { signature: hmac('guessed', body), body },
  { signature: hmac(SECRET, body), body: body.replace('Kubek', 'Czajnik') },
  { signature: hmac(SECRET, body).replace(/=+$/, ''), body },
  { signature: 'nonsense', body },
];

const cases = [];
for (const [index, { signature, body: rawBody }] of deliveries.entries()) {
  const headers = {
    'x-shopify-hmac-sha256': signature,
    'x-shopify-topic': 'products/update',
    'x-shopify-webhook-id': `b54557e4-bdd9-4b37-8a5f-bf7d70bcd04${index}`,
    'x-shopify-shop-domain': 'kubek.myshopify.com',
    'x-shopify-api-version': '2026-07',
  };
  const rawRequest = { method: 'POST', url: '/', headers };
  const { valid } = await shopify.webhooks.validate({ rawBody, rawRequest, rawResponse: {} });
  cases.push({ headers, body: rawBody, isValid: valid });
}
console.log(JSON.stringify(cases));
