// The program under test: started with an empty data folder, asked over HTTP, stopped in the end.

import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const START_TIMEOUT_MS = 30_000;

export class Onedoor {
  /** Makes the channels, then serves on a free loopback port. */
  static async start(channelNames, options = []) {
    const onedoor = new Onedoor();
    onedoor.options = options;
    onedoor.data = await mkdtemp(join(tmpdir(), 'onedoor-clients-'));
    process.on('exit', () => onedoor.#forget());
    /** @type {Record<string, {writeKey: string, secretKey: string}>} */
    onedoor.channels = {};
    for (const name of channelNames) {
      onedoor.channels[name] = await addChannel(onedoor.data, name);
    }
    onedoor.secretKey = onedoor.channels[channelNames[0]]?.secretKey;
    await onedoor.#serve();
    return onedoor;
  }

  /** A second server on the same data. */
  static async beside(first) {
    const second = new Onedoor();
    second.data = first.data;
    second.options = first.options;
    process.on('exit', () => second.process?.kill('SIGKILL'));
    await second.#serve();
    return second;
  }

  /** Another door, while the server runs. */
  async addChannel(kind, name) {
    return await addChannel(this.data, name, kind);
  }

  /** Who is this, known by `kind:value`? */
  async context(identity) {
    return await this.#read(`/v1/customers/${encodeURIComponent(identity)}/context`);
  }

  /** The customer's whole timeline, oldest first; this test's customers fit on one page. */
  async timeline(customer) {
    const { events, next } = await this.#read(`/v1/customers/${customer}/timeline`);
    assert.equal(next, null);
    return events.toSorted((a, b) => a.occurred_at.localeCompare(b.occurred_at));
  }

  /** Asks to be stopped as a service manager does, and expects that it ends well. */
  async stop() {
    this.process.kill('SIGTERM');
    if (this.process.exitCode === null) await once(this.process, 'exit');
    assert.equal(this.process.exitCode, 0, 'onedoor ends well when asked to');
  }

  /** As a power cut: it finishes nothing. Then it is started again, at the same port. */
  async crash() {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
    await this.#serve(new URL(this.url).port);
  }

  /** However the tests end, no server and no data outlive them. */
  #forget() {
    this.process?.kill('SIGKILL');
    rmSync(this.data, { recursive: true, force: true });
  }

  async #serve(port = 0) {
    const options = ['serve', '--listen', `127.0.0.1:${port}`, '--data', this.data, ...this.options];
    this.process = spawn(program(), options, { stdio: ['ignore', 'pipe', 'inherit'] });
    const announced = new Promise((resolve, reject) => {
      this.process.once('error', reject);
      this.process.once('exit', (status) => reject(new Error(`onedoor ended with ${status}`)));
      createInterface(this.process.stdout).on('line', (line) => {
        const found = /listening on (http:\/\/\S+)/.exec(line);
        if (found) resolve(found[1]);
      });
    });
    this.url = await within(START_TIMEOUT_MS, announced, 'onedoor did not say where it listens');
  }

  async #read(path) {
    const headers = { authorization: `Bearer ${this.secretKey}` };
    const answer = await fetch(this.url + path, { headers });
    const body = await answer.text();
    assert.equal(answer.status, 200, `GET ${path}: ${body}`);
    return JSON.parse(body);
  }
}

async function addChannel(data, name, kind = 'web') {
  const options = ['channel', 'add', '--kind', kind, '--name', name, '--data', data];
  const { stdout } = await promisify(execFile)(program(), options);
  const found = /write_key=(\S+)\s+secret_key=(\S+)/.exec(stdout);
  assert.ok(found, `channel add printed no keys: ${stdout}`);
  return { writeKey: found[1], secretKey: found[2] };
}

function program() {
  const path = process.env.ONEDOOR_BIN;
  assert.ok(path, 'ONEDOOR_BIN names the program; `cargo x clients` sets it');
  return path;
}

/** The promise's value, or an error when it takes too long. */
async function within(timeoutMs, promise, complaint) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(complaint)), timeoutMs);
  });
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
