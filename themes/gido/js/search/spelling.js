// What somebody may have meant whose words nobody knows.

import { formsOf, numberOf, weightOf } from './dictionary.js';
import { write } from './fold.js';

/** Letters that may be wrong in a word of so many: a short word with two wrong letters is another word. */
const mostWrong = (length) => (length > 3 ? 2 : 1);

/**
 * Up to `most` texts in which every unknown word is replaced by a known one; a word that is like no other is left out.
 * The nearest and most common words come first.
 */
export function spellings({ dictionary, typed }, most) {
  const choices = typed.map(({ folded, form }) => {
    const known = numberOf(dictionary, folded);
    return known === undefined ? alike(dictionary, folded, most) : [write(folded, form || formsOf(dictionary, known).at(-1))];
  });
  const respelled = choices.some((words, i) => words.length && numberOf(dictionary, typed[i].folded) === undefined);
  if (!respelled) return [];
  const text = (turn) => choices.map((words) => words[Math.min(turn, words.length - 1)]).filter(Boolean).join(' ');
  return [...new Set(Array.from({ length: most }, (_, turn) => text(turn)))];
}

function alike(dictionary, word, most) {
  const wrong = mostWrong(word.length);
  const found = [];
  for (let term = 0; term < dictionary.terms.length; term++) {
    const distance = distanceOf(word, dictionary.terms[term], wrong);
    if (distance <= wrong) found.push([distance, -weightOf(dictionary, term), term]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return found.slice(0, most).map(([, , term]) => write(dictionary.terms[term], formsOf(dictionary, term).at(-1)));
}

/** Letters changed, missing, added or swapped with their neighbour; more than `most` may be told as `most + 1`. */
function distanceOf(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return row[b.length];
}
