// The site without JavaScript: whoever has a browser can walk through it.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { closeChromium } from '../chromium.mjs';
import { build, removeAll } from './catalogue.mjs';
import { DESK, withVisitor } from './visitor.mjs';

after(async () => {
  await closeChromium();
  removeAll();
});

for (const baseUrl of ['https://example.org/', 'https://example.org/huyen/na-ri/']) {
  describe(`at ${new URL(baseUrl).pathname}`, { concurrency: 4 }, () => {
    const plainly = async (visit, settings) => withVisitor(await build({}, { baseUrl }), visit, { javaScriptEnabled: false, ...settings });
    const base = new URL(baseUrl).pathname;
    const heading = (page) => page.locator('h1').innerText();

    test('from the choice of a language by the menu to the list, a product, its sheet and back', async () => {
      await plainly(async ({ page, go }) => {
        await go('');
        await page.getByRole('link', { name: /Tiếng Việt/ }).click();
        assert.equal(new URL(page.url()).pathname, `${base}vi/`);
        const menu = page.locator('#menu');
        assert.ok(!(await menu.isVisible()), 'on a phone the menu is closed');
        await page.locator('.menu-button').click();
        assert.ok(await menu.isVisible(), 'a button opens it without a script');
        await menu.locator('a[href$="/san-pham/"]').click();
        assert.equal(new URL(page.url()).pathname, `${base}vi/san-pham/`);
        await page.locator('a[href$="/trang/2/"]').first().click();
        assert.equal(new URL(page.url()).pathname, `${base}vi/san-pham/trang/2/`);
        await page.goBack();
        await page.locator('main').getByRole('link', { name: 'Miến dong Mai' }).first().click();
        assert.equal(await heading(page), 'Miến dong Mai');
        assert.match(await page.locator('main').innerText(), /5 sao[\s\S]*377\/QĐ-BNN-VPĐP/);
        await page.locator('main a[href$="/phieu/"]').first().click();
        assert.equal(await heading(page), 'Miến dong Mai');
        await page.goBack();
        await page.locator('main a[href*="/chu-the/"]').first().click();
        assert.match(await heading(page), /Mai/);
      });
    });

    test('every kind of page of the menu and the footer opens and says what it is', async () => {
      await plainly(async ({ page, host, go }) => {
        await go('en/');
        const links = await page.locator('#menu a, footer nav a').evaluateAll((all) => all.map((link) => link.href));
        assert.ok(links.length >= 8, `${links.length} ways on`);
        for (const link of links.filter((address) => !address.endsWith('.xml'))) {
          const answer = await page.goto(link);
          assert.equal(answer.status(), 200, link);
          assert.ok((await heading(page)).length > 2, link);
          assert.ok((await page.locator('main a').count()) > 0 || (await page.locator('main p').count()) > 0, `${link} has something to read`);
        }
        assert.ok(host.asked.every((path) => path.startsWith(base)), 'nothing is asked for outside the base path');
      }, { viewport: DESK });
    });

    test('the check of stars leads to a decision, what it recognised, and how that stands today', async () => {
      await plainly(async ({ page, go }) => {
        await go('vi/kiem-tra/');
        assert.ok(!(await page.locator('form[data-verify]').isVisible()), 'a form that needs a script is not shown');
        await page.locator('main').getByRole('link', { name: '377/QĐ-BNN-VPĐP' }).first().click();
        assert.match(await page.locator('main').innerText(), /377\/QĐ-BNN-VPĐP[\s\S]*17\/01\/2025[\s\S]*Miến dong Mai/);
        await page.locator('main').getByRole('link', { name: 'Miến dong Mai' }).first().click();
        assert.equal(await heading(page), 'Miến dong Mai');
      });
    });

    test('the search page leads to every product without a script', async () => {
      await plainly(async ({ page, go }) => {
        await go('vi/tim-kiem/');
        assert.match(await page.locator('main').innerText(), /JavaScript/);
        await page.locator('main a[href$="/vi/san-pham/"]').first().click();
        assert.ok((await page.locator('main .card').count()) > 0);
      });
    });

    test('an address that does not exist leads on', async () => {
      await plainly(async ({ page, go }) => {
        assert.equal((await go('en/products/nothing/')).status(), 404);
        assert.equal(await heading(page), 'Page not found');
        await page.locator('main ul a[href$="/products/"]').click();
        assert.equal(new URL(page.url()).pathname, `${base}en/products/`);
      });
    });

    test('a printed code leads to the product in the language of the reader', async () => {
      await plainly(async ({ page, go }) => {
        await go('p/bk-0001/');
        await page.locator('main a[href*="/en/products/"]').first().click();
        assert.equal(await heading(page), 'Mai canna vermicelli');
      });
    });
  });
}
