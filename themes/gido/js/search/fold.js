// Words as the index knows them: folded letters, and the marks that folding took off as one number.
// The rules are in docs/search.md, "Folding"; tests/search/fold.json holds the vectors for both sides.

const SHAPES = { a: 3, o: 3, e: 2, u: 2, d: 2 };
const TONES = { '\u0300': 1, '\u0309': 2, '\u0303': 3, '\u0301': 4, '\u0323': 5 };
const SHAPE_MARKS = { 'a\u0306': 1, 'a\u0302': 2, 'e\u0302': 1, 'o\u0302': 1, 'o\u031b': 2, 'u\u031b': 1 };
const LONGEST_SYLLABLE = 7;
const IN_WORD = /[\p{Alphabetic}\p{N}]/u;

/** A sign in small letters with its marks apart; kept, since names are written with few signs. */
const taken = new Map();
function apart(character) {
  let parts = taken.get(character);
  if (parts === undefined) taken.set(character, (parts = character.toLowerCase().normalize('NFD')));
  return parts;
}

const isInWord = (letter) => (letter >= 'a' && letter <= 'z') || IN_WORD.test(letter);

/** The words of a text: [{ folded, form, start, end }], positions in UTF-16 units of the text as given. */
export function words(text) {
  const out = [];
  let letters = [];
  let shapes = [];
  let tone = 0;
  let start = 0;
  let end = 0;
  const finish = () => {
    if (letters.length) {
      const code = letters.reduce((code, letter, i) => code * (SHAPES[letter] ?? 1) + shapes[i], 0);
      out.push({ folded: letters.join(''), form: letters.length > LONGEST_SYLLABLE ? 0 : code * 6 + tone, start, end });
    }
    letters = [];
    shapes = [];
    tone = 0;
  };
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    for (const letter of apart(character)) {
      if (letter >= '\u0300' && letter <= '\u036f') {
        if (TONES[letter]) tone = TONES[letter];
        else if (letters.length) shapes[letters.length - 1] = SHAPE_MARKS[letters.at(-1) + letter] ?? shapes.at(-1);
        if (letters.length) end = next;
      } else if (letter === 'đ' || letter === 'ð') {
        if (!letters.length) start = at;
        letters.push('d');
        shapes.push(1);
        end = next;
      } else if (isInWord(letter)) {
        if (!letters.length) start = at;
        letters.push(letter);
        shapes.push(0);
        end = next;
      } else if (!"'’‘ʼ".includes(letter)) {
        finish();
      }
    }
    at = next;
  }
  finish();
  return out;
}

/** Shapes of the letters of a folded word, and its tone. */
function marks(folded, form) {
  const shapes = new Array(folded.length).fill(0);
  let code = Math.floor(form / 6);
  for (let i = folded.length - 1; i >= 0; i--) {
    const radix = SHAPES[folded[i]] ?? 1;
    shapes[i] = code % radix;
    code = Math.floor(code / radix);
  }
  return { shapes, tone: form % 6 };
}

/**
 * How the marks typed agree with those of a word that begins with the same letters:
 * 0 the same, 1 some are missing on one side, 2 they contradict each other.
 */
export function agreement(typed, typedForm, word, wordForm) {
  if (typed === word && typedForm === wordForm) return 0;
  if (!typedForm) return wordForm ? 1 : 0;
  const a = marks(typed, typedForm);
  const b = marks(word, wordForm);
  let less = false;
  let more = false;
  const compare = (x, y) => {
    if (x === y) return true;
    if (!x) less = true;
    else if (!y) more = true;
    return !x || !y;
  };
  for (let i = 0; i < typed.length && i < word.length; i++) if (!compare(a.shapes[i], b.shapes[i])) return 2;
  if (!compare(a.tone, b.tone)) return 2;
  return less && more ? 2 : less || more ? 1 : 0;
}

const VOWEL = /[aeiouy]/;
const SHAPED = { a: 'aăâ', e: 'eê', o: 'oôơ', u: 'uư', d: 'dđ' };
const TONE_MARKS = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** A folded word with its marks again, the tone where schoolbooks put it. */
export function write(folded, form) {
  const { shapes, tone } = marks(folded, form);
  const letters = [...folded].map((letter, i) => SHAPED[letter]?.[shapes[i]] ?? letter);
  if (tone) {
    const vowels = [...folded].map((letter, i) => (VOWEL.test(letter) ? i : -1)).filter((i) => i >= 0);
    // The u of qu and the i of gi belong to the consonant where another vowel follows.
    if (vowels.length > 1 && /^(qu|gi)/.test(folded)) vowels.shift();
    const marked = vowels.filter((i) => shapes[i]);
    const closed = vowels.length && vowels.at(-1) < folded.length - 1;
    const at = marked.length ? marked.at(-1) : vowels[vowels.length === 2 && closed ? 1 : vowels.length === 3 ? 1 : 0];
    if (at !== undefined) letters[at] = (letters[at] + TONE_MARKS[tone]).normalize('NFC');
  }
  return letters.join('');
}
