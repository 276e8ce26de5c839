// The search in the browser: open(), find(), suggest(). Knows nothing of the page; docs/search.md describes it.

import { indexes } from './store.js';
import { ask, completions, matched } from './question.js';
import { spellings } from './spelling.js';
import { Selection } from './facets.js';
import { other, product, standing, today } from './items.js';
import { best } from './top.js';

/** A search over one or more published catalogues. Loads nothing before the first question. */
export function open(manifests, { lang, day = today } = {}) {
  let known;
  // Asked again after a failure: a list of indexes may come at the next try.
  const stores = () =>
    (known ??= Promise.all([manifests].flat().map((url) => indexes(url, lang)))
      .then((lists) => lists.flat())
      .catch((error) => {
        known = null;
        throw error;
      }));
  return {
    /** Loads what every question needs: somebody is about to ask. Of several catalogues that is much, and they wait. */
    load: async () => {
      const all = await stores();
      if (all.length === 1) await all[0].dictionary();
    },
    find: async (question) => find(await stores(), day(), question),
    suggest: async (text, most, signal) => suggest(await stores(), day(), text, most, signal),
  };
}

/**
 * Products that answer a question. `filters` (may be empty) asks for facets too, which costs one more file.
 * Rejects when a file cannot be loaded or `signal` aborts.
 */
async function find(stores, day, { text = '', filters = null, sort = 'relevance', offset = 0, limit = 24, signal } = {}) {
  const parts = await Promise.all(stores.map((store) => search(store, day, { text, filters, sort, most: offset + limit, signal })));
  signal?.throwIfAborted();
  const order = await merged(parts, sort, offset + limit);
  const page = order.slice(offset, offset + limit);
  const total = parts.reduce((sum, { total }) => sum + total, 0);
  const items = await cards(page);
  signal?.throwIfAborted();
  const first = parts.find(({ total }) => total) ?? parts[0];
  return {
    total,
    items,
    facets: filters && (() => sum(parts.map(({ count }) => count()))),
    near: total && !first.asked.partial ? [] : await alternatives(stores, day, parts, filters, signal),
    decoded: first.asked.decoded,
    partial: total > 0 && first.asked.partial,
    lookup: first.asked.lookup,
  };
}

/** How many products of one catalogue answer, and the first `most` of them in order. */
async function search(store, day, { text, filters, sort, most, signal }) {
  const needsFacets = filters || sort === 'name' || sort === 'price';
  const [asked, labels, facets] = await Promise.all([ask(store, text, signal), store.labels(), needsFacets ? store.facets() : null]);
  const { dictionary, scores } = asked;
  const { products, standingOf } = dictionary;
  const states = dictionary.standings.map((row) => standing(row, day));
  const selection = filters && new Selection(facets, labels, filters);
  // Where nothing is chosen the selection lets all through: it counts when somebody wants to know.
  const narrows = selection?.narrows;
  const all = asked.found ? until(asked.found, products) : Array.from({ length: products }, (_, document) => document);
  const found = narrows ? all.filter((document) => selection.admits(document, states[standingOf[document]])) : all;
  let counted = narrows;
  const count = () => {
    if (!counted) for (const document of all) selection.admits(document, states[standingOf[document]]);
    counted = true;
    return selection.counts();
  };
  const held = states.map(({ current, stars }) => (current ? stars : 0));
  const stars = (document) => held[standingOf[document]];
  const rank = facets ? (document) => facets.names[document] : (document) => document;
  const price = (document) => facets.price[document] || Infinity;
  const byStars = (a, b) => stars(b) - stars(a) || rank(a) - rank(b);
  const orders = {
    relevance: scores ? (a, b) => Math.round((scores[b] - scores[a]) * 1e3) || byStars(a, b) : byStars,
    stars: byStars,
    name: (a, b) => rank(a) - rank(b),
    price: (a, b) => (price(a) === price(b) ? rank(a) - rank(b) : price(a) - price(b)),
  };
  const total = found.length;
  const top = sort === 'relevance' && scores ? best(found, scores, most) : found.slice();
  top.sort(orders[sort]);
  const value = {
    relevance: (document) => [-(scores?.[document] ?? 0), -stars(document)],
    stars: (document) => [-stars(document)],
    name: () => [],
    price: (document) => [price(document)],
  }[sort];
  return { store, asked, labels, states, count, total, found: top, value };
}

