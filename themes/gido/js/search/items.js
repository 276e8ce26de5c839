// What a result shows: the rows of the index as objects with names.

import { agreement, words } from './fold.js';

/** Today's date in Việt Nam (UTC+7, no summer time) as YYYY-MM-DD. */
export const today = (now = Date.now()) => new Date(now + 7 * 3600e3).toISOString().slice(0, 10);

/** What a certificate is worth on a day: a page outlives its build. */
export function standing([stars, status, until, after], day) {
  const ended = until !== null && day > until;
  const now = ended ? after : status;
  return { stars, status: now, current: now === 'valid' || now === 'expiring', validUntil: until };
}

/**
 * A product. `matched` is the field that answered best. What takes long to make is made when somebody looks at it: a list has
 * more products than a screen.
 */
export function product({ columns, at, url: base }, state, labels, { matched = null, typed = [] } = {}) {
  const get = (key) => columns.get(key, at);
  const amount = get('amount');
  return {
    kind: 'product',
    get url() {
      return address(columns, at, base);
    },
    name: get('name'),
    nameLang: get('lang'),
    producer: get('producer'),
    producerLang: get('producer_lang'),
    place: get('place'),
    group: get('group'),
    ...state,
    starsLabel: state.stars ? (state.current ? labels.stars : labels.last_known)[state.stars] : labels.none,
    statusWord: labels.status[state.status],
    price: amount && { amount, unit: get('unit') },
    get photo() {
      return get('src') && picture(get, base);
    },
    matched,
    get ranges() {
      return ranges(get('name'), typed);
    },
  };
}

/** A producer, place, group or sales point. */
export function other({ columns, at, url }, typed) {
  const get = (key) => columns.get(key, at);
  return { kind: get('kind'), url: address(columns, at, url), name: get('name'), count: Number(get('count')), place: get('place'), ranges: ranges(get('name'), typed) };
}

/** As short as can be: a path where the catalogue is that of the page. */
function address(columns, at, base) {
  const link = new URL(columns.address(at), base);
  return link.origin === globalThis.location?.origin ? link.pathname : link.href;
}

function picture(get, base) {
  const own = base.origin === globalThis.location?.origin;
  const whole = (path) => (own ? path : new URL(path, base).href);
  const sizes = get('srcset')?.split(', ').map((size) => size.split(' ')).map(([path, width]) => `${whole(path)} ${width}`).join(', ');
  const [focusX, focusY] = (get('focus') ?? '50 50').split(' ').map(Number);
  return {
    src: whole(get('src')),
    srcset: sizes,
    width: Number(get('width')),
    height: Number(get('height')),
    alt: get('alt') ?? '',
    altLang: get('alt_lang'),
    illustration: Boolean(get('illustration')),
    focusX,
    focusY,
  };
}

/** The parts of a text that were typed: [[start, end]]. */
export function ranges(text, typed) {
  const found = [];
  for (const word of words(text)) {
    const fits = typed.filter((one) => word.folded.startsWith(one.folded));
    if (!fits.length) continue;
    const longest = fits.reduce((a, b) => (b.folded.length > a.folded.length ? b : a));
    if (agreement(longest.folded, longest.form, word.folded, word.form) === 2) continue;
    const whole = longest.folded.length === word.folded.length;
    found.push([word.start, whole ? word.end : Math.min(word.end, word.start + letters(text.slice(word.start, word.end), longest.folded.length))]);
  }
  return found;
}

/** Length in UTF-16 units of the first `count` letters with their marks. */
function letters(text, count) {
  let at = 0;
  for (const character of text) {
    if (!/\p{M}|['’‘ʼ]/u.test(character) && count-- === 0) return at;
    at += character.length;
  }
  return at;
}
