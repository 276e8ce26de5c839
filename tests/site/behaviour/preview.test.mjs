// The preview while somebody writes: `ocop serve` on a copy of the sample catalogue, a page open in Chromium, files changed
// as editors, office programs and git change them.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ARGS, chromiumPath } from '../chromium.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OCOP = process.env.OCOP ?? join(ROOT, 'target/release/ocop');
const PRODUCT = 'content/products/mien-dong-tai-hoan';

let folder, root, server, browser, page, address, log;

const path = (inside) => join(root, inside);
const edit = (inside, change) => writeFileSync(path(inside), change(readFileSync(path(inside), 'utf8')));
const says = (text) => page.waitForFunction((text) => document.body?.innerText.includes(text), text);
/** The overlay's text, '' without one. */
const notice = () => page.evaluate(() => document.querySelector('html > section[role="alert"]')?.shadowRoot.textContent ?? '');

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ocop-preview-'));
  root = join(folder, 'catalogue');
  for (const part of ['content', 'themes', 'static', 'ocop.toml']) if (existsSync(join(ROOT, part))) cpSync(join(ROOT, part), path(part), { recursive: true });
  // Pictures that were made before come from the cache; the rest is made when it is looked at.
  if (existsSync(join(ROOT, '.ocop/cache'))) cpSync(join(ROOT, '.ocop/cache'), path('.ocop/cache'), { recursive: true });
  server = spawn(OCOP, ['serve', '--root', root], { stdio: ['ignore', 'pipe', 'pipe'] });
  log = '';
  server.stderr.on('data', (text) => (log += text));
  address = await new Promise((done, failed) => {
    server.stdout.on('data', (text) => /http:\S+/.test(text) && done(/http:\S+/.exec(text)[0]));
    server.on('exit', () => failed(new Error(log)));
  });
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ARGS });
  page = await browser.newPage({ viewport: { width: 1280, height: 700 } });
  page.setDefaultTimeout(15_000);
  await page.goto(`${address}vi/san-pham/mien-dong-tai-hoan/`);
});

after(async () => {
  await browser?.close();
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
});

