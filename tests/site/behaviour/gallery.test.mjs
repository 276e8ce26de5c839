// What a visitor does with the photographs of a product: looks at them one after another by keyboard, finger and mouse,
// closely, without JavaScript, and where one of them does not come.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { closeChromium } from '../chromium.mjs';
import { DESK, PHONE, visitor } from './visit.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PRODUCT = 'vi/san-pham/mien-dong-tai-hoan/';

let visit;
let remove;
before(async () => ({ visit, remove } = await visitor('https://example.org/')));
after(async () => {
  await closeChromium();
  remove();
});

const status = (page) => page.locator('.viewer [role=status]').textContent();
/** The focus is back on the photograph with this id. */
const returned = (page, id) => page.waitForFunction((frame) => document.activeElement.closest('.frame')?.id === frame, id);
/** How many widths of a photograph the strip has been moved. */
const place = (page) => page.locator('.strip').evaluate((strip) => Math.round((strip.scrollLeft / strip.clientWidth) * 10) / 10);

/** Shows once the viewer has come and its photograph is there. */
async function opened(page) {
  await page.waitForFunction(() => {
    const picture = document.querySelector('.viewer[open] img');
    return picture?.complete && picture.naturalWidth > 0;
  });
}

describe('the photographs of a product', { concurrency: 2 }, () => {
  test('open by keyboard, turn by arrow keys, and Escape leads back to the one seen last', async () => {
    await visit(PRODUCT, {}, async (page) => {
      await page.locator('#photo-1 .zoom').focus();
      await page.keyboard.press('Enter');
      await opened(page);
      assert.match(await status(page), /^1 \/ 3 · Ba bó miến dong/);
      await page.keyboard.press('ArrowRight');
      assert.match(await status(page), /^2 \/ 3 · Bó miến dong khô/);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      assert.match(await status(page), /^1 \/ 3/, 'after the last comes the first');
      await page.keyboard.press('ArrowLeft');
      assert.match(await status(page), /^3 \/ 3/);
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.viewer').isVisible(), false);
      await returned(page, 'photo-3');
      assert.equal(await place(page), 2, 'the strip shows it too');
    });
  });

  test('are seen closely, moved by the keys then, and turned only from afar', async () => {
    await visit(PRODUCT, {}, async (page) => {
      await page.locator('#photo-1 .zoom').click();
      await opened(page);
      await page.locator('[data-zoom]').click();
      assert.equal(await page.locator('[data-zoom]').getAttribute('aria-pressed'), 'true');
      const stage = page.locator('.viewer-stage');
      assert.ok(await stage.evaluate((box) => box.scrollWidth > box.clientWidth * 1.5), 'larger than the window');
      await stage.focus();
      await page.keyboard.press('ArrowRight');
      assert.match(await status(page), /^1 \/ 3/);
      await page.locator('[data-zoom]').click();
      await page.locator('[data-step="1"]').click();
      assert.match(await status(page), /^2 \/ 3/);
      await page.locator('[data-close]').click();
      await returned(page, 'photo-2');
    });
  });

  test('follow a finger on a phone, and every target there is large enough', async () => {
    await visit(PRODUCT, { viewport: PHONE }, async (page) => {
      await page.locator('#photo-1 .zoom').tap();
      await opened(page);
      const touch = await page.context().newCDPSession(page);
      const swipe = async (...points) => {
        for (const [index, x] of points.entries()) await touch.send('Input.dispatchTouchEvent', { type: index ? 'touchMove' : 'touchStart', touchPoints: [{ x, y: 300 }] });
        await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      };
      await swipe(280, 200, 120);
      await page.waitForFunction(() => document.querySelector('.viewer [role=status]').textContent.startsWith('2 / 3'));
      await swipe(120, 200, 280);
      await page.waitForFunction(() => document.querySelector('.viewer [role=status]').textContent.startsWith('1 / 3'));
      const small = await page.evaluate(() => [...document.querySelectorAll('.viewer button, .thumbs a')].map((target) => target.getBoundingClientRect()).filter(({ width, height }) => Math.min(width, height) < 44).length);
      assert.equal(small, 0);
    });
  });

  test('are chosen by the small ones, which leave no trace in the history', async () => {
    await visit(PRODUCT, { viewport: DESK }, async (page) => {
      const before = await page.evaluate(() => history.length);
      await page.locator('.thumbs a').nth(2).click();
      await page.waitForFunction(() => document.querySelector('.strip').scrollLeft > 0);
      assert.equal(await place(page), 2);
      assert.equal(await page.evaluate(() => history.length), before);
    });
  });

  test('are reached without JavaScript: the small ones move the strip, the large ones are files', async () => {
    await visit(PRODUCT, { javaScriptEnabled: false }, async (page) => {
      await page.locator('.thumbs a').nth(1).click();
      assert.match(page.url(), /#photo-2$/);
      const { x } = await page.locator('#photo-2').boundingBox();
      const strip = await page.locator('.strip').boundingBox();
      assert.ok(Math.abs(x - strip.x) < 2, 'the second photograph is in the frame');
      const [answer] = await Promise.all([page.waitForResponse(/-1600\.webp$/), page.locator('#photo-2 .zoom').click()]);
      assert.equal(answer.headers()['content-type'], 'image/webp');
    });
  });

  test('stay in their frames when they do not come, and say what they would show', async () => {
    await visit('vi/', {}, async (page) => {
      await page.route(/assets\/photos-/, (route) => route.abort());
      for (const viewport of [PHONE, DESK]) {
        await page.setViewportSize(viewport);
        await page.goto(new URL(`/${PRODUCT}`, page.url()).href, { waitUntil: 'load' });
        const frames = await page.locator('.frame').evaluateAll((all) => all.filter((frame) => frame.checkVisibility()).map((frame) => {
          const { width, height } = frame.getBoundingClientRect();
          const picture = frame.querySelector('img')?.getBoundingClientRect();
          return { shape: width / height, fills: !picture || (Math.abs(picture.width - width) < 2 && Math.abs(picture.height - height) < 2) };
        }));
        assert.ok(frames.length > 3);
        assert.deepEqual(frames.filter(({ shape, fills }) => !fills || Math.abs(shape - 4 / 3) > 0.3), []);
      }
      await page.locator('#photo-1 .zoom').click();
      await page.waitForFunction(() => document.querySelector('.viewer[open] img')?.alt.startsWith('1 / 3'));
    });
  });

  test('hold for axe in the viewer, light and dark', async () => {
    for (const colorScheme of ['light', 'dark']) {
      await visit(PRODUCT, { colorScheme, bypassCSP: true }, async (page) => {
        await page.locator('#photo-1 .zoom').click();
        await opened(page);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`), []);
      });
    }
  });

  test('load the viewer only when someone opens one', async () => {
    await visit(PRODUCT, {}, async (page) => {
      const loaded = [];
      page.on('request', (request) => loaded.push(request.url()));
      await page.waitForLoadState('networkidle');
      assert.deepEqual(loaded.filter((url) => url.includes('viewer')), []);
      await Promise.all([page.waitForRequest(/gallery\/viewer\.js$/), page.locator('#photo-1 .zoom').click()]);
    });
  });
});
