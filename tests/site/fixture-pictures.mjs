// The pictures of fixture.mjs, made in code so that no binary file needs to lie here.

import { deflateSync } from 'node:zlib';

/** The permanent address of the product as a QR code of 29 × 29 modules, one row a number. */
const ROWS =
  '1fc5427f 10441941 17416f5d 174f905d 174b0d5d 10553e41 1fd5557f 000abe00 12dc51a0 1bb6b949 12f7ee3e 15a190b6 03ea7bcb 1e34f280 05ddd59f ' +
  '10362daa 0b598f82 0707e8e9 17f241d3 041e4e73 157035f4 001c4d17 1fc01552 1058611e 174c0df1 17569fde 174d5f1d 104c2b42 1fd45d7a';
const MODULES = ROWS.split(' ').flatMap((row, y) =>
  [...parseInt(row, 16).toString(2).padStart(29, '0')].flatMap((bit, x) => (bit === '1' ? [`M${x} ${y}h1v1h-1z`] : [])),
);
export const QR = `<svg class="qr" viewBox="0 0 29 29" role="img" aria-label="QR"><path d="${MODULES.join('')}"/></svg>`;

/** A black PNG of that size. */
export function png(width, height) {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), body.length + 4);
    return frame;
  };
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
