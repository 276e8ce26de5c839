// Reads the codes of printed pages as a scanner would: sharp, and as a telephone sees paper in a shop.

import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DPI, run } from './pdf.mjs';

/** A scanner takes many pictures a second; so many may a code need. */
const SHOTS = 6;
const KINDS = ['qrcode', 'ean13', 'ean8', 'upca', 'i25'].map((kind) => `-S${kind}.enable`);
const DOTS = DPI / 25.4;
/** No code is smaller in either direction, in millimetres. */
const LEAST = 8;
/** What a camera sees around a code, in millimetres. */
const AROUND = 12;

/** The codes of one document. */
export class Codes {
  /**
   * `wanted`: what should be read somewhere in the document, as `{id, numbers}` for QR codes and `{digits}` for bar codes, and
   * with a `box` (page, x, y, width, height in millimetres) for a code that should be read there: scanners report the same
   * bars only once in a picture, so labels are looked at one by one. With `extra`, other codes are no finding.
   */
  constructor(wanted, { folder, baseUrl, extra = false }) {
    Object.assign(this, { folder, baseUrl, extra, read: 0, findings: [] });
    this.boxed = wanted.filter((code) => code.box);
    this.missing = { sharp: wanted.filter((code) => !code.box), rough: wanted.filter((code) => !code.box) };
    this.others = { sharp: [], rough: [] };
  }

  async page(picture, number) {
    const here = this.boxed.filter(({ box }) => box.page === number);
    if (here.length) return this.boxes(picture, here);
    const parts = picture.blocks(Math.round(DOTS), LEAST * DOTS).map(({ x, y, width, height }) => picture.cut(x - AROUND * DOTS, y - AROUND * DOTS, width + 2 * AROUND * DOTS, height + 2 * AROUND * DOTS));
    const sharp = await this.scan(parts);
    const texts = new Set(sharp.flat());
    this.strike('sharp', texts);
    // A page may hold any of the wanted codes; rough pictures are taken until as many are read as in the sharp one.
    const coded = sharp.flatMap((seen, index) => (seen.length ? [index] : []));
    const rough = new Set();
    await this.rough(coded.map((index) => parts[index]), (seen, at) => {
      for (const text of seen) {
        if (texts.has(text)) rough.add(text);
        else if (!isPart(text, texts)) this.others.rough.push(text);
      }
      return sharp[coded[at]].every((text) => rough.has(text));
    });
    this.strike('rough', rough);
  }

  /** Codes in their boxes: each must be read there, sharp, and in one of the rough pictures. */
  async boxes(picture, codes) {
    const parts = codes.map(({ box: { x, y, width, height } }) => picture.cut(x * DOTS, y * DOTS, width * DOTS, height * DOTS));
    const is = (seen, index) => seen.some((text) => this.texts(codes[index]).includes(text));
    const sharp = (await this.scan(parts)).map(is);
    const rough = await this.rough(parts, is);
    for (const [kind, read] of [['sharp', sharp], ['rough', rough]]) {
      for (const [index, code] of codes.entries()) {
        if (read[index]) this.read += 1;
        else this.findings.push(`${kind}: ${this.told(code)} cannot be read at ${Math.round(code.box.x)}, ${Math.round(code.box.y)} mm of page ${code.box.page}`);
      }
    }
  }

  /** Which of the parts of a page are read as a telephone sees them, in one of a few pictures; `is` looks at what was seen. */
  async rough(parts, is) {
    const shots = parts.map((part) => part.half().shots(SHOTS));
    const read = parts.map(() => false);
    for (let shot = 0; shot < SHOTS; shot += 1) {
      const open = [...parts.keys()].filter((index) => !read[index]);
      if (!open.length) break;
      const seen = await this.scan(open.map((index) => shots[index].next().value));
      for (const [at, index] of open.entries()) read[index] = is(seen[at], index);
    }
    return read;
  }

  strike(kind, seen) {
    for (const text of seen) {
      const at = this.missing[kind].findIndex((code) => this.texts(code).includes(text));
      if (at < 0) this.others[kind].push(text);
      else {
        this.missing[kind].splice(at, 1);
        this.read += 1;
      }
    }
  }

  /** After the last page: what was not read, and what nobody asked for. */
  end() {
    for (const kind of ['sharp', 'rough']) {
      for (const code of this.missing[kind]) this.findings.push(`${kind}: ${this.told(code)} cannot be read`);
      if (!this.extra) for (const text of this.others[kind]) this.findings.push(`${kind}: a code says "${text}", which nobody asked for`);
    }
    return this.findings;
  }

  told(code) {
    return code.digits ? `the bar code ${code.digits}` : `the QR code of ${code.id}`;
  }

  /** What a code may say: a number with more or fewer zeros in front; the permanent address or the GS1 Digital Link. */
  texts({ digits, id, numbers = [] }) {
    if (digits) return [8, 12, 13, 14].map((length) => digits.replace(/^0+/, '').padStart(length, '0'));
    return [`${this.baseUrl}p/${id}/`, ...numbers.map((number) => `${this.baseUrl}01/${number.padStart(14, '0')}/`)];
  }

  /** For each picture the texts of the codes in it. zbarimg ends with 4 when one of them has none. */
  async scan(pictures) {
    if (!pictures.length) return [];
    const own = await mkdtemp(join(this.folder, 'scan-'));
    try {
      const files = pictures.map((_, index) => join(own, `${index}.pgm`));
      await Promise.all(pictures.map((picture, index) => picture.write(files[index])));
      const asked = run('zbarimg', ['--quiet', '--xml', '--nodbus', '-Sdisable', ...KINDS, ...files]);
      const { stdout } = await asked.catch((error) => {
        if (error.code === 4) return error;
        throw error;
      });
      return files.map((file) => textsOf(stdout, file));
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  }
}

/** What zbarimg tells of one of its pictures. */
function textsOf(told, file) {
  const at = told.indexOf(`<source href='${file}'>`);
  if (at < 0) return [];
  const own = told.slice(at, told.indexOf('</source>', at));
  return [...own.matchAll(/<!\[CDATA\[(.*?)\]\]>/gs)].map(([, text]) => text).filter((text) => !isNoise(text));
}

/** Interleaved 2 of 5 has no check: a few lines of a drawing read as one with few digits. No code of ours has fewer than eight. */
function isNoise(text) {
  return /^\d{1,7}$/.test(text);
}

/** Interleaved 2 of 5 has no start of its own: a slanted line through the bars reads a few of its digits. */
function isPart(text, whole) {
  return /^\d+$/.test(text) && text.length < 14 && [...whole].some((other) => /^\d{14}$/.test(other));
}
