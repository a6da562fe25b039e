// Carts in another shop's server, for the load generator of `cargo x bench peers`: what is asked to read each and to put one
// more of its only line into it. Arguments: which shop, its URL, how many carts. Prints one JSON.

const [shop, url, count] = process.argv.slice(2);
const { host } = new URL(url);
/** So many lie there that nothing runs out. */
const PIECES = 1_000_000;

async function ask(path, { method = "POST", body, ...headers } = {}) {
  const answer = await fetch(url + path, {
    method, headers: { "content-type": "application/json", ...headers }, body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok || text.includes('"errors"')) throw new Error(`${path}: ${answer.status} ${text}`);
  return { head: answer.headers, ...JSON.parse(text) };
}

/** A request as it goes over the line. */
function request(method, path, headers, body = "") {
  const all = { host, "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${body}`;
}

async function vendure() {
  const login = 'mutation { login(username: "superadmin", password: "superadmin") { __typename } }';
  const admin = bearer((await ask("/admin-api", { body: { query: login } })).head);
  const find = '{ productVariants(options: { filter: { sku: { eq: "MUG-BLUE" } } }) { items { id } } }';
  const { data: { productVariants: { items: [{ id }] } } } = await ask("/admin-api", { ...admin, body: { query: find } });
  const fill = `mutation { updateProductVariants(input: [{ id: "${id}", stockOnHand: ${PIECES} }]) { id } }`;
  await ask("/admin-api", { ...admin, body: { query: fill } });
  const order = "id totalWithTax lines { id quantity linePriceWithTax productVariant { sku name } }";
  const read = JSON.stringify({ query: `{ activeOrder { ${order} } }` });
  const add = { query: `mutation { addItemToOrder(productVariantId: "${id}", quantity: 1) {
    ... on Order { ${order} } ... on ErrorResult { message } } }` };
  return carts(async () => {
    const mine = bearer((await ask("/shop-api", { body: add })).head);
    return [request("POST", "/shop-api", mine, read), request("POST", "/shop-api", mine, JSON.stringify(add))];
  });
}

function bearer(head) {
  return { authorization: `Bearer ${head.get("vendure-auth-token")}` };
}

async function medusa() {
  const { token } = await ask("/auth/user/emailpass", { body: { email: "admin@example.pl", password: "supersecret" } });
  const admin = { authorization: `Bearer ${token}` };
  const see = async (path) => ask(path, { method: "GET", ...admin });
  const { api_keys: keys } = await see("/admin/api-keys?type=publishable");
  const { regions } = await see("/admin/regions");
  const { variants: [variant] } = await see("/admin/product-variants?sku=MUG-BLUE&fields=id,inventory_items.inventory_item_id");
  const item = `/admin/inventory-items/${variant.inventory_items[0].inventory_item_id}/location-levels`;
  const { inventory_levels: [level] } = await see(item);
  await ask(`${item}/${level.location_id}`, { ...admin, body: { stocked_quantity: PIECES } });
  const store = { "x-publishable-api-key": keys.find((key) => key.title === "Web").token };
  const one = { variant_id: variant.id, quantity: 1 };
  const region = regions.find((region) => region.currency_code === "pln").id;
  return carts(async () => {
    const { cart } = await ask("/store/carts", { ...store, body: { region_id: region, items: [one] } });
    const path = `/store/carts/${cart.id}`;
    return [request("GET", path, store), request("POST", `${path}/line-items`, store, JSON.stringify(one))];
  });
}

async function carts(make) {
  const all = { read: [], add: [] };
  for (let n = 0; n < Number(count); n++) {
    const [read, add] = await make();
    all.read.push(read);
    all.add.push(add);
  }
  return all;
}

console.log(JSON.stringify({ name: shop, address: host, ...await { vendure, medusa }[shop]() }));
