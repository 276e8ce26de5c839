// The sample catalogue as a visitor sees it: built once with the program under test, opened page by page in Chromium.
// In: an address. Out: a page; a script that breaks on it fails the test. Start at `visitor`.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { open } from '../chromium.mjs';
import { Site } from '../site.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OCOP = process.env.OCOP ?? join(ROOT, 'target/release/ocop');

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

/**
 * Builds the sample catalogue for `baseUrl`. Gives `visit(path, settings, work)`, which opens `path` ("vi/san-pham/") in a
 * browser that knows nothing yet, calls `work(page)` and closes it; `address(path)`; `where(page)`: path and query below
 * the base path; and `remove()`. The clock of the pages stands in the day as of which the catalogue speaks.
 */
export async function visitor(baseUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-visit-'));
  // The folder may be given, for looking again without building.
  const output = process.env.OCOP_SITE ?? join(folder, 'public');
  if (!process.env.OCOP_SITE) await promisify(execFile)(OCOP, ['build', '--root', ROOT, '--output', output, '--base-url', baseUrl]);
  const site = new Site(output, process.env.OCOP_SITE ? undefined : baseUrl);
  const { browser, server } = await open(site);
  const day = JSON.parse(readFileSync(join(output, 'api/catalogue.json'), 'utf8')).as_of;
  const address = (path) => server.url + path;

  const visit = async (path, settings, work) => {
    const { viewport = DESK, touch = viewport.width < 600, now = `${day}T05:00:00Z`, ...more } = settings;
    const context = await browser.newContext({ viewport, hasTouch: touch, isMobile: touch, reducedMotion: 'reduce', serviceWorkers: 'block', ...more });
    try {
      const page = await context.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.stack));
      page.setDefaultTimeout(10_000);
      if (more.javaScriptEnabled !== false) await page.clock.setFixedTime(new Date(now));
      await page.goto(address(path), { waitUntil: 'load' });
      await work(page);
      if (errors.length) throw new Error(`a script of the page broke: ${errors.join('\n')}`);
    } finally {
      await context.close();
    }
  };
  return {
    visit,
    address,
    where: (page) => decodeURIComponent(page.url().slice(server.url.length)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
