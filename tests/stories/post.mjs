// A customer's mailbox: letters go out by SMTP, and come in as files of a Maildir.

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { until } from './until.mjs';

const require = createRequire(new URL('../clients/package.json', import.meta.url));
const { createTransport } = require('nodemailer');

const given = (name) => process.env[name] ?? process.exit(`${name} is not set; run \`cargo x story conversation\``);

/** Host and port of a server of the test. */
export function server(name) {
  const [host, port] = given(name).split(':');
  return { host, port: Number(port) };
}

/** The certificate of the authority that signed those of the test's servers. */
export function authority() {
  return readFileSync(given('ONEDOOR_TEST_AUTHORITY'), 'utf8');
}

export class Mailbox {
  constructor(address) {
    this.address = address;
    this.transport = createTransport({ ...server('ONEDOOR_TEST_SMTP'), secure: false, ignoreTLS: true });
  }

  /** The letters that lie there. */
  letters() {
    const folder = join(given('ONEDOOR_TEST_MAILBOXES'), this.address, 'new');
    let names = [];
    try {
      names = readdirSync(folder).toSorted();
    } catch {
      // Before the first letter there is no folder.
    }
    return names.map((name) => parse(readFileSync(join(folder, name), 'utf8')));
  }

  async letter(number) {
    return await until(`letter ${number} of ${this.address}`, () => this.letters()[number - 1]);
  }

  /** As every mail program answers: to where the letter asks for, with its Message-ID, above what it said. */
  async answer(letter, text) {
    await this.transport.sendMail({
      from: `Celina Wójcik <${this.address}>`,
      to: letter.headers['reply-to'] ?? letter.headers.from,
      subject: `Re: ${letter.headers.subject}`,
      inReplyTo: letter.headers['message-id'],
      references: letter.headers['message-id'],
      text: `${text}\n\nOn Sun, 22 Nov 2026 at 09:30, ${letter.headers.from} wrote:\n> ${letter.text.trim().split('\n').join('\n> ')}\n`,
    });
  }
}

function parse(letter) {
  const [head, ...body] = letter.split(/\r?\n\r?\n/);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const headers = Object.fromEntries(lines.map((line) => {
    const [name, ...value] = line.split(': ');
    return [name.toLowerCase(), value.join(': ')];
  }));
  return { headers, text: body.join('\n\n') };
}
