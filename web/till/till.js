// @ts-check
/** The till as the clerk sees it: what is scanned, the basket, who stands there. */

import * as baskets from "./basket.js";
import { offerCamera } from "./camera.js";
import { ask, isOnline, onLineChange, ping } from "./line.js";
import { byId, field, h, money, word } from "./parts.js";
import { setUpPaying, takeMoney } from "./paying.js";
import * as queue from "./queue.js";
import * as shelf from "./shelf.js";
import { showQueue, showState } from "./state.js";
import * as tenders from "./tenders.js";

/** @typedef {import("./basket.js").Basket} Basket */
/** @typedef {import("./basket.js").Price} Price */

const RENEW_EVERY_MS = 10 * 60_000;
const ASK_PRICE_AFTER_MS = 120;
const BASKET = "onedoor-till-basket";

/** @type {{ id: string, name: string, location: string } | null} */
let till = null;
/** @type {Basket} */
let basket = baskets.fresh();
/** @type {Price | null} */
let price = null;
/** @type {shelf.Goods[]} */
let goods = [];
let pricing = 0;

/* ---- Opening and closing */

async function start() {
  await navigator.serviceWorker?.register("/till/worker.js", { scope: "/till" }).catch(() => null);
  void navigator.storage?.persist?.();
  till = (await shelf.kept("till")) ?? null;
  setUp();
  if (!till) return choose();
  restore();
  await show();
  await keepUp();
}

function choose() {
  byId("choose").hidden = false;
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById("open-till"));
  const key = crypto.randomUUID();
  const door = /** @type {HTMLSelectElement | null} */ (document.getElementById("door"));
  const follow = () => {
    const of = document.querySelector(`#location option[data-door="${door?.value}"]`);
    if (of instanceof HTMLOptionElement) of.selected = true;
  };
  door?.addEventListener("change", follow);
  follow();
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const values = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
    const answer = await ask("/till/tills", { ...values, key });
    if (answer.kind !== "ok") return complain(form, answer.kind === "refused" ? answer.said : word("offline"));
    till = answer.body;
    await shelf.keep("till", till);
    await show();
    await keepUp();
  });
  document.querySelectorAll("[data-close]").forEach((button) => button.addEventListener("click", async () => {
    if (!confirm(word("closing-ask"))) return;
    const answer = await ask(`/till/${button.getAttribute("data-close")}/closing`, {});
    if (answer.kind === "ok") button.closest("li")?.remove();
  }));
}

/** @param {Element} form @param {string} text */
function complain(form, text) {
  const place = /** @type {HTMLElement | null} */ (form.querySelector(".error"));
  if (place) [place.textContent, place.hidden] = [text, false];
}

async function show() {
  byId("choose").hidden = true;
  byId("sell").hidden = false;
  byId("close-till").hidden = false;
  byId("till-name").textContent = till?.name ?? "";
  goods = await shelf.allGoods();
  render();
  field("scan").focus();
}

async function close() {
  const waiting = await shelf.allSales();
  if (waiting.length > 0) return say(word("closing-waits", waiting.length));
  if (!till || !confirm(word("closing-ask"))) return;
  const answer = await ask(`/till/${till.id}/closing`, {});
  if (answer.kind === "cut") return say(word("offline"));
  if (answer.kind === "refused") return say(answer.said);
  await shelf.empty();
  sessionStorage.removeItem(BASKET);
  location.reload();
}

/** Tells what waits, and fills up the quota; also asks for goods and prices. */
async function keepUp() {
  await topUp();
  const id = till?.id;
  if (!id || !isOnline()) return;
  await navigator.locks.request("onedoor-till-queue", async () => {
    const answer = await ask(`/till/${id}/goods`);
    // What is on its way is known here, and not there.
    if (answer.kind !== "ok" || (await shelf.allSales()).length > 0) return;
    await shelf.keepGoods(answer.body.goods);
  });
  goods = await shelf.allGoods();
}

