// What a live list shows: cards, number, chips, notes. Knows the page's markup, not the engine.

import { Rows, cut, front } from '../rows.js';
import { card, name } from './card.js';

/** Cards that are made before all else: as many as a screen shows, one below the other or side by side. */
const AT_ONCE = matchMedia('(min-width: 40rem)').matches ? 5 : 3;
/** An answer that comes sooner is not waited for by anybody, so the page does not say that it is busy. */
const LATE_MS = 250;

export class View {
  constructor(list) {
    const part = (selector) => list.querySelector(selector);
    this.list = list;
    this.results = part('[data-results]');
    this.original = [...this.results.childNodes];
    this.count = part('#count');
    this.originalCount = this.count.textContent;
    this.announce = part('[data-announce]');
    this.chips = part('[data-chips]');
    this.near = part('[data-near]');
    this.error = part('[data-error]');
    this.moreLine = part('[data-more]');
    this.done = part('[data-done]');
    this.badge = part('[data-chosen]');
    this.ways = document.querySelector('[data-ways]');
    this.template = (name) => part(`[data-template="${name}"]`);
    this.plural = new Intl.PluralRules(document.documentElement.lang);
    this.number = new Intl.NumberFormat(document.documentElement.lang);
    this.rows = new Rows();
    this.left = [];
    this.onRemove = this.onSpelling = () => {};
    this.chips.addEventListener('click', ({ target }) => this.remove(target.closest('.chip')));
  }

  /** `untouched`: the page as the server made it is what is wanted. */
  waiting(untouched) {
    this.error.hidden = true;
    this.unasked(untouched);
    clearTimeout(this.late);
    this.late = setTimeout(() => this.results.setAttribute('aria-busy', 'true'), LATE_MS);
    // Cards of two answers stand below each other only until the page has a moment, not until the next answer.
    if (this.left.length) cut(this.cards, AT_ONCE);
    this.left = [];
    if (untouched || this.cards) return;
    this.results.replaceChildren();
    this.count.textContent = '\u00a0'; // keeps its line until the number is known
  }

  /** The search page shows other ways to the products until there is a question. */
  unasked(untouched) {
    if (!this.ways) return;
    this.ways.hidden = !untouched;
    this.list.toggleAttribute('data-unasked', untouched);
  }

  /** Shows what is seen of an answer: the first cards, their number, what is said about them. `rest` adds the other cards. */
  show(answer, state, untouched) {
    this.settle();
    this.shown = answer.items.length;
    this.total = answer.total;
    this.count.textContent = this.counted(this.list.dataset.counts);
    this.showNotes(answer, state, untouched);
    this.rows.turn();
    if (untouched && this.original.length) {
      this.cards = undefined;
      this.results.replaceChildren(...this.original);
      return;
    }
    if (!this.cards) {
      this.cards = document.createElement('ul');
      this.cards.className = 'cards';
      this.results.replaceChildren(this.cards);
    }
    this.first = answer.items.slice(0, AT_ONCE).map((item) => this.row(item));
    this.left = answer.items.slice(AT_ONCE);
    front(this.cards, this.first);
    if (!this.left.length) cut(this.cards, this.first.length);
  }

  /** The card of a product, the same as before where it says the same. */
  row(item) {
    const row = this.rows.row(`${item.url} ${item.status} ${item.stars}`, () => card(this.template('card'), item));
    name(row, item);
    return row;
  }

  rest(answer, untouched) {
    if (this.left.length) {
      const rows = [...this.first, ...this.left.map((item) => this.row(item))];
      front(this.cards, rows);
      cut(this.cards, rows.length);
      this.left = [];
    }
    this.done.textContent = this.counted(this.list.dataset.shows);
    this.showMore(untouched);
    if (!untouched) this.announce.textContent = answer.total ? this.count.textContent : this.near.querySelector('[data-empty]').textContent;
  }

  append(answer) {
    this.settle();
    const added = answer.items.map((item) => this.row(item));
    this.cards.append(...added);
    this.shown += added.length;
    this.showMore(false);
    this.announce.textContent = this.moreLine.querySelector('[data-shown]').textContent;
    added[0]?.querySelector('a').focus({ preventScroll: true });
  }

  failed(error) {
    this.settle();
    console.warn(error);
    this.error.hidden = false;
    this.announce.textContent = this.error.querySelector('p').textContent;
    if (this.cards) return;
    this.results.replaceChildren(...this.original);
    this.count.textContent = this.original.length ? this.originalCount : '';
  }

  settle() {
    clearTimeout(this.late);
    this.results.removeAttribute('aria-busy');
  }

  counted(forms) {
    return JSON.parse(forms)[this.plural.select(this.total)].replace('{n}', this.number.format(this.total));
  }

  showChips(chosen) {
    this.chips.hidden = !chosen.length;
    this.badge.hidden = !chosen.length;
    this.badge.textContent = chosen.length;
    const list = this.chips.querySelector('ul');
    const old = new Map([...list.children].map((row) => [row.dataset.choice, row]));
    const kept = new Set(chosen.map(([facet, value]) => `${facet} ${value}`));
    for (const [choice, row] of old) if (!kept.has(choice)) row.remove();
    let at = list.firstElementChild;
    for (const [facet, value, label] of chosen) {
      const choice = `${facet} ${value}`;
      const row = old.get(choice) ?? this.template('chip').content.firstElementChild.cloneNode(true);
      row.dataset.choice = choice;
      Object.assign(row.querySelector('button').dataset, { facet, value });
      row.querySelector('[data-label]').textContent = label;
      // Chips that stay are not moved: they may have the focus, or a finger on them.
      if (row === at) at = at.nextElementSibling;
      else list.insertBefore(row, at);
    }
  }

  /** Takes a choice back; the focus goes to the chip that takes its place. */
  remove(chip) {
    if (!chip) return;
    const at = [...this.chips.querySelectorAll('.chip')].indexOf(chip);
    const { facet, value } = chip.dataset;
    chip.closest('li').remove();
    const rest = this.chips.querySelectorAll('.chip');
    if (rest.length) rest[Math.min(at, rest.length - 1)].focus();
    else this.focusCount();
    this.onRemove(facet, value);
  }

  focusCount() {
    this.count.tabIndex = -1;
    this.count.focus({ preventScroll: true });
  }

  showNotes({ total, near, decoded, partial }, state, untouched) {
    const part = (name) => this.near.querySelector(`[data-${name}]`);
    const spellings = part('spellings');
    part('decoded').hidden = !decoded;
    part('decoded').querySelector('strong').textContent = decoded ?? '';
    part('empty').hidden = total > 0;
    part('partial').hidden = !partial;
    spellings.hidden = !near.length;
    spellings.querySelector('ul').replaceChildren(
      ...near.map(({ text, count }) => {
        const row = this.template('spelling').content.firstElementChild.cloneNode(true);
        row.querySelector('[data-label]').textContent = text;
        row.querySelector('.count').textContent = count ? this.number.format(count) : '';
        row.querySelector('button').addEventListener('click', () => this.onSpelling(text));
        return row;
      }),
    );
    part('clear').hidden = total > 0 || !Object.keys(state.filters).length;
    if (this.ways) this.ways.hidden = !untouched && total > 0;
    this.near.hidden = untouched || (total > 0 && !decoded && !partial && !near.length);
  }

  showMore(untouched) {
    const text = this.list.dataset.shown.replace('{shown}', this.number.format(this.shown)).replace('{n}', this.number.format(this.total));
    this.moreLine.querySelector('[data-shown]').textContent = text;
    this.moreLine.hidden = untouched || this.shown >= this.total;
  }
}
