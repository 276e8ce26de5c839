// The entries of the suggestion list, made from what the engine found.

import { drawing, element, marked } from '../mark.js';

const number = new Intl.NumberFormat(document.documentElement.lang);

export const MOST = 6;
/** Entries of each kind beside products. */
const FEW = 3;

/** Fills `list` and tells whether anything was found; the last entry leads to all results in any case. */
export function fill(list, hints, text, { heads, all, action }) {
  const kinds = [hints.products.map(product)];
  kinds.push(...[hints.producers, hints.places, hints.groups, hints.sales_points].map((found) => found.map(named)));
  // Words that go on help while there is little to show.
  kinds.push(hints.products.length < MOST ? hints.words.map((word) => completed(action, text, word)) : []);
  const groups = heads.split('|').map((head, index) => [head, kinds[index].slice(0, index ? FEW : MOST)]).filter(([, entries]) => entries.length);
  const more = entry(searchFor(action, text), `${all} “${text}”`);
  more.classList.add('suggestion-all');
  list.replaceChildren(...groups.map(([head, entries], index) => group(`${list.id}-${index}`, head, entries)), more);
  list.querySelectorAll('[role="option"]').forEach((option, index) => {
    option.id = `${list.id}-option-${index}`;
  });
  list.scrollTop = 0;
  return groups.length > 0;
}

const searchFor = (action, text) => `${action}?${new URLSearchParams({ q: text })}`;

/** The text with its last word completed. */
function completed(action, text, word) {
  const start = text.replace(/\S+$/u, '');
  return entry(searchFor(action, start + word), marked(start + word, [[start.length, start.length + word.length]]));
}

function group(id, head, entries) {
  const label = element('p', { id, class: 'suggestion-head', role: 'presentation' }, head);
  return element('div', { role: 'group', 'aria-labelledby': id }, label, ...entries);
}

function entry(href, content, count) {
  const option = element('a', { role: 'option', href, tabindex: '-1', 'aria-selected': 'false', class: 'suggestion' }, element('span', {}, content));
  if (count) option.append(' ', element('span', { class: 'count' }, number.format(count)));
  return option;
}

const named = ({ url, name, place, ranges, count }) => {
  const option = entry(url, marked(name, ranges), count);
  if (place) option.firstChild.append(element('span', { class: 'suggestion-about' }, place));
  return option;
};

function product(item) {
  const option = element('a', { role: 'option', href: item.url, tabindex: '-1', 'aria-selected': 'false', class: 'suggestion suggestion-product', 'data-status': item.status });
  const frame = element('span', { class: 'frame' });
  if (item.photo && !isSparing()) frame.append(element('img', { src: smallest(item.photo), width: item.photo.width, height: item.photo.height, alt: '', decoding: 'async' }));
  const name = element('span', { class: 'suggestion-name', lang: item.nameLang }, marked(item.name, item.ranges));
  const about = element('span', { class: 'suggestion-about' });
  if (item.stars) about.append(drawing(`s${item.stars}`, `stars n${item.stars}`, '0 0 100 20'), element('span', { class: 'hidden' }, `${item.starsLabel} `));
  about.append(element('span', {}, item.producer));
  option.append(frame, element('span', {}, name, about));
  return option;
}

/** Who pays by the byte or waits for each of them gets the words alone. */
const isSparing = () => navigator.connection?.saveData || /2g$/.test(navigator.connection?.effectiveType);

/** The picture in its smallest width: it is shown 60 px wide. */
const smallest = ({ src, srcset }) => srcset?.split(', ').map((one) => one.split(' ')).sort((a, b) => parseInt(a[1], 10) - parseInt(b[1], 10))[0][0] ?? src;
