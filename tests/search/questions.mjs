// Questions as people ask them, made from what a built catalogue publishes: the same catalogue gives the same questions.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Products that questions are about, spread over the list. */
const ABOUT = [0.004, 0.31, 0.77];

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();
const from = (text, start, end) => text.split(' ').slice(start, end).join(' ');

/** A letter left out of the longest word. */
function misspelt(text) {
  const longest = text.split(' ').reduce((a, b) => (b.length > a.length ? b : a));
  return text.replace(longest, longest.slice(0, 2) + longest.slice(3));
}

const TELEX = { '\u0302': (letter) => letter, '\u0306': () => 'w', '\u031b': () => 'w' };
const TONES = { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' };

/** A text as it comes out where the Vietnamese keyboard was off. */
export function rawTelex(text) {
  return text.toLowerCase().split(' ').map((word) => {
    let out = '';
    let tone = '';
    for (const sign of word.normalize('NFD')) {
      if (sign === 'đ') out += 'dd';
      else if (TONES[sign]) tone = TONES[sign];
      else out += TELEX[sign]?.(out.at(-1)) ?? sign;
    }
    return out + tone;
  }).join(' ');
}

/** `[{ kind, text }]`: for some products everything somebody may know of them, and questions of all catalogues. */
export function questionsOf(folder) {
  const json = (path) => JSON.parse(readFileSync(join(folder, 'api', path), 'utf8'));
  const { products } = json('catalogue.json');
  const about = ABOUT.map((share) => products[Math.floor(share * products.length)]);
  const asked = about.flatMap(({ id, name: { vi, en }, producer, certificate, places }) => {
    const { packages } = json(`products/${id}.json`);
    const gtin = packages?.map((one) => one.gtin).find(Boolean);
    const [commune, province] = places[0].replace(/-cu$/, '').split(/-(?:tinh|thanh-pho)-/).map((key) => key.replaceAll('-', ' '));
    const maker = producer.name.vi ?? producer.name.en;
    return [
      ['name', vi],
      ['name, no accents', plain(vi)],
      ['name, half typed', plain(vi).slice(0, -2)],
      ['what it is', from(plain(vi), 0, 2)],
      ['its own name', from(vi, -2)],
      ['English name', en],
      ['name misspelt', misspelt(plain(vi))],
      ['name in raw Telex', rawTelex(vi)],
      ['producer, long', maker],
      ['producer, short', from(plain(maker), -2)],
      ['producer misspelt', misspelt(plain(maker))],
      ['commune', commune],
      ['province', province],
      ['what and province', province && `${from(plain(vi), 0, 2)} ${province}`],
      ['what and stars', `${from(plain(vi), 0, 2)} 4 sao`],
      ['GTIN', gtin?.replace(/^0/, '').replace(/(\d)(\d{6})(\d{6})/, '$1 $2 $3')],
      ['code', id.replace('-', ' ')],
      ['decision', certificate.decision?.number],
    ];
  });
  const always = [['group', 'đồ uống'], ['group', 'thủ công mỹ nghệ'], ['story', 'chọn nguyên liệu kỹ'], ['nothing', 'xe máy điện cũ'], ['letters', 'n']];
  const seen = new Set();
  return [...asked, ...always]
    .filter(([, text]) => text && !seen.has(text) && seen.add(text))
    .map(([kind, text]) => ({ kind, text }));
}
