#!/usr/bin/env node
// Checks the PDF documents that `ocop print` sets.
//
//   node documents.mjs PROGRAM CATALOGUE…
//
// For each catalogue: sheets on A4 and A5 and in two languages, labels on every stock, a price list, the book with bleed. Each
// must have its pages on paper of its size, be tagged, embed all its fonts, say its language, hold names, decisions, stars and
// prices as text, come out the same byte for byte a second time, and every code must be read at 300 dpi and as a telephone
// sees it. Exit code 0: nothing found, 1: defects, 2: wrong command line.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { closeChromium, open } from '../site/chromium.mjs';
import { Site } from '../site/site.mjs';
import { Codes } from './codes.mjs';
import { count, size, text } from './pdf.mjs';

const run = promisify(execFile);
const [program, ...catalogues] = process.argv.slice(2);
if (!catalogues.length) {
  console.error('usage: node documents.mjs PROGRAM CATALOGUE…');
  process.exit(2);
}
const PAPERS = { a4: [210, 297], a5: [148, 210] };
const EDGE = 20;
const findings = [];
const fail = (where, what) => findings.push(`${where}: ${what}`);
const plain = (words) => words.normalize('NFC').replace(/[\s\u00a0\u00ad]+/g, '');
const folder = await mkdtemp(join(tmpdir(), 'ocop-documents-'));
let read = 0;
let documents = 0;
try {
  for (const catalogue of catalogues) await judgeAll(resolve(catalogue));
} finally {
  await closeChromium();
  await rm(folder, { recursive: true, force: true });
}
for (const finding of findings) console.log(`FAIL ${finding}`);
console.log(`${documents} documents, ${read} codes read: ${findings.length ? `${findings.length} defects` : 'sound'}`);
process.exitCode = findings.length || !read ? 1 : 0;

async function judgeAll(catalogue) {
  // A copy, so that nothing is left in the catalogue; its finished pictures come along.
  const root = join(folder, 'catalogue');
  await rm(root, { recursive: true, force: true });
  await cp(catalogue, root, { recursive: true, filter: (path) => !/(^|\/)(\.git|\.ci|target|public|node_modules|src|tests\/site|cache\/print)$/.test(path) });
  const site = join(folder, 'site');
  await run(program, ['build', '--root', root, '--output', site]);
  const built = new Site(site);
  const codes = await Codes.open((await open(built)).browser, folder);
  const list = JSON.parse(await readFile(join(site, 'api/catalogue.json'), 'utf8')).products;
  const products = await Promise.all(list.map(async ({ id }) => JSON.parse(await readFile(join(site, `api/products/${id}.json`), 'utf8'))));
  const base = built.baseUrl;
  for (const options of [['sheets'], ['sheets', '--paper', 'a5'], ['sheets', '--lang', 'vi+en'], ['prices'], ['book', '--paper', 'a5', '--bleed'], ['labels'], ['labels', '--paper', '2x7', '--barcode', '--start', '4'], ['labels', '--paper', 'roll-58'], ['labels', '--paper', 'roll-80', '--barcode']]) {
    const where = `${catalogue.split('/').at(-1)} ${options.join(' ')}`;
    const file = join(folder, 'document.pdf');
    await set(root, options, file);
    documents += 1;
    const bytes = await readFile(file);
    await rm(join(root, '.ocop/cache/print'), { recursive: true, force: true });
    await set(root, options, file);
    if (!bytes.equals(await readFile(file))) fail(where, 'a second run gives other bytes');
    await judge(where, options, file, products, base, codes);
  }
  await codes.close();
}

async function set(root, options, file) {
  const [what, ...rest] = options;
  await run(program, ['print', what, '--root', root, ...rest, '-o', file]);
}

async function judge(where, options, file, products, base, codes) {
  const [what] = options;
  const after = (name) => options[options.indexOf(name) + 1];
  const paper = options.includes('--paper') ? after('--paper') : 'a4';
  const [width, height] = await size(file);
  const [wide, high] = (PAPERS[paper] ?? (paper.startsWith('roll') ? [Number(paper.slice(5)), height] : PAPERS.a4)).map((side) => side + (options.includes('--bleed') ? EDGE : 0));
  if (Math.abs(width - wide) > 0.5 || Math.abs(height - high) > 0.5) fail(where, `paper of ${width.toFixed(1)} × ${height.toFixed(1)} mm`);
  const info = (await run('pdfinfo', [file])).stdout;
  if (!/Tagged:\s+yes/.test(info)) fail(where, 'is not tagged');
  if (!(await readFile(file)).includes('/Lang')) fail(where, 'says no language');
  for (const line of (await run('pdffonts', [file])).stdout.trim().split('\n').slice(2)) {
    const [embedded, subset] = line.trim().split(/\s+/).slice(-5);
    if (embedded !== 'yes' || subset !== 'yes') fail(where, `a font is not embedded: ${line}`);
  }
  const printed = plain(await text(file));
  for (const product of products) {
    const wanted = [product.name.vi];
    const { status, decision } = product.certificate ?? { status: 'none' };
    if (what === 'sheets' || what === 'book') {
      if (decision) wanted.push(`${decision.number} ngày ${decision.date.split('-').reverse().join('/')}`);
      wanted.push({ valid: 'Còn hiệu lực đến', expiring: 'Sắp hết hiệu lực', expired: 'Đã hết hiệu lực', withdrawn: 'đã bị thu hồi', unknown: 'Chưa rõ còn hiệu lực', none: 'Không có giấy chứng nhận' }[status]);
    }
    for (const { price } of packagesOf(product)) if (price) wanted.push(`${price.toLocaleString('vi-VN')} ₫`);
    for (const word of wanted) if (!printed.includes(plain(word))) fail(where, `${product.id}: lacks "${word}"`);
  }
  if (what === 'sheets' && (await count(file)) < products.length) fail(where, `fewer pages than products`);
  if (what === 'sheets' || what === 'book') read += await codes.judge(where, file, products.map((product) => ({ id: product.id, numbers: numbersOf(product) })), fail, base, { extra: true });
  if (what === 'labels' && !options.includes('--barcode')) read += await codes.judge(where, file, products.flatMap((product) => Array.from({ length: Math.max(1, product.packages?.length ?? 0) }, (_, index) => ({ id: product.id, numbers: numbersOf(product).slice(index, index + 1) }))), fail, base, { extra: true });
  if (what === 'labels' && options.includes('--barcode')) read += await codes.judge(where, file, products.flatMap(numbersOf).map((digits) => ({ digits })), fail, base, { extra: true });
}

function packagesOf(product) {
  return product.packages ?? [];
}

function numbersOf(product) {
  return packagesOf(product).map((one) => one.gtin).filter(Boolean);
}
