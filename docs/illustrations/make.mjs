// Draws the pictures of the sample catalogue.
//   node make.mjs                 all pictures in use, written into the repository
//   node make.mjs ID …            only these (product ids, "og-default", or "hero", which is drawn only when named)
//   --out DIR                     write DIR/<id>.jpg instead
//   --records DIR                 also write DIR/<id>.toml with the [[photo]] block of each product
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { begin, svg, W, H, BLEED } from './paint.mjs';
import { scenes, closer, site, credit } from './scenes.mjs';

sharp.concurrency(1);
const here = dirname(fileURLToPath(import.meta.url)), root = join(here, '..', '..');
const args = process.argv.slice(2), opt = k => { const i = args.indexOf(k); return i < 0 ? null : args.splice(i, 2)[1]; };
const out = opt('--out'), records = opt('--records');
const MAX = 250_000;

// the tooth of the paper: fine grain and slow mottling, laid over every picture in soft light
const tooth = await sharp(Buffer.from(svg(`<filter id="t" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.62" numOctaves="2" seed="11" result="f"/><feColorMatrix in="f" values="0.34 0.34 0 0 0.16  0.34 0.34 0 0 0.16  0.34 0.34 0 0 0.16  0 0 0 0 1"/></filter><rect x="-60" y="-60" width="${W + 120}" height="${H + 120}" filter="url(#t)"/>`))).blur(0.6).png().toBuffer();

async function render(body, file, w = W, h = H) {
  const base = await sharp(Buffer.from(svg(body, w, h)), { unlimited: true }).extract({ left: BLEED, top: BLEED, width: w, height: h }).flatten({ background: '#fbf7ef' }).png({ compressionLevel: 1 }).toBuffer();
  const grain = await sharp(tooth).extract({ left: 0, top: 0, width: w, height: h }).toBuffer();
  const flat = await sharp(base).composite([{ input: grain, blend: 'soft-light' }]).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
  let q = 84, buf;
  do { q -= 2; buf = await sharp(flat).toColourspace('srgb').jpeg({ quality: q, mozjpeg: true }).toBuffer(); } while (buf.length >= MAX && q > 60);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, buf);
  console.log(`${file.split('/').slice(-2).join('/')}  ${Math.round(buf.length / 1000)} kB  q${q}`);
}
const wanted = id => !args.length || args.includes(id);
const str = s => '"' + s.replace(/["\\]/g, '\\$&') + '"';

for (const [id, s] of Object.entries(scenes)) {
  if (!wanted(id)) continue;
  begin(id);
  await render(s.draw(), out ? join(out, `${id}.jpg`) : join(root, 'content', 'products', id, 'minh-hoa.jpg'));
}
for (const [id, list] of Object.entries(closer)) for (const s of list) {
  if (!wanted(id)) continue;
  begin(id);
  await render(s.draw(), out ? join(out, `${id}-${s.name}.jpg`) : join(root, 'content', 'products', id, `${s.name}.jpg`));
}
for (const [id, s] of Object.entries(site)) {
  if (!(s.asked ? args.includes(id) : wanted(id))) continue;
  begin(id);
  await render(s.draw(), out ? join(out, `${id}.jpg`) : join(root, 'static', `${id}.jpg`), s.w, s.h);
}
if (records) {
  const block = (file, alt) => `[[photo]]\nfile = "${file}.jpg"\nalt = { vi = ${str(alt.vi)}, en = ${str(alt.en)} }\ncredit = { vi = ${str(credit.vi)}, en = ${str(credit.en)} }\nillustration = true\n`;
  await mkdir(records, { recursive: true });
  for (const [id, s] of Object.entries(scenes)) await writeFile(join(records, `${id}.toml`), [block('minh-hoa', s.alt), ...(closer[id] ?? []).map((near) => block(near.name, near.alt))].join(''));
}
