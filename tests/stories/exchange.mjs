// The shop's telephone system: a real Asterisk (tests/phone), with sipp as its telephones, as the line to the world, and as
// whoever calls. Nothing in its dial plan knows of Onedoor.
//
// ONEDOOR_ASTERISK     where the programs lie
// ONEDOOR_PHONE_TESTS  the telephone system's files

import { execFile, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { until } from './until.mjs';

const FOLDERS = ['lib', 'run', 'log', 'spool/monitor'];
const LIBRARIES = ['usr/lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu', 'usr/lib'];

export class Exchange {
  #tree = process.env.ONEDOOR_ASTERISK;
  #scripts = process.env.ONEDOOR_PHONE_TESTS;
  #running = [];

  /** 48221234567 rings Anna (101), who picks up after so long, and Ola (102), who does not. */
  static async open(ringsMs) {
    const exchange = new Exchange();
    exchange.folder = await mkdtemp(join(tmpdir(), 'onedoor-exchange-'));
    process.on('exit', () => exchange.close());
    [exchange.ami, exchange.sip] = [await freePort(), await freePort()];
    const [world, anna, ola] = [await freePort(), await freePort(), await freePort()];
    exchange.#configure({ AMI: exchange.ami, SIP: exchange.sip, WORLD: world, EWA: anna, OLA: ola });
    exchange.#telephone(anna, 'answers.xml', '-d', ringsMs);
    exchange.#telephone(ola, 'rings.xml');
    exchange.#start('usr/sbin/asterisk', ['-C', exchange.#config(), '-f', '-n']);
    await until('Asterisk', async () => (await exchange.console('core waitfullybooted')).includes('fully booted'));
    return exchange;
  }

  /** Whether the server listens to what happens here. */
  async isHeard() {
    await until('a manager session', async () => (await this.console('manager show connected')).includes('onedoor'));
  }

  /** Somebody outside calls a number of the shop, and hangs up so long after it was answered. */
  async call(number, dialled, talkMs) {
    const who = ['-key', 'number', number, '-key', 'name', 'C WOJCIK'];
    const how = ['-sf', join(this.#scripts, 'calls.xml'), '-m', '1', '-s', dialled, '-d', talkMs];
    this.#sipp([...how, ...who, '-p', await freePort(), `127.0.0.1:${this.sip}`]);
  }

  /** What Asterisk itself says of a telephone: `Ringing`, `Up`; nothing when it hangs on the hook. */
  async stateOf(extension) {
    const channels = (await this.console('core show channels concise')).split('\n').map((line) => line.split('!'));
    return channels.find(([name]) => name.startsWith(`PJSIP/${extension}-`))?.[4];
  }

  async console(command) {
    const words = ['-C', this.#config(), '-r', '-x', command];
    try {
      return (await promisify(execFile)(this.#program('usr/sbin/asterisk'), words, this.#options())).stdout;
    } catch {
      // As long as it starts, nobody answers there.
      return '';
    }
  }

  close() {
    for (const one of this.#running.splice(0)) one.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #configure(ports) {
    for (const part of FOLDERS) mkdirSync(join(this.folder, part), { recursive: true });
    const marks = { ...ports, HERE: this.folder, TREE: this.#tree };
    for (const name of readdirSync(this.#scripts).filter((name) => /\.conf(\.in)?$/.test(name))) {
      const text = readFileSync(join(this.#scripts, name), 'utf8').replace(/@([A-Z]+)@/g, (mark, key) => marks[key] ?? mark);
      writeFileSync(join(this.folder, name.replace(/\.in$/, '')), text);
    }
  }

  #telephone(port, scenario, ...words) {
    this.#sipp(['-sf', join(this.#scripts, scenario), '-p', port, ...words]);
  }

  #sipp(words) {
    this.#start('usr/bin/sipp', ['-i', '127.0.0.1', '-nostdin', ...words]);
  }

  #start(path, words) {
    this.#running.push(spawn(this.#program(path), words.map(String), { ...this.#options(), stdio: 'ignore' }));
  }

  #program(path) {
    return join(this.#tree, path);
  }

  #config() {
    return join(this.folder, 'asterisk.conf');
  }

  #options() {
    const libraries = LIBRARIES.map((path) => join(this.#tree, path)).join(':');
    return { cwd: this.folder, env: { ...process.env, LD_LIBRARY_PATH: libraries } };
  }
}

async function freePort() {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
}
