// A visitor with an empty browser, and the host of a site, for tests of behaviour.

import assert from 'node:assert/strict';
import { startChromium } from '../chromium.mjs';
import { serve } from '../serve.mjs';

/** For what comes about by itself; machines that test other things at the same time are slow. */
const PATIENCE_MS = 20_000;

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

/** Calls `visit({ page, context, host, go })`; `go(path)` opens a page of the site. `settings` are those of a browser context. */
export async function withVisitor(site, visit, settings = {}) {
  const browser = await startChromium();
  const host = await serve(site);
  const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...settings });
  try {
    const page = await context.newPage();
    await visit({ page, context, host, go: (path) => page.goto(host.url + path, { waitUntil: 'load' }) });
  } finally {
    await context.close();
    await host.close();
  }
}

/** Waits for what comes about by itself. */
export async function until(holds, what) {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    // A question that a page never answers is none that holds.
    if (await Promise.race([holds(), new Promise((resolve) => setTimeout(resolve, 5000))])) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`not within ${PATIENCE_MS / 1000} seconds: ${what}`);
}

/** What is kept in caches whose name holds `part`: paths. */
export async function keptPaths(page, part) {
  return page.evaluate(async (text) => {
    const names = (await caches.keys()).filter((name) => name.includes(text));
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  }, part);
}

/** Waits until the pages are kept, which begins after loading. */
export async function isKept(page, ...paths) {
  await until(async () => {
    const there = await keptPaths(page, ' pages ');
    return paths.every((path) => there.some((one) => one.endsWith(`/${path}`)));
  }, `${paths.join(' and ')} are kept`);
}

/** The line above a page that was kept; empty when there is none. */
export async function noticeOf(page) {
  return (await page.locator('.kept').count()) ? page.locator('.kept').innerText() : '';
}
