// Staff at the desk, in a browser, by what stands on its pages.

import assert from 'node:assert/strict';

export const OWNER = { name: 'Anna Nowak', email: 'anna@kubek.example', password: 'three cups of coffee' };

export class Desk {
  constructor(page, url) {
    Object.assign(this, { page, url });
  }

  async open(path) {
    await this.page.goto(this.url + path);
  }

  /** The very first visit: the desk asks who owns it. */
  async setUp() {
    await this.open('/');
    await this.page.waitForURL('**/desk/set-up');
    for (const [field, text] of Object.entries(OWNER)) await this.page.fill(`[name=${field}]`, text);
    await this.page.getByRole('button', { name: 'Open the desk' }).click();
    await this.page.waitForURL((url) => !url.pathname.endsWith('/set-up'));
  }

  /** Makes a door from the gallery; its keys are read where they are shown. */
  async makeDoor(kind, name) {
    await this.open('/desk/doors/new');
    await this.page.locator(`a[href$="kind=${kind}"]`).click();
    await this.page.fill('[name=name]', name);
    await this.page.getByRole('button', { name: 'Make the door' }).click();
    await this.page.waitForURL('**/desk/doors/chn_*');
    const keys = await this.page.locator('.copyable code').allTextContents();
    const key = (prefix) => keys.find((text) => text.startsWith(prefix));
    const door = { path: new URL(this.page.url()).pathname, secretKey: key('sk_'), writeKey: key('wk_') };
    assert.ok(door.secretKey && door.writeKey, `keys on the page: ${keys}`);
    return door;
  }

  /** Connects the door whose page is open, by the provider's form. */
  async connect(provider, values) {
    const box = this.page.locator('details', { has: this.page.locator(`input[name=provider][value=${provider}]`) });
    if ((await box.getAttribute('open')) === null) await box.locator('> summary').click();
    for (const [name, value] of Object.entries(values)) {
      const field = box.locator(`[name=${name}]`);
      const isChoice = await field.evaluate((it) => it instanceof HTMLSelectElement);
      await (isChoice ? field.selectOption(value) : field.fill(String(value)));
    }
    await box.getByRole('button', { name: 'Save' }).click();
    await this.sees('Connected as below since');
  }

  async openCustomer(id) {
    await this.open(`/desk/customers/${id}`);
  }

  /** Waits until the page shows the words; it is not loaded again. */
  async sees(words) {
    await this.page.getByText(words).first().waitFor({ timeout: 15_000 });
  }

  /** The sentences of the timeline, the newest first. */
  async timeline() {
    return await this.page.locator('.timeline .event p').allTextContents();
  }

  /** Undoes the merge that the words name, after its preview. */
  async undoMerge(words, reason) {
    const merge = this.page.locator('#merges li', { hasText: words });
    await merge.getByRole('link', { name: 'Undo' }).click();
    await this.page.fill('[name=reason]', reason);
  }

  async confirmUndoing() {
    await this.page.getByRole('button', { name: 'Undo the merge' }).click();
    await this.sees('Both sides have back what was theirs');
  }
}
