// Reading without a network, as a visitor meets it: in Chromium, against a host that is slow, fails, publishes anew or is gone;
// at the root of a host and under a sub-path.

import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { closeChromium } from '../chromium.mjs';
import { png } from '../fixture-pictures.mjs';
import { build, changed, removeAll } from './catalogue.mjs';
import { isKept, keptPaths, noticeOf, until, withVisitor } from './visitor.mjs';

const PRODUCT = 'vi/san-pham/mien-dong/';
const OTHER = 'vi/san-pham/tra-dang/';
const LIST = 'vi/san-pham/';

after(async () => {
  await closeChromium();
  removeAll();
});

for (const baseUrl of ['https://example.org/', 'https://example.org/huyen/na-ri/']) {
  describe(`at ${new URL(baseUrl).pathname}`, { concurrency: 4, timeout: 180_000 }, () => {
    const site = (edits, options) => build(edits, { baseUrl, ...options });

    test('what was seen, the list and the home page are read without a network; the rest is told', async () => {
      await withVisitor(await site(), async ({ page, host, go }) => {
        await go(PRODUCT);
        await isKept(page, PRODUCT, LIST);
        await host.stop();

        await go(PRODUCT);
        assert.match(await noticeOf(page), /^Không có mạng\. Bạn đang xem bản lưu ngày \d\d\/\d\d\/\d{4}\.$/);
        assert.equal(await page.locator('h1').innerText(), 'Miến dong Mai');
        assert.ok(await page.locator('main img').first().evaluate((image) => image.complete && image.naturalWidth > 0), 'the photo shows');
        assert.equal(await fontOf(page), 'loaded');
        await go(LIST);
        assert.match(await noticeOf(page), /^Không có mạng/);
        assert.ok((await page.locator('main a[href*="/san-pham/"]').count()) > 2, 'products are listed');
        await go(`${LIST}?sao=5#dau`);
        assert.match(await noticeOf(page), /^Không có mạng/, 'what a script reads from the address is no other page');
        await go('vi/');
        assert.match(await noticeOf(page), /^Không có mạng/);

        await go(OTHER);
        assert.equal(await noticeOf(page), 'Không có mạng, và trang bạn mở chưa được lưu trên máy này.');
        assert.equal(await page.locator('h1').innerText(), 'Xem khi không có mạng');
        await page.getByRole('link', { name: 'Miến dong Mai' }).click();
        assert.equal(new URL(page.url()).pathname, new URL(baseUrl).pathname + PRODUCT);
        await go('en/producers/');
        assert.match(await noticeOf(page), /^There is no network/);

        await host.start();
        await go(OTHER);
        assert.equal(await noticeOf(page), '');
        assert.equal(await page.locator('h1').innerText(), 'Trà đắng');
      });
    });

    test('a new version is there at the next visit, and pages kept before it stay whole', async () => {
      await withVisitor(await site(), async ({ page, host, go }) => {
        await go(PRODUCT);
        await isKept(page, PRODUCT, LIST);
        await go(OTHER);
        const [oldCss] = (await files(page)).filter((path) => path.endsWith('.css'));
        host.publish(await site({
          'content/products/tra-dang/product.toml': ['Trà đắng', 'Trà đắng mới'],
          'overrides/css/mine.css': 'h1 { letter-spacing: 1px }',
        }));

        await go(OTHER);
        assert.equal(await page.locator('h1').innerText(), 'Trà đắng mới');
        assert.equal(await noticeOf(page), '');
        await until(async () => (await files(page)).filter((path) => path.endsWith('.css')).length === 2, 'both styles are kept');
        await takenOver(page);
        // A page kept before is still whole: its own styles are there.
        await host.stop();
        await go(PRODUCT);
        assert.match(await noticeOf(page), /^Không có mạng/);
        const css = await page.evaluate(() => [...document.styleSheets].map((sheet) => [new URL(sheet.href).pathname, sheet.cssRules.length > 0]));
        assert.deepEqual(css, [[oldCss, true]]);
      });
    });

    test('files of a former version go when no page needs them', async () => {
      await withVisitor(await site(), async ({ page, host, context, go }) => {
        await go(PRODUCT);
        await isKept(page, PRODUCT, LIST);
        const [oldCss] = (await files(page)).filter((path) => path.endsWith('.css'));
        host.publish(await site({ 'overrides/css/mine.css': 'h1 { letter-spacing: 1px }' }));
        await go(OTHER);
        await until(async () => (await files(page)).filter((path) => path.endsWith('.css')).length === 2, 'both styles are kept');
        await takenOver(page);
        for (const path of [PRODUCT, LIST, 'vi/san-pham/trang/2/', 'vi/', 'vi/tim-kiem/', 'vi/ngoai-tuyen/', 'en/offline/']) await go(path);
        await settled(page);
        // What each visit does in the end; the worker of the former version may have had the last word.
        await until(async () => {
          await Promise.all(context.serviceWorkers().map((worker) => worker.evaluate(() => tidy()).catch(() => {})));
          return !(await files(page)).includes(oldCss);
        }, 'the styles of the former version are gone').catch(async (error) => {
          throw new Error(`${error.message}; pages that need them: ${await pagesThatNeed(page, oldCss)}`);
        });
      });
    });

    test('search and filters work without a network, and find what was published last', async () => {
      await withVisitor(await site(), async ({ page, host, go }) => {
        const results = async () => (await page.locator('[data-results] .card h3').allInnerTexts()).join(', ');
        const isReady = async () => (await keptPaths(page, ' search ')).some((path) => path.endsWith('/search/offline.json'));
        await go(PRODUCT);
        await isKept(page, PRODUCT, LIST, 'vi/tim-kiem/');
        await until(isReady, 'the index is kept, although nobody has searched');
        await host.stop();
        await go('vi/tim-kiem/?q=mien+dong');
        assert.match(await noticeOf(page), /^Không có mạng/);
        await until(async () => (await results()) === 'Miến dong Mai', 'the product is found by its name without accents');
        await go(`${LIST}?q=tra+dang`);
        await until(async () => (await results()) === 'Trà đắng', `the list is narrowed: ${await results()}`);
        const before = await keptPaths(page, ' search ');

        await host.start();
        host.publish(await site({ 'content/products/tra-dang/product.toml': ['Trà đắng', 'Chè vằng'] }));
        await go(`${LIST}?q=che+vang`);
        await until(async () => (await results()) === 'Chè vằng', 'the new name is found');
        await until(async () => {
          const now = await keptPaths(page, ' search ');
          return now.some((path) => path.endsWith('/offline.json')) && before.some((path) => !now.includes(path));
        }, 'the files of the former index are gone');
        await host.stop();
        await go('vi/tim-kiem/?q=che+vang');
        await until(async () => (await results()) === 'Chè vằng', 'and without a network too');
      });
    });

    test('the catalogue can be put on a home screen, in the language of the reader', async () => {
      await withVisitor(await site(), async ({ page, context, go }) => {
        const protocol = await context.newCDPSession(page);
        const base = new URL(baseUrl).pathname;
        for (const [path, start, name] of [['vi/', 'vi/', 'Chợ phiên'], [`en/products/`, 'en/', 'Market day']]) {
          await go(path);
          const { errors, data } = await protocol.send('Page.getAppManifest');
          assert.deepEqual(errors, []);
          const manifest = JSON.parse(data);
          assert.deepEqual([manifest.name, manifest.start_url, manifest.scope, manifest.id], [name, `${base}${start}`, base, base]);
          // Browsers of tests are private windows, in which nothing is installed; there must be no other reason.
          const { installabilityErrors } = await protocol.send('Page.getInstallabilityErrors');
          assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'), []);
        }
      });
    });

    test('a site that switches it off is forgotten', async () => {
      await withVisitor(await site(), async ({ page, host, go }) => {
        await go(PRODUCT);
        await isKept(page, PRODUCT, LIST);
        const off = await site({ 'ocop.toml': ['[lists]', '[offline]\nenabled = false\n\n[lists]'] });
        assert.ok(!off.files.has('vi/ngoai-tuyen/index.html'), 'no page about reading without a network');
        host.publish(off);
        await go(PRODUCT);
        await until(async () => (await caches(page)).length === 0, 'nothing is kept');
        await until(() => page.evaluate(async () => !(await navigator.serviceWorker.getRegistration())), 'no worker is left');
        await go(LIST);
        await settled(page);
        assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
        assert.deepEqual(await caches(page), []);
      });
    });

    test('an address that another program publishes at now is given up', async () => {
      await withVisitor(await site(), async ({ page, host, go }) => {
        await go(PRODUCT);
        await isKept(page, PRODUCT, LIST);
        host.publish(changed(await site(), { 'sw.js': undefined, [`${OTHER}index.html`]: '<!doctype html><title>Khác</title><h1>Trang khác</h1>' }));
        await go(OTHER);
        assert.equal(await page.locator('h1').innerText(), 'Trang khác');
        await until(async () => (await caches(page)).length === 0, 'nothing is kept');
      });
    });

    test('other caches of the host are left alone', async () => {
      await withVisitor(await site(), async ({ page, host, go }) => {
        await go(PRODUCT);
        await page.evaluate(() => Promise.all(['other', 'ocop /elsewhere/ pages 1'].map((name) => caches.open(name))));
        await isKept(page, PRODUCT, LIST);
        host.publish(await site({ 'ocop.toml': ['[lists]', '[offline]\nenabled = false\n\n[lists]'] }));
        await go(PRODUCT);
        await until(async () => (await caches(page)).length === 2, 'only those of others are left');
        assert.deepEqual((await caches(page)).sort(), ['ocop /elsewhere/ pages 1', 'other']);
      });
    });
  });
}

