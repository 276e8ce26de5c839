// One question to one catalogue: from the words typed to the documents that answer, step by step until some do.

import { words, write } from './fold.js';
import { formsOf, numberOf, range, split } from './dictionary.js';
import { Hits, candidates, collect, fieldOf, score } from './match.js';
import { decode } from './telex.js';
import { best } from './top.js';

/** One letter as a last word narrows a list only while all words that begin so lie in few files. */
const FEW_FILES = 3;
const PROSE_WEIGHT = 1;
/** Words whose stories are looked up where names and places know all words, but of no one product. */
const MOST_STORIES = 2;

/**
 * The documents that answer: { found: [document], scores: Float32Array, hits, typed, decoded, partial, lookup }.
 * `found` grows; `scores` is 0 for documents that do not answer. Both are null if nothing was asked, so all do.
 */
export async function ask(store, text, signal) {
  const dictionary = await store.dictionary();
  const language = await store.language();
  let typed = words(text);
  const asked = { dictionary, language, typed, found: null, scores: null, hits: [], decoded: null, partial: false, lookup: null };
  if (!typed.length) return asked;
  const byCode = await lookup(store, dictionary, typed, text);
  if (byCode) return { ...asked, ...byCode };
  typed = typed.flatMap((word) => parts(dictionary, word));
  const look = (typed, ways) => {
    signal?.throwIfAborted();
    return hitsOf(store, dictionary, language, typed, ways);
  };
  const answer = (typed, hits, need = hits.length) => {
    const all = total(dictionary, hits, need);
    return all && { ...asked, typed, hits, ...all };
  };
  const plain = await look(typed, {});
  const known = answer(typed, narrowing(typed, plain));
  if (known) return known;
  const decoded = decode(text);
  if (decoded && words(decoded).every(({ folded }) => numberOf(dictionary, folded) !== undefined)) {
    const meant = words(decoded);
    const found = answer(meant, narrowing(meant, await look(meant, {})));
    if (found) return { ...found, decoded };
  }
  const toldAll = await addStories(store, dictionary, typed, plain, 'all');
  const told = toldAll && answer(typed, narrowing(typed, plain));
  if (told) return told;
  for (const near of ['unknown', 'all']) {
    const found = answer(typed, narrowing(typed, await look(typed, { near })));
    if (found) return found;
  }
  const wide = await look(typed, { near: 'all', start: true });
  const found = (await addStories(store, dictionary, typed, wide, 'all')) && answer(typed, narrowing(typed, wide));
  if (found) return found;
  if (!toldAll) await addStories(store, dictionary, typed, plain, 'some');
  const hits = narrowing(typed, plain);
  for (let need = typed.length - 1; need > 0; need--) {
    const most = answer(typed, hits, need);
    if (most) return { ...most, partial: true };
  }
  return { ...asked, typed, hits, found: [], scores: new Float32Array(dictionary.documents) };
}

/** The field that answered a document best. */
export function matched({ dictionary, hits, lookup }, document) {
  if (lookup) return lookup.kind;
  if (!hits.length) return null;
  const best = hits.reduce((a, b) => (b.score[document] > a.score[document] ? b : a));
  return dictionary.fields[fieldOf(best.where[document])]?.[0] ?? 'story';
}

/** The documents that have at least `need` words, and their scores; null if no product has. */
function total({ documents, products }, hits, need) {
  let scores = null;
  const found = [];
  // Who has all words has the rarest.
  const rarest = need === hits.length && hits.reduce((a, b) => (b.documents.length < a.documents.length ? b : a));
  const few = rarest && rarest.documents.length < documents >> 1 ? Uint32Array.from(rarest.documents).sort() : null;
  const count = few ? few.length : documents;
  for (let i = 0; i < count; i++) {
    const document = few ? few[i] : i;
    if (rarest && !rarest.score[document]) continue;
    const sum = score(hits, document, need);
    if (!sum) continue;
    scores ??= new Float32Array(documents);
    scores[document] = sum;
    found.push(document);
  }
  return found[0] < products ? { found, scores } : null;
}

