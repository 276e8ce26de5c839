// What photos.py needs sharp for:
//   node photos.mjs make DIR COUNT FROM…     draws COUNT photos of 4000 × 3000 pixels with the grain of a camera
//   node photos.mjs encode DIR OUT           every photo of DIR in three WebP widths, as a site would ask sharp for them
//   node photos.mjs quality DIR OUT PUBLIC   bytes and structural similarity (SSIM) of both sets against the photos
// sharp is looked for from the working directory, so that it may be installed anywhere: npm install sharp
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const sharp = createRequire(join(process.cwd(), 'here.js'))('sharp');
const WIDTHS = [480, 800, 1600];
const [, , task, dir, ...rest] = process.argv;
await { make, encode, quality }[task]();

async function make() {
  const [count, ...from] = rest;
  mkdirSync(dir, { recursive: true });
  const grain = async (width, height, sigma) => sharp({ create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma } } }).png({ compressionLevel: 1 }).toBuffer();
  const fine = await grain(4000, 3000, 9);
  const coarse = await sharp(await grain(1000, 750, 28)).resize(4000, 3000, { kernel: 'cubic' }).png({ compressionLevel: 1 }).toBuffer();
  for (let index = 0; index < Number(count); index++) {
    let picture = sharp(from[index % from.length]).resize(4000, 3000, { fit: 'cover' });
    if (index >= from.length) picture = picture.flop().modulate({ hue: 40 });
    const plain = await picture.removeAlpha().png({ compressionLevel: 1 }).toBuffer();
    const layers = [coarse, fine].map((input) => ({ input, blend: 'soft-light' }));
    await sharp(plain).composite(layers).removeAlpha().jpeg({ quality: 92, chromaSubsampling: '4:2:0' }).toFile(join(dir, `p${String(index).padStart(2, '0')}.jpg`));
  }
}

// Unpacked once for each width, as sharp advises, so that it may unpack a JPEG smaller; two photos at a time for two cores.
async function encode() {
  const out = rest[0];
  mkdirSync(out, { recursive: true });
  const queue = readdirSync(dir).sort();
  const work = async () => {
    for (let name = queue.shift(); name; name = queue.shift()) {
      const bytes = readFileSync(join(dir, name));
      await Promise.all(WIDTHS.map((width) => sharp(bytes).rotate().resize(width).webp({ quality: 75 }).toFile(join(out, `${name}-${width}.webp`))));
    }
  };
  await Promise.all([work(), work()]);
}

async function quality() {
  const [out, published] = rest;
  const ours = readdirSync(published).filter((name) => name.endsWith('.webp'));
  const sizes = {};
  for (const width of WIDTHS) {
    const add = (tool, files) => (sizes[`${tool} ${width}`] = files.reduce((sum, file) => sum + statSync(file).size, 0));
    add('sharp', readdirSync(out).filter((name) => name.endsWith(`-${width}.webp`)).map((name) => join(out, name)));
    add('ocop', ours.filter((name) => name.endsWith(`-${width}.webp`)).map((name) => join(published, name)));
  }
  // Which of our files shows which photo is told by the picture itself: the nearest one.
  const small = async (file) => sharp(file).resize(16, 12, { fit: 'fill' }).removeAlpha().raw().toBuffer();
  const heads = await Promise.all(ours.filter((name) => name.endsWith('-480.webp')).map(async (name) => [name, await small(join(published, name))]));
  const similar = { sharp: [], ocop: [] };
  for (const name of readdirSync(dir).sort().slice(0, 12)) {
    const photo = join(dir, name);
    const head = await small(photo);
    const distance = (other) => other.reduce((sum, value, index) => sum + (value - head[index]) ** 2, 0);
    const stem = heads.sort(([, one], [, other]) => distance(one) - distance(other))[0][0].replace('480.webp', '');
    const [reference, theirs, own] = await Promise.all([sharp(photo).resize(1600), sharp(join(out, `${name}-1600.webp`)), sharp(join(published, `${stem}1600.webp`))].map((picture) => picture.greyscale().raw().toBuffer()));
    similar.sharp.push(ssim(reference, theirs, 1600));
    similar.ocop.push(ssim(reference, own, 1600));
  }
  const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
  console.log(JSON.stringify({ bytes: sizes, ssim: { sharp: mean(similar.sharp), ocop: mean(similar.ocop) } }));
}

/** Mean structural similarity over blocks of 8 × 8 pixels. */
function ssim(one, other, width) {
  const height = Math.floor(one.length / width);
  let sum = 0;
  let count = 0;
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      let a = 0, b = 0, aa = 0, bb = 0, ab = 0;
      for (let y = top; y < top + 8; y++) {
        for (let at = y * width + left; at < y * width + left + 8; at++) {
          const [p, q] = [one[at], other[at]];
          a += p; b += q; aa += p * p; bb += q * q; ab += p * q;
        }
      }
      const [ma, mb] = [a / 64, b / 64];
      const [va, vb, cov] = [aa / 64 - ma * ma, bb / 64 - mb * mb, ab / 64 - ma * mb];
      sum += ((2 * ma * mb + 6.5025) * (2 * cov + 58.5225)) / ((ma * ma + mb * mb + 6.5025) * (va + vb + 58.5225));
      count++;
    }
  }
  return sum / count;
}
