// Writes catalogues for the search checks: the sample with the products of products.tsv beside it, and the 32 records on
// which stock Pagefind was measured.
//
//   node tests/search/records.mjs market CATALOGUE     the sample and about 450 products known by name, producer and place
//   node tests/search/records.mjs pagefind CATALOGUE   the records of pagefind.tsv

import { cpSync, mkdirSync, readFileSync, writeFileSync, existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

export const rows = (file) =>
  readFileSync(join(here, file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));

export const slug = (text) =>
  text.normalize('NFD').toLowerCase().replace(/đ/g, 'd').replace(/\p{M}|['’]/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

const quoted = (text) => JSON.stringify(text);

function put(folder, path, lines) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${lines.join('\n')}\n`);
}

/** A GTIN-13 of the range that is free for use inside a shop (prefix 20). */
export function gtin(number) {
  const digits = `20${String(number + 1).padStart(10, '0')}`;
  const sum = [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 ? 3 : 1), 0);
  return digits + ((10 - (sum % 10)) % 10);
}

/** Type and bare name of a unit as sources write it; the type given stands where they leave it out. */
function unit(text, type) {
  const words = [
    [/^(xã)\s+/i, 'commune'],
    [/^(phường)\s+/i, 'ward'],
    [/^(thị trấn)\s+/i, 'township'],
    [/^(tp\.?|thành phố)\s*/i, 'provincial-city'],
    [/^(tx\.?|thị xã)\s*/i, 'town'],
    [/^(huyện)\s+/i, 'rural-district'],
    [/^(tỉnh)\s+/i, 'province'],
  ];
  for (const [pattern, kind] of words) if (pattern.test(text)) return [text.replace(pattern, ''), kind];
  return [text, type];
}

export function market(folder) {
  cpSync(join(root, 'content'), join(folder, 'content'), { recursive: true });
  cpSync(join(root, 'ocop.toml'), join(folder, 'ocop.toml'));
  const places = new Map();
  const place = (text, type, parent) => {
    const [name, kind] = unit(text, type);
    const id = `nguon-${slug(kind)}-${slug(name)}${parent ? `-${parent.replace(/^nguon-/, '')}` : ''}`;
    places.set(id, ['[[place]]', `id = "${id}"`, `name = ${quoted(name)}`, `type = "${kind}"`, ...(parent ? [`parent = "${parent}"`] : []), '']);
    return id;
  };
  const known = new Set(readdirSync(join(folder, 'content/products')));
  const producers = new Set(readdirSync(join(folder, 'content/producers')));
  const own = new Set();
  rows('products.tsv').forEach(([name, english, producer, kind, commune, district, province, stars, year], i) => {
    let at = province && place(province, 'province');
    if (district) at = place(district, 'rural-district', at);
    if (commune) at = place(commune, 'commune', at);
    const maker = producer ? slug(producer) : `chua-neu-ten-${kind}`;
    if (!producers.has(maker) && !own.has(maker)) {
      own.add(maker);
      put(folder, `content/producers/${maker}/producer.toml`, [`name = ${quoted(producer || 'Chưa nêu tên')}`, `type = "${kind}"`]);
    }
    let id = slug(name);
    while (known.has(id)) id += '-2';
    known.add(id);
    put(folder, `content/products/${id}/product.toml`, [
      `id = "nn-${String(i + 1).padStart(4, '0')}"`,
      `name = ${english ? `{ vi = ${quoted(name)}, en = ${quoted(english)} }` : quoted(name)}`,
      `producer = "${maker}"`,
      ...(at ? [`place = "${at}"`] : []),
      'group = "food"',
      ...(i < 20 ? ['[[package]]', `gtin = "${gtin(i)}"`] : []),
      ...(stars ? ['[[certification]]', `stars = ${stars}`, 'level = "province"', year ? `date = ${year}` : 'listed = 2024'] : []),
    ]);
  });
  const text = readFileSync(join(folder, 'content/places.toml'), 'utf8');
  writeFileSync(join(folder, 'content/places.toml'), `${text}\n${[...places.values()].flat().join('\n')}`);
}

export function pagefind(folder) {
  put(folder, 'ocop.toml', ['base_url = "https://ocop.example/"', 'languages = ["vi"]', 'title = "Ba mươi hai sản phẩm"']);
  put(folder, 'content/places.toml', ['']);
  put(folder, 'content/producers/nha-lam/producer.toml', ['name = "Nhà làm"', 'type = "other"']);
  rows('pagefind.tsv').filter(([name]) => name).forEach(([name], i) => {
    put(folder, `content/products/${slug(name)}/product.toml`, [`id = "pf-${String(i + 1).padStart(2, '0')}"`, `name = ${quoted(name)}`, 'producer = "nha-lam"', 'group = "food"']);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [what, folder] = process.argv.slice(2);
  if (!folder || existsSync(folder)) throw new Error('records.mjs market|pagefind NEW-FOLDER');
  ({ market, pagefind })[what](folder);
}
