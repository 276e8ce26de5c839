#!/usr/bin/env node
// Checks a finished site, whoever built it.
//
//   node check.mjs DIR [--base-url URL] [--live] [--only a,b] [--skip a,b]
//
// DIR is the output folder; URL is the address it was built for (left out: the canonical address of its first page).
// --live says that the catalogue is no edition, so some page must carry the last day of a certificate.
// Each check is one file in checks/ and says in its first lines what it asks for:
//
//   html      Nu HTML checker over every page, style sheet and picture
//   links     every address and #fragment exists, nothing is loaded from another host, no page is orphaned
//   head      hreflang mutual, canonical, lang, one h1, unique titles and descriptions, Open Graph
//   jsonld    structured data parses and has what its types need
//   sitemap   sitemap.xml is valid, complete, mutual
//   feeds     Atom feeds
//   files     SVG, JSON, manifest.webmanifest, robots.txt
//   policy    _headers holds a strict Content-Security-Policy, and pages keep it
//   browser   a sample of every page kind in Chromium: no error, no foreign request, no sideways scrolling at 360 px,
//             no layout shift, pictures load, and the main content stands without JavaScript
//   axe       the same sample in axe-core (WCAG 2.2 A and AA, best practice), light and dark
//   narrow    the same sample at 320 px, at 200 % zoom and with double letters: nothing scrolls sideways, is cut off, overlaps
//   keyboard  every page kind by the Tab key: skip link, focus that shows and is seen, order, no trap
//   validity  a page opened after its certificate ended says so
//   stars     stars look held only beside a certificate that is
//   verify    the check of stars answers as the pages of the products do
//   qr        printed codes decode to the permanent address of their product
//   print     a sheet prints on one page of A4 or A5, and its text can be read
//   budget    compressed sizes of a product page, its style sheets, scripts and fonts
//
// A check collects all it finds before it reports; equal findings are one entry with the files it stands in. Exit code
// 0: nothing found, 1: defects, 2: wrong command line or nothing to check. Needs: `npm ci` here, Java, Chromium (its
// path in CHROMIUM if it is not /usr/bin/chromium), zbarimg, pdfinfo and pdftotext. `selftest.mjs` proves of each check
// that it can fail; `shots.mjs` takes pictures of every page kind for people to look at. tests/run installs what is
// missing and runs it all.
//
// To add a check: a file in checks/ with `export default { name, about, run(site, report) }`, a line in checks/all.mjs,
// a broken site in broken.mjs. Page kinds are told from paths, in kinds.mjs.

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKS } from './checks/all.mjs';
import { closeChromium } from './chromium.mjs';
import { Report } from './report.mjs';
import { Site } from './site.mjs';

process.exitCode = await main();

async function main() {
  const started = Date.now();
  let site;
  let chosen;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'base-url': { type: 'string' }, live: { type: 'boolean' }, only: { type: 'string' }, skip: { type: 'string' } },
    });
    if (positionals.length !== 1) throw new Error('usage: node check.mjs DIR [--base-url URL] [--live] [--only a,b] [--skip a,b]');
    chosen = choose(values.only, values.skip);
    site = new Site(resolve(positionals[0]), values['base-url']);
    site.live = values.live;
    if (!site.pages.length) throw new Error(`no pages in ${positionals[0]}`);
  } catch (error) {
    console.error(`check: ${error.message}`);
    return 2;
  }
  const reports = await runAll(site, chosen);
  const failed = reports.filter((report) => report.failed);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  console.log(`${site.baseUrl}: ${reports.length - failed.length} passed, ${failed.length} failed (${site.files.size} files, ${seconds} s)`);
  return failed.length ? 1 : 0;
}

function choose(only, skip) {
  const list = (text) => text?.split(',').map((name) => name.trim()).filter(Boolean);
  for (const name of [...(list(only) ?? []), ...(list(skip) ?? [])]) {
    if (!CHECKS.some((check) => check.name === name)) throw new Error(`no check "${name}"; there are ${CHECKS.map((check) => check.name).join(', ')}`);
  }
  return CHECKS.filter(({ name }) => (list(only)?.includes(name) ?? true) && !list(skip)?.includes(name));
}

/** The Java process runs beside the others; these go one after another, so that figures of the browser stay comparable. */
async function runAll(site, checks) {
  const beside = checks.filter((check) => check.name === 'html').map((check) => runOne(site, check));
  const reports = [];
  try {
    for (const check of checks.filter((check) => check.name !== 'html')) reports.push(await runOne(site, check));
  } finally {
    await closeChromium();
  }
  return [...(await Promise.all(beside)), ...reports];
}

async function runOne(site, check) {
  const report = new Report(check.name);
  const started = Date.now();
  try {
    await check.run(site, report);
  } catch (error) {
    report.fail('.', `the check itself broke: ${error.message}`, error.stack?.split('\n').slice(1, 3).join(' ').trim());
  }
  report.note(`${((Date.now() - started) / 1000).toFixed(1)} s`);
  console.log(report.toString());
  return report;
}
