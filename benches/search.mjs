// What a first answer costs on the wire and how long a keystroke takes, in Chromium, for a built catalogue.
//
//   node benches/search.mjs PUBLIC [--pagefind] [--keys] [QUESTION…]
//
// Each question is asked in a fresh browser, so each is a first one: scripts, manifest, postings and ten cards count,
// pictures do not. Without questions those of tests/search/questions.mjs are asked, made from the catalogue. With
// --pagefind the same is done with Pagefind's bundle in PUBLIC/pagefind (made with `pagefind --site PUBLIC`): load, search,
// ten results. With --keys a name is typed on the pages themselves, in the search box and in the list: first the processor
// time of the main thread times four, then by the clock with the processor slowed four times (on an idle machine).
// Runs with the packages of tests/site.

import { chromium } from '../tests/site/node_modules/playwright-core/index.mjs';
import { ARGS, chromiumPath } from '../tests/site/chromium.mjs';
import { PLACES, keystrokes } from '../tests/search/keys.mjs';
import { questionsOf } from '../tests/search/questions.mjs';
import { firstAnswers, host, median, ownSearch, pagefind } from '../tests/search/wire.mjs';

const args = process.argv.slice(2);
const [folder, ...asked] = args.filter((argument) => !argument.startsWith('--'));
if (!folder) throw new Error('search.mjs PUBLIC [--pagefind] [--keys] [QUESTION…]');

const questions = asked.length ? asked.map((text) => ({ kind: 'asked', text })) : questionsOf(folder);
const site = await host(folder);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
const engines = { ocop: await firstAnswers(browser, site, questions, ownSearch, [site.engine, site.manifest]) };
if (args.includes('--pagefind')) engines.pagefind = await firstAnswers(browser, site, questions, pagefind, []);

const cell = ({ bytes, requests, ms, total }) => `${(bytes / 1000).toFixed(1).padStart(7)} ${String(requests).padStart(4)} ${ms.toFixed(0).padStart(5)} ${String(total).padStart(6)}`;
console.log(`${'question'.padEnd(56)}${Object.keys(engines).map((name) => `${name}: KB, requests, ms, found`.padStart(36)).join('')}`);
questions.forEach(({ kind, text }, i) => {
  console.log(`${`${kind}: ${text}`.padEnd(56)}${Object.values(engines).map((rows) => cell(rows[i]).padStart(36)).join('')}`);
});
for (const [how, of] of [['median', median], ['most', (numbers) => Math.max(...numbers)]]) {
  const line = (rows) => cell(Object.fromEntries(['bytes', 'requests', 'ms', 'total'].map((key) => [key, of(rows.map((row) => row[key]))])));
  console.log(`${how.padEnd(56)}${Object.values(engines).map((rows) => line(rows).padStart(36)).join('')}`);
}

if (args.includes('--keys')) {
  const { text } = questions.find(({ kind }) => kind === 'name, no accents') ?? questions[0];
  for (const place of Object.keys(PLACES)) {
    for (const slowed of [false, true]) {
      const rows = await keystrokes(browser, site, place, text, { slowed, times: 3 });
      console.log(`\n${place}, ${slowed ? 'by the clock, slowed 4×' : 'processor time × 4'}; ms of work until the answer is seen, and after it`);
      console.log(rows.map(({ text, work, rest }) => `  "${text}" ${work.toFixed(0)}, ${rest.toFixed(0)}`).join('\n'));
      const work = rows.map(({ work }) => work);
      console.log(`  median ${median(work).toFixed(0)}, most ${Math.max(...work).toFixed(0)}`);
    }
  }
}
await browser.close();
await site.close();