async function topUp() {
  if (!till) return;
  const { id } = till;
  await queue.drain(id);
  await showQueue();
  afterReload();
  if (!isOnline()) return;
  await navigator.locks.request("onedoor-till-queue", async () => {
    if ((await shelf.allSales()).length > 0) return;
    const renewed = await ask(`/till/${id}/quota`, {});
    if (renewed.kind === "ok") await shelf.setHeld(renewed.body.held);
    if (renewed.kind === "refused" && renewed.code === "till_closed") say(renewed.said);
  });
  goods = await shelf.allGoods();
}

/** The page was loaded again while a sale was on its way: it has arrived, so its basket is empty. */
function afterReload() {
  const outcome = queue.outcomeOf(basket.key);
  if (outcome?.is !== "sold" || document.querySelector("dialog[open]")) return;
  say(`${word("order")} ${outcome.body.number}`);
  become(baskets.fresh());
}

/* ---- Scanning */

/** @param {string} text */
async function scan(text) {
  byId("found").hidden = true;
  const ours = baskets.find(goods, text);
  if (ours.length === 1 && (isOnline() === false || isCode(ours[0], text))) return put(ours[0]);
  const answer = till && isOnline() ? await ask(`/till/${till.id}/scans?q=${encodeURIComponent(text)}`) : null;
  if (answer?.kind === "refused") return say(answer.said);
  if (answer?.kind === "ok") return await take(answer.body, ours, text);
  if (ours.length > 0) return offer(ours.map((one) => ({ goods: one })));
  say(word("found-nothing-offline", text));
}

/** @param {shelf.Goods} one @param {string} text */
const isCode = (one, text) => baskets.find([one], text).length === 1 && !one.title.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());

/** @param {any} found @param {shelf.Goods[]} ours @param {string} text */
async function take(found, ours, text) {
  if (found.goods) return put(found.goods);
  if (found.customer) return await meet(found.customer);
  if (found.gift_card) return become(tenders.addCard(basket, found.gift_card.code));
  if (found.order) return await besides(`/till/${till?.id}/collections/${found.order}`);
  const choices = [...ours.map((one) => ({ goods: one })), ...(found.people ?? [])];
  if (choices.length > 0) return offer(choices);
  say(word("found-nothing", text));
}

/** @param {any[]} choices */
function offer(choices) {
  const row = (/** @type {any} */ one) => {
    const pick = () => {
      byId("found").hidden = true;
      if (one.goods) put(one.goods);
      else void meet(one.customer);
    };
    const [title, more] = one.goods ? [one.goods.title, money(one.goods.alone)] : [one.name ?? one.known, one.known];
    return h("li", {}, h("button", { type: "button", class: "row", onclick: pick }, h("strong", { class: "grow" }, title), h("span", {}, more)));
  };
  byId("found").replaceChildren(...choices.map(row));
  byId("found").hidden = false;
  say("");
}

/** @param {string} text */
function say(text) {
  byId("said").textContent = text;
}

/* ---- Beside the basket */

/** @param {string} path */
async function besides(path) {
  const answer = await ask(path);
  if (answer.kind === "cut") return say(word("offline"));
  if (answer.kind === "refused") return say(answer.said);
  byId("beside").innerHTML = answer.body;
}

/** @param {string} customer */
async function meet(customer) {
  say("");
  await besides(`/till/${till?.id}/customers/${customer}`);
  const card = byId("beside").querySelector("[data-customer]");
  if (!card) return;
  const [id, name] = [card.getAttribute("data-customer") ?? customer, card.getAttribute("data-name") ?? ""];
  become({ ...basket, customer: { id, name }, points: 0 });
}

function forget() {
  byId("beside").replaceChildren();
  become({ ...basket, customer: null, points: 0 });
}

/** @param {Event} event */
async function pressBeside(event) {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button) return;
  if (button.hasAttribute("data-forget")) forget();
  const order = button.getAttribute("data-order");
  if (order) await besides(order);
  const lines = button.getAttribute("data-take");
  if (lines) await takeCart(JSON.parse(lines), JSON.parse(button.getAttribute("data-codes") ?? "[]"));
}

