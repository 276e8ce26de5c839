#!/usr/bin/env node
// Checks the PDF documents that `ocop print` sets.
//
//   node documents.mjs PROGRAM CATALOGUE…
//
// For each catalogue: sheets on A4 and A5 and in two languages, labels on every stock, a price list, the book with bleed. Each
// must have its pages on paper of its size, be tagged, embed all its fonts, say its language, hold names, decisions, stars and
// prices as text, be dark on white, come out the same byte for byte a second time, have its labels where the stock has them
// (0.2 mm), and every code must be read at 300 dpi and as a telephone sees it. A page that a sheet goes on to must name its
// product, whatever theme sets it. A site must offer what it publishes.
// Exit code 0: nothing found, 1: defects, 2: wrong command line.

import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { kindOf } from '../site/kinds.mjs';
import { Site } from '../site/site.mjs';
import { Codes } from './codes.mjs';
import { boxOf, codeOff, nameOff, STOCKS } from './labels.mjs';
import { faint } from './legible.mjs';
import { eachPage, paper as paperOf, run, text, words } from './pdf.mjs';

const [program, ...catalogues] = process.argv.slice(2);
if (!catalogues.length) {
  console.error('usage: node documents.mjs PROGRAM CATALOGUE…');
  process.exit(2);
}
const PAPERS = { a4: [210, 297], a5: [148, 210] };
const EDGE = 20;
/** Of the catalogues here; each has its own book. */
const LANGUAGES = 2;
const findings = [];
const fail = (where, what) => findings.push(`${where}: ${what}`);
const plain = (words) => words.normalize('NFC').replace(/[\s\u00a0\u00ad]+/g, '');
const folder = await mkdtemp(join(tmpdir(), 'ocop-documents-'));
let read = 0;
let documents = 0;
try {
  for (const catalogue of catalogues) await judgeAll(resolve(catalogue));
} finally {
  await rm(folder, { recursive: true, force: true });
}
for (const finding of findings) console.log(`FAIL ${finding}`);
console.log(`${documents} documents, ${read} codes read: ${findings.length ? `${findings.length} defects` : 'sound'}`);
process.exitCode = findings.length || !read ? 1 : 0;

async function judgeAll(catalogue) {
  const name = catalogue.split('/').at(-1);
  // Copies, so that nothing is left in the catalogue; its finished pictures come along.
  const copy = async (to) => {
    const root = join(folder, name, to);
    await cp(catalogue, root, { recursive: true, filter: (path) => !/(^|\/)(\.git|\.ci|target|public|node_modules|src|tests\/site|cache\/print)$/.test(path) });
    return root;
  };
  const first = await copy('first');
  const site = join(folder, 'site');
  await run(program, ['build', '--root', first, '--output', site]);
  const built = new Site(site);
  const list = JSON.parse(await readFile(join(site, 'api/catalogue.json'), 'utf8')).products;
  const products = await Promise.all(list.map(async ({ id }) => JSON.parse(await readFile(join(site, `api/products/${id}.json`), 'utf8'))));
  const base = built.baseUrl;
  const settings = await readFile(join(first, 'ocop.toml'), 'utf8');
  const waiting = documentsOf(settings);
  for (const stock of await stocksOf(first)) {
    if (!waiting.some(([what, ...options]) => what === 'labels' && (options.includes(stock) || (stock === '3x8' && !options.includes('--paper'))))) fail(name, `no labels are set on the stock ${stock}`);
  }
  const worker = async (number) => {
    const roots = [await copy(`${number}-one`), await copy(`${number}-other`)];
    while (waiting.length) {
      const options = waiting.shift();
      const where = `${name} ${options.join(' ')}`;
      // Labels in the order of the data, whatever the language sorts first.
      if (options[0] === 'labels') options.push(...products.flatMap(({ id }) => ['--product', id]));
      const files = roots.map((root) => `${root}.pdf`);
      await Promise.all(roots.map((root, index) => set(root, options, files[index])));
      documents += 1;
      const [one, other] = await Promise.all(files.map((file) => readFile(file)));
      if (!one.equals(other)) fail(where, 'set a second time it has other bytes');
      await judge(where, options, files[0], products, base);
    }
  };
  await Promise.all([worker(1), worker(2)]);
  await judgeRunning(first, name, products);
  if (settings.includes('[print]')) await judgePublished(first, name);
}

