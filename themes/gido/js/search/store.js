// One published index: fetches its files once, unpacks them, and reads what they hold. No search logic here.
// The format is in docs/search.md, "Files".

import { COMMON, parse } from './dictionary.js';
import { Cards, cover, position } from './cards.js';

const FORMAT = 2;
const text = new TextDecoder();

/** Where the numbers of a list are put that is read and left again: one for each list would be thousands for a letter. */
let shared = new Uint32Array(0x1000);

/** Bytes read one number after the other. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let byte = this.bytes[this.at++];
    if (byte < 0x80) return byte;
    let number = byte & 0x7f;
    for (let unit = 0x80; byte >= 0x80; unit *= 0x80) {
      byte = this.bytes[this.at++];
      number += (byte & 0x7f) * unit;
    }
    return number;
  }

  /** So many numbers at once, in `list` or one of their own. */
  numbers(count, list = new Uint32Array(count)) {
    const { bytes } = this;
    let { at } = this;
    for (let i = 0; i < count; i++) {
      let byte = bytes[at++];
      let number = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++];
        number |= (byte & 0x7f) << shift;
      }
      list[i] = number;
    }
    this.at = at;
    return list;
  }

  /** So many numbers that grow, written as differences. The list holds them until the next one is read. */
  growing(count) {
    if (shared.length < count) shared = new Uint32Array(2 * count);
    const list = this.numbers(count, shared);
    for (let i = 1; i < count; i++) list[i] += list[i - 1];
    return list;
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text(length) {
    return text.decode(this.take(length));
  }
}

/** The indexes at an address: itself, or those of a list of indexes (`.json`), which a portal has. */
export async function indexes(address, lang) {
  const url = new URL(address, globalThis.location?.href);
  if (!url.pathname.endsWith('.json')) return [new Store(url, lang)];
  const list = await (await get(url)).json();
  return list.map(({ manifest, ...where }) => new Store(new URL(manifest, url), lang, where));
}

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`search: ${response.status} for ${url}`);
  return response;
}

