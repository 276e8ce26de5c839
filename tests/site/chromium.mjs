// The one Chromium of a run, started when the first check asks for it, and the site's server with it.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// The browser must not speak to anyone, on its own or for a page; a page that tries is a finding of the browser check.
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

let browser;
const servers = new Map();

/** A browser and the address of `site` on this machine. */
export async function open(site) {
  if (!browser) {
    const executablePath = PLACES.find((place) => place && existsSync(place));
    if (!executablePath) throw new Error('no Chromium: install it (Debian: chromium), or name its path in CHROMIUM');
    browser = await chromium.launch({ executablePath, args: ARGS });
  }
  if (!servers.has(site)) servers.set(site, await serve(site));
  return { browser, server: servers.get(site) };
}

/**
 * Runs `work` over `items`, two at a time: that keeps two cores busy and no more. With `settings` of a browser context
 * each of the two gets one page for all its items, which costs a third of a fresh one each time.
 */
export async function inPairs(items, work, settings) {
  const waiting = [...items];
  const worker = async () => {
    const context = settings && (await browser.newContext(settings));
    const page = await context?.newPage();
    while (waiting.length) await work(waiting.shift(), page);
    await context?.close();
  };
  await Promise.all([worker(), worker()]);
}

/** The address of `file` on the server. */
export function urlOf(site, server, file) {
  return server.origin + new URL(site.address(file)).pathname;
}

export async function closeChromium() {
  await Promise.all([...servers.values()].map((server) => server.close()));
  servers.clear();
  await browser?.close();
  browser = undefined;
}
