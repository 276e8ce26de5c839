// What a visitor does with the search box, the search page and the list of products, in a real browser on the sample
// catalogue: at the root of a host all of it, under a sub-path what depends on addresses.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { closeChromium } from '../chromium.mjs';
import { DESK, PHONE, visitor } from './visit.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let visit;
let address;
let where;
let remove;
before(async () => ({ visit, address, where, remove } = await visitor('https://example.org/')));
after(async () => {
  await closeChromium();
  remove();
});

const LIST = { vi: 'vi/san-pham/', en: 'en/products/' };
const SEARCH = { vi: 'vi/tim-kiem/', en: 'en/search/' };

const names = (page) => page.locator('[data-results] .card h3').allTextContents();
const shownNumber = async (page) => Number.parseInt(await page.locator('#count').textContent(), 10);
const box = (page, value) => page.locator(`.facet input[value="${value}"]`);
const countOf = async (page, value) => Number(await page.locator(`.facet label:has(input[value="${value}"]) .count`).textContent());
/** The list has answered: its number is the number of cards it could show. */
const answered = (page) => page.waitForFunction(() => !document.querySelector('[data-results]').matches('[aria-busy], :empty'));

async function type(page, selector, text) {
  await page.locator(selector).pressSequentially(text, { delay: 15 });
}

