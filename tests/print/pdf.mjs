// What poppler tells about a PDF: pages, paper, text, and where words stand. Lengths in millimetres.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const POINT = 25.4 / 72;
const MOST = { maxBuffer: 64 * 1024 * 1024 };

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

/** Every word with its page and its left upper corner. */
export async function words(file) {
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', '-bbox', file, '-'], MOST);
  const found = [];
  let page = 0;
  for (const line of stdout.split('\n')) {
    if (line.includes('<page ')) page += 1;
    const word = line.match(/<word xMin="([\d.-]+)" yMin="([\d.-]+)".*?>(.*)<\/word>/);
    if (word) found.push({ page, x: word[1] * POINT, y: word[2] * POINT, text: decode(word[3]) });
  }
  return found;
}

/** The pages as grey pictures of so many dots per inch. */
export async function raster(file, dpi, prefix) {
  await run('pdftoppm', ['-r', String(dpi), '-gray', '-png', file, prefix]);
}

function decode(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
