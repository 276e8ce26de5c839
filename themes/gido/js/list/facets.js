// The facets of a live list: terms, and prices from … to. Reads what is chosen and shows what an answer says of it.

import { Terms } from './terms.js';

export class Facets {
  /** `box` holds the facets, `template` a row for a term. */
  constructor(box, template) {
    this.box = box;
    this.number = new Intl.NumberFormat(document.documentElement.lang);
    this.prices = box.querySelector('[data-facet="price"]');
    this.terms = new Map();
    for (const details of box.querySelectorAll('[data-facet]')) {
      const { facet } = details.dataset;
      if (details !== this.prices) this.terms.set(facet, new Terms(facet, details, template));
    }
  }

  /** What is chosen in the form after `changed` was. */
  read(changed) {
    if (changed?.type === 'checkbox' && changed.checked) this.leave(changed);
    const filters = {};
    for (const [facet, { chosen }] of this.terms) if (chosen.length) filters[facet] = chosen;
    const price = this.price();
    if (price) filters.price = price;
    return filters;
  }

  /** Choosing a part takes back the choice of the whole, and the other way round: the part alone would change nothing. */
  leave({ name, value }) {
    for (const other of this.box.querySelectorAll(`input[name="${name}"]:checked`)) {
      if (other.value.startsWith(`${value}.`) || value.startsWith(`${other.value}.`)) other.checked = false;
    }
  }

  price() {
    const price = {};
    for (const input of this.prices.querySelectorAll('[data-bound]')) {
      if (input.value !== '' && input.validity.valid) price[input.dataset.bound] = Number(input.value);
    }
    if (price.min > price.max) [price.min, price.max] = [price.max, price.min];
    return Object.keys(price).length ? price : null;
  }

  /** Puts the choice of `filters` and the counts of an answer into the form. */
  show(filters, answer) {
    for (const [facet, terms] of this.terms) terms.show(filters[facet] ?? [], answer[facet] ?? []);
    for (const input of this.prices.querySelectorAll('[data-bound]')) {
      const { bound } = input.dataset;
      if (input !== document.activeElement) input.value = filters.price?.[bound] ?? '';
      input.placeholder = answer.price?.[bound] ? this.number.format(answer.price[bound]) : '';
    }
    this.prices.hidden = !filters.price && !answer.price?.count;
    this.prices.open ||= Boolean(filters.price);
  }

  /** What was chosen, as `[facet, value, label]`; the price is one entry. */
  chosen(filters) {
    const chosen = [...this.terms].flatMap(([facet, terms]) => (filters[facet] ?? []).map((value) => [facet, value, terms.label(value)]));
    if (filters.price) {
      const [min, max] = [filters.price.min, filters.price.max].map((bound) => (bound === undefined ? '' : this.number.format(bound)));
      chosen.push(['price', '', `${min}–${max} ₫`]);
    }
    return chosen;
  }
}
