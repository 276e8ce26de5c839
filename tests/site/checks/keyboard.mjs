// Every page kind walked through with the Tab key: the skip link comes first and works, everything that can be used is reached,
// what has the focus shows it and can be seen, nothing holds the focus, and the order is that of the page.

import { inPairs, open, urlOf } from '../chromium.mjs';
import { kindOf, sample } from '../kinds.mjs';

/** Long lists repeat themselves: beyond so many stops a page is not walked further. */
const MOST_STOPS = 120;

export default {
  name: 'keyboard',
  about: 'every page kind by keyboard: skip link, focus that shows, order, no trap',
  async run(site, report) {
    const { server } = await open(site);
    const first = site.pageOf.get('index.html')?.lang;
    const pages = sample(site.pages, 1).filter(({ lang }) => lang === first);
    let stops = 0;
    await inPairs(pages, async ({ file }, page) => {
      // What a script shows is there only when the script has come.
      await page.goto(urlOf(site, server, file), { waitUntil: 'networkidle' });
      const walk = await walkThrough(page);
      stops += walk.stops.length;
      judge(report, file, walk);
      await checkSkipLink(report, page, file);
    }, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    report.note(`${pages.length} pages of ${new Set(pages.map(({ file }) => kindOf(file).name)).size} kinds · ${stops} stops`);
  },
};

async function walkThrough(page) {
  const expected = await page.evaluate(prepare);
  const stops = [];
  const most = Math.min(expected.length, MOST_STOPS);
  // One step more than there are stops leaves the page, or shows that it cannot be left.
  for (let step = 0; step <= most; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(look);
    if (stop === null) break;
    if (stops.some(({ index }) => index === stop.index)) {
      if (stops.at(-1).index === stop.index) stops.trap = stop.name;
      break;
    }
    stops.push(stop);
  }
  return { expected, stops, cut: expected.length > MOST_STOPS };
}

/** Runs in the page: numbers everything that can have the focus, and returns the names in the order of the page. */
function prepare() {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], iframe, [contenteditable]');
  const usable = [...all].filter((element) =>
    element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]'));
  // Radio buttons of one name are one stop.
  const seen = new Set();
  const stops = usable.filter((element) => {
    if (element.type !== 'radio') return true;
    const group = `${element.form?.id} ${element.name}`;
    return !seen.has(group) && seen.add(group);
  });
  window.stopsOfPage = stops;
  return stops.map((element) => ({
    name: `${element.tagName.toLowerCase()} “${(element.innerText || element.getAttribute('aria-label') || element.name || '').trim().slice(0, 40)}”`,
    isFirst: element.tabIndex > 0,
  }));
}

/** Runs in the page: what has the focus and how it looks; null when the page has been left. */
function look() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const isMarked = (box, part) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box, part);
    return outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  };
  // What came after the page was numbered gets a number too, so that two such stops are not taken for one.
  if (!window.stopsOfPage.includes(element)) window.lateStops = [...new Set([...(window.lateStops ?? []), element])];
  // A card may show the mark in place of the link that fills it.
  const frames = [];
  for (let box = element.parentElement; box && box !== document.body && frames.length < 4; box = box.parentElement) frames.push(box);
  const box = element.getBoundingClientRect();
  // A link that is broken over two lines has no middle: its first line counts.
  const { left, top, width, height } = [...element.getClientRects()].find((one) => one.width > 0) ?? box;
  const at = document.elementFromPoint(left + width / 2, top + height / 2);
  return {
    index: window.stopsOfPage.includes(element) ? window.stopsOfPage.indexOf(element) : -1 - window.lateStops.indexOf(element),
    name: nameOf(element),
    place: `${nameOf(element.parentElement)} > ${nameOf(element)}`,
    marked: isMarked(element) || isMarked(element, '::before') || isMarked(element, '::after') || frames.some((box) => box.matches(':has(:focus-visible)') && isMarked(box)),
    inside: width > 0 && height > 0 && top < innerHeight && top + height > 0 && left < innerWidth && left + width > 0,
    covered: Boolean(at) && at !== element && !element.contains(at) && !at.contains(element) && !(element.labels && [...element.labels].some((label) => label.contains(at))),
    cover: at ? nameOf(at) : '',
  };

  function nameOf(one) {
    return one.tagName.toLowerCase() + [...one.classList].map((part) => `.${part}`).join('');
  }
}

function judge(report, file, { expected, stops, cut }) {
  for (const { name } of expected.filter(({ isFirst }) => isFirst)) report.fail(file, `${name} has a tabindex above 0`, 'the order of the page is the order of the keys');
  if (stops.trap) return report.fail(file, `the focus cannot leave ${stops.trap}`, 'let the Tab key through');
  const reached = new Set(stops.map(({ index }) => index));
  const missed = cut ? [] : expected.filter((_, index) => !reached.has(index));
  for (const { name } of missed.slice(0, 3)) report.fail(file, `the Tab key does not reach ${name}`, `it reached ${reached.size} of ${expected.length}`);
  stops.forEach((stop, step) => {
    if (!stop.marked) report.fail(file, `${stop.place} does not show that it has the focus`, 'give :focus-visible an outline');
    if (!stop.inside) report.fail(file, `${stop.place} has the focus out of sight`, 'bring it into view, or take it out of the order');
    else if (stop.covered) report.fail(file, `${stop.place} has the focus below ${stop.cover}`, 'see scroll-padding');
    if (step > 0 && stop.index >= 0 && stop.index < stops[step - 1].index) report.fail(file, `${stop.name} comes after ${stops[step - 1].name}`, 'the order of the page is the order of the keys');
  });
}

/** The first stop leads past the menu. Pages without a menu need none. */
async function checkSkipLink(report, page, file) {
  if (!(await page.locator('header nav').count())) return;
  await page.reload({ waitUntil: 'load' });
  await page.keyboard.press('Tab');
  const target = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  if (!target?.startsWith('#')) return report.fail(file, 'the first stop is no skip link', 'begin <body> with a link to the content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const isInside = await page.evaluate((id) => {
    const main = document.getElementById(id);
    const { activeElement } = document;
    const isPast = main && Boolean(main.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING);
    return Boolean(main) && (isPast || activeElement === document.body);
  }, target.slice(1));
  if (!isInside) report.fail(file, 'the skip link does not lead to the content', `${target} must be the main part`);
}
