// Where labels lie on their stock, and whether a printed page has them there. Lengths in millimetres.

import { DPI } from './pdf.mjs';

/** As sold, and the one of the hard catalogue; `src/model/stock.rs` must agree. Left and upper edge, steps, label, count. */
export const STOCKS = {
  '3x8': { left: 7.25, top: 12.9, x: 66, y: 33.9, width: 63.5, height: 33.9, columns: 3, per: 24, room: 'usual' },
  '3x7': { left: 7.25, top: 15.15, x: 66, y: 38.1, width: 63.5, height: 38.1, columns: 3, per: 21, room: 'usual' },
  '2x7': { left: 4.65, top: 15.15, x: 101.6, y: 38.1, width: 99.1, height: 38.1, columns: 2, per: 14, room: 'wide' },
  'roll-58': { left: 0, top: 0, x: 58, y: 40, width: 58, height: 40, columns: 1, per: 1, room: 'usual' },
  'roll-80': { left: 0, top: 0, x: 80, y: 50, width: 80, height: 50, columns: 1, per: 1, room: 'wide' },
  'nha-in-4x11': { left: 8, top: 8.8, x: 48.5, y: 25.4, width: 48.5, height: 25.4, columns: 4, per: 44, room: 'small' },
};
/** What labels keep free on the left, the QR code with its border, and how far that is from the right and the lower edge. */
export const ROOMS = {
  small: { pad: 1.5, code: 15.5, right: 0.3, bottom: 0.2 },
  usual: { pad: 2.5, code: 22.5, right: 0.5, bottom: 0.5 },
  wide: { pad: 3, code: 25, right: 1, bottom: 0.5 },
};
/** Printers are no better than this. */
const MOST = 0.2;

/** The box of a label by its position from 0, with its page from 1. */
export function boxOf(stock, index) {
  const [cell, page] = [index % stock.per, Math.floor(index / stock.per) + 1];
  const { width, height } = stock;
  return { page, x: stock.left + (cell % stock.columns) * stock.x, y: stock.top + Math.floor(cell / stock.columns) * stock.y, width, height };
}

/** How far a QR code is off its place on the label, as words; nothing where it is within a fifth of a millimetre. */
export function codeOff(picture, box, stock) {
  const room = ROOMS[stock.room];
  const [right, bottom] = [box.x + box.width - room.right, box.y + box.height - room.bottom];
  const dots = DPI / 25.4;
  const part = picture.cut((right - room.code) * dots, (bottom - room.code) * dots, room.code * dots, room.code * dots);
  let [first, last, top, end] = [Infinity, -1, Infinity, -1];
  for (let y = 0; y < part.height; y += 1) {
    for (let x = 0; x < part.width; x += 1) {
      if (part.pixels[y * part.width + x] > 127) continue;
      [first, last, top, end] = [Math.min(first, x), Math.max(last, x), Math.min(top, y), Math.max(end, y)];
    }
  }
  if (last < 0) return 'has no code';
  // The border is the same on all sides of the code, so the code is in the middle of its place.
  const aside = (first - (part.width - 1 - last)) / 2 / dots;
  const down = (top - (part.height - 1 - end)) / 2 / dots;
  return Math.max(Math.abs(aside), Math.abs(down)) > MOST ? `is ${aside.toFixed(2)} mm off to the side and ${down.toFixed(2)} mm in height` : undefined;
}

/** How far the first word of a label is off its left edge, as words. `words` as in pdf.mjs. */
export function nameOff(words, box, stock, name) {
  const plain = (text) => text.normalize('NFC').replace(/\s+/g, '');
  const first = plain(name.trim().split(/\s+/)[0]);
  const inside = words.filter((word) => word.page === box.page && plain(word.text) === first && word.x >= box.x - 1 && word.x < box.x + box.width && word.y >= box.y - 1 && word.y < box.y + box.height - 3);
  const [found] = inside.sort((a, b) => a.y - b.y || a.x - b.x);
  if (!found) return `has no "${name}"`;
  const off = found.x - box.x - ROOMS[stock.room].pad;
  return Math.abs(off) > MOST ? `is ${off.toFixed(2)} mm off to the side` : undefined;
}
