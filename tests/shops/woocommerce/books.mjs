// What a WooCommerce shop knows, in the shapes of its REST API (wc/v3).

const amount = (minor) => (minor / 100).toFixed(2);
/** Its times are of Greenwich, without saying so, and have no parts of a second. */
const now = () => new Date().toISOString().replace(/\.\d+Z/, '');

const ADDRESS = {
  first_name: 'Ion', last_name: 'Popescu', company: '', address_1: 'Str. Lungă 5', address_2: '', city: 'Brașov', state: 'BV',
  postcode: '500035', country: 'RO',
};

export class Books {
  constructor() {
    this.products = [];
    this.variations = new Map();
    this.orders = [];
    this.notes = new Map();
    this.customers = [];
    this.nextId = 100;
  }

  id() {
    this.nextId += 1;
    return this.nextId;
  }

  /** A product; `variants`: SKU, colour (or nothing), price in minor units, pieces. */
  addProduct({ title, handle, variants }) {
    const [[sku, colour, price, pieces]] = variants;
    const product = {
      id: this.id(), name: title, slug: handle, type: colour ? 'variable' : 'simple', status: 'publish',
      description: `<p>${title} &amp; more.</p>`, sku: '', global_unique_id: '', regular_price: '', manage_stock: false,
      stock_quantity: null, attributes: [], variations: [], date_modified_gmt: now(),
    };
    this.products.push(product);
    if (colour) {
      const made = variants.map(([own, value, cost, there]) => ({
        ...this.stocked(own, cost, there), attributes: [{ id: 0, name: 'Colour', option: value }],
      }));
      this.variations.set(product.id, made);
      product.variations = made.map((one) => one.id);
    } else {
      Object.assign(product, this.stocked(sku, price, pieces, product.id));
    }
    return product;
  }

  stocked(sku, price, pieces, id = this.id()) {
    return {
      id, sku, global_unique_id: '', regular_price: amount(price), manage_stock: true, stock_quantity: pieces,
      date_modified_gmt: now(),
    };
  }

  /** What is sold under this SKU, and the product that it is of. */
  find(sku) {
    for (const product of this.products) {
      const found = [product, ...(this.variations.get(product.id) ?? [])].find((one) => one.sku === sku);
      if (found) return [found, product];
    }
    throw new Error(`nothing is called ${sku}`);
  }

  /** Somebody buys without an account; `goods`: SKU and pieces. */
  buy({ email, goods }) {
    const lines = goods.map(([sku, quantity]) => this.line(sku, quantity));
    const cents = (text) => Math.round(Number(text) * 100);
    const sum = lines.reduce((total, line) => total + cents(line.total) + cents(line.total_tax), 0);
    const id = this.id();
    const order = {
      id, number: `${id}`, status: 'processing', currency: 'PLN', prices_include_tax: true, date_created_gmt: now(),
      date_modified_gmt: now(), date_paid_gmt: now(), date_completed_gmt: null, total: amount(sum + 1500), shipping_total: '12.20',
      shipping_tax: '2.80', customer_id: 0, payment_method: 'bacs', transaction_id: '', billing: { ...ADDRESS, email, phone: '0722 000 111' },
      shipping: { ...ADDRESS, address_1: '' }, line_items: lines, coupon_lines: [], refunds: [],
    };
    this.orders.push(order);
    this.notes.set(id, []);
    return order;
  }

  line(sku, quantity) {
    const [sold, product] = this.find(sku);
    sold.stock_quantity -= quantity;
    sold.date_modified_gmt = now();
    const gross = Math.round(Number(sold.regular_price) * 100) * quantity;
    const net = Math.round((gross * 100) / 123);
    return {
      id: this.id(), name: product.name, product_id: product.id, variation_id: sold === product ? 0 : sold.id, quantity, sku,
      subtotal: amount(net), subtotal_tax: amount(gross - net), total: amount(net), total_tax: amount(gross - net),
    };
  }

  order(id) {
    return this.orders.find((one) => one.id === Number(id));
  }

  /** Of a cancelled order the pieces are there again. */
  setStatus(order, status) {
    if (status === 'cancelled' && order.status !== 'cancelled') {
      for (const { sku, quantity } of order.line_items) this.find(sku)[0].stock_quantity += quantity;
    }
    Object.assign(order, { status, date_modified_gmt: now(), date_completed_gmt: status === 'completed' ? now() : null });
  }

  /** Only the variation goes: the product's own time of change stays. */
  removeVariation(sku) {
    const [variation, product] = this.find(sku);
    this.variations.set(product.id, this.variations.get(product.id).filter((one) => one !== variation));
    product.variations = product.variations.filter((id) => id !== variation.id);
    return product;
  }

  /** Writes of a batch: each is answered for itself. */
  update(all, changes) {
    return changes.map(({ id, ...change }) => {
      const one = all.find((known) => known.id === id);
      if (!one) return { id, error: { code: 'woocommerce_rest_product_invalid_id', message: 'Invalid ID.', data: { status: 400 } } };
      return Object.assign(one, change, { date_modified_gmt: now() });
    });
  }
}