describe('at any address', { concurrency: 4, timeout: 180_000 }, () => {
  test('a slow network: the copy after three seconds, and a link to the new version when it has come', async () => {
    await withVisitor(await build(), async ({ page, host, go }) => {
      await go(OTHER);
      await isKept(page, OTHER, LIST);
      host.publish(await build({ 'content/products/tra-dang/product.toml': ['Trà đắng', 'Trà đắng mới'] }));
      host.behave({ delay: 4500 });
      const began = Date.now();
      await go(OTHER);
      const waited = Date.now() - began;
      assert.ok(waited >= 2900 && waited < 4400, `the copy was shown after ${waited} ms`);
      assert.match(await noticeOf(page), /^Mạng chậm/);
      assert.equal(await page.locator('h1').innerText(), 'Trà đắng');
      const link = page.getByRole('link', { name: 'Xem bản mới' });
      await link.waitFor();
      host.behave();
      await host.stop();
      await go(OTHER);
      assert.equal(await page.locator('h1').innerText(), 'Trà đắng mới', 'the late answer was kept');
    });
  });

  test('a host that fails is no reason to lose a page, and its error is not kept', async () => {
    await withVisitor(await build(), async ({ page, host, go }) => {
      await go(PRODUCT);
      await isKept(page, PRODUCT, LIST);
      host.behave({ status: 502 });
      await go(PRODUCT);
      assert.equal(await page.locator('h1').innerText(), 'Miến dong Mai');
      assert.match(await noticeOf(page), /^Mạng chậm/);
      await go(OTHER);
      assert.equal(await page.locator('h1').innerText(), 'Bad gateway');
      await host.stop();
      await go(OTHER);
      assert.match(await noticeOf(page), /chưa được lưu/);
    });
  });

  test('a page that is gone is not shown from what was kept', async () => {
    await withVisitor(await build(), async ({ page, host, go }) => {
      await go(OTHER);
      await isKept(page, OTHER, LIST);
      host.publish(changed(await build(), { 'vi/san-pham/tra-dang/index.html': undefined }));
      await go(OTHER);
      assert.equal(await page.locator('h1').innerText(), 'Không tìm thấy trang');
      await host.stop();
      await go(OTHER);
      assert.equal(await page.locator('h1').innerText(), 'Xem khi không có mạng');
    });
  });

  test('a certificate that has ended since the page was kept is shown as ended', async () => {
    await withVisitor(await build({}, { live: true }), async ({ page, host, go }) => {
      await page.clock.setFixedTime(new Date('2027-12-01T12:00:00+07:00'));
      await go(PRODUCT);
      await isKept(page, PRODUCT, LIST);
      await host.stop();
      const block = page.locator('main [data-valid-until]').first();
      await go(PRODUCT);
      assert.equal(await block.getAttribute('data-status'), 'valid');
      await page.clock.setFixedTime(new Date('2028-03-01T12:00:00+07:00'));
      await go(PRODUCT);
      assert.equal(await block.getAttribute('data-status'), 'expired');
      assert.match(await block.innerText(), /hết hiệu lực/i);
    });
  });

  test('a photo that was seen in one width stands for the others', async () => {
    await withVisitor(await build({ 'content/products/mien-dong/goi.png': png(1300, 900) }), async ({ page, host, go }) => {
      await go(PRODUCT);
      await isKept(page, PRODUCT, LIST);
      const photo = page.locator('main figure img').first();
      const source = () => photo.evaluate((image) => image.currentSrc);
      const seen = await source();
      await host.stop();
      await page.setViewportSize({ width: 1440, height: 900 });
      await go(PRODUCT);
      await until(() => photo.evaluate((image) => image.complete), 'the photo has come or not');
      assert.notEqual(await source(), seen, 'a wide window asks for another file');
      assert.ok(await photo.evaluate((image) => image.naturalWidth > 0), 'it shows all the same');
    });
  });

  test('photos and pages that were used longest ago go first when there are too many', async () => {
    await withVisitor(await build(), async ({ page, context, go }) => {
      await go(PRODUCT);
      await isKept(page, PRODUCT, LIST);
      const [worker] = context.serviceWorkers();
      // The names below are those of the worker itself.
      const left = await worker.evaluate(async () => {
        const fill = async (name, count, path) => {
          const cache = await caches.open(name);
          for (let number = 0; number < count; number += 1) {
            const at = new Date(Date.UTC(2020, 0, 1, 0, number)).toISOString();
            await cache.put(path(number), new Response('x', { headers: { [KEPT_AT]: at, [BYTES]: '1' } }));
          }
        };
        await fill(PHOTOS, MOST_PHOTOS + 10, (number) => `/assets/photos/${number}-480.webp`);
        await fill(PAGES, MOST_PAGES + 10, (number) => `/vi/cu/${number}/`);
        await tidy();
        const paths = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
        return { photos: await paths(PHOTOS), pages: await paths(PAGES), most: [MOST_PHOTOS, MOST_PAGES] };
      });
      assert.deepEqual([left.photos.length, left.pages.length], left.most);
      assert.ok(!left.photos.includes('/assets/photos/0-480.webp') && left.photos.includes(`/assets/photos/${left.most[0] + 9}-480.webp`));
      assert.ok(!left.pages.includes('/vi/cu/0/'));
      for (const path of [PRODUCT, LIST, 'vi/', 'vi/ngoai-tuyen/', 'en/offline/']) assert.ok(left.pages.includes(`/${path}`), `${path} is kept`);
    });
  });

  test('a worker that keeps things in another form waits until the pages of the former one are closed', async () => {
    await withVisitor(await build(), async ({ page, context, host, go }) => {
      await go(PRODUCT);
      await isKept(page, PRODUCT, LIST);
      const script = host.site.text('sw.js');
      assert.ok(script.includes('const FORM = 1;'));
      host.publish(changed(await build(), { 'sw.js': script.replace('const FORM = 1;', 'const FORM = 2;') }));
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
      await until(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting?.state === 'installed'), 'the new worker waits');
      assert.ok((await caches(page)).some((name) => name === 'ocop / pages 1'), 'what the open page may need is there');
      await page.close();
      await until(async () => {
        const next = await context.newPage();
        await next.goto(host.url + LIST);
        const names = await caches(next);
        await next.close(); // the former worker stays while a page that it serves is open
        return names.length > 0 && names.every((name) => name.endsWith(' 2'));
      }, 'the new worker has taken over');
    });
  });

  test('what is kept is listed, and thrown away when asked', async () => {
    await withVisitor(await build(), async ({ page, go }) => {
      await go(PRODUCT);
      await isKept(page, PRODUCT, LIST);
      await go('vi/ngoai-tuyen/');
      const list = page.locator('[data-kept-list] li');
      await list.first().waitFor();
      const entries = (await list.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
      assert.match(entries[0], /^Miến dong Mai \d\d\/\d\d\/\d{4}$/, 'what was seen comes first');
      assert.deepEqual(entries.slice(1).map((text) => text.replace(/ [\d/]+$/, '')).sort(), ['Chợ phiên', 'Tất cả sản phẩm']);
      await page.getByRole('button', { name: 'Xóa các trang đã lưu' }).click();
      await page.getByRole('status').getByText('Đã xóa.').waitFor();
      assert.equal(await list.count(), 0);
      assert.ok(await page.locator('[data-kept-none]').isVisible());
    });
  });

  test('a visitor who saves data gets nothing that was not asked for', async () => {
    await withVisitor(await build(), async ({ page, host, go }) => {
      await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
      await go(PRODUCT);
      await isKept(page, PRODUCT);
      await settled(page);
      assert.ok(!host.asked.includes(`/${LIST}`), 'the list was not asked for');
      await host.stop();
      await go(PRODUCT);
      assert.equal(await page.locator('h1').innerText(), 'Miến dong Mai');
    });
  });

  test('no room: pages are shown all the same', async () => {
    await withVisitor(await build(), async ({ page, context, go }) => {
      await go(PRODUCT);
      await isKept(page, PRODUCT, LIST);
      for (const worker of context.serviceWorkers()) {
        await worker.evaluate(() => (Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))));
      }
      await go(OTHER);
      assert.equal(await page.locator('h1').innerText(), 'Trà đắng');
      assert.equal(await noticeOf(page), '');
    });
  });

  test('nothing is registered before the page has loaded, and nothing in a preview', async () => {
    await withVisitor(await build(), async ({ page, host, go }) => {
      await page.route('**/*.png', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 700));
        assert.ok(!host.asked.includes('/sw.js'), 'the worker was asked for while the page was loading');
        await route.continue();
      });
      await go(PRODUCT);
      await isKept(page, PRODUCT);
    });
    await withVisitor(await build(), async ({ page, host, go }) => {
      // As the script of the preview does, which stands at the end of the page.
      await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => (document.documentElement.dataset.preview = '')));
      await go(PRODUCT);
      await settled(page);
      assert.ok(!host.asked.includes('/sw.js'));
    });
  });
});

