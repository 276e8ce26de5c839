// axe-core (WCAG 2.2 A and AA, and its own best practice) on one page of every kind and language, light and dark.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { inPairs, open, urlOf } from '../chromium.mjs';
import { sample } from '../kinds.mjs';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Animations would be caught half-way, with colours that nobody sees. */
const SETTINGS = { reducedMotion: 'reduce', viewport: { width: 412, height: 900 } };

const SCHEMES = ['light', 'dark'];
/** The size of targets is WCAG 2.2 AA, but axe-core does not look at it unless asked to. */
const OPTIONS = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };

export default {
  name: 'axe',
  about: 'axe-core on every page kind, light and dark',
  async run(site, report) {
    const { server } = await open(site);
    const pages = sample(site.pages, 1);
    await inPairs(pages, async ({ file }, page) => {
      const found = await runAxe(page, urlOf(site, server, file));
      for (const { id, help, nodes, scheme } of found) {
        const where = nodes.slice(0, 2).map((node) => node.target.join(' ')).join(' · ');
        report.fail(file, `${id}: ${help} (${scheme})`, `${where}${nodes.length > 2 ? ` and ${nodes.length - 2} more` : ''}: ${reason(nodes[0])}`);
      }
    }, SETTINGS);
    report.note(`${pages.length} pages, light and dark`);
  },
};

async function runAxe(page, url) {
  const found = [];
  await page.emulateMedia({ colorScheme: SCHEMES[0] });
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(SOURCE);
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    const results = await page.evaluate((options) => window.axe.run(document, options), OPTIONS);
    found.push(...results.violations.map((violation) => ({ ...violation, scheme })));
  }
  return found;
}

function reason(node) {
  return [...node.any, ...node.all, ...node.none][0]?.message ?? '';
}
