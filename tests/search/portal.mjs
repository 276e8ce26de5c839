// Five and more catalogues, each built as an office of its own would and served by a host of its own, joined by a portal: its
// search finds products of all of them, counts add up, and results lead to their own pages. In Chromium, under the policy that
// the portal publishes.
//
//   node tests/search/portal.mjs OCOP FOLDER [--provinces 6] [--products 40] [--measure]
//
// OCOP is the program, FOLDER a new or empty one. With --measure no checks are made; what a first answer costs on the wire is
// printed instead; catalogues that are built already in FOLDER are taken as they are.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '../site/node_modules/playwright-core/index.mjs';
import { ARGS, chromiumPath } from '../site/chromium.mjs';
import { serve } from '../site/serve.mjs';
import { Site } from '../site/site.mjs';
import { firstAnswers, host, ownSearch } from './wire.mjs';

const DAY = '2026-01-04';
const NAMES = ['Hà Tĩnh', 'Nghệ An', 'Huế', 'Cà Mau', 'Lai Châu', 'Đắk Lắk', 'An Giang', 'Bắc Ninh', 'Cao Bằng', 'Cần Thơ', 'Đà Nẵng',
  'Điện Biên', 'Đồng Nai', 'Đồng Tháp', 'Gia Lai', 'Hà Nội', 'Hải Phòng', 'Hồ Chí Minh', 'Hưng Yên', 'Khánh Hòa', 'Lạng Sơn', 'Lào Cai',
  'Lâm Đồng', 'Ninh Bình', 'Phú Thọ', 'Quảng Ngãi', 'Quảng Ninh', 'Quảng Trị', 'Sơn La', 'Tây Ninh', 'Thái Nguyên', 'Thanh Hóa',
  'Tuyên Quang', 'Vĩnh Long'];

const args = process.argv.slice(2);
const option = (name, usual) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : usual);
const [ocop, folder] = args.map((arg) => resolve(arg));
if (!folder) throw new Error('portal.mjs OCOP FOLDER');
const provinces = NAMES.slice(0, option('--provinces', 6));
const products = option('--products', 40);
const measuring = args.includes('--measure');
const generate = fileURLToPath(new URL('../../benches/generate.py', import.meta.url));
const slug = (name) => name.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-');
const run = (program, ...words) => execFileSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'] });
const build = (root, ...more) => run(ocop, 'build', '--root', root, '--output', join(root, 'public'), '--today', DAY, ...more);
const data = (root) => JSON.parse(readFileSync(join(root, 'api/catalogue.json'), 'utf8'));

// A host gives a port; the office then builds its site for that address.
const offices = [];
for (const [number, name] of provinces.entries()) {
  const id = slug(name);
  const root = join(folder, id);
  if (measuring && existsSync(join(root, 'public'))) {
    offices.push({ id, name, root });
    continue;
  }
  run('python3', generate, '--products', String(products + (measuring ? 0 : number)), '--seed', String(number + 1), '--province', name, root);
  if (measuring) {
    build(root, '--base-url', `https://${id}.example/`);
    offices.push({ id, name, root });
    continue;
  }
  build(root);
  const server = await serve(new Site(join(root, 'public')));
  const site = `${server.origin}/`;
  build(root, '--base-url', site);
  server.publish(new Site(join(root, 'public')));
  offices.push({ id, name, root, site, server });
}

const portal = join(folder, 'portal');
mkdirSync(portal, { recursive: true });
writeFileSync(join(portal, 'ocop.toml'), [
  'base_url = "https://portal.example/"', 'title = { vi = "OCOP cả nước", en = "OCOP of the whole country" }', 'languages = ["vi", "en"]',
  ...offices.map(({ id }) => `[[federation.member]]\nid = "${id}"\nfolder = "members/${id}"`),
].join('\n') + '\n');
for (const { id, root } of offices) {
  for (const part of ['api/catalogue.json', 'search']) {
    cpSync(join(root, 'public', part), join(portal, 'members', id, part), { recursive: true });
  }
}
const begin = performance.now();
build(portal, '--strict');
const seconds = (performance.now() - begin) / 1000;

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
if (measuring) await measure();
else await check();
await browser.close();
await Promise.all(offices.map(({ server }) => server?.stop()));

