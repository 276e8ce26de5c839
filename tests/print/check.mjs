#!/usr/bin/env node
// Checks what a browser prints of a finished site: every sheet and every print pack, as PDF.
//
//   node check.mjs DIR [--base-url URL] [--each N]
//
// Per page: as many pages as the model laid out, paper of the right size, every word of the page in the text of the PDF,
// nothing cut off on labels, labels where their stock has them (0.2 mm), and every QR and bar code decoded twice: from a
// raster of 300 dpi, and from one of 150 dpi turned by 3°, blurred and noisy, as a telephone sees it. --each N looks at N pages of
// every kind and language. Exit code 0: nothing found, 1: defects, 2: wrong command line.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeChromium, inPairs, open, urlOf } from '../site/chromium.mjs';
import { kindOf, sample } from '../site/kinds.mjs';
import { Site } from '../site/site.mjs';
import { Codes } from './codes.mjs';
import { count, size, text, words } from './pdf.mjs';

/** Positions and sizes of label stocks, in millimetres, as sold; `src/model/stock.rs` must agree. */
const STOCKS = {
  '3x8': { columns: 3, left: 7.25, top: 12.9, x: 66, y: 33.9, per: 24 },
  '3x7': { columns: 3, left: 7.25, top: 15.15, x: 66, y: 38.1, per: 21 },
  '2x7': { columns: 2, left: 4.65, top: 15.15, x: 101.6, y: 38.1, per: 14 },
};
/** What labels keep free on the left: css/paper/label.css. */
const PADDING = { '3x8': 2.5, '3x7': 2.5, '2x7': 3 };
const PAPERS = { a4: [210, 297], a5: [148, 210] };

const findings = [];
const fail = (where, what) => findings.push(`${where}: ${what}`);
const plain = (words) => words.normalize('NFC').replace(/[\s\u00a0\u00ad]+/g, '');

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'base-url': { type: 'string' }, each: { type: 'string' } } });
const [dir] = positionals;
if (!dir) {
  console.error('usage: node check.mjs DIR [--base-url URL] [--each N]');
  process.exit(2);
}
const site = new Site(resolve(dir), values['base-url']);
const folder = await mkdtemp(join(tmpdir(), 'ocop-paper-'));
const each = Number(values.each ?? Infinity);
const wanted = ({ name }) => name === 'product sheet' || name === 'print pack';
const pages = Number.isFinite(each) ? sample(site.pages, each, wanted) : site.pages.filter((page) => wanted(kindOf(page.file)));
let read = 0;
try {
  const { browser, server } = await open(site);
  const codes = await Codes.open(browser, folder);
  const views = pages.flatMap((page) => viewsOf(page).map((query) => ({ page, query })));
  await inPairs(views, async ({ page, query }, tab) => {
    const where = `${page.file}${query}`;
    const file = join(folder, `${where.replaceAll(/[^a-z0-9.-]/gi, '-')}.pdf`);
    await tab.emulateMedia({ media: 'print' });
    await tab.goto(urlOf(site, server, page.file) + query, { waitUntil: 'networkidle' });
    const seen = await tab.evaluate(look);
    await tab.pdf({ path: file, preferCSSPageSize: true });
    if (kindOf(page.file).name === 'product sheet') await judgeSheet(where, query, seen, file);
    await judgeText(where, seen, file);
    await judgeLabels(where, query, seen, file);
    read += await codes.judge(where, file, seen.codes, fail, site.baseUrl);
    await rm(file);
  }, { viewport: { width: 900, height: 1200 } });
  await codes.close();
} finally {
  await closeChromium();
  await rm(folder, { recursive: true, force: true });
}
for (const finding of findings) console.log(`FAIL ${finding}`);
console.log(`${pages.length} pages, ${read} codes read: ${findings.length ? `${findings.length} defects` : 'sound'}`);
process.exitCode = findings.length || !read ? 1 : 0;

/** A sheet on both papers and in two languages; a pack as it comes, and with each stock of labels and bar codes. */
function viewsOf(page) {
  if (kindOf(page.file).name === 'product sheet') return ['', '?paper=a5', '?both=1', '?paper=a5&both=1'];
  return ['', '?what=labels&stock=3x7&start=5&code=bars', '?what=labels&stock=2x7&copies=2&code=bars', '?what=labels&stock=roll-58', '?what=labels&stock=roll-80&code=bars'];
}

