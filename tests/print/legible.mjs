// Whether print is legible on a printer that knows black and white only.

import { DPI } from './pdf.mjs';

/** Ink lighter than this is dust on most office printers. */
const INK = 120;
const PAPER = 225;

/**
 * Words that are not dark on white, or not on the paper: within the box of each, the darkest dots must be nearly black and
 * most dots white.
 * `words` as in pdf.mjs, all of the page of the picture.
 */
export function faint(picture, words) {
  const dots = DPI / 25.4;
  return words.filter(({ x, y, right, bottom, text }) => {
    const box = picture.cut(x * dots, y * dots, (right - x) * dots, (bottom - y) * dots);
    if (!/[\p{L}\p{N}]/u.test(text)) return false;
    if (box.width < 2 || box.height < 2) return true;
    const tones = box.pixels.slice().sort();
    return tones[Math.floor(tones.length * 0.02)] > INK || tones[Math.floor(tones.length * 0.9)] < PAPER;
  });
}
