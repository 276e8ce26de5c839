// One facet with terms to choose from. Rows stay where they are and keep the focus; only counts and new rows come.
// A facet that is closed is left alone until it is opened.

import { KEYS } from './state.js';

/** Terms that are shown before someone asks for all. */
const FIRST = 8;

export class Terms {
  constructor(name, details, template) {
    Object.assign(this, { name, details, template, labels: new Map(), rows: new Map(), unfolded: false, opened: false });
    this.list = details.querySelector('ul');
    this.unfold = details.querySelector('[data-unfold]');
    this.number = new Intl.NumberFormat(document.documentElement.lang);
    for (const row of this.list.children) {
      const { value } = row.querySelector('input');
      this.rows.set(value, row);
      this.labels.set(value, row.querySelector('span').textContent);
    }
    this.unfold.addEventListener('click', () => {
      const next = this.list.querySelector('li[hidden] input');
      this.unfolded = true;
      this.fold();
      next?.focus();
    });
    details.addEventListener('toggle', () => details.open && this.waiting && this.draw(...this.waiting));
  }

  get chosen() {
    return [...this.list.querySelectorAll('input:checked')].map(({ value }) => value);
  }

  label(value) {
    return this.labels.get(value) ?? value;
  }

  /** Shows what is chosen and how many products each term has. */
  show(chosen, terms) {
    for (const { value, label } of terms) this.labels.set(value, label);
    // What the address names is shown opened, once; who closes it then wants it closed.
    if (chosen.length && !this.opened) this.details.open = this.opened = true;
    this.details.hidden = !terms.length && !chosen.length;
    this.waiting = [chosen, terms];
    if (this.details.open) return this.draw(chosen, terms);
    for (const value of chosen) if (!this.rows.has(value)) this.list.append(this.add(value));
    for (const [value, row] of this.rows) row.querySelector('input').checked = chosen.includes(value);
  }

  draw(chosen, terms) {
    this.waiting = undefined;
    const counts = new Map(terms.map(({ value, count }) => [value, count]));
    // A value that no product has still shows where it is chosen, or nobody could take it back.
    for (const value of [...counts.keys(), ...chosen]) if (!this.rows.has(value)) this.add(value);
    let at = this.list.firstElementChild;
    for (const value of inOrder([...this.rows.keys()])) {
      const row = this.rows.get(value);
      if (row === at) at = at.nextElementSibling;
      else this.list.insertBefore(row, at);
      const input = row.querySelector('input');
      const count = counts.get(value) ?? 0;
      input.checked = chosen.includes(value);
      input.disabled = !count && !input.checked && input !== document.activeElement;
      row.querySelector('.count').textContent = this.number.format(count);
    }
    this.fold();
  }

  add(value) {
    const row = this.template.content.firstElementChild.cloneNode(true);
    Object.assign(row.querySelector('input'), { name: KEYS[this.name], value });
    row.querySelector('span').textContent = this.label(value);
    row.dataset.depth = value.split('.').length - 1;
    this.rows.set(value, row);
    return row;
  }

  /** Hides parts of groups nobody chose, and of long lists the end and what has no products. */
  fold() {
    const { chosen } = this;
    const isLong = this.rows.size > FIRST;
    let shown = 0;
    let folded = 0;
    for (const row of this.list.children) {
      const { value, checked, disabled } = row.querySelector('input');
      const whole = wholeOf(value);
      const closed = whole && !chosen.some((one) => one === whole || one.startsWith(`${whole}.`));
      const empty = isLong && disabled;
      const late = !checked && shown >= FIRST && !this.unfolded;
      row.hidden = Boolean(closed || empty || late);
      if (!row.hidden) shown += 1;
      else if (!closed && !empty) folded += 1;
    }
    this.unfold.hidden = folded === 0;
  }
}

/** `food` of `food.raw`; empty for what is no part. */
const wholeOf = (value) => value.slice(0, Math.max(0, value.lastIndexOf('.')));

/** Parts (`food.raw`) after the whole (`food`); otherwise as they came. */
function inOrder(values) {
  const known = new Set(values);
  const parts = new Map();
  for (const value of values) {
    const whole = wholeOf(value);
    if (parts.has(whole)) parts.get(whole).push(value);
    else parts.set(whole, [value]);
  }
  const line = (value) => [value, ...(parts.get(value)?.flatMap(line) ?? [])];
  return values.filter((value) => !known.has(wholeOf(value))).flatMap(line);
}
