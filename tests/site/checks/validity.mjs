// A page outlives its build: opened after the certificate ended, it says so. Live catalogues mark the last day with
// `data-valid-until`; an edition is frozen and has no such mark, so a build for this check is told by `--live`.

import { open, urlOf } from '../chromium.mjs';
import { kindOf } from '../kinds.mjs';

/** One page of each of these kinds and languages; cards stand on the others. */
const KINDS = ['product', 'permanent address', 'products', 'home', 'decision', 'producer'];
/** A certificate ends at midnight in Việt Nam, wherever the reader is. */
const READER_ZONE = 'Europe/Paris';

export default {
  name: 'validity',
  about: 'after the last day of a certificate its page says that it has ended',
  async run(site, report) {
    const marked = site.pages.filter((page) => lastDays(page).length);
    if (site.live && !marked.length) report.fail('.', 'no page carries data-valid-until', 'a live catalogue marks the last day of a certificate');
    const chosen = new Map();
    for (const page of marked) {
      const kind = kindOf(page.file).name;
      const key = `${kind} ${page.lang}`;
      if (KINDS.includes(kind) && !chosen.has(key)) chosen.set(key, page);
    }
    const { browser, server } = await open(site);
    for (const page of chosen.values()) await checkPage(site, report, browser, server, page);
    report.note(marked.length ? `${chosen.size} of ${marked.length} pages with a last day` : 'an edition: no page changes with time');
  },
};

function lastDays(page) {
  return page.elements.map(({ attrs }) => attrs['data-valid-until']).filter(Boolean).sort();
}

async function checkPage(site, report, browser, server, page) {
  const { file } = page;
  const [day] = lastDays(page);
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return report.fail(file, `data-valid-until="${day}" is no date`, 'write 2028-01-17');
  const url = urlOf(site, server, file);
  const evening = await blocksAt(browser, url, day, `${day}T23:30:00+07:00`);
  const after = new Date(new Date(`${day}T23:30:00+07:00`).getTime() + 3_600_000).toISOString();
  const morning = await blocksAt(browser, url, day, after);
  evening.forEach(({ words, text }, index) => {
    const later = morning[index];
    if (!words.length) return report.fail(file, 'a block with data-valid-until has no words for later', 'add data-expired-text or data-expired-word');
    for (const word of words.filter((word) => text.includes(word))) {
      report.fail(file, `says "${word}" on the last day already`, `${day} is the last valid day`);
    }
    // A card has room for the short word only, a certificate shows the long text.
    if (!words.some((word) => later.text.includes(word))) {
      report.fail(file, `does not say "${words.join('" or "')}" the day after ${day}`, 'see js/validity.js of the theme');
    }
    if (['valid', 'expiring'].includes(later.status)) report.fail(file, `keeps data-status="${later.status}" the day after ${day}`, 'its stars still look held');
    if (later.text === text) report.fail(file, `looks the same before and after ${day}`, 'see js/validity.js of the theme');
  });
}

/** The visible text of each block whose last day is `day`, with the clock of the browser at `time`, and its words for later. */
async function blocksAt(browser, url, day, time) {
  const context = await browser.newContext({ timezoneId: READER_ZONE, viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(time));
    await page.goto(url, { waitUntil: 'load' });
    return await page.evaluate((last) => {
      const blocks = [...document.querySelectorAll(`[data-valid-until="${last}"]`)];
      return blocks.filter((block) => block.checkVisibility()).map((block) => ({
        text: block.innerText,
        status: block.dataset.status,
        words: [block.dataset.expiredText, block.dataset.expiredWord].filter(Boolean),
      }));
    }, day);
  } finally {
    await context.close();
  }
}
