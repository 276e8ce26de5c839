// A catalogue in which every text is an attack: nothing of it runs, under the headers that are published with a site, and
// also where a host leaves them out.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { closeChromium, startChromium } from '../chromium.mjs';
import { kindOf, KINDS, sample } from '../kinds.mjs';
import { serve } from '../serve.mjs';
import { attacked, MEMBER_URL, TODAY } from './attacked.mjs';
import { changed } from './catalogue.mjs';
import { DESK, until } from './visitor.mjs';

let built;
before(async () => {
  built = await attacked();
});
after(async () => {
  await closeChromium();
  built?.remove();
});

/** Attributes that run something; no page of ours has any. */
const RUNS = ['onmouseover', 'onclick', 'onerror', 'onload', 'onfocus', 'onbegin', 'autofocus'].map((name) => `[${name}]`).join();

for (const [name, published] of [
  ['under the headers of the site', (site) => site],
  ['without headers', (site) => changed(site, { _headers: undefined })],
]) {
  describe(name, () => {
    /** Calls `visit(page, go)`, and fails when anything of the payload ran or asked for anything. */
    const safely = async (visit, settings = {}) => {
      const host = await serve(published(built.site));
      const context = await (await startChromium()).newContext({ viewport: DESK, locale: 'vi-VN', ...settings });
      const ran = [];
      try {
        await context.exposeFunction('__pwned', (number) => ran.push(`payload ${number}`));
        const page = await context.newPage();
        await page.clock.setFixedTime(new Date(`${TODAY}T05:00:00Z`));
        page.on('dialog', (dialog) => (ran.push(`dialog ${dialog.message()}`), dialog.dismiss()));
        await page.route(`${MEMBER_URL}**`, (route) => route.abort());
        const isPicture = (request) => request.resourceType() === 'image' && request.url().startsWith(MEMBER_URL);
        page.on('request', (request) => request.url().startsWith(host.origin) || isPicture(request) || ran.push(`asks for ${request.url()}`));
        page.on('frameattached', () => ran.push('a frame'));
        const go = async (path) => {
          const answer = await page.goto(host.url + path, { waitUntil: 'load' });
          await clean(page, path);
          return answer;
        };
        await visit({ page, go, host });
        await page.waitForTimeout(300);
      } finally {
        await context.close();
        await host.close();
      }
      assert.deepEqual(ran, [], 'nothing ran');
    };

    /** No element or attribute of a payload is in the document, and it is there as letters. */
    const clean = async (page, path) => {
      const found = await page.evaluate((runs) => {
        const own = (script) => script.type === 'application/ld+json' || (script.src && new URL(script.src).origin === location.origin);
        return {
          attributes: [...document.querySelectorAll(runs)].map((one) => one.outerHTML.slice(0, 200)),
          scripts: [...document.scripts].filter((script) => !own(script)).map((script) => script.outerHTML.slice(0, 200)),
          others: [...document.querySelectorAll('base, iframe, object, embed, math, img[src="x"], meta[http-equiv="refresh"][content*="evil"]')].map((one) => one.outerHTML.slice(0, 200)),
          addresses: [...document.querySelectorAll('a[href], area[href], form[action]')].map((one) => one.href ?? one.action).filter((address) => !/^(https?|mailto|tel):/.test(address)),
          data: [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) => { JSON.parse(script.textContent); return true; }).length,
        };
      }, RUNS);
      assert.deepEqual({ ...found, data: 0 }, { attributes: [], scripts: [], others: [], addresses: [], data: 0 }, path);
    };

    test('every kind of page says the payload and does not run it', async () => {
      const pages = built.site.pages.filter((page) => !page.refresh);
      const files = sample(pages, 1).map((page) => page.file);
      const kinds = new Set(files.map((file) => kindOf(file).name));
      const missing = KINDS.map((kind) => kind.name).filter((kind) => !kinds.has(kind));
      assert.deepEqual(missing, [], 'every kind of page is there');
      await safely(async ({ page, go }) => {
        let said = 0;
        for (const file of files) {
          await go(file.replace(/index\.html$/, ''));
          said += Number((await page.content()).includes('__pwned(1)'));
          // A payload that waits for the pointer or the keyboard gets both.
          await page.mouse.move(300, 300);
          await page.keyboard.press('Tab');
        }
        assert.ok(said > files.length * 0.8, `${said} of ${files.length} pages say it`);
      });
    });

    test('search, suggestions and their cards', async () => {
      await safely(async ({ page, go }) => {
        await go('vi/');
        const field = page.locator('input[type=search]').first();
        await field.click();
        await field.pressSequentially('tra', { delay: 30 });
        await until(async () => (await page.locator('[role=option]').count()) > 0, 'suggestions');
        await clean(page, 'suggestions');
        await page.keyboard.press('ArrowDown');
        await clean(page, 'a chosen suggestion');
        await go('vi/tim-kiem/?q=tra');
        await until(async () => (await page.locator('main .card').count()) > 0, 'cards');
        await clean(page, 'cards');
        for (const question of ['<img src=x onerror=__pwned(2)>', '"onmouseover="__pwned(4)', '</script><script>__pwned(1)</script>', '{{7*7}}']) {
          await go(`vi/tim-kiem/?q=${encodeURIComponent(question)}`);
          await until(async () => (await page.locator('main').innerText()).length > 20, 'an answer');
          await page.waitForTimeout(200);
          await clean(page, question);
        }
      });
    });

    test('the list with its filters, addresses made by hand among them', async () => {
      await safely(async ({ page, go }) => {
        for (const query of ['', '?sao=5', `?nhom=${encodeURIComponent('"><img src=x onerror=__pwned(2)>')}`, `?q=${encodeURIComponent('<svg onload=__pwned(3)>')}&sao=5`, '?__proto__[x]=1&constructor=y', '#"><img src=x onerror=__pwned(2)>']) {
          await go(`vi/san-pham/${query}`);
          await page.waitForTimeout(300);
          await clean(page, query);
        }
      });
    });

    test('the check of stars, whatever is typed', async () => {
      await safely(async ({ page, go }) => {
        await go('vi/kiem-tra/');
        const field = page.locator('form[data-verify] input').first();
        for (const typed of ['tn-0001', '8930000000002', '<img src=x onerror=__pwned(2)>', '"onfocus="__pwned(4)" autofocus="', 'javascript:__pwned(8)', '../../..']) {
          if (!(await field.isVisible())) await go('vi/kiem-tra/');
          await field.fill(typed);
          await field.press('Enter');
          await page.waitForTimeout(300);
          await clean(page, typed);
        }
      });
    });

    test('photographs, and pages that are kept', async () => {
      await safely(async ({ page, go, host }) => {
        await go('vi/san-pham/tra/');
        await page.locator('main a:has(img), main button:has(img)').first().click();
        await page.waitForTimeout(300);
        await clean(page, 'the viewer');
        await page.keyboard.press('Escape');
        await page.evaluate(() => navigator.serviceWorker?.ready.then(() => true));
        await until(async () => page.evaluate(async () => (await caches.keys()).length > 0), 'something is kept');
        await go('vi/san-pham/tra/');
        await host.stop();
        await page.goto(`${host.url}vi/ngoai-tuyen/`, { waitUntil: 'load' }).catch(() => {});
        await page.goto(`${host.url}vi/san-pham/tra/`, { waitUntil: 'load' }).catch(() => {});
        await page.waitForTimeout(500);
        await clean(page, 'a kept page');
      });
    });
  });
}

test('the proof can fail: a payload that gets out is noticed', async () => {
  const file = built.site.pages.map((page) => page.file).find((name) => kindOf(name).name === 'producer');
  const broken = changed(built.site, { _headers: undefined, [file]: `${built.site.text(file)}<img src=x onerror=__pwned(2)>` });
  const host = await serve(broken);
  const context = await (await startChromium()).newContext();
  const ran = [];
  try {
    await context.exposeFunction('__pwned', (number) => ran.push(number));
    const page = await context.newPage();
    await page.goto(host.url + file.replace(/index\.html$/, ''), { waitUntil: 'load' });
    await until(() => ran.length > 0, 'the payload runs');
    host.publish(changed(broken, { _headers: built.site.text('_headers') }));
    ran.length = 0;
    await page.goto(host.url + file.replace(/index\.html$/, ''), { waitUntil: 'load' });
    await page.waitForTimeout(500);
    assert.deepEqual(ran, [], 'the headers of the site keep it from running');
  } finally {
    await context.close();
    await host.close();
  }
});
