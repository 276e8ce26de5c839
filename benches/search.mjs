// What a first answer costs on the wire and how long a keystroke takes, in Chromium, for a built catalogue.
//
//   node benches/search.mjs PUBLIC [--pagefind] QUESTION…
//
// Each question is asked in a fresh browser, so each is a first one: scripts, manifest, dictionary, postings and ten cards
// count, pictures do not. Bytes are bodies as sent; scripts and JSON compressed with gzip, as hosts do. With --pagefind the
// same is done with Pagefind's bundle in PUBLIC/pagefind (made with `pagefind --site PUBLIC`): load, search, ten results.
// Then the first question is typed letter by letter with the CPU slowed four times; the longest task of each keystroke counts.
// Runs with the packages of tests/site.

import { gzipSync } from 'node:zlib';
import { chromium } from '../tests/site/node_modules/playwright-core/index.mjs';
import { ARGS, chromiumPath } from '../tests/site/chromium.mjs';
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const args = process.argv.slice(2);
const pagefind = args.includes('--pagefind');
const [folder, ...questions] = args.filter((argument) => argument !== '--pagefind');
if (!questions.length) throw new Error('search.mjs PUBLIC [--pagefind] QUESTION…');

let sent = [];
const types = { html: 'text/html', js: 'text/javascript', json: 'application/json', css: 'text/css', wasm: 'application/wasm' };
const server = createServer((request, response) => {
  let path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  if (path === '/blank') return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>-</title>');
  if (path.endsWith('/')) path += 'index.html';
  const file = join(folder, path);
  if (!existsSync(file)) return response.writeHead(404).end();
  const type = types[path.split('.').pop()] ?? 'application/octet-stream';
  const bytes = readFileSync(file);
  const text = /text|json/.test(type);
  const body = text ? gzipSync(bytes) : bytes;
  sent.push([path, body.length]);
  response.writeHead(200, { 'content-type': type, 'content-length': body.length, ...(text ? { 'content-encoding': 'gzip' } : {}) }).end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;
const home = readFileSync(join(folder, 'vi/index.html'), 'utf8');
const engine = new URL('search/engine.js', new URL(/type="module" src="([^"]+)"|src="([^"]+)" type="module"/.exec(home).slice(1).find(Boolean), origin)).pathname;
const manifest = /data-search="([^"]+)"/.exec(home)[1];
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });

async function fresh() {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/blank`);
  sent = [];
  return { context, page };
}

const own = ([engine, manifest, text]) =>
  import(engine).then(async ({ open }) => {
    const start = performance.now();
    const { total } = await open([manifest], { lang: 'vi' }).find({ text, limit: 10 });
    return { total, ms: performance.now() - start };
  });
const other = ([text]) =>
  import('/pagefind/pagefind.js').then(async (engine) => {
    await engine.options({ language: 'vi' });
    const start = performance.now();
    const { results } = await engine.search(text);
    await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return { total: results.length, ms: performance.now() - start };
  });

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
for (const [name, run, argument] of [['ocop', own, [engine, manifest]], ...(pagefind ? [['pagefind', other, []]] : [])]) {
  const rows = [];
  for (const text of questions) {
    const { context, page } = await fresh();
    const { total, ms } = await page.evaluate(run, [...argument, text]);
    rows.push({ bytes: sent.reduce((sum, [, length]) => sum + length, 0), requests: sent.length });
    console.log(`${name}  ${String(rows.at(-1).bytes).padStart(7)} bytes  ${String(sent.length).padStart(2)} requests  ${ms.toFixed(0).padStart(4)} ms  ${total} found  ${text}`);
    await context.close();
  }
  const bytes = rows.map(({ bytes }) => bytes);
  const requests = rows.map(({ requests }) => requests);
  console.log(`${name}  median ${median(bytes)} bytes, ${median(requests)} requests; most ${Math.max(...bytes)} bytes, ${Math.max(...requests)} requests\n`);
}

const { context, page } = await fresh();
const session = await context.newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
const keys = await page.evaluate(
  async ([engine, manifest, text]) => {
    const { open } = await import(engine);
    const search = open([manifest], { lang: 'vi' });
    const tasks = [];
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({ entryTypes: ['longtask'] });
    const out = [];
    for (let end = 1; end <= text.length; end++) {
      tasks.length = 0;
      await search.suggest(text.slice(0, end), 6);
      await new Promise((resolve) => setTimeout(resolve, 60));
      // Tasks of less than 50 ms are not reported.
      out.push([text.slice(0, end), Math.round(Math.max(0, ...tasks))]);
    }
    return out;
  },
  [engine, manifest, questions[0]],
);
console.log(`CPU slowed 4×, longest task over 50 ms of each keystroke: ${keys.map(([text, ms]) => `"${text}" ${ms || '–'}`).join(', ')}`);
await browser.close();
server.close();
