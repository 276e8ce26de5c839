// The one Chromium of a run, started when the first check asks for it, and the site's server with it.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serve } from './serve.mjs';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// The browser must not speak to anyone, on its own or for a page; a page that tries is a finding of the browser check.
export const ARGS = [
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

export function chromiumPath() {
  const path = PLACES.find((place) => place && existsSync(place));
  if (!path) throw new Error('no Chromium: install it (Debian: chromium), or name its path in CHROMIUM');
  return path;
}

export async function startChromium() {
  browser ??= chromium.launch({ executablePath: chromiumPath(), args: ARGS });
  return browser;
}

/** A browser and the address of `site` on this machine. */
export async function open(site) {
  if (!servers.has(site)) servers.set(site, serve(site));
  return { browser: await startChromium(), server: await servers.get(site) };
}

/**
 * Runs `work` over `items`, two at a time: that keeps two cores busy and no more. With `settings` of a browser context
 * each of the two gets one page for all its items, which costs a third of a fresh one each time.
 */
export async function inPairs(items, work, settings) {
  const waiting = [...items];
  const worker = async () => {
    // A service worker would answer for pages that a check means to get from the host.
    const context = settings && (await (await startChromium()).newContext({ serviceWorkers: 'block', ...settings }));
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
  await Promise.all([...servers.values()].map(async (server) => (await server).close()));
  servers.clear();
  await (await browser)?.close();
  browser = undefined;
}
