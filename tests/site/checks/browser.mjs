// A sample of every page kind in Chromium, as on a cheap phone, with the site's own headers in force; and once more on
// a desk without JavaScript. On the phone each visit has an empty cache, so late fonts and pictures show as layout shift.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { inPairs, open, urlOf } from '../chromium.mjs';
import { kindOf, sample } from '../kinds.mjs';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1440, height: 900 };
const MOST_SHIFT = 0.01;
const SEVERAL = new Set(['product', 'product sheet', 'permanent address']);
/** Waited for pictures and late scripts after a page was scrolled to its end. */
const PATIENCE_MS = 4000;

export default {
  name: 'browser',
  about: 'sampled pages in Chromium: errors, foreign requests, width, layout shift, pictures, without JavaScript',
  async run(site, report) {
    const { browser, server } = await open(site);
    const asOf = dayOf(site);
    const pages = [...sample(site.pages, 1, (kind) => !SEVERAL.has(kind.name)), ...sample(site.pages, 2, (kind) => SEVERAL.has(kind.name))];
    await inPairs(pages, async ({ file }) => judge(report, file, await visit(browser, server, urlOf(site, server, file), asOf)));
    const plain = { javaScriptEnabled: false, viewport: DESK };
    await inPairs(pages, async ({ file }, page) => judgePlain(report, file, await visitPlain(page, urlOf(site, server, file))), plain);
    await checkMissing(site, report, browser, server, asOf);
    report.note(`${pages.length} pages of ${new Set(pages.map((page) => kindOf(page.file).name)).size} kinds`);
  },
};

/** The day as of which the site speaks, from its data; today where it has none. */
function dayOf(site) {
  const today = new Date().toISOString().slice(0, 10);
  const data = join(site.dir, 'api/catalogue.json');
  return existsSync(data) ? (JSON.parse(readFileSync(data, 'utf8')).as_of ?? today) : today;
}

/** Loads a page, scrolls through it and returns what happened. */
async function visit(browser, server, url, asOf) {
  // Not `isMobile`: its emulation changes the viewport while loading, and Chromium forgives shifts around such a change.
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  try {
    const events = { foreign: [], errors: [], failed: [] };
    await context.addInitScript(observe);
    // On the day as of which the site speaks: what a page says after a certificate has ended is another check's concern.
    await context.addInitScript(moveClock, Date.parse(`${asOf}T12:00:00+07:00`));
    const page = await context.newPage();
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(server.origin)) events.foreign.push(request.url());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) events.failed.push(`${response.status()} ${new URL(response.url()).pathname}`);
    });
    page.on('console', (message) => message.type() === 'error' && events.errors.push(message.text()));
    page.on('pageerror', (error) => events.errors.push(`uncaught ${error.message}`));
    const response = await page.goto(url, { waitUntil: 'load' });
    const seen = await page.evaluate(readThrough, PATIENCE_MS);
    return { ...events, ...seen, ...(await page.evaluate(measureWidth)), status: response.status() };
  } finally {
    await context.close();
  }
}

/** Runs in the page before its own scripts: the clock goes on, from another moment. */
function moveClock(to) {
  const Real = Date;
  const shift = to - Real.now();
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length > 0 ? given : [Real.now() + shift]));
    }
    static now() {
      return Real.now() + shift;
    }
  };
}

