// @ts-check
/**
 * What the browser keeps: which till it is, the goods and how many of each it may sell by itself, and the sales that are
 * still to be told. A sale and what it takes off the quota are written in one transaction, whatever other window does the same.
 */

const NAME = "onedoor-till";

/**
 * @typedef {{ variant: string, quantity: number, taken: number, unit: number, total: number }} SaleLine
 * @typedef {{ key: string, customer: string | null, lines: SaleLine[], coupons: string[],
 *             gift_cards: string[], points: number, to_pay: number | null,
 *             paid: { means: "cash", given: number } | { means: "card", reference: string },
 *             rest: object | null, method: string | null, shipping: number, at: number, done: boolean }} Written
 * @typedef {{ key: string, n?: number, written: Written, total: number, titles: string[], took: Record<string, number>,
 *             isCovered: boolean, refused?: string }} Sale
 * @typedef {{ variant: string, sku: string, gtin?: string | null, title: string, unit: number, alone: number,
 *             held: number, here?: number, elsewhere?: number }} Goods
 */

/** @type {Promise<IDBDatabase> | null} */
let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("kept");
      request.result.createObjectStore("goods", { keyPath: "variant" });
      const sales = request.result.createObjectStore("sales", { keyPath: "n", autoIncrement: true });
      sales.createIndex("key", "key", { unique: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const result = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @param {IDBTransaction} tx @returns {Promise<void>} */
const committed = (tx) =>
  new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });

/** @param {string} name */
export async function kept(name) {
  const db = await database();
  return await result(db.transaction("kept").objectStore("kept").get(name));
}

/** @param {string} name @param {any} value */
export async function keep(name, value) {
  const tx = (await database()).transaction("kept", "readwrite");
  tx.objectStore("kept").put(value, name);
  await committed(tx);
}

/** The till is closed: nothing of it stays. */
export async function empty() {
  const tx = (await database()).transaction(["kept", "goods", "sales"], "readwrite");
  for (const name of ["kept", "goods", "sales"]) tx.objectStore(name).clear();
  await committed(tx);
}

/** @param {Goods[]} goods */
export async function keepGoods(goods) {
  const tx = (await database()).transaction("goods", "readwrite");
  tx.objectStore("goods").clear();
  goods.forEach((one) => tx.objectStore("goods").put(one));
  await committed(tx);
}

/** @returns {Promise<Goods[]>} */
export async function allGoods() {
  return await result((await database()).transaction("goods").objectStore("goods").getAll());
}

/**
 * What the server says that the till holds. True only of a moment at which no sale is on its way.
 * @param {Record<string, number>} held
 */
export async function setHeld(held) {
  const tx = (await database()).transaction(["goods", "sales"], "readwrite");
  const waiting = await result(tx.objectStore("sales").count());
  if (waiting === 0) {
    const goods = tx.objectStore("goods");
    for (const one of await result(goods.getAll())) {
      goods.put({ ...one, held: held[one.variant] ?? 0 });
    }
  }
  await committed(tx);
}

/**
 * Writes a sale down and takes what goes along off the quota. Says whether the quota covers it: then it needs no server.
 * @param {Omit<Sale, "took" | "isCovered">} sale
 * @param {boolean} mustBeCovered without a line nothing else is sold
 * @returns {Promise<Sale | "known" | "not covered">}
 */
export async function addSale(sale, mustBeCovered) {
  const tx = (await database()).transaction(["goods", "sales"], "readwrite");
  const [goods, sales] = [tx.objectStore("goods"), tx.objectStore("sales")];
  if (await result(sales.index("key").getKey(sale.key))) return "known";
  // What is on a gift card only the server knows.
  let isCovered = sale.written.rest === null && sale.written.to_pay === null;
  /** @type {Record<string, number>} */
  const took = {};
  /** @type {Goods[]} */
  const after = [];
  for (const line of sale.written.lines) {
    const one = await result(goods.get(line.variant));
    const from = Math.min(one?.held ?? 0, line.taken);
    isCovered &&= from === line.taken && line.taken === line.quantity;
    if (from > 0) {
      took[line.variant] = from;
      after.push({ ...one, held: one.held - from });
    }
  }
  if (mustBeCovered && !isCovered) return "not covered";
  after.forEach((one) => goods.put(one));
  const written = { ...sale.written, done: mustBeCovered };
  const added = { ...sale, written, took, isCovered };
  const n = await result(sales.add(added));
  await committed(tx);
  return { ...added, n: Number(n) };
}

/** Those that are to be told, the oldest first. @returns {Promise<Sale[]>} */
export async function allSales() {
  return await result((await database()).transaction("sales").objectStore("sales").getAll());
}

/** @param {Sale} sale */
export async function saveSale(sale) {
  const tx = (await database()).transaction("sales", "readwrite");
  const sales = tx.objectStore("sales");
  // Told by another window meanwhile.
  if (sale.n !== undefined && (await result(sales.getKey(sale.n)))) sales.put(sale);
  await committed(tx);
}

/** It is told, or was refused before it was done: then its goods are the till's again. @param {Sale} sale @param {boolean} isSold */
export async function dropSale(sale, isSold) {
  const tx = (await database()).transaction(["goods", "sales"], "readwrite");
  const [goods, sales] = [tx.objectStore("goods"), tx.objectStore("sales")];
  const isThere = sale.n !== undefined && (await result(sales.getKey(sale.n))) !== undefined;
  if (isThere) {
    sales.delete(/** @type {number} */ (sale.n));
    for (const [variant, pieces] of isSold ? [] : Object.entries(sale.took)) {
      const one = await result(goods.get(variant));
      if (one) goods.put({ ...one, held: one.held + pieces });
    }
  }
  await committed(tx);
}
