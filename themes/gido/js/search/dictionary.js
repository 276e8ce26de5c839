// The dictionary: every folded word of a catalogue, in the order of its letters, with the forms it is written in.

/** Reads what follows the head of the manifest, in the order of docs/search.md, "Files". */
export function parse(reader, head) {
  const { products, documents, fields, standings, postings } = head;
  const numbers = (count) => reader.numbers(count);
  const standingOf = numbers(products);
  const cardFiles = Array.from({ length: head.orders }, () => numbers(products));
  const shared = numbers(head.terms);
  const own = numbers(head.terms);
  const letters = reader.text(reader.number());
  const terms = new Array(head.terms);
  for (let i = 0, at = 0, before = ''; i < head.terms; i++) {
    before = before.slice(0, shared[i]) + letters.slice(at, at + own[i]);
    at += own[i];
    terms[i] = before;
  }
  // One list for all terms: thousands of small ones would take longer to make than to read.
  const formEnds = numbers(head.terms);
  for (let i = 1; i < head.terms; i++) formEnds[i] += formEnds[i - 1];
  const forms = numbers(formEnds[head.terms - 1] ?? 0);
  const lengths = numbers(head.terms);
  const { fileOf, offsets } = places(lengths, numbers(head.common), postings);
  const proseWords = new Uint8Array(0x10000);
  const told = numbers(head.prose_words);
  for (let i = 0, word = 0; i < told.length; i++) proseWords[(word += told[i])] = 1;
  // What is left are the postings of the common terms.
  for (let i = 0; i < fileOf.length; i++) if (fileOf[i] === COMMON) offsets[i] += reader.at;
  return { products, documents, fields, standings, standingOf, cardFiles, terms, formEnds, forms, lengths, fileOf, offsets, proseWords };
}

/** Number of the file that is the manifest itself. */
export const COMMON = 0;

/** In which file the postings of each term begin, and where in it: `common` lists those in the manifest, the others are in order. */
function places(lengths, common, postings) {
  const fileOf = new Uint16Array(lengths.length);
  const offsets = new Uint32Array(lengths.length);
  const isCommon = new Uint8Array(lengths.length);
  let end = 0;
  for (const term of common) {
    isCommon[term] = 1;
    offsets[term] = end;
    end += lengths[term];
  }
  let file = COMMON;
  for (let i = 0; i < lengths.length; i++) {
    if (isCommon[i]) continue;
    if (postings[file]?.[0] === i) {
      file++;
      end = 0;
    }
    fileOf[i] = file;
    offsets[i] = end;
    end += lengths[i];
  }
  return { fileOf, offsets };
}

/** Numbers of the terms that begin so: [from, to). */
export const range = ({ terms }, start) => [first(terms, start, false), first(terms, start, true)];

function first(terms, start, after) {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (terms[middle] < start || (after && terms[middle].startsWith(start))) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Number of the term that is this word; undefined where none is. */
export function numberOf({ terms }, word) {
  const number = first(terms, word, false);
  return terms[number] === word ? number : undefined;
}

/** The forms in which a term is written. */
export const formsOf = ({ forms, formEnds }, term) => forms.subarray(formEnds[term - 1] ?? 0, formEnds[term]);

/** How much stands in the postings of a term: roughly how common it is. */
export const weightOf = ({ lengths }, term) => lengths[term];

/** Numbers of the terms that differ from a word by one letter: another, missing, added, or two that changed places. */
export function near({ terms }, word) {
  const found = [];
  for (let i = 0; i < terms.length; i++) if (oneEdit(word, terms[i])) found.push(i);
  return found;
}

function oneEdit(a, b) {
  const difference = a.length - b.length;
  if (difference > 1 || difference < -1 || a === b) return false;
  const shorter = Math.min(a.length, b.length);
  let i = 0;
  while (i < shorter && a[i] === b[i]) i++;
  if (difference > 0) return a.slice(i + 1) === b.slice(i);
  if (difference < 0) return a.slice(i) === b.slice(i + 1);
  return a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
}

/** A word as known words written together (nuocmam), fewest parts first; null if it is not. */
export function split(dictionary, word) {
  const best = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 12); start < end; start++) {
      if (!best[start] || end - start < 2 || numberOf(dictionary, word.slice(start, end)) === undefined) continue;
      const parts = [...best[start], start];
      if (!best[end] || parts.length < best[end].length) best[end] = parts;
    }
  }
  const starts = best[word.length];
  return starts && starts.length > 1 && starts.length <= 5 ? starts.map((start, i) => [start, starts[i + 1] ?? word.length]) : null;
}

/** Spellings with the other of y and i where Vietnamese allows both: mỹ and mĩ, quý and quí. */
export function otherSpelling(word) {
  const match = /^(qu|[bcdghklmnprstvx]{1,2})?([iy])$/.exec(word);
  return match ? (match[1] ?? '') + (match[2] === 'i' ? 'y' : 'i') : null;
}
