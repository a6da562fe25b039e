// Celina asks in the chat, signs in, goes on by e-mail and by SMS, calls, and comes to the store: one conversation, one
// transcript in order, and nothing that she had to say twice.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';

import { Onedoor } from '../clients/onedoor.mjs';
import { DESK, LAPTOP, PHONE, launch, picture } from './browser.mjs';
import { ChatShop } from './chat-shop.mjs';
import { Desk } from './desk.mjs';
import { Exchange } from './exchange.mjs';
import { Inbox } from './inbox.mjs';
import { killedWhileItSends } from './killed.mjs';
import { MessageCentre } from './message-centre.mjs';
import { Mailbox, authority, server } from './post.mjs';
import { record } from './till.mjs';

const SHOP = 'hello@kubek.test';
const SHOP_NUMBER = '+48123456789';
const NUMBER = '+48601234567';
const CARD = 'KB-100200';

/** What customers dial; Anna's telephone there; how long it rings before she picks up, and how long they talk. */
const HOTLINE = '48221234567';
const EXTENSION = '101';
const RINGS_MS = 8_000;
const TALKS_MS = 3_000;

/** What was said, by which door, as it must stand in the end. */
const SAID = [
  ['Web shop', 'Do the cups come in blue?'],
  ['Web shop', 'They do, from Monday.'],
  ['Mail', 'Here is the picture of the blue cups that you wanted.'],
  ['Mail', 'Lovely. Please keep six for me.'],
  ['SMS', 'Six blue cups wait for you in Kraków.'],
  ['SMS', 'Thank you, I am on my way'],
  ['Hotline', 'She asks whether two more can be wrapped.'],
  ['Kraków', 'The two are a present for her sister.'],
  ['Kraków', 'Wrapped, and paid.'],
];

let onedoor, browser, context, shop, centre, desk, inbox, visitor, secret, doors, exchange, conversation;
const mailbox = new Mailbox('celina@example.test');

describe('one conversation, whichever door it comes through', () => {
  before(async () => {
    [centre, exchange] = await Promise.all([MessageCentre.start(), Exchange.open(RINGS_MS)]);
    onedoor = await Onedoor.start([], ['--allow-private-webhooks']);
    browser = await launch();
  });
  after(async () => {
    exchange?.close();
    await browser?.close();
    shop?.close();
    centre?.stop();
    await onedoor?.stop();
  });

  test('Anna connects the doors', annaConnectsTheDoors);
  test('a visitor asks in the chat', visitorAsks);
  test('the shop says who she is, and Anna answers', celinaSignsIn);
  test('it goes on by e-mail', goesOnByMail);
  test('and by SMS, whose receipt Anna sees', goesOnBySms);
  test('she calls, and Anna sees who it is before she answers', calls);
  test('she shows her card in the store', comesToTheStore);
  test('it was one conversation, and is one transcript in order', oneTranscript);
  test('killed while it sends, it loses nothing and says nothing under another name', async () => {
    await killedWhileItSends({ onedoor, desk, doors, conversation, mailbox, centre });
  });
});

async function annaConnectsTheDoors() {
  context = await browser.newContext(DESK);
  desk = new Desk(await context.newPage(), onedoor.url);
  inbox = new Inbox(desk);
  await desk.setUp();
  doors = {};
  await connectsMail();
  doors.sms = await desk.makeDoor('sms', 'SMS');
  await desk.connect('smpp', {
    host: '127.0.0.1',
    port: centre.port,
    system_id: 'shop',
    password: 'secret',
    from: SHOP_NUMBER,
  });
  await centre.isBound();
  doors.phone = await desk.makeDoor('phone', 'Hotline');
  await desk.connect('asterisk', {
    host: '127.0.0.1',
    port: exchange.ami,
    username: 'onedoor',
    password: 'secret',
  });
  await exchange.isHeard();
  doors.store = await desk.makeDoor('store', 'Kraków');
  doors.web = await desk.makeDoor('web', 'Web shop');
  secret = await openChat(doors.web);
  shop = await ChatShop.open(onedoor.url, doors.web.writeKey);
  await desk.open('/desk/settings/telephone');
  await desk.page.fill('[name=extension]', EXTENSION);
  await desk.page.getByRole('button', { name: 'Save' }).click();
  await desk.sees('The extension is saved.');
}

