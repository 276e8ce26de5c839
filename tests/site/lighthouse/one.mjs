// One run of Lighthouse in a browser of its own, so that nothing is cached. A process for each run, since Lighthouse keeps
// its marks in the process. In: an address. Out: scores, faults and figures as JSON.

import * as launcher from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { ARGS, chromiumPath } from '../chromium.mjs';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const [url] = process.argv.slice(2);
const chrome = await launcher.launch({ chromePath: chromiumPath(), chromeFlags: ['--headless=new', ...ARGS, '--ignore-certificate-errors'], logLevel: 'error' });
try {
  const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: CATEGORIES, output: 'json', logLevel: 'error' });
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]));
  console.log(JSON.stringify({ scores, faults: faultsOf(lhr), figures: figuresOf(lhr) }));
} finally {
  chrome.kill();
}

/** Audits that cost points, with the first thing that each found. */
function faultsOf({ categories, audits }) {
  const isFault = (name, { id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < (name === 'performance' ? 0.9 : 1);
  return CATEGORIES.flatMap((name) =>
    categories[name].auditRefs.filter((audit) => isFault(name, audit)).map(({ id }) => {
      const { title, displayValue = '', details } = audits[id];
      const [item] = details?.items ?? [];
      const where = [item?.node?.selector, item?.url, item?.source, item?.description].find((one) => typeof one === 'string') ?? '';
      return `${name}: ${id} (${title}) ${displayValue} ${where}`.trim();
    }),
  );
}

function figuresOf({ audits }) {
  const value = (id) => audits[id].numericValue ?? 0;
  return {
    fcp: Math.round(value('first-contentful-paint')),
    lcp: Math.round(value('largest-contentful-paint')),
    tbt: Math.round(value('total-blocking-time')),
    cls: Number(value('cumulative-layout-shift').toFixed(4)),
    kb: Math.round(value('total-byte-weight') / 1024),
  };
}
