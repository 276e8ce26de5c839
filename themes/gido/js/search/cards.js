// Cards of results: which files to load for some products, and what stands in one.

import { words } from './fold.js';

/** One file of cards: columns of text. */
export class Cards {
  #columns = new Map();

  constructor(json) {
    this.json = JSON.parse(json);
  }

  /** A value of the card at `at`; null where it has none. */
  get(key, at) {
    if (!this.#columns.has(key)) this.#columns.set(key, this.json[key]?.split('\n'));
    return this.#columns.get(key)?.[at] || null;
  }

  /** The address of the page: most repeat the name. */
  address(at) {
    const url = this.get('url', at) ?? '';
    const named = url.startsWith('=') ? words(this.get('name', at)).map(({ folded }) => folded).join('-') + url.slice(1) : url;
    return this.json.base + named;
  }
}

/**
 * The fewest files that have the cards of all documents, about: `[[document, [order, file]]]`. `cardFiles` has for each
 * order the file of each product; files that are there already cost nothing.
 */
export function cover(cardFiles, documents, isThere) {
  const left = new Set(documents);
  const chosen = [];
  const take = (file, found) => {
    for (const document of found) {
      chosen.push([document, file]);
      left.delete(document);
    }
  };
  while (left.size) {
    const files = new Map();
    for (const document of left) {
      cardFiles.forEach((fileOf, order) => {
        const key = `${order} ${fileOf[document]}`;
        if (!files.has(key)) files.set(key, { file: [order, fileOf[document]], found: [] });
        files.get(key).found.push(document);
      });
    }
    const all = [...files.values()];
    const there = all.find(({ file }) => isThere(file));
    const { file, found } = there ?? all.reduce((best, one) => (one.found.length > best.found.length ? one : best));
    take(file, found);
  }
  return chosen;
}

const positions = new WeakMap();

/** Where in its file a card stands: files have their cards in the order of documents. */
export function position({ cardFiles }, order, document) {
  const fileOf = cardFiles[order];
  if (!positions.has(fileOf)) {
    const ends = [];
    positions.set(fileOf, fileOf.map((file) => (ends[file] = (ends[file] ?? -1) + 1)));
  }
  return positions.get(fileOf)[document];
}