/** By servers whose certificates an authority of the shop's own signed: until it is told, they get neither letter nor password. */
async function connectsMail() {
  const [smtp, imap] = [server('ONEDOOR_TEST_SMTPS'), server('ONEDOOR_TEST_IMAPS')];
  const settings = {
    address: SHOP,
    name: 'Kubek',
    imap_host: imap.host,
    imap_port: imap.port,
    imap_tls: 'tls',
    imap_user: SHOP,
    imap_password: 'any',
    smtp_host: smtp.host,
    smtp_port: smtp.port,
    smtp_tls: 'tls',
    smtp_user: SHOP,
    smtp_password: 'any',
    plus: 'yes',
  };
  doors.mail = await desk.makeDoor('email', 'Mail');
  await desk.connect('email', settings);
  await desk.page.getByRole('button', { name: 'Test the connection' }).click();
  await desk.sees('The sending server cannot prove who it is');
  await picture(desk.page, 'conversation-00-unknown-authority');
  await desk.connect('email', { ...settings, authority: authority() });
  await desk.page.getByRole('button', { name: 'Test the connection' }).click();
  await desk.sees('The connection works.');
  await picture(desk.page, 'conversation-01-mail');
}

/** The chat's secret is for the shop's own server: it is asked for on the command line. */
async function openChat(door) {
  const words = ['channel', 'chat', door.path.split('/').at(-1), '--always-online', '--data', onedoor.data];
  const { stdout } = await promisify(execFile)(process.env.ONEDOOR_BIN, words);
  return /chat_secret=(\S+)/.exec(stdout)[1];
}

const says = async (text) => {
  await visitor.fill('onedoor-chat textarea', text);
  await visitor.press('onedoor-chat textarea', 'Enter');
};
const hears = (text) => visitor.locator('onedoor-chat .text', { hasText: text }).waitFor({ timeout: 15_000 });

async function visitorAsks() {
  visitor = await (await browser.newContext(LAPTOP)).newPage();
  await visitor.goto(shop.url);
  await visitor.getByRole('button', { name: 'Open the chat' }).click();
  await says(SAID[0][1]);
  await visitor.locator('onedoor-chat .progress', { hasText: 'Delivered' }).waitFor();
  await picture(visitor, 'conversation-02-asks');
  conversation = await inbox.openTheOnlyOne();
  await inbox.said(SAID[0][1]);
  await picture(desk.page, 'conversation-03-somebody-asks');
}

