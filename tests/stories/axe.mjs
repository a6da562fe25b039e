// axe-core as the judge of pages: nothing that people with other abilities would miss, in light and in dark, at a desk and on
// a telephone.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../clients/package.json', import.meta.url));
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const SIZES = [{ width: 1280, height: 900 }, { width: 390, height: 780 }];

/** What it finds wrong with the page that is open, in all four looks: a line each. */
export async function faults(page) {
  const found = new Set();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      for (const { id, nodes } of violations) {
        for (const node of nodes) found.add(`${id}, ${size.width} px, ${colorScheme}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ''}`);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) found.add(`wider than the window by ${overflow} px at ${size.width} px`);
    }
  }
  return [...found];
}
