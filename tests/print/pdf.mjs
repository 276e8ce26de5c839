// What poppler tells about a PDF: pages, paper, text, where words stand, and pages as pictures. Lengths in millimetres.

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Grey } from './grey.mjs';

export const run = promisify(execFile);
export const DPI = 300;
const POINT = 25.4 / 72;
const MOST = { maxBuffer: 256 * 1024 * 1024 };

/** How many pages, and the width and height of the first one. */
export async function paper(file) {
  const told = (await run('pdfinfo', [file])).stdout;
  const [, width, height] = told.match(/^Page size:\s+([\d.]+) x ([\d.]+)/m) ?? [];
  return { pages: Number(told.match(/^Pages:\s+(\d+)/m)?.[1]), width: width * POINT, height: height * POINT, tagged: /^Tagged:\s+yes/m.test(told) };
}

/** Of the whole document, or of one page. */
export async function text(file, page) {
  const only = page ? ['-f', String(page), '-l', String(page)] : [];
  return (await run('pdftotext', ['-enc', 'UTF-8', '-raw', ...only, file, '-'], MOST)).stdout;
}

/** Every word with its page and its box. */
export async function words(file) {
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', '-bbox', file, '-'], MOST);
  const found = [];
  let page = 0;
  for (const line of stdout.split('\n')) {
    if (line.includes('<page ')) page += 1;
    const word = line.match(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/);
    if (word) found.push({ page, x: word[1] * POINT, y: word[2] * POINT, right: word[3] * POINT, bottom: word[4] * POINT, text: decode(word[5]) });
  }
  return found;
}

/** Calls `work` with each of so many pages as a grey picture of 300 dots per inch and with its number, a few at a time. */
export async function eachPage(file, pages, folder, work) {
  const own = await mkdtemp(join(folder, 'pages-'));
  for (let first = 1; first <= pages; first += 4) {
    await run('pdftoppm', ['-r', String(DPI), '-gray', '-f', String(first), '-l', String(first + 3), file, join(own, 'page')]);
    await Promise.all((await readdir(own)).map(async (name) => {
      const picture = join(own, name);
      await work(await Grey.read(picture), Number(name.match(/-(\d+)\.pgm$/)[1]));
      await rm(picture);
    }));
  }
}

function decode(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
