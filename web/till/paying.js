// @ts-check
/** Money is taken: in cash, with change, or by the card terminal. Then the sale is written down, and told. */

import * as baskets from "./basket.js";
import { isOnline } from "./line.js";
import { byId, dialog, field, h, minorOf, money, settings, word } from "./parts.js";
import * as queue from "./queue.js";
import * as shelf from "./shelf.js";
import { fill } from "./slip.js";
import * as tenders from "./tenders.js";

/** @typedef {import("./basket.js").Basket} Basket */
/** @typedef {import("./basket.js").Price} Price */
/** @typedef {import("./basket.js").Way} Way */
/** @typedef {{ till: { id: string, name: string, location: string }, basket: Basket, price: Price }} Deal */

/** @type {Deal | null} */
let deal = null;
/** Before the way of the rest was chosen. @type {Price | null} */
let plain = null;
/** @type {"cash" | "card"} */
let means = "cash";
/** Called when a sale is over, or was refused. @type {(basket: Basket | null, said: string) => void} */
let over = () => {};

/** @param {"cash" | "card"} by @param {Deal} new_ @param {(basket: Basket | null, said: string) => void} then */
export function takeMoney(by, new_, then) {
  [deal, means, over, plain] = [new_, by, then, new_.price];
  byId("paying-title").textContent = word(by);
  byId("cash-part").hidden = by !== "cash";
  byId("card-part").hidden = by !== "card";
  byId("rest-part").hidden = !baskets.hasRest(deal.basket);
  field("given").value = "";
  field("reference").value = "";
  field("paid").disabled = false;
  complain("");
  listWays();
  dialog("paying").showModal();
  field(by === "cash" ? "given" : "reference").focus();
}

const isCollected = () =>
  /** @type {HTMLInputElement} */ (document.querySelector("[name=rest]:checked")).value === "collect";

/** How the rest can go, and what that costs. */
function listWays() {
  if (!deal || !plain) return;
  const kind = isCollected() ? "collect" : "address";
  const ways = baskets.hasRest(deal.basket) ? plain.ways.filter((way) => way.kind === kind) : [];
  const option = (/** @type {Way} */ way) => h("option", { value: way.method }, `${way.name} · ${money(way.amount)}`);
  byId("rest-ways").hidden = ways.length === 0;
  byId("rest-way").replaceChildren(...ways.map(option));
  const cheapest = [...ways].sort((one, other) => one.amount - other.amount)[0];
  field("rest-way").value = cheapest?.method ?? "";
  takeWay();
}

/** The sum follows from the way that is chosen. */
function takeWay() {
  if (!deal || !plain) return;
  const method = field("rest-way").value;
  deal = { ...deal, price: baskets.by(plain, plain.ways.find((way) => way.method === method)) };
  byId("paying-total").textContent = money(deal.price.toPay);
  byId("notes").replaceChildren(...baskets.notes(deal.price.toPay, settings.digits).map(note));
  showChange();
}

/** @param {number} sum */
function note(sum) {
  const press = () => {
    field("given").value = (sum / 10 ** settings.digits).toFixed(settings.digits);
    showChange();
  };
  return h("button", { type: "button", onclick: press }, sum === deal?.price.toPay ? word("exact") : money(sum));
}

/** What was given; nothing typed: exactly. @returns {number | null} */
function given() {
  const typed = field("given").value.trim();
  return typed === "" ? (deal?.price.toPay ?? 0) : minorOf(typed);
}

function showChange() {
  const sum = given();
  const isEnough = sum !== null && deal !== null && sum >= deal.price.toPay;
  byId("change-due").textContent = isEnough ? money(sum - deal.price.toPay) : "–";
}

/** @param {string} text */
function complain(text) {
  byId("paying-error").textContent = text;
  byId("paying-error").hidden = text === "";
}

/** Where to what is not taken along. @param {string} location */
function rest(location) {
  const value = (/** @type {string} */ id) => field(id).value.trim();
  const contact = { name: value("to-name") || null, phone: value("to-phone") || null, email: value("to-email") || null };
  const delivery = isCollected()
    ? { type: "collect", location }
    : {
        type: "address",
        name: value("to-name"),
        street: value("to-street"),
        postcode: value("to-postcode"),
        city: value("to-city"),
        country: settings.country,
      };
  return { delivery, contact };
}

/** @param {Deal} deal @param {number} sum @returns {import("./shelf.js").Written} */
function written({ till, basket, price }, sum) {
  const lines = basket.lines.map((line, i) => ({
    variant: line.goods.variant,
    quantity: line.quantity,
    taken: line.taken,
    unit: price.lines[i].unit,
    total: price.lines[i].total,
  }));
  return {
    key: basket.key,
    customer: basket.customer?.id ?? null,
    lines,
    // What opened nothing is not sold with.
    coupons: price.isOurs ? [] : basket.coupons.filter((code) => !price.badCoupons.includes(code)),
    paid: means === "cash" ? { means, given: sum } : { means, reference: field("reference").value.trim() },
    ...tenders.told(price.isOurs ? tenders.without(basket) : basket),
    to_pay: price.tenders.length > 0 ? price.toPay : null,
    rest: baskets.hasRest(basket) ? rest(till.location) : null,
    method: price.way?.method ?? null,
    shipping: price.way?.amount ?? 0,
    at: Date.now(),
    done: false,
  };
}

