// An agent at the inbox, by what stands on its pages.

import assert from 'node:assert/strict';

export class Inbox {
  /** @param {import('./desk.mjs').Desk} desk */
  constructor(desk) {
    Object.assign(this, { desk, page: desk.page });
  }

  /** Opens the only conversation that there is; its id. */
  async openTheOnlyOne() {
    await this.desk.open('/desk/inbox?view=all');
    const rows = this.page.locator('ol.conversations > li');
    await rows.first().waitFor();
    assert.equal(await rows.count(), 1, 'there is one conversation');
    await rows.first().locator('a').first().click();
    await this.page.locator('#composer-body').waitFor();
    return this.shown();
  }

  /** The id of the conversation that is open. */
  shown() {
    return new URL(this.page.url()).pathname.split('/').at(-1);
  }

  /** Answers by the door with this name, and waits until the transcript has it. */
  async answer(door, text) {
    await this.page.locator('.way', { hasText: door }).first().click();
    await this.page.fill('#composer-body', text);
    await this.page.press('#composer-body', 'Control+Enter');
    await this.said(text);
  }

  /** Writes what stays among staff. */
  async note(text) {
    await this.page.locator('.kinds label', { hasText: 'Note' }).click();
    await this.page.fill('#composer-body', text);
    await this.page.press('#composer-body', 'Control+Enter');
    await this.said(text);
  }

  /** The line of the transcript that says this; the page is not loaded again. */
  async said(text) {
    const line = this.page.locator('.transcript .message', { hasText: text });
    await line.first().waitFor({ timeout: 15_000 });
    return line.first();
  }

  /** How far an answer got, in words. */
  async reaches(text, state) {
    const line = await this.said(text);
    await line.locator('.state', { hasText: state }).waitFor({ timeout: 15_000 });
  }

  /** Each line as [door, what was said], in the order of the page. */
  async transcript() {
    const lines = this.page.locator('.transcript .message');
    return await lines.evaluateAll((all) => all.map((line) => [
      line.querySelector('.message-top .door, .message-top .badge')?.textContent.trim() ?? '',
      line.querySelector('.said')?.textContent.trim() ?? '',
    ]));
  }
}
