// What a browser prints of a sheet: one page of A4 or A5, on which the name of the product and its permanent address
// can be read as text, with every Vietnamese mark.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inPairs, open, urlOf } from '../chromium.mjs';
import { kindOf, sample } from '../kinds.mjs';

const run = promisify(execFile);
/** Sheets per language; the longest is among them. */
const EACH = 6;
/** Width and height in points, as pdfinfo writes them, give or take two. */
const PAPERS = { A4: [595, 842], A5: [420, 595] };

export default {
  name: 'print',
  about: 'a sheet prints on one page of A4 or A5, with its text',
  async run(site, report) {
    const { browser, server } = await open(site);
    const folder = await mkdtemp(join(tmpdir(), 'ocop-print-'));
    const pages = sample(site.pages, EACH, (kind) => kind.name === 'product sheet');
    const context = await browser.newContext();
    try {
      await inPairs(pages, async (sheet) => {
        const file = join(folder, `${sheet.file.replaceAll('/', '-')}.pdf`);
        const page = await context.newPage();
        await page.goto(urlOf(site, server, sheet.file), { waitUntil: 'load' });
        await page.pdf({ path: file, preferCSSPageSize: true });
        await page.close();
        judge(site, report, sheet, (await run('pdfinfo', [file])).stdout, (await run('pdftotext', ['-enc', 'UTF-8', file, '-'])).stdout);
      });
    } finally {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    }
    report.note(`${pages.length} of ${site.pages.filter((page) => kindOf(page.file).name === 'product sheet').length} sheets`);
  },
};

function judge(site, report, { file, all }, info, text) {
  const count = Number(info.match(/^Pages:\s+(\d+)/m)?.[1]);
  if (count !== 1) report.fail(file, `prints on ${count} pages`, 'a sheet is one page: shorten the excerpt or the facts');
  const [, width, height] = info.match(/^Page size:\s+([\d.]+) x ([\d.]+)/m) ?? [];
  const near = ([one, other]) => Math.abs(one - width) < 2 && Math.abs(other - height) < 2;
  if (!Object.values(PAPERS).some(near)) report.fail(file, `prints on paper of ${width} × ${height} pt`, 'say size: A4 or A5 in @page');
  const plain = (words) => words.normalize('NFC').replace(/\s+/g, '').toLowerCase();
  const name = all('h1')[0]?.text ?? '';
  // A line break may stand anywhere, so spaces do not count.
  if (!plain(text).includes(plain(name))) report.fail(file, `the printed text has no "${name.trim()}"`, 'see that its font has every mark');
  const address = `${site.baseUrl.replace(/^https?:\/\//, '')}p/`;
  if (!plain(text).includes(plain(address))) report.fail(file, `the printed text has no ${address}…`, 'print the permanent address beside the code');
}
