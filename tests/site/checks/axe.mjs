// axe-core (WCAG 2.2 A and AA, and its own best practice) on one page of every kind and language. The dark colours are
// looked at in the first language only, and for contrast only: nothing else depends on them.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { inPairs, open, urlOf } from '../chromium.mjs';
import { sample } from '../kinds.mjs';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Animations would be caught half-way, with colours that nobody sees. */
const SETTINGS = { reducedMotion: 'reduce', viewport: { width: 412, height: 900 } };

export default {
  name: 'axe',
  about: 'axe-core on every page kind, light and dark',
  async run(site, report) {
    const { server } = await open(site);
    const pages = sample(site.pages, 1);
    const first = site.pageOf.get('index.html')?.lang;
    await inPairs(pages, async ({ file, lang }, page) => {
      const found = await runAxe(page, urlOf(site, server, file), lang === first);
      for (const { id, help, nodes, scheme } of found) {
        const where = nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' · ');
        report.fail(file, `${id}: ${help} (${scheme})`, `${where}${nodes.length > 2 ? ` and ${nodes.length - 2} more` : ''}: ${reason(nodes[0])}`);
      }
    }, SETTINGS);
    report.note(`${pages.length} pages light, ${pages.filter((page) => page.lang === first).length} dark`);
  },
};

async function runAxe(page, url, dark) {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(SOURCE);
  const found = await violations(page, 'light', {});
  if (!dark) return found;
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...found, ...(await violations(page, 'dark', { runOnly: ['color-contrast', 'link-in-text-block'] }))];
}

async function violations(page, scheme, options) {
  const results = await page.evaluate((more) => window.axe.run(document, { resultTypes: ['violations'], ...more }), options);
  return results.violations.map((violation) => ({ ...violation, scheme }));
}

function reason(node) {
  return [...node.any, ...node.all, ...node.none][0]?.message ?? '';
}
