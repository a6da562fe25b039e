// A Vendure server of its own, with a small shop in it: two mugs, a warehouse, a way to send and a way to pay.
// Says "ready" when it listens. Arguments: its port, and a PostgreSQL in which it makes a database.

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import {
  DefaultLogger, LanguageCode, LogLevel, bootstrap, dummyPaymentHandler, mergeConfig, defaultConfig,
} from "@vendure/core";
import { importProductsFromCsv, populate } from "@vendure/core/cli/index.js";

import { database } from "./database.mjs";

const [port, postgres] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "onedoor-vendure-"));
const config = mergeConfig(defaultConfig, {
  apiOptions: { port: Number(port), hostname: "127.0.0.1", adminApiPath: "admin-api", shopApiPath: "shop-api" },
  authOptions: {
    tokenMethod: "bearer",
    superadminCredentials: { identifier: "superadmin", password: "superadmin" },
    requireVerification: false,
  },
  dbConnectionOptions: { type: "postgres", synchronize: true, url: await database(postgres, `vendure_${process.pid}`) },
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  importExportOptions: { importAssetsDir: folder },
  logger: new DefaultLogger({ level: LogLevel.Warn }),
});

const goods = path.join(folder, "goods.csv");
writeFileSync(goods, `name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets
Emaliowany kubek,emaliowany-kubek,Kubek na szlak.,,,Colour,blue,MUG-BLUE,49.90,Standard Tax,10,true,,
,,,,,,red,MUG-RED,49.90,Standard Tax,5,true,,
Czajnik,czajnik,Na dwa litry.,,,,,KETTLE,129.00,Standard Tax,3,true,,
`);

const initialData = {
  defaultLanguage: LanguageCode.en,
  defaultZone: "Europe",
  countries: [{ name: "Polska", code: "PL", zone: "Europe" }],
  taxRates: [{ name: "Standard Tax", percentage: 23 }],
  shippingMethods: [{ name: "Courier", price: 1500 }],
  paymentMethods: [{
    name: "Dummy", handler: { code: dummyPaymentHandler.code, arguments: [{ name: "automaticSettle", value: "true" }] },
  }],
  collections: [],
};

const app = await populate(() => bootstrap(config), initialData);
await inZloty();
await importProductsFromCsv(app, goods, LanguageCode.en);
console.log("ready");
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.on(signal, () => app.close().finally(() => process.exit(0)));
}

/** Prices are in złoty and with tax, as in a Polish shop. */
async function inZloty() {
  const url = `http://127.0.0.1:${port}/admin-api`;
  const ask = (query, token) => fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  const login = await ask('mutation { login(username: "superadmin", password: "superadmin") { __typename } }');
  const answer = await ask(`mutation { updateChannel(input: { id: 1, pricesIncludeTax: true,
    defaultCurrencyCode: PLN, availableCurrencyCodes: [PLN] }) { __typename } }`, login.headers.get("vendure-auth-token"));
  const said = await answer.text();
  if (!said.includes('"Channel"')) throw new Error(said);
}