async function check() {
  const site = await serve(new Site(join(portal, 'public')));
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const refused = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  page.on('pageerror', (error) => refused.push(String(error)));
  const first = async (text) => {
    await page.goto(`${site.url}vi/tim-kiem/?q=${encodeURIComponent(text)}`);
    await page.waitForSelector('[data-results] .card h3 a');
    return page.locator('[data-results] .card h3 a').first().evaluate((link) => ({ href: link.href, text: link.textContent }));
  };
  for (const { name, root, site: address } of offices) {
    const list = data(join(root, 'public')).products;
    for (const product of [list[0], list[list.length >> 1], list.at(-1)]) {
      // A name alone may be that of a product of another province; with its province it is one.
      const typed = `${product.name.vi} ${name}`;
      const plain = typed.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
      for (const text of [typed, plain]) {
        const found = await first(text);
        assert.equal(found.text, product.name.vi, `"${text}" finds the product first`);
        assert.ok(found.href.startsWith(address), `"${text}" leads to ${name}, not to ${found.href}`);
      }
    }
    const answer = await page.goto((await first(`${list[0].name.vi} ${name}`)).href);
    assert.equal(answer.status(), 200, 'the page of a result is there');
    assert.ok((await page.locator('h1').textContent()).includes(list[0].name.vi), 'and is about the product');
    assert.ok(page.url().startsWith(address));
  }

  // Everything, counted by the engine and on the pages.
  const all = offices.reduce((sum, { root }) => sum + data(join(root, 'public')).count, 0);
  await page.goto(`${site.url}vi/tim-kiem/?xep=ten`);
  const counted = await page.evaluate(async ([engine, manifest]) => {
    const { open } = await import(engine);
    const { total, facets } = await open([manifest], { lang: 'vi' }).find({ text: '', filters: {} });
    const sum = (rows) => rows.filter(({ depth }) => !depth).reduce((sum, { count }) => sum + count, 0);
    return { total, groups: sum(facets().group), places: facets().place.filter(({ depth }) => !depth).map(({ label, count }) => [label, count]) };
  }, await engineOf(site));
  assert.equal(counted.total, all);
  assert.equal(counted.groups, all, 'every product is in one large group');
  assert.equal(counted.places.length, offices.length, 'a facet for every province');
  assert.equal(counted.places.reduce((sum, [, count]) => sum + count, 0), all);
  await page.goto(`${site.url}vi/`);
  const sums = await page.locator('.figure-table tfoot td').allTextContents();
  assert.equal(Number(sums[4].replace('.', '')), all, 'the home page counts the same');

  // A search box with suggestions, on any page. The indexes of all members are much for somebody who only touched it.
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${site.url}vi/thanh-vien/`);
  const box = page.locator('[data-search-box] input, input[type=search]').first();
  await box.focus();
  await page.waitForTimeout(500);
  const indexes = () => asked.filter((path) => /\/search\/members\/[^/]+\.bin$/.test(path));
  assert.deepEqual(indexes(), [], 'no index is loaded before a letter');
  await box.pressSequentially('tra');
  await page.waitForSelector('[role=option]');
  assert.equal(new Set(indexes()).size, offices.length, 'then every one is');
  assert.deepEqual(refused, [], 'nothing is refused by the policy and nothing fails');
  await context.close();
  await site.stop();
  console.log(`${offices.length} catalogues with ${all} products answer as one portal`);
}

async function engineOf(site) {
  const home = await (await fetch(`${site.url}vi/`)).text();
  const main = /<script[^>]* src="([^"]+main\.js)"/.exec(home)[1];
  return [new URL('search/engine.js', new URL(main, site.url)).pathname, /data-search="([^"]+)"/.exec(home)[1]];
}

async function measure() {
  const site = await host(join(portal, 'public'));
  const list = data(join(offices[0].root, 'public')).products;
  const questions = [
    { kind: 'name with accents', text: list[3].name.vi },
    { kind: 'name and province', text: `${list[3].name.vi} ${offices[0].name}` },
    { kind: 'two common words', text: 'nuoc mam' },
    { kind: 'everything', text: '' },
  ];
  for (const row of await firstAnswers(browser, site, questions, ownSearch, [site.engine, site.manifest])) {
    const manifests = row.files.filter(({ path }) => path.startsWith('/search/members/'));
    const bytes = manifests.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`${row.kind}: ${row.total} found, ${(row.bytes / 1000).toFixed(0)} KB in ${row.requests} requests, ${row.ms.toFixed(0)} ms; of these ${manifests.length} manifests ${(bytes / 1000).toFixed(0)} KB`);
  }
  const size = (path) => (statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0) : statSync(path).size);
  const parts = offices.map(({ root }) => ({ site: size(join(root, 'public')), search: size(join(root, 'public/search')), data: size(join(root, 'public/api/catalogue.json')) }));
  const mean = (key) => parts.reduce((sum, one) => sum + one[key], 0) / parts.length;
  console.log(`a member: site ${(mean('site') / 1e6).toFixed(2)} MB, index ${(mean('search') / 1e3).toFixed(0)} KB, list ${(mean('data') / 1e3).toFixed(0)} KB`);
  console.log(`the portal: built in ${seconds.toFixed(2)} s, ${(size(join(portal, 'public')) / 1e6).toFixed(1)} MB`);
  await site.close();
}
