// The telephone of `onedoor simulate phone`: somebody outside, who calls the shop.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export class Telephone {
  /** Starts the program and shows its page. */
  static async open(context, server, key) {
    const telephone = new Telephone();
    const options = ['simulate', 'phone', '--server', server, '--key', key, '--at', '127.0.0.1:0'];
    telephone.process = spawn(process.env.ONEDOOR_BIN, options, { stdio: ['ignore', 'pipe', 'inherit'] });
    process.on('exit', () => telephone.process.kill('SIGKILL'));
    telephone.url = await new Promise((resolve, reject) => {
      telephone.process.once('exit', (status) => reject(new Error(`the telephone ended with ${status}`)));
      createInterface(telephone.process.stdout).on('line', (line) => {
        const found = /(http:\/\/\S+)/.exec(line);
        if (found) resolve(found[1]);
      });
    });
    telephone.page = await context.newPage();
    await telephone.page.goto(telephone.url);
    return telephone;
  }

  async dial(number, extension = '') {
    await this.page.fill('[name=number]', number);
    await this.page.fill('[name=extension]', extension);
    await this.does('ring');
  }

  /** Presses a button, and waits until the server has heard of it. */
  async does(deed) {
    const told = this.page.waitForResponse((answer) => answer.url().endsWith('/calls'));
    await this.page.click(`[data-deed="${deed}"]`);
    const answer = await told;
    if (!answer.ok()) throw new Error(`the server answered ${answer.status()}: ${await answer.text()}`);
    return await answer.json();
  }

  close() {
    this.process.removeAllListeners('exit');
    this.process.kill('SIGTERM');
  }
}
