// Text typed while the Vietnamese keyboard was off: raw Telex (ddawjc sanr) and VNI (d9a85c sa3n).

const TELEX_TONES = { f: '\u0300', r: '\u0309', x: '\u0303', s: '\u0301', j: '\u0323' };
const VNI_TONES = { 2: '\u0300', 3: '\u0309', 4: '\u0303', 1: '\u0301', 5: '\u0323' };
const CIRCUMFLEX = { a: 'â', e: 'ê', o: 'ô' };
const HORN = { o: 'ơ', u: 'ư' };

/** The text as it was meant, or null if it is no Telex or VNI. */
export function decode(text) {
  const words = text.toLowerCase().split(/\s+/);
  const decoded = words.map((word) => (/^[a-z]+$/.test(word) ? telex(word) : /^[a-z]+\d[a-z\d]*$/.test(word) ? vni(word) : word));
  return decoded.some((word, i) => word !== words[i]) ? decoded.join(' ').normalize('NFC') : null;
}

const hasVowel = (letters) => letters.some((letter) => /[aăâeêioôơuưy]/.test(letter));

function finish(letters, tone) {
  if (!tone) return letters.join('');
  const vowel = letters.findLastIndex((letter) => /[aăâeêioôơuưy]/.test(letter));
  return letters.map((letter, i) => (i === vowel ? letter + tone : letter)).join('');
}

/** Puts a mark on the last letter that takes one; `marks` says what becomes of it. */
function mark(letters, marks) {
  const at = letters.findLastIndex((letter) => marks[letter]);
  if (at < 0) return false;
  letters[at] = marks[letters[at]];
  // ươ is typed with one mark for both.
  if (letters[at] === 'ơ' && letters[at - 1] === 'u' && letters[at - 2] !== 'q') letters[at - 1] = 'ư';
  return true;
}

function telex(word) {
  const letters = [];
  let tone = '';
  for (const key of word) {
    if (TELEX_TONES[key] && hasVowel(letters)) tone = TELEX_TONES[key];
    else if (key === 'z' && tone) tone = '';
    else if (key === 'w' && mark(letters, { ...HORN, a: 'ă' })) continue;
    else if (key === 'w') letters.push('ư');
    else if (key === 'd' && letters.includes('d')) letters[letters.indexOf('d')] = 'đ';
    else if (CIRCUMFLEX[key] && letters.at(-1) === key) letters[letters.length - 1] = CIRCUMFLEX[key];
    else letters.push(key);
  }
  return finish(letters, tone);
}

function vni(word) {
  const letters = [];
  let tone = '';
  for (const key of word) {
    if (VNI_TONES[key] && hasVowel(letters)) tone = VNI_TONES[key];
    else if (key === '0' && tone) tone = '';
    else if (key === '6' && mark(letters, CIRCUMFLEX)) continue;
    else if (key === '7' && mark(letters, HORN)) continue;
    else if (key === '8' && mark(letters, { a: 'ă' })) continue;
    else if (key === '9' && letters.includes('d')) letters[letters.indexOf('d')] = 'đ';
    else letters.push(key);
  }
  return finish(letters, tone);
}