/** Where a theme sets sheets with more room than the model counts, pages after the first of a sheet say whose they are. */
async function judgeRunning(root, name, products) {
  const where = `${name} sheets with wide lines`;
  const lib = join(root, 'overrides/print/lib.typ');
  await mkdir(join(root, 'overrides/print'), { recursive: true });
  const usual = await readFile(new URL('../../themes/gido/print/lib.typ', import.meta.url), 'utf8');
  const wide = usual.replace('leading: 0.68em, spacing: 0.68em', 'leading: 2.6em, spacing: 2.6em');
  if (wide === usual) throw new Error('the theme sets its lines in another way than this check knows');
  await writeFile(lib, wide);
  const file = join(folder, 'wide.pdf');
  await set(root, ['sheets'], file);
  await rm(lib);
  const { pages } = await paperOf(file);
  if (pages <= products.length + 2) fail(where, `${pages} pages show nothing`);
  for (let page = 1; page <= pages; page += 1) {
    const printed = plain(await text(file, page));
    if (!products.some((product) => printed.includes(plain(product.name.vi)))) fail(where, `page ${page} does not say which product it is about`);
  }
}

/**
 * The site offers what `[print] publish` asks for: a link on each page leads to a PDF of that page's language, and a second build
 * takes every document from the cache.
 */
async function judgePublished(root, name) {
  const where = `${name} publish`;
  const settings = join(root, 'ocop.toml');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace('[print]', '[print]\npublish = ["sheets", "labels", "prices", "book"]'));
  const site = join(folder, 'published');
  const cache = join(root, '.ocop/cache/print');
  await rm(cache, { recursive: true, force: true });
  await run(program, ['build', '--root', root, '--output', site]);
  const kept = await stamps(cache);
  const built = new Site(site);
  let links = 0;
  for (const page of built.pages) {
    for (const [, url] of built.text(page.file).matchAll(/href="([^"]+\.pdf)"/g)) {
      links += 1;
      const file = join(site, new URL(url, built.baseUrl).pathname);
      const info = (await run('pdfinfo', [file]).catch(() => ({ stdout: '' }))).stdout;
      if (!/Tagged:\s+yes/.test(info)) fail(where, `${page.file} links to ${url}, which is no tagged PDF`);
    }
  }
  const sheets = built.pages.filter((page) => kindOf(page.file).name === 'product sheet').length;
  const packs = built.pages.filter((page) => kindOf(page.file).name === 'print pack').length;
  if (kept.length !== sheets + 2 * packs + LANGUAGES) fail(where, `${kept.length} documents for ${sheets} sheets and ${packs} packs`);
  if (links < kept.length) fail(where, `only ${links} links to ${kept.length} documents`);
  await run(program, ['build', '--root', root, '--output', site]);
  if (String(await stamps(cache)) !== String(kept)) fail(where, 'a second build sets documents again');
}

/** Names of the files of a folder with the time of their last change. */
async function stamps(path) {
  const names = (await readdir(path)).sort();
  return Promise.all(names.map(async (name) => `${name} ${(await stat(join(path, name))).mtimeMs}`));
}

/** Each kind of document, sheets in every form, labels on every stock. */
function documentsOf(settings) {
  const own = settings.includes('nha-in-4x11') ? [['labels', '--paper', 'nha-in-4x11', '--copies', '3', '--barcode']] : [];
  return [
    ['sheets'], ['sheets', '--paper', 'a5'], ['sheets', '--lang', 'vi+en'], ['sheets', '--lang', 'en', '--paper', 'a5'], ['prices'], ['book', '--paper', 'a5', '--bleed'], ['book', '--lang', 'en+vi'],
    ['labels'], ['labels', '--barcode'], ['labels', '--paper', '3x7', '--barcode'], ['labels', '--paper', '2x7', '--barcode', '--start', '4'], ['labels', '--paper', '2x7', '--lang', 'en'], ['labels', '--paper', 'roll-58'], ['labels', '--paper', 'roll-58', '--barcode'], ['labels', '--paper', 'roll-80', '--barcode'], ...own,
  ];
}

/** Every label stock that the program knows, told where one is asked for that it does not know. */
async function stocksOf(root) {
  const { stderr = '' } = await run(program, ['print', 'labels', '--root', root, '--paper', '?']).catch((error) => error);
  const [, known] = stderr.match(/known here: ([^\n]*)/) ?? [];
  if (!known) throw new Error(`the program does not tell its label stocks: ${stderr}`);
  return known.split(/, | or | and /).map((stock) => stock.replaceAll('`', '').trim()).filter(Boolean);
}

async function set(root, options, file) {
  const [what, ...rest] = options;
  await run(program, ['print', what, '--root', root, ...rest, '-o', file]);
}

