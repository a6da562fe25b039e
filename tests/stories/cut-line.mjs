// The line between a till and its server: it is cut, or loses one sale or one answer.

import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export class CutLine {
  static async start(target) {
    const line = new CutLine();
    line.target = target;
    line.isCut = false;
    /** What becomes of the next sales: `pass`, `lost request`, `lost answer`. With none planned they pass. */
    line.plan = [];
    /** Sales that got to the server. */
    line.told = 0;
    line.server = createServer((asked, answer) => line.#pass(asked, answer).catch(() => answer.destroy()));
    line.server.listen(0, '127.0.0.1');
    await once(line.server, 'listening');
    line.url = `http://127.0.0.1:${line.server.address().port}`;
    return line;
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }

  cut() {
    this.isCut = true;
    this.server.closeAllConnections();
  }

  mend() {
    this.isCut = false;
  }

  async #pass(asked, answer) {
    const body = await buffer(asked);
    // On a connection that was used before, a browser quietly asks again by itself.
    answer.shouldKeepAlive = false;
    if (this.isCut) return answer.destroy();
    const isSale = asked.method === 'POST' && asked.url.endsWith('/sales');
    const fate = isSale ? (this.plan.shift() ?? 'pass') : 'pass';
    if (fate === 'lost request') return answer.destroy();
    const { method, url, headers } = asked;
    const forwarded = request(this.target + url, { method, headers }).end(body);
    const [got] = await once(forwarded, 'response');
    const content = await buffer(got);
    if (isSale) this.told += 1;
    if (fate === 'lost answer') return answer.destroy();
    answer.writeHead(got.statusCode, { ...got.headers, connection: 'close' }).end(content);
  }
}
