// A live list: text, facets, order and paging of the products, answered by the search engine in the browser.
// Loaded when list.js sees that someone wants it. Its state is that of the address bar (state.js).

import { open } from '../search/engine.js';
import { isSparing, whenIdle, whenTyped } from '../typing.js';
import { Address } from './address.js';
import { Facets } from './facets.js';
import { hasFilters, parse, query, sortOf, usual } from './state.js';
import { View } from './view.js';

const search = open([document.documentElement.dataset.search], { lang: document.documentElement.lang });

/** Loads what every question needs. */
export const prepare = () => isSparing() || search.load();

/** Brings `list` to life with what the address and the form say now. */
export const start = (list) => new LiveList(list, search).begin();

class LiveList {
  constructor(list, search) {
    this.search = search;
    this.size = Number(list.dataset.size);
    this.form = document.querySelector('[data-list-form]');
    this.input = this.form.querySelector('input');
    this.sort = list.querySelector('[data-sort]');
    this.facets = new Facets(list.querySelector('[data-facets]'), list.querySelector('[data-template="term"]'));
    this.view = new View(list);
    this.address = new Address(this.form.action);
    this.list = list;
    this.home = location.pathname;
    this.stop = new AbortController();
    this.typing = false;
  }

  begin() {
    const asked = parse(location.search);
    const touched = this.read();
    const sort = touched.sort === usual('') ? '' : touched.sort;
    this.state = { ...asked, text: asked.text || touched.text, sort: asked.sort || sort, filters: { ...touched.filters, ...asked.filters } };
    this.listen();
    // What someone did to the page as the server made it is a step that the back button takes back.
    const how = query(this.state) === query(asked) ? 'replace' : 'push';
    this.typing = how === 'push' && document.activeElement === this.input;
    return this.ask(how).then(() => how === 'replace' && this.address.restore(this.list, this.address.remembered ?? {}));
  }

  listen() {
    const { list, form, input, view } = this;
    whenTyped(input, (text) => {
      const how = this.typing ? 'replace' : 'push';
      this.typing = true;
      if (text.trim() !== this.state.text) this.change({ text: text.trim() }, how);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.typing = false;
      this.change({ text: input.value.trim() });
      if (matchMedia('(pointer: coarse)').matches) input.blur(); // gives the screen back to the results
    });
    list.addEventListener('change', ({ target }) => {
      if (target === this.sort) this.change({ sort: target.value });
      else if (target.form === form) this.change({ filters: this.facets.read(target) });
    });
    list.addEventListener('click', ({ target }) => {
      if (target.closest('[data-clear]')) this.clear(target);
      else if (target.closest('[data-retry]')) this.ask('replace');
      else if (target.closest('[data-more] button')) this.more();
      else if (target.closest('.card a')) this.address.remember(target.closest('a').href);
    });
    view.onRemove = (facet, value) => {
      const { [facet]: values, ...filters } = this.state.filters;
      const rest = facet === 'price' ? [] : values.filter((other) => other !== value);
      this.change({ filters: rest.length ? { ...filters, [facet]: rest } : filters });
    };
    view.onSpelling = (text) => this.change({ text });
    addEventListener('popstate', () => {
      this.typing = false;
      // A fragment, as of the link to the content, is no other list.
      if (location.pathname + location.search === this.address.shown) return;
      this.state = parse(location.search);
      const back = history.state ?? {};
      this.ask('stay').then(() => this.address.restore(this.list, back));
    });
  }

  /** What the form says. */
  read() {
    return { text: this.input.value.trim(), sort: this.sort.value, filters: this.facets.read() };
  }

  change(parts, how = 'push') {
    this.state = { ...this.state, ...parts, pages: 1 };
    return this.ask(how);
  }

  /** The button goes with what it clears; the focus goes to what is next. */
  clear(button) {
    if (button.closest(':popover-open')) this.view.done.focus();
    else this.view.focusCount();
    return this.change({ filters: {} });
  }

  /** Asks the engine for all that is to be shown, and shows it. */
  ask(how) {
    this.asked = this.answer(how);
    return this.asked;
  }

  async answer(how) {
    const { state } = this;
    const signal = this.begins();
    const isLetter = how === 'replace' && this.typing; // its address is not waited for
    if (how === 'stay') this.address.follow(state);
    else if (!isLetter) this.address.write(state, how);
    this.fill(state);
    const untouched = query(state) === '' && location.pathname === this.home;
    this.view.waiting(untouched);
    try {
      const answer = await this.search.find({ ...this.wanted(state, signal), offset: 0, limit: state.pages * this.size });
      if (signal.aborted) return;
      this.view.show(answer, state, untouched);
      // What is not seen at once comes when nobody types: a letter shall not wait for it.
      await whenIdle();
      if (signal.aborted) return;
      if (isLetter) this.address.write(state, how);
      this.view.rest(answer, untouched);
      await whenIdle();
      if (signal.aborted) return;
      this.facets.show(state.filters, answer.facets());
      this.view.showChips(this.facets.chosen(state.filters));
    } catch (error) {
      if (!signal.aborted) this.view.failed(error);
    }
  }

  async more() {
    await this.asked;
    const { state } = this;
    const signal = this.begins();
    const offset = state.pages * this.size;
    this.view.waiting(false);
    try {
      const answer = await this.search.find({ ...this.wanted(state, signal), offset, limit: this.size });
      if (signal.aborted) return;
      state.pages += 1;
      this.address.write(state, 'replace');
      this.view.append(answer);
    } catch (error) {
      if (!signal.aborted) this.view.failed(error);
    }
  }

  /** Stops what was asked before: only the last question is answered. */
  begins() {
    this.stop.abort();
    this.stop = new AbortController();
    return this.stop.signal;
  }

  wanted(state, signal) {
    return { text: state.text, filters: state.filters, sort: sortOf(state), signal };
  }

  /** The form as the state has it; the field that someone types in is left alone. */
  fill(state) {
    if (document.activeElement !== this.input || !this.typing) this.input.value = state.text;
    const relevance = this.sort.querySelector('[value="phu-hop"]');
    relevance.hidden = relevance.disabled = !state.text;
    this.sort.value = state.sort || usual(state.text);
    this.list.querySelectorAll('[data-clear]').forEach((button) => (button.disabled = !hasFilters(state)));
  }
}
