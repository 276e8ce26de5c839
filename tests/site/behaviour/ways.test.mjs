// Going back, and from one language to the other: the reader stays where he was.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { closeChromium } from '../chromium.mjs';
import { isRedirect, kindOf } from '../kinds.mjs';
import { build, removeAll } from './catalogue.mjs';
import { DESK, isKept, noticeOf, until, withVisitor } from './visitor.mjs';

after(async () => {
  await closeChromium();
  removeAll();
});

for (const baseUrl of ['https://example.org/', 'https://example.org/huyen/na-ri/']) {
  describe(`at ${new URL(baseUrl).pathname}`, { concurrency: 4 }, () => {
    const site = () => build({}, { baseUrl });

    test('the language switch leads to the same page, on every kind of page, and back again', async () => {
      const pages = onePerKind(await site(), 'vi');
      assert.ok(pages.length > 15, `${pages.length} kinds`);
      await withVisitor(await site(), async ({ page, host }) => {
        for (const { file } of pages) {
          const address = host.url + file.replace(/index\.html$/, '');
          await page.goto(address);
          const english = page.locator('.languages a[hreflang="en"]');
          if (!(await english.count())) {
            assert.ok(kindOf(file).print, `${file} has no language switch`);
            continue;
          }
          await english.click();
          assert.equal(await page.evaluate(() => document.documentElement.lang), 'en', file);
          assert.equal(kindOf(new URL(page.url()).pathname.slice(new URL(baseUrl).pathname.length) + (page.url().endsWith('/') ? 'index.html' : '')).name, kindOf(file).name);
          await page.locator('.languages a[hreflang="vi"]').click();
          assert.equal(page.url(), address);
        }
      }, { viewport: DESK });
    });

    test('back from a product the list stands where it was, with and without a network', async () => {
      await withVisitor(await site(), async ({ page, host, go }) => {
        await go('vi/san-pham/mien-dong/');
        await isKept(page, 'vi/san-pham/', 'vi/san-pham/mien-dong/');
        await go('vi/san-pham/');
        const link = page.locator('main a[href*="/san-pham/"]').filter({ hasText: 'Miến dong Mai' }).first();
        const visit = async () => {
          await link.scrollIntoViewIfNeeded();
          await page.evaluate(() => scrollTo({ top: scrollY + 120, behavior: 'instant' }));
          assert.ok(await page.evaluate(() => scrollY > 0), 'the list is longer than the window');
          // A copy has a line above the list which the same page from the memory of the browser does not have.
          const place = async () => (await link.boundingBox()).y;
          const before = await place();
          await link.click();
          assert.equal(await page.locator('h1').innerText(), 'Miến dong Mai');
          await page.goBack();
          await until(async () => Math.abs((await place()) - before) < 3, `the product is ${before} px from the top of the window again`);
        };
        await visit();
        await host.stop();
        await go('vi/san-pham/');
        assert.match(await noticeOf(page), /^Không có mạng/);
        await visit();
      }, { viewport: { width: 360, height: 420 } });
    });

    test('without a network the language switch keeps the page too, if it was seen', async () => {
      await withVisitor(await site(), async ({ page, host, go }) => {
        for (const path of ['en/products/mien-dong/', 'vi/san-pham/mien-dong/']) {
          await go(path);
          await isKept(page, path);
        }
        await host.stop();
        await page.locator('.languages a[hreflang="en"]').click();
        assert.equal(await page.locator('h1').innerText(), 'Mai canna vermicelli');
        assert.match(await noticeOf(page), /^No network\. You are looking at a copy kept on \d+\s\w+\s\d{4}\.$/);
      }, { viewport: DESK });
    });
  });
}

function onePerKind(site, lang) {
  const kinds = new Map();
  for (const page of site.pages) {
    const { name } = kindOf(page.file);
    if (page.file.startsWith(`${lang}/`) && !isRedirect(page) && !kinds.has(name)) kinds.set(name, page);
  }
  return [...kinds.values()];
}
