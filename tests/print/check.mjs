#!/usr/bin/env node
// Checks what a browser prints of a finished site: every sheet and every print pack, as PDF.
//
//   node check.mjs DIR [--base-url URL] [--each N] [--only TEXT]
//
// Per page: as many pages as the model laid out, paper of the right size, every word of the page in the text of the PDF,
// nothing cut off or hidden, labels where their stock has them (0.2 mm), dark type on white, and every QR and bar code decoded
// twice: from a raster of 300 dpi, and from one of 150 dpi turned by 3°, blurred and noisy, as a telephone sees it. --each N
// looks at N pages of every kind and language, --only at those with a text in their path. Exit code 0: nothing found, 1: defects, 2: wrong command line.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeChromium, inPairs, open, urlOf } from '../site/chromium.mjs';
import { kindOf, sample } from '../site/kinds.mjs';
import { Site } from '../site/site.mjs';
import { Codes } from './codes.mjs';
import { boxOf, codeOff, nameOff, STOCKS } from './labels.mjs';
import { faint } from './legible.mjs';
import { look, ready } from './look.mjs';
import { eachPage, paper, text, words } from './pdf.mjs';

const PAPERS = { a4: [210, 297], a5: [148, 210] };
/** Dots of a browser between the margins of each paper: 182 and 130 mm. */
const WIDTHS = { a4: 688, a5: 491 };
const plain = (words) => words.normalize('NFC').replace(/[\s\u00a0\u00ad]+/g, '');

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'base-url': { type: 'string' }, each: { type: 'string' }, only: { type: 'string', default: '' } } });
const [dir] = positionals;
if (!dir) {
  console.error('usage: node check.mjs DIR [--base-url URL] [--each N] [--only TEXT]');
  process.exit(2);
}
const site = new Site(resolve(dir), values['base-url']);
const folder = await mkdtemp(join(tmpdir(), 'ocop-paper-'));
const each = Number(values.each ?? Infinity);
const isSheet = (page) => kindOf(page.file).name === 'product sheet';
const isPrinted = (page) => isSheet(page) || kindOf(page.file).name === 'print pack';
const printable = site.pages.filter((page) => page.file.includes(values.only) && isPrinted(page));
const pages = Number.isFinite(each) ? sample(printable, each) : printable;
const numbersOf = new Map(JSON.parse(site.text('api/catalogue.json')).products.map(({ id }) => [id, (JSON.parse(site.text(`api/products/${id}.json`)).packages ?? []).map((one) => one.gtin)]));
const findings = [];
let [read, printed] = [0, 0];
try {
  const { server } = await open(site);
  const views = pages.flatMap((page) => viewsOf(page).map((query) => ({ page, query })));
  await inPairs(views, async ({ page, query }, tab) => {
    const view = { where: `${page.file}${query}`, query, sheet: isSheet(page), labels: query.includes('what=labels') };
    view.file = join(folder, `${view.where.replaceAll(/[^a-z0-9.-]/gi, '-')}.pdf`);
    await tab.setViewportSize({ width: WIDTHS[query.includes('a5') ? 'a5' : 'a4'], height: 1200 });
    await tab.emulateMedia({ media: 'print' });
    await tab.goto(urlOf(site, server, page.file) + query, { waitUntil: 'load' });
    await ready(tab, query);
    view.seen = await tab.evaluate(look);
    await tab.pdf({ path: view.file, preferCSSPageSize: true });
    await judge(view);
    await rm(view.file);
  }, { viewport: { width: WIDTHS.a4, height: 1200 } });
} finally {
  await closeChromium();
  await rm(folder, { recursive: true, force: true });
}
for (const finding of findings) console.log(`FAIL ${finding}`);
console.log(`${pages.length} pages printed on ${printed}, ${read} codes read: ${findings.length ? `${findings.length} defects` : 'sound'}`);
process.exitCode = findings.length || !read ? 1 : 0;

/** A sheet on both papers and in two languages; a pack as it comes, and its labels on every stock, with both codes. */
function viewsOf(page) {
  if (isSheet(page)) return ['', '?paper=a5', '?both=1', '?paper=a5&both=1'];
  const offered = [...site.text(page.file).matchAll(/<option value="([^"]+)"[^>]* data-per=/g)].map(([, stock]) => stock);
  const more = { '3x7': '&start=5', '2x7': '&copies=2', 'nha-in-4x11': '&copies=7' };
  const labels = [...offered.map((stock) => `stock=${stock}${more[stock] ?? ''}&code=bars`), 'stock=2x7&start=4', 'stock=roll-58'];
  return ['', ...labels.map((choice) => `?what=labels&${choice}`)];
}

