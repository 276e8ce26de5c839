// Draws the icon of the theme in the fixed sizes that home screens ask for.
//   node icons.mjs               themes/gido/img/icon.svg → icon-192.png, icon-512.png, icon-maskable-512.png beside it
//   node icons.mjs DIR           the same for the icon.svg of another folder
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? join(here, '..', '..', 'themes', 'gido', 'img');
const PAPER = '#fbf7ef';
/** Part of the width that the drawing takes. A maskable icon is cut to a circle of 80 %, which must hold its corners. */
const SIZES = [['icon-192.png', 192, 0.78], ['icon-512.png', 512, 0.78], ['icon-maskable-512.png', 512, 0.52]];

// The dark colours of the drawing are for dark browser bars; on the paper of the icon the light ones hold.
const svg = (await readFile(join(folder, 'icon.svg'), 'utf8')).replace(/<style>.*?<\/style>/s, '');
for (const [name, size, part] of SIZES) {
  const inner = Math.round(size * part);
  const drawing = await sharp(Buffer.from(svg), { density: (72 * inner) / 32 }).resize(inner, inner).png().toBuffer();
  const ground = sharp({ create: { width: size, height: size, channels: 3, background: PAPER } });
  const png = await ground.composite([{ input: drawing }]).png({ palette: true, colours: 64, effort: 10, compressionLevel: 9 }).toBuffer();
  await writeFile(join(folder, name), png);
  console.log(`${name}  ${png.length} bytes`);
}