/** Waits until the page has had time to do what it does when it is idle. */
async function settled(page) {
  await page.waitForLoadState('networkidle');
}

/**
 * Waits until the worker of the latest version is the only one. A page that is opened in the very moment in which one worker
 * takes the place of another waits for an answer until it is loaded again: Chromium asks neither of them.
 */
async function takenOver(page) {
  await until(() => page.evaluate(async () => {
    const { installing, waiting, active } = await navigator.serviceWorker.getRegistration();
    return !installing && !waiting && active.state === 'activated';
  }), 'one worker is left');
  await page.waitForTimeout(300);
}

/** Kept pages that name a file, by the mark that the worker gives them. */
function pagesThatNeed(page, path) {
  return page.evaluate(async (path) => {
    const cache = await caches.open((await caches.keys()).find((name) => name.includes(' pages ')));
    const copies = await Promise.all((await cache.keys()).map(async ({ url }) => [url, (await cache.match(url)).headers.get('x-kept-needs')]));
    return copies.filter(([, needs]) => needs.includes(path)).map(([url]) => new URL(url).pathname).join(', ');
  }, path);
}

const files = (page) => keptPaths(page, ' files ');
const caches = (page) => page.evaluate(() => caches.keys());

function fontOf(page) {
  return page.evaluate(async () => (await document.fonts.ready, [...document.fonts].find(({ weight }) => weight === '400')?.status));
}