async function judge(where, options, file, products, base) {
  const [what] = options;
  const after = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
  const paper = options.includes('--paper') ? after('--paper') : 'a4';
  const { pages, width, height, tagged } = await paperOf(file);
  const [wide, high] = (PAPERS[paper] ?? (paper.startsWith('roll') ? [Number(paper.slice(5)), height] : PAPERS.a4)).map((side) => side + (options.includes('--bleed') ? EDGE : 0));
  if (Math.abs(width - wide) > 0.5 || Math.abs(height - high) > 0.5) fail(where, `paper of ${width.toFixed(1)} × ${height.toFixed(1)} mm`);
  if (!tagged) fail(where, 'is not tagged');
  if (!(await readFile(file)).includes('/Lang')) fail(where, 'says no language');
  for (const line of (await run('pdffonts', [file])).stdout.trim().split('\n').slice(2)) {
    const [embedded, subset] = line.trim().split(/\s+/).slice(-5);
    if (embedded !== 'yes' || subset !== 'yes') fail(where, `a font is not embedded: ${line}`);
  }
  const lang = after('--lang')?.slice(0, 2) ?? 'vi';
  const printed = plain(await text(file));
  for (const product of products) {
    const wanted = [product.name[lang] ?? product.name.vi];
    if (what === 'sheets' || what === 'book') wanted.push(...claims(product, lang));
    for (const { price } of packagesOf(product)) if (price) wanted.push(priceIn(lang, price));
    for (const word of wanted) if (!printed.includes(plain(word))) fail(where, `${product.id}: lacks "${word}"`);
  }
  if (what === 'sheets' && pages < products.length) fail(where, 'fewer pages than products');
  const boxes = await words(file);
  const labels = what === 'labels' ? labelsOf(options, products, lang) : [];
  const stock = STOCKS[labels[0]?.stock];
  for (const label of labels) {
    const off = nameOff(boxes, label.box, stock, label.name);
    if (off) fail(where, `the label of ${label.id} on page ${label.box.page} ${off}`);
  }
  const wanted = what === 'labels' ? labels : what === 'prices' ? [] : products.flatMap((product) => {
    const numbers = numbersOf(product).slice(0, 1);
    return [{ id: product.id, numbers }, ...numbers.map((digits) => ({ digits }))];
  });
  const codes = new Codes(wanted, { folder, baseUrl: base });
  await eachPage(file, pages, folder, async (picture, number) => {
    const pale = faint(picture, boxes.filter((word) => word.page === number));
    if (pale.length) fail(where, `${pale.length} words on page ${number} are off the paper, too pale or on a ground: "${pale.slice(0, 8).map((word) => word.text).join(' ')}"`);
    for (const label of labels.filter((label) => label.box.page === number && !label.digits)) {
      const off = codeOff(picture, label.box, stock);
      if (off) fail(where, `the code of ${label.id} on page ${number} ${off}`);
    }
    await codes.page(picture, number);
  });
  for (const finding of codes.end()) fail(where, finding);
  read += codes.read;
}

/** What a sheet must say of the certificate of a product, in words. */
function claims(product, lang) {
  const { status, decision, stars } = product.certificate ?? { status: 'none' };
  const says = {
    vi: { valid: 'Còn hiệu lực đến', expiring: 'Sắp hết hiệu lực', expired: 'Đã hết hiệu lực', withdrawn: 'đã bị thu hồi', unknown: 'Chưa rõ còn hiệu lực', none: 'Không có giấy chứng nhận' },
    en: { valid: 'Valid until', expiring: 'Expiring soon', expired: 'Expired', withdrawn: 'Certificate withdrawn', unknown: 'Validity not known', none: 'No OCOP certificate' },
  }[lang][status];
  const held = ['valid', 'expiring'].includes(status) && stars ? [lang === 'vi' ? `${stars} sao` : `${stars} stars`] : [];
  const signed = decision ? [lang === 'vi' ? `${decision.number} ngày ${decision.date.split('-').reverse().join('/')}` : decision.number] : [];
  return [says, ...held, ...signed];
}

function priceIn(lang, price) {
  return lang === 'vi' ? `${price.toLocaleString('vi-VN')} ₫` : `VND ${price.toLocaleString('en-US')}`;
}

/** Every label with its place and its code, in the order of the command: all packages of a product, one after the other. */
function labelsOf(options, products, lang) {
  const after = (name, usual) => (options.includes(name) ? options[options.indexOf(name) + 1] : usual);
  const id = after('--paper', '3x8');
  const stock = STOCKS[id];
  const bars = options.includes('--barcode') && stock.room !== 'small';
  const sold = products.flatMap((product) => (packagesOf(product).length ? packagesOf(product) : [{}]).map(({ gtin }) => ({ product, gtin })));
  const all = sold.flatMap((label) => Array(Number(after('--copies', 1))).fill(label));
  return all.map(({ product, gtin }, index) => ({
    id: product.id,
    name: product.name[lang] ?? product.name.vi,
    stock: id,
    box: boxOf(stock, index + Number(after('--start', 1)) - 1),
    numbers: gtin ? [gtin] : [],
    // The data gives all numbers 14 digits; one that needs them all is that of a box, and no till asks for it.
    digits: bars && gtin?.startsWith('0') ? gtin : undefined,
  }));
}

function packagesOf(product) {
  return product.packages ?? [];
}

function numbersOf(product) {
  return packagesOf(product).map((one) => one.gtin).filter(Boolean);
}
