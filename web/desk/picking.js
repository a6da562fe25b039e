// @ts-check
/**
 * Picking with a scanner that types: `input[data-pick]` takes the code, and the first good with it that is not yet whole
 * (`[data-pick-codes]`, `[data-pick-pieces]`) counts one more; when all are there its box is ticked.
 */

const pickField = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-pick]"));

/** @param {Element} row @returns {HTMLElement} */
const pickCounter = (row) => /** @type {HTMLElement} */ (row.querySelector("[data-pick-count]"));

/** @param {Element} row */
const isPicked = (row) => Number(pickCounter(row).textContent) >= Number(row.getAttribute("data-pick-pieces"));

/** @param {string} code */
function pickOne(code) {
  const rows = [...document.querySelectorAll("[data-pick-codes]")];
  const row = rows.find((one) => one.getAttribute("data-pick-codes")?.split(" ").includes(code) && !isPicked(one));
  const unknown = document.querySelector("[data-pick-unknown]");
  if (unknown) unknown.textContent = row ? "" : unknown.getAttribute("data-pick-unknown");
  if (!row) return;
  pickCounter(row).textContent = String(Number(pickCounter(row).textContent) + 1);
  const box = row.querySelector("input");
  if (box) box.checked = isPicked(row);
  row.scrollIntoView({ block: "nearest" });
}

pickField?.form?.addEventListener("submit", (event) => {
  const code = pickField.value.trim().toUpperCase();
  if (code === "") return;
  event.preventDefault();
  pickField.value = "";
  pickField.focus();
  pickOne(code);
});
