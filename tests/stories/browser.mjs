// Chromium, and what people hold in their hands.

import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(new URL('../clients/package.json', import.meta.url));
const { chromium } = require('playwright-core');

/** As root in a container, and with nothing that the browser would fetch for itself. */
const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** What sort of screen somebody sits before. */
export const PHONE = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };
export const LAPTOP = { viewport: { width: 1180, height: 760 } };
export const DESK = { viewport: { width: 1280, height: 900 }, locale: 'en-GB' };

export function launch() {
  return chromium.launch(CHROMIUM);
}

/** Keeps a picture of a page as one step of a story. */
export async function picture(page, name) {
  const folder = process.env.ONEDOOR_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  // What has just come in is marked for a moment; the picture shows the page at rest.
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
