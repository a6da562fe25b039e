// The SMS centre of the tests (tests/sms/smsc.mjs), in a process of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { until } from './until.mjs';

const FOLDER = fileURLToPath(new URL('../sms', import.meta.url));

export class MessageCentre {
  static async start() {
    const centre = new MessageCentre();
    [centre.port, centre.control] = [await freePort(), await freePort()];
    centre.log = join(await mkdtemp(join(tmpdir(), 'onedoor-sms-')), 'taken.jsonl');
    const words = ['smsc.mjs', centre.port, centre.control, centre.log].map(String);
    centre.process = spawn(process.execPath, words, { cwd: FOLDER, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(centre.process.stdout, 'data');
    return centre;
  }

  /** Whether somebody has signed in there. */
  async isBound() {
    return await until('a session with the SMS centre', async () => (await this.#ask('/bound')) > 0);
  }

  /** A telephone sends an SMS. */
  async deliver(from, to, text) {
    return await this.#ask('/deliver', { from, to, parts: [{ text }] });
  }

  /** What it took over from the shop, when it is so much. */
  async taken(count) {
    return await until(`${count} SMS`, () => this.lines().length >= count && this.lines());
  }

  stop() {
    this.process.kill('SIGKILL');
  }

  /** What it took over from the shop so far. */
  lines() {
    try {
      return readFileSync(this.log, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
    } catch {
      return [];
    }
  }

  async #ask(path, body) {
    const asked = body && { method: 'POST', body: JSON.stringify(body) };
    return await (await fetch(`http://127.0.0.1:${this.control}${path}`, asked)).json();
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