async function celinaSignsIn() {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const soon = Math.floor(Date.now() / 1000) + 600;
  const claims = { sub: 'celina', name: 'Celina Wójcik', email: mailbox.address, phone: NUMBER, exp: soon };
  const signed = `${part({ alg: 'HS256' })}.${part(claims)}`;
  const token = `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  const traits = { firstName: 'Celina', lastName: 'Wójcik' };
  const said = (path) => visitor.waitForResponse((answer) => answer.url().endsWith(path) && answer.ok());
  const known = Promise.all([said('/v1/chat/identity'), said('/v1/batch')]);
  await visitor.evaluate(([traits, token]) => window.onedoor.identify('celina', traits, { token }), [traits, token]);
  await known;
  await desk.page.reload();
  await desk.sees('Celina Wójcik');
  await inbox.answer('Web shop', SAID[1][1]);
  await hears(SAID[1][1]);
  await picture(visitor, 'conversation-04-is-answered');
}

async function goesOnByMail() {
  await desk.page.reload();
  await inbox.answer('Mail', SAID[2][1]);
  const letter = await mailbox.letter(1);
  assert.match(letter.text, /picture of the blue cups/);
  await mailbox.answer(letter, SAID[3][1]);
  await inbox.said(SAID[3][1]);
  await picture(desk.page, 'conversation-05-by-mail');
}

async function goesOnBySms() {
  await inbox.answer('SMS', SAID[4][1]);
  const [sms] = await centre.taken(1);
  assert.deepEqual([sms.to, sms.text], [NUMBER.slice(1), SAID[4][1]]);
  await inbox.reaches(SAID[4][1], 'Delivered');
  assert.deepEqual(await centre.deliver(NUMBER.slice(1), SHOP_NUMBER.slice(1), SAID[5][1]), [0]);
  await inbox.said(SAID[5][1]);
  await picture(desk.page, 'conversation-06-by-sms');
}

/** By a real Asterisk: whether it rings and whether they talk is what Asterisk says, not what we told it. */
async function calls() {
  await exchange.call(NUMBER, HOTLINE, TALKS_MS);
  const card = desk.page.locator('.call-card');
  await card.waitFor();
  const words = await card.innerText();
  assert.equal(await exchange.stateOf(EXTENSION), 'Ringing', 'the card was there before anybody answered');
  for (const word of ['Incoming call', 'Celina Wójcik', NUMBER]) assert.ok(words.includes(word), `${word} in ${words}`);
  const asked = await card.getByRole('link', { name: 'Open the conversation' }).getAttribute('href');
  assert.equal(asked.split('/').at(-1), conversation, 'the call is of the conversation of the first word');
  await picture(desk.page, 'conversation-07-it-rings');
  await card.getByText('You are talking').waitFor({ timeout: RINGS_MS + 15_000 });
  assert.equal(await exchange.stateOf(EXTENSION), 'Up');
  await picture(desk.page, 'conversation-08-they-talk');
  await card.waitFor({ state: 'detached' });
  await desk.sees(/^Incoming call · \d+ s · answered by Anna Nowak$/);
  await desk.page.getByText('Write down what was said').last().click();
  await desk.page.locator('details[open] textarea').fill(SAID[6][1]);
  await desk.page.locator('details[open] button[type=submit]').click();
  await inbox.said(SAID[6][1]);
  await picture(desk.page, 'conversation-09-called');
}

async function comesToTheStore() {
  // The shop's own server, which gave her the card, says whose it is.
  const externalIds = [{ type: 'loyalty_card', id: CARD, verified: true }];
  await record(onedoor.url, doors.web.secretKey, 'identify', { userId: 'celina', context: { externalIds } });
  const phone = { ...PHONE, locale: 'en-GB', storageState: await context.storageState() };
  const clerk = new Desk(await (await browser.newContext(phone)).newPage(), onedoor.url);
  await clerk.open('/desk/store');
  await clerk.page.fill('#scan', CARD);
  await clerk.page.keyboard.press('Enter');
  await clerk.sees(SAID[6][1]);
  await picture(clerk.page, 'conversation-10-in-the-store');
  await clerk.page.fill('#store-said', SAID[7][1]);
  await clerk.page.getByRole('button', { name: 'Write it down' }).click();
  await clerk.sees(SAID[7][1]);
  await clerk.page.getByText('I answered').click();
  await clerk.page.fill('#store-said', SAID[8][1]);
  await clerk.page.getByRole('button', { name: 'Write it down' }).click();
  await clerk.sees(SAID[8][1]);
}

async function oneTranscript() {
  await inbox.said(SAID[8][1]);
  assert.deepEqual(await inbox.transcript(), SAID);
  assert.equal(await desk.page.locator('.told-before').count(), 0, 'nothing was said twice');
  await picture(desk.page, 'conversation-11-one-transcript');
  assert.equal(await inbox.openTheOnlyOne(), conversation, 'it is still the conversation of the first word');
  assert.deepEqual(await inbox.transcript(), SAID);
  // A number can be faked: the call stands in her conversation, and on the timeline of whoever called by that number.
  onedoor.secretKey = doors.web.secretKey;
  const { customer } = await onedoor.context(`device:caller:${NUMBER}`);
  await desk.open(`/desk/customers/${customer.id}`);
  await desk.sees(/^Called us · \d+ s/);
  await picture(desk.page, 'conversation-12-who-called');
}
