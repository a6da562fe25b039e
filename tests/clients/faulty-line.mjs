// A bad line between a client and onedoor: the first posts fail in the ways that happen in life,
// the rest pass.

import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** Too busy, broken for a moment, and the worst: recorded, but the answer was lost on its way. */
export const FAULTS = ['too many requests', 'unavailable', 'lost answer'];

export class FaultyLine {
  /** Stands in front of `target`, on a port of its own. */
  static async start(target) {
    const line = new FaultyLine();
    line.target = target;
    line.faults = [...FAULTS];
    /** How many posts have been answered, or not, as planned. */
    line.posts = 0;
    line.server = createServer((asked, answer) => line.#pass(asked, answer));
    line.server.listen(0, '127.0.0.1');
    await once(line.server, 'listening');
    line.url = `http://127.0.0.1:${line.server.address().port}`;
    return line;
  }

  async stop() {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  async #pass(asked, answer) {
    const body = await buffer(asked);
    const fault = asked.method === 'POST' ? this.faults.shift() : undefined;
    if (fault === 'too many requests') {
      refuse(asked, answer, 429, { 'retry-after': '1' });
    } else if (fault === 'unavailable') {
      refuse(asked, answer, 503, {});
    } else {
      const { status, headers, content } = await this.#forward(asked, body);
      if (fault === 'lost answer') answer.destroy();
      else answer.writeHead(status, headers).end(content);
    }
    if (asked.method === 'POST') this.posts += 1;
  }

  async #forward({ method, url, headers }, body) {
    const forwarded = request(this.target + url, { method, headers }).end(body);
    const [answer] = await once(forwarded, 'response');
    return { status: answer.statusCode, headers: answer.headers, content: await buffer(answer) };
  }
}

/** A browser hides an answer from the page that does not name the page's origin. */
function refuse(asked, answer, status, headers) {
  const origin = asked.headers.origin ?? '*';
  const cors = {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after',
  };
  answer.writeHead(status, { ...cors, ...headers }).end();
}
