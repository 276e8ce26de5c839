// What a first answer may cost in a catalogue of 1,000 products (see benches/generate.py): the files are the same on every
// machine, so the limits are those that are promised. Then that a letter typed keeps no phone busy for long; machines of
// tests are busy themselves, so that limit is wide.
//
//   node tests/search/budget.mjs PUBLIC

import { chromium } from '../site/node_modules/playwright-core/index.mjs';
import { ARGS, chromiumPath } from '../site/chromium.mjs';
import { PLACES, keystrokes } from './keys.mjs';
import { questionsOf } from './questions.mjs';
import { firstAnswers, host, median, ownSearch } from './wire.mjs';

const MOST_BYTES = 60_000;
const MOST_REQUESTS = 8;
/** Milliseconds of a phone until the answer to a letter is seen, half of all letters taking less. On a quiet machine it is 50. */
const MOST_WORK = 120;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('budget.mjs PUBLIC');
const site = await host(folder);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
const wrong = [];

const questions = questionsOf(folder);
const rows = await firstAnswers(browser, site, questions, ownSearch, [site.engine, site.manifest]);
for (const { kind, text, bytes, requests, total, files } of rows) {
  if (bytes > MOST_BYTES || requests > MOST_REQUESTS) {
    wrong.push(`${kind} "${text}": ${bytes} bytes in ${requests} requests:\n${files.map(({ path, bytes }) => `    ${bytes} ${path}`).join('\n')}`);
  }
  if (!total && kind !== 'nothing') wrong.push(`${kind} "${text}" finds nothing, so it says nothing of what an answer costs`);
}
if (questions.length < 12) wrong.push(`only ${questions.length} questions: is this the catalogue of benches/generate.py?`);
const most = (key) => Math.max(...rows.map((row) => row[key]));
console.log(`${rows.length} first answers: median ${median(rows.map(({ bytes }) => bytes))} bytes, most ${most('bytes')} bytes, ${most('requests')} requests`);

for (const place of Object.keys(PLACES)) {
  const keys = await keystrokes(browser, site, place, 'nuoc mam', { times: 2 });
  const work = median(keys.map(({ work }) => work));
  console.log(`${place}: a letter takes ${work.toFixed(0)} ms of a phone (processor time × 4)`);
  if (work > MOST_WORK) wrong.push(`${place}: ${work.toFixed(0)} ms for a letter, at most ${MOST_WORK}`);
}

await browser.close();
await site.close();
for (const line of wrong) console.log(`✗ ${line}`);
process.exitCode = wrong.length ? 1 : 0;
