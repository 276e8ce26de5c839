// What a visitor sees without doing anything: the first screen of a cheap phone, nothing that moves, nothing that is cut
// off at 320 px or with fonts of twice the size; and what the check of stars answers. On the sample catalogue.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { closeChromium } from '../chromium.mjs';
import { PHONE, visitor } from './visit.mjs';

let visit;
let remove;
before(async () => ({ visit, remove } = await visitor('https://example.org/')));
after(async () => {
  await closeChromium();
  remove();
});

const PAGES = ['vi/', 'vi/san-pham/', 'vi/san-pham/mien-dong-tai-hoan/', 'vi/chu-the/cty-le-gia/', 'vi/dia-phuong/', 'vi/diem-ban/', 'vi/quyet-dinh/bnn-377-2025/', 'vi/kiem-tra/', 'en/products/mien-dong-tai-hoan/sheet/', 'en/stars/4/', 'p/bk-0001/'];

describe('the first screen of a phone', () => {
  test('a product shows photo, name, producer, stars, validity, price and where to buy without scrolling', async () => {
    await visit('vi/san-pham/', { viewport: PHONE }, async (page) => {
      const addresses = await page.locator('.card h3 a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      assert.ok(addresses.length > 10);
      for (const address of addresses) {
        await page.goto(new URL(address, page.url()).href, { waitUntil: 'load' });
        const below = await page.evaluate(() =>
          ['h1', '.byline', '.certificate-stars', '.certificate-status', '.price strong', '.buy .button', '.product-top img']
            .map((part) => [part, document.querySelector(part)?.getBoundingClientRect()])
            .filter(([part, box]) => box && (part.endsWith('img') ? box.top > innerHeight / 3 : box.bottom > innerHeight))
            .map(([part, box]) => `${part} ends at ${Math.round(box.bottom)}`));
        assert.deepEqual(below, [], address);
      }
    });
  });

  test('the page behind a code says in the first third of a small screen whether the stars hold', async () => {
    await visit('p/bk-0001/', { viewport: { width: 320, height: 568 } }, async (page) => {
      const line = page.locator('.verify-line').first();
      assert.match(await line.innerText(), /Còn hiệu lực/);
      const { y, height } = await line.boundingBox();
      assert.ok(y + height < 568 / 2, `ends at ${y + height}`);
      assert.ok(Number.parseFloat(await line.evaluate((one) => getComputedStyle(one).fontSize)) >= 20);
    });
  });
});

describe('nothing moves', () => {
  for (const late of [0, 1500]) {
    test(`with fonts and pictures ${late} ms late`, async () => {
      for (const path of PAGES) {
        await visit('robots.txt', { viewport: PHONE }, async (page) => {
          await page.route(/\.(woff2|webp|avif|jpg|png)$/, async (route) => {
            await new Promise((done) => setTimeout(done, late));
            await route.continue().catch(() => undefined);
          });
          await page.addInitScript(() => {
            globalThis.moved = [];
            new PerformanceObserver((list) => {
              for (const { value, sources } of list.getEntries()) globalThis.moved.push(`${value.toFixed(4)} ${sources.map(({ node }) => node?.className || node?.nodeName)}`);
            }).observe({ type: 'layout-shift', buffered: true });
          });
          await page.goto(new URL(`/${path}`, page.url()).href, { waitUntil: 'load' });
          await page.waitForTimeout(150);
          assert.deepEqual(await page.evaluate(() => globalThis.moved), [], path);
        });
      }
    });
  }
});

describe('nothing is lost', () => {
  for (const [name, viewport, size] of [['at 320 px', { width: 320, height: 640 }, ''], ['with letters of twice the size', { width: 640, height: 640 }, '200%']]) {
    test(name, async () => {
      for (const path of PAGES) {
        await visit(path, { viewport, touch: false }, async (page) => {
          if (size) await page.addStyleTag({ content: `html { font-size: ${size} }` }).catch(() => page.evaluate((value) => document.documentElement.style.setProperty('font-size', value), size));
          const lost = await page.evaluate(() => {
            const width = document.documentElement.clientWidth;
            const visible = [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('svg') && getComputedStyle(one).clipPath === 'none');
            const cut = visible.filter((one) => getComputedStyle(one).overflowX === 'hidden' && !one.matches('.frame') && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 2);
            // Photographs beside the one shown wait in a strip that scrolls by itself.
            const out = visible.filter((one) => !one.closest('.strip') && one.getBoundingClientRect().right > width + 1);
            return [...cut, ...out].slice(0, 3).map((one) => `${one.tagName}.${one.className}`);
          });
          assert.deepEqual(lost, [], path);
        });
      }
    });
  }
});
