// `onedoor demo`, with nothing of its own left behind.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Half a year of history is written before anybody can look, by a program that nobody made fast. */
const START_TIMEOUT_MS = 180_000;

export class Demo {
  static async start() {
    const demo = new Demo();
    const environment = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' };
    const words = ['demo', '--listen', '127.0.0.1:0'];
    demo.process = spawn(process.env.ONEDOOR_BIN, words, { stdio: ['ignore', 'pipe', 'pipe'], env: environment });
    process.on('exit', () => demo.process.kill('SIGKILL'));
    demo.said = [];
    demo.complained = [];
    createInterface(demo.process.stderr).on('line', (line) => demo.complained.push(line));
    demo.url = await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(demo.said.join('\n'))), START_TIMEOUT_MS);
      demo.process.once('exit', (status) => reject(new Error(`the demo ended with ${status}: ${demo.complained}`)));
      createInterface(demo.process.stdout).on('line', (line) => {
        demo.said.push(line);
        const found = /listening on (http:\/\/\S+)/.exec(line);
        if (!found) return;
        clearTimeout(late);
        resolve(found[1]);
      });
    });
    return demo;
  }

  async stop() {
    this.process.removeAllListeners('exit');
    this.process.kill('SIGTERM');
    if (this.process.exitCode === null) await once(this.process, 'exit');
  }
}