async function unpack(url) {
  const packed = (await get(url)).body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

export class Store {
  #files = new Map();

  /** `site` is where the addresses of cards belong, `parts` where the other files lie, as seen from the manifest. */
  constructor(manifestUrl, lang, { site = null, parts = 'parts/' } = {}) {
    this.url = new URL(manifestUrl, globalThis.location?.href);
    this.site = site ? new URL(site) : this.url;
    this.parts = parts;
    this.lang = lang;
  }

  /** What `make` gives for a name, made once; forgotten when it fails, so that a later try asks again. */
  #once(name, make) {
    if (!this.#files.has(name)) {
      const made = make();
      made.catch(() => this.#files.delete(name));
      this.#files.set(name, made);
    }
    return this.#files.get(name);
  }

  #part(name, hash) {
    return this.#once(name, () => unpack(new URL(`${this.parts}${name}.${hash}.bin`, this.url)));
  }

  #json(name, hash) {
    return this.#once(`${name}.json`, async () => JSON.parse(text.decode(await this.#part(name, hash))));
  }

  /** `{ head, dictionary, bytes }` of the one file whose name does not change. */
  #manifest() {
    return this.#once('manifest', async () => {
      const bytes = await unpack(this.url);
      const reader = new Reader(bytes);
      const head = JSON.parse(reader.text(reader.number()));
      if (head.format !== FORMAT) throw new Error(`search: format ${head.format} of ${this.url} is not ${FORMAT}`);
      return { head, bytes, dictionary: parse(reader, head) };
    });
  }

  async #head() {
    return (await this.#manifest()).head;
  }

  /** Position of the page's language in the catalogue; the first where it has no such language. */
  async language() {
    return Math.max(0, (await this.#head()).languages.indexOf(this.lang));
  }

  async dictionary() {
    return (await this.#manifest()).dictionary;
  }

  async facets() {
    const { facets, languages } = await this.#head();
    const lang = await this.language();
    return this.#json(`facets-${languages[lang]}`, facets[lang]);
  }

  /** The words of the interface that the index carries. */
  async labels() {
    return (await this.#head()).labels[await this.language()];
  }

  /** Readers that stand at the postings of the given terms, in their order. */
  async postings(terms) {
    const { head, bytes, dictionary } = await this.#manifest();
    const { fileOf, offsets } = dictionary;
    const file = (number) => (number === COMMON ? bytes : this.#part(`postings-${number - 1}`, head.postings[number - 1][1]));
    const contents = await Promise.all(terms.map((term) => file(fileOf[term])));
    return contents.map((bytes, i) => new Reader(bytes, offsets[terms[i]]));
  }

  /** How many files beside the manifest the postings of neighbouring terms need. */
  async spread(from, to) {
    const files = new Set((await this.dictionary()).fileOf.subarray(from, to));
    files.delete(COMMON);
    return files.size;
  }

  /** Products with a code that begins so: [[code, document]]. */
  async codes(start) {
    const { codes } = await this.#head();
    const found = [];
    for (let number = 0; number < codes.length; number++) {
      if (codes[number + 1]?.[0] < start || codes[number][0] > `${start}~`) continue;
      const lines = text.decode(await this.#part(`codes-${number}`, codes[number][1])).trimEnd().split('\n');
      found.push(...lines.map((line) => line.split(' ')).filter(([code]) => code.startsWith(start)));
    }
    return found.map(([code, document]) => [code, Number(document)]);
  }

  /** True if running text may have a word; false is certain. */
  async mayTell(word) {
    return (await this.dictionary()).proseWords[hash(word) >>> 16] === 1;
  }

  /** Products whose running text has a word; kept, since it is asked for again with every letter of the next word. */
  prose(word) {
    return this.#once(`prose of ${word}`, () => this.#told(word));
  }

  async #told(word) {
    if (!(await this.mayTell(word))) return [];
    const { prose, products } = await this.#head();
    const number = hash(word) % prose.length;
    const reader = new Reader(await this.#part(`prose-${number}`, prose[number]));
    while (reader.at < reader.bytes.length) {
      const found = reader.text(reader.number()) === word;
      const kind = reader.number();
      const list = reader.take(kind >> 1);
      if (found) return kind & 1 ? bits(list, products) : differences(new Reader(list));
    }
    return [];
  }

  /** The cards of documents, in their order: `{ columns, at, url }`, values by `columns.get(key, at)`. */
  async cards(documents) {
    const { head, dictionary } = await this.#manifest();
    const { products, cardFiles } = dictionary;
    const lang = await this.language();
    const tag = head.languages[lang];
    const content = (name, hash) => this.#once(`${name}.cards`, async () => new Cards(text.decode(await this.#part(name, hash))));
    const file = ([order, number]) => content(`cards-${tag}-${order}-${number}`, head.cards[lang][order][number]);
    const isThere = ([order, number]) => this.#files.has(`cards-${tag}-${order}-${number}`);
    const own = documents.filter((document) => document < products);
    const load = (chosen) =>
      Promise.all(chosen.map(async ([document, place]) => [document, { columns: await file(place), at: position(dictionary, place[0], document), url: this.site }]));
    // Without a network the browser has the first order alone.
    const found = new Map(await load(cover(cardFiles, own, isThere)).catch(() => load(own.map((document) => [document, [0, cardFiles[0][document]]]))));
    const other = async (number) => {
      const file = Math.floor(number / head.others_size);
      return { columns: await content(`others-${tag}-${file}`, head.others[lang][file]), at: number % head.others_size, url: this.site };
    };
    return Promise.all(documents.map((document) => found.get(document) ?? other(document - products)));
  }
}

/** FNV-1a over the bytes of a word. */
const hash = (word) => new TextEncoder().encode(word).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

/** Numbers of the bits that are set. */
export function bits(bytes, count) {
  const out = [];
  for (let i = 0; i < count; i++) if (bytes[i >> 3] & (1 << (i & 7))) out.push(i);
  return out;
}

function differences(reader) {
  const out = [];
  let last = 0;
  while (reader.at < reader.bytes.length) out.push((last += reader.number()));
  return out;
}
