// @ts-check
/** A receipt is printed: the server's page, or, without a line, what the till knows itself. */

document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => print()));

/**
 * Fills the part of the page that alone goes on paper.
 * @param {HTMLElement} place @param {string} title @param {[string, string][]} rows @param {string} foot
 */
export function fill(place, title, rows, foot) {
  const paragraph = (/** @type {string} */ className, /** @type {string[]} */ ...texts) => {
    const element = document.createElement("p");
    element.className = className;
    element.append(...texts.map((text) => Object.assign(document.createElement("span"), { textContent: text })));
    return element;
  };
  const lines = rows.map(([left, right]) => paragraph("pair", left, right));
  place.className = "slip";
  place.replaceChildren(paragraph("centre", title), document.createElement("hr"), ...lines, paragraph("centre", foot));
}
