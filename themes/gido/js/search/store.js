// One published index: fetches its files once, unpacks them, and reads what they hold. No search logic here.
// The format is in docs/search.md, "Files".

import { parse } from './dictionary.js';

const FORMAT = 1;
const text = new TextDecoder();

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

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text(length) {
    return text.decode(this.take(length));
  }
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
  #cards = new Map();

  constructor(manifestUrl, lang) {
    this.url = new URL(manifestUrl, globalThis.location?.href);
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
    return this.#once(name, () => unpack(new URL(`parts/${name}.${hash}.bin`, this.url)));
  }

  #json(name, hash) {
    return this.#once(`${name}.json`, async () => JSON.parse(text.decode(await this.#part(name, hash))));
  }

  async manifest() {
    const manifest = await this.#once('manifest', async () => (await get(this.url)).json());
    if (manifest.format !== FORMAT) throw new Error(`search: format ${manifest.format} of ${this.url} is not ${FORMAT}`);
    return manifest;
  }

  /** Position of the page's language in the catalogue; the first where it has no such language. */
  async language() {
    return Math.max(0, (await this.manifest()).languages.indexOf(this.lang));
  }

  async dictionary() {
    const { dictionary } = await this.manifest();
    return this.#once('terms', async () => parse(new Reader(await this.#part('dictionary', dictionary))));
  }

  async facets() {
    const { facets, languages } = await this.manifest();
    const lang = await this.language();
    return this.#json(`facets-${languages[lang]}`, facets[lang]);
  }

  /** The words of the interface that the index carries. */
  async labels() {
    return (await this.manifest()).labels[await this.language()];
  }

  /** Readers that stand at the postings of the given terms, in their order. */
  async postings(terms) {
    const { files, fileOf, offsets } = await this.dictionary();
    const contents = await Promise.all(terms.map((term) => this.#part(...files[fileOf[term]])));
    return contents.map((bytes, i) => new Reader(bytes, offsets[terms[i]]));
  }

  /** In how many files the postings of neighbouring terms lie. */
  async spread(from, to) {
    return new Set((await this.dictionary()).fileOf.subarray(from, to)).size;
  }

  /** Products with a code that begins so: [[code, document]]. */
  async codes(start) {
    const { codes } = await this.dictionary();
    const found = [];
    for (let number = 0; number < codes.length; number++) {
      if (codes[number + 1]?.[0] < start || codes[number][0] > `${start}~`) continue;
      const lines = text.decode(await this.#part(`codes-${number}`, codes[number][1])).trimEnd().split('\n');
      found.push(...lines.map((line) => line.split(' ')).filter(([code]) => code.startsWith(start)));
    }
    return found.map(([code, document]) => [code, Number(document)]);
  }

  /** Products whose running text has a word. */
  async prose(word) {
    const { prose, products } = await this.dictionary();
    if (!prose.length) return [];
    const bytes = new TextEncoder().encode(word);
    const number = bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5) % prose.length;
    const reader = new Reader(await this.#part(`prose-${number}`, prose[number]));
    while (reader.at < reader.bytes.length) {
      const found = reader.text(reader.number()) === word;
      const kind = reader.number();
      const list = reader.take(kind >> 1);
      if (found) return kind & 1 ? bits(list, products) : differences(new Reader(list));
    }
    return [];
  }

  /** The cards of documents, in their order. */
  async cards(documents) {
    const { cards, cardSize } = await this.dictionary();
    const lang = await this.language();
    const tag = (await this.manifest()).languages[lang];
    return Promise.all(
      documents.map(async (document) => {
        const file = Math.floor(document / cardSize);
        const content = await this.#json(`cards-${tag}-${file}`, cards[lang][file]);
        return { content, row: content.cards[document % cardSize], url: this.url };
      }),
    );
  }
}

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
