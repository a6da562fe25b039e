// The Admin API: what is asked is judged and answered by Shopify's own schema, out of the books.

import {
  GraphQLError, execute, getNamedType, parse, validate, defaultFieldResolver, specifiedRules,
} from 'graphql';

import { LOCATION, level } from './books.mjs';
import { Bucket, COST_MAX, costOf, throttled, tooDear } from './cost.mjs';
import { schema as read } from './schema.mjs';

const schema = read();

export class Api {
  constructor(books) {
    this.books = books;
    // As of the largest plan.
    this.bucket = new Bucket(20_000, 1_000);
    this.asked = [];
    this.keys = new Map();
    /** Happens once, between what somebody read and what they write. */
    this.meanwhile = undefined;
  }

  /** The answer to a request's body. */
  async answer({ query, variables }) {
    let document;
    try {
      document = parse(query);
    } catch (error) {
      return { errors: [error] };
    }
    const wrong = validate(schema, document, specifiedRules);
    if (wrong.length > 0) return { errors: wrong };
    const cost = costOf(schema, document, variables);
    const told = () => ({ cost: { requestedQueryCost: cost, actualQueryCost: null, throttleStatus: this.bucket.status() } });
    if (cost > COST_MAX) return { errors: [tooDear(cost)] };
    if (!this.bucket.take(cost)) {
      this.asked.push('throttled');
      return { errors: [throttled()], extensions: told() };
    }
    this.asked.push(nameOf(document));
    const done = await execute({
      schema, document, variableValues: variables, rootValue: this.root(), fieldResolver: resolve,
      typeResolver: (value) => value.__typename,
    });
    return { ...done, extensions: told() };
  }

  root() {
    const { books } = this;
    const location = {
      __typename: 'Location', id: LOCATION,
      inventoryLevels: () => books.variants().map((one) => level(one.inventoryItem)),
    };
    const all = () => [
      ...books.products, ...books.variants(), ...books.variants().map((one) => one.inventoryItem), ...books.customers,
      ...books.orders, ...books.orders.flatMap((one) => one.fulfillmentOrders),
    ];
    const find = ({ id }) => all().find((one) => one.id === id) ?? null;
    return {
      shop: { currencyCode: 'PLN' },
      location: ({ id }) => (!id || id === LOCATION ? location : null),
      products: () => books.products,
      customers: () => books.customers,
      orders: () => books.orders,
      product: find,
      order: find,
      fulfillmentOrder: find,
      nodes: ({ ids }) => ids.map((id) => find({ id })),
      inventorySetQuantities: ({ input }, _, info) => this.setQuantities(input, info),
      productVariantsBulkUpdate: (asked) => this.setPrices(asked),
      fulfillmentCreate: ({ fulfillment }) => this.fulfil(fulfillment),
    };
  }

  /** All of them or none; only from the number that is there. Since 2026-04 only with a key of the request's own. */
  setQuantities({ name, quantities }, info) {
    const directive = info.fieldNodes[0].directives.find((one) => one.name.value === 'idempotent');
    if (!directive) throw new GraphQLError('The @idempotent directive is required for this mutation.');
    const key = directive.arguments[0].value;
    const text = key.value ?? info.variableValues[key.name.value];
    if (this.keys.has(text)) return this.keys.get(text);
    const meanwhile = this.meanwhile;
    this.meanwhile = undefined;
    meanwhile?.();
    const found = quantities.map((one) => this.books.variants().find(({ inventoryItem }) => inventoryItem.id === one.inventoryItemId));
    const userErrors = quantities.flatMap((one, index) => {
      const error = (code, message) => [{ code, message, field: ['input', 'quantities', `${index}`] }];
      if (!('changeFromQuantity' in one)) throw new GraphQLError('changeFromQuantity must be given, even if it is null.');
      if (!found[index]) return error('INVALID_INVENTORY_ITEM', 'The specified inventory item could not be found.');
      if (one.locationId !== LOCATION) return error('INVALID_LOCATION', 'The specified location could not be found.');
      if (name !== 'available') return error('INVALID_NAME', 'The specified quantity name is invalid.');
      const isStale = one.changeFromQuantity !== null && one.changeFromQuantity !== found[index].inventoryItem.available;
      return isStale ? error('CHANGE_FROM_QUANTITY_STALE', 'The compareQuantity value does not match persisted value.') : [];
    });
    if (userErrors.length === 0) {
      quantities.forEach(({ quantity }, index) => {
        found[index].inventoryItem.available = quantity;
        this.books.touch(found[index]);
      });
    }
    this.keys.set(text, { userErrors });
    return { userErrors };
  }

