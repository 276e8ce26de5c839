// Reads the codes of a PDF as a scanner would: sharp, and as a telephone sees paper in a shop.

import { execFile } from 'node:child_process';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { raster } from './pdf.mjs';

const run = promisify(execFile);

export class Codes {
  /** `browser` spoils pictures on a canvas; `folder` is for pictures on their way. */
  static async open(browser, folder) {
    const codes = new Codes();
    codes.folder = folder;
    codes.context = await browser.newContext();
    codes.pages = [await codes.context.newPage(), await codes.context.newPage()];
    codes.number = 0;
    return codes;
  }

  async close() {
    await this.context.close();
  }

  /**
   * Reads all codes of a file twice and compares with what should be there; returns how many were read. With `extra`, codes
   * beside those are no finding.
   */
  async judge(where, file, wanted, fail, baseUrl, { extra = false } = {}) {
    const prefix = join(this.folder, `code-${(this.number += 1)}`);
    await raster(file, 300, `${prefix}-sharp`);
    await raster(file, 150, `${prefix}-rough`);
    const names = (await readdir(dirname(prefix))).filter((name) => name.startsWith(basename(prefix)));
    let read = 0;
    for (const kind of ['sharp', 'rough']) {
      const found = new Map();
      for (const name of names.filter((name) => name.includes(`-${kind}`))) {
        const picture = join(this.folder, name);
        if (kind === 'rough') await this.spoil(picture);
        for (const code of await scan(picture)) found.set(code, (found.get(code) ?? 0) + 1);
        await rm(picture);
      }
      for (const code of wanted) {
        const accepted = code.digits ? variants(code.digits) : targets(code, baseUrl);
        const hit = accepted.find((text) => found.get(text) > 0);
        if (!hit) {
          fail(where, `${kind}: the ${code.digits ? `bar code ${code.digits}` : `QR code of ${code.id}`} cannot be read`);
          continue;
        }
        found.set(hit, found.get(hit) - 1);
        read += 1;
      }
      for (const [text, left] of found) if (left > 0 && !extra) fail(where, `${kind}: a code says "${text}", which nobody asked for`);
    }
    return read;
  }

  /** Turned by 3°, blurred by about a pixel, with noise of a tenth of the range; the same each time. */
  async spoil(picture) {
    const page = this.pages[this.number % 2];
    const url = `data:image/png;base64,${(await readFile(picture)).toString('base64')}`;
    const spoiled = await page.evaluate(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width * 1.1, image.height * 1.1];
      const draw = canvas.getContext('2d');
      draw.fillStyle = '#fff';
      draw.fillRect(0, 0, canvas.width, canvas.height);
      draw.filter = 'blur(0.5px)';
      draw.translate(canvas.width / 2, canvas.height / 2);
      draw.rotate((3 * Math.PI) / 180);
      draw.drawImage(image, -image.width / 2, -image.height / 2);
      const pixels = draw.getImageData(0, 0, canvas.width, canvas.height);
      let seed = 42;
      for (let at = 0; at < pixels.data.length; at += 4) {
        seed = (seed * 1664525 + 1013904223) >>> 0;
        const noise = (seed / 2 ** 32 - 0.5) * 50;
        for (let part = 0; part < 3; part += 1) pixels.data[at + part] += noise;
      }
      draw.putImageData(pixels, 0, 0);
      return canvas.toDataURL('image/png').split(',')[1];
    }, url);
    await writeFile(picture, Buffer.from(spoiled, 'base64'));
  }
}

/** The texts of all codes in a picture. zbarimg ends with 4 when it finds none. */
async function scan(picture) {
  const kinds = ['qrcode', 'ean13', 'ean8', 'upca', 'i25'].map((kind) => `-S${kind}.enable`);
  try {
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', '--nodbus', '-Sdisable', ...kinds, picture]);
    return stdout.trim().split('\n').filter(Boolean);
  } catch (error) {
    if (error.code === 4) return [];
    throw error;
  }
}

/** A number as scanners report it: with more or fewer zeros in front. */
function variants(digits) {
  const bare = digits.replace(/^0+/, '');
  return [8, 12, 13, 14].map((length) => bare.padStart(length, '0'));
}

/** What the QR code of a product may say: its permanent address, or the GS1 Digital Link of its package. */
function targets(code, baseUrl) {
  const numbers = code.numbers ?? (code.number ? [code.number] : []);
  return [`${baseUrl}p/${code.id}/`, ...numbers.map((number) => `${baseUrl}01/${number.padStart(14, '0')}/`)];
}
