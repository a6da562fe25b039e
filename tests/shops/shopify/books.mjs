// What a Shopify shop knows: goods, people, orders. In memory, with the names of its schema.

export const LOCATION = 'gid://shopify/Location/1';
const CURRENCY = 'PLN';

export const gid = (kind, id) => `gid://shopify/${kind}/${id}`;
export const number = (id) => Number(id.split('/').at(-1));

/** Its times have no parts of a second. */
const now = () => new Date().toISOString().replace(/\.\d+Z/, 'Z');
const amount = (minor) => (minor / 100).toFixed(2);
const bag = (minor) => ({ shopMoney: { amount: amount(minor), currencyCode: CURRENCY } });

export class Books {
  constructor() {
    this.products = [];
    this.customers = [];
    this.orders = [];
    this.nextId = 1_000;
  }

  id(kind) {
    this.nextId += 1;
    return gid(kind, this.nextId);
  }

  /** A product; `variants`: SKU, colour (or nothing), price in minor units, pieces. */
  addProduct({ title, handle, variants }) {
    const product = {
      __typename: 'Product', id: this.id('Product'), title, handle, status: 'ACTIVE',
      descriptionHtml: `<p>${title} &amp; more.</p>`, updatedAt: now(), variants: [],
    };
    for (const [sku, colour, price, available] of variants) {
      const item = { __typename: 'InventoryItem', id: this.id('InventoryItem'), sku, available };
      item.inventoryLevel = ({ locationId }) => (locationId === LOCATION ? level(item) : null);
      product.variants.push({
        __typename: 'ProductVariant', id: this.id('ProductVariant'), sku, barcode: null, price: amount(price),
        updatedAt: now(), inventoryItem: item, product,
        selectedOptions: [{ name: colour ? 'Colour' : 'Title', value: colour || 'Default Title' }],
      });
    }
    this.products.push(product);
    return product;
  }

  variants() {
    return this.products.flatMap((product) => product.variants);
  }

  variant(sku) {
    const found = this.variants().find((one) => one.sku === sku);
    if (!found) throw new Error(`no variant ${sku}`);
    return found;
  }

  /** A change of a variant changes its product, too. */
  touch(variant) {
    variant.updatedAt = now();
    variant.product.updatedAt = now();
  }

  customer(email) {
    const known = this.customers.find((one) => one.defaultEmailAddress.emailAddress === email);
    if (known) return known;
    const made = {
      __typename: 'Customer', id: this.id('Customer'), firstName: 'Anna', lastName: 'Nowak', verifiedEmail: true,
      defaultEmailAddress: { emailAddress: email }, defaultPhoneNumber: null, createdAt: now(), updatedAt: now(),
    };
    this.customers.push(made);
    return made;
  }

  /** Somebody buys; `goods`: SKU and pieces. */
  buy({ email, goods, discount = 0 }) {
    const shipping = 1500;
    const lineItems = goods.map(([sku, quantity]) => this.line(sku, quantity, discount));
    const cost = ({ originalUnitPriceSet: { shopMoney }, quantity }) => Math.round(shopMoney.amount * 100) * quantity;
    const total = lineItems.reduce((sum, line) => sum + cost(line) - discount, shipping);
    const name = `#${1001 + this.orders.length}`;
    const address = {
      name: 'Anna Nowak', address1: 'Grodzka 1', address2: null, zip: '31-002', city: 'Kraków', countryCodeV2: 'PL', phone: null,
    };
    const order = {
      __typename: 'Order', id: this.id('Order'), name, email, phone: null, currencyCode: CURRENCY, taxesIncluded: true,
      createdAt: now(), processedAt: now(), updatedAt: now(), cancelledAt: null, displayFinancialStatus: 'PAID',
      totalPriceSet: bag(total), totalShippingPriceSet: bag(shipping), paymentGatewayNames: ['przelewy24'],
      discountCodes: discount ? ['JESIEN'] : [], customer: this.customer(email), shippingAddress: address,
      lineItems, fulfillments: [], fulfillmentOrders: [],
    };
    order.fulfillmentOrders.push({
      __typename: 'FulfillmentOrder', id: this.id('FulfillmentOrder'), order,
      get status() { return this.lineItems.some((one) => one.remainingQuantity > 0) ? 'OPEN' : 'CLOSED'; },
      lineItems: lineItems.map((lineItem) => ({
        __typename: 'FulfillmentOrderLineItem', id: this.id('FulfillmentOrderLineItem'), lineItem,
        get remainingQuantity() { return lineItem.unfulfilledQuantity; },
      })),
    });
    this.orders.push(order);
    return order;
  }

  line(sku, quantity, discount) {
    const variant = this.variant(sku);
    variant.inventoryItem.available -= quantity;
    this.touch(variant);
    const paid = Math.round(variant.price * 100) * quantity - discount;
    return {
      __typename: 'LineItem', id: this.id('LineItem'), sku, title: variant.product.title, variant, quantity,
      name: variant.product.title, currentQuantity: quantity, unfulfilledQuantity: quantity,
      originalUnitPriceSet: bag(Math.round(variant.price * 100)),
      taxLines: [{ rate: 0.23, priceSet: bag(Math.round((paid * 23) / 123)) }],
      discountAllocations: discount ? [{ allocatedAmountSet: bag(discount) }] : [],
    };
  }

  order(id) {
    const found = this.orders.find((one) => one.id === id);
    if (!found) throw new Error(`no order ${id}`);
    return found;
  }

  /** Pieces of lines go out: line's id and how many. */
  ship(order, pieces, tracking = {}) {
    const parcel = {
      __typename: 'Fulfillment', id: this.id('Fulfillment'), status: 'SUCCESS', trackingInfo: [tracking],
      pieces: pieces.map(([lineItem, quantity]) => ({ lineItem, quantity })),
    };
    for (const [line, quantity] of pieces) line.unfulfilledQuantity -= quantity;
    order.fulfillments.push(parcel);
    order.updatedAt = now();
    return parcel;
  }

  /** What was not sent is not wanted, and can be sold again. */
  cancel(order) {
    for (const line of order.lineItems) {
      line.variant.inventoryItem.available += line.unfulfilledQuantity;
      line.currentQuantity -= line.unfulfilledQuantity;
      line.unfulfilledQuantity = 0;
      this.touch(line.variant);
    }
    order.cancelledAt = now();
    order.updatedAt = now();
  }

  removeVariant(sku) {
    const { product } = this.variant(sku);
    product.variants = product.variants.filter((one) => one.sku !== sku);
    product.updatedAt = now();
    return product;
  }

  removeProduct(sku) {
    const { product } = this.variant(sku);
    this.products = this.products.filter((one) => one !== product);
    return product;
  }
}

export const level = (item) => ({
  __typename: 'InventoryLevel', item,
  quantities: ({ names }) => names.map((name) => ({ name, quantity: item.available })),
});
