// @ts-check
/**
 * Sales that are to be told, in their order, one after the other, by one window at a time. Each is told until there is an
 * answer: the server knows by its key whether it has it already.
 *
 * - *done*: paid and gone without a line. It stands; the server refuses it only where goods are missing, and then it stays
 *   here for somebody to look at.
 * - *asking*: the clerk waits for the answer. Refused, it never was.
 */

import { ask } from "./line.js";
import * as shelf from "./shelf.js";

/** @typedef {import("./shelf.js").Sale} Sale */
/** @typedef {{ is: "sold", body: any } | { is: "refused", code: string, said: string } | { is: "cut" }} Outcome */

/** @type {Set<() => void>} */
const listeners = new Set();

/** @param {() => void} listener */
export const onQueueChange = (listener) => listeners.add(listener);

const changed = () => listeners.forEach((listener) => listener());

/** What became of sales that this window told, or heard of. @type {Map<string, Outcome>} */
const settled = new Map();

/** Not what the server is asked, but what it cannot answer now: nothing is to be concluded. */
const isPassing = (/** @type {number} */ status) => [401, 403, 408, 429].includes(status);

/** Tells all that waits. @param {string} till */
export async function drain(till) {
  await navigator.locks.request("onedoor-till-queue", async () => {
    for (const sale of await shelf.allSales()) {
      if (sale.refused) continue;
      const outcome = await tell(till, sale);
      if (outcome.is === "cut") break;
      settled.set(sale.key, outcome);
      changed();
    }
  });
}

/** @param {string} key */
export const outcomeOf = (key) => settled.get(key);

/** Tells all that waits, and what became of this one. @param {string} till @param {Sale} sale @returns {Promise<Outcome>} */
export async function tellNow(till, sale) {
  await drain(till);
  const known = settled.get(sale.key);
  if (known) return known;
  const waiting = await shelf.allSales();
  if (waiting.some((one) => one.key === sale.key)) return { is: "cut" };
  // Another window has told it: the server knows it by its key.
  return await tell(till, sale);
}

/** @param {string} till @param {Sale} sale @returns {Promise<Outcome>} */
async function tell(till, sale) {
  const answer = await ask(`/till/${till}/sales`, { body: JSON.stringify(sale.written) });
  if (answer.kind === "cut" || (answer.kind === "refused" && isPassing(answer.status))) return { is: "cut" };
  if (answer.kind === "ok") {
    await shelf.dropSale(sale, true);
    await shelf.setHeld(answer.body.held);
    return { is: "sold", body: answer.body };
  }
  if (sale.written.done) await shelf.saveSale({ ...sale, refused: answer.said });
  else await shelf.dropSale(sale, false);
  return { is: "refused", code: answer.code, said: answer.said };
}

/** The clerk lets go of the customer without an answer: from now on it stands. @param {Sale} sale */
export async function standBy(sale) {
  await shelf.saveSale({ ...sale, written: { ...sale.written, done: true } });
  changed();
}

/** Somebody has looked: once more. @param {Sale} sale */
export async function tryAgain(sale) {
  const { refused: _, ...again } = sale;
  await shelf.saveSale(again);
  changed();
}
