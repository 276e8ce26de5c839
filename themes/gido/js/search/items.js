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

/** A product. `matched` is the field that answered best. */
export function product({ content, row, url: base }, state, labels, { matched = null, typed = [] } = {}) {
  const [name, nameLang, nameOther, address, producer, producerLang, place, group, price, photo] = row;
  const text = (number) => (number === null ? null : content.texts[number]);
  const link = new URL(content.base + address, base);
  return {
    kind: 'product',
    url: link.origin === globalThis.location?.origin ? link.pathname : link.href,
    name,
    nameLang,
    nameOther,
    producer: text(producer),
    producerLang,
    place: text(place),
    group: text(group),
    ...state,
    starsLabel: state.stars ? (state.current ? labels.stars : labels.last_known)[state.stars] : labels.none,
    statusWord: labels.status[state.status],
    price: price && { amount: price[0], unit: price[1] },
    photo: photo && picture(photo, base),
    matched,
    ranges: ranges(name, typed),
  };
}

/** A producer, place, group or sales point. */
export function other({ content, row: [kind, name, address, count, place], url: base }, typed) {
  const link = new URL(content.base + address, base);
  const url = link.origin === globalThis.location?.origin ? link.pathname : link.href;
  return { kind, url, name, count, place: place === null ? null : content.texts[place], ranges: ranges(name, typed) };
}

function picture([src, srcset, width, height, alt, altLang, illustration, focusX, focusY], base) {
  const own = base.origin === globalThis.location?.origin;
  const whole = (path) => (own ? path : new URL(path, base).href);
  const sizes = srcset && srcset.split(', ').map((size) => size.split(' ')).map(([path, width]) => `${whole(path)} ${width}`).join(', ');
  return { src: whole(src), srcset: sizes, width, height, alt, altLang, illustration, focusX, focusY };
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
