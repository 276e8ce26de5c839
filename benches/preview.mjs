// How long an edit takes until the changed page is seen: from the save of a file to the new text in Chromium, median.
//
//   node benches/preview.mjs CATALOGUE [--ocop target/release/ocop] [--edits 20]
//
// CATALOGUE is copied, since it is edited: the price of a product, its story, its name (by which lists are sorted), in
// turns; the page of that product is open. Prints the time until `ocop serve` is ready, too. Runs with the packages of tests/site.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '../tests/site/node_modules/playwright-core/index.mjs';
import { ARGS, chromiumPath } from '../tests/site/chromium.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { ocop: { type: 'string', default: 'target/release/ocop' }, edits: { type: 'string', default: '20' } } });
if (positionals.length !== 1) throw new Error('preview.mjs CATALOGUE [--ocop PROGRAM] [--edits 20]');
const folder = mkdtempSync(join(tmpdir(), 'ocop-preview-'));
const root = join(folder, 'catalogue');
cpSync(positionals[0], root, { recursive: true, filter: (path) => !/[/\\](public|\.ocop)$/.test(path) });

const begin = performance.now();
const server = spawn(resolve(values.ocop), ['serve', '--root', root], { stdio: ['ignore', 'pipe', 'pipe'] });
let log = '';
server.stderr.on('data', (text) => (log += text));
const address = await new Promise((done, failed) => {
  server.stdout.on('data', (text) => {
    const found = /http:\S+/.exec(text);
    if (found) done(found[0]);
  });
  server.on('exit', () => failed(new Error(log)));
});
const ready = performance.now() - begin;

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
try {
  const page = await browser.newPage();
  // The page says by itself what it shows, as soon as it has been painted.
  let waiting;
  await page.exposeFunction('shown', (text) => waiting?.(text));
  await page.addInitScript(() => addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(() => globalThis.shown(document.body.innerText)))));
  const shows = (mark) => new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error(`${mark} is not seen after 30 s`)), 30_000);
    waiting = (text) => text.includes(mark) && (clearTimeout(late), done(performance.now()));
  });
  const names = readdirSync(join(root, 'content/products')).sort();
  const slug = names[Math.floor(names.length / 2)];
  const record = join(root, 'content/products', slug, 'product.toml');
  const story = join(root, 'content/products', slug, 'story.vi.md');
  await page.goto(`${address}vi/san-pham/${slug}/`);
  const times = { price: [], story: [], name: [] };
  for (let edit = 0; edit < Number(values.edits); edit += 1) {
    const what = Object.keys(times)[edit % 3];
    const mark = `${700 + edit}.${100 + edit}`;
    await page.waitForTimeout(700);
    const seen = shows(mark);
    if (what !== 'story') {
      const text = readFileSync(record, 'utf8');
      const changed = what === 'price' ? text.replace(/^price = .*$/m, `price = ${mark.replace('.', '')}000`) : text.replace(/^(name = \{ vi = ").*?"/m, `$1Tên ${mark}"`);
      if (changed === text) throw new Error(`${record} has no ${what}`);
      writeFileSync(record, changed);
    } else {
      writeFileSync(story, `Lần sửa ${mark}.\n\n${readFileSync(story, 'utf8').replace(/^Lần sửa .*\n\n/, '')}`);
    }
    const saved = performance.now();
    times[what].push((await seen) - saved);
  }
  const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
  console.log(`${names.length} products: ready after ${(ready / 1000).toFixed(2)} s; an edit is seen after ${Object.entries(times).map(([what, list]) => `${middle(list).toFixed(0)} ms (${what})`).join(', ')}`);
} finally {
  await browser.close();
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
