// Narrowing a list: which products a selection lets through, and how many each further choice would leave.
// Values of one facet add up (or), facets narrow each other (and).

/** Checks products against a selection and counts as it goes. */
export class Selection {
  constructor(facets, labels, filters = {}) {
    this.facets = facets;
    this.labels = labels;
    this.price = filters.price ?? null;
    this.columns = facets.terms.map(({ key, values, sets, of }) => ({ key, values, sets, of, counts: values.map(() => 0) }));
    const fixed = (key, values) => this.columns.push({ key, values, counts: values.map(() => 0) });
    fixed('stars', Object.entries(labels.stars).reverse().map(([value, label]) => [value, label, 0]));
    fixed('status', Object.entries(labels.status).map(([value, label]) => [value, label, 0]));
    for (const column of this.columns) {
      const chosen = filters[column.key];
      column.chosen = chosen?.length ? new Set(column.values.flatMap(([value], i) => (chosen.includes(value) ? [i] : []))) : null;
    }
    this.prices = { min: null, max: null, count: 0 };
  }

  /** True if the selection may leave products out. */
  get narrows() {
    return Boolean(this.price) || this.columns.some(({ chosen }) => chosen);
  }

  /** True if the selection lets a product through; counts it where it would be chosen. */
  admits(document, state) {
    const failed = this.columns.filter((column) => column.chosen && !this.#values(column, document, state).some((i) => column.chosen.has(i)));
    const price = this.facets.price[document] ?? 0;
    const priced = !this.price || (price > 0 && price >= (this.price.min ?? 0) && price <= (this.price.max ?? Infinity));
    if (failed.length + !priced > 1) return false;
    for (const column of this.columns) {
      if (failed.length ? failed[0] !== column : !priced) continue;
      for (const i of this.#values(column, document, state)) column.counts[i]++;
    }
    if (!failed.length && price > 0) {
      this.prices.count++;
      this.prices.min = Math.min(this.prices.min ?? price, price);
      this.prices.max = Math.max(this.prices.max ?? price, price);
    }
    return !failed.length && priced;
  }

  #values(column, document, state) {
    if (column.sets) return column.sets[column.of[document]];
    const value = column.key === 'stars' ? (state.current ? String(state.stars) : null) : state.status;
    const i = column.values.findIndex(([one]) => one === value);
    return i < 0 ? [] : [i];
  }

  /** { key: [{ value, label, depth, count, chosen }] } in the order of the page; of prices the bounds. */
  counts() {
    return Object.fromEntries(
      this.facets.order.map((key) => {
        if (key === 'price') return [key, this.prices];
        const { values, counts, chosen } = this.columns.find((column) => column.key === key);
        const rows = values.map(([value, label, depth], i) => ({ value, label, depth, count: counts[i], chosen: Boolean(chosen?.has(i)) }));
        return [key, rows.filter((row) => row.count || row.chosen)];
      }),
    );
  }
}
