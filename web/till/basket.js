// @ts-check
/** What somebody buys now. Pure but for the key of a new one. */

/** @typedef {import("./shelf.js").Goods} Goods */
/** @typedef {{ goods: Goods, quantity: number, taken: number }} Line */
/**
 * @typedef {{ key: string, customer: { id: string, name: string } | null, lines: Line[], coupons: string[],
 *             giftCards: string[], points: number }} Basket
 * @typedef {{ type: "gift_card" | "points", ending: string, points: number, amount: number }} Tender
 * @typedef {{ unit: number, base: number, total: number }} Priced
 * @typedef {{ method: string, kind: "address" | "collect", name: string, amount: number, total: number, lines: number[],
 *             tenders: Tender[], to_pay: number }} Way
 * @typedef {{ lines: Priced[], total: number, off: string[], badCoupons: string[], isOurs: boolean, ways: Way[], way?: Way,
 *             tenders: Tender[], toPay: number, held: { points: number, amount: number } | null }} Price
 */

const QUANTITY_MAX = 9_999;

/** @returns {Basket} */
export const fresh = () => ({ key: crypto.randomUUID(), customer: null, lines: [], coupons: [], giftCards: [], points: 0 });

/** One more, taken along. @param {Basket} basket @param {Goods} goods @param {number} [pieces] @returns {Basket} */
export function add(basket, goods, pieces = 1) {
  const known = basket.lines.find((line) => line.goods.variant === goods.variant);
  if (!known) return { ...basket, lines: [...basket.lines, { goods, quantity: pieces, taken: pieces }] };
  return change(basket, goods.variant, known.quantity + pieces);
}

/** That many of it; none: it goes out. @param {Basket} basket @param {string} variant @param {number} quantity @returns {Basket} */
export function change(basket, variant, quantity) {
  const lines = basket.lines.map((line) => {
    if (line.goods.variant !== variant) return line;
    const isSent = line.taken === 0;
    const wanted = Math.min(quantity, QUANTITY_MAX);
    return { ...line, quantity: wanted, taken: isSent ? 0 : wanted };
  });
  return { ...basket, lines: lines.filter((line) => line.quantity > 0) };
}

/** Taken along, or sent. @param {Basket} basket @param {string} variant @param {boolean} isTaken @returns {Basket} */
export function take(basket, variant, isTaken) {
  const one = (/** @type {Line} */ line) =>
    line.goods.variant === variant ? { ...line, taken: isTaken ? line.quantity : 0 } : line;
  return { ...basket, lines: basket.lines.map(one) };
}

/** Something is not taken along. @param {Basket} basket */
export const hasRest = (basket) => basket.lines.some((line) => line.taken < line.quantity);

/** As the server prices it. @param {any} quote @returns {Price} */
export function priced(quote) {
  const lines = quote.lines.map((/** @type {any} */ line) => ({
    unit: line.unit_amount,
    base: line.base_amount,
    total: line.total,
  }));
  const of = (/** @type {string} */ type) => quote.totals.find((/** @type {any} */ one) => one.type === type)?.amount ?? 0;
  const applied = quote.promotions.filter((/** @type {any} */ one) => one.code === "applied");
  const bad = quote.coupons.filter((/** @type {any} */ one) => one.problem);
  return {
    lines,
    total: of("total"),
    off: applied.map((/** @type {any} */ one) => one.name),
    badCoupons: bad.map((/** @type {any} */ one) => one.code),
    isOurs: false,
    tenders: quote.tenders,
    toPay: quote.to_pay,
    held: quote.held ?? null,
    ways: quote.ways,
  };
}

/** What it costs if the rest goes this way. @param {Price} price @param {Way | undefined} way @returns {Price} */
export function by(price, way) {
  if (!way) return price;
  const lines = price.lines.map((line, i) => ({ ...line, total: way.lines[i] }));
  return { ...price, lines, total: way.total, way, tenders: way.tenders, toPay: way.to_pay };
}

/** As the till prices it by itself: each piece alone. @param {Basket} basket @returns {Price} */
export function alone(basket) {
  const lines = basket.lines.map(({ goods, quantity }) => ({
    unit: goods.unit,
    base: goods.unit * quantity,
    total: goods.alone * quantity,
  }));
  const total = lines.reduce((sum, line) => sum + line.total, 0);
  const ours = { isOurs: true, ways: [], tenders: [], toPay: total, held: null };
  return { lines, total, off: [], badCoupons: basket.coupons, ...ours };
}

/** Sums of cash that somebody may give for this. @param {number} total @param {number} digits */
export function notes(total, digits) {
  const one = 10 ** digits;
  const steps = [one, 5 * one, 10 * one, 50 * one, 100 * one];
  const sums = steps.map((step) => Math.ceil(total / step) * step);
  return [...new Set([total, ...sums])].slice(0, 5);
}

/** Goods that a code or words mean. @param {Goods[]} goods @param {string} text @returns {Goods[]} */
export function find(goods, text) {
  const typed = text.trim().toLocaleLowerCase();
  const digits = /^\d{8,14}$/.test(typed) ? typed.padStart(14, "0") : null;
  const exact = goods.filter((one) => one.sku.toLocaleLowerCase() === typed || (digits && one.gtin === digits));
  if (exact.length > 0 || typed.length < 2) return exact;
  const words = typed.split(/\s+/);
  const says = (/** @type {Goods} */ one) => words.every((word) => one.title.toLocaleLowerCase().includes(word));
  return goods.filter(says).slice(0, 12);
}
