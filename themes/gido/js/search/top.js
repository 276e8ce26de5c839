// The best few of many, without sorting all of them: that would take longer than a keystroke may.

/** Values that are so near stand in one rank, and something else orders them. */
const NEAR = 0.001;

/**
 * Those of `list` that can be among the first `most` by their `values`, in the order of the list: the best, and what is as
 * good as the last of them.
 */
export function best(list, values, most) {
  if (list.length <= 4 * most) return Array.from(list);
  // The best values so far, the least of them first.
  const kept = new Float64Array(most).fill(-Infinity);
  for (let i = 0; i < list.length; i++) {
    const value = values[list[i]];
    if (value <= kept[0]) continue;
    let at = 0;
    for (; at + 1 < most && kept[at + 1] < value; at++) kept[at] = kept[at + 1];
    kept[at] = value;
  }
  const least = kept[0] - NEAR;
  const found = [];
  for (let i = 0; i < list.length; i++) if (values[list[i]] >= least) found.push(list[i]);
  return found;
}
