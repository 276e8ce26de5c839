// Several catalogues searched as one, each on a host of its own: the answers of both in one order, counts added up.
//
//   node tests/search/together.mjs PUBLIC PUBLIC        two built catalogues
//
// Runs the engine as it is in the theme, without a browser.

import assert from 'node:assert/strict';
import { open } from '../../themes/gido/js/search/engine.js';
import { host } from './wire.mjs';

const folders = process.argv.slice(2);
if (folders.length !== 2) throw new Error('together.mjs PUBLIC PUBLIC');
const hosts = await Promise.all(folders.map(host));
const manifests = hosts.map(({ origin, manifest }) => origin + manifest);
const day = () => '2025-07-31';
const alone = manifests.map((manifest) => open([manifest], { lang: 'vi', day }));
const together = open(manifests, { lang: 'vi', day });
const addresses = ({ items }) => items.map(({ url }) => url);

let shared = 0;
for (const text of ['nuoc mam', 'che', 'ca phe', 'mật ong', 'keo', '']) {
  const parts = await Promise.all(alone.map((search) => search.find({ text, limit: 500, filters: {} })));
  const one = await together.find({ text, limit: 1000, filters: {} });
  const totals = parts.map(({ total }) => total);
  if (totals.every((total) => total > 0)) shared++;
  assert.equal(one.total, totals[0] + totals[1], `"${text}" finds what both find`);
  assert.deepEqual([...new Set(addresses(one))].length, Math.min(one.items.length, one.total), `"${text}" shows nothing twice`);
  parts.forEach((part, i) => {
    const own = addresses(one).filter((url) => url.startsWith(hosts[i].origin));
    assert.deepEqual(own, addresses(part), `"${text}" keeps the order of each catalogue`);
  });
  const [first, second] = parts.map((part) => part.facets());
  const counted = one.facets();
  for (const { value, count } of counted.group) {
    const of = (facets) => facets.group.find((row) => row.value === value)?.count ?? 0;
    assert.equal(count, of(first) + of(second), `"${text}" counts the group ${value} of both`);
  }
  if (totals.every((total) => total > 10)) {
    const pages = await Promise.all([0, 5].map((offset) => together.find({ text, offset, limit: 5 })));
    assert.deepEqual(pages.flatMap(addresses), addresses(one).slice(0, 10), `"${text}" goes on where the page before ended`);
  }
}
assert.ok(shared >= 3, 'questions that both catalogues answer');

const hints = await together.suggest('nuoc mam', 6);
assert.equal(hints.products.length, 6);
await Promise.all(hosts.map(({ close }) => close()));
console.log('two catalogues answer as one');
