// A messenger of `onedoor simulate …` (docs/simulators.md) in a process of its own: the phone in a customer's hand, and the
// record of what reached it.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createInterface } from 'node:readline';

/** Signs what comes from the messenger, as the door's page is told. */
export const SECRET = 'simulated-secret';
export const ACCOUNT = '100200300';

export class Simulated {
  /** @param {string} provider @param {string} [webhook] where what customers write is brought */
  static async start(provider, webhook) {
    const messenger = new Simulated();
    messenger.webhook = webhook;
    const words = ['simulate', provider, '--listen', '127.0.0.1:0', '--secret', SECRET, '--account', ACCOUNT];
    if (webhook) words.push('--webhook', webhook);
    messenger.process = spawn(process.env.ONEDOOR_BIN, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    process.on('exit', () => messenger.process.kill('SIGKILL'));
    messenger.url = await new Promise((resolve, reject) => {
      messenger.process.once('exit', (status) => reject(new Error(`${provider} ended with ${status}`)));
      createInterface(messenger.process.stdout).on('line', (line) => {
        const found = / at (http:\/\/[^;\s]+)/.exec(line);
        if (found) resolve(found[1]);
      });
    });
    return messenger;
  }

  /** The customer does something on the phone: `say`, `read`, … */
  async phone(what, fields) {
    const answer = await fetch(`${this.url}/phone/${what}`, { method: 'POST', body: new URLSearchParams(fields) });
    assert.equal(answer.status, 200, `${what}: ${await answer.text()}`);
  }

  /** What the shop wrote, as it stands on the phone. */
  async seen() {
    const { lines } = await (await fetch(`${this.url}/phone/state`)).json();
    return lines.filter((line) => line.is_from_shop).map((line) => line.text);
  }

  /** Brings a webhook of our own making, signed as Meta signs. */
  async brings(call) {
    const body = JSON.stringify(call);
    const signature = createHmac('sha256', SECRET).update(body).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
    const answer = await fetch(this.webhook, { method: 'POST', headers, body });
    assert.equal(answer.status, 200, await answer.text());
  }

  close() {
    this.process.removeAllListeners('exit');
    this.process.kill('SIGKILL');
  }
}
