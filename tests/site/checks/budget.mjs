// What a product page costs on the wire, compressed with gzip: HTML of every one, and what a browser loads with a sample.

import { gzipSync } from 'node:zlib';
import { inPairs, open, urlOf } from '../chromium.mjs';
import { isRedirect, kindOf, sample } from '../kinds.mjs';

const KB = 1024;
const MOST = { html: 12 * KB, css: 15 * KB, js: 8 * KB, font: 90 * KB };
const NAMES = { html: 'HTML', css: 'style sheets', js: 'scripts', font: 'fonts' };

export default {
  name: 'budget',
  about: 'compressed size of product pages, style sheets, scripts and fonts',
  async run(site, report) {
    const largest = { html: 0, css: 0, js: 0, font: 0 };
    const judge = (file, part, size) => {
      largest[part] = Math.max(largest[part], size);
      if (size > MOST[part]) report.fail(file, `${NAMES[part]} ${kb(size)}, the budget is ${kb(MOST[part])}`, 'send less, or later');
    };
    for (const { file } of site.pages.filter((page) => kindOf(page.file).name === 'product' && !isRedirect(page))) {
      judge(file, 'html', gzipSync(site.bytes(file)).length);
    }
    const { browser, server } = await open(site);
    await inPairs(sample(site.pages, 1, ({ name }) => name === 'product' || name === 'home'), async ({ file }) => {
      const loaded = await load(browser, urlOf(site, server, file));
      for (const part of ['css', 'js', 'font']) judge(file, part, loaded[part]);
    });
    for (const part of Object.keys(MOST)) report.note(`${NAMES[part]} ${kb(largest[part])} of ${kb(MOST[part])}`);
  },
};

/** Bytes that a first visit loads, by kind; fonts are compressed already. */
async function load(browser, url) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
  try {
    const sizes = { css: 0, js: 0, font: 0 };
    const bodies = [];
    const page = await context.newPage();
    page.on('response', (response) => {
      const part = { stylesheet: 'css', script: 'js', font: 'font' }[response.request().resourceType()];
      if (part) bodies.push(response.body().then((body) => (sizes[part] += part === 'font' ? body.length : gzipSync(body).length)));
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await Promise.all(bodies);
    return sizes;
  } finally {
    await context.close();
  }
}

function kb(bytes) {
  return `${(bytes / KB).toFixed(1)} KB`;
}
