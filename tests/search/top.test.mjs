// The best few of a list, told without sorting it, are those that sorting it tells.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { best } from '../../themes/gido/js/search/top.js';

/** Numbers that look thrown, the same each time. */
function* thrown(count, of) {
  for (let i = 0, seed = 7; i < count; i++) yield (seed = (seed * 48271) % 0x7fffffff) % of;
}

test('the first few are among them, in the order of the list', () => {
  for (const different of [3, 50, 1_000_000]) {
    const values = Float32Array.from(thrown(5000, different));
    const list = Array.from(values.keys()).filter((document) => document % 3);
    const sorted = list.toSorted((a, b) => values[b] - values[a] || a - b);
    for (const most of [1, 6, 24, 240]) {
      const few = best(list, values, most);
      assert.deepEqual(few, few.toSorted((a, b) => a - b), 'in the order of the list');
      assert.deepEqual(few.toSorted((a, b) => values[b] - values[a] || a - b).slice(0, most), sorted.slice(0, most));
      const least = values[sorted[most - 1]];
      assert.ok(few.every((document) => values[document] >= least), 'none that is worse than the last of them');
    }
  }
});

test('values that differ by less than counts are kept, something else orders them', () => {
  const values = Float32Array.from([5, 5.0005, 4, 5.0002, 3, 2, 1, 0, 0, 0]);
  assert.deepEqual(best([...values.keys()], values, 1), [0, 1, 3]);
});

test('a short list is taken as it is', () => {
  assert.deepEqual(best([4, 2], [0, 0, 1, 0, 2], 6), [4, 2]);
});
