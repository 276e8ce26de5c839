// Rows that are shown again with the next answer: little is made and drawn for a letter, and pictures do not flicker.

/** The rows of an answer and of the one before, by what they show. */
export class Rows {
  #before = new Map();
  #now = new Map();

  /** A new answer begins; rows that it does not ask for are forgotten with the next one. */
  turn() {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** The row that showed the same before, or a new one. */
  row(key, make) {
    const row = this.#before.get(key) ?? make();
    this.#before.delete(key);
    this.#now.set(key, row);
    return row;
  }
}

/** Puts `rows` before all other children of `parent`, in the place of what stood there. Those that stand right stay. */
export function front(parent, rows) {
  const wanted = new Set(rows);
  rows.forEach((row, index) => {
    const there = parent.children[index];
    if (there === row) return;
    if (!there || wanted.has(there)) parent.insertBefore(row, there ?? null);
    else there.replaceWith(row);
  });
}

/** Removes what stands after the first `count` children. */
export function cut(parent, count) {
  while (parent.children.length > count) parent.lastElementChild.remove();
}
