// A warehouse and two stores: what lies there in the morning, what it costs, and a coupon.

import assert from 'node:assert/strict';

export const COUPON = 'MOKA10';

/** Each costs so much, in groszy. */
export const GOODS = { 'MUG-1': ['Blue mug', 4990], 'BEANS-1': ['Guji beans', 6500], 'GRIND-1': ['Hand grinder', 19900] };
/** What the courier takes for a parcel. */
export const DELIVERY = 1490;
/** What lies where in the morning. */
const MORNING = {
  WAW: { 'MUG-1': 10, 'BEANS-1': 10, 'GRIND-1': 10 },
  KRK: { 'MUG-1': 3 },
  GDN: { 'BEANS-1': 2 },
};

export class Stores {
  /** @param {import('../clients/onedoor.mjs').Onedoor} onedoor whose secret key is that of the shop's own server */
  constructor(onedoor) {
    this.onedoor = onedoor;
  }

  /** @param {import('./desk.mjs').Desk} desk */
  async open(desk) {
    await this.#openPlace(desk, 'Warsaw', 'WAW', 'warehouse');
    await this.#openPlace(desk, 'Kraków', 'KRK', 'store');
    await this.#openPlace(desk, 'Gdańsk', 'GDN', 'store');
    await this.#fill();
  }

  async api(method, path, body) {
    const headers = { authorization: `Bearer ${this.onedoor.secretKey}`, 'content-type': 'application/json' };
    const answer = await fetch(this.onedoor.url + path, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${text}`);
    return JSON.parse(text);
  }

  /** What lies where; nothing is promised any more. */
  async levels() {
    const found = {};
    for (const sku of Object.keys(GOODS)) {
      for (const { location, onHand, reserved } of (await this.api('GET', `/v1/stock/${sku}`)).levels) {
        assert.equal(reserved, 0, `${sku} at ${location}`);
        found[location] = { ...found[location], [sku]: onHand };
      }
    }
    return found;
  }

  async #openPlace(desk, name, code, kind) {
    await desk.open('/desk/stock/places');
    await desk.page.fill('[name=name]', name);
    await desk.page.fill('[name=code]', code);
    await desk.page.selectOption('[name=kind]', kind);
    await desk.page.fill('[name=city]', name);
    // Only the warehouse sends parcels.
    const sends = kind === 'warehouse';
    for (const what of ['sells_online', 'ships']) await desk.page.setChecked(`[name=${what}]`, sends);
    await desk.page.setChecked('[name=collects]', !sends);
    await desk.page.locator('main form button[type=submit]').last().click();
    await desk.page.locator('main li', { hasText: code }).waitFor();
  }

  async #fill() {
    const prices = [];
    for (const [sku, [title, amount]] of Object.entries(GOODS)) {
      await this.api('PUT', `/v1/products/${sku}`, { title, variants: [{ sku }] });
      prices.push({ sku, quantity_min: 1, amount });
    }
    const list = { code: 'retail', name: 'Retail', currency: 'PLN', priority: 0 };
    await this.api('PUT', '/v1/prices', { list, prices, why: 'story' });
    const courier = { title: 'Courier', kind: 'address', currency: 'PLN', countries: ['PL'], tiers: [{ cost: DELIVERY }] };
    await this.api('PUT', '/v1/shipping-methods/courier', courier);
    const ten = { name: 'Moka week', gives: { type: 'percentage', basis_points: 1000 }, needs: { coupon: true } };
    const promotion = await this.api('POST', '/v1/promotions', ten);
    await this.api('POST', `/v1/promotions/${promotion.id}/coupons`, { code: COUPON, uses_max: 1 });
    const asOf = new Date().toISOString();
    for (const [location, pieces] of Object.entries(MORNING)) {
      const levels = Object.entries(pieces).map(([sku, quantity]) => ({ sku, quantity }));
      await this.api('PUT', '/v1/stock/snapshot', { location, asOf, levels });
    }
  }
}
