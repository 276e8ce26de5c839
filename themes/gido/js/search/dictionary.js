// The dictionary: every folded word of a catalogue, in the order of its letters, with the forms it is written in.

/** Reads the file that docs/search.md, "Files" describes. */
export function parse(reader) {
  const head = JSON.parse(reader.text(reader.number()));
  const numbers = (count) => Array.from({ length: count }, () => reader.number());
  const standingOf = numbers(head.products);
  const shared = numbers(head.terms);
  const own = numbers(head.terms);
  const terms = new Array(head.terms);
  let before = new Uint8Array();
  for (let i = 0; i < head.terms; i++) {
    const bytes = new Uint8Array(shared[i] + own[i]);
    bytes.set(before.subarray(0, shared[i]));
    bytes.set(reader.take(own[i]), shared[i]);
    terms[i] = spelled(bytes);
    before = bytes;
  }
  const counts = numbers(head.terms);
  const forms = counts.map((count) => numbers(count));
  const offsets = [0];
  for (let i = 0; i < head.terms; i++) offsets.push(offsets[i] + reader.number());
  const { products, documents, fields, standings, card_size: cardSize, cards, postings, codes, prose } = head;
  const numbersOf = new Map(terms.map((term, i) => [term, i]));
  return { products, documents, fields, standings, standingOf, terms, numbersOf, forms, offsets, cardSize, cards, postings, codes, prose };
}

const decoder = new TextDecoder();
const spelled = (bytes) => (bytes.length < 24 && bytes.every((byte) => byte < 0x80) ? String.fromCharCode(...bytes) : decoder.decode(bytes));

/** Numbers of the terms that begin so: [from, to). */
export function range({ terms }, start) {
  const first = (after) => {
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (after ? terms[middle] < start || terms[middle].startsWith(start) : terms[middle] < start) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [first(false), first(true)];
}

/** How much stands in the postings of a term: roughly how common it is. */
export const weightOf = ({ offsets }, term) => offsets[term + 1] - offsets[term];

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
export function split({ numbersOf }, word) {
  const best = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 12); start < end; start++) {
      if (!best[start] || end - start < 2 || !numbersOf.has(word.slice(start, end))) continue;
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
