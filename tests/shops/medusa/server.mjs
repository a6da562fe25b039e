// A Medusa server of its own, with a small shop in it: two mugs and a kettle, a warehouse, a way to send and a way to pay.
// Says "ready" when it listens. Arguments: its port, and a PostgreSQL in which it makes a database.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";

import { database } from "../database.mjs";

const require = createRequire(import.meta.url);
const directory = import.meta.dirname;
// Medusa looks for its modules from where it is started.
process.chdir(directory);
const [port, postgres] = process.argv.slice(2);
const ADMIN = { email: "admin@example.pl", password: "supersecret" };
const at = `http://127.0.0.1:${port}`;
let token;

Object.assign(process.env, {
  DATABASE_URL: await database(postgres, `medusa_${process.pid}`), MEDUSA_DISABLE_TELEMETRY: "true", NODE_ENV: "production", LOG_LEVEL: "warn",
});
await medusa("db:migrate", "--skip-scripts", "--execute-safe-links");
await medusa("user", "--email", ADMIN.email, "--password", ADMIN.password);

const { default: start } = require("@medusajs/medusa/commands/start");
await start({ directory, port: Number(port), host: "127.0.0.1" });
await shop();
console.log("ready");

/** One of Medusa's own commands. */
async function medusa(...args) {
  const cli = require.resolve("@medusajs/cli/cli.js");
  await promisify(execFile)(process.execPath, [cli, ...args], { cwd: directory, maxBuffer: 64 << 20 });
}

async function ask(path, body) {
  const answer = await fetch(at + path, {
    method: body ? "POST" : "GET",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Prices are in złoty and with tax, as in a Polish shop; in euro they stand without. */
async function shop() {
  ({ token } = await ask("/auth/user/emailpass", ADMIN));
  const { stores: [store] } = await ask("/admin/stores");
  await ask(`/admin/stores/${store.id}`, {
    supported_currencies: [
      { currency_code: "pln", is_default: true, is_tax_inclusive: true },
      { currency_code: "eur", is_default: false, is_tax_inclusive: false },
    ],
  });
  const { region } = await ask("/admin/regions", {
    name: "Polska", currency_code: "pln", countries: ["pl"], payment_providers: ["pp_system_default"], is_tax_inclusive: true,
  });
  const { region: abroad } = await ask("/admin/regions", {
    name: "Deutschland", currency_code: "eur", countries: ["de"], payment_providers: ["pp_system_default"],
  });
  await ask("/admin/tax-regions", { country_code: "pl", provider_id: "tp_system", default_tax_rate: { name: "VAT", code: "VAT", rate: 23 } });
  await ask("/admin/tax-regions", { country_code: "de", provider_id: "tp_system", default_tax_rate: { name: "MwSt", code: "MWST", rate: 19 } });

  const { sales_channel: channel } = await ask("/admin/sales-channels", { name: "Web" });
  const { stock_location: place } = await ask("/admin/stock-locations", { name: "Kraków" });
  await ask(`/admin/stock-locations/${place.id}/sales-channels`, { add: [channel.id] });
  await ask(`/admin/stock-locations/${place.id}/fulfillment-providers`, { add: ["manual_manual"] });
  const { stock_location: { fulfillment_sets: [ways] } } = await ask(
    `/admin/stock-locations/${place.id}/fulfillment-sets?fields=*fulfillment_sets`, { name: "Parcels", type: "shipping" });
  const { fulfillment_set: { service_zones: [zone] } } = await ask(`/admin/fulfillment-sets/${ways.id}/service-zones`, {
    name: "Europe", geo_zones: ["pl", "de"].map((country_code) => ({ type: "country", country_code })),
  });
  const { shipping_profile: profile } = await ask("/admin/shipping-profiles", { name: "Parcels", type: "default" });
  await ask("/admin/shipping-options", {
    name: "Courier", service_zone_id: zone.id, shipping_profile_id: profile.id, provider_id: "manual_manual", price_type: "flat",
    type: { label: "Courier", description: "Two days", code: "courier" },
    prices: [{ currency_code: "pln", amount: 15 }, { currency_code: "eur", amount: 5 }], rules: [],
  });
  const { api_key: key } = await ask("/admin/api-keys", { title: "Web", type: "publishable" });
  await ask(`/admin/api-keys/${key.id}/sales-channels`, { add: [channel.id] });

  const common = { status: "published", shipping_profile_id: profile.id, sales_channels: [{ id: channel.id }] };
  const prices = (zloty, euro) => [{ currency_code: "pln", amount: zloty }, { currency_code: "eur", amount: euro },
    { currency_code: "eur", amount: euro - 1, rules: { region_id: abroad.id } }];
  const variant = (sku, options, prices) => ({ title: Object.values(options).join(), sku, manage_inventory: true, options, prices });
  await ask("/admin/products", {
    ...common, title: "Emaliowany kubek", description: "Kubek na szlak.", handle: "emaliowany-kubek",
    options: [{ title: "Colour", values: ["blue", "red"] }],
    variants: [
      variant("MUG-BLUE", { Colour: "blue" }, prices(49.9, 11.5)), variant("MUG-RED", { Colour: "red" }, prices(49.9, 11.5)),
    ],
  });
  await ask("/admin/products", {
    ...common, title: "Czajnik", description: "Na dwa litry.", handle: "czajnik",
    options: [{ title: "Default option", values: ["Default option value"] }],
    variants: [variant("KETTLE", { "Default option": "Default option value" }, prices(129, 30))],
  });
  const { inventory_items: items } = await ask("/admin/inventory-items?fields=id,sku");
  const pieces = { "MUG-BLUE": 10, "MUG-RED": 5, KETTLE: 3 };
  await ask("/admin/inventory-items/location-levels/batch", {
    create: items.map(({ id, sku }) => ({ inventory_item_id: id, location_id: place.id, stocked_quantity: pieces[sku] })),
  });
}
