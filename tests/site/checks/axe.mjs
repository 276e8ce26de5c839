// axe-core (WCAG 2.2 A and AA, and its own best practice) on one page of every kind and language. The dark colours are
// looked at in the first language only: they do not depend on it.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { inPairs, open, urlOf } from '../chromium.mjs';
import { sample } from '../kinds.mjs';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export default {
  name: 'axe',
  about: 'axe-core on every page kind, light and dark',
  async run(site, report) {
    const { browser, server } = await open(site);
    const pages = sample(site.pages, 1);
    const first = site.pageOf.get('index.html')?.lang;
    const dark = pages.filter((page) => page.lang === first);
    const visits = [...pages.map(({ file }) => ({ file, colorScheme: 'light' })), ...dark.map(({ file }) => ({ file, colorScheme: 'dark' }))];
    await inPairs(visits, async ({ file, colorScheme }) => {
      const results = await runAxe(browser, urlOf(site, server, file), colorScheme);
      for (const { id, help, nodes } of results) {
        const where = nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' · ');
        report.fail(file, `${id}: ${help} (${colorScheme})`, `${where}${nodes.length > 2 ? ` and ${nodes.length - 2} more` : ''}: ${reason(nodes[0])}`);
      }
    });
    report.note(`${pages.length} pages light, ${dark.length} dark`);
  },
};

async function runAxe(browser, url, colorScheme) {
  // Animations would be caught half-way, with colours that nobody sees.
  const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce', viewport: { width: 412, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await page.evaluate(SOURCE);
    const results = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    return results.violations;
  } finally {
    await context.close();
  }
}

function reason(node) {
  return [...node.any, ...node.all, ...node.none][0]?.message ?? '';
}