describe('the search box', { concurrency: 3 }, () => {
  test('suggests while someone types, and the keyboard leads to a product', async () => {
    await visit('vi/', {}, async (page) => {
      await page.keyboard.press('/');
      assert.equal(await page.evaluate(() => document.activeElement.type), 'search', '"/" leads to the box');
      const input = page.locator(':focus');
      await page.keyboard.type('mien dong');
      await page.waitForSelector('[role="option"]');
      assert.equal(await input.getAttribute('aria-expanded'), 'true');
      assert.equal(await input.getAttribute('aria-activedescendant'), null, 'nothing is chosen unasked');
      await page.keyboard.press('ArrowDown');
      const active = () => page.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent);
      assert.match(await active(), /Miến dong Tài Hoan/);
      await page.keyboard.press('End');
      assert.match(await active(), /mien dong/, 'the last entry leads to all results');
      await page.keyboard.press('Home');
      assert.match(await active(), /Miến dong Tài Hoan/);
      assert.equal(await page.locator('[role="option"][aria-selected="true"]').count(), 1);
      await Promise.all([page.waitForURL(/mien-dong-tai-hoan/), page.keyboard.press('Enter')]);
    });
  });

  test('closes with Escape, keeps the text, and Enter then searches', async () => {
    await visit('vi/', {}, async (page) => {
      await type(page, '#search-text', 'tra hoa');
      await page.waitForSelector('[role="option"]');
      assert.match(await page.locator('.search-field [role="status"]').first().textContent(), /\d/, 'the number of suggestions is read aloud');
      await page.keyboard.press('v');
      await page.keyboard.press('Escape');
      await page.waitForTimeout(400);
      assert.equal(await page.locator('[role="option"]:visible').count(), 0, 'a letter typed just before does not open it again');
      assert.equal(await page.locator('#search-text').inputValue(), 'tra hoav');
      await page.keyboard.press('Backspace');
      await page.waitForSelector('[role="option"]');
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('[role="option"]:visible').count(), 0);
      await Promise.all([page.waitForURL(/tim-kiem/), page.keyboard.press('Enter')]);
      assert.equal(where(page), `${SEARCH.vi}?q=tra+hoa`);
      await page.waitForSelector('.card');
      assert.ok((await names(page)).some((name) => name.includes('Trà hoa vàng')));
      assert.equal(await page.locator('#list-text').inputValue(), 'tra hoa');
    });
  });

  test('marks what matched, and shows text of the visitor as text', async () => {
    await visit('vi/', {}, async (page) => {
      await type(page, '#search-text', 'tra hoa');
      await page.waitForFunction(() => [...document.querySelectorAll('.suggestion mark')].some((mark) => /^tr[àa]/i.test(mark.textContent)));
      await page.locator('#search-text').fill('<img src=x onerror=alert(1)>');
      await page.waitForFunction(() => document.querySelector('.suggestion-all')?.textContent.includes('onerror'));
      assert.equal(await page.locator('.suggestions img[src="x"]').count(), 0);
    });
  });

  test('keeps an entry that the next letter finds too, and marks more of it', async () => {
    await visit('vi/', {}, async (page) => {
      await type(page, '#search-text', 'mie');
      const entry = page.locator('.suggestion-product', { hasText: 'Miến dong Tài Hoan' });
      await entry.evaluate((option) => (option.querySelector('.frame').kept = true));
      const marked = () => entry.locator('mark').first().textContent();
      assert.equal(await marked(), 'Miế');
      await page.keyboard.type('n dong t');
      await page.waitForFunction(() => document.querySelector('.suggestion-product')?.textContent.includes('Tài Hoan') && document.querySelectorAll('.suggestion-product mark').length >= 3);
      assert.equal(await marked(), 'Miến');
      assert.equal(await entry.evaluate((option) => option.querySelector('.frame').kept), true, 'its picture does not flicker');
      const twice = await page.evaluate(() => [...document.querySelectorAll('[role="option"]')].map(({ id }) => id).filter((id, i, all) => !id || all.indexOf(id) !== i));
      assert.deepEqual(twice, [], 'each entry has a name of its own');
      await page.locator('#search-text').fill('zzzzqqqq');
      await page.waitForFunction(() => document.querySelectorAll('[role="option"]').length === 1);
      assert.equal(await page.locator('[role="option"]').textContent(), await page.locator('.suggestion-all').textContent(), 'nothing of the answer before is left');
    });
  });

  test('keeps the entry that is chosen while the answer to the last letter comes', async () => {
    await visit('vi/', {}, async (page) => {
      await type(page, '#search-text', 'mien don');
      await page.waitForSelector('.suggestion-product');
      await page.keyboard.press('g');
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(600);
      assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 1);
      assert.equal(await page.locator('#search-text').getAttribute('aria-activedescendant'), await page.locator('[role=option]').first().getAttribute('id'));
      await page.keyboard.press('h');
      assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 0, 'a letter lets go of it');
    });
  });

  test('draws the stars as pages do', async () => {
    await visit('vi/', {}, async (page) => {
      await type(page, '#search-text', 'mien dong');
      await page.waitForSelector('.suggestion-product .stars');
      const rows = await page.evaluate(() =>
        [3, 4, 5].map((count) => {
          const box = (svg) => (({ x, y, width, height }) => [x, y, width, height].map((side) => Math.round(side * 100) / 100))(svg.getBBox());
          const drawn = document.querySelector(`.suggestion-product .stars.n${count}`);
          if (!drawn) return null;
          const usual = drawn.cloneNode();
          usual.innerHTML = `<use href="#s${count}"/>`;
          drawn.after(usual);
          return [box(drawn), box(usual), drawn.querySelector('.on').getBBox().width > 20 * count - 3, drawn.querySelector('.on').getBBox().width < 20 * count];
        }),
      );
      assert.ok(rows.some(Boolean), 'stars to compare');
      for (const [drawn, usual, ...full] of rows.filter(Boolean)) {
        assert.deepEqual(drawn, usual);
        assert.deepEqual(full, [true, true], 'so many are full');
      }
    });
  });

  test('waits until an input method has put a letter together', async () => {
    await visit('vi/', { touch: false }, async (page) => {
      await page.locator('#search-text').focus();
      const keyboard = await page.context().newCDPSession(page);
      for (const text of ['m', 'mi', 'mie', 'miê', 'miên']) {
        await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
        await page.waitForTimeout(120);
      }
      assert.equal(await page.locator('[role="option"]').count(), 0, 'no answer in the middle of a word');
      await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
      assert.equal(where(page), 'vi/', 'Enter belongs to the input method');
      await keyboard.send('Input.insertText', { text: 'miến' });
      await page.waitForSelector('[role="option"]');
      assert.equal(await page.locator('#search-text').inputValue(), 'miến');
      assert.match(await page.locator('[role="option"]').first().textContent(), /Miến/);
    });
  });

  test('is a sheet on a phone, opened and left by touch', async () => {
    await visit('vi/', { viewport: PHONE }, async (page) => {
      await page.locator('.search-button').tap();
      await page.waitForFunction(() => document.activeElement.id === 'search-text');
      await page.keyboard.type('nuoc mam');
      await page.waitForSelector('.suggestion-product');
      const { width } = await page.locator('.suggestions').boundingBox();
      assert.equal(width, PHONE.width, 'the suggestions have the whole width');
      const small = await page.evaluate(() => [...document.querySelectorAll('.search button, .suggestion')].filter((target) => target.getBoundingClientRect().height < 43.5).length);
      assert.equal(small, 0, 'every target is 44 px high');
      await page.locator('.search-close').tap();
      assert.equal(await page.locator('#search-text').isVisible(), false);
    });
  });

  test('leaves the key to who does not want it', async () => {
    await visit(SEARCH.vi, {}, async (page) => {
      await page.locator('[data-search-key] input').uncheck();
      await page.goto(address('vi/'));
      await page.keyboard.press('/');
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
      await page.goto(address(SEARCH.vi));
      await page.locator('[data-search-key] input').check();
      await page.keyboard.press('Tab');
      await page.keyboard.press('/');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'list-text', 'the field of the page itself');
    });
  });

  test('loads the search only when someone wants to search', async () => {
    await visit('vi/', {}, async (page) => {
      const loaded = [];
      page.on('request', (request) => loaded.push(request.url()));
      await page.waitForLoadState('networkidle');
      assert.deepEqual(loaded.filter((url) => /search|suggest/.test(url)), []);
      const engine = page.waitForRequest(/search\/engine\.js/);
      const manifest = page.waitForRequest(/search\/manifest\.bin/); // the first letter shall not wait for it
      await page.locator('#search-text').focus();
      await Promise.all([engine, manifest]);
    });
  });

  test('does not load ahead for who pays by the byte', async () => {
    for (const [path, field] of [['vi/', '#search-text'], [SEARCH.vi, '#list-text']]) {
      await visit(path, {}, async (page) => {
        await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
        await page.reload();
        const loaded = [];
        page.on('request', (request) => loaded.push(request.url()));
        const engine = page.waitForRequest(/search\/engine\.js/);
        await page.locator(field).focus();
        await engine;
        await page.waitForLoadState('networkidle');
        assert.deepEqual(loaded.filter((url) => /search\/(?:manifest|parts)/.test(url)), []);
        const manifest = page.waitForRequest(/search\/manifest\.bin/);
        await page.keyboard.type('tra');
        await manifest;
      });
    }
  });
});

