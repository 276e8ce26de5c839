// The entries of the suggestion list, made from what the engine found.

import { element, remark, stars } from '../mark.js';
import { Rows, cut, front } from '../rows.js';
import { isSparing } from '../typing.js';

const number = new Intl.NumberFormat(document.documentElement.lang);

export const MOST = 6;
/** Entries of each kind beside products. */
const FEW = 3;

/** What stands in `list`; `heads`, `all` are words of the page, `action` is the address of the search page. */
export class Options {
  #rows = new Rows();
  #made = 0;

  constructor(list, { heads, all, action }) {
    Object.assign(this, { list, all, action });
    this.groups = heads.split('|').map((head, index) => group(`${list.id}-${index}`, head));
  }

  /** Shows `hints` and tells whether anything was found; the last entry leads to all results in any case. */
  fill(hints, text) {
    this.list.scrollTop = 0; // before anything changes, or the browser would have to lay out the list for it
    this.#rows.turn();
    const kinds = [hints.products.map((item) => this.#product(item))];
    kinds.push(...[hints.producers, hints.places, hints.groups, hints.sales_points].map((found) => found.slice(0, FEW).map((item) => this.#named(item))));
    // Words that go on help while there is little to show.
    kinds.push(hints.products.length < MOST ? hints.words.slice(0, FEW).map((word) => this.#completed(text, word)) : []);
    kinds.forEach((entries, index) => set(this.groups[index], [this.groups[index].firstChild, ...entries]));
    const groups = this.groups.filter((_, index) => kinds[index].length);
    const more = this.#entry('all', () => link('suggestion suggestion-all', element('span')));
    more.href = searchFor(this.action, text);
    remark(more.firstChild, `${this.all} “${text}”`);
    set(this.list, [...groups, more]);
    return groups.length > 0;
  }

  /** An entry that showed the same before, or a new one, with a name by which the field can tell that it is active. */
  #entry(key, make) {
    return this.#rows.row(key, () => Object.assign(make(), { id: `${this.list.id}-option-${this.#made++}` }));
  }

  #product(item) {
    const option = this.#entry(`product ${item.url} ${item.status} ${item.stars}`, () => product(item));
    remark(option.querySelector('.suggestion-name'), item.name, item.ranges);
    return option;
  }

  #named({ kind, url, name, place, ranges, count }) {
    const option = this.#entry(`${kind} ${url}`, () => {
      const option = link('suggestion', element('span', {}, element('span')));
      option.href = url;
      if (place) option.firstChild.append(element('span', { class: 'suggestion-about' }, place));
      if (count) option.append(' ', element('span', { class: 'count' }, number.format(count)));
      return option;
    });
    remark(option.firstChild.firstChild, name, ranges);
    return option;
  }

  /** The text with its last word completed. */
  #completed(text, word) {
    const start = text.replace(/\S+$/u, '');
    const option = this.#entry(`word ${word}`, () => link('suggestion', element('span')));
    option.href = searchFor(this.action, start + word);
    remark(option.firstChild, start + word, [[start.length, start.length + word.length]]);
    return option;
  }
}

const searchFor = (action, text) => `${action}?${new URLSearchParams({ q: text })}`;

function set(parent, rows) {
  front(parent, rows);
  cut(parent, rows.length);
}

function group(id, head) {
  const label = element('p', { id, class: 'suggestion-head', role: 'presentation' }, head);
  return element('div', { role: 'group', 'aria-labelledby': id }, label);
}

const link = (className, ...content) => element('a', { role: 'option', tabindex: '-1', 'aria-selected': 'false', class: className }, ...content);

function product(item) {
  const frame = element('span', { class: 'frame' });
  if (item.photo && !isSparing()) frame.append(element('img', { src: smallest(item.photo), width: item.photo.width, height: item.photo.height, alt: '', decoding: 'async' }));
  const about = element('span', { class: 'suggestion-about' });
  if (item.stars) about.append(stars(item.stars), element('span', { class: 'hidden' }, `${item.starsLabel} `));
  about.append(element('span', {}, item.producer));
  const option = link('suggestion suggestion-product', frame, element('span', {}, element('span', { class: 'suggestion-name', lang: item.nameLang }), about));
  option.href = item.url;
  option.dataset.status = item.status;
  return option;
}

/** The picture in its smallest width: it is shown 60 px wide. */
const smallest = ({ src, srcset }) => srcset?.split(', ').map((one) => one.split(' ')).sort((a, b) => parseInt(a[1], 10) - parseInt(b[1], 10))[0][0] ?? src;
