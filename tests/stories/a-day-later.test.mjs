// Zofia wrote by WhatsApp, and it is too late for a free answer: the desk offers a template, or another door. She answers, and
// the door is open again. Then she sends STOP by SMS, and hears nothing more there that she has not asked for.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Onedoor } from '../clients/onedoor.mjs';
import { DESK, PHONE, launch, picture } from './browser.mjs';
import { Desk } from './desk.mjs';
import { Inbox } from './inbox.mjs';
import { MessageCentre } from './message-centre.mjs';
import { ACCOUNT, SECRET, Simulated } from './simulated.mjs';
import { until } from './until.mjs';

const NUMBER = '48601234567';
const SHOP_NUMBER = '+48123456789';
const A_DAY_S = 86_400;
const LAST_WORD = 'Is the blue lamp back?';

let onedoor, browser, context, desk, inbox, whatsapp, centre;

describe('a day after the last word', () => {
  before(async () => {
    [centre, onedoor, browser] = await Promise.all([MessageCentre.start(), Onedoor.start([]), launch()]);
  });
  after(async () => {
    whatsapp?.close();
    await browser?.close();
    centre?.stop();
    await onedoor?.stop();
  });

  test('Anna connects WhatsApp and SMS', connects);
  test('nothing can be written freely: a template, or another door', isShut);
  test('on a telephone, in Polish and in Russian', onATelephone);
  test('a template goes out, and stands on her phone', sendsTemplate);
  test('by another door at once', byAnotherDoor);
  test('she writes, and it is open again', isOpen);
  test('STOP by SMS holds at once, and the writer reads why', stops);
});

async function connects() {
  context = await browser.newContext(DESK);
  desk = new Desk(await context.newPage(), onedoor.url);
  inbox = new Inbox(desk);
  await desk.setUp();
  await desk.makeDoor('sms', 'SMS');
  const session = { host: '127.0.0.1', port: centre.port, system_id: 'shop', password: 'secret', from: SHOP_NUMBER };
  await desk.connect('smpp', session);
  await centre.isBound();
  const { path } = await desk.makeDoor('whatsapp', 'WhatsApp');
  whatsapp = await Simulated.start('whatsapp', `${onedoor.url}/hooks/${path.split('/').at(-1)}/whatsapp`);
  await desk.connect('whatsapp', {
    phone_number_id: ACCOUNT,
    business_account_id: '900800700',
    access_token: 'EAAJ',
    app_secret: SECRET,
    api_url: `${whatsapp.url}/v23.0`,
  });
}

/** Meta brings her last word late, as it does after an outage: it is of yesterday. */
async function isShut() {
  const timestamp = String(Math.floor(Date.now() / 1000) - A_DAY_S - 3_600);
  const message = { from: NUMBER, id: 'wamid.yesterday', timestamp, type: 'text', text: { body: LAST_WORD } };
  const contacts = [{ profile: { name: 'Zofia Lis' }, wa_id: NUMBER }];
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '48500100200', phone_number_id: ACCOUNT },
    contacts,
    messages: [message],
  };
  await whatsapp.brings({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] });
  await inbox.openTheOnlyOne();
  await inbox.said(LAST_WORD);
  await until('the templates that Meta approved', async () => {
    await desk.page.reload();
    return (await desk.page.locator('details.template').count()) > 0;
  });
  await choose('WhatsApp');
  await desk.page.getByText('too long ago for a free answer').waitFor();
  assert.ok(await desk.page.getByText('or choose another door').isVisible());
  assert.ok(!(await desk.page.locator('#composer-body').isVisible()), 'there is nowhere to write freely');
  await picture(desk.page, 'a-day-later-01-shut');
}

async function onATelephone() {
  const { pathname } = new URL(desk.page.url());
  for (const lang of ['pl', 'ru']) {
    const small = await browser.newContext({ ...PHONE, storageState: await context.storageState() });
    const page = await small.newPage();
    await page.goto(onedoor.url + pathname);
    await page.selectOption('#lang', lang);
    await page.locator(`html[lang=${lang}]`).waitFor({ state: 'attached' });
    await page.waitForLoadState('load');
    await page.locator('.way', { hasText: 'WhatsApp' }).first().click();
    await page.locator('details.template').first().scrollIntoViewIfNeeded();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.ok(!wide, 'nothing hangs over the edge');
    await picture(page, `a-day-later-02-small-${lang}`);
    // The language is the account's, on every screen.
    await page.selectOption('#lang', 'en');
    await page.locator('html[lang=en]').waitFor({ state: 'attached' });
    await small.close();
  }
  await desk.page.reload();
  await choose('WhatsApp');
}

async function sendsTemplate() {
  const template = desk.page.locator('details.template', { hasText: 'order update' }).filter({ hasText: 'Hello' });
  await template.locator('summary').click();
  await template.locator('[name=value-0]').fill('Zofia');
  await template.locator('[name=value-1]').fill('K-1042');
  await picture(desk.page, 'a-day-later-03-template');
  await template.getByRole('button', { name: 'Send the template' }).click();
  const text = 'Hello Zofia, there is news about your order K-1042. Shall we tell you more?';
  await inbox.said(text);
  const seen = await until('the template on her phone', async () => (await whatsapp.seen()).length && whatsapp.seen());
  assert.equal(seen.length, 1);
  assert.ok(seen[0].startsWith(text), seen[0]);
}

async function byAnotherDoor() {
  await inbox.answer('SMS', 'Yes, since this morning.');
  const [sms] = await centre.taken(1);
  assert.deepEqual([sms.to, sms.text], [NUMBER, 'Yes, since this morning.']);
  await inbox.reaches('Yes, since this morning.', 'Delivered');
  await picture(desk.page, 'a-day-later-04-by-sms');
}

async function isOpen() {
  await whatsapp.phone('say', { text: 'Yes, please tell me.' });
  await inbox.said('Yes, please tell me.');
  await desk.page.reload();
  await inbox.answer('WhatsApp', 'It is set aside for you.');
  await until('the answer on her phone', async () => (await whatsapp.seen()).includes('It is set aside for you.'));
  await picture(desk.page, 'a-day-later-05-open-again');
}

async function stops() {
  assert.deepEqual(await centre.deliver(NUMBER, SHOP_NUMBER.slice(1), 'STOP'), [0]);
  await inbox.said('STOP');
  // Confirmed once, and from then on nothing goes that she has not asked for.
  const before = (await centre.taken(2)).length;
  await desk.page.locator('.way', { hasText: 'SMS' }).getByText('wants no messages').waitFor();
  await choose('SMS');
  await desk.sees('the customer wrote that they want no messages here');
  assert.ok(!(await desk.page.locator('#composer-body').isVisible()), 'there is nowhere to write');
  assert.equal(centre.lines().length, before);
  await picture(desk.page, 'a-day-later-06-stopped');
}

async function choose(door) {
  await desk.page.locator('.way', { hasText: door }).first().click();
}