describe('the list of products', { concurrency: 3 }, () => {
  test('stays as the server made it until someone touches it', async () => {
    await visit(LIST.vi, {}, async (page) => {
      await page.evaluate(() => (document.querySelector('.card').untouched = true));
      await page.waitForTimeout(300);
      assert.ok(await page.evaluate(() => document.querySelector('.card').untouched));
      assert.equal(await shift(page), 0);
    });
  });

  test('a later page keeps its place until someone narrows the list', async () => {
    const later = `${LIST.vi}trang/2/`;
    await visit(later, {}, async (page) => {
      const before = await names(page);
      await page.locator('[data-facet="former"] summary').click();
      await page.waitForSelector('[data-facet="former"] li');
      assert.equal(where(page), later);
      assert.deepEqual(await names(page), before);
      await box(page, '5').check();
      await page.waitForSelector('.chip');
      assert.equal(where(page), `${LIST.vi}?sao=5`);
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll('.chip').length === 0);
      assert.equal(where(page), later);
      assert.deepEqual(await names(page), before);
    });
  });

  test('combines facets and text, with counts that follow the selection', async () => {
    await visit(LIST.vi, {}, async (page) => {
      const all = await shownNumber(page);
      const five = await countOf(page, '5');
      await box(page, '5').check();
      await page.waitForSelector('.chip');
      assert.equal(await shownNumber(page), five);
      assert.equal((await names(page)).length, Math.min(five, 24));
      const drinks = await countOf(page, 'drink');
      assert.ok(drinks < five, 'the count of a group is of five-star products now');
      await box(page, 'drink').check();
      await page.waitForFunction((number) => Number.parseInt(document.querySelector('#count').textContent, 10) === number, drinks);
      assert.ok((await countOf(page, '4')) > 0, 'counts of the stars do not follow the choice of stars');
      const four = await countOf(page, '4');
      await box(page, '4').check();
      await page.waitForFunction((number) => Number.parseInt(document.querySelector('#count').textContent, 10) === number, drinks + four);
      await type(page, '#list-text', 'tra');
      await page.waitForFunction(() => location.search.includes('q=tra'));
      await answered(page);
      assert.ok((await shownNumber(page)) <= drinks + four);
      assert.equal(where(page), `${LIST.vi}?q=tra&sao=5&sao=4&nhom=drink`);
      for (let rest = 3; rest > 0; rest -= 1) {
        await page.locator('.chip').first().click();
        await page.waitForFunction((number) => document.querySelectorAll('.chip').length === number, rest - 1);
      }
      await page.locator('#list-text').fill('');
      await page.waitForFunction((number) => Number.parseInt(document.querySelector('#count').textContent, 10) === number, all);
      // The address follows when nobody types any more.
      await page.waitForFunction(() => location.search === '');
      assert.equal(where(page), LIST.vi);
    });
  });

  test('a part of a group narrows the group', async () => {
    await visit(LIST.vi, {}, async (page) => {
      await box(page, 'food').check();
      await page.waitForSelector('.chip');
      const food = await shownNumber(page);
      const part = page.locator('.facet li[data-depth="1"]:not([hidden]) input').first();
      const value = await part.getAttribute('value');
      const expected = await countOf(page, value);
      await part.check();
      await page.waitForFunction(() => location.search.includes('nhom=food.'));
      await answered(page);
      assert.ok(expected <= food);
      assert.equal(await shownNumber(page), expected);
      assert.equal(await page.locator('.chip').count(), 1, 'the part takes the place of the whole');
    });
  });

  test('an address says it all: shared, and taken back step by step', async () => {
    await visit(LIST.vi, {}, async (page) => {
      await box(page, '5').check();
      await page.waitForSelector('.chip');
      const first = await names(page);
      await box(page, 'food').check();
      await page.waitForFunction(() => document.querySelectorAll('.chip').length === 2);
      const second = await names(page);
      await visit(where(page), {}, async (shared) => {
        await shared.waitForSelector('.chip');
        assert.deepEqual(await names(shared), second);
        assert.ok((await box(shared, '5').isChecked()) && (await box(shared, 'food').isChecked()));
      });
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll('.chip').length === 1);
      assert.deepEqual(await names(page), first);
      assert.equal(await box(page, 'food').isChecked(), false);
      await page.goBack();
      await page.waitForFunction(() => document.querySelectorAll('.chip').length === 0);
      assert.equal(where(page), LIST.vi);
      await page.goForward();
      await page.waitForFunction(() => document.querySelectorAll('.chip').length === 1);
      assert.deepEqual(await names(page), first);
    });
  });

  test('leads back from a product to the same place, with the focus on its card', async () => {
    await visit(`${LIST.vi}?xep=ten`, {}, async (page) => {
      await page.waitForSelector('.card');
      await answered(page);
      const link = page.locator('.card h3 a').nth(14);
      const href = await link.getAttribute('href');
      await link.scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => scrollY);
      await Promise.all([page.waitForURL(`**${href}`), link.click()]);
      await page.goBack();
      await page.waitForFunction((wanted) => document.activeElement.getAttribute('href') === wanted, href);
      assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 5);
    });
  });

  test('shows more on demand, and the address keeps how far', async () => {
    await visit(`${LIST.vi}?xep=ten`, {}, async (page) => {
      await page.waitForSelector('[data-more]:not([hidden])');
      await page.locator('[data-more] button').click();
      await page.waitForFunction(() => document.querySelectorAll('[data-results] .card').length > 24);
      assert.match(where(page), /trang=2/);
      assert.ok(await page.evaluate(() => document.activeElement.closest('li') === document.querySelectorAll('.cards > li')[24]), 'the focus goes to the first new card');
      const number = (await names(page)).length;
      await page.reload();
      await page.waitForFunction((wanted) => document.querySelectorAll('[data-results] .card').length === wanted, number);
    });
  });

  test('sorts by name in the alphabet of the language and by price', async () => {
    await visit(LIST.vi, {}, async (page) => {
      await page.locator('[data-sort]').selectOption('ten');
      await page.waitForFunction(() => location.search === '?xep=ten');
      await answered(page);
      const sorted = await names(page);
      assert.deepEqual(sorted, [...sorted].sort(new Intl.Collator('vi').compare));
      await page.locator('[data-sort]').selectOption('gia');
      await page.waitForFunction(() => location.search === '?xep=gia');
      await answered(page);
      const prices = await page.locator('.card-price strong').allTextContents();
      const amounts = prices.map((price) => Number(price.replace(/\D/g, '')));
      assert.deepEqual(amounts, [...amounts].sort((a, b) => a - b));
      assert.ok(amounts.length > 0);
    });
  });

  test('narrows by price', async () => {
    await visit(LIST.vi, {}, async (page) => {
      await page.locator('[data-facet="price"] summary').click();
      await page.locator('[data-bound="max"]').fill('100000');
      await page.locator('[data-bound="max"]').press('Tab');
      await page.waitForFunction(() => location.search === '?gia=-100000');
      await page.waitForSelector('.chip');
      const prices = await page.locator('.card-price strong').allTextContents();
      assert.equal(prices.length, await shownNumber(page), 'only products with a price');
      assert.ok(prices.every((price) => Number(price.replace(/\D/g, '')) <= 100_000));
    });
  });

  test('works in a sheet on a phone, which says what was chosen', async () => {
    await visit(LIST.vi, { viewport: PHONE }, async (page) => {
      await page.locator('.facets-button').tap();
      await box(page, '5').check();
      await page.waitForFunction(() => /\d/.test(document.querySelector('[data-done]').textContent));
      const done = page.locator('[data-done]');
      assert.equal(Number.parseInt((await done.textContent()).match(/\d+/)[0], 10), await shownNumber(page));
      await done.tap();
      assert.equal(await page.locator('.facets').evaluate((sheet) => sheet.matches(':popover-open')), false);
      assert.equal(await page.locator('.badge').textContent(), '1');
    });
  });

  test('says that it could not load, and tries again', async () => {
    await visit(LIST.vi, {}, async (page) => {
      await page.route('**/search/**/*', (route) => (route.request().resourceType() === 'script' ? route.continue() : route.abort()));
      await page.route('**/search/manifest.bin*', (route) => route.abort());
      await box(page, '5').check();
      await page.waitForSelector('[data-error]:not([hidden])');
      assert.match(await page.locator('[data-announce]').textContent(), /mạng/);
      await page.unrouteAll();
      await page.locator('[data-retry]').click();
      await page.waitForSelector('.chip');
      assert.equal(await page.locator('[data-error]').isVisible(), false);
    });
  });

  test('keeps the choice where even its script did not come', async () => {
    await visit(LIST.vi, {}, async (page) => {
      await page.route('**/list/live.js', (route) => route.abort());
      await box(page, '5').check();
      await page.waitForSelector('[data-error]:not([hidden])');
      assert.ok((await names(page)).length > 0, 'the list of the server is still there');
      await page.unrouteAll();
      await Promise.all([page.waitForURL(/sao=5/), page.locator('[data-retry]').click()]);
      await page.waitForSelector('.chip');
    });
  });

  test('shows a certificate that ended since as ended', async () => {
    await visit(LIST.vi, {}, async (page) => {
      assert.ok((await page.locator('.card[data-status="valid"]').count()) > 0);
      await page.clock.setFixedTime(new Date('2040-01-01T05:00:00Z'));
      await page.goto(address(`${LIST.vi}?sao=5`));
      await page.waitForSelector('[data-empty]:not([hidden])');
      await page.goto(address(`${LIST.vi}?xep=ten`));
      await page.waitForSelector('.card');
      assert.equal(await page.locator('.card[data-status="valid"], .card[data-status="expiring"]').count(), 0);
    });
  });
});

