// The QR codes of product pages and sheets, drawn by Chromium as a reader sees them, decode to the permanent address.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inPairs, open, urlOf } from '../chromium.mjs';
import { kindOf, sample } from '../kinds.mjs';

const run = promisify(execFile);
const KINDS = new Set(['product', 'product sheet', 'print pack']);
const CODES = 'svg.qr, .qr svg';
/** Dark pages must not turn the code around: many phones read dark on light only. */
const LOOKS = [{ media: 'screen', colorScheme: 'dark' }, { media: 'print', colorScheme: 'light' }];
/** Pages per kind and language. */
const EACH = 3;

export default {
  name: 'qr',
  about: 'printed codes decode to the permanent address of their product',
  async run(site, report) {
    const { server } = await open(site);
    const folder = await mkdtemp(join(tmpdir(), 'ocop-qr-'));
    const pages = sample(site.pages, EACH, (kind) => KINDS.has(kind.name));
    let codes = 0;
    try {
      await inPairs(pages, async ({ file }, page) => {
        await page.goto(urlOf(site, server, file), { waitUntil: 'load' });
        for (const look of LOOKS) {
          await page.emulateMedia(look);
          const shots = await shoot(page);
          codes += shots.length;
          if (!shots.length && look.media === 'print' && kindOf(file).name !== 'print pack') {
            report.fail(file, 'no visible QR code in print', 'print the code of the permanent address');
          }
          for (const [index, shot] of shots.entries()) {
            const picture = join(folder, `${file.replaceAll('/', '-')}-${look.media}-${index}.png`);
            await writeFile(picture, shot);
            judge(site, report, file, await decode(picture), look.media);
          }
        }
      }, { deviceScaleFactor: 3, viewport: { width: 820, height: 1100 } });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    if (!pages.length) report.fail('.', 'no product page or sheet', 'build one');
    report.note(`${codes} codes on ${pages.length} pages`);
  },
};

/** Up to three codes of a page, each with the quiet zone that the page leaves around it. */
async function shoot(page) {
  const shots = [];
  for (const code of (await page.locator(CODES).all()).slice(0, 3)) {
    if (!(await code.isVisible())) continue;
    await code.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await code.boundingBox();
    const zone = width * 0.12;
    const clip = { x: Math.max(0, x - zone), y: Math.max(0, y - zone), width: width + 2 * zone, height: height + 2 * zone };
    shots.push(await page.screenshot({ clip }));
  }
  return shots;
}

/** The texts in a picture. zbarimg ends with 4 when it finds none; when it is not installed the check breaks, and says so. */
async function decode(picture) {
  try {
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', '--nodbus', '-Sdisable', '-Sqrcode.enable', picture]);
    return stdout.trim().split('\n').filter(Boolean);
  } catch (error) {
    if (error.code === 4) return [];
    throw error;
  }
}

function judge(site, report, file, texts, media) {
  if (!texts.length) return report.fail(file, `a QR code cannot be read (${media})`, 'dark on light, with a quiet zone of 4 modules');
  for (const text of texts) {
    if (!text.startsWith(`${site.baseUrl}p/`) || !text.endsWith('/')) {
      report.fail(file, `the QR code says "${text}"`, `it must be ${site.baseUrl}p/<id>/`);
    } else if (!site.fileOf(text)) report.fail(file, `the QR code leads to "${text}", which is no page`, 'build the permanent address');
  }
}