/** Runs in the page before its own scripts. */
function observe() {
  window.seen = { shift: 0, violations: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('securitypolicyviolation', (event) =>
    window.seen.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`),
  );
}

/** Runs in the page: to its end step by step, so that late pictures load, then measures. */
async function readThrough(patience) {
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const shown = (image) => image.complete && image.naturalWidth > 0;
  await document.fonts.ready;
  const root = document.documentElement;
  for (let top = 0; top < Math.min(root.scrollHeight, 12_000); top += innerHeight) {
    scrollTo({ top, behavior: 'instant' });
    await pause(30);
  }
  // A picture inside something closed or hidden is not fetched, and nobody misses it.
  const visible = () => [...document.images].filter((image) => image.checkVisibility());
  const reached = () => visible().filter((image) => image.getBoundingClientRect().top + scrollY < 12_000);
  // A slow machine may not have begun with one when it was passed, and out of sight it never does.
  for (let waited = 0; waited < patience; waited += 50) {
    const missing = reached().find((image) => !shown(image));
    if (!missing) break;
    missing.scrollIntoView({ behavior: 'instant', block: 'center' });
    await pause(50);
  }
  // What scripts do a moment after loading counts as well.
  await pause(250);
  return {
    shift: window.seen.shift,
    violations: window.seen.violations,
    unloaded: reached().filter((image) => !shown(image)).map((image) => image.currentSrc || image.src),
  };
}

/** Runs in the page: how far it scrolls sideways, and what sticks out. */
function measureWidth() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((part) => `.${part}`).join('');
  const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
  return { overflow: scrollWidth - clientWidth, widest: [...new Set(wide.map(name))].slice(0, 4) };
}

function judge(report, file, seen) {
  if (seen.status !== 200) report.fail(file, `answers ${seen.status}`, 'the server knows no such page');
  for (const url of new Set(seen.foreign)) report.fail(file, `asks another host for ${url}`, 'serve it from the site itself');
  for (const text of new Set(seen.violations)) report.fail(file, `breaks its Content-Security-Policy: ${text}`, 'mend the page, not the policy');
  for (const text of new Set([...seen.errors, ...seen.failed])) report.fail(file, `error in the console: ${text}`, 'mend the script or the address');
  for (const source of new Set(seen.unloaded)) report.fail(file, `picture does not show: ${new URL(source).pathname}`, 'see the file and its type');
  if (seen.shift >= MOST_SHIFT) report.fail(file, `layout shift ${seen.shift.toFixed(3)}`, 'give pictures their size, fonts their metrics');
  judgeWidth(report, file, seen, PHONE);
}

function judgeWidth(report, file, { overflow, widest }, { width }) {
  if (overflow <= 0) return;
  report.fail(file, `scrolls sideways by ${overflow} px at ${width} px`, `too wide: ${widest.join(', ') || 'nothing visible'}`);
}

async function visitPlain(page, url) {
  await page.goto(url, { waitUntil: 'load' });
  const heading = page.locator('h1');
  const main = page.locator('main');
  return {
    heading: (await heading.count()) === 1 && (await heading.isVisible()),
    words: (await main.count()) === 1 ? (await main.innerText()).trim().split(/\s+/).length : 0,
    idle: await page.evaluate(idleButtons),
    ...(await page.evaluate(measureWidth)),
  };
}

/** Runs in the page: buttons that only a script would answer. */
function idleButtons() {
  const answers = (button) => button.hasAttribute('popovertarget') || button.hasAttribute('commandfor') || (button.form && button.type !== 'button');
  const idle = [...document.querySelectorAll('button')].filter((button) => button.checkVisibility({ visibilityProperty: true }) && !answers(button));
  return idle.map((button) => button.innerText.trim() || button.getAttribute('aria-label') || button.className);
}

function judgePlain(report, file, { heading, words, idle, ...width }) {
  for (const name of idle) report.fail(file, `the button “${name}” does nothing without JavaScript`, 'hide it until its script has come');
  if (!heading) report.fail(file, 'no visible h1 without JavaScript', 'write it in the template');
  if (words < 5) report.fail(file, `${words} words in <main> without JavaScript`, 'the template writes the content, scripts only add to it');
  judgeWidth(report, file, width, DESK);
}

/** An unknown address deep in the site shows the 404 page whole: the address of its style sheet must not be relative. */
async function checkMissing(site, report, browser, server, asOf) {
  const seen = await visit(browser, server, `${server.url}vi/khong-co/trang-nay/`, asOf);
  if (seen.status !== 404) report.fail('404.html', `an unknown address answers ${seen.status}`, 'build 404.html');
  // The browser itself reports the answer 404 of the page, once.
  const problems = [...seen.failed, ...seen.errors].filter((text) => !/^Failed to load resource|\/vi\/khong-co\/trang-nay\/$/.test(text));
  for (const text of problems) report.fail('404.html', `shown at an unknown address: ${text}`, 'its addresses start with the base path');
}