describe('the search page', { concurrency: 3 }, () => {
  test('says how it understood raw typing', async () => {
    await visit(`${SEARCH.vi}?q=mieens+dong`, {}, async (page) => {
      await page.waitForSelector('.card');
      assert.match((await names(page))[0], /Miến dong/);
      assert.match(await page.locator('[data-decoded]').textContent(), /miến dong/);
    });
  });

  test('offers near spellings where nothing was found, and they lead on', async () => {
    await visit(`${SEARCH.vi}?q=mizzn+dozzg`, {}, async (page) => {
      await page.waitForSelector('[data-spellings]:not([hidden])');
      assert.equal(await page.locator('[data-empty]').isVisible(), true);
      assert.equal(await page.locator('.card').count(), 0);
      await page.locator('[data-spellings] .chip').first().click();
      await page.waitForSelector('.card');
      assert.equal(await page.locator('[data-spellings]').isVisible(), false);
    });
  });

  test('answers while someone types, and counts for people who cannot see', async () => {
    await visit(SEARCH.vi, {}, async (page) => {
      assert.equal(await page.locator('[data-ways]').isVisible(), true);
      await type(page, '#list-text', 'nuoc mam');
      await page.waitForSelector('.card');
      assert.ok((await names(page)).some((name) => name.includes('Nước mắm')));
      assert.equal(await page.locator('[data-ways]').isVisible(), false);
      assert.equal(await page.locator('[data-announce]').textContent(), await page.locator('#count').textContent());
      await page.goBack();
      await page.waitForSelector('[data-ways]:not([hidden])');
      assert.equal(await page.locator('.card').count(), 0);
    });
  });

  test('loads the search when someone is about to type', async () => {
    await visit(SEARCH.vi, {}, async (page) => {
      await Promise.all([page.waitForRequest(/search\/manifest\.bin/), page.locator('#list-text').focus()]);
      assert.equal(await page.locator('[data-ways]').isVisible(), true, 'the page stays as it is until then');
    });
  });

  test('keeps a card that the next letter finds too, and none that it does not', async () => {
    await visit(SEARCH.vi, {}, async (page) => {
      await type(page, '#list-text', 'mie');
      const card = page.locator('[data-results] .card', { hasText: 'Miến dong Tài Hoan' });
      await card.waitFor();
      await card.evaluate((one) => (one.querySelector('.frame').kept = true));
      await page.keyboard.type('n dong tai hoan');
      await page.waitForFunction(() => document.querySelector('.card h3').textContent.includes('Tài Hoan') && location.search.includes('hoan'));
      await answered(page);
      assert.equal((await names(page)).length, await shownNumber(page), 'as many cards as products');
      assert.equal(await card.evaluate((one) => one.querySelector('.frame').kept), true, 'its photo does not flicker');
      assert.deepEqual(await card.locator('h3 mark').allTextContents(), ['Miến', 'dong', 'Tài', 'Hoan']);
    });
  });

  test('keeps query and selection when the language changes', async () => {
    await visit(`${SEARCH.vi}?q=tra&sao=5`, {}, async (page) => {
      await page.waitForSelector('.card');
      const number = await shownNumber(page);
      await Promise.all([page.waitForURL(/en\/search/), page.locator('.languages a[hreflang="en"]').click()]);
      assert.equal(where(page), `${SEARCH.en}?q=tra&sao=5`);
      await page.waitForSelector('.card');
      assert.equal(await shownNumber(page), number);
      assert.ok(await box(page, '5').isChecked());
    });
  });

  test('leads on without JavaScript, and the box of every page leads there', async () => {
    await visit('vi/', { javaScriptEnabled: false }, async (page) => {
      await page.locator('#search-text').fill('trà');
      await Promise.all([page.waitForURL(/tim-kiem/), page.locator('#search-text').press('Enter')]);
      assert.equal(where(page), `${SEARCH.vi}?q=trà`);
      assert.match(await page.locator('main').innerText(), /JavaScript/, 'it says in words why nothing was searched');
      assert.equal(await page.locator('#list-text').isVisible(), false, 'no field that does nothing');
      for (const list of ['hang-sao/5/', 'nhom/drink/', 'dia-phuong/', 'chu-the/', 'diem-ban/', 'san-pham/']) {
        assert.ok((await page.locator(`[data-ways] a[href*="/vi/${list}"]`).count()) > 0, list);
      }
      await Promise.all([page.waitForURL(/nhom\/drink/), page.locator('[data-ways] a[href$="/vi/nhom/drink/"]').click()]);
      assert.ok((await page.locator('.card').count()) > 0);
    });
  });

  test('nothing moves when a query comes with the address', async () => {
    for (const viewport of [PHONE, DESK]) {
      await visit(`${SEARCH.vi}?q=tra`, { viewport }, async (page) => {
      await page.waitForSelector('.card');
      await page.waitForTimeout(200);
      assert.ok((await shift(page)) < 0.01, `layout shift ${await shift(page)}`);
      });
    }
  });
});

