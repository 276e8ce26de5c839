// The search in a real browser, against tables of questions and what must come first.
//
//   node tests/search/check.mjs PUBLIC QUERIES.tsv…     PUBLIC is a built catalogue (see records.mjs)
//
// Runs with the packages of tests/site. Ends with 1 if a question is answered wrongly.

import { readFileSync } from 'node:fs';
import { chromium } from '../site/node_modules/playwright-core/index.mjs';
import { ARGS, chromiumPath } from '../site/chromium.mjs';
import { serve } from '../site/serve.mjs';
import { Site } from '../site/site.mjs';

const [folder, ...tables] = process.argv.slice(2);
if (!tables.length) throw new Error('check.mjs PUBLIC QUERIES.tsv…');

const unescape = (text) => text.replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
const questions = tables.flatMap((table) =>
  readFileSync(table, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([lang, kind, text, want]) => ({ lang, kind, text: unescape(text), want: want.split('|') })),
);

const site = new Site(folder);
const host = await serve(site);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
const page = await browser.newPage({ serviceWorkers: 'block' });
const errors = [];
page.on('pageerror', (error) => errors.push(`${error}`));
page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
await page.goto(new URL('vi/', host.url).href);

const answers = await page.evaluate(async (questions) => {
  const main = document.querySelector('script[type=module]').src;
  const { open } = await import(new URL('search/engine.js', main));
  const engines = {};
  const out = [];
  for (const { lang, text } of questions) {
    engines[lang] ??= open([document.documentElement.dataset.search], { lang, day: () => '2025-07-31' });
    const { total, items, near } = await engines[lang].find({ text, limit: 10 });
    const hints = await engines[lang].suggest(text, 6);
    out.push({ total, near, urls: items.map(({ url }) => url), hints: hints.products.map(({ url }) => url) });
  }
  return out;
}, questions);

await browser.close();
await host.close();

let wrong = 0;
questions.forEach(({ lang, kind, text, want }, i) => {
  const { total, urls, hints } = answers[i];
  const slugs = urls.map((url) => url.split('/').at(-2));
  const right = want[0] === '-' ? total === 0 : want.includes(slugs[0]);
  // What is suggested while typing is what is found after.
  const same = hints.every((url, rank) => url === urls[rank]);
  if (right && same) return;
  wrong++;
  console.log(`✗ ${lang} ${kind}: "${text}" → ${slugs.slice(0, 3).join(', ') || 'nothing'}, expected ${want.join(' or ')}${same ? '' : '; suggestions differ'}`);
});
for (const error of errors) console.log(`✗ in the browser: ${error}`);
console.log(`${questions.length - wrong} of ${questions.length} questions answered as expected`);
process.exitCode = wrong || errors.length || !questions.length ? 1 : 0;
