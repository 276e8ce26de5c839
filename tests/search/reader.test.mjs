// Numbers of the index are read back as docs/search.md says they are written: seven bits a byte, low bits first.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reader } from '../../themes/gido/js/search/store.js';

const NUMBERS = [0, 1, 127, 128, 300, 16383, 16384, 2 ** 21 + 5, 2 ** 31, 2 ** 32 - 1];

function written(numbers) {
  const bytes = [];
  for (let number of numbers) {
    for (; number >= 0x80; number = Math.floor(number / 0x80)) bytes.push((number % 0x80) | 0x80);
    bytes.push(number);
  }
  return new Uint8Array(bytes);
}

test('many numbers at once are those read one by one', () => {
  const bytes = written([...NUMBERS, 9]);
  const single = new Reader(bytes);
  assert.deepEqual(NUMBERS.map(() => single.number()), NUMBERS);
  const many = new Reader(bytes);
  assert.deepEqual([...many.numbers(NUMBERS.length)], NUMBERS);
  assert.equal(many.number(), 9, 'it stands behind them');
});

test('a list of differences grows, however long it is', () => {
  for (const count of [0, 1, 3, 70_000]) {
    const numbers = Array.from({ length: count }, (_, i) => 3 * i + 1);
    const reader = new Reader(written([...numbers.map((number, i) => number - (numbers[i - 1] ?? 0)), 9]));
    assert.deepEqual([...reader.growing(count).subarray(0, count)], numbers);
    assert.equal(reader.number(), 9);
  }
});
