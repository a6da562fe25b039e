// @ts-check
/** What the clerk always sees: whether the line holds, how many sales wait, and which somebody must look at. */

import { lineState } from "./line.js";
import { byId, h, money, word } from "./parts.js";
import * as queue from "./queue.js";
import * as shelf from "./shelf.js";

export function showState() {
  const state = lineState();
  const place = byId("line");
  place.dataset.state = state;
  const signIn = h("a", { href: "/desk/sign-in?back=/till" }, word("sign-in"));
  place.replaceChildren(word(state), ...(state === "signed-out" ? [" ", signIn] : []));
}

export async function showQueue() {
  const sales = await shelf.allSales();
  const refused = sales.filter((sale) => sale.refused).length;
  const box = byId("queue");
  box.hidden = sales.length === 0;
  box.dataset.waiting = String(sales.length);
  byId("queue-title").textContent =
    refused > 0 ? `${word("waiting", sales.length)} · ${word("needs-look", refused)}` : word("waiting", sales.length);
  byId("queue-list").replaceChildren(...sales.map(row));
}

/** @param {shelf.Sale} sale */
function row(sale) {
  const again = () => void queue.tryAgain(sale);
  return h("li", { class: sale.refused ? "bad" : "" },
    h("span", { class: "grow" }, sale.titles.join(", "), sale.refused ? h("small", {}, `${word("refused")}: ${sale.refused}`) : ""),
    h("span", {}, money(sale.total)),
    sale.refused ? h("button", { type: "button", onclick: again }, word("refused-again")) : "");
}
