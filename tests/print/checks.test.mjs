// Each check of paper must be able to fail: drawn pages with one defect each.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { closeChromium, startChromium } from '../site/chromium.mjs';
import { Codes } from './codes.mjs';
import { Grey } from './grey.mjs';
import { boxOf, codeOff, nameOff, ROOMS, STOCKS } from './labels.mjs';
import { faint } from './legible.mjs';
import { ready } from './look.mjs';
import { DPI } from './pdf.mjs';

const DOTS = DPI / 25.4;

/** A page of A4 with a rectangle in a tone. */
function page(x, y, width, height, tone = 0) {
  const picture = new Grey(Math.round(210 * DOTS), Math.round(297 * DOTS));
  const [left, right] = [Math.round(x * DOTS), Math.round((x + width) * DOTS)];
  for (let row = Math.round(y * DOTS); row < Math.round((y + height) * DOTS); row += 1) picture.pixels.fill(tone, row * picture.width + left, row * picture.width + right);
  return picture;
}

/** A label whose code, a plain square, is so far off its place. */
function label(aside, down) {
  const stock = STOCKS['3x7'];
  const box = boxOf(stock, 4);
  const { code, right, bottom } = ROOMS[stock.room];
  const border = 2.5;
  const [x, y] = [box.x + box.width - right - code, box.y + box.height - bottom - code];
  return codeOff(page(x + border + aside, y + border + down, code - 2 * border, code - 2 * border), box, stock);
}

test('a label in its place is sound, one 0.4 mm beside it is not', () => {
  assert.equal(label(0, 0), undefined);
  assert.equal(label(0.1, -0.1), undefined);
  assert.match(label(0.4, 0), /off to the side/);
  assert.match(label(0, -0.4), /off to the side/);
  assert.equal(codeOff(page(0, 0, 1, 1), boxOf(STOCKS['3x7'], 4), STOCKS['3x7']), 'has no code');
});

test('a name that is not on its label, or beside its edge, is told', () => {
  const [stock, box] = [STOCKS['3x8'], boxOf(STOCKS['3x8'], 30)];
  assert.deepEqual([box.page, Math.round(box.y * 10) / 10], [2, 80.7]);
  const word = (x, page = 2) => [{ page, x, y: box.y + 2, text: 'Chè' }];
  assert.equal(nameOff(word(box.x + 2.5), box, stock, 'Chè xanh'), undefined);
  assert.match(nameOff(word(box.x + 2.8), box, stock, 'Chè xanh'), /0.30 mm/);
  assert.match(nameOff(word(box.x + 2.5, 1), box, stock, 'Chè xanh'), /has no/);
});

test('pale words, words on a ground and words off the paper are told', () => {
  const words = [{ x: 20, y: 20, right: 40, bottom: 24, text: 'Giá' }];
  assert.equal(faint(page(22, 21, 5, 2), words).length, 0);
  assert.equal(faint(page(22, 21, 5, 2, 160), words).length, 1);
  assert.equal(faint(page(10, 10, 60, 40, 90), words).length, 1);
  assert.equal(faint(page(22, 21, 5, 2), [{ ...words[0], x: 215, right: 225 }]).length, 1);
});

test('a code that is missing is told, on its label and on the page', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ocop-checks-'));
  try {
    const box = boxOf(STOCKS['3x7'], 0);
    const codes = new Codes([{ id: 'tn-0001', box }, { id: 'tn-0002' }, { digits: '8938500000010' }], { folder, baseUrl: 'https://ocop.example/' });
    await codes.page(page(20, 20, 5, 5), 1);
    await codes.page(page(20, 20, 5, 5), 2);
    const found = codes.end();
    assert.equal(found.filter((finding) => finding.includes('tn-0001')).length, 2);
    assert.equal(found.filter((finding) => finding.includes('tn-0002')).length, 2);
    assert.equal(found.filter((finding) => finding.includes('8938500000010')).length, 2);
    assert.equal(codes.read, 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a sheet that turns into what was asked for late is waited for', { timeout: 60_000 }, async () => {
  try {
    const tab = await (await startChromium()).newPage();
    await tab.setContent(`<form data-sheet></form><article class="sheet" data-paper="a4">one</article>
      <script>setTimeout(() => { const sheet = document.querySelector('.sheet'); sheet.dataset.paper = 'a5'; sheet.dataset.both = ''; }, 400)</script>`);
    await ready(tab, '?paper=a5&both=1');
    assert.equal(await tab.getAttribute('.sheet', 'data-paper'), 'a5');
    tab.setDefaultTimeout(300);
    await assert.rejects(ready(tab, ''), /Timeout/);
  } finally {
    await closeChromium();
  }
});
