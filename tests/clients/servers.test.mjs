// SDKs that run on a merchant's servers: Segment's for Node and Python, RudderStack's for Node.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';

import { FAULTS, FaultyLine } from './faulty-line.mjs';
import { Onedoor } from './onedoor.mjs';
import { assertApart, assertKnown, visit } from './story.mjs';

/**
 * Makes the calls with one SDK, pointed at a host; returns when the SDK says that all were delivered.
 * @typedef {import('./story.mjs').Call} Call
 * @typedef {(host: string, writeKey: string, calls: Call[]) => Promise<void>} Send
 */

/** @type {Record<string, Send>} */
const SDKS = {
  'segment-node': sendBySegmentNode,
  'segment-python': (...call) => sendBySegmentPython({ gzip: false }, ...call),
  'segment-python-gzip': (...call) => sendBySegmentPython({ gzip: true }, ...call),
  'rudder-node': sendByRudderNode,
};

/** @type {Onedoor} */
let onedoor;

describe('SDKs on servers', () => {
  before(async () => {
    onedoor = await Onedoor.start(Object.keys(SDKS));
  });
  after(() => onedoor?.stop());

  for (const [sdk, send] of Object.entries(SDKS)) {
    test(`${sdk}: every call lands once, on the right customer`, () => everyCallLands(sdk, send));
    test(`${sdk}: what is sent again over a bad line lands once`, () => {
      return landsOverBadLine(sdk, send);
    });
  }
  test('a write key reads nothing', writeKeyReadsNothing);
});

async function everyCallLands(sdk, send) {
  const [ana, bogdan] = [`${sdk}-ana`, `${sdk}-bogdan`];
  const [callsOfAna, callsOfBogdan] = [ana, bogdan].map(visit);
  const mixed = callsOfAna.flatMap((call, n) => [call, callsOfBogdan[n]]);
  const { writeKey } = onedoor.channels[sdk];

  await send(onedoor.url, writeKey, mixed);
  // The shop's own job runs again and sends the same messages.
  await send(onedoor.url, writeKey, mixed);

  await assertKnown(onedoor, ana, sdk);
  await assertKnown(onedoor, bogdan, sdk);
  await assertApart(onedoor, ana, bogdan);
}

async function landsOverBadLine(sdk, send) {
  const celina = `${sdk}-celina`;
  const line = await FaultyLine.start(onedoor.url);
  try {
    await send(line.url, onedoor.channels[sdk].writeKey, visit(celina));
  } finally {
    await line.stop();
  }
  assert.deepEqual(line.faults, [], 'every fault happened');
  assert.ok(line.posts > FAULTS.length, 'and the SDK tried again after each');
  await assertKnown(onedoor, celina, sdk);
}

async function writeKeyReadsNothing() {
  const path = `/v1/customers/${encodeURIComponent('user_id:segment-node-ana')}/context`;
  const { writeKey } = onedoor.channels['segment-node'];
  const basic = Buffer.from(`${writeKey}:`).toString('base64');
  for (const authorization of [`Bearer ${writeKey}`, `Basic ${basic}`]) {
    const answer = await fetch(onedoor.url + path, { headers: { authorization } });
    assert.ok([401, 403].includes(answer.status), `${answer.status}`);
    assert.doesNotMatch(await answer.text(), /popescu/i);
  }
}

async function sendBySegmentNode(host, writeKey, calls) {
  const analytics = new Analytics({ writeKey, host });
  const errors = [];
  analytics.on('error', (error) => errors.push(error));
  for (const [type, message] of calls) analytics[type](message);
  await analytics.closeAndFlush({ timeout: 30_000 });
  assert.deepEqual(errors, []);
}

async function sendByRudderNode(host, writeKey, calls) {
  const analytics = new RudderAnalytics(writeKey, { dataPlaneUrl: host, logLevel: 'none' });
  for (const [type, { timestamp, ...message }] of calls) {
    analytics[type]({ ...message, originalTimestamp: timestamp });
  }
  // It posts the first call alone and at once; a flush sends what has gathered since.
  await analytics.flush();
  await analytics.flush();
}

async function sendBySegmentPython(options, host, writeKey, calls) {
  const script = fileURLToPath(new URL('segment_python.py', import.meta.url));
  const program = process.env.ONEDOOR_PYTHON ?? 'python3';
  const python = spawn(program, [script], { stdio: ['pipe', 'inherit', 'inherit'] });
  python.stdin.end(JSON.stringify({ ...options, host, writeKey, calls }));
  const [status] = await once(python, 'exit');
  assert.equal(status, 0, 'segment_python.py ends well');
}
