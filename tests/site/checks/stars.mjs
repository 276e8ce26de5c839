// Stars are a claim: where the words beside them do not say that they hold, they must not look held. Looked at as pixels,
// on one page of every kind for every standing it shows, light, dark and in forced colours: the middle of the first star
// is filled or not.

import { inPairs, open, urlOf } from '../chromium.mjs';
import { isRedirect, kindOf } from '../kinds.mjs';

const SETTINGS = { reducedMotion: 'reduce', viewport: { width: 412, height: 900 }, serviceWorkers: 'block' };
const SCHEMES = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'light', forcedColors: 'active' } },
];
/** Enough for every block of a page once; long lists repeat the same card. */
const MOST = 8;

export default {
  name: 'stars',
  about: 'stars are filled only beside a certificate that is valid or about to end',
  async run(site, report) {
    const { browser, server } = await open(site);
    const pages = onePerStanding(site.pages);
    const painter = await browser.newPage(); // away from the site, whose policy forbids data: pictures
    let seen = 0;
    try {
      await inPairs(pages, async ({ file }, page) => {
        for (const { name: scheme, media } of SCHEMES) {
          await page.emulateMedia(media);
          await page.goto(urlOf(site, server, file), { waitUntil: 'load' });
          for (const { handle, status } of await drawings(page)) {
            seen += 1;
            const filled = await isFilled(painter, await handle.screenshot({ type: 'png' }));
            const held = status === 'valid' || status === 'expiring';
            if (status === undefined) report.fail(file, `stars without a standing (${scheme})`, 'put them inside an element with data-status');
            else if (held !== filled) report.fail(file, `stars with the status "${status}" look ${filled ? 'held' : 'empty'} (${scheme})`, 'see css/parts/stars.css of the theme');
          }
        }
      }, SETTINGS);
    } finally {
      await painter.close();
    }
    report.note(`${seen} drawings on ${pages.length} pages`);
  },
};

function onePerStanding(pages) {
  const chosen = new Map();
  for (const page of pages.filter((page) => !isRedirect(page))) {
    const standings = page.elements.map(({ attrs }) => attrs['data-status']).filter(Boolean);
    for (const standing of [...standings, 'none of them']) {
      const key = `${kindOf(page.file).name} ${standing}`;
      if (!chosen.has(key)) chosen.set(key, page);
    }
  }
  return [...new Set(chosen.values())];
}

/** The visible drawings, every standing of the page among the first, and their standing. */
async function drawings(page) {
  const all = [];
  for (const handle of await page.locator('svg.stars').elementHandles()) {
    const found = await handle.evaluate((svg) => ({ status: svg.closest('[data-status]')?.dataset.status, visible: svg.checkVisibility() }));
    if (found.visible) all.push({ handle, status: found.status });
  }
  const first = all.filter(({ status }, index) => all.findIndex((other) => other.status === status) === index);
  return [...first, ...all.filter((drawing) => !first.includes(drawing))].slice(0, MOST);
}

async function isFilled(painter, png) {
  return painter.evaluate(async (bytes) => {
    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    const at = (x, y) => [...canvas.getImageData(x, y, 1, 1).data];
    // The first of five stars has its middle at a tenth of the width; the corner shows the ground.
    const middle = at(Math.round(picture.width / 10), Math.round(picture.height * 0.52));
    const ground = at(0, 0);
    return middle.reduce((sum, value, index) => sum + Math.abs(value - ground[index]), 0) > 60;
  }, png.toString('base64'));
}