/** @param {Event} event */
async function pay(event) {
  event.preventDefault();
  if (!deal) return;
  const sum = means === "cash" ? given() : deal.price.toPay;
  if (sum === null || sum < deal.price.toPay) return complain(word("too-little"));
  field("paid").disabled = true;
  const now = deal;
  const titles = now.basket.lines.map((line) => `${line.quantity} × ${line.goods.title}`);
  const sale = { key: now.basket.key, written: written(now, sum), total: now.price.total, titles };
  const added = await shelf.addSale(sale, !isOnline());
  if (added === "not covered") {
    field("paid").disabled = false;
    return complain(word(tenders.hasAny(now.basket) ? "tenders-need-line" : "needs-line"));
  }
  dialog("paying").close();
  if (added === "known") return over(null, word("repeated"));
  if (added.written.done) return soldWithoutLine(now, added, sum);
  await tell(now, added, sum);
}

/** @param {Deal} now @param {shelf.Sale} sale @param {number} sum */
async function tell(now, sale, sum) {
  show(word("sending"), "", null, []);
  const outcome = await queue.tellNow(now.till.id, sale);
  if (outcome.is !== "cut") return settle(now, outcome);
  // Nobody answered. What the till holds is the customer's; of the rest nobody knows.
  if (!sale.isCovered) return stillAsking(now, sale, sum);
  await queue.standBy(sale);
  soldWithoutLine(now, sale, sum);
}

/** @param {Deal} now @param {{ is: "sold", body: any } | { is: "refused", said: string }} outcome */
function settle(now, outcome) {
  asking = null;
  if (outcome.is === "sold") return sold(outcome.body);
  dialog("done").close();
  // It never was: the next try is another sale.
  over({ ...now.basket, key: crypto.randomUUID() }, outcome.said);
}

/** The sale whose answer the clerk waits for. @type {Deal | null} */
let asking = null;

/** Not to be handed over before there is an answer. @param {Deal} now @param {shelf.Sale} sale @param {number} sum */
function stillAsking(now, sale, sum) {
  asking = now;
  const again = () => void tell(now, sale, sum);
  show(word("asking"), word("asking-text"), null, [h("button", { class: "big", type: "button", onclick: again }, word("refused-again"))]);
}

/** The next customer sees nothing of this one's. */
const forget = () => /** @type {HTMLFormElement} */ (byId("paying-form")).reset();

/** @param {any} told */
function sold(told) {
  forget();
  const receipt = h("a", { class: "big", href: `/till/receipts/${told.number}`, target: "_blank" }, word("print"));
  const text = `${word("order")} ${told.number}`;
  show(word("done"), told.is_repeated ? `${text}. ${word("repeated")}` : text, told.change, [receipt, next()]);
  over(null, text);
}

/** @param {Deal} now @param {shelf.Sale} sale @param {number} sum */
function soldWithoutLine(now, sale, sum) {
  forget();
  /** @type {[string, string][]} */
  const rows = now.basket.lines.map((_, i) => [sale.titles[i], money(now.price.lines[i].total)]);
  rows.push([word("total"), money(now.price.total)]);
  if (means === "cash") rows.push([word("change"), money(sum - now.price.total)]);
  const at = new Date(sale.written.at).toLocaleString(settings.lang);
  fill(byId("slip"), `${now.till.name} · ${settings.clerk} · ${at}`, rows, sale.key.slice(0, 8).toUpperCase());
  const paper = h("button", { class: "big", type: "button", onclick: () => print() }, word("print"));
  show(word("done-offline"), word("done-offline-text"), sum - now.price.total, [paper, next()]);
  over(null, word("done-offline"));
}

/** @param {string} title @param {string} text @param {number | null} change @param {Node[]} ways */
function show(title, text, change, ways) {
  byId("done-title").textContent = title;
  byId("done-text").textContent = text;
  byId("done-change-row").hidden = change === null || means !== "cash";
  byId("done-change").textContent = change === null ? "" : money(change);
  byId("done-ways").replaceChildren(...ways);
  if (!dialog("done").open) dialog("done").showModal();
  /** @type {HTMLElement | null} */ (byId("done-ways").querySelector("[data-next]"))?.focus();
}

function next() {
  const close = () => {
    dialog("done").close();
    byId("scan").focus();
  };
  return h("button", { class: "big accent", type: "button", "data-next": true, onclick: close }, word("next"));
}

export function setUpPaying() {
  // The line came back, and the queue was told behind the clerk's back.
  queue.onQueueChange(() => {
    const outcome = asking && queue.outcomeOf(asking.basket.key);
    if (asking && outcome && outcome.is !== "cut") settle(asking, outcome);
  });
  byId("paying-form").addEventListener("submit", (event) => void pay(event));
  byId("given").addEventListener("input", showChange);
  byId("rest-way").addEventListener("change", takeWay);
  for (const way of document.querySelectorAll("[name=rest]")) way.addEventListener("change", listWays);
  // While the server is asked, the clerk waits with it.
  dialog("done").addEventListener("cancel", (event) => {
    if (!byId("done-ways").querySelector("[data-next]")) event.preventDefault();
  });
}