/** The numbers of a growing list that are smaller than `end`. */
function until(list, end) {
  let length = list.length;
  while (length && list[length - 1] >= end) length--;
  return list.slice(0, length);
}

/** The first documents of all catalogues in one order; names decide where all else is equal. */
async function merged(parts, sort, most) {
  const lists = await Promise.all(
    parts.map(async (part) => {
      const documents = part.found.slice(0, most);
      const names = parts.length > 1 ? await part.store.cards(documents) : [];
      return documents.map((document, i) => ({ part, document, value: part.value(document), name: names[i]?.columns.get('name', names[i].at) ?? '' }));
    }),
  );
  if (lists.length === 1) return lists[0];
  const alphabet = new Intl.Collator(parts[0].store.lang);
  const compare = (a, b) => a.value.map((value, i) => value - b.value[i]).find((difference) => difference) || alphabet.compare(a.name, b.name);
  return lists.flat().sort(compare);
}

/** The cards of a page, those of one catalogue asked for together. */
async function cards(page) {
  const made = new Map();
  await Promise.all(
    [...new Set(page.map(({ part }) => part))].map(async (part) => {
      const own = page.filter((one) => one.part === part);
      const found = await part.store.cards(own.map(({ document }) => document));
      own.forEach((one, i) => made.set(one, found[i]));
    }),
  );
  return page.map((one) => {
    const { part: { asked, labels, states }, document } = one;
    const state = states[asked.dictionary.standingOf[document]];
    return product(made.get(one), state, labels, { matched: matched(asked, document), typed: asked.typed });
  });
}

/** Counts of several catalogues as of one; values are the same if they are called the same. */
function sum(all) {
  const [first, ...rest] = all;
  for (const facets of rest) {
    for (const [key, rows] of Object.entries(facets)) {
      if (!first[key]) first[key] = rows;
      else if (key === 'price') {
        const bounds = [first.price, rows].filter(({ count }) => count);
        first.price = {
          count: first.price.count + rows.count,
          min: bounds.length ? Math.min(...bounds.map(({ min }) => min)) : null,
          max: bounds.length ? Math.max(...bounds.map(({ max }) => max)) : null,
        };
      } else {
        for (const row of rows) {
          const known = first[key].find(({ value }) => value === row.value);
          if (known) known.count += row.count;
          else first[key].push(row);
        }
      }
    }
  }
  return first;
}

/** Near spellings that have results: [{ text, count }]. */
async function alternatives(stores, day, parts, filters, signal) {
  const texts = [...new Set(parts.flatMap(({ asked }) => spellings(asked, 3)))].slice(0, 3);
  const counted = await Promise.all(
    texts.map(async (text) => {
      const parts = await Promise.all(stores.map((store) => search(store, day, { text, filters, sort: 'relevance', most: 1, signal })));
      return { text, count: parts.reduce((sum, { total, asked }) => sum + (asked.partial ? 0 : total), 0) };
    }),
  );
  return counted.filter(({ count }) => count);
}

/** What to offer while somebody types: products, other pages by their names, and words that go on. */
async function suggest(stores, day, text, most = 6, signal) {
  const parts = await Promise.all(stores.map((store) => search(store, day, { text, filters: null, sort: 'relevance', most, signal })));
  signal?.throwIfAborted();
  const hints = { products: [], producers: [], places: [], groups: [], sales_points: [], words: [] };
  if (!parts.some(({ asked }) => asked.typed.length)) return hints;
  hints.products = await cards((await merged(parts, 'relevance', most)).slice(0, most));
  for (const { store, asked } of parts) {
    hints.words.push(...completions(asked, asked.typed, most));
    const { dictionary, found, scores, partial, lookup, typed } = asked;
    if (!found || partial || lookup) continue;
    const others = best(found.slice(until(found, dictionary.products).length), scores, most);
    others.sort((a, b) => Math.round((scores[b] - scores[a]) * 1e3) || a - b);
    for (const card of await store.cards(others.slice(0, most))) {
      const item = other(card, typed);
      hints[`${item.kind}s`].push(item);
    }
  }
  for (const key of Object.keys(hints)) hints[key] = hints[key].slice(0, most);
  return hints;
}
