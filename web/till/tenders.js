// @ts-check
/**
 * Gift cards and points in the basket. Only the server knows what is left of them, so without a line they pay nothing.
 */

import { byId, field, h, money, word } from "./parts.js";

/** @typedef {import("./basket.js").Basket} Basket */
/** @typedef {import("./basket.js").Price} Price */

/** @param {Basket} basket @param {string} code @returns {Basket} */
export const addCard = (basket, code) => ({ ...basket, giftCards: [...new Set([...basket.giftCards, code])] });

/** @param {Basket} basket */
export const hasAny = (basket) => basket.giftCards.length > 0 || basket.points > 0;

/** @param {Basket} basket @returns {Basket} */
export const without = (basket) => ({ ...basket, giftCards: [], points: 0 });

/** What the server is asked, and told. @param {Basket} basket */
export const told = ({ giftCards, points }) => ({ gift_cards: giftCards, points });

/** Calls with each code that is typed. @param {(code: string) => void} add */
export function takeCards(add) {
  byId("gift-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const code = field("gift").value.trim();
    field("gift").value = "";
    if (code) add(code);
  });
}

/** Shows what pays besides money, and what is left. @param {Basket} basket @param {Price | null} price @param {(next: Basket) => void} become */
export function showTenders(basket, price, become) {
  const isEmpty = basket.lines.length === 0;
  byId("gift-form").hidden = isEmpty;
  const held = price?.held ?? null;
  const offer = held && basket.points === 0 && !isEmpty ? [use(held, () => become({ ...basket, points: held.points }))] : [];
  const cards = basket.giftCards.map((code) =>
    chosen(word("gift-card-ending", code.replace(/[\s-]/g, "").slice(-4).toUpperCase()), () =>
      become({ ...basket, giftCards: basket.giftCards.filter((other) => other !== code) })));
  const points = basket.points > 0 ? [chosen(word("points-count", basket.points), () => become({ ...basket, points: 0 }))] : [];
  byId("tenders").replaceChildren(...cards, ...points, ...offer);
  const parts = price?.tenders ?? [];
  byId("left").hidden = parts.length === 0;
  byId("paid-with").replaceChildren(...parts.flatMap((part) => [
    h("dt", {}, part.type === "points" ? word("points-count", part.points) : word("gift-card-ending", part.ending)),
    h("dd", {}, money(-part.amount)),
  ]));
  byId("to-pay").textContent = price ? money(price.toPay) : "…";
}

/** @param {{ points: number, amount: number }} held @param {() => void} press */
const use = (held, press) =>
  h("li", {}, h("button", { type: "button", onclick: press }, word("points-use", `${held.points} (${money(held.amount)})`)));

/** @param {string} name @param {() => void} drop */
const chosen = (name, drop) =>
  h("li", {}, h("span", {}, name),
    h("button", { type: "button", class: "quiet", "aria-label": `${word("piece-remove")}: ${name}`, onclick: drop }, "×"));
