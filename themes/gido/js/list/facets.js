// The facets of a live list: terms with counts that follow the selection, prices from … to, and the chips of what was
// chosen. Rows stay where they are and keep the focus; only counts and new rows come.

import { KEYS } from './state.js';

/** Terms of a facet that are shown before someone asks for all. */
const FIRST = 8;

export class Facets {
  constructor(box, term) {
    this.box = box;
    this.term = term;
    this.labels = new Map();
    this.details = new Map([...box.querySelectorAll('[data-facet]')].map((details) => [details.dataset.facet, details]));
    this.unfolded = new Set();
    this.number = new Intl.NumberFormat(document.documentElement.lang);
    for (const [facet, details] of this.details) {
      const unfold = details.querySelector('[data-unfold]');
      unfold?.addEventListener('click', () => {
        const next = details.querySelector('li[hidden] input');
        this.unfolded.add(facet);
        this.fold(facet, details);
        next?.focus();
      });
      for (const row of details.querySelectorAll('li')) {
        const { value } = row.querySelector('input');
        this.labels.set(`${facet} ${value}`, row.querySelector('span').textContent);
      }
    }
  }

  /** What is chosen in the form; a part of a group stands for itself, not for the group it is a part of. */
  read(changed) {
    if (changed?.type === 'checkbox' && changed.checked) this.leave(changed);
    const filters = {};
    for (const [facet, details] of this.details) {
      const values = [...details.querySelectorAll('input:checked')].map((input) => input.value);
      if (values.length) filters[facet] = values;
    }
    const price = this.price();
    if (price) filters.price = price;
    return filters;
  }

  /** Choosing a part takes back the choice of the whole, and the other way round. */
  leave({ name, value }) {
    for (const other of this.box.querySelectorAll(`input[name="${name}"]:checked`)) {
      if (other.value.startsWith(`${value}.`) || value.startsWith(`${other.value}.`)) other.checked = false;
    }
  }

  price() {
    const price = {};
    for (const input of this.box.querySelectorAll('[data-bound]')) {
      if (input.value !== '' && input.validity.valid) price[input.dataset.bound] = Number(input.value);
    }
    if (price.min > price.max) [price.min, price.max] = [price.max, price.min];
    return Object.keys(price).length ? price : null;
  }

  /** Puts the choice of `filters` and the counts of an answer into the form. */
  show(filters, answer) {
    for (const [facet, details] of this.details) {
      if (facet === 'price') this.showPrice(details, filters.price, answer.price);
      else this.showTerms(facet, details, filters[facet] ?? [], answer[facet] ?? []);
    }
  }

  showPrice(details, price, range) {
    for (const input of details.querySelectorAll('[data-bound]')) {
      const bound = input.dataset.bound;
      if (input !== document.activeElement) input.value = price?.[bound] ?? '';
      input.placeholder = range?.[bound] ? this.number.format(range[bound]) : '';
    }
    details.hidden = !price && !range?.count;
    details.open ||= Boolean(price);
  }

  showTerms(facet, details, chosen, terms) {
    const list = details.querySelector('ul');
    const rows = new Map([...list.children].map((row) => [row.querySelector('input').value, row]));
    const found = new Map(terms.map((term) => [term.value, term]));
    for (const { value, label } of terms) {
      this.labels.set(`${facet} ${value}`, label);
      if (!rows.has(value)) rows.set(value, this.row(facet, value, label));
    }
    // A value that the address names and that no product has still shows, or nobody could take it back.
    for (const value of chosen) if (!rows.has(value)) rows.set(value, this.row(facet, value, this.label(facet, value)));
    let at = list.firstElementChild;
    for (const value of inOrder([...rows.keys()])) {
      const row = rows.get(value);
      if (row === at) at = at.nextElementSibling;
      else list.insertBefore(row, at);
      const input = row.querySelector('input');
      const count = found.get(value)?.count ?? 0;
      input.checked = chosen.includes(value);
      input.disabled = !count && !input.checked && input !== document.activeElement;
      row.querySelector('.count').textContent = this.number.format(count);
    }
    details.open ||= chosen.length > 0;
    this.fold(facet, details);
  }

  row(facet, value, label) {
    const row = this.term.content.firstElementChild.cloneNode(true);
    const input = row.querySelector('input');
    input.name = KEYS[facet];
    input.value = value;
    row.querySelector('span').textContent = label;
    row.dataset.depth = value.split('.').length - 1;
    return row;
  }

  /** Hides parts of groups nobody chose, and of long lists the end and what has no products. */
  fold(facet, details) {
    const rows = [...details.querySelectorAll('li')].map((row) => ({ row, input: row.querySelector('input') }));
    const chosen = rows.filter(({ input }) => input.checked).map(({ input }) => input.value);
    const isLong = rows.length > FIRST;
    let shown = 0;
    let folded = 0;
    for (const { row, input } of rows) {
      const whole = input.value.slice(0, input.value.lastIndexOf('.'));
      const part = input.value.includes('.') && !chosen.some((value) => value === whole || value.startsWith(`${whole}.`));
      const closed = part || (isLong && input.disabled);
      const long = !closed && !input.checked && shown >= FIRST && !this.unfolded.has(facet);
      if (!closed && !long) shown += 1;
      if (long) folded += 1;
      row.hidden = closed || long;
    }
    details.querySelector('[data-unfold]').hidden = folded === 0;
    details.hidden = shown === 0;
  }

  label(facet, value) {
    return this.labels.get(`${facet} ${value}`) ?? value;
  }

  /** What was chosen, as `[facet, value, label]`; the price is one entry. */
  chosen(filters) {
    const chosen = Object.keys(KEYS).flatMap((facet) => (filters[facet] ?? []).map((value) => [facet, value, this.label(facet, value)]));
    if (filters.price) {
      const { min, max } = filters.price;
      const text = [min, max].map((bound) => (bound === undefined ? '' : this.number.format(bound)));
      chosen.push(['price', '', `${text[0]}–${text[1]} ₫`]);
    }
    return chosen;
  }
}

/** Parts (`food.raw`) after the whole (`food`); otherwise as they came. */
function inOrder(values) {
  const parts = (whole) => values.filter((value) => value.slice(0, Math.max(0, value.lastIndexOf('.'))) === whole);
  const known = new Set(values);
  const roots = values.filter((value) => !known.has(value.slice(0, Math.max(0, value.lastIndexOf('.')))));
  const line = (value) => [value, ...parts(value).flatMap(line)];
  return roots.flatMap(line);
}
