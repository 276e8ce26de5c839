// Which documents have the words of a question, and how well. Scores are explained in docs/search.md, "Ranking".

import { agreement } from './fold.js';
import { formsOf, near, numberOf, otherSpelling, range } from './dictionary.js';

/** How good a find is: by how the word was found, then by how its marks agree (the same, fewer, others). */
const QUALITY = {
  word: [1, 0.92, 0.35],
  spelling: [0.85, 0.8, 0.3],
  joined: [0.85, 0.8, 0.3],
  start: [0.7, 0.66, 0.25],
  near: [0.28, 0.28, 0.28],
};
/** Names in another language than that of the page. */
const OTHER_LANGUAGE = 0.9;
/** What it adds that all words follow each other as typed. */
const TOGETHER = 0.7;
/** No position is known: the word is in a large part of all documents. */
const ANYWHERE = 127;
/** A name that begins with the word is a little better than one that has it further on: by the place of the word. */
const EARLY = Float64Array.from({ length: 64 }, (_, place) => 1 + 0.04 / (1 + place));

/**
 * Terms that a word of a question may stand for: [{ term, how }].
 * `ways`: { start: also words that begin so, near: also words with one mistake, for `all` words or `unknown` ones }.
 */
export function candidates(dictionary, { folded }, ways) {
  const found = new Map();
  const add = (term, how) => term !== undefined && !found.has(term) && found.set(term, how);
  const known = numberOf(dictionary, folded);
  add(known, 'word');
  const other = otherSpelling(folded);
  if (other) add(numberOf(dictionary, other), 'spelling');
  if (ways.start) {
    const [from, to] = range(dictionary, folded);
    for (let term = from; term < to; term++) add(term, 'start');
  }
  const mistaken = ways.near === 'all' || (ways.near === 'unknown' && known === undefined);
  if (mistaken && folded.length > 1 && !/\d/.test(folded)) for (const term of near(dictionary, folded)) add(term, 'near');
  return [...found].map(([term, how]) => ({ term, how }));
}

/** Best score of each document for one word, and in which field at which position. */
export class Hits {
  constructor(documents) {
    this.score = new Float32Array(documents);
    this.where = new Uint16Array(documents);
    /** The documents that have the word, as they were found. */
    this.documents = [];
  }

  get any() {
    return this.documents.length > 0;
  }

  put(document, score, where) {
    const before = this.score[document];
    if (score <= before) return;
    if (!before) this.documents.push(document);
    this.score[document] = score;
    this.where[document] = where;
  }
}

/** Adds to `hits` what the postings of a term say. `reader` stands at them. */
export function collect(reader, dictionary, language, word, { term, how }, hits) {
  const { fields, documents } = dictionary;
  const text = dictionary.terms[term];
  for (const form of formsOf(dictionary, term)) {
    const agrees = how === 'near' ? 1 : agreement(word.folded, word.form, how === 'spelling' ? word.folded : text, form);
    const quality = QUALITY[how][agrees];
    for (let lists = reader.number(); lists > 0; lists--) {
      const kind = reader.number();
      const [, weight, lang] = fields[kind >> 1];
      const score = weight * quality * (lang === null || lang === language ? 1 : OTHER_LANGUAGE);
      const field = (kind >> 1) << 7;
      if (kind & 1) {
        const bytes = reader.take((documents + 7) >> 3);
        for (let i = 0; i < documents; i++) if (bytes[i >> 3] & (1 << (i & 7))) hits.put(i, score, field | ANYWHERE);
        continue;
      }
      const count = reader.number();
      const list = reader.growing(count);
      const positions = reader.take(count);
      for (let i = 0; i < count; i++) hits.put(list[i], score * EARLY[positions[i] >> 1], field | positions[i]);
    }
  }
}

/** Number of the field in which the first word of a document was found. */
export const fieldOf = (where) => where >> 7;

/**
 * Score of a document for all words together: their sum, and more for words that follow each other as typed, most for a
 * whole name. 0 if `need` words were not found.
 */
export function score(hits, document, need = hits.length) {
  let sum = 0;
  let found = 0;
  let together = 0;
  for (let i = 0; i < hits.length; i++) {
    const one = hits[i].score[document];
    if (!one) {
      if (need === hits.length) return 0;
      continue;
    }
    found++;
    sum += one;
    if (i && follows(hits[i - 1], hits[i], document)) together++;
  }
  if (found < need) return 0;
  if (hits.length > 1) sum *= 1 + (TOGETHER * together) / (hits.length - 1);
  const first = hits[0].where[document] & ANYWHERE;
  const last = hits.at(-1).where[document] & ANYWHERE;
  const whole = found === hits.length && together === hits.length - 1 && first >> 1 === 0 && last & 1 && last !== ANYWHERE;
  return whole ? sum * 1.05 : sum;
}

function follows(before, after, document) {
  const a = before.where[document];
  const b = after.where[document];
  if (a >> 7 !== b >> 7) return false;
  // Words that are everywhere (xã, hợp tác) stand beside the rest of a name.
  return (a & ANYWHERE) === ANYWHERE || (b & ANYWHERE) === ANYWHERE || (b & ANYWHERE) >> 1 === ((a & ANYWHERE) >> 1) + 1;
}