describe('nobody is left out', { concurrency: 3 }, () => {
  const states = [
    ['suggestions', 'vi/', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('tra');
      await page.waitForSelector('.suggestion-product');
      await page.keyboard.press('ArrowDown');
    }],
    ['suggestions in English', 'en/', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('tea');
      await page.waitForSelector('.suggestion-product');
    }],
    ['facets and chips', `${LIST.vi}?q=tra&sao=5&nhom=drink`, openFacets],
    ['facets and chips in English', `${LIST.en}?q=tea&hieu-luc=valid`, openFacets],
    ['nothing found', `${SEARCH.vi}?q=zzzzqqqq&sao=5`, (page) => page.waitForSelector('[data-empty]:not([hidden])')],
    ['the search page', SEARCH.en, () => undefined],
  ];
  for (const [name, path, prepare] of states) {
    for (const viewport of [PHONE, DESK]) {
      test(`axe-core finds nothing, light and dark: ${name}, ${viewport.width} px`, async () => {
        // The policy of the site would keep axe-core out of its pages.
        await visit(path, { viewport, bypassCSP: true }, async (page) => {
          await prepare(page);
          await page.evaluate(AXE);
          assert.deepEqual(await violations(page, {}), []);
          await page.emulateMedia({ colorScheme: 'dark' });
          assert.deepEqual(await violations(page, { runOnly: ['color-contrast', 'link-in-text-block'] }), []);
        });
      });
    }
    test(`nothing is wider than 320 px, and nothing is lost at 200 %: ${name}`, async () => {
      for (const viewport of [{ width: 320, height: 640 }, { width: 640, height: 480 }]) {
        await visit(path, { viewport, touch: false, deviceScaleFactor: 2 }, async (page) => {
          await prepare(page);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${wide} px too wide`);
        });
      }
    });
  }
});

describe('under a sub-path', () => {
  test('the box, the list and the language switch keep to it', { skip: Boolean(process.env.OCOP_SITE) }, async () => {
    const below = await visitor('https://example.org/huyen/na-ri/');
    try {
      await below.visit('vi/', {}, async (page) => {
        await type(page, '#search-text', 'mien dong');
        await page.waitForSelector('.suggestion-product img');
        await page.keyboard.press('ArrowDown');
        await Promise.all([page.waitForURL(/\/huyen\/na-ri\/vi\/san-pham\/mien-dong/), page.keyboard.press('Enter')]);
        await page.goto(below.address(LIST.vi));
        await box(page, '5').check();
        await page.waitForSelector('.chip');
        assert.equal(below.where(page), `${LIST.vi}?sao=5`);
        assert.ok(await page.locator('[data-results] img').first().evaluate((image) => image.decode().then(() => image.naturalWidth > 0)));
        await Promise.all([page.waitForURL(/en\/products/), page.locator('.languages a[hreflang="en"]').click()]);
        await page.waitForSelector('.chip');
        assert.equal(below.where(page), `${LIST.en}?sao=5`);
      });
    } finally {
      below.remove();
    }
  });
});

async function violations(page, options) {
  const { violations } = await page.evaluate((more) => window.axe.run(document, { resultTypes: ['violations'], ...more }), options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

async function openFacets(page) {
  await page.waitForSelector('.chip');
  const button = page.locator('.facets-button');
  if (await button.isVisible()) await button.click();
  await page.evaluate(() => document.querySelectorAll('.facet').forEach((facet) => (facet.open = true)));
}

/** Cumulative layout shift since the page began. */
function shift(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)));
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(Math.round(sum * 1000) / 1000), 100);
      }),
  );
}
