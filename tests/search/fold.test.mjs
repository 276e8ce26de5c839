// The reader's side of folding, against the vectors that `src/model/fold/tests.rs` reads too; run with `node --test`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { agreement, words, write } from '../../themes/gido/js/search/fold.js';
import { decode } from '../../themes/gido/js/search/telex.js';
import { ranges } from '../../themes/gido/js/search/items.js';

const vectors = JSON.parse(readFileSync(new URL('fold.json', import.meta.url), 'utf8'));
const one = (text) => words(text)[0];

test('words fold as the shared vectors say', () => {
  assert.ok(vectors.length > 30);
  for (const vector of vectors) {
    assert.deepEqual(words(vector.text).map(({ folded, form }) => [folded, form]), vector.words, vector.text);
  }
});

test('every syllable folds alike in every way of writing it', () => {
  const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  for (const vowel of 'aăâeêioôơuưy') {
    tones.forEach((tone, number) => {
      for (const [start, end] of [['', ''], ['đ', 'ng'], ['qu', ''], ['th', 't']]) {
        const text = start + vowel + tone + end;
        const { folded, form } = one(text.normalize('NFC'));
        assert.equal(form % 6, number, text);
        for (const way of [text.normalize('NFD'), text.toUpperCase(), start + vowel.normalize('NFD')[0] + tone + vowel.normalize('NFD').slice(1) + end]) {
          assert.deepEqual([one(way).folded, one(way).form], [folded, form], way);
        }
        assert.deepEqual([one(write(folded, form)).folded, one(write(folded, form)).form], [folded, form], text);
      }
    });
  }
});

test('words are written with the tone where people put it', () => {
  for (const text of 'đường thủy hòa quý giếng nghiêng tuyết rượu bưởi của mía chuối khuya nguyễn gì giò kẹo'.split(' ')) {
    assert.equal(write(one(text).folded, one(text).form), text);
  }
});

test('marks agree, are fewer, or contradict', () => {
  const agree = (typed, word) => agreement(one(typed).folded, one(typed).form, one(word).folded, one(word).form);
  assert.equal(agree('cà', 'cà'), 0);
  assert.equal(agree('hoà', 'hòa'), 0);
  assert.equal(agree('ca', 'cà'), 1);
  assert.equal(agree('dường', 'đường'), 1);
  assert.equal(agree('đườ', 'đường'), 0);
  assert.equal(agree('cá', 'cà'), 2);
  assert.equal(agree('bo', 'bơ'), 1);
  assert.equal(agree('bô', 'bơ'), 2);
});

test('raw Telex and VNI are read as they were meant', () => {
  for (const [typed, meant] of [
    ['ddawjc sanr', 'đặc sản'],
    ['dduwowngf thoots noots', 'đường thốt nốt'],
    ['duwowngf', 'dường'],
    ['caf phee', 'cà phê'],
    ['mieens dong', 'miến dong'],
    ['d9a85c sa3n', 'đặc sản'],
    ['nu7o71c ma8m1', 'nước mắm'],
    ['che4', 'chẽ'],
  ]) {
    const form = (text) => words(text).map(({ folded, form }) => [folded, form]);
    assert.deepEqual(form(decode(typed)), form(meant), typed);
  }
  assert.equal(decode('miến dong'), null);
  assert.equal(decode('ong tai'), null);
});

test('what was typed is marked in a name, in its own letters', () => {
  const marked = (name, typed) => ranges(name.normalize('NFC'), words(typed)).map(([start, end]) => name.normalize('NFC').slice(start, end));
  assert.deepEqual(marked('Đường thốt nốt', 'duong n'), ['Đường', 'n']);
  assert.deepEqual(marked('Nước mắm Lê Gia', 'nuoc ma'), ['Nước', 'mắ']);
  assert.deepEqual(marked('Cá cà', 'cà'), ['cà']);
  assert.deepEqual(ranges('Ea H’Leo', words('hle')).map(([start, end]) => 'Ea H’Leo'.slice(start, end)), ['H’Le']);
});