/** What names, places and other keys have of each word. */
async function hitsOf(store, dictionary, language, typed, ways) {
  const hits = typed.map(() => new Hits(dictionary.documents));
  const wanted = [];
  for (let i = 0; i < typed.length; i++) {
    const last = i === typed.length - 1;
    const start = (ways.start && typed[i].folded.length > 1) || (last && (await completes(store, dictionary, typed, i)));
    for (const one of candidates(dictionary, typed[i], { ...ways, start })) wanted.push([one, typed[i], [hits[i]]]);
    const joined = last ? undefined : numberOf(dictionary, typed[i].folded + typed[i + 1].folded);
    if (joined !== undefined) wanted.push([{ term: joined, how: 'joined' }, { folded: dictionary.terms[joined], form: 0 }, [hits[i], hits[i + 1]]]);
  }
  const readers = await store.postings(wanted.map(([{ term }]) => term));
  wanted.forEach(([one, word, targets], i) => {
    for (const target of targets) {
      const { bytes, at } = readers[i];
      collect(new readers[i].constructor(bytes, at), dictionary, language, word, one, target);
    }
  });
  return hits;
}

/**
 * Adds to hits what stories tell of the words that names and places lack: each costs a request. With `all` words needed,
 * one that is nowhere at all cannot be helped by the others: then nothing is added, and the answer is false.
 */
async function addStories(store, { products }, typed, hits, need) {
  const asked = lacking(hits, products);
  const told = await Promise.all(asked.map((i) => store.mayTell(typed[i].folded)));
  if (need === 'all' && asked.some((i, at) => !hits[i].any && !told[at])) return false;
  const lists = await Promise.all(asked.map((i) => store.prose(typed[i].folded)));
  lists.forEach((list, at) => list.forEach((document) => hits[asked[at]].put(document, PROSE_WEIGHT, 0xffff)));
  return true;
}

/** A single letter that would need many files does not narrow the list yet: more letters are on their way. */
function narrowing(typed, hits) {
  return typed.length > 1 && typed.at(-1).folded.length === 1 && !hits.at(-1).any ? hits.slice(0, -1) : hits;
}

/** Words that no product has; where each has some, those that products with most words lack, most often lacking first. */
function lacking(hits, products) {
  const unknown = hits.flatMap((hit, i) => (hit.any ? [] : [i]));
  if (unknown.length) return unknown;
  const lacks = hits.map(() => 0);
  let most = 0;
  for (let document = 0; document < products; document++) {
    let found = 0;
    for (let i = 0; i < hits.length; i++) if (hits[i].score[document]) found++;
    if (found > most) {
      most = found;
      lacks.fill(0);
    }
    if (found === most) for (let i = 0; i < hits.length; i++) if (!hits[i].score[document]) lacks[i]++;
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
  const codes = await store.codes(key);
  const exact = codes.filter(([one]) => one === key);
  const hits = exact.length ? exact : digits >= 6 ? codes : [];
  if (!hits.length) return null;
  const scores = new Float32Array(dictionary.documents);
  for (const [, document] of hits) scores[document] = 100;
  const found = [...new Set(hits.map(([, document]) => document))].sort((a, b) => a - b);
  return { found, scores, lookup: { kind: /^\d+$/.test(key) ? 'gtin' : 'code', value: key, exact: exact.length > 0 } };
}

/** The most common words that complete the last one typed, written with their marks. */
export function completions({ dictionary }, typed, most) {
  const last = typed.at(-1);
  if (!last) return [];
  const [from, to] = range(dictionary, last.folded);
  const own = dictionary.terms[from] === last.folded ? 1 : 0;
  // How much stands in the postings of a term is roughly how common it is.
  const { lengths } = dictionary;
  const terms = best(Array.from({ length: to - from - own }, (_, i) => from + own + i), lengths, most);
  terms.sort((a, b) => lengths[b] - lengths[a]);
  return terms.slice(0, most).map((term) => write(dictionary.terms[term], formsOf(dictionary, term).at(-1)));
}