describe('the preview', () => {
  test('shows an edited record, and keeps the place on the page', async () => {
    await page.evaluate(() => scrollTo(0, 500));
    edit(`${PRODUCT}/product.toml`, (text) => text.replace('Miến dong Tài Hoan', 'Miến dong sửa tên'));
    await says('Miến dong sửa tên');
    assert.equal(await page.evaluate(() => Math.round(scrollY)), 500);
  });

  test('shows an edited story, template, style sheet, translation and photo', async () => {
    edit(`${PRODUCT}/story.vi.md`, (text) => `Câu mở đầu mới.\n\n${text}`);
    await says('Câu mở đầu mới.');
    edit('themes/gido/templates/pages/product.html', (text) => text.replace('</h1>', ' (khuôn mới)</h1>'));
    await says('(khuôn mới)');
    edit('themes/gido/i18n/vi.ftl', (text) => text.replace(/^nav_products = .*$/m, 'nav_products = Hàng mới'));
    await says('Hàng mới');
    edit('themes/gido/css/base.css', (text) => `${text}\nbody { --preview-test: 1; }\n`);
    await page.waitForFunction(() => getComputedStyle(document.body).getPropertyValue('--preview-test').trim() === '1');
    const photo = () => page.evaluate(() => document.querySelector('main img').currentSrc);
    const former = await photo();
    const other = path('content/products/mam-tom-le-gia/minh-hoa.jpg');
    writeFileSync(path(`${PRODUCT}/minh-hoa.jpg`), readFileSync(other));
    await page.waitForFunction((former) => document.querySelector('main img').currentSrc && document.querySelector('main img').currentSrc !== former, former);
    assert.ok(await page.evaluate(() => document.querySelector('main img').decode().then(() => true)), 'the new photo is there');
  });

  test('a mistake lies over the page in the words of the terminal, and the page stays', async () => {
    const good = readFileSync(path(`${PRODUCT}/product.toml`), 'utf8');
    writeFileSync(path(`${PRODUCT}/product.toml`), good.replace(/^producer = .*$/m, 'producer = "khong-co"'));
    await page.waitForSelector('html > section[role="alert"]');
    const words = await notice();
    assert.match(words, /there is no producer `khong-co`/);
    assert.match(words, /product\.toml:\d+/);
    assert.match(words, /help:/);
    assert.ok(log.includes('there is no producer `khong-co`'), 'the terminal says the same');
    assert.match(await page.locator('h1').innerText(), /Miến dong sửa tên/, 'the last good page stays');
    await page.goto(`${address}vi/`);
    await page.waitForSelector('html > section[role="alert"]');
    await page.getByRole('button', { name: 'Hide' }).click();
    assert.equal(await notice(), '');
    writeFileSync(path(`${PRODUCT}/product.toml`), good.replace('sửa tên', 'đã sửa'));
    await says('đã sửa').catch(() => {});
    await page.goto(`${address}vi/san-pham/mien-dong-tai-hoan/`);
    await says('Miến dong đã sửa');
    assert.equal(await notice(), '');
  });

  test('a template with a mistake is told, and mended it is shown', async () => {
    const file = 'themes/gido/templates/pages/product.html';
    const good = readFileSync(path(file), 'utf8');
    writeFileSync(path(file), good.replace('{%', '{% khong_co '));
    await page.waitForSelector('html > section[role="alert"]');
    assert.match(await notice(), /template/);
    writeFileSync(path(file), good.replace('(khuôn mới)', '(khuôn đã sửa)'));
    await says('(khuôn đã sửa)');
    assert.equal(await notice(), '');
  });

  test('editors that save by renaming, and files that change during a rebuild', async () => {
    const record = path(`${PRODUCT}/product.toml`);
    const text = readFileSync(record, 'utf8');
    writeFileSync(`${record}.new`, text.replace('đã sửa', 'đổi tên tệp'));
    renameSync(`${record}.new`, record);
    await says('Miến dong đổi tên tệp');
    for (let number = 1; number <= 30; number += 1) {
      writeFileSync(record, text.replace('đã sửa', `lần ${number}`));
      await new Promise((done) => setTimeout(done, 15 + (number % 5) * 20));
    }
    await says('Miến dong lần 30');
  });

  test('new folders, deleted folders, and many files at once', async () => {
    await page.goto(`${address}vi/san-pham/`);
    const count = async () => Number.parseInt(await page.locator('#count').innerText(), 10);
    const all = await count();
    mkdirSync(path('content/products/hang-moi'));
    writeFileSync(path('content/products/hang-moi/product.toml'), 'id = "bk-9999"\nname = { vi = "Hàng mới", en = "New" }\nproducer = "htx-tai-hoan"\ngroup = "food"\n');
    await page.waitForFunction((all) => Number.parseInt(document.querySelector('#count')?.innerText, 10) === all + 1, all).catch((error) => { throw new Error(`${error.message}\n${log}`); });
    const moved = ['mam-tom-le-gia', 'hang-moi'];
    mkdirSync(join(folder, 'away'));
    for (const name of moved) renameSync(path(`content/products/${name}`), join(folder, 'away', name));
    await page.waitForFunction((number) => Number.parseInt(document.querySelector('#count')?.innerText, 10) === number, all - 1);
    assert.equal((await page.request.get(`${address}vi/san-pham/mam-tom-le-gia/`)).status(), 404);
    renameSync(join(folder, 'away/mam-tom-le-gia'), path('content/products/mam-tom-le-gia'));
    await page.waitForFunction((number) => Number.parseInt(document.querySelector('#count')?.innerText, 10) === number, all);
    assert.equal((await page.request.get(`${address}vi/san-pham/mam-tom-le-gia/`)).status(), 200);
  });

  test('a page of what is left to do follows the records', async () => {
    await page.goto(`${new URL('/', address)}__ocop/todo`);
    const row = page.locator('section', { hasText: 'no price' }).locator('tr', { hasText: `${PRODUCT}/product.toml` });
    assert.equal(await row.count(), 1);
    const body = await (await page.request.get(`${new URL('/', address)}__ocop/certificates.ics`)).text();
    assert.match(body, /^BEGIN:VCALENDAR\r\n/);
    edit(`${PRODUCT}/product.toml`, (text) => `${text}\n[[package]]\nnet = "500 g"\nprice = 70000\nunit = { vi = "gói", en = "pack" }\n`);
    await row.waitFor({ state: 'detached' });
    await page.locator('td a').first().click();
    await page.waitForSelector('h1');
  });

  test('search finds what was just written', async () => {
    edit(`${PRODUCT}/product.toml`, (text) => text.replace('lần 30', 'tìm thấy'));
    await page.goto(`${address}vi/`);
    await page.locator('#search-text').pressSequentially('tim thay');
    await page.waitForSelector('[role="option"]');
    await page.waitForFunction(() => document.querySelector('[role="option"]')?.textContent.includes('tìm thấy'));
  });
});
