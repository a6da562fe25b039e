// The merchant's shop: a page on an origin of its own, with Segment's SDK for browsers and the snippet of the desk.

import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(new URL('../clients/package.json', import.meta.url));
const { build } = require('esbuild');

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kubek · Espresso cups</title>
<link rel="icon" href="data:,">
<style>
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #2b211a; background: #fbf7f1; }
  header { display: flex; justify-content: space-between; padding: 16px 24px; background: #3a2a20; color: #fff; }
  main { max-width: 640px; margin: 24px auto; padding: 0 24px; display: grid; gap: 16px; }
  section { background: #fff; border: 1px solid #eadfd2; border-radius: 12px; padding: 20px; display: grid; gap: 12px; }
  h1, h2, p { margin: 0; } h2 { font-size: 18px; }
  input, button { font: inherit; padding: 10px 14px; border-radius: 8px; border: 1px solid #b9a794; }
  button { background: #a4502c; color: #fff; border: 0; font-weight: 600; }
</style>
<header><strong>Kubek</strong><span id="who">not signed in</span></header>
<main>
  <section><h1>Espresso cup</h1><p>Stoneware, 80 ml · 49,00 zł</p><button id="add">Put in the cart</button></section>
  <section><h2>Write to us</h2><input id="message" aria-label="Message"><button id="send">Send</button></section>
  <section><h2>Your account</h2><input id="account" aria-label="Account">
    <input id="email" aria-label="E-mail"><button id="sign-in">Sign in</button></section>
</main>
<script src="/shop.js"></script>
</html>
`;

export class Shop {
  static async open(onedoor, writeKey) {
    const shop = new Shop();
    const entry = fileURLToPath(new URL('shop-page.js', import.meta.url));
    const bundled = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
    const script = bundled.outputFiles[0].contents;
    shop.server = createServer((asked, answer) => {
      const isScript = asked.url === '/shop.js';
      answer.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
      answer.end(isScript ? script : PAGE);
    });
    shop.server.listen(0, '127.0.0.1');
    await once(shop.server, 'listening');
    shop.url = `http://127.0.0.1:${shop.server.address().port}/`;
    shop.door = { onedoor, writeKey };
    return shop;
  }

  /** Somebody comes to the page with a device of theirs: it is known by this name. */
  async visit(context, device) {
    const page = await context.newPage();
    await page.goto(this.url);
    await page.evaluate((door) => window.enter(door), { ...this.door, device });
    return page;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** What a visitor does on the page; each returns when the call was delivered. */
export const addToCart = (page) => act(page, {}, '#add');
export const write = (page, message) => act(page, { '#message': message }, '#send');
export const signIn = (page, account, email = '') =>
  act(page, { '#account': account, '#email': email }, '#sign-in');

async function act(page, fields, button) {
  for (const [field, text] of Object.entries(fields)) await page.fill(field, text);
  const delivered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.click(button);
  const answer = await delivered;
  if (!answer.ok()) throw new Error(`the shop's page was answered ${answer.status()}`);
}
