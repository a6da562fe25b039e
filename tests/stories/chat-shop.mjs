// A shop's page on an origin of its own, with the widget and a Content-Security-Policy that lets nothing inline be.

import { once } from 'node:events';
import { createServer } from 'node:http';

const page = (onedoor, key, lang) => `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kubek</title>
<link rel="icon" href="data:,">
<main><h1>Kubek</h1><p>Espresso cup, 49,00 zł</p></main>
<script type="module" src="${onedoor}/widget.js" data-key="${key}"></script>
</html>
`;

export class ChatShop {
  static async open(onedoor, key) {
    const shop = new ChatShop();
    const policy = `default-src 'none'; script-src ${onedoor}; connect-src ${onedoor}; img-src data:`;
    shop.server = createServer((asked, answer) => {
      const { searchParams } = new URL(asked.url, 'http://shop');
      const lang = searchParams.get('lang') ?? 'en';
      answer.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
      answer.end(page(onedoor, searchParams.get('key') ?? key, lang));
    });
    shop.server.listen(0, '127.0.0.1');
    await once(shop.server, 'listening');
    shop.url = `http://127.0.0.1:${shop.server.address().port}/`;
    return shop;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
