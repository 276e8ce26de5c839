#!/usr/bin/env node
// Pictures of a finished site for people to look at: a page of every kind × 360, 768 and 1440 px × language × light and
// dark, and the PDF that a browser prints of what is made for paper. OUT/index.html shows them side by side.
//
//   node shots.mjs DIR OUT [--base-url URL] [--kinds "home,product sheet"] [--widths 360,1440]

import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeChromium, inPairs, open, urlOf } from './chromium.mjs';
import { KINDS, kindOf, sample } from './kinds.mjs';
import { Site } from './site.mjs';

/** Longer pages are cut: below this they repeat themselves. */
const MOST_HEIGHT = 6000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'base-url': { type: 'string' }, kinds: { type: 'string' }, widths: { type: 'string', default: '360,768,1440' } },
});
if (positionals.length !== 2) {
  console.error('usage: node shots.mjs DIR OUT [--base-url URL] [--kinds a,b] [--widths 360,1440]');
  process.exit(2);
}
const [dir, out] = positionals.map((path) => resolve(path));
const site = new Site(dir, values['base-url']);
const kinds = values.kinds?.split(',').map((name) => name.trim());
const widths = values.widths.split(',').map(Number);
const pages = sample(site.pages, 1, (kind) => !kinds || kinds.includes(kind.name));
mkdirSync(out, { recursive: true });
try {
  const { browser, server } = await open(site);
  const jobs = pages.flatMap((page) => widths.flatMap((width) => ['light', 'dark'].map((scheme) => ({ page, width, scheme }))));
  await inPairs(jobs, ({ page, width, scheme }) => shoot(browser, urlOf(site, server, page.file), pictureOf(page, width, scheme), width, scheme));
  await inPairs(pages.filter((page) => kindOf(page.file).print), (page) => print(browser, urlOf(site, server, page.file), `${nameOf(page)}.pdf`));
  writeFileSync(join(out, 'index.html'), contactSheet());
  console.log(`${jobs.length} pictures of ${pages.length} pages: ${join(out, 'index.html')}`);
} finally {
  await closeChromium();
}

function nameOf(page) {
  return `${kindOf(page.file).name.replaceAll(' ', '-')}-${page.file.match(/^([a-z]{2})\//)?.[1] ?? 'all'}`;
}

function pictureOf(page, width, scheme) {
  return `${nameOf(page)}-${width}-${scheme}.png`;
}

async function shoot(browser, url, picture, width, colorScheme) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    // Pictures further down load only when they come near; a tall window brings them all near.
    const height = Math.min(MOST_HEIGHT, await page.evaluate(() => document.documentElement.scrollHeight));
    await page.setViewportSize({ width, height: Math.max(900, height) });
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))).then(() => undefined));
    await page.screenshot({ path: join(out, picture), clip: { x: 0, y: 0, width, height: Math.max(900, height) } });
  } finally {
    await context.close();
  }
}

async function print(browser, url, file) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await page.pdf({ path: join(out, file), preferCSSPageSize: true, printBackground: true });
  } finally {
    await context.close();
  }
}

function contactSheet() {
  const order = [...KINDS.map((kind) => kind.name), 'page'];
  const sorted = [...pages].sort((one, other) => order.indexOf(kindOf(one.file).name) - order.indexOf(kindOf(other.file).name));
  const rows = sorted.map((page) => {
    const pictures = widths.flatMap((width) => ['light', 'dark'].map((scheme) => pictureOf(page, width, scheme)));
    const print = kindOf(page.file).print ? ` · <a href="${nameOf(page)}.pdf">PDF</a>` : '';
    const shown = pictures.map((picture) => `<a href="${picture}"><img src="${picture}" alt="${picture}" height="420" loading="lazy"></a>`);
    return `<h2>${nameOf(page)} <small>${page.file}${print}</small></h2><p>${shown.join(' ')}</p>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pages of ${site.baseUrl}</title>
<style>body{font:1rem sans-serif;background:#888}p{white-space:nowrap;overflow-x:auto}small{font-weight:400}</style>
<h1>${site.baseUrl}</h1>${rows.join('\n')}</html>
`;
}
