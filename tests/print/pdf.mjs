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

export async function count(file) {
  return Number((await run('pdfinfo', [file])).stdout.match(/^Pages:\s+(\d+)/m)?.[1]);
}

/** Width and height of the first page. */
export async function size(file) {
  const [, width, height] = (await run('pdfinfo', [file])).stdout.match(/^Page size:\s+([\d.]+) x ([\d.]+)/m) ?? [];
  return [width * POINT, height * POINT];
}

export async function text(file) {
  return (await run('pdftotext', ['-enc', 'UTF-8', '-raw', file, '-'], MOST)).stdout;
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

/** Calls `work` with each page as a grey picture of 300 dots per inch and with its number, a few at a time. */
export async function eachPage(file, folder, work) {
  const own = await mkdtemp(join(folder, 'pages-'));
  const pages = await count(file);
  for (let first = 1; first <= pages; first += 4) {
    await run('pdftoppm', ['-r', String(DPI), '-gray', '-f', String(first), '-l', String(first + 3), file, join(own, 'page')]);
    await Promise.all((await readdir(own)).map(async (name) => {
      const picture = join(own, name);
      const page = await Grey.read(picture);
      await rm(picture);
      await work(page, Number(name.match(/-(\d+)\.pgm$/)[1]));
    }));
  }
}

function decode(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