/** The web cart comes into the basket. @param {{ sku: string, quantity: number }[]} lines @param {string[]} codes */
async function takeCart(lines, codes) {
  let next = { ...basket, coupons: [...new Set([...basket.coupons, ...codes])] };
  for (const line of lines) {
    const answer = await ask(`/till/${till?.id}/scans?q=${encodeURIComponent(line.sku)}`);
    if (answer.kind !== "ok" || !answer.body.goods) continue;
    const one = answer.body.goods;
    next = baskets.change(baskets.add(next, one, line.quantity), one.variant, line.quantity);
    // What does not lie here is sent.
    if (one.here < line.quantity) next = baskets.take(next, one.variant, false);
  }
  become(next);
}

/** @param {SubmitEvent} event */
async function handOver(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const path = form.getAttribute("data-hand-over");
  if (!path) return;
  event.preventDefault();
  const values = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(form)));
  const answer = await ask(path, values);
  if (answer.kind !== "ok") return complain(form, answer.kind === "refused" ? answer.said : word("offline"));
  await besides(path.replace("/handing-over", ""));
  say(word("delivered", answer.body.number));
}

/* ---- The basket */

/** @param {shelf.Goods} one */
function put(one) {
  say("");
  const known = goods.find((other) => other.variant === one.variant);
  become(baskets.add(basket, { ...known, ...one }));
}

/** @param {Basket} next */
function become(next) {
  basket = next;
  sessionStorage.setItem(BASKET, JSON.stringify(basket));
  price = null;
  render();
  clearTimeout(pricing);
  pricing = setTimeout(() => void reprice(), ASK_PRICE_AFTER_MS);
}

function restore() {
  const kept = sessionStorage.getItem(BASKET);
  if (!kept) return;
  become({ ...baskets.fresh(), ...JSON.parse(kept) });
  if (basket.customer) void meet(basket.customer.id);
}

async function reprice() {
  const asked = basket;
  if (asked.lines.length === 0 || !till) return;
  const lines = asked.lines.map((line) => ({ variant: line.goods.variant, quantity: line.quantity, taken: line.taken }));
  const body = JSON.stringify({ customer: asked.customer?.id ?? null, lines, coupons: asked.coupons, ...tenders.told(asked) });
  const answer = isOnline() ? await ask(`/till/${till.id}/quotes`, { body }) : null;
  if (asked !== basket) return;
  if (answer?.kind === "refused") {
    say(answer.said);
    // A card or points that cannot pay do not stand in the way of the rest.
    if (tenders.hasAny(asked)) become(tenders.without(asked));
    return;
  }
  price = answer?.kind === "ok" ? baskets.priced(answer.body) : baskets.alone(asked);
  render();
}

function render() {
  const isEmpty = basket.lines.length === 0;
  byId("empty").hidden = !isEmpty;
  byId("sums").hidden = isEmpty;
  byId("coupon-form").hidden = isEmpty;
  byId("lines").replaceChildren(...basket.lines.map(line));
  byId("coupons").replaceChildren(...basket.coupons.map(coupon));
  const base = price?.lines.reduce((sum, one) => sum + one.base, 0) ?? 0;
  const rows = price && base !== price.total ? [[price.off.join(", ") || word("saved"), money(price.total - base)]] : [];
  byId("totals").replaceChildren(...rows.flatMap(([name, sum]) => [h("dt", {}, name), h("dd", {}, sum)]));
  byId("total").textContent = price ? money(price.total) : "…";
  const alone = tenders.hasAny(basket) ? `${word("alone")} ${word("tenders-need-line")}` : word("alone");
  byId("price-state").textContent = price?.isOurs && !isEmpty ? alone : "";
  tenders.showTenders(basket, price, become);
  for (const id of ["pay-cash", "pay-card"]) field(id).disabled = !price;
}