async function judge(view) {
  const fail = (what) => findings.push(`${view.where}: ${what}`);
  const [boxes, { pages, width, height }] = [await words(view.file), await paper(view.file)];
  printed += pages;
  if (view.sheet) judgeSheet(view, { pages, width, height }, fail);
  await judgeText(view, fail);
  const labels = judgeLabels(view, pages, boxes, fail);
  // With GS1 Digital Links a QR code leads to its package: that of a label, on a sheet the first that has a number.
  const numbers = ({ id, package: one }) => [one ? numbersOf.get(id)[one - 1] : numbersOf.get(id).find(Boolean)].filter(Boolean);
  const codes = view.seen.codes.map((code, index) => ({ ...code, numbers: numbers(code), box: code.label ? labels[code.label - 1].box : undefined }));
  const reader = new Codes(codes, { folder, baseUrl: site.baseUrl });
  await eachPage(view.file, pages, folder, async (picture, number) => {
    const pale = faint(picture, boxes.filter((word) => word.page === number));
    if (pale.length) fail(`${pale.length} words on page ${number} are off the paper, too pale or on a ground for black and white: "${pale.slice(0, 8).map((word) => word.text).join(' ')}"`);
    for (const label of labels.filter((label) => label.box.page === number && label.qr)) {
      const off = codeOff(picture, label.box, label.stock);
      if (off) fail(`the code of ${label.key} on page ${number} ${off}`);
    }
    await reader.page(picture, number);
  });
  reader.end().forEach(fail);
  read += reader.read;
}

function judgeSheet({ query, seen }, { pages, width, height }, fail) {
  const format = query.includes('a5') ? 'a5' : 'a4';
  const [fit] = seen.fits;
  const laid = fit[query.includes('both') ? `${format}-both` : format].split(' ').length;
  if (fit.leaves !== laid) fail(`the page has ${fit.leaves} leaves, the model ${laid}`);
  if (pages !== laid) fail(`prints on ${pages} pages, the model has ${laid}`);
  if (Math.abs(width - PAPERS[format][0]) > 0.5 || Math.abs(height - PAPERS[format][1]) > 0.5) fail(`prints on paper of ${width} × ${height} mm`);
}

/** Every word on the page must be in the text of the PDF, marks and all. */
async function judgeText({ seen, file }, fail) {
  const printed = plain(await text(file));
  const lines = seen.texts.flatMap((text) => text.split('\n')).map((line) => line.trim()).filter(Boolean);
  for (const line of new Set(lines)) if (!printed.includes(plain(line))) fail(`the printed text lacks "${line}"`);
  for (const part of seen.cut) fail(`cut off or hidden: ${part}`);
}

/** Where every label is, in the order of their codes; each must begin where its stock has it. */
function judgeLabels({ seen, labels: alone }, pages, boxes, fail) {
  if (alone && pages !== seen.labels.length) fail(`labels print on ${pages} pages, there are ${seen.labels.length}`);
  // In a whole pack they come after the price list and before the sheets.
  const leaves = seen.fits.reduce((sum, fit) => sum + fit.leaves, 0);
  const before = pages - leaves - seen.labels.length;
  const labels = [];
  for (const [page, { stock: id, cells }] of seen.labels.entries()) {
    const stock = STOCKS[id];
    if (!stock) throw new Error(`nobody wrote down where labels of the stock ${id} lie: tests/print/labels.mjs`);
    if (cells.length > stock.per) fail(`${cells.length} labels on a sheet of ${stock.per}`);
    for (const [index, cell] of cells.entries()) {
      if (!cell) continue;
      const box = boxOf(stock, page * stock.per + index);
      box.page += before;
      const off = nameOff(boxes, box, stock, cell.name);
      if (off) fail(`the label at position ${index + 1} of page ${box.page} ${off}`);
      labels.push({ box, stock, qr: cell.qr, key: cell.key });
    }
  }
  if (alone && !labels.length) fail('no labels');
  return labels;
}
