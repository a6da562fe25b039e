// @ts-check
/** What the page carries, and small things to build it with. */

const text = document.getElementById("settings")?.textContent ?? "{}";

/**
 * @type {{ token: string, clerk: string, lang: string, currency: string, digits: number, country: string,
 *          words: Record<string, string> }}
 */
export const settings = JSON.parse(text);

/** A word of the clerk's language; `#` stands for a number. @param {string} key @param {string | number} [n] */
export function word(key, n) {
  const said = settings.words[key] ?? key;
  return n === undefined ? said : said.replace("#", String(n));
}

/** @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id} on this page`);
  return found;
}

/** @param {string} id @returns {HTMLInputElement} */
export const field = (id) => /** @type {HTMLInputElement} */ (byId(id));

/** @param {string} id @returns {HTMLDialogElement} */
export const dialog = (id) => /** @type {HTMLDialogElement} */ (byId(id));

/**
 * An element. What begins with `on` listens; `false` and `null` are left out.
 * @param {string} name @param {Record<string, any>} attributes @param {...(Node | string)} children
 */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

/** Minor units as people read them. @param {number} minor */
export function money(minor) {
  const format = new Intl.NumberFormat(settings.lang, { style: "currency", currency: settings.currency });
  return format.format(minor / 10 ** settings.digits);
}

/** What somebody typed, in minor units: `100`, `99,50`, `99.5`. @param {string} typed @returns {number | null} */
export function minorOf(typed) {
  const plain = typed.replace(/[\s\u00a0]/g, "").replace(",", ".");
  const found = /^(\d{1,9})(?:\.(\d*))?$/.exec(plain);
  if (!found || (found[2] ?? "").length > settings.digits) return null;
  return Number(found[1]) * 10 ** settings.digits + Number((found[2] ?? "").padEnd(settings.digits, "0") || 0);
}