/** In the page: what the model says and what a reader should find on paper. */
function look() {
  const shown = (element) => element.checkVisibility();
  const sheets = [...document.querySelectorAll('.sheet')].filter(shown);
  const texts = [...document.querySelectorAll('.sheet, .label, .prices')].filter(shown).map((element) => element.innerText);
  const cut = [...document.querySelectorAll('.label')].filter(shown).flatMap((label) => {
    const box = label.getBoundingClientRect();
    return [label, ...label.querySelectorAll('p')].filter((part) => {
      const inside = part.getBoundingClientRect();
      return part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1 || inside.bottom > box.bottom + 0.5 || inside.right > box.right + 0.5;
    }).map((part) => `${label.dataset.key}: ${part.className} "${part.innerText}"`);
  });
  const codes = [...document.querySelectorAll('.sheet .qr, .sheet .barcode, .label .qr, .label .barcode')].filter(shown).map((code) => ({
    id: code.closest('[data-id]')?.dataset.id ?? code.closest('[data-key]').dataset.key.split('.')[0],
    // The number of its package, also where only the QR code is shown.
    number: code.parentElement.querySelector('.barcode')?.getAttribute('aria-label').split(' ').at(-1),
    digits: code.classList.contains('barcode') ? code.getAttribute('aria-label').split(' ').at(-1) : undefined,
  }));
  const fits = sheets.map((sheet) => ({ a4: sheet.dataset.a4, a5: sheet.dataset.a5, 'a4-both': sheet.dataset.a4Both, 'a5-both': sheet.dataset.a5Both, leaves: sheet.querySelectorAll('.leaf').length }));
  const labels = [...document.querySelectorAll('.labels')].filter(shown).map((page) => ({
    stock: page.dataset.stock,
    cells: [...page.children].map((cell) => cell.querySelector('.label-name')?.innerText),
  }));
  return { fits, texts, cut, codes, labels };
}

async function judgeSheet(where, query, { fits }, file) {
  const paper = query.includes('a5') ? 'a5' : 'a4';
  const [fit] = fits;
  const laid = fit[query.includes('both') ? `${paper}-both` : paper].split(' ').length;
  if (fit.leaves !== laid) fail(where, `the page has ${fit.leaves} leaves, the model ${laid}`);
  const printed = await count(file);
  if (printed !== laid) fail(where, `prints on ${printed} pages, the model has ${laid}`);
  const [width, height] = await size(file);
  if (Math.abs(width - PAPERS[paper][0]) > 0.5 || Math.abs(height - PAPERS[paper][1]) > 0.5) fail(where, `prints on paper of ${width} × ${height} mm`);
}

/** Every word on the page must be in the text of the PDF, marks and all. */
async function judgeText(where, { texts, cut }, file) {
  const printed = plain(await text(file));
  for (const line of new Set(texts.flatMap((text) => text.split('\n')).map((line) => line.trim()).filter(Boolean))) {
    if (!printed.includes(plain(line))) fail(where, `the printed text lacks "${line}"`);
  }
  for (const part of cut) fail(where, `cut off: ${part}`);
}

/** The first word of each label must stand where the stock has the label; measured in the PDF. */
async function judgeLabels(where, query, { labels }, file) {
  if (!query.includes('what=labels')) return;
  if (!labels.length) return fail(where, 'no labels');
  const printed = await count(file);
  if (printed !== labels.length) fail(where, `labels print on ${printed} pages, there are ${labels.length}`);
  const stock = STOCKS[labels[0].stock];
  if (!stock) return undefined;
  const boxes = await words(file);
  for (const [index, page] of labels.entries()) {
    if (page.cells.length > stock.per) fail(where, `${page.cells.length} labels on a sheet of ${stock.per}`);
    let origin;
    for (const [cell, name] of page.cells.entries()) {
      if (!name) continue;
      const left = stock.left + (cell % stock.columns) * stock.x;
      const top = stock.top + Math.floor(cell / stock.columns) * stock.y;
      const first = plain(name.split(/\s+/)[0]);
      const inside = boxes.filter((box) => box.page === index + 1 && plain(box.text) === first && box.x >= left - 1 && box.x < left + stock.x - 1 && box.y >= top - 1 && box.y < top + stock.y - 3);
      const [found] = inside.sort((a, b) => a.y - b.y || a.x - b.x);
      if (!found) {
        fail(where, `the label at position ${cell + 1} of page ${index + 1} has no "${name}"`);
        continue;
      }
      const off = found.x - left - PADDING[page.stock];
      if (Math.abs(off) > 0.2) fail(where, `label ${cell + 1} is ${off.toFixed(2)} mm off to the side`);
      origin ??= found.y - top;
      if (Math.abs(found.y - top - origin) > 0.2) fail(where, `label ${cell + 1} is ${(found.y - top - origin).toFixed(2)} mm off in height`);
    }
    if (origin !== undefined && (origin < 1 || origin > 4)) fail(where, `labels begin ${origin.toFixed(2)} mm below their edge`);
  }
  return undefined;
}
