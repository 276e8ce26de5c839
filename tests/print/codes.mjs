// Reads the codes of printed pages as a scanner would: sharp, and as a telephone sees paper in a shop.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DPI, run } from './pdf.mjs';

/** A scanner takes many pictures a second; so many may a code need. */
const SHOTS = 6;
const KINDS = ['qrcode', 'ean13', 'ean8', 'upca', 'i25'].map((kind) => `-S${kind}.enable`);
let pictures = 0;

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
    const dots = DPI / 25.4;
    for (const code of here) {
      const { x, y, width, height } = code.box;
      const part = picture.cut(x * dots, y * dots, width * dots, height * dots);
      for (const [kind, shots] of looks(part)) await this.look(kind, shots, [code]);
    }
    if (here.length) return;
    // A page may hold any of the wanted codes; rough pictures are taken until as many are read as in the sharp one.
    const sharp = await this.scan(picture);
    this.strike('sharp', sharp);
    const open = [...sharp];
    for (const shot of sharp.length ? picture.half().shots(SHOTS) : []) {
      const seen = await this.scan(shot);
      for (const text of seen) if (open.includes(text)) open.splice(open.indexOf(text), 1);
      const strange = seen.filter((text) => !sharp.includes(text));
      this.others.rough.push(...strange.filter((text) => !isPart(text, sharp)));
      if (!open.length) break;
    }
    const rough = [...sharp];
    for (const text of open) rough.splice(rough.indexOf(text), 1);
    this.strike('rough', rough);
  }

  /** One code in its box: exactly that one, in one of the shots. */
  async look(kind, shots, [code]) {
    const accepted = this.texts(code);
    for (const shot of shots) {
      const seen = await this.scan(shot);
      if (seen.some((text) => accepted.includes(text))) {
        this.read += 1;
        return;
      }
    }
    this.findings.push(`${kind}: ${this.told(code)} cannot be read at ${Math.round(code.box.x)}, ${Math.round(code.box.y)} mm of page ${code.box.page}`);
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

  /** The texts of all codes in a picture. zbarimg ends with 4 when it finds none. */
  async scan(picture) {
    const file = join(this.folder, `scan-${(pictures += 1)}.pgm`);
    await picture.write(file);
    try {
      const { stdout } = await run('zbarimg', ['--quiet', '--raw', '--nodbus', '-Sdisable', ...KINDS, file]);
      return stdout.trim().split('\n').filter(Boolean);
    } catch (error) {
      if (error.code === 4) return [];
      throw error;
    } finally {
      await rm(file, { force: true });
    }
  }
}

function looks(part) {
  return [['sharp', [part]], ['rough', part.half().shots(SHOTS)]];
}

/** Interleaved 2 of 5 has no start of its own: a slanted line through the bars reads a few of its digits. */
function isPart(text, whole) {
  return /^\d+$/.test(text) && text.length < 14 && whole.some((other) => /^\d{14}$/.test(other));
}
