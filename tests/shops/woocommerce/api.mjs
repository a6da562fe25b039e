// The REST API (wc/v3) over the books. A wrong parameter is refused as WordPress does, not passed over.

const ORDERS_BY = {
  products: ['date', 'id', 'include', 'title', 'slug', 'modified', 'menu_order', 'price', 'popularity', 'rating'],
  orders: ['date', 'id', 'include', 'title', 'slug', 'modified'],
  customers: ['id', 'include', 'name', 'registered_date'],
  variations: ['date', 'id', 'include', 'title', 'slug', 'modified', 'menu_order'],
};

export class Refused extends Error {
  constructor(status, code, message) {
    super(message);
    Object.assign(this, { status, code });
  }
}

const ROUTES = [
  ['GET', /^products$/, (books, _, query) => list('products', books.products, query)],
  ['POST', /^products\/batch$/, (books, _, query, body) => ({ update: books.update(books.products, body.update) })],
  ['GET', /^products\/(\d+)\/variations$/, (books, [id], query) => list('variations', books.variations.get(Number(id)) ?? [], query)],
  ['POST', /^products\/(\d+)\/variations\/batch$/, (books, [id], query, body) => (
    { update: books.update(books.variations.get(Number(id)) ?? [], body.update) })],
  ['GET', /^customers$/, (books, _, query) => list('customers', books.customers, query)],
  ['GET', /^orders$/, (books, _, query) => list('orders', books.orders, query)],
  ['GET', /^orders\/(\d+)$/, (books, [id]) => order(books, id)],
  ['PUT', /^orders\/(\d+)$/, (books, [id], query, { status }) => {
    books.setStatus(order(books, id), status);
    return order(books, id);
  }],
  ['GET', /^orders\/(\d+)\/notes$/, (books, [id], query) => {
    const of = books.notes.get(order(books, id).id);
    return query.get('type') === 'customer' ? of.filter((one) => one.customer_note) : of;
  }],
  ['POST', /^orders\/(\d+)\/notes$/, (books, [id], query, { note, customer_note = false }) => {
    const made = { id: books.id(), author: 'WooCommerce', note, customer_note };
    books.notes.get(order(books, id).id).unshift(made);
    return made;
  }],
];

function order(books, id) {
  const found = books.order(id);
  if (!found) throw new Refused(404, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');
  return found;
}

export function answer(books, method, path, query, body) {
  for (const [verb, shape, run] of ROUTES) {
    const parts = verb === method && shape.exec(path);
    if (parts) return run(books, parts.slice(1), query, body);
  }
  throw new Refused(404, 'rest_no_route', 'No route was found matching the URL and request method.');
}

/** A page of things; `modified_after` means after, not at. */
function list(name, all, query) {
  const wrong = (parameter) => new Refused(400, 'rest_invalid_param', `Invalid parameter(s): ${parameter}`);
  const size = Number(query.get('per_page') ?? 10);
  if (!(size >= 1 && size <= 100)) throw wrong('per_page');
  const by = query.get('orderby') ?? 'date';
  if (!ORDERS_BY[name].includes(by)) throw wrong('orderby');
  const after = query.get('modified_after');
  if (after && Number.isNaN(Date.parse(after))) throw wrong('modified_after');
  if (after && query.get('dates_are_gmt') !== 'true') throw new Error('this shop has no times of its own');
  const place = (one) => (by === 'modified' ? `${one.date_modified_gmt} ${String(one.id).padStart(9, '0')}` : one.id);
  const way = query.get('order') === 'asc' ? 1 : -1;
  const found = all
    .filter((one) => !after || Date.parse(`${one.date_modified_gmt}Z`) > Date.parse(after))
    .sort((a, b) => (place(a) < place(b) ? -way : way));
  const from = Number(query.get('offset') ?? (Number(query.get('page') ?? 1) - 1) * size);
  const fields = query.get('_fields')?.split(',');
  const shown = (one) => (fields ? Object.fromEntries(fields.map((field) => [field, one[field]])) : one);
  return found.slice(from, from + size).map(shown);
}
