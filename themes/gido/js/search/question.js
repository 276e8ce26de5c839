// One question to one catalogue: from the words typed to the documents that answer, step by step until some do.

import { words, write } from './fold.js';
import { range, split, weightOf } from './dictionary.js';
import { Hits, candidates, collect, fieldOf, score } from './match.js';
import { decode } from './telex.js';

/** One letter as a last word narrows a list only while all words that begin so lie in few files. */
const FEW_FILES = 3;
const PROSE_WEIGHT = 1;
/** Words whose stories are looked up where names and places know all words, but of no one product. */
const MOST_STORIES = 2;

/**
 * The documents that answer: { scores: Float32Array, hits, typed, decoded, partial, lookup, near }.
 * `scores` is 0 for documents that do not answer; null means that nothing was asked, so all do.
 */
export async function ask(store, text, signal) {
  const dictionary = await store.dictionary();
  const language = await store.language();
  let typed = words(text);
  const asked = { dictionary, language, typed, scores: null, hits: [], decoded: null, partial: false, lookup: null };
  if (!typed.length) return asked;
  const byCode = await lookup(store, dictionary, typed, text);
  if (byCode) return { ...asked, ...byCode };
  typed = typed.flatMap((word) => parts(dictionary, word));
  const find = async (typed, ways, prose) => {
    signal?.throwIfAborted();
    const hits = await hitsOf(store, dictionary, language, typed, ways, prose);
    const scores = total(dictionary, hits, hits.length);
    return scores && { ...asked, typed, hits, scores };
  };
  const plain = await find(typed, {});
  if (plain) return plain;
  const decoded = decode(text);
  if (decoded && words(decoded).every(({ folded }) => dictionary.numbersOf.has(folded))) {
    const found = await find(words(decoded), {});
    if (found) return { ...found, decoded };
  }
  const found =
    (await find(typed, {}, 'all')) ??
    (await find(typed, { near: 'unknown' })) ??
    (await find(typed, { near: 'all' })) ??
    (await find(typed, { near: 'all', start: true }, 'all'));
  if (found) return found;
  const hits = await hitsOf(store, dictionary, language, typed, {}, 'some');
  for (let need = typed.length - 1; need > 0; need--) {
    const scores = total(dictionary, hits, need);
    if (scores) return { ...asked, typed, hits, scores, partial: true };
  }
  return { ...asked, typed, hits, scores: new Float32Array(dictionary.documents) };
}

/** The field that answered a document best. */
export function matched({ dictionary, hits, lookup }, document) {
  if (lookup) return lookup.kind;
  if (!hits.length) return null;
  const best = hits.reduce((a, b) => (b.score[document] > a.score[document] ? b : a));
  return dictionary.fields[fieldOf(best.where[document])]?.[0] ?? 'story';
}

/** Scores of all documents that have at least `need` words; null if none has. */
function total(dictionary, hits, need) {
  const scores = new Float32Array(dictionary.documents);
  let any = false;
  for (let document = 0; document < scores.length; document++) {
    scores[document] = score(hits, document, need);
    any ||= scores[document] > 0 && document < dictionary.products;
  }
  return any ? scores : null;
}