  setPrices({ productId, variants }) {
    const product = this.books.products.find((one) => one.id === productId);
    if (!product) return { userErrors: [{ code: 'PRODUCT_DOES_NOT_EXIST', message: 'Product does not exist' }] };
    const userErrors = [];
    for (const { id, price } of variants) {
      const variant = product.variants.find((one) => one.id === id);
      if (variant) {
        variant.price = Number(price).toFixed(2);
        this.books.touch(variant);
      } else {
        userErrors.push({ code: 'PRODUCT_VARIANT_DOES_NOT_EXIST', message: 'Product variant does not exist' });
      }
    }
    return { userErrors };
  }

  fulfil({ lineItemsByFulfillmentOrder, trackingInfo }) {
    const pieces = [];
    let order;
    for (const { fulfillmentOrderId, fulfillmentOrderLineItems } of lineItemsByFulfillmentOrder) {
      order = this.books.orders.find((one) => one.fulfillmentOrders.some(({ id }) => id === fulfillmentOrderId));
      const waiting = order?.fulfillmentOrders.find(({ id }) => id === fulfillmentOrderId);
      for (const { id, quantity } of fulfillmentOrderLineItems ?? []) {
        const line = waiting?.lineItems.find((one) => one.id === id);
        if (!line || quantity > line.remainingQuantity) {
          return { userErrors: [{ message: 'Invalid fulfillment order line item quantity requested.' }] };
        }
        pieces.push([line.lineItem, quantity]);
      }
    }
    this.books.ship(order, pieces, { number: trackingInfo?.number ?? null, company: trackingInfo?.company ?? null });
    return { userErrors: [] };
  }
}

const nameOf = (document) => {
  const operation = document.definitions.find((one) => one.kind === 'OperationDefinition');
  return operation.selectionSet.selections[0].name.value;
};

/** A list of the books, as the schema wants it: whole, or a page of a connection. */
function resolve(source, args, context, info) {
  const value = defaultFieldResolver(source, args, context, info);
  const isConnection = getNamedType(info.returnType).name.endsWith('Connection');
  if (Array.isArray(value)) return isConnection ? connection(value, args) : value.slice(0, args.first ?? value.length);
  return value;
}

/** Read on by what the last one was sorted by, as Shopify's cursors do: who changes in the meantime comes again at the end. */
function connection(all, { first, after, query, sortKey, reverse }) {
  const since = /^updated_at:>='(.*)'$/.exec(query ?? '')?.[1];
  if (query && !since) throw new GraphQLError(`this shop does not understand ${query}`);
  const place = (one) => (sortKey === 'UPDATED_AT' ? `${one.updatedAt} ${one.id}` : (one.id ?? one.item.id));
  const way = reverse ? -1 : 1;
  const from = after && Buffer.from(after, 'base64').toString();
  const rest = all
    .filter((one) => !since || one.updatedAt >= since)
    .map((one) => [place(one), one])
    .sort(([a], [b]) => (a < b ? -way : way))
    .filter(([at]) => !from || (reverse ? at < from : at > from));
  const page = rest.slice(0, first);
  const end = page.at(-1)?.[0];
  return {
    nodes: page.map(([, one]) => one),
    pageInfo: { hasNextPage: rest.length > page.length, endCursor: end ? Buffer.from(end).toString('base64') : null },
  };
}
