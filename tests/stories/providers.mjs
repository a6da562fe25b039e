// What Kannel and Meta bring to a door, as they bring it.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';

const HOOK_SECRET = 'a-long-word-of-ours';
const APP_SECRET = 's3cret';
const NUMBER_ID = '100200300';

const idOf = (door) => door.path.split('/').at(-1);

/** A door for SMS by the merchant's own Kannel; its page is open. */
export async function connectKannel(desk) {
  const nowhere = 'http://127.0.0.1:9';
  await desk.connect('kannel', {
    url: nowhere, username: 'shop', password: 'shop', from: '+48123456789', public_url: nowhere, hook_secret: HOOK_SECRET,
  });
}

/** A door for WhatsApp; its page is open. */
export async function connectWhatsapp(desk) {
  await desk.connect('whatsapp', {
    phone_number_id: NUMBER_ID, business_account_id: '900800700', access_token: 'EAAJ', app_secret: APP_SECRET,
    api_url: 'http://127.0.0.1:9',
  });
}

let count = 0;

/** Somebody sends an SMS; resolves when Kannel would be told that it is taken. */
export async function sms(url, door, from, text) {
  count += 1;
  const said = new URLSearchParams({ from, to: '48123456789', id: `sms-${count}`, text });
  const answer = await fetch(`${url}/hooks/${idOf(door)}/kannel/${HOOK_SECRET}?${said}`);
  assert.equal(answer.status, 200, await answer.text());
}

/** Somebody writes by WhatsApp, at a moment in milliseconds. */
export async function whatsapp(url, door, from, text, at = Date.now()) {
  count += 1;
  const message = { from, id: `wamid.${count}`, timestamp: String(Math.floor(at / 1000)), type: 'text', text: { body: text } };
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '48123456789', phone_number_id: NUMBER_ID },
    contacts: [{ profile: { name: 'Zofia' }, wa_id: from }],
    messages: [message],
  };
  const entry = [{ id: '900800700', changes: [{ field: 'messages', value }] }];
  const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
  const signature = `sha256=${createHmac('sha256', APP_SECRET).update(body).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
  const answer = await fetch(`${url}/hooks/${idOf(door)}/whatsapp`, { method: 'POST', headers, body });
  assert.equal(answer.status, 200, await answer.text());
}