async function hitsOf(store, dictionary, language, typed, ways, prose) {
  const hits = typed.map(() => new Hits(dictionary.documents));
  const wanted = [];
  for (let i = 0; i < typed.length; i++) {
    const last = i === typed.length - 1;
    const start = (ways.start && typed[i].folded.length > 1) || (last && (await completes(store, dictionary, typed, i)));
    for (const one of candidates(dictionary, typed[i], { ...ways, start })) wanted.push([one, typed[i], [hits[i]]]);
    const joined = last ? undefined : dictionary.numbersOf.get(typed[i].folded + typed[i + 1].folded);
    if (joined !== undefined) wanted.push([{ term: joined, how: 'joined' }, { folded: dictionary.terms[joined], form: 0 }, [hits[i], hits[i + 1]]]);
  }
  const readers = await store.postings(wanted.map(([{ term }]) => term));
  wanted.forEach(([one, word, targets], i) => {
    for (const target of targets) {
      const { bytes, at } = readers[i];
      collect(new readers[i].constructor(bytes, at), dictionary, language, word, one, target);
    }
  });
  if (prose) {
    // Stories are asked for the words that names and places lack: each costs a request. A word that is nowhere at all
    // cannot be helped by the others.
    const asked = lacking(hits, dictionary.products);
    const told = await Promise.all(asked.map((i) => store.mayTell(typed[i].folded)));
    if (prose === 'all' && asked.some((i, at) => !hits[i].any && !told[at])) return hits;
    const lists = await Promise.all(typed.map(({ folded }, i) => (asked.includes(i) ? store.prose(folded) : [])));
    lists.forEach((list, i) => list.forEach((document) => hits[i].put(document, PROSE_WEIGHT, 0xffff)));
  }
  // A single letter that would need many files does not narrow the list yet: more letters are on their way.
  if (typed.length > 1 && typed.at(-1).folded.length === 1 && !hits.at(-1).any) hits.pop();
  return hits;
}

/** Words that no product has; where each has some, those that products with most words lack, most often lacking first. */
function lacking(hits, products) {
  const unknown = hits.flatMap((hit, i) => (hit.any ? [] : [i]));
  if (unknown.length) return unknown;
  const lacks = hits.map(() => 0);
  let most = 0;
  for (let document = 0; document < products; document++) {
    const found = hits.reduce((sum, hit) => sum + (hit.score[document] > 0), 0);
    if (found > most) {
      most = found;
      lacks.fill(0);
    }
    if (found === most) hits.forEach((hit, i) => (lacks[i] += !hit.score[document]));
  }
  return lacks.flatMap((count, i) => (count ? [i] : [])).sort((a, b) => lacks[b] - lacks[a]).slice(0, MOST_STORIES);
}

async function completes(store, dictionary, typed, i) {
  const { folded } = typed[i];
  if (folded.length > 1 || typed.length === 1) return true;
  return (await store.spread(...range(dictionary, folded))) <= FEW_FILES;
}

/** A word that nobody knows may be several that were typed together. */
function parts(dictionary, word) {
  const [from, to] = range(dictionary, word.folded);
  if (from < to) return [word];
  const cut = split(dictionary, word.folded);
  return cut ? cut.map(([start, end]) => ({ folded: word.folded.slice(start, end), form: 0, start: word.start, end: word.end })) : [word];
}

/** Products by a code that was typed: GTIN, product code, certificate number. */
async function lookup(store, dictionary, typed, text) {
  const squeezed = typed.map(({ folded }) => folded).join('');
  const digits = squeezed.replace(/\D/g, '').length;
  const code = /^([a-z]{2,4})0*(\d{1,8})$/.exec(squeezed);
  const isCode = code && /^\s*[a-z]{2,4}\s*[-–]?\s*\d+\s*$/i.test(text);
  const key = isCode ? code[1] + code[2] : digits >= 6 ? squeezed.replace(/^0+/, '') : null;
  if (!key) return null;
  const found = await store.codes(key);
  const exact = found.filter(([one]) => one === key);
  const hits = exact.length ? exact : digits >= 6 ? found : [];
  if (!hits.length) return null;
  const scores = new Float32Array(dictionary.documents);
  for (const [, document] of hits) scores[document] = 100;
  return { scores, lookup: { kind: /^\d+$/.test(key) ? 'gtin' : 'code', value: key, exact: exact.length > 0 } };
}

/** The most common words that complete the last one typed, written with their marks. */
export function completions({ dictionary }, typed, most) {
  const last = typed.at(-1);
  if (!last) return [];
  const [from, to] = range(dictionary, last.folded);
  const terms = Array.from({ length: to - from }, (_, i) => from + i).filter((term) => dictionary.terms[term] !== last.folded);
  terms.sort((a, b) => weightOf(dictionary, b) - weightOf(dictionary, a));
  return terms.slice(0, most).map((term) => write(dictionary.terms[term], dictionary.forms[term].at(-1)));
}
