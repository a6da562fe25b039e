// What Shopify brings to an address: signed, in the shapes of its older API. Each is judged by Shopify's own library before
// it leaves: what that would not take is no delivery.

import '@shopify/shopify-api/adapters/node';
import { shopifyApi } from '@shopify/shopify-api';
import { createHmac, randomUUID } from 'node:crypto';

import { number } from './books.mjs';
import { VERSION } from './schema.mjs';

const lib = (secret) => shopifyApi({
  apiKey: 'key', apiSecretKey: secret, hostName: 'shop.example', isEmbeddedApp: false, scopes: ['read_orders'],
  apiVersion: VERSION, logger: { log: () => {} },
});

/** A delivery that may be brought: now, twice, later or never. */
export function delivery(secret, topic, body) {
  const text = JSON.stringify(body);
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(text, 'utf8').digest('base64'),
    'x-shopify-webhook-id': randomUUID(),
    'x-shopify-shop-domain': 'kubek.myshopify.com',
    'x-shopify-api-version': VERSION,
  };
  return { headers, text };
}

export async function bring(secret, url, { headers, text }) {
  const rawRequest = { method: 'POST', url: '/', headers };
  const judged = await lib(secret).webhooks.validate({ rawBody: text, rawRequest, rawResponse: {} });
  if (!judged.valid) throw new Error(`Shopify's library refuses it: ${judged.reason}`);
  const answer = await fetch(url, { method: 'POST', headers, body: text });
  return { status: answer.status, ...(await answer.json()) };
}

const set = ({ shopMoney: { amount, currencyCode } }) => ({ shop_money: { amount, currency_code: currencyCode } });

export const person = (one) => ({
  id: number(one.id), email: one.defaultEmailAddress.emailAddress, phone: null, first_name: one.firstName,
  last_name: one.lastName, verified_email: one.verifiedEmail, created_at: one.createdAt, updated_at: one.updatedAt,
});

export const product = (one) => ({
  id: number(one.id), title: one.title, handle: one.handle, status: one.status.toLowerCase(), body_html: one.descriptionHtml,
  updated_at: one.updatedAt, options: [{ name: one.variants[0]?.selectedOptions[0].name ?? 'Title' }],
  variants: one.variants.map((variant) => ({
    id: number(variant.id), product_id: number(one.id), sku: variant.sku, barcode: null, price: variant.price,
    option1: variant.selectedOptions[0].value, option2: null, option3: null, updated_at: variant.updatedAt,
    inventory_item_id: number(variant.inventoryItem.id),
  })),
  variant_gids: one.variants.map((variant) => ({ admin_graphql_api_id: variant.id, updated_at: variant.updatedAt })),
});

export const order = (one) => ({
  id: number(one.id), name: one.name, email: one.email, phone: one.phone, created_at: one.createdAt,
  processed_at: one.processedAt, updated_at: one.updatedAt, cancelled_at: one.cancelledAt, currency: one.currencyCode,
  taxes_included: one.taxesIncluded, financial_status: one.displayFinancialStatus.toLowerCase(),
  total_price: one.totalPriceSet.shopMoney.amount, total_price_set: set(one.totalPriceSet),
  total_shipping_price_set: set(one.totalShippingPriceSet), payment_gateway_names: one.paymentGatewayNames,
  discount_codes: one.discountCodes.map((code) => ({ code })), customer: person(one.customer),
  shipping_address: { ...one.shippingAddress, country_code: one.shippingAddress.countryCodeV2 },
  line_items: one.lineItems.map((line) => ({
    id: number(line.id), variant_id: number(line.variant.id), product_id: number(line.variant.product.id), sku: line.sku,
    title: line.title, name: line.name, quantity: line.quantity, current_quantity: line.currentQuantity,
    price: line.originalUnitPriceSet.shopMoney.amount, price_set: set(line.originalUnitPriceSet),
    tax_lines: line.taxLines.map(({ rate, priceSet }) => ({ rate, price: priceSet.shopMoney.amount, price_set: set(priceSet) })),
    discount_allocations: line.discountAllocations.map(({ allocatedAmountSet }) => ({
      amount: allocatedAmountSet.shopMoney.amount, amount_set: set(allocatedAmountSet),
    })),
  })),
  fulfillments: one.fulfillments.map((parcel) => ({
    id: number(parcel.id), status: parcel.status.toLowerCase(), tracking_number: parcel.trackingInfo[0].number,
    line_items: parcel.pieces.map(({ lineItem, quantity }) => ({ id: number(lineItem.id), quantity })),
  })),
});