/** @param {import("./basket.js").Line} one @param {number} i */
function line(one, i) {
  const { goods: { variant, title, sku, held, here, elsewhere }, quantity, taken } = one;
  const priced = price?.lines[i];
  const set = (/** @type {number} */ pieces) => become(baskets.change(basket, variant, pieces));
  const step = (/** @type {string} */ key, /** @type {number} */ by, /** @type {string} */ sign) =>
    h("button", { type: "button", class: "step", "aria-label": `${word(key)}: ${title}`, onclick: () => set(quantity + by) }, sign);
  const stock = here === undefined ? word("held", held) : `${word("here", here)} · ${word("elsewhere", elsewhere)}`;
  const way = (/** @type {boolean} */ isTaken) =>
    h("button", {
      type: "button",
      "aria-pressed": String(isTaken === taken > 0),
      onclick: () => become(baskets.take(basket, variant, isTaken)),
    }, word(isTaken ? "taken-now" : "send"));
  return h("li", { class: "line", "data-sku": sku },
    h("div", { class: "grow" }, h("strong", {}, title), h("small", {}, `${sku} · ${stock}`)),
    h("div", { class: "steps" }, step("fewer", -1, "−"), h("output", { "aria-label": word("pieces") }, String(quantity)), step("more", 1, "+")),
    h("div", { class: "choice" }, way(true), way(false)),
    h("span", { class: "sum" }, priced && priced.base !== priced.total ? h("s", {}, money(priced.base)) : "", priced ? money(priced.total) : "…"));
}

/** @param {string} code */
function coupon(code) {
  const isBad = price?.badCoupons.includes(code) ?? false;
  const drop = () => become({ ...basket, coupons: basket.coupons.filter((other) => other !== code) });
  return h("li", { class: isBad ? "bad" : "" }, h("span", {}, isBad ? `${code}: ${word("coupon-bad")}` : code),
    h("button", { type: "button", class: "quiet", "aria-label": `${word("piece-remove")}: ${code}`, onclick: drop }, "×"));
}

/** @param {"cash" | "card"} means */
function pay(means) {
  if (!till || !price) return;
  takeMoney(means, { till, basket, price }, (kept, said) => {
    say(said);
    if (kept) return become(kept);
    byId("beside").replaceChildren();
    become(baskets.fresh());
    void showQueue();
    void topUp();
  });
}

/* ---- What is heard */

function setUp() {
  setUpPaying();
  offerCamera((text) => void scan(text));
  byId("scan-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field("scan").value.trim();
    field("scan").value = "";
    if (text) void scan(text);
  });
  byId("coupon-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const code = field("coupon").value.trim();
    field("coupon").value = "";
    if (code) become({ ...basket, coupons: [...new Set([...basket.coupons, code])] });
  });
  tenders.takeCards((code) => become(tenders.addCard(basket, code)));
  byId("beside").addEventListener("click", (event) => void pressBeside(event));
  byId("beside").addEventListener("submit", (event) => void handOver(event));
  byId("pay-cash").addEventListener("click", () => pay("cash"));
  byId("pay-card").addEventListener("click", () => pay("card"));
  byId("drop").addEventListener("click", () => become(baskets.fresh()));
  byId("close-till").addEventListener("click", () => void close());
  document.querySelectorAll("[data-close-dialog]").forEach((button) =>
    button.addEventListener("click", () => button.closest("dialog")?.close()));
  // A scanner is a keyboard: wherever the focus is, what it types goes into the field, unless somebody is writing.
  document.addEventListener("keydown", (event) => {
    const isWriting = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
    if (isWriting || document.querySelector("dialog[open]") || event.key.length !== 1) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === " ") return;
    field("scan").focus();
  });
  onLineChange(() => {
    showState();
    void reprice();
    if (isOnline()) void keepUp();
  });
  queue.onQueueChange(() => void showQueue());
  setInterval(() => void (isOnline() ? keepUp() : ping()), RENEW_EVERY_MS);
  showState();
  void showQueue();
}

await start();
