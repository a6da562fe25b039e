// A customer's mailbox, in this process: what the shop sends by SMTP lies here.

import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

import { until } from './until.mjs';

/** What somebody reads of a letter: its plain text, however that was written for the way. @param {string} letter @returns {string} */
function wordsOf(letter) {
  const [head, ...rest] = letter.split('\n\n');
  const body = rest.join('\n\n');
  const boundary = /boundary="?([^";\n]+)"?/i.exec(head)?.[1];
  if (boundary) return body.split(`--${boundary}`).slice(1, -1).map((part) => wordsOf(part.trimStart())).join('\n');
  if (!/content-type: *text\/plain/i.test(head)) return '';
  if (/content-transfer-encoding: *base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const ofBytes = (/** @type {string} */ bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString();
  const isQuoted = /content-transfer-encoding: *quoted-printable/i.test(head);
  return isQuoted ? body.replaceAll('=\n', '').replace(/(?:=[0-9A-F]{2})+/g, ofBytes) : body;
}

export class Letterbox {
  static async open() {
    const box = new Letterbox();
    box.letters = [];
    box.server = createServer((socket) => box.#take(socket));
    box.server.listen(0, '127.0.0.1');
    await once(box.server, 'listening');
    box.port = box.server.address().port;
    return box;
  }

  /** Only what is sent matters here: nobody writes to the shop. @param {import('./desk.mjs').Desk} desk */
  async connect(desk) {
    const host = '127.0.0.1';
    await desk.makeDoor('email', 'Mail');
    await desk.connect('email', {
      address: 'hello@kubek.example', name: 'Kubek', plus: 'yes',
      imap_host: host, imap_port: 9, imap_tls: 'none', imap_user: 'shop', imap_password: 'any',
      smtp_host: host, smtp_port: this.port, smtp_tls: 'none',
    });
  }

  /** The code in a letter to this address; each letter is read once. */
  async code(address) {
    const isOurs = ({ to, text }) => to === address && /\b\d{6}\b/.test(text);
    const letter = await until(`a code for ${address}`, () => this.letters.find(isOurs));
    this.letters.splice(this.letters.indexOf(letter), 1);
    return /\b\d{6}\b/.exec(letter.text)[0];
  }

  /** A letter to this address that fits; each letter is read once. */
  async letter(address, fits) {
    const isOurs = ({ to, text }) => to === address && fits(text);
    const letter = await until(`a letter to ${address}`, () => this.letters.find(isOurs));
    this.letters.splice(this.letters.indexOf(letter), 1);
    return letter.text;
  }

  close() {
    this.server.close();
  }

  /** As much of SMTP as a client needs that has no wishes. */
  async #take(socket) {
    socket.on('error', () => {});
    const says = (line) => socket.write(`${line}\r\n`);
    says('220 letterbox');
    let [to, letter] = ['', null];
    for await (const line of createInterface({ input: socket })) {
      if (letter && line === '.') {
        this.letters.push({ to, text: wordsOf(letter.join('\n')) });
        letter = null;
        says('250 taken');
      } else if (letter) letter.push(line);
      else if (/^RCPT TO:/i.test(line)) {
        to = /<(.+?)>/.exec(line)[1];
        says('250 OK');
      } else if (/^DATA/i.test(line)) {
        letter = [];
        says('354 go on');
      } else if (/^QUIT/i.test(line)) {
        says('221 goodbye');
        socket.end();
      } else says('250 OK');
    }
  }
}
