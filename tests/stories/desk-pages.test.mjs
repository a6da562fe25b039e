// Every page of the desk, and the public help, before a judge of accessibility: with something on it, in four looks.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { Onedoor } from '../clients/onedoor.mjs';
import { faults } from './axe.mjs';
import { DESK, launch, picture } from './browser.mjs';
import { Desk } from './desk.mjs';
import { Inbox } from './inbox.mjs';
import { connectKannel, connectWhatsapp, sms, whatsapp } from './providers.mjs';
import { Telephone } from './telephone.mjs';
import { record } from './till.mjs';

const CELINA = '+48601234567';
const DAY_MS = 24 * 60 * 60 * 1000;

let onedoor, browser, context, page, desk, telephone;
/** Addresses that are known only when something is there. @type {Record<string, string>} */
const made = {};

describe('the pages of the desk can be used by everybody', () => {
  before(async () => {
    onedoor = await Onedoor.start([]);
    browser = await launch();
    context = await browser.newContext(DESK);
    page = await context.newPage();
    desk = new Desk(page, onedoor.url);
    await desk.setUp();
    await furnish();
  });
  after(async () => {
    telephone?.close();
    await browser?.close();
    await onedoor?.stop();
  });

  const fixed = [
    '/desk/inbox', '/desk/inbox?view=closed', '/desk/inbox/search?q=lamp', '/desk/inbox/repeats', '/desk/customers',
    '/desk/store', '/desk/doors', '/desk/doors/new', '/desk/doors/new?kind=sms', '/desk/audit', '/desk/satisfaction',
    '/desk/settings', '/desk/settings/articles', '/desk/settings/articles/new', '/desk/settings/ready', '/desk/settings/shop',
    '/desk/settings/telephone', '/desk/team', '/desk/teams', '/desk/rules', '/desk/loyalty', '/desk/webhooks', '/help', '/help?q=nothing',
  ];
  for (const path of fixed) test(path, () => judge(path));
  const some = [
    'a conversation', 'a shut door', 'a customer', 'their points', 'their calls', 'a store', 'a door for SMS', 'a door for WhatsApp', 'a door for calls',
    'an article', 'a ready answer', 'a team', 'a webhook', 'a saved view', 'public help',
  ];
  for (const name of some) test(name, () => judge(made[name]));
  test('somebody calls', calls);
  test('an error', () => judge('/desk/inbox/cnv_00000000000000000000000000'));
});

async function judge(path) {
  assert.ok(path, 'there is such a page');
  await page.setViewportSize(DESK.viewport);
  await desk.open(path);
  await page.locator('main').waitFor();
  assert.equal((await faults(page)).join('\n'), '');
}

/** Fills in a form of the page that is open, and sends it. */
async function send(fields, button) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]:visible`).first();
    const isChoice = await field.evaluate((it) => it instanceof HTMLSelectElement);
    await (isChoice ? field.selectOption(value) : field.fill(value));
  }
  await page.locator('main').getByRole('button', { name: button }).first().click();
  await page.waitForLoadState();
}

const path = () => new URL(page.url()).pathname;

async function furnish() {
  const store = await desk.makeDoor('store', 'Kraków');
  made['a store'] = `/desk/store/${store.path.split('/').at(-1)}`;
  const hotline = await desk.makeDoor('phone', 'Hotline');
  made['a door for calls'] = hotline.path;
  const texts = await desk.makeDoor('sms', 'Texts');
  await connectKannel(desk);
  made['a door for SMS'] = texts.path;
  const whats = await desk.makeDoor('whatsapp', 'WhatsApp');
  await connectWhatsapp(desk);
  made['a door for WhatsApp'] = whats.path;
  const call = { userId: 'celina', traits: { name: 'Celina Wójcik', phone: CELINA, phone_verified: true } };
  await record(onedoor.url, store.secretKey, 'identify', call);
  const properties = { order_id: 'K-1042', total: 129.9, currency: 'PLN', products: [{ name: 'Espresso cups', quantity: 2 }] };
  await record(onedoor.url, store.secretKey, 'track', { userId: 'celina', event: 'Order Completed', properties });
  await sms(onedoor.url, texts, CELINA.slice(1), 'Where is order K-1042? The lamp is for Sunday.');
  made['a conversation'] = `/desk/inbox/${await new Inbox(desk).openTheOnlyOne()}`;
  const person = await page.locator('#thread-head h1 a').getAttribute('href');
  made['a customer'] = person;
  made['their calls'] = `${person}/calls`;
  await givePoints(person);
  await whatsapp(onedoor.url, whats, '48605123987', 'An old question', Date.now() - DAY_MS - 60_000);
  await desk.open('/desk/inbox?view=all');
  made['a shut door'] = await page.locator('.conversation', { hasText: 'An old question' }).locator('a').first().getAttribute('href');
  await writeAnswers();
  await makeTeams();
  telephone = await Telephone.open(await browser.newContext(DESK), onedoor.url, hotline.secretKey);
}

/** A programme with a tier, and a customer whose points were put right. */
async function givePoints(person) {
  await desk.open('/desk/loyalty');
  const rates = { earn_points: '1', earn_per: '1.00', pay_points: '100', pay_per: '5.00', expire_days: '365' };
  await send({ ...rates, tier_name: 'Gold', tier_from: '1000', tier_percent: '150' }, 'Save');
  await picture(page, 'pages-loyalty');
  made['their points'] = person.replace('/desk/customers/', '/desk/loyalty/customers/');
  await desk.open(made['their points']);
  await send({ points: '50', reason: 'Bought by telephone' }, 'Correct');
  await picture(page, 'pages-points');
}

async function writeAnswers() {
  await desk.open('/desk/settings/articles/new');
  await send({ title: 'How returns work', body: '## In the store\n\nBring it back within **30 days**.', state: 'published' }, /Save|Keep|Write/);
  await desk.open('/desk/settings/articles');
  made['an article'] = await page.locator('main a[href^="/desk/settings/articles/art_"]').first().getAttribute('href');
  await desk.open('/desk/settings/ready');
  await send({ shortcut: 'hello', title: 'Greeting', body: 'Dear {customer.first_name}, thank you.' }, /Save|Add|Keep/);
  await desk.open('/desk/settings/ready');
  made['a ready answer'] = await page.locator('main a[href^="/desk/settings/ready/"]').first().getAttribute('href');
  await desk.open('/help');
  made['public help'] = await page.locator('main a[href^="/help/"]').first().getAttribute('href');
}

async function makeTeams() {
  await desk.open('/desk/teams');
  await send({ name: 'Shop floor' }, /Make/);
  await desk.open('/desk/teams');
  made['a team'] = await page.locator('main a[href^="/desk/teams/tea"]').first().getAttribute('href');
  await desk.open('/desk/rules');
  await send({ name: 'Lamps are urgent', words: 'lamp', priority: 'high' }, /Make|Add|Save/);
  await desk.open('/desk/webhooks');
  await send({ url: 'https://shop.example/hooks' }, 'Add it');
  made['a webhook'] = path();
  await desk.open('/desk/inbox?view=open&order=waiting');
  await page.locator('#keep-view summary').click();
  await send({ name: 'Waiting longest' }, 'Save');
  made['a saved view'] = '/desk/inbox?view=open&order=waiting';
}

async function calls() {
  await page.setViewportSize(DESK.viewport);
  await desk.open('/desk/doors');
  await telephone.dial(CELINA);
  await page.locator('.call-card').waitFor();
  assert.equal((await faults(page)).join('\n'), '');
  await picture(page, 'pages-call');
  await telephone.does('hang-up');
}
