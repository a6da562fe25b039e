// The server is killed while it sends, again and again, by every kind of door. What each customer's side wrote down is the judge.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';

import { ACCOUNT, SECRET, Simulated } from './simulated.mjs';
import { until } from './until.mjs';

/** How often the server is killed, and how long after an answer at most. */
const KILLS = 6;
const KILLED_WITHIN_MS = 120;
/** A killed server's hold on a queue ends after a minute. */
const RECOVERED_WITHIN_MS = 150_000;

const META = { access_token: 'EAAJ', app_secret: SECRET };
/** The messengers, what their doors are told, and whether they report what they took: then nothing comes twice (docs/sending.md). */
const MESSENGERS = [
  ['whatsapp', { ...META, phone_number_id: ACCOUNT, business_account_id: '900800700' }, true],
  ['messenger', { ...META, account_id: ACCOUNT, human_agent: 'no' }, true],
  ['telegram', { token: SECRET, mode: 'webhook' }, false],
];

/**
 * Each answer goes out, whenever the server dies; and once, where the door can be asked or reports. Where it can not, it may come twice: a letter with
 * the same Message-ID, a webhook with the same id.
 */
export async function killedWhileItSends({ onedoor, desk, doors, conversation, mailbox, centre }) {
  const { secretKey } = await onedoor.addChannel('api', 'Back office');
  const post = async (path, body) => await posted(onedoor, secretKey, path, body);
  const hooks = await Receiver.listen();
  await post('/v1/webhooks', { url: hooks.url, events: ['message.created'] });
  const messengers = [];
  try {
    const sides = [
      side('letters', doors.mail, conversation, () => mailbox.letters().map(({ text, headers }) => [text, headers['message-id']])),
      side('SMS', doors.sms, conversation, () => centre.lines().map(({ text }) => [text])),
    ];
    for (const [kind, settings, reports] of MESSENGERS) {
      const door = await connected({ onedoor, desk, kind, settings, messengers });
      const asked = await until(`what was said by ${kind}`, () => hooks.calls.find(({ text }) => text === kind));
      const seen = async () => (await door.messenger.seen()).map((text) => [text]);
      sides.push(side(kind, door, asked.conversation, seen, reports));
    }
    const texts = [];
    for (let n = 0; n < KILLS; n += 1) {
      const text = `Answer ${n}`;
      for (const { door, conversation } of sides) {
        await post(`/v1/conversations/${conversation}/messages`, { text, channel: door.path.split('/').at(-1) });
      }
      texts.push(text);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * KILLED_WITHIN_MS));
      await onedoor.crash();
    }
    const told = side('webhooks', null, null, () => hooks.calls.map(({ text, door, id }) => [`${text} by ${door}`, id]));
    const wanted = sides.flatMap(({ door }) => texts.map((text) => `${text} by ${door.path.split('/').at(-1)}`));
    await until('each answer by each door', async () => {
      for (const one of sides) if (!(await has(one, texts))) return false;
      return await has(told, wanted);
    }, RECOVERED_WITHIN_MS);
    for (const one of sides) await count(one, texts);
    await count(told, wanted);
  } finally {
    for (const messenger of messengers) messenger.close();
    hooks.close();
  }
}

/** Who wrote down what arrived: each as [text, by which a repeat is known]. */
function side(name, door, conversation, arrived, isOnce = false) {
  return { name, door, conversation, arrived, isOnce };
}

async function has({ arrived }, texts) {
  const all = await arrived();
  return texts.every((text) => all.some(([one]) => one.includes(text)));
}

async function count({ name, arrived, isOnce }, texts) {
  let twice = 0;
  const all = await arrived();
  for (const text of texts) {
    const those = all.filter(([one]) => one.includes(text));
    twice += those.length - 1;
    assert.equal(new Set(those.map(([, known]) => known)).size, 1, `${name}, ${text}: a repeat keeps its name`);
  }
  console.log(`${KILLS} kills: of ${texts.length} ${name}, ${twice} came again`);
  if (isOnce) assert.equal(twice, 0, `${name}: each once`);
}

/** A door to a messenger, by which somebody has said the messenger's name. */
async function connected({ onedoor, desk, kind, settings, messengers }) {
  const door = await desk.makeDoor(kind, kind);
  const hook = `${onedoor.url}/hooks/${door.path.split('/').at(-1)}/${kind}`;
  const messenger = await Simulated.start(kind, kind === 'telegram' ? undefined : hook);
  messengers.push(messenger);
  const own = kind === 'telegram' ? { api_url: messenger.url, public_url: onedoor.url } : { api_url: `${messenger.url}/v23.0` };
  await desk.connect(kind, { ...settings, ...own });
  await messenger.phone('say', { text: kind });
  return { ...door, messenger };
}

async function posted(onedoor, key, path, body) {
  const answer = await fetch(onedoor.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });
  assert.equal(answer.status, 201, await answer.clone().text());
  return await answer.json();
}

/** A server of the shop's, which writes down what it is told. */
class Receiver {
  calls = [];

  static async listen() {
    const receiver = new Receiver();
    receiver.server = createServer(async (asked, answer) => {
      let body = '';
      for await (const piece of asked) body += piece;
      const { conversation, channel, text } = JSON.parse(body).data.message;
      receiver.calls.push({ id: asked.headers['webhook-id'], conversation, door: channel.id, text });
      answer.end();
    }).listen(0, '127.0.0.1');
    await once(receiver.server, 'listening');
    receiver.url = `http://127.0.0.1:${receiver.server.address().port}/heard`;
    return receiver;
  }

  close() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
